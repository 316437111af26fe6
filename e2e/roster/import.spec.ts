/** A spreadsheet from being dropped in to being undone: what is refused, a fix taken, a cell mended, the household found, everything given back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, fit, type Walker } from '../support/people.ts'
import { productUrl, write } from '../support/product.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

type Coverage = { readonly communities: readonly { readonly known: number }[] }
type Found = { readonly people: readonly { readonly who: string }[] }

/** The demo's roster is written a moment after its first page is up. */
async function rosterThere({ context }: Walker): Promise<void> {
  await expect.poll(async () => {
    const answer = await context.request.get(`${await productUrl()}/api/v1/roster/coverage`)
    return ((await answer.json()) as Coverage).communities.some(({ known }) => known > 0) // what openapi.json says
  }, { timeout: 90_000, interval: 1000 }).toBe(true)
}
const found = async ({ context }: Walker, q: string): Promise<number> => (await write<Found>(context.request, '/api/v1/roster/find', { q })).people.length

async function sendExample({ page, context }: Walker): Promise<void> {
  await page.goto('/console/roster/import')
  const link = page.getByRole('link', { name: '网格系统导出的表' })
  await link.waitFor()
  const file = await context.request.get(`${await productUrl()}${await link.getAttribute('href') ?? ''}`)
  await page.locator('input[type=file]').setInputFiles({ name: '名单.xlsx', mimeType: 'application/octet-stream', buffer: await file.body() })
  await page.getByText(/^读了\d+行/).waitFor({ timeout: 60_000 })
}

test('[RO20] [RO21] [RO25] a worker drops a file in, takes its fixes, imports it, finds somebody, and undoes it all', async () => {
  const worker = await atDesk(browser, '林素梅')
  const { page } = worker
  await rosterThere(worker)
  await sendExample(worker)
  await fit(worker)
  await page.getByText('每一列读成了什么').click()
  await page.getByText(/按用途不收，没有读/).first().waitFor()
  await fit(worker)
  const row = page.getByRole('article').first()
  await row.waitFor()
  await page.keyboard.press('y')
  await page.getByText('收下了', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: '剩下的改法全收下' }).click()
  await page.getByText(/^收下了\d+行$/).waitFor()
  await page.getByRole('tab', { name: /^没问题/ }).click()
  const name = await page.getByRole('article').locator('.ri-people b').first().textContent() ?? ''
  expect(name.length).toBeGreaterThan(1)
  const before = await found(worker, name)
  await page.getByRole('button', { name: /^导入\d+行/ }).click()
  await page.getByText(/^导入好了：新增\d+人/).waitFor({ timeout: 60_000 })
  await fit(worker)
  expect(await found(worker, name)).toBeGreaterThan(before)
  await page.getByRole('button', { name: '整个撤回' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '整个撤回' }).click()
  await page.getByText(/^撤回好了/).waitFor({ timeout: 60_000 })
  await fit(worker)
  expect(await found(worker, name)).toBe(before)
  await worker.context.close()
})

test('[RO27] [RO33] [RO49] what differs and who may be one person stand in a queue with what speaks for and against', async () => {
  const worker = await atDesk(browser, '林素梅')
  await rosterThere(worker)
  await expect.poll(async () => { // what is to be decided comes last
    await worker.page.goto('/console/roster/decide')
    return worker.page.getByRole('button', { name: '原来的对' }).first().waitFor({ timeout: 4000 }).then(() => true, () => false)
  }, { timeout: 120_000 }).toBe(true)
  await fit(worker)
  const tab = worker.page.getByRole('tab', { name: /^说法不一样/ })
  const before = await tab.textContent() ?? ''
  await worker.page.keyboard.press('1')
  await worker.page.getByText(/：留了原来的$/).waitFor()
  await expect.poll(() => tab.textContent()).not.toBe(before)
  await worker.page.keyboard.press('Control+z') // one key press decides, another takes it back [RO49]
  await expect.poll(() => tab.textContent()).toBe(before)
  await worker.page.getByRole('tab', { name: /^像是同一个人/ }).click()
  await worker.page.getByRole('button', { name: '是同一个人', exact: true }).first().waitFor()
  await fit(worker)
  await worker.context.close()
})
