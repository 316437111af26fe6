/** A phone without a signal: the app opens, a morning's work is written down, and everything is there exactly once and in order after. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { choose, fit, onPhone, somebody, type Walker } from '../support/people.ts'
import { history, productUrl, tour } from '../support/product.ts'
import { fillReport, sendReport, smallPhoto } from '../support/resident.ts'

let browser: Browser
// the demo's own visits are filled in before its matters: from here on only ours are added
beforeAll(async () => { browser = await launch(); await history(1) })
afterAll(async () => { await browser?.close() })

type Visit = { readonly placeName: string; readonly said: string | null; readonly met: string }
type Entry = { readonly kind: string; readonly said: string; readonly photos: readonly unknown[] }

/** What the server has, asked past the phone's own memory. */
async function server<T>(context: BrowserContext, path: string): Promise<T> {
  const answer = await context.request.get(`${await productUrl()}${path}`)
  expect(answer.status()).toBe(200)
  return await answer.json() as T // openapi.json says what it is
}
const visits = async (context: BrowserContext): Promise<readonly Visit[]> =>
  (await server<{ items: Visit[] }>(context, '/api/v1/visits/mine?limit=200')).items
const story = async (context: BrowserContext, id: string): Promise<readonly Entry[]> =>
  (await server<{ story: Entry[] }>(context, `/api/v1/matters/${id}`)).story

/** How many answers of the server the phone keeps. */
const keptAnswers = (page: Page): Promise<number> => page.evaluate(() => new Promise<number>((done, fail) => {
  const asked = indexedDB.open('linli-field')
  asked.onerror = () => fail(asked.error)
  asked.onsuccess = () => {
    const count = asked.result.transaction('answers').objectStore('answers').count()
    count.onsuccess = () => { asked.result.close(); done(count.result) }
  }
}))
/** Waits until the app is kept on the phone: its worker stands, and it has read ahead, so that nothing more comes. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
  let before = 0
  await expect.poll(async () => {
    const now = await keptAnswers(page)
    const still = now > 0 && now === before
    before = now
    return still
  }, { interval: 1000 }).toBe(true)
}

/** Somebody reports clutter in building 3, whose captain has it then. */
async function reported(words: string): Promise<string> {
  const walker = await somebody(browser)
  await walker.page.goto(`/d/${(await tour()).door}`)
  await fillReport(walker.page, { words, kind: '楼道堆物' })
  const { id } = await sendReport(walker.page)
  await walker.context.close()
  return id
}

async function knock(page: Page, room: string, said: string): Promise<void> {
  await page.goto('/field/doors')
  await page.getByRole('link', { name: new RegExp(`^${room}，`) }).click()
  await choose(page, '见到了')
  if (said) await page.getByRole('textbox', { name: '一句话' }).fill(said)
  await page.getByRole('button', { name: /^记好了/ }).click()
  await page.getByText(`${room}记好了，等信号`).waitFor()
}

const unsent = (page: Page) => page.locator('.fd-waiting:not(.fd-waiting--sent)')

test('[V8] cut off: three visits, a matter taken and finished with a photo; after the signal all is there once, in order', async () => {
  const walker = await onPhone(browser, '白玉芬')
  const { page, context } = walker
  const id = await reported(`楼道拐角堆着两辆旧童车，走不过去 ${Date.now()}`)
  await page.goto('/field')
  await page.locator(`a[href="/field/m/${id}"]`).first().waitFor()
  await page.goto(`/field/m/${id}`)
  await page.getByRole('button', { name: '我来办' }).waitFor()
  await page.goto('/field')
  await settled(page)

  await context.setOffline(true)
  await page.reload()
  await page.getByText(/没有信号，照常记/).waitFor()
  await fit(walker)
  for (const [room, said] of [['1804', '厨房下水慢'], ['1803', ''], ['1802', '楼道灯暗']] as const) await knock(page, room, said)
  await fit(walker)
  await page.goto(`/field/m/${id}`)
  await page.getByRole('button', { name: '我来办' }).click()
  await page.getByText('存好了，等信号').first().waitFor()
  await page.getByRole('link', { name: '办好了' }).click()
  await page.getByLabel('做了什么').fill('童车推回车棚了')
  await page.locator('input[type=file]').setInputFiles(await smallPhoto('#6a8a74'))
  await page.getByRole('button', { name: '办好了，交给别人复核' }).click()
  await page.getByText('存好了，等信号').first().waitFor()
  await page.goto('/field')
  await page.getByRole('heading', { name: '已存好，等信号' }).waitFor()
  await expect.poll(() => unsent(page).count()).toBeGreaterThanOrEqual(4)
  await page.goto('/field/waiting')
  await expect.poll(() => unsent(page).count()).toBe(5)
  await fit(walker)

  await context.setOffline(false)
  await expect.poll(async () => unsent(page).count(), { timeout: 30_000 }).toBe(0)
  await fit(walker)
  const all = await visits(context)
  // each once
  expect(all.filter(({ said }) => said === '厨房下水慢' || said === '楼道灯暗').length).toBe(2)
  expect(all.slice(0, 3).map(({ placeName, said }) => [placeName.slice(-5), said])).toEqual([['1802室', '楼道灯暗'], ['1803室', null], ['1804室', '厨房下水慢']])
  const done = await story(context, id)
  expect(done.map(({ kind }) => kind)).toEqual(['finish', 'take', 'filed'])
  expect([done[0]?.said, done[0]?.photos.length]).toEqual(['童车推回车棚了', 1])
  await context.close()
})

test('[V8] (case 14) killed in the middle of sending, then opened again: there once', async () => {
  const walker = await onPhone(browser, '白玉芬')
  const { page, context } = walker
  await page.goto('/field/doors')
  await page.getByRole('link', { name: /^1704，/ }).waitFor()
  await settled(page)
  const before = (await visits(context)).length
  await context.setOffline(true)
  await knock(page, '1704', '')
  // The server carries it out, and the phone dies before it hears so.
  await context.route('**/api/v1/visits', async (route) => { await route.fetch().catch(() => undefined); await page.close().catch(() => undefined) })
  await context.setOffline(false)
  await expect.poll(() => page.isClosed(), { timeout: 30_000 }).toBe(true)
  await expect.poll(async () => (await visits(context)).length, { timeout: 10_000 }).toBe(before + 1)
  await context.unroute('**/api/v1/visits')
  const again = await context.newPage()
  await again.goto('/field/waiting')
  await again.locator('.fd-waiting--sent').first().waitFor()
  await expect.poll(async () => unsent(again).count()).toBe(0)
  expect((await visits(context)).length).toBe(before + 1)
  await context.close()
})

/** One matter, written on without a signal while somebody at a desk does something to it. */
async function overtaken(walker: Walker, words: string): Promise<string> {
  const { page, context } = walker
  const id = await reported(words)
  await page.goto(`/field/m/${id}`)
  await page.getByRole('button', { name: '我来办' }).click()
  await page.getByText('接好了').waitFor()
  await settled(page)
  await context.setOffline(true)
  await page.getByRole('link', { name: '办好了' }).click()
  await page.getByLabel('做了什么').fill('和邻居说好，搬走了')
  await page.getByRole('button', { name: '办好了，交给别人复核' }).click()
  await page.getByText('存好了，等信号').first().waitFor()
  const desk = await onPhone(browser, '夏雨桐')
  const seen = await server<{ version: number }>(desk.context, `/api/v1/matters/${id}`)
  const noted = await desk.context.request.post(`${await productUrl()}/api/v1/matters/${id}/note`,
    { data: { note: '物业说下午来看', seenBy: 'staff', version: seen.version }, headers: { 'x-linli': '1' } })
  expect(noted.status()).toBe(200)
  await desk.context.close()
  await context.setOffline(false)
  await page.goto('/field')
  await page.getByText('1条没交上，写的都在，要您定').click()
  await page.getByText('您写的', { exact: true }).waitFor()
  return id
}

test('somebody else was there meanwhile: both versions are shown, and it is sent on what is there now', async () => {
  const walker = await onPhone(browser, '白玉芬')
  const { page, context } = walker
  const id = await overtaken(walker, `楼道口堆着纸箱，推车过不去 ${Date.now()}`)
  await page.getByText('和邻居说好，搬走了').waitFor()
  await page.getByText('物业说下午来看').waitFor()
  await fit(walker)
  await page.getByRole('button', { name: '照样交' }).click()
  await expect.poll(async () => (await story(context, id)).map(({ kind }) => kind), { timeout: 20_000 }).toEqual(['finish', 'note', 'take', 'filed'])
  await context.close()
})

test('(case 12) too late for a change, it is kept as a note: the words stay, the state is as it was', async () => {
  const walker = await onPhone(browser, '白玉芬')
  const { page, context } = walker
  const id = await overtaken(walker, `二楼拐角堆着木板，挡了半边 ${Date.now()}`)
  await page.getByRole('button', { name: '记成补一句' }).click()
  await expect.poll(async () => (await story(context, id))[0]?.said ?? '', { timeout: 20_000 }).toContain('和邻居说好，搬走了')
  expect((await story(context, id)).map(({ kind }) => kind)).toEqual(['note', 'note', 'take', 'filed'])
  expect((await server<{ state: string }>(context, `/api/v1/matters/${id}`)).state).toBe('taken')
  await context.close()
})

test('filed for a neighbour without a signal: number and receipt code stand under what was saved, once it is filed', async () => {
  const walker = await onPhone(browser, '白玉芬')
  const { page, context } = walker
  await page.goto('/field/new')
  await page.getByLabel('什么事').waitFor()
  await settled(page)
  await context.setOffline(true)
  await page.reload()
  await page.getByLabel('什么事').fill('楼道灯坏了两盏，王大爷下楼看不见台阶')
  await choose(page, /照明|楼道灯/)
  await page.getByRole('button', { name: '替他报上' }).click()
  await page.getByRole('heading', { name: '存好了，等信号' }).waitFor()
  await fit(walker)
  await page.getByRole('link', { name: '看存好的' }).click()
  await context.setOffline(false)
  await page.getByText(/^报上了，第 /).waitFor({ timeout: 30_000 })
  await page.getByText(/^查询码 /).waitFor()
  await fit(walker)
  await context.close()
})

test('the app can be installed: manifest, icons and a worker at an address that stays', async () => {
  const walker = await onPhone(browser, '白玉芬')
  const { page, context } = walker
  await page.goto('/field')
  const base = await productUrl()
  const manifest = await server<{ icons: readonly { src: string; sizes: string }[]; start_url: string; display: string }>(context, '/field.webmanifest')
  expect([manifest.start_url, manifest.display]).toEqual(['/field', 'standalone'])
  for (const { src } of manifest.icons) expect((await context.request.get(base + src)).headers()['content-type']).toBe('image/png')
  await settled(page)
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/field'))?.scope ?? '')).toBe(`${base}/field`)
  const kept = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys())
    .map(({ url }) => new URL(url).pathname)))).flat())
  expect(kept.some((path) => path.startsWith('/api/'))).toBe(false) // answers live where they can be erased
  await context.close()
})

test('[T10] a card taken away erases the phone: nothing of the lists or of what waited is left', async () => {
  const walker = await onPhone(browser, '白玉芬')
  const { page, context } = walker
  await page.goto('/field/doors')
  await page.getByRole('link', { name: /^1601，/ }).waitFor()
  await settled(page)
  await context.setOffline(true)
  await knock(page, '1601', '')
  const desk = await onPhone(browser, '林素梅')
  const { person } = await server<{ person: { id: string } }>(context, '/api/v1/session')
  const issued = await desk.context.request.post(`${await productUrl()}/api/v1/cards`, { data: { person: person.id }, headers: { 'x-linli': '1' } })
  expect(issued.status()).toBe(200)
  await context.setOffline(false)
  await page.getByText('先登录，再看今天的事').waitFor({ timeout: 30_000 })
  const left = await page.evaluate(() => new Promise<number>((done, fail) => {
    const asked = indexedDB.open('linli-field')
    asked.onerror = () => fail(asked.error)
    asked.onsuccess = () => {
      const counts = ['outbox', 'photos'].map((name) => new Promise<number>((counted) => {
        const count = asked.result.transaction(name).objectStore(name).count()
        count.onsuccess = () => counted(count.result)
      }))
      void Promise.all(counts).then((all) => done(all.reduce((sum, one) => sum + one, 0)))
    }
  }))
  expect(left).toBe(0)
  await desk.context.close()
  await context.close()
})
