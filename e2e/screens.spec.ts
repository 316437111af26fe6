/**
 * Pictures of every page of the path, for README and for eyes: phone and desk, light and dark. Taken only when they are asked for, so that a
 * test run leaves the tree as it is: `LINLI_SCREENS=1 npx vitest run --project browser e2e/screens.spec.ts`, all or those whose name
 * LINLI_SCREENS names.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launch, withFonts } from './support/browser.ts'
import { atDesk, become, choose, onPhone, somebody, type Walker } from './support/people.ts'
import { moveBy } from './support/office.ts'
import { history, productUrl, read, tour, write } from './support/product.ts'
import { fillReport } from './support/resident.ts'

const asked = process.env['LINLI_SCREENS']
const wanted = (name: string): boolean => asked === '1' || (asked ?? '').split(',').some((one) => one !== '' && name.includes(one))
const folder = resolve(import.meta.dirname, '../docs/screens')
const sizes = [
  { width: 390, options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } },
  { width: 1440, options: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.25 } },
] as const satisfies readonly { readonly width: number; readonly options: BrowserContextOptions }[]

let browser: Browser
beforeAll(async () => { if (asked) { browser = await launch(); await history() } }, 900_000)
afterAll(async () => { await browser?.close() })

type Party = { readonly org: string; readonly stationKind: string | null }
type Shown = { readonly name: string; readonly who?: string; readonly path: string | (() => Promise<string>); readonly ready: string | RegExp
  readonly then?: (page: Page) => Promise<void>; readonly cookies?: () => Promise<Parameters<BrowserContext['addCookies']>[0]>
  readonly whole?: boolean; readonly widths?: readonly number[] }

/** The picture of the page as it stands, with as few colours as it needs. */
async function keep(page: Page, name: string, whole: boolean): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(async () => { await document.fonts.ready })
  // A whole page is a longer phone, so that the bar stands at its foot.
  const size = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (whole && size) await page.setViewportSize({ width: size.width, height: Math.min(height, 2600) })
  await page.waitForTimeout(250)
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  mkdirSync(folder, { recursive: true })
  writeFileSync(resolve(folder, `${name}.png`), await sharp(taken).png({ palette: true, colours: 96, effort: 10, compressionLevel: 9 }).toBuffer())
}

/** The id of an open matter that somebody sees, by the words of its title. */
async function matterOf(walker: Walker, query: string): Promise<string> {
  const answer = await walker.context.request.get(`${await productUrl()}/api/v1/matters?${query}`)
  const { items } = await answer.json()
  if (!items[0]) throw new Error(`no matter for ${query}`)
  return items[0].id
}

/** An id as that person sees it. */
async function idFor(name: string, query: string): Promise<string> {
  const walker = await somebody(browser)
  await become(walker, name)
  const id = await matterOf(walker, query)
  await walker.context.close()
  return id
}

const words = '三楼到四楼的楼道堆满纸箱和旧柜子，老人下楼得侧着身子，说过两回没人搬'
const reported = new Map<string, { cookies: Parameters<BrowserContext['addCookies']>[0] }>()

/** A matter that was reported, and went on as `course` says; its reporter's cookies. */
async function followed(key: string, course: (id: string) => Promise<void>): Promise<Parameters<BrowserContext['addCookies']>[0]> {
  const known = reported.get(key)
  if (known) return known.cookies
  const walker = await somebody(browser)
  const { door } = await tour()
  const place = await (await walker.context.request.get(`${await productUrl()}/api/v1/doors/${door}`)).json()
  const filed = await write<{ id: string }>(walker.context.request, '/api/v1/matters', {
    place: place.place.id, words, category: 'corridor_clutter', onBoard: true, channel: 'qr',
  })
  await course(filed.id)
  const cookies = await walker.context.cookies()
  reported.set(key, { cookies })
  await walker.context.close()
  return cookies
}

async function takenByCaptain(id: string): Promise<void> {
  const captain = await onPhone(browser, '白玉芬')
  await write(captain.context.request, `/api/v1/matters/${id}/take`, {})
  await captain.context.close()
}

async function settled(id: string): Promise<void> {
  const [captain, grid] = [await onPhone(browser, '白玉芬'), await onPhone(browser, '夏雨桐')]
  const url = `/api/v1/matters/${id}`
  await write(captain.context.request, `${url}/take`, {})
  await write(captain.context.request, `${url}/finish`, { note: '和三楼商量好，柜子当天搬下楼了，走道通了', outcome: 'solved' })
  await write(grid.context.request, `${url}/verify`, { pass: true, note: '去看过，走道一米二，全通了' })
  await Promise.all([captain, grid].map(({ context }) => context.close()))
}

const report = async (page: Page): Promise<void> => {
  await fillReport(page, { words })
  await page.getByRole('button', { name: '交给楼栋长' }).waitFor()
  await page.mouse.move(0, 0)
}
const chat = ['梧桐小辣椒 2026/11/20 08:12', '3号楼楼道灯坏了好几天了，晚上看不见', '阳光妈妈 2026/11/20 08:15', '+1', '阳光妈妈 2026/11/20 08:16', '大家早上好', '老李头 2026/11/20 08:30',
  '7号楼垃圾三天没人收，臭死了'].join('\n')
/** A chat read into drafts; the drafts of the pictures before are dropped. */
const paste = async (page: Page): Promise<void> => {
  const drop = page.getByRole('button', { name: '不要' })
  await page.waitForTimeout(600)
  for (let left = await drop.count(); left > 0; left = await drop.count()) { await drop.first().click(); await expect.poll(() => drop.count()).toBeLessThan(left) }
  await page.getByLabel('聊天内容').fill(chat)
  await page.getByRole('button', { name: '读成草稿' }).click()
  await page.getByText(/读出\d+件/).waitFor()
}
const door = async (): Promise<string> => `/d/${(await tour()).door}`

/** A resident who says that they met what another has reported; their cookies. */
let joiner: Promise<Parameters<BrowserContext['addCookies']>[0]> | undefined
const joined = () => joiner ??= (async () => {
  const [first, second, captain] = [await somebody(browser), await somebody(browser), await onPhone(browser, '白玉芬')]
  const { place } = await (await first.context.request.get(`${await productUrl()}/api/v1/doors/${(await tour()).door}`)).json()
  const filing = { place: place.id, words, category: 'corridor_clutter', onBoard: true, channel: 'qr' }
  const root = await write<{ id: string; number: string }>(first.context.request, '/api/v1/matters', filing)
  await write(captain.context.request, `/api/v1/matters/${root.id}/take`, {})
  await write(captain.context.request, `/api/v1/matters/${root.id}/log`, { note: '和三楼约了今晚七点谈' })
  await write(second.context.request, '/api/v1/matters', { ...filing, words: '楼道的旧柜子还在，我妈推不动轮椅', join: root.number })
  const cookies = await second.context.cookies()
  await Promise.all([first, second, captain].map(({ context }) => context.close()))
  return cookies
})()

/** The link and the six digits with which a station answers a whistle; opened, never answered. */
let link: Promise<{ readonly path: string; readonly code: string }> | undefined
const answering = () => link ??= (async () => {
  const [resident, desk] = [await somebody(browser), await somebody(browser)]
  await become(desk, '林素梅')
  const { place } = await (await resident.context.request.get(`${await productUrl()}/api/v1/doors/${(await tour()).door}`)).json()
  const { id } = await write<{ id: string }>(resident.context.request, '/api/v1/matters', { place: place.id, category: 'green_taken', onBoard: true,
    channel: 'qr', words: '楼前绿地又被围起来种菜，浇粪臭得很' })
  const { items } = await (await desk.context.request.get(`${await productUrl()}/api/v1/matters/${id}/parties`)).json() as { items: Party[] }
  const org = (kind: string) => items.find((one) => one.stationKind === kind)?.org
  await moveBy(desk, id, 'whistle', { situation: 'joint_enforcement', difficulty: '劝了三次，拔了又种', lead: { org: org('enforcement'), task: '到场查处' },
    supports: [{ org: org('police'), task: '维持秩序' }] })
  const made = await write<{ token: string; code: string }>(desk.context.request, `/api/v1/matters/${id}/answer-link`, { org: org('enforcement') })
  await Promise.all([resident, desk].map(({ context }) => context.close()))
  return { path: `/answer#${made.token}`, code: made.code }
})()
const openSlip = async (page: Page): Promise<void> => {
  await page.getByLabel('六位数').fill((await answering()).code)
  await page.getByRole('button', { name: '打开这张单' }).click()
  await page.getByText('到场查处').waitFor()
}

/** The form of the first door that is not visited, with who was met and a sentence. */
const visit = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /还没有走访过$/ }).first().click()
  await choose(page, '见到了')
  await page.getByRole('textbox', { name: '一句话' }).fill('楼道扶手三楼那段松了，要人来紧一下')
  await page.mouse.move(0, 0)
}
/** Two visits without a signal; they are never sent. */
const cutOff = async (page: Page): Promise<void> => {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForTimeout(1500)
  await page.context().setOffline(true)
  for (const nth of [1, 2]) {
    await page.goto('/field/doors')
    await page.getByRole('link', { name: /还没有走访过$/ }).nth(nth).click()
    await choose(page, '见到了')
    await page.getByRole('button', { name: /^记好了/ }).click()
    await page.getByText(/记好了，等信号/).waitFor()
  }
  await page.goto('/field/waiting')
  await page.getByRole('heading', { name: '已存好，等信号' }).waitFor()
}

/** Another heap in the same stairs, for the window that offers what is alike. */
const alike = async (): Promise<string> => {
  await followed('alike', async () => undefined)
  await followed('alike too', async () => undefined)
  return `/console/m/${await idFor('林素梅', 'tab=all&category=corridor_clutter&state=filed')}?tab=all`
}
let quarrel: Promise<string> | undefined
/** The address of a dispute that waits for what both sides say. */
const disputed = (): Promise<string> => quarrel ??= (async () => {
  const walker = await atDesk(browser, '何晓玲')
  const { place } = await (await walker.context.request.get(`${await productUrl()}/api/v1/doors/${(await tour()).door}`)).json()
  const sides = ['舒国华', '汪丽萍'].map((name) => ({ persons: [{ name }] }))
  const { id } = await write<{ id: string }>(walker.context.request, '/api/v1/disputes',
    { place: place.id, kind: 'noise', words: '楼上夜里拖椅子，楼下睡不着，谈了几次谈不拢', sides })
  await walker.context.close()
  return `/console/disputes/${id}?tab=opened`
})()
const whyFinish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^为什么：\s*办结/ }).click()
  await page.getByRole('dialog').getByText(/^依据：/).first().waitFor()
}
const joinForm = async (page: Page): Promise<void> => {
  await page.locator('article').getByRole('button', { name: /^并到另一件/ }).click()
  await page.getByRole('dialog').getByRole('group', { name: /像/ }).waitFor()
}

/** The id of the first thing in an open list whose words hold `like`. */
async function listed(path: string, like: RegExp): Promise<string> {
  const { items } = await read<{ items: readonly { readonly id: string }[] }>(path)
  const found = items.find((one) => like.test(JSON.stringify(one)))
  if (!found) throw new Error(`${path} lists nothing like ${like}`)
  return found.id
}
const here = async (): Promise<string> => (await tour()).compound
const garden = async (): Promise<string> => listed(`/api/v1/public/threads?place=${await here()}`, /晚上怎么用/)
const evenings = async (): Promise<string> => listed(`/api/v1/public/polls?place=${await here()}`, /晚饭后/)

const pages: readonly Shown[] = [
  { name: 'first', path: '/', ready: '三分钟，跟着一件事走一遍' },
  { name: 'sign-in', path: '/sign-in', ready: '工作人员登录' },
  { name: 'report', path: door, ready: '扫门口的码自动填好', then: report, whole: true },
  { name: 'board', path: async () => `/board/${(await tour()).compound}`, ready: /公开栏/, whole: true },
  { name: 'whistle-list', path: '/whistle-list', ready: '哪些事可以吹哨', whole: true },
  { name: 'confidential', path: '/confidential', ready: '12388', whole: true },
  { name: 'answer', path: async () => (await answering()).path, ready: '先输单子上的六位数', then: openSlip, whole: true },
  { name: 'follow-joined', path: '/m', ready: '并到一件一起办', cookies: joined, whole: true },
  { name: 'field-doors', who: '白玉芬', path: '/field/doors', ready: '存在手机里' },
  { name: 'field-visit', who: '白玉芬', path: '/field/doors', ready: '存在手机里', then: visit },
  { name: 'field-waiting', who: '白玉芬', path: '/field/doors', ready: '存在手机里', then: cutOff },
  { name: 'field-today', who: '白玉芬', path: '/field', ready: '今天' },
  { name: 'field-today-grid', who: '夏雨桐', path: '/field', ready: '今天' },
  { name: 'field-matter', who: '白玉芬', path: async () => `/field/m/${await idFor('白玉芬', 'tab=mine')}`, ready: '经过', whole: true },
  {
    name: 'field-new', who: '石桂芝', path: '/field/new', ready: '什么事',
    then: async (page) => { await page.getByLabel('什么事').fill('楼道灯坏了两盏，晚上下楼看不见台阶') },
  },
  { name: 'inbox', who: '林素梅', path: async () => `/console/m/${await idFor('林素梅', 'tab=mine')}`, ready: '经过' },
  { name: 'inbox-story', who: '林素梅', path: async () => `/console/m/${await idFor('林素梅', 'tab=all&state=whistled')}?tab=all`, ready: '经过' },
  { name: 'whistle', who: '林素梅', path: async () => `/console/m/${await idFor('林素梅', 'tab=all&state=taken')}/whistle`, ready: '部门不来怎么办' },
  { name: 'why', who: '林素梅', path: async () => `/console/m/${await idFor('林素梅', 'tab=all&state=whistled')}?tab=all`, ready: '经过', then: whyFinish },
  { name: 'similar', who: '林素梅', path: alike, ready: '经过', then: joinForm },
  { name: 'course', who: '林素梅', path: async () => `/console/m/${await idFor('林素梅', 'tab=all&state=whistled')}/whistle`, ready: '联合处置记录' },
  { name: 'whistles-after', who: '林素梅', path: '/console/whistles', ready: '办完的哨' },
  { name: 'rulings', who: '贺一川', path: '/console/rulings', ready: /等街道裁定|没有等裁定/ },
  { name: 'aside', who: '贺一川', path: '/console/aside', ready: /再看/ },
  { name: 'return-visits', who: '林素梅', path: '/console/return-visits', ready: /件要回访/ },
  { name: 'rates', who: '庄静仪', path: '/console/rates', ready: /回访到\d+件/ },
  { name: 'time', who: '庄静仪', path: '/console/time', ready: /个工作日，放假/ },
  { name: 'joint', who: '林素梅', path: '/console/joint', ready: '桌上的事' },
  { name: 'contact', who: '林素梅', path: '/console/contact', ready: /当面说上话/ },
  { name: 'disputes', who: '何晓玲', path: disputed, ready: '噪声纠纷' },
  { name: 'dispute-new', who: '何晓玲', path: '/console/disputes/new', ready: '两方是谁' },
  { name: 'line', who: '康如海', path: '/console/confidential', ready: '只有您这个岗位看得到' },
  { name: 'department', who: '万晓', path: '/console', ready: '要报到的哨' },
  { name: 'firm', who: '孟凡', path: '/console', ready: '派来的单' },
  { name: 'supervision', who: '贺一川', path: '/console/supervision', ready: /督办/ },
  { name: 'paste', who: '何晓玲', path: '/console/paste', ready: '粘贴聊天', then: paste },
  { name: 'posters', who: '何晓玲', path: '/console/posters', ready: '门口海报' },
  { name: 'chain', who: '林素梅', path: '/console/chain', ready: /栋有楼栋长/ },
  { name: 'acts', who: '林素梅', path: '/console/acts', ready: '我的履职' },
  { name: 'vote', who: '傅明远', path: '/console/votes', ready: /维修资金/, then: async (page) => { await page.getByRole('link', { name: /维修资金|电梯/ }).first().click(); await page.getByText(/还差|够了/).first().waitFor() } },
  { name: 'thread', path: async () => `/threads/${await garden()}`, ready: '从头到尾', whole: true },
  { name: 'thread-desk', who: '陆晓岚', path: async () => `/console/threads/${await garden()}`, ready: '从头到尾' },
  { name: 'opinion-map', path: async () => `/polls/${await evenings()}/map`, ready: '画成图', whole: true },
  { name: 'poll', path: async () => `/polls/${await listed(`/api/v1/public/polls?place=${await here()}`, /周末上午/)}`, ready: '赞成' },
  { name: 'meeting', who: '陆晓岚', path: async () => `/console/meetings/${await listed(`/api/v1/public/meetings?place=${await here()}`, /用议事会/)}`, ready: '决议' },
  { name: 'covenant', path: async () => `/covenants/${await here()}`, ready: '第一条', whole: true },
  { name: 'report-danger', path: door, ready: '扫门口的码自动填好', then: async (page) => { await fillReport(page, { words: '楼上男的又打老婆，听见喊救命，孩子在哭' }) } },
  {
    name: 'receipt', path: door, ready: '扫门口的码自动填好',
    then: async (page) => {
      await report(page)
      await page.getByRole('button', { name: '交给楼栋长' }).click()
      await page.getByRole('heading', { name: /^交上了/ }).waitFor()
    },
  },
  { name: 'follow-open', path: '/m', ready: '查我报的事' },
  { name: 'follow', path: '/m', ready: '现在谁在办', cookies: () => followed('fresh', takenByCaptain), whole: true },
  { name: 'questions', path: '/m', ready: '轮到您说，三句话', cookies: () => followed('settled', settled), whole: true,
    then: async (page) => { await choose(page, '联系过'); await choose(page, '解决了') } },
  {
    name: 'field-finish', who: '白玉芬',
    path: async () => { await followed('fresh', takenByCaptain); return `/field/m/${await idFor('白玉芬', 'tab=mine&state=taken')}/do/finish` },
    ready: '怎么了结的',
  },
]

for (const shown of pages) {
  test.skipIf(!asked || !wanted(shown.name))(`[screens] ${shown.name}`, async () => {
    for (const { width, options } of sizes) for (const colorScheme of ['light', 'dark'] as const) {
      const walker = await somebody(browser, { ...options, colorScheme })
      await withFonts(walker.page)
      if (shown.who) await become(walker, shown.who)
      if (shown.cookies) await walker.context.addCookies(await shown.cookies())
      await walker.page.goto(typeof shown.path === 'string' ? shown.path : await shown.path())
      await walker.page.getByText(shown.ready).first().waitFor()
      await shown.then?.(walker.page)
      await keep(walker.page, `${shown.name}-${width}-${colorScheme}`, shown.whole === true && width === 390)
      expect(walker.complaints).toEqual([])
      await walker.context.close()
    }
  }, 180_000)
}

test.skipIf(!asked || !wanted('poster-a4'))('[screens] poster-a4', async () => {
  const walker = await somebody(browser, { viewport: { width: 794, height: 1123 }, deviceScaleFactor: 1.25 })
  await withFonts(walker.page)
  await become(walker, '何晓玲')
  await walker.page.goto('/console/posters')
  await walker.page.getByRole('article').first().waitFor()
  await walker.page.emulateMedia({ media: 'print' })
  await keep(walker.page, 'poster-a4', false)
  await walker.context.close()
})
