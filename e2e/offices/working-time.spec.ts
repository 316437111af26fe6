/** What deadlines are counted by, as the street keeps it and everybody sees it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch, scrollsSideways } from '../support/browser.ts'
import { atDesk, fit, onPhone } from '../support/people.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

test('[W11] [W7] a deadline is tried: over National Day it says why, and into 2027 that it is provisional', async () => {
  const walker = await atDesk(browser, '何晓玲')
  const { page } = walker
  await page.goto('/console/time')
  const tried = page.getByRole('complementary')
  await tried.getByLabel('从什么时候起').fill('2026-09-29T09:12')
  await tried.getByText('10月12日 17:30').first().waitFor()
  await tried.getByText('国庆节10月1日至7日放假不算，10月10日补班算').waitFor()
  expect(await tried.getByRole('listitem').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^10\s+补班4$/)]))
  await fit(walker)
  await tried.getByLabel('从什么时候起').fill('2026-12-29T09:12')
  await tried.getByText('2027年的放假安排还没有公布，时间暂定').waitFor()
  expect(await page.getByRole('button', { name: '改这一天' }).count()).toBe(0)
  await walker.context.close()
})

test('[W14] the street says that a day is not worked, and what is tried ends a day later', async () => {
  const walker = await atDesk(browser, '庄静仪')
  const { page } = walker
  await page.goto('/console/time')
  const tried = page.getByRole('complementary')
  await tried.getByLabel('从什么时候起').fill('2026-12-07T09:00')
  await tried.getByText('12月14日 17:30').first().waitFor()
  await page.getByRole('button', { name: /^12月9 / }).click()
  await page.getByRole('button', { name: '改这一天' }).click()
  const window = page.getByRole('dialog')
  await fit(walker)
  await window.getByLabel('因为什么').fill('台风停工')
  await window.getByLabel('依据').fill('区防汛办通知（演示）')
  await window.getByRole('button', { name: '记为不上班' }).click()
  await window.waitFor({ state: 'detached' })
  await tried.getByText('12月15日 17:30').first().waitFor()
  await tried.getByText('台风停工12月9日放假不算').waitFor()
  await page.getByText('依据：区防汛办通知（演示）').waitFor()
  await page.getByRole('button', { name: '改这一天' }).click()
  await page.getByRole('button', { name: '取消本地改动' }).click()
  await tried.getByText('12月14日 17:30').first().waitFor()
  await walker.context.close()
})

test('[W3] hours are shown by organisation, and the calendar goes with arrow keys and on a phone', async () => {
  const walker = await onPhone(browser, '庄静仪')
  const { page } = walker
  await page.goto('/console/time')
  const station = page.getByRole('article').filter({ hasText: '冬季值班时间' })
  expect(await station.innerText()).toContain('周一至周五 8:30–12:00、13:00–17:00')
  expect(await station.innerText()).toContain('桐荫市场监督管理所')
  // from a day of its own: other journeys move the product's clock, and with it the day that is chosen at first
  await page.getByRole('button', { name: /^12月3 上班/ }).click()
  await page.getByRole('button', { name: /^12月3 上班/ }).press('ArrowDown')
  await page.getByRole('button', { name: /^12月10 / }).press('ArrowRight')
  await page.getByText('12月11日 周五').waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  await fit(walker)
  await walker.context.close()
})
