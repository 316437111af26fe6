/** An election being prepared, as the community, the branch and the street work with it; and a residents' committee's timetable. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit } from '../support/people.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

/** The demo's terms are written behind its first page: until then there are none. */
async function opened(page: Page, body: RegExp): Promise<void> {
  await expect.poll(async () => {
    await page.goto('/console/elections')
    return page.getByRole('link', { name: body }).waitFor({ timeout: 3000 }).then(() => true, () => false)
  }, { timeout: 120_000 }).toBe(true)
  // by the keyboard alone: J walks along the rows of a page that binds no keys of its own, Enter opens the one that has the focus
  const row = page.getByRole('link', { name: body })
  await expect.poll(async () => { await page.keyboard.press('j'); return row.evaluate((link) => link === document.activeElement) }).toBe(true)
  await page.keyboard.press('Enter')
}

test('[B101] [B102] the branch speaks of a candidate and reads what was declared; the list waits for the limit', { timeout: 180_000 }, async () => {
  const branch = await atDesk(browser, '丁晓帆', '锦澜府')
  await opened(branch.page, /锦澜府.*业主委员会/)
  const candidate = branch.page.getByRole('listitem').filter({ hasText: '杨＊＊' })
  await candidate.getByText('和物业企业有利益关系').waitFor()
  await candidate.getByRole('button', { name: '看声明' }).click()
  await candidate.getByText('弟弟在锦澜物业做水电工').waitFor()
  await fit(branch)
  await candidate.getByRole('button', { name: '写意见' }).click()
  const dialog = branch.page.getByRole('dialog')
  await choose(dialog, '推荐')
  await dialog.getByRole('button', { name: '写意见' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await candidate.getByText('推荐', { exact: true }).waitFor()
  const secretary = await atDesk(browser, '林素梅')
  await opened(secretary.page, /锦澜府.*业主委员会/)
  await secretary.page.getByText(/还在等意见，最迟/).waitFor()
  await fit(secretary)
})

test('[B78] a residents’ committee has days and no ballot', { timeout: 120_000 }, async () => {
  const community = await atDesk(browser, '顾长河')
  await opened(community.page, /听雨桥社区.*居民委员会/)
  await community.page.getByText('居委会选举不在网上投票', { exact: false }).waitFor()
  await community.page.getByText('投票选举，设秘密写票处').waitFor()
  expect(await community.page.getByRole('link', { name: '到表决页' }).count()).toBe(0)
  await fit(community)
})
