/** When the network is gone, slow or broken: words are kept, and sent after it is back; errors are sentences. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, fit, onPhone, somebody } from '../support/people.ts'
import { tour } from '../support/product.ts'
import { fillReport } from '../support/resident.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

test('[journey j] without a signal the words stay, and the report goes out once when it is back', async () => {
  const walker = await somebody(browser)
  const { page, context } = walker
  await page.goto(`/d/${(await tour()).door}`)
  await fillReport(page, { words: '楼道堆物，门都推不开', kind: '楼道堆物' })
  let filed = 0
  page.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/api/v1/matters')) filed++ })
  await context.setOffline(true)
  await page.getByText(/没有信号/).first().waitFor()
  await fit(walker)
  await page.getByRole('button', { name: /^交给/ }).click()
  await page.getByText('有信号就交，这一页别关').waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { name: /^交上了/ }).waitFor()
  expect(filed).toBeGreaterThanOrEqual(1)
  await context.close()
})

test('[journey j] a reload keeps what was typed', async () => {
  const walker = await somebody(browser)
  await walker.page.goto(`/d/${(await tour()).door}`)
  await fillReport(walker.page, { words: '单元门口的感应灯不亮' })
  await walker.page.reload()
  await expect.poll(() => walker.page.getByLabel('说一声，哪里不对').inputValue()).toBe('单元门口的感应灯不亮')
  await walker.context.close()
})

test('[journey j] a failure of the server is a sentence with a way on, and trying again sends it once', async () => {
  const walker = await somebody(browser)
  const { page } = walker
  await page.goto(`/d/${(await tour()).door}`)
  await fillReport(page, { words: '楼道灯坏了，上下楼摸黑' })
  const keys: string[] = []
  await page.route('**/api/v1/matters', async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    if (keys.length === 1) await route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Internal Server Error</h1>' })
    else await route.continue()
  })
  await page.getByRole('button', { name: /^交给/ }).click()
  await page.getByText('没交上，写的还在').waitFor()
  const said = await page.locator('main').innerText()
  expect(said).not.toMatch(/Internal Server Error|500|undefined/)
  await fit({ ...walker, complaints: [] })
  await page.getByRole('button', { name: '再交一次' }).click()
  await page.getByRole('heading', { name: /^交上了/ }).waitFor()
  expect(keys[0]).toBe(keys[1])
  expect(keys[0]).not.toBe('')
  await walker.context.close()
})

test('[journey j] pages of staff say what did not load, and load it again', async () => {
  for (const [walker, path] of [[await onPhone(browser, '白玉芬'), '/field'], [await atDesk(browser, '林素梅'), '/console']] as const) {
    const { page } = walker
    await page.route('**/api/v1/matters?*', (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'no' }))
    await page.goto(path)
    const again = page.getByRole('button', { name: '再取一次' }).first()
    await again.waitFor()
    await fit({ ...walker, complaints: [] })
    await page.unroute('**/api/v1/matters?*')
    await again.click()
    await page.locator('a[href*="/m/"]').first().waitFor()
    await walker.context.close()
  }
})
