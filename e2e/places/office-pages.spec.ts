/** Pages that offices keep beside matters: pasted chats, posters for doors, the chain of responsibility, looking a place up. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch, scrollsSideways } from '../support/browser.ts'
import { atDesk, fit, type Walker } from '../support/people.ts'

let browser: Browser
let worker: Walker
beforeAll(async () => {
  browser = await launch()
  worker = await atDesk(browser, '何晓玲')
})
afterAll(async () => { await browser?.close() })

test('[journey h] a pasted chat becomes drafts without nicknames; one is filed, and an answer to paste back is ready', async () => {
  const { page } = worker
  await page.goto('/console/paste')
  await page.getByLabel('聊天内容').fill(['梧桐小辣椒 2026/11/20 08:12', '3号楼楼道灯坏了好几天了，晚上看不见', '阳光妈妈 2026/11/20 08:15', '+1', '阳光妈妈 2026/11/20 08:16', '大家早上好',
    '老李头 2026/11/20 08:30', '7号楼垃圾三天没人收，臭死了'].join('\n'))
  await fit(worker)
  await page.getByRole('button', { name: '读成草稿' }).click()
  await page.getByText(/读出2件/).waitFor()
  const text = await page.locator('main').innerText()
  for (const name of ['梧桐小辣椒', '阳光妈妈', '老李头']) expect([name, text.includes(name)]).toEqual([name, false])
  await fit(worker)
  const draft = page.getByRole('main').getByRole('article').filter({ hasText: '楼道灯' }).first()
  const box = draft.getByLabel('地方')
  if (!(await box.inputValue()).includes('梧桐苑')) {
    await box.fill('梧桐苑3号楼')
    await draft.getByRole('option').first().click()
  }
  await draft.getByRole('button', { name: '立为一件' }).click()
  await page.getByText('这次立好的').waitFor()
  await page.getByRole('button', { name: '复制', exact: true }).waitFor()
  await fit(worker)
})

test('[journey h] posters print from the console, one an A4 page, each with the address and the grid worker', async () => {
  const { page } = worker
  await page.goto('/console/posters')
  await page.getByRole('article').first().waitFor()
  await fit(worker)
  const poster = page.getByRole('article').first()
  expect(await poster.innerText()).toContain(new URL(page.url()).host)
  expect(await poster.innerText()).toMatch(/网格员\s*[\p{Script=Han}]{2,4}/u)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await poster.isVisible()).toBe(true)
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
  expect(pages).toBe(await page.getByRole('article').count())
  await page.emulateMedia({ media: null })
})

test('[journey h] the chain of a community names its vacancies and who stands in; one building from the stairs up', async () => {
  const { page } = worker
  await page.goto('/console/chain')
  await page.getByText(/栋有楼栋长/).waitFor()
  await page.getByText(/锦澜府3号楼/).first().waitFor()
  await page.getByText(/这期间归/).first().waitFor()
  await fit(worker)
  await page.getByRole('link', { name: /3号楼/ }).first().click()
  await page.getByRole('heading', { name: /找谁/ }).waitFor()
  await page.getByText(/楼栋长/).first().waitFor()
  await fit(worker)
})

test('[journey h] a place is found by its number, by the initials of its name, and by its code', async () => {
  const { page } = worker
  await page.goto('/console/new')
  const box = page.getByRole('combobox').first()
  await box.waitFor()
  await fit(worker)
  for (const [typed, found] of [['3-2-1201', /1201/], ['wty', /梧桐苑/], ['990106003001K1-03', /梧桐苑3号楼/], ['三号楼', /3号楼/]] as const) {
    await box.fill(typed)
    await page.getByRole('option', { name: found }).first().waitFor()
  }
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => box.inputValue()).toMatch(/号楼/)
  for (const path of ['/console/acts', '/console/boards', '/console/cards', '/console/supervision']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await fit(worker)
  }
})

test('[look] pages of the console move nowhere sideways on a phone or a small desk', async () => {
  const { page } = worker
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 844 })
    for (const path of [
      '/console', '/console?tab=all', '/console/new', '/console/paste', '/console/supervision',
      '/console/chain', '/console/posters', '/console/acts', '/console/boards',
    ]) {
      await page.goto(path)
      await page.getByRole('heading').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect([width, path, await scrollsSideways(page)]).toEqual([width, path, false])
    }
  }
})
