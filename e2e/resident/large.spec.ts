/** Large mode on every page of residents, measured by the numbers of the standard for older people (A7): text, lines, contrast, targets, no pop-ups. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { launch, scrollsSideways } from '../support/browser.ts'
import { largeFaults } from '../support/large.ts'
import { atDesk, fit, somebody, type Walker } from '../support/people.ts'
import { behind, read, tour } from '../support/product.ts'
import { fillReport, sendReport } from '../support/resident.ts'

let browser: Browser
let met: ReadonlyMap<string, string>
beforeAll(async () => {
  browser = await launch()
  // the demo's past is told while the product runs already; a page without anything on it measures nothing
  for (met = await pages(); [...met.values()].some((address) => address.includes(NONE)); met = await pages()) await wait(1000)
}, 300_000)
afterAll(async () => { await browser?.close() })

const settled = async (page: Page): Promise<void> => {
  await page.locator('main').first().waitFor()
  await page.waitForLoadState('networkidle')
}
/** Turns large mode on as a person does, by the word in the head of a page. */
async function enlarged(options?: Parameters<typeof somebody>[1]): Promise<Walker> {
  const walker = await somebody(browser, options)
  await walker.page.goto('/m')
  await walker.page.getByRole('button', { name: '长辈版' }).click()
  return walker
}
async function meets(page: Page, what: string): Promise<void> {
  await settled(page)
  expect([what, await largeFaults(page)]).toEqual([what, []])
  expect([what, await scrollsSideways(page)]).toEqual([what, false])
}

/** Holds that the switch stands on the head of the page, once. */
async function headed(page: Page, path: string, word: string): Promise<void> {
  await page.locator('main').first().waitFor()
  await expect.poll(async () => [path, await page.getByRole('button', { name: word }).count()]).toEqual([path, 1])
}

type Listed = readonly { readonly id: string; readonly state?: string }[]
const listed = async (what: string, place: string): Promise<Listed> =>
  (await read<{ items: Listed }>(`/api/v1/public/${what}${what.includes('?') ? '&compound=' : '?place='}${place}`)).items
const NONE = 'not-there-yet'

/** Where each page of residents is met; a page that is new in the router has to be added here. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const { door, compound } = await tour()
  const first = (items: Listed): string => items[0]?.id ?? NONE
  const vote = first(await listed('votes?', compound))
  const poll = first(await listed('polls', compound))
  const thread = first(await listed('threads', compound))
  const body = first(await listed('councils', compound))
  const meeting = first((await listed('meetings', compound)).filter(({ state }) => state === 'posted' || state === 'approved'))
  // the code at a meeting's door is drawn by lot and told to its keeper alone
  if (meeting !== NONE) await behind(`update meeting set sign_code = upper(replace(id::text, '-', '')) where id = $1`, [meeting])
  return new Map([['/d/:door', `/d/${door}`], ['/', '/'], ['/sign-in', '/sign-in'], ['/board/:compound', `/board/${compound}`],
    ['/confidential', '/confidential'], ['/mediation', '/mediation'], ['/answer', '/answer'], ['/whistle-list', '/whistle-list'],
    ['/privacy', '/privacy'], ['/file', '/file'], ['/m', '/m'], ['/report', '/report'], ['/said', '/said'],
    ['/vote', '/vote'], ['/vote/:id', `/vote/${vote}`], ['/projects/:place', `/projects/${compound}`],
    ['/threads/in/:place', `/threads/in/${compound}`], ['/threads/:id', `/threads/${thread}`], ['/polls/:id', `/polls/${poll}`],
    ['/polls/:id/map', `/polls/${poll}/map`], ['/meetings/:id', `/meetings/${meeting}`], ['/s/:code', `/s/${meeting.replaceAll('-', '')}`],
    ['/bodies/in/:place', `/bodies/in/${compound}`], ['/bodies/:id', `/bodies/${body}`], ['/covenants/:place', `/covenants/${compound}`]])
}

test('[A7] every page that the router of residents knows is measured here', () => {
  const router = readFileSync(new URL('../../src/app/resident.tsx', import.meta.url), 'utf8')
  const known = [...router.matchAll(/path: '([^']+)'/g)].map(([, path]) => path).sort()
  expect([...met.keys()].sort()).toEqual(known)
})

test('[A7] each page meets every number in large mode, in the light and in the dark, at 390 and at 320 px', async () => {
  for (const options of [undefined, { viewport: { width: 320, height: 640 }, isMobile: true, colorScheme: 'dark' as const }]) {
    const walker = await enlarged(options)
    for (const [path, address] of met) {
      await walker.page.goto(address)
      await meets(walker.page, path)
    }
    await walker.context.close()
  }
})

test('[A7] the way in stands on each page’s head, is remembered, and the way back as well', async () => {
  const walker = await somebody(browser)
  for (const [path, address] of met) {
    await walker.page.goto(address)
    await headed(walker.page, path, '长辈版')
  }
  await walker.page.getByRole('button', { name: '长辈版' }).click()
  for (const [path, address] of met) {
    await walker.page.goto(address)
    await headed(walker.page, path, '标准版')
    expect([path, await walker.page.evaluate(() => document.documentElement.dataset['size'])]).toEqual([path, 'large'])
  }
  await walker.page.getByRole('button', { name: '标准版' }).click()
  await walker.page.reload()
  await settled(walker.page)
  expect(await walker.page.evaluate(() => document.documentElement.dataset['size'])).toBe('normal')
  await walker.context.close()
})

test('[A7] a matter is said, sent and followed in large mode, and each step meets every number', async () => {
  const walker = await enlarged()
  const { page } = walker
  await page.goto(`/d/${(await tour()).door}`)
  await fillReport(page, { words: '门口的路灯不亮，晚上看不清台阶', phone: '199 0000 4388' })
  await meets(page, 'a report that is filled in')
  const { receipt } = await sendReport(page)
  await meets(page, 'what comes after sending')
  await page.goto('/m')
  await meets(page, 'the code to be confirmed')
  const other = await enlarged()
  await other.page.goto('/m')
  await other.page.getByLabel('回执码').fill(receipt)
  await meets(other.page, 'a code that is typed')
  await Promise.all([walker, other].map(({ context }) => context.close()))
})

test('[A7] who follows a matter by its code reads it in large mode', async () => {
  const first = await somebody(browser)
  await first.page.goto(`/d/${(await tour()).door}`)
  await fillReport(first.page, { words: '一楼的门关不严，夜里一直响' })
  const { receipt } = await sendReport(first.page)
  const walker = await enlarged()
  await walker.page.goto('/m')
  await walker.page.getByLabel('回执码').fill(receipt)
  await walker.page.getByRole('button', { name: '查', exact: true }).click()
  await walker.page.getByText('一楼的门关不严').waitFor()
  await meets(walker.page, 'a matter that is followed')
  await fit(walker)
  await Promise.all([first, walker].map(({ context }) => context.close()))
})

test('[A7] in large mode nothing is told by colour alone: what is chosen has a tick and bold letters, and each clock says its state in words', async () => {
  const walker = await enlarged()
  const { page } = walker
  const { door, compound } = await tour()
  await page.goto(`/d/${door}`)
  await fillReport(page, { words: '楼道里堆了很多纸箱，下楼要侧着身子' })
  const looks = await page.getByRole('group', { name: '看着像是' }).locator('label').evaluateAll((all) => all.map((label) => ({
    chosen: label.querySelector('input')?.checked ?? false, tick: [...label.querySelectorAll('svg')].some((one) => one.checkVisibility()),
    bold: getComputedStyle(label.querySelector('span') ?? label).fontWeight >= '700',
  })))
  expect(looks.filter(({ chosen }) => chosen).length).toBe(1)
  for (const { chosen, tick, bold } of looks) expect([tick, bold]).toEqual([chosen, chosen])
  await page.goto(`/board/${compound}`)
  await settled(page)
  const clocks = await page.locator('.lk-clock').evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''))
  expect(clocks.filter((words) => words.length < 2)).toEqual([])
  await walker.context.close()
})

test('[A7] one’s own file, behind the phone code, what is asked in it and the copy meet every number in large mode', { timeout: 180_000 }, async () => {
  const worker = await atDesk(browser, '陆晓岚')
  const number = `1990008${String(Date.now()).slice(-4)}`
  const headers = (key: string) => ({ 'x-linli': '1', 'idempotency-key': `large-file-${key}-${number}` })
  let home = ''
  await expect.poll(async () => {
    const list = await worker.context.request.get('/api/v1/roster/lists/vacant?limit=1')
    home = (await list.json() as { items: readonly { id: string }[] }).items[0]?.id ?? '' // the shape of listHomes
    return home
  }, { timeout: 90_000 }).not.toBe('')
  const values = { name: '欧阳小雨', phone: number, sex: 'female' }
  const added = await worker.context.request.post(`/api/v1/roster/homes/${home}/people`, { data: { ties: ['owns'], values }, headers: headers('add') })
  expect(added.ok()).toBe(true)
  const walker = await enlarged({ viewport: { width: 320, height: 640 }, isMobile: true })
  const { page } = walker
  await page.goto('/file')
  await page.getByLabel('登记的手机号').fill(number)
  await page.getByRole('button', { name: '发验证码' }).click()
  const sent = page.getByText(/演示：验证码是 \d{6}/)
  await sent.waitFor()
  await page.getByLabel('短信里的6位数').fill(/\d{6}/.exec(await sent.innerText())?.[0] ?? '')
  await page.getByLabel('您名字的最后一个字').fill('雨')
  await meets(page, 'the code of one’s own file')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '欧阳＊＊的档案' }).waitFor()
  await meets(page, 'one’s own file')
  for (const [press, asked] of [['姓名不对', '姓名不对'], ['补上出生日期', '补上出生日期'], ['替孩子问（监护人）', '替孩子问（监护人）'], ['要求删除', '要求删除']] as const) {
    await page.getByRole('button', { name: press, exact: true }).click()
    await page.getByRole('group', { name: asked, exact: true }).waitFor()
    await meets(page, asked)
    await page.getByRole('button', { name: '不提了' }).click()
  }
  await page.getByRole('button', { name: '拿一份' }).click()
  await page.getByRole('heading', { level: 1, name: '我的信息，一份' }).waitFor()
  await meets(page, 'a copy of one’s own data')
  await fit(walker)
  await Promise.all([walker, worker].map(({ context }) => context.close()))
})
