/** The roster at the door: one tap, without a signal too, sent once; when the file has changed meanwhile both are shown and the person decides. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, onPhone } from '../support/people.ts'
import { productUrl } from '../support/product.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

test('[RO59] a home is confirmed in one tap, corrected without a signal, and a clash asks', { timeout: 180_000 }, async () => {
  const captain = await onPhone(browser, '白玉芬')
  const { page, context } = captain
  await page.goto('/field/doors')
  await page.locator('.vs-door').first().waitFor()
  await expect.poll(async () => {
    await page.goto('/field/doors')
    await page.getByRole('link', { name: /^1001，/ }).click()
    return page.locator('.ro-people li').first().waitFor({ timeout: 4000 }).then(() => true, () => false)
  }, { timeout: 90_000 }).toBe(true)
  const address = page.url()
  await fit(captain)
  expect(await page.locator('.ro-door').innerText()).not.toMatch(/\d{17}[\dX]/)
  await page.getByRole('button', { name: '还是这家人' }).click()
  await page.getByText('记好了：还是这家人').waitFor()
  await page.getByText(/(今天|11月\d+日)核过/).first().waitFor()

  await page.getByRole('button', { name: '有变化' }).click()
  // three of them are 王＊＊: relation and the end of the telephone tell who is meant
  await choose(page, '搬走了')
  const called = await page.locator('.ro-changes fieldset').nth(1).locator('label').allTextContents()
  expect([called.length, new Set(called).size, called.join()]).toEqual([4, 4, expect.stringContaining('王＊＊ 户主')])
  await choose(page, '孩子几个')
  await fit(captain)
  await context.setOffline(true)
  await page.getByRole('button', { name: '多一个' }).click()
  await page.getByRole('button', { name: '记好', exact: true }).click()
  await page.getByText(/存在手机里，有信号就送出：孩子几个/).waitFor()

  const worker = await atDesk(browser, '陆晓岚')
  const [home, url] = [address.split('/').at(-1) ?? '', await productUrl()]
  const file = await (await worker.context.request.get(`${url}/api/v1/roster/homes/${home}`)).json() as { version: number } // the shape of readHome
  const changed = await worker.context.request.post(`${url}/api/v1/roster/homes/${home}/state`, { data: { version: file.version, children: 0 },
    headers: { 'x-linli': '1', 'idempotency-key': `door-${Date.now()}` } })
  expect(changed.ok()).toBe(true)
  await context.setOffline(false)
  await page.getByRole('button', { name: '照我说的记' }).waitFor({ timeout: 60_000 })
  await fit(captain)
  await page.getByRole('button', { name: '照我说的记' }).click()
  await page.getByText(/孩子\d个/).first().waitFor()
  await expect.poll(async () => (await (await worker.context.request.get(`${url}/api/v1/roster/homes/${home}`)).json() as { children: number }).children,
    { timeout: 30_000 }).toBeGreaterThan(0)
  await context.close()
  await worker.context.close()
})
