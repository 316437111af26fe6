/** A whistle from its page; stations report in, log and finish; nobody comes: a reminder, then the street's list, by the clock alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { openMatter, pressMove, send } from '../support/office.ts'
import { atDesk, fit, type Walker } from '../support/people.ts'
import { moveClock } from '../support/product.ts'
import { residentReports } from '../support/resident.ts'

let browser: Browser
let secretary: Walker
beforeAll(async () => {
  browser = await launch()
  secretary = await atDesk(browser, '林素梅')
})
afterAll(async () => { await browser?.close() })

/** The secretary blows the whistle that the plan of the category suggests. */
async function blow(id: string, difficulty: string, looking: boolean): Promise<void> {
  const { page } = secretary
  await openMatter(secretary, id)
  await pressMove(page, '吹哨')
  await page.getByRole('heading', { name: '吹哨', level: 1 }).waitFor()
  await page.getByLabel('难在哪').fill(difficulty)
  if (looking) {
    await page.getByText('为什么是').first().waitFor()
    await page.getByText('部门不来怎么办').waitFor()
    await fit(secretary)
  }
  await page.getByRole('button', { name: /^吹哨，通知/ }).click()
  await page.locator('article').waitFor()
}

test('[journey d] a joint-enforcement whistle by its plan: the lead reports in, logs and finishes', async () => {
  const resident = await residentReports(browser, { words: '楼前公共绿地被人围起来种菜，还搭了棚子', kind: '毁绿占绿' })
  const { id } = resident.reported
  await blow(id, '物业劝了三次，棚子越搭越大，社区没有执法权', true)
  await secretary.page.getByText('桐荫街道综合行政执法队').first().waitFor()
  await fit(secretary)
  const team = await atDesk(browser, '万晓')
  const { page } = team
  await page.goto('/console')
  await page.getByRole('heading', { name: '要报到的哨' }).waitFor()
  await page.locator(`a[href="/console/m/${id}"]`).first().waitFor()
  await fit(team)
  await openMatter(team, id)
  await fit(team)
  await pressMove(page, '报到')
  await page.getByRole('dialog').getByRole('radio', { name: '人已到场' }).waitFor({ state: 'attached' })
  await send(page, '报到')
  await pressMove(page, '记一笔')
  await page.getByRole('dialog').getByLabel('今天做了什么').fill('下了限期拆除通知，三天内自拆')
  await send(page, '记上')
  await pressMove(page, '办好了')
  await page.getByRole('dialog').getByLabel('做了什么，怎么看得出来').fill('棚子拆了，绿地恢复，拍了照')
  await send(page, '办好了，请人复核')
  await page.getByText('棚子拆了').first().waitFor()
  await fit(team)
  await resident.page.goto('/m')
  await resident.page.getByText('下了限期拆除通知').waitFor()
  await fit(resident)
  await Promise.all([resident, team].map(({ context }) => context.close()))
})

test('[journey d] nobody reports in: the system reminds, then the matter stands on the street’s list by itself', async () => {
  const resident = await residentReports(browser, { words: '消防通道天天停满车，救护车都进不来', kind: '占用消防通道' })
  const { id } = resident.reported
  await blow(id, '贴了通知、劝过车主，第二天照停', false)
  const street = await atDesk(browser, '闻素兰')
  await street.page.goto('/console/supervision')
  await street.page.getByRole('heading', { level: 1 }).waitFor()
  await fit(street)
  const line = street.page.locator(`a[href*="${id}"]`).first()
  expect(await line.count()).toBe(0)
  await moveClock(4 * 60 + 5)
  const fire = await atDesk(browser, '汤锐')
  await openMatter(fire, id)
  await expect.poll(
    async () => { await fire.page.reload(); await fire.page.locator('article').waitFor(); return fire.page.getByText(/催/).count() },
    { timeout: 60_000, interval: 1000 },
  )
    .toBeGreaterThan(0)
  await moveClock(2 * 60 + 5)
  await line.waitFor({ timeout: 60_000 }) // no reload: it comes by itself
  await fit(street)
  await resident.page.goto('/m')
  await resident.page.getByText(/街道(在)?督办/).first().waitFor()
  await Promise.all([resident, fire, street].map(({ context }) => context.close()))
})
