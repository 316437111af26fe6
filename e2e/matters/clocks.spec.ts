/** Until when and why: the clocks of one matter as its reporter, the desk and a phone in the grid see them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { moveBy, openMatter, pressMove, row, send } from '../support/office.ts'
import { atDesk, choose, fit, onPhone } from '../support/people.ts'
import { residentReports } from '../support/resident.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

test('[M18] whoever asks why it is due then sees the days behind it, and getting in touch stops its clock for everybody', async () => {
  const resident = await residentReports(browser, { words: '三楼楼道的灯坏了，晚上看不见台阶', phone: '13900001234' })
  await resident.page.goto('/m')
  await resident.page.getByText('给您答复').waitFor()
  await resident.page.getByText(/^依据：.*办理时限/).first().waitFor()
  await resident.page.getByRole('listitem').filter({ hasText: '办完' }).getByRole('button').first().click()
  await resident.page.getByText(/给3个工作日|给5个工作日/).first().waitFor()
  await fit(resident)

  const desk = await atDesk(browser, '林素梅')
  await openMatter(desk, resident.reported.id)
  await desk.page.getByRole('button', { name: /^为什么：\s*办结/ }).click()
  const why = desk.page.getByRole('dialog')
  await why.getByText(/个工作日，从.*次日算起/).waitFor()
  await why.getByText('到期', { exact: true }).waitFor()
  await fit(desk)
  await why.getByRole('button', { name: '知道了' }).click()
  await pressMove(desk.page, '联系过了')
  await send(desk.page, '记上，联系过了')
  await desk.page.getByText('打电话联系了报的人').waitFor()
  await desk.page.getByRole('button', { name: /^为什么：\s*联系 \d+分钟/ }).click()
  await why.getByText('联系上了，停表').waitFor()

  await resident.page.reload()
  await resident.page.getByText('给您打了电话').waitFor()
  expect(await resident.page.getByRole('listitem').filter({ hasText: '联系您' }).getByText('按时').count()).toBeGreaterThan(0)

  const grid = await onPhone(browser, '夏雨桐')
  await grid.page.goto(`/field/m/${resident.reported.id}`)
  const source = grid.page.getByText(/^依据：.*办理时限/)
  await expect.poll(async () => { // what the phone kept is shown first and drawn anew with what the server says
    if (!await source.isVisible()) await grid.page.locator('summary').filter({ hasText: /^为什么是/ }).click()
    return source.waitFor({ timeout: 2000 }).then(() => true, () => false)
  }, { timeout: 30_000 }).toBe(true)
  await fit(grid)
  await Promise.all([resident, desk, grid].map(({ context }) => context.close()))
})

test('[M37] who needs more time asks before the old one is over, another office finds the request in its list and grants it, and the reporter reads why', async () => {
  const resident = await residentReports(browser, { words: '四楼楼道的灯一闪一闪，要换灯头', phone: '13900001234' })
  const { id } = resident.reported
  const firm = await atDesk(browser, '孟凡')
  await moveBy(firm, id, 'take')
  await openMatter(firm, id)
  await pressMove(firm.page, '申请延期')
  const asking = firm.page.getByRole('dialog')
  await choose(asking, '3天')
  await asking.getByLabel('为什么来不及').fill('灯头要等厂家发货，下周四到')
  await fit(firm)
  await send(firm.page, '申请多给3个工作日')
  await firm.page.getByText('申请多给3个工作日').first().waitFor()
  expect(await firm.page.locator('article').getByRole('button', { name: /^申请延期/ }).count()).toBe(0)

  const desk = await atDesk(browser, '林素梅')
  await desk.page.goto('/console?tab=mine')
  await row(desk.page, id).getByRole('link').click()
  await desk.page.getByText('等一句话：给不给延期。').waitFor()
  await pressMove(desk.page, '批延期')
  await choose(desk.page.getByRole('dialog'), '同意')
  await fit(desk)
  await send(desk.page, '同意，多给3个工作日')
  await desk.page.getByText('同意延期，多给3个工作日').waitFor()
  await expect.poll(() => desk.page.getByText('等一句话：给不给延期。').count()).toBe(0)
  await resident.page.goto('/m')
  await resident.page.getByText('灯头要等厂家发货，下周四到').waitFor()
  await Promise.all([resident, firm, desk].map(({ context }) => context.close()))
})
