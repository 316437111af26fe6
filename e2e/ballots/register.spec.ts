/** The voting register as its keeper works with it: who counts as one person, who can't vote yet, tables in, the compound's rules. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, onPhone } from '../support/people.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** The demo's registers are written behind its first page: until then there are none. */
async function opened(page: Page): Promise<void> {
  await expect.poll(async () => {
    await page.goto('/console/register')
    return page.getByText(/套算\d+个人/).waitFor({ timeout: 3000 }).then(() => true, () => false)
  }, { timeout: 120_000 }).toBe(true)
}

test('[journey m10] the chair sees what counts and who can’t vote yet, and writes down whom joint owners chose', { timeout: 180_000 }, async () => {
  const chair = await atDesk(browser, '傅明远')
  const { page } = chair
  await opened(page)
  await page.getByText('884套算846个人，共91,308.32平方米。').waitFor()
  await page.getByText('要作数，至少564人、60,872.22平方米参加，两样都要够。').waitFor()
  await fit(chair)
  await page.getByRole('link', { name: '看名单' }).click()
  const rows = page.getByRole('link', { name: /没推选谁投/ })
  await rows.first().waitFor()
  const before = await rows.count()
  await rows.first().click()
  await page.getByRole('heading', { name: /位共有人还没推选谁投票/ }).waitFor()
  await fit(chair)
  await page.getByRole('button', { name: '记推选结果' }).click()
  const dialog = page.getByRole('dialog')
  await choose(dialog, /＊/)
  await dialog.getByRole('button', { name: '记下' }).click()
  await page.getByText('推选结果记下了').waitFor()
  await page.getByText('共有人推选的').waitFor()
  await expect.poll(() => rows.count()).toBe(before - 1)

  await page.getByRole('searchbox').fill('1号楼802')
  await page.getByRole('tab', { name: '全部' }).click()
  await page.getByRole('link', { name: /^1-802/ }).click()
  await page.getByRole('button', { name: /傅/ }).first().click()
  await choose(page.getByRole('dialog'), '核对身份')
  await page.getByRole('dialog').getByRole('button', { name: '看全名' }).click()
  await page.locator('article').getByText('傅明远').waitFor()
  await page.getByRole('timer').waitFor()

  await page.goto('/console/register')
  await page.getByRole('link', { name: '看议事规则' }).click()
  await page.getByText('首次业主大会通过。').waitFor()
  await page.getByText('最后一次表达的算数').waitFor()
  await fit(chair)
})

test('[journey m10] a table is tried out before it is taken in; what can’t be taken is said, and the same table again changes nothing',
  { timeout: 180_000 }, async () => {
  const keeper = await atDesk(browser, '韩素云', '物管会')
  const { page } = keeper
  await opened(page)
  const before = Number(/(\d+)套/.exec(await page.getByText(/套算\d+个人/).innerText())?.[1])
  const table = 'linli-demo-roster\n房号,面积,产权人,电话\n5号楼1单元601,56.38,周小雨,19900009421\n5号楼9单元101,50,谁人,\n'
  const send = async (): Promise<void> => {
    await page.getByRole('button', { name: '导入表格' }).click()
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  }
  await send()
  await page.getByText('读到1套：新增1套，改面积0套，0套一样。').waitFor()
  await page.getByText('小区里没有这个房号。').waitFor()
  await fit(keeper)
  await page.getByRole('dialog').getByRole('button', { name: '收下1套' }).click()
  await page.getByText('收好了：新增1套，改面积0套').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '好', exact: true }).click()
  await page.getByText(`${before + 1}套算`).waitFor()
  await send()
  await page.getByText('读到1套：新增0套，改面积0套，1套一样。').waitFor()
})

test('[journey m10] the residents’ committee sees who keeps a register and nothing of it; on a phone the chair finds a room', { timeout: 180_000 },
  async () => {
  const secretary = await atDesk(browser, '林素梅')
  await secretary.page.goto('/console/register')
  await secretary.page.getByText('看不到里面。业主名册和居民名册是两间屋子，互不相通。').waitFor()
  expect(await secretary.page.getByRole('listitem').filter({ hasText: '梧桐苑业主委员会管' }).getByRole('link').count()).toBe(0)
  await fit(secretary)
  const chair = await onPhone(browser, '傅明远')
  await opened(chair.page)
  await fit(chair)
  await chair.page.getByRole('link', { name: /^3号楼/ }).click()
  await chair.page.getByRole('searchbox').fill('1201')
  await chair.page.getByRole('link', { name: /^3-1201/ }).click()
  await chair.page.getByText(/算一个人/).waitFor()
  await fit(chair)
})
