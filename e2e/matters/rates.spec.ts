/** The three rates at a desk: every figure opens the visits behind it, and two offices are needed to leave a judgment out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, onPhone, type Walker } from '../support/people.ts'
import { history } from '../support/product.ts'

let browser: Browser
let street: Walker
let community: Walker
beforeAll(async () => {
  browser = await launch()
  street = await atDesk(browser, '庄静仪')
  community = await atDesk(browser, '林素梅')
  await history()
}, 240_000)
afterAll(async () => { await browser?.close() })

/** The figures that are shown, once the worker has read the history. */
async function openRates({ page }: Walker, search = ''): Promise<void> {
  await page.goto(`/console/rates${search}`)
  await page.getByText(/回访到\d+件/).waitFor()
}
const count = async ({ page }: Walker): Promise<number> => Number(/回访到(\d+)件/.exec(await page.getByText(/回访到\d+件/).innerText())?.[1])

test('[R5] the street reads three figures with their intervals, opens the visits behind one, and sees the same as a table', async () => {
  const { page } = street
  await openRates(street, '?period=2026-11')
  await fit(street)
  expect(await page.getByRole('button', { name: /^解决率/ }).innerText()).toMatch(/\d+\.\d%|\d+\.\d\n%/)
  await page.getByRole('button', { name: /梧桐里社区，解决率/ }).click()
  const pane = page.getByRole('complementary')
  await pane.getByText('点开了：梧桐里社区，解决率').waitFor()
  expect(await pane.getByRole('heading', { level: 2 }).innerText()).toMatch(/^\d+件(里，\d+件说没解决|都说解决了)$/)
  expect(page.url()).toContain('key=')
  await fit(street)
  await page.getByRole('button', { name: '看表格' }).click()
  await page.getByRole('row', { name: /合计/ }).waitFor()
  await fit(street)
  await page.getByLabel('按什么看').selectOption('category')
  await page.getByText(/没有回访，不算/).first().waitFor()
  await fit(street)
  await pane.getByRole('link').first().click()
  await page.locator('article').waitFor()
})

test('[R6] the community asks for a judgment to be left out, the street decides, and the count says it with its ground', async () => {
  await openRates(community, '?period=2026-11')
  const before = await count(community)
  await community.page.getByRole('button', { name: '提请剔除' }).first().click()
  const dialog = community.page.getByRole('dialog')
  await choose(dialog, '评的是另一件事')
  await dialog.getByLabel('事实').fill('说的是隔壁楼的路灯，不是这件')
  await fit(community)
  await dialog.getByRole('button', { name: '交街道定' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await community.page.getByText('提请剔除，等街道定').first().waitFor()
  expect(await count(community)).toBe(before)
  await openRates(street, '?period=2026-11&pane=waiting')
  await street.page.getByText('说的是隔壁楼的路灯，不是这件').waitFor()
  await street.page.getByLabel('一句话理由').first().fill('看过原话，评错了件')
  await fit(street)
  await street.page.getByRole('button', { name: '剔除，不算' }).click()
  await expect.poll(async () => { await openRates(community, '?period=2026-11'); return count(community) }, { timeout: 30_000,
    interval: 2000 }).toBe(before - 1)
  await community.page.getByText('1件经街道剔除（评的是另一件事 1）').waitFor()
  await community.page.getByRole('button', { name: '逐件看理由' }).click()
  await community.page.getByText(/同意剔除/).waitFor()
  await fit(community)
})

test('[R7] a captain has no rates, on whatever address; on a phone the page shows one measure at a time', async () => {
  const small = await onPhone(browser, '庄静仪')
  await openRates(small, '?period=2026-11')
  await fit(small)
  await small.page.getByRole('button', { name: /^满意率/ }).click()
  await small.page.getByText('点开了：满意率').waitFor()
  const captain = await atDesk(browser, '白玉芬')
  await captain.page.goto('/console/rates')
  await captain.page.getByText('这里没有您的三率').waitFor()
})
