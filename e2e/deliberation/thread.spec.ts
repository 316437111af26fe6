/**
 * One thread at the desk, from two matters to ended: public words, the call, sorting, who must be heard, a task with owner and day, verdicts. Days that
 * nobody can wait for, and the meetings whose own journey stands beside this one, are put behind the product's back.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { atDesk, choose, fit, somebody } from '../support/people.ts'
import { behind, read, tour, write } from '../support/product.ts'

let browser: Browser
beforeAll(async () => { browser = await launch() })
afterAll(async () => { await browser?.close() })

const TITLE = '花园的灯几点关'
/** Presses a button of the window that is open, and waits until the window is gone: what it sends is saved. */
async function send(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
/** Opens the window of a move: a line of what is missing has its button, the others are folded away; which of both, the page says when it is read anew. */
async function open(page: Page, name: string): Promise<void> {
  const button = page.locator('article').getByRole('button', { name, exact: true }).first()
  const others = page.locator('article').getByText('其他', { exact: true })
  await expect.poll(async () => {
    if (await button.isVisible()) return true
    if (await others.isVisible()) await others.click({ timeout: 2000 }).catch(() => undefined) // it may be drawn anew in that moment
    return button.isVisible()
  }).toBe(true)
  await button.click()
  await page.getByRole('dialog').waitFor()
}
/** Goes on by one step, and waits until it is taken: a page that is loaded anew meanwhile would drop the request. */
async function goOn(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  await button.click()
  await button.waitFor({ state: 'detached' })
}
/** A meeting of the thread with posted minutes. */
const sat = (thread: string, id: string, kind: string) => behind(`insert into meeting (district, id, place, path, compound_path, keeper, thread, kind, title, venue, starts_at, ends_at, state, sign_code)
  select district, $2, place, path, compound_path, keeper, id, $3, '商量花园的灯', '活动室', started_at - interval '2 hours', started_at - interval '1 hour', 'posted', $4 from thread where id = $1`,
[thread, id, kind, id.slice(-16)])

/** Two matters about one thing, filed by residents at the compound; their numbers. */
async function twoMatters(compound: string): Promise<readonly string[]> {
  const resident = await somebody(browser)
  const numbers: string[] = []
  for (const words of ['花园的灯半夜还亮着，照得睡不着', '花园的灯九点就关了，看不清路']) {
    const filing = { place: compound, words, category: 'lighting', onBoard: true, channel: 'qr', photos: [] }
    numbers.push((await write<{ number: string }>(resident.context.request, '/api/v1/matters', filing)).number)
  }
  await resident.context.close()
  return numbers
}

test('[DT1]–[DT9] from two matters to ended: each step says what it lacks, and the decision is drawn only when nothing is missing', { timeout: 200_000 }, async () => {
  const { compound, compoundName } = await tour()
  const numbers = await twoMatters(compound)
  const desk = await atDesk(browser, '林素梅')
  const { page } = desk
  await page.goto('/console/threads/new')
  await page.getByRole('combobox').fill(compoundName)
  await page.getByRole('option', { name: compoundName }).first().click()
  await page.getByLabel('找一件').fill('灯')
  for (const number of numbers) await page.locator('.th-picker li label', { hasText: number }).click()
  await page.getByText('选了2件').waitFor()
  await page.getByLabel('公开的题目').fill(TITLE)
  await page.getByLabel('一句说明').fill('太早看不清路，太晚睡不着。')
  await fit(desk)
  await page.getByRole('button', { name: '开这一件' }).click()
  await page.getByRole('heading', { name: TITLE, exact: true }).waitFor()
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
  await page.getByText('还没有贴出征集').waitFor()
  expect(await page.getByRole('button', { name: '走到“理事”' }).count()).toBe(0)
  await open(page, '贴出征集')
  await send(page, '贴出征集')
  await goOn(page, '走到“理事”')

  await open(page, '理清由谁定')
  await choose(page, '居民商量着定')
  await page.getByLabel('凭什么由他们定').fill('居民自己的事')
  await page.getByLabel('为什么这样分').fill('灯是大家的')
  await fit(desk)
  await send(page, '存下')
  await open(page, '写上必须听谁')
  await page.getByLabel('怎么称呼').fill('靠花园的几户')
  await send(page, '存下')
  await page.getByText('过了这天才能议').waitFor()
  await fit(desk)
  await behind("update thread set called_on = called_on - 9, call_until = call_until - 9 where id = $1", [id])
  await page.reload()
  await goOn(page, '走到“议事”')

  await page.getByText('议事会还没有开过并公布记录').waitFor()
  await fit(desk)
  const [talk, meeting, resolution, evaluation] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await sat(id, talk, 'talk')
  await sat(id, meeting, 'deliberation')
  await behind(`insert into resolution (district, id, meeting, path, compound_path, thread, n, words, yes, no, abstained, minority, carried, state, evaluate_on)
    select district, $3, $2, path, compound_path, id, 1, '十点半关主灯，留脚边灯', 19, 2, 0, '觉得太早', true, 'in_force', '2027-01-30' from thread where id = $1`, [id, meeting, resolution])
  await page.reload()
  await page.getByText('十点半关主灯，留脚边灯').first().waitFor()
  await open(page, '记下听了谁')
  await choose(page, '书面说不来了')
  await page.getByLabel('说了什么').fill('听大家的')
  await send(page, '存下')
  await goOn(page, '走到“干事”')

  await open(page, '交一项任务')
  await page.getByLabel('办什么').fill('给主灯装定时')
  await page.getByLabel('谁办').selectOption({ label: '别的人（写名头）' })
  await page.getByLabel('怎么称呼').fill('物业')
  await page.getByLabel('哪天前办完').fill('2026-12-30')
  await fit(desk)
  await send(page, '存下')
  await page.getByRole('button', { name: '办完了' }).click()
  await page.getByRole('textbox', { name: '办成了什么' }).fill('定时装好了，十点半准时关')
  await send(page, '存下')
  await goOn(page, '走到“评事”')

  await sat(id, evaluation, 'evaluation')
  await page.reload()
  await open(page, '录入一张评价条')
  await page.getByLabel('条上的号').fill('A7')
  await choose(page, '满意')
  await send(page, '存下')
  await page.getByRole('button', { name: '评一下' }).click()
  await choose(page, '办成了')
  await send(page, '存下')
  await page.getByRole('button', { name: '写上结果，收尾' }).click()
  await choose(page, '解决了')
  await fit(desk)
  await send(page, '写上结果，收尾')
  await page.getByText('评过了：解决了').waitFor()
  await fit(desk)
  await page.goto('/console/threads?step=ended')
  await page.getByRole('link', { name: new RegExp(TITLE) }).first().waitFor()
  await fit(desk)
  expect((await read<{ adjectives: { missing: object[] }[] }>(`/api/v1/public/threads/${id}`)).adjectives.every(({ missing }) => missing.length === 0)).toBe(true)
  await desk.context.close()
})
