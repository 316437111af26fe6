/** Two residents met the same: the second joins, keeps a receipt of their own, and is asked by themselves. At the desk it is joined, undone and split. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { openMatter, pressMove } from '../support/office.ts'
import { atDesk, fit, onPhone, somebody } from '../support/people.ts'
import { tour, write } from '../support/product.ts'
import { answerThree, fillReport, residentReports } from '../support/resident.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

test('[M24] [M26] a resident sees that it was reported, joins, follows by their own receipt, and is asked at the end', async () => {
  const first = await residentReports(browser, { words: '二楼楼道堆了旧鞋柜，过不去人' })
  const second = await somebody(browser)
  await second.page.goto(`/d/${(await tour()).door}`)
  await fillReport(second.page, { words: '楼道里的鞋柜和杂物还在，老人过不去' })
  await second.page.getByRole('heading', { name: '是不是同一件事？' }).waitFor()
  await fit(second)
  await second.page.getByRole('listitem').filter({ hasText: '就在这个地方' }).first().getByRole('button').click()
  await fit(second)
  const answered = second.page.waitForResponse((answer) => answer.url().endsWith('/api/v1/matters') && answer.request().method() === 'POST')
  await second.page.getByRole('button', { name: '我也遇到了，一起报' }).click()
  const mine = await (await answered).json() as { id: string; receipt: string; joined: { number: string } } // the reply of filing
  expect(mine.joined.number).toBe(first.reported.number)
  expect(mine.receipt).not.toBe(first.reported.receipt)
  await second.page.getByRole('heading', { name: '记上了，和那件一起办' }).waitFor()
  await fit(second)
  await second.page.goto('/m')
  await second.page.getByRole('heading', { name: '并到一件一起办' }).waitFor()
  await fit(second)

  const secretary = await atDesk(browser, '林素梅')
  const captain = await onPhone(browser, '白玉芬')
  await write(captain.context.request, `/api/v1/matters/${first.reported.id}/finish`, { note: '鞋柜搬走了', outcome: 'solved' })
  await write(secretary.context.request, `/api/v1/matters/${first.reported.id}/verify`, { pass: true })
  await answerThree(second.page, true, '满意')
  await Promise.all([first, second, secretary, captain].map(({ context }) => context.close()))
})

test('[M24] [M25] at the desk one is joined by its number and undone in eight seconds; another is split in two, and one receipt opens both', async () => {
  const root = await residentReports(browser, { words: '一楼楼道堆着纸板' })
  const other = await residentReports(browser, { words: '楼道纸箱没人收，二楼也是' })
  const secretary = await atDesk(browser, '林素梅')
  const { page } = secretary
  await openMatter(secretary, other.reported.id)
  await pressMove(page, '并到另一件')
  await page.getByRole('dialog').getByText('像是同一件').waitFor()
  await page.getByLabel('或者填编号').fill(root.reported.number)
  await fit(secretary)
  await page.getByRole('button', { name: `并到第 ${root.reported.number} 件` }).click()
  await page.getByText('并好了。').waitFor()
  const undo = page.locator('.lk-undo').getByRole('button')
  await undo.hover() // the eight seconds rest while somebody points at it
  await page.getByText('并到另一件一起办').first().waitFor()
  await fit(secretary)
  await undo.click()
  await page.locator('article').getByRole('button', { name: /^并到另一件/ }).waitFor()
  await pressMove(page, '拆成两件')
  await page.getByLabel('拆出来的那件是什么').fill('楼道灯不亮')
  await fit(secretary)
  await page.getByRole('button', { name: '拆出来，另立一件' }).click()
  await page.getByRole('heading', { name: '拆单' }).waitFor()
  await fit(secretary)
  await other.page.goto('/m')
  await other.page.getByText('这件拆成了两件').waitFor()
  await fit(other)
  await other.page.getByRole('button', { name: /^看第/ }).click()
  await other.page.getByRole('heading', { name: /楼道灯不亮/ }).waitFor()
  await Promise.all([root, other, secretary].map(({ context }) => context.close()))
})
