/** The desks: an inbox that updates by itself, assigning to the firm, verifying, a chat that becomes matters, a utility's slip. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { moveBy, openMatter, pressMove, row, send } from '../support/office.ts'
import { atDesk, choose, fit, onPhone, somebody, type Walker } from '../support/people.ts'
import { history, tour, write } from '../support/product.ts'
import { answerThree, residentReports, smallPhoto } from '../support/resident.ts'

let browser: Browser
let secretary: Walker
beforeAll(async () => {
  browser = await launch()
  secretary = await atDesk(browser, '林素梅')
  await history(60)
})
afterAll(async () => { await browser?.close() })

test('[journey c] what a resident files comes into the inbox by itself; the firm takes and finishes it, another verifies', async () => {
  const { page } = secretary
  await page.goto('/console')
  await page.getByRole('heading', { name: '收件箱' }).waitFor()
  await page.locator('[data-matter]').first().waitFor()
  await fit(secretary)
  await page.goto('/console?tab=all')
  await page.locator('[data-matter]').first().waitFor()
  await page.evaluate(() => { document.documentElement.dataset['notReloaded'] = 'yes' })
  const resident = await residentReports(browser, { words: '想在花园边上加两张长椅，老人走累了没处坐', kind: '增设设施' })
  const { id } = resident.reported
  await row(page, id).waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset['notReloaded'])).toBe('yes')
  await row(page, id).getByRole('link').click()
  await page.getByRole('heading', { name: /增设设施/ }).first().waitFor()
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByLabel('派给哪一方').selectOption({ label: '润庭物业服务有限公司' }).catch(async () => {
    await page.getByRole('dialog').getByLabel('派给哪一方').selectOption({ index: 1 })
  })
  await page.getByRole('dialog').getByLabel('请他们做什么').fill('量一下位置，装两张长椅')
  await fit(secretary)
  await send(page, /^派给/)
  await page.getByText('量一下位置，装两张长椅').first().waitFor()
  await fit(secretary)

  const firm = await atDesk(browser, '孟凡')
  await firm.page.goto('/console')
  await firm.page.getByRole('heading', { name: '派来的单' }).waitFor()
  await firm.page.locator(`a[href="/console/m/${id}"]`).first().waitFor()
  await fit(firm)
  await openMatter(firm, id)
  await pressMove(firm.page, '我来办')
  await send(firm.page, '接下来办')
  await pressMove(firm.page, '办好了')
  await firm.page.getByRole('dialog').getByLabel('做了什么，怎么看得出来').fill('两张长椅装好了，螺栓都紧过')
  await firm.page.getByRole('dialog').locator('input[type=file]').setInputFiles(await smallPhoto('#5f7a68'))
  await fit(firm)
  await send(firm.page, '办好了，请人复核')
  await firm.page.getByText('两张长椅装好了').first().waitFor()
  await fit(firm)

  const grid = await atDesk(browser, '夏雨桐')
  await openMatter(grid, id)
  await pressMove(grid.page, '复核')
  await choose(grid.page.getByRole('dialog'), /是办好了/)
  await fit(grid)
  await send(grid.page, '通过，请报的人评')
  await answerThree(resident.page, true, '基本满意')
  await resident.page.getByRole('button', { name: '就这么答' }).click()
  await resident.page.getByText('记下了，谢谢您').waitFor()
  await Promise.all([resident, firm, grid].map(({ context }) => context.close()))
})

test('[journey c] the inbox is searched, filtered and walked by keys', async () => {
  const { page } = secretary
  await page.goto('/console?tab=all')
  await page.locator('[data-matter]').first().waitFor()
  await page.keyboard.press('j')
  await page.locator('article').waitFor()
  const first = page.url()
  await page.keyboard.press('j')
  await expect.poll(() => page.url()).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(() => page.url()).toBe(first)
  await page.keyboard.press('/')
  await page.keyboard.type('电梯')
  await expect.poll(() => page.url()).toContain('q=')
  await page.locator('[data-matter]').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await fit(secretary)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
})

test('[journey f] a utility gets a contact slip and answers it; nobody can whistle it', async () => {
  const resident = await residentReports(browser, { words: '三号楼整栋水压小，五楼早上水细得像线', kind: '供水' })
  const { id } = resident.reported
  const { page } = secretary
  await openMatter(secretary, id)
  await page.getByText('云汀水务汀南营业所').first().waitFor()
  await fit(secretary)
  const water = await atDesk(browser, '闻人杰')
  await water.page.goto('/console')
  await water.page.getByRole('heading', { name: '发来的联系单' }).waitFor()
  await water.page.locator(`a[href="/console/m/${id}"]`).first().waitFor()
  await fit(water)
  await openMatter(water, id)
  expect(await water.page.getByRole('button', { name: /吹哨|报到/ }).count()).toBe(0)
  await pressMove(water.page, '记下答复')
  await water.page.getByRole('dialog').getByLabel('他们怎么说').fill('今晚十点检修二次供水泵，修好回话')
  await water.page.getByRole('dialog').getByLabel('对方编号').fill('SW-2026-1187')
  await fit(water)
  await send(water.page, '记下这个答复')
  await page.reload()
  await page.getByText('SW-2026-1187').first().waitFor()
  // the whistle page offers organs' stations only
  await page.goto(`/console/m/${id}/whistle`)
  await page.getByRole('heading', { name: '吹哨' }).waitFor()
  await fit(secretary)
  if (await page.getByRole('button', { name: '加一个部门' }).isVisible()) {
    await page.getByRole('button', { name: '加一个部门' }).click()
    expect(await page.getByLabel('加一个部门').locator('option').allInnerTexts()).not.toContain('云汀水务汀南营业所')
  }
  await Promise.all([resident, water].map(({ context }) => context.close()))
})

test('[journey f] what cannot be done stands on the board with its reason', async () => {
  const resident = await residentReports(browser, { words: '绿地能不能改成停车位，晚上没地方停', kind: '车位' })
  const { id } = resident.reported
  const firm = await atDesk(browser, '孟凡')
  await openMatter(firm, id)
  await pressMove(firm.page, '办好了')
  const dialog = firm.page.getByRole('dialog')
  await choose(dialog, /办不了/)
  await dialog.getByLabel('为什么', { exact: true }).selectOption({ label: '规划已经定了别的用途' })
  await dialog.getByLabel('报的人会收到的话').fill('规划里这块是绿地，不能改成车位；晚上七点后可以停南门外的路边车位')
  await fit(firm)
  await send(firm.page, '说明办不了，请人复核')
  const grid = await atDesk(browser, '夏雨桐')
  await moveBy(grid, id, 'verify', { pass: true, note: '查过规划图，是绿地' })
  await answerThree(resident.page, false, '基本满意')
  await fit(resident)
  await resident.page.getByRole('button', { name: '就这么答' }).click()
  await resident.page.getByText('记下了，谢谢您').waitFor()
  await resident.page.goto(`/board/${(await tour()).compound}`)
  const unable = resident.page.locator('section').filter({ has: resident.page.getByRole('heading', { name: /办不了的，说清楚/ }) })
  await unable.getByText('规划里这块是绿地').first().waitFor()
  await fit(resident)
  await Promise.all([resident, firm, grid].map(({ context }) => context.close()))
})

test('[M41] a call that reaches nobody is noted, twice on one day by one person; the third is somebody else’s and ends the asking', async () => {
  const resident = await residentReports(browser, { words: '五楼楼道的灯不亮，摸黑上楼', phone: '13900001235' })
  const { id, number } = resident.reported
  const [firm, grid] = [await atDesk(browser, '孟凡'), await onPhone(browser, '夏雨桐')]
  await moveBy(firm, id, 'take')
  await moveBy(firm, id, 'finish', { note: '灯换好了', outcome: 'solved' })
  await moveBy(grid, id, 'verify', { pass: true, note: '看过，亮了' })
  const tryOnce = async ({ page }: Walker): Promise<void> => {
    await page.goto('/console/return-visits')
    await page.getByRole('row').filter({ hasText: number }).getByRole('button', { name: '没联系上' }).click()
    await page.getByRole('dialog').getByLabel('怎么试的').fill('打了两遍没人接')
  }
  for (const times of [1, 2]) {
    await tryOnce(secretary)
    await secretary.page.getByRole('dialog').getByText(`这是第${times}次没联系上`).waitFor()
    await send(secretary.page, '记下，没联系上')
    await secretary.page.getByRole('row').filter({ hasText: number }).getByText(`${times}次没联系上`).waitFor()
  }
  await tryOnce(secretary)
  await secretary.page.getByRole('dialog').getByRole('button', { name: '记下，没联系上' }).click()
  await secretary.page.getByText('第三次换个人，或者换一天再试').waitFor()
  await fit(secretary)
  const worker = await atDesk(browser, '何晓玲')
  await tryOnce(worker)
  await worker.page.getByRole('dialog').getByText('这是第三次').waitFor()
  await fit(worker)
  await send(worker.page, '记下，没联系上')
  await expect.poll(() => worker.page.getByRole('row').filter({ hasText: number }).count()).toBe(0)
  await Promise.all([resident, firm, grid, worker].map(({ context }) => context.close()))
})

test('[M43] the open work of a post is passed on from the chain of its building, and its new post has it', async () => {
  const { page } = secretary
  await page.goto('/console/chain')
  await page.getByRole('link', { name: '5号楼', exact: true }).first().click()
  await page.getByRole('heading', { name: /5号楼，找谁$/ }).waitFor()
  const place = new URL(page.url()).pathname.split('/').at(-1)
  const resident = await somebody(browser)
  const { id } = await write<{ id: string }>(resident.context.request, '/api/v1/matters', { place, words: '楼道口堆了半人高的纸箱', category: 'corridor_clutter',
    onBoard: true, channel: 'page' })
  await page.getByRole('listitem').filter({ hasText: '5号楼楼栋长' }).getByRole('link', { name: '移交手上的事' }).click()
  await page.getByText(/件没办完/).waitFor()
  await choose(page, /^网格员/)
  await fit(secretary)
  await page.getByRole('button', { name: /^把这\d+件交给网格员/ }).click()
  await page.getByText(/^交出了(\d+)件，共\1件/).waitFor({ timeout: 60_000 })
  await fit(secretary)
  await page.getByRole('button', { name: '知道了' }).click()
  await page.getByRole('heading', { name: /5号楼，找谁$/ }).waitFor()
  await openMatter(secretary, id)
  await page.getByText(/^现在在网格员手里/).waitFor()
  await resident.context.close()
})
