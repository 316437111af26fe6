/**
 * Two worlds: one database and its copy. In the first somebody is reported, the report is read, answered, written back to and handed over;
 * in the second nothing happens. Everybody but reporter and handler then asks every route of the server in both, and gets the same bytes.
 */
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { clockOffset, now, setClockOffset } from '../kit/clock.ts'
import { openDb, withScope } from '../kit/db.ts'
import { routesOf } from '../kit/http.ts'
import { verifyDistrict } from '../record/index.ts'
import { operations } from './testing/contract.ts'
import { Stories } from './testing/stories.ts'
import { bytesOf, closeSide, copyOf, district, dropCopy, openSide, turn, type Side } from './testing/two-sides.ts'
import { cookieFrom, openWorld, type Reply, type World } from './testing/world.ts'

type Asker = { readonly name: string; readonly cookie: string; readonly headers?: { readonly [name: string]: string } }

const WORDS = '栽下的举报Kx9收了三千块钱'
const HOUR = 3_600_000
/** Their posts are of the same kind as somebody else's who asks. */
const ALIKE: readonly string[] = ['captain-old', 'fire']
let world: World
let stories: Stories
let withReport: Side
let without: Side
let askers: Asker[]
let pool: string[]
let reports: readonly string[] = []
let copy = ''
const told: string[] = []

const goOn = (ms: number): void => setClockOffset(clockOffset() + ms)
const personOf = (title: string): string => {
  const post = world.demo.posts.find((one) => one.title === title)
  return world.demo.tenures.find((one) => one.post === post?.id && one.until === undefined)?.person ?? ''
}

beforeAll(async () => {
  world = await openWorld()
  stories = new Stories(world)
  const photographed = await stories.withPhoto()
  const filed = [await stories.whistled(), await stories.slipped(), photographed, await stories.file()]
  const more: Asker[] = []
  for (const title of ['办事处主任', '党工委书记']) {
    const reply = await world.send({ url: '/api/v1/demo/session', body: { person: personOf(title) } })
    more.push({ name: title, cookie: cookieFrom(reply) })
  }
  vi.useFakeTimers({ toFake: ['Date'] }) // from here on the same moment in both worlds, for as long as it takes to ask
  const discipline = world.demo.posts.find((one) => one.kind === 'street_discipline')?.id ?? ''
  askers = [
    { name: 'nobody', cookie: '' }, { name: 'another resident', cookie: filed[3]?.cookie ?? '' },
    ...[...world.cookies].filter(([who]) => !ALIKE.includes(who) && who !== 'discipline').map(([name, cookie]) => ({ name, cookie })), ...more,
    { name: 'the person concerned, claiming the handler’s post', cookie: world.cookies.get('firm') ?? '', headers: { 'x-post': discipline } },
  ]
  pool = [filed[0]?.id ?? '', photographed.photo, stories.place('梧桐苑3号楼'), stories.place('梧桐苑'), discipline,
    world.demo.places.find((one) => one.doorCode)?.doorCode ?? '']
  const owner = openDb(world.database.connection, 'linli_owner', 1)
  await turn(world, { db: world.db, owner })
  await owner.destroy()
  copy = await copyOf(world)
  ;[withReport, without] = [await openSide(world, 'with', world.database.connection.database), await openSide(world, 'without', copy)]
  const write = process.stderr.write.bind(process.stderr)
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => { told.push(String(line)); return write('') })
  await report()
}, 120_000)

afterAll(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const one of [withReport, without]) await closeSide(one)
  await dropCopy(world, copy)
  await world.close()
})

async function post(url: string, body: object, cookie = ''): Promise<Reply> {
  const headers = { 'x-linli': '1', ...(cookie ? { cookie } : {}) }
  const reply = await withReport.server.inject({
    method: 'POST', url: `/api/v1/confidential/${url}`, payload: body, headers, remoteAddress: '203.0.113.40',
  })
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`)
  return reply
}

/** The whole life of two reports in the first world, with the worker's turns in both. */
async function report(): Promise<void> {
  const place = stories.place('梧桐苑3号楼')
  const handler = world.cookies.get('discipline') ?? ''
  const concerned = ['firm', 'secretary'].map((who) => world.demo.signIns.find(({ key }) => key === who)?.post ?? '')
  const codes: string[] = []
  for (const one of concerned) {
    const code = await stories.confidentialCode(place)
    codes.push(code)
    await post('reports', { code, place, words: WORDS, concerned: { post: one } })
  }
  const both = async (): Promise<void> => { goOn(HOUR); await turn(world, withReport); await turn(world, without) }
  await both()
  const list = await withReport.server.inject({ method: 'GET', url: '/api/v1/confidential/threads', headers: { cookie: handler } })
  const threads = list.json<{ items: { id: string; official: boolean }[] }>().items
  expect(threads).toHaveLength(2)
  reports = threads.map(({ id }) => id)
  pool.push(...reports)
  for (const { id, official } of threads) {
    await post(`threads/${id}/take`, {}, handler)
    await post(`threads/${id}/letters`, { words: '哪一天，在哪里？' }, handler)
    if (official) await post(`threads/${id}/hand-over`, { body: 'discipline', number: '汀纪信2026-118', words: '已移交' }, handler)
  }
  for (const code of codes) await post('thread', { code })
  await post('letters', { code: codes[0], words: '被停了活', retaliation: 'work' })
  await both()
  await post('proof', { code: codes[0], n: 0 })
  await both()
}

async function same(asker: Asker, url: string): Promise<string> {
  const ask = ({ server }: Side): Promise<Reply> => server.inject({
    method: 'GET', url, remoteAddress: '203.0.113.9', headers: { ...(asker.cookie ? { cookie: asker.cookie } : {}), ...asker.headers },
  })
  const [one, other] = (await Promise.all([ask(withReport), ask(without)])).map(bytesOf)
  if (one !== other || one?.includes(WORDS)) expect(one, `${asker.name} GET ${url}`).toBe(other)
  return one?.slice(0, 3) ?? ''
}

/** Pages say the same to everybody: they are asked by a few. */
const asking = (url: string): readonly Asker[] => (url.startsWith('/api/') ? askers : askers.slice(0, 3))

/** Every way to fill the parameters of a route out of the pool; of two parameters each with each. */
function filled(url: string): string[] {
  const [, name] = /[:*](\w*)/.exec(url) ?? []
  if (name === undefined) return [url]
  return pool.flatMap((value) => filled(url.replace(/:\w+|\*/, value)))
}

const STREAMS = ['/api/v1/events']
const gets = (): string[] => [...new Set(routesOf(withReport.server).filter(({ method }) => method === 'GET').map(({ url }) => url))]
  .filter((url) => !STREAMS.includes(url))

test('[C6] the table of routes is the server’s own, so that a new route is asked by itself', () => {
  const known = ['/', '/readyz', '/api/v1/matters', '/api/v1/matters/:id', '/api/v1/confidential/threads/:id', '/console/*']
  expect(gets()).toEqual(expect.arrayContaining(known))
  expect(gets().length).toBeGreaterThan(40)
})

test('[C6] whoever asks whatever, the world with the report and the world without answer the same bytes', async () => {
  let asked = 0
  let good = 0
  for (const url of gets()) {
    for (const [nth, one] of filled(url).slice(0, 16).entries()) {
      // what names a report is asked by everybody; what a route says to other ids is asked by a sixth each, so that over all ids everybody asks every route
      const whole = reports.some((id) => one.includes(id)) || !/[:*]/.test(url)
      const answers = await Promise.all(asking(url).filter((_, n) => whole || n % 6 === nth % 6).map((asker) => same(asker, one)))
      good += answers.filter((status) => status === '200').length
      asked += answers.length
    }
  }
  console.info(`${asked} questions in both worlds, ${good} answered`)
  expect(good).toBeGreaterThan(500)
}, 300_000)

test('[C6] searching, filters and pages of lists show no difference, also for words of the report', async () => {
  const asks: { readonly [name: string]: readonly string[] } = {
    q: [encodeURIComponent(WORDS), '%E4%B8%89%E5%8D%83'], tab: ['all', 'following'], limit: ['5'], state: ['filed', 'closed'],
    month: ['2026-11'], on: ['2026-11-20'],
  }
  const lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{') && !STREAMS.includes(path))
  for (const { path, query } of lists) {
    for (const name of query) {
      for (const value of asks[name] ?? []) {
        await Promise.all(askers.map((asker) => same(asker, `${path}?${name}=${value}${name === 'q' ? '&tab=all' : ''}`)))
      }
    }
  }
}, 120_000)

test('[C6] nobody hears anything on the live line while a report is filed and answered', async () => {
  const listen = async ({ server }: Side): Promise<{ url: string; heard: string[]; stop: () => void }> => {
    await server.listen({ host: '127.0.0.1', port: 0 })
    const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` // listening on TCP
    const stop = new AbortController()
    const heard = askers.map(() => '')
    for (const [n, asker] of askers.entries()) {
      const { body } = await fetch(`${url}/api/v1/events`, { headers: { cookie: asker.cookie, ...asker.headers }, signal: stop.signal })
      const read = async (): Promise<void> => { for await (const piece of body ?? []) heard[n] += new TextDecoder().decode(piece) }
      void read().catch(() => undefined) // stopped below
    }
    return { url, heard, stop: () => stop.abort() }
  }
  const [one, other] = [await listen(withReport), await listen(without)]
  const place = stories.place('梧桐苑3号楼')
  await post('reports', { code: await stories.confidentialCode(place), place, words: WORDS, concerned: { kind: 'official' } })
  await new Promise((resolve) => setTimeout(resolve, 2500))
  await expect.poll(() => one.heard, { timeout: 10_000 }).toEqual(other.heard) // one line may be a moment behind the other
  expect(one.heard.filter((text) => text.startsWith('event: hello')).length).toBeGreaterThan(5)
  one.stop()
  other.stop()
}, 30_000)

test('[C7] the record has as many leaves, batches and heads, at the same times, and both verify', async () => {
  const heads = async ({ owner }: Side) => (await sql`select size, at, key_id, length(signature) from tree_head order by size`.execute(owner)).rows
  const blocks = async ({ owner }: Side) =>
    (await sql`select length(leaf), (select idx from leaf l where l.act = c.id) from commitment c order by 2`.execute(owner)).rows
  expect(await heads(withReport)).toEqual(await heads(without))
  expect(await blocks(withReport)).toEqual(await blocks(without))
  expect((await blocks(withReport)).length).toBe(4 * 8)
  for (const one of [withReport, without]) expect((await verifyDistrict(one.owner, district)).ok).toBe(true)
})

test('[C7] even a copy of the database has the same tables, rows and lengths; acts, notices, timers and keys to the letter', async () => {
  const tables = (await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(without.owner))
    .rows.map(({ name }) => name)
  const measure = async ({ owner }: Side, table: string) =>
    (await sql.raw(`select count(*) as n, coalesce(sum(length(t::text)), 0) as length from ${table} t`).execute(owner)).rows
  for (const table of tables) expect([table, await measure(withReport, table)]).toEqual([table, await measure(without, table)])
  for (const table of ['act', 'outbox', 'notice', 'timer', 'idempotency', 'matter', 'confidential_line', 'setting']) {
    const rows = async ({ owner }: Side) =>
      (await sql.raw(`select md5(coalesce(string_agg(t::text, '/' order by t::text), '')) from ${table} t`).execute(owner)).rows
    expect([table, await rows(withReport)]).toEqual([table, await rows(without)])
  }
})

test('[C5] neither the database nor a log holds the words, in any world', async () => {
  const everything = await sql<{ xml: string }>`select database_to_xml(true, false, '')::text as xml`.execute(withReport.owner)
  expect(everything.rows[0]?.xml.includes('栽下的')).toBe(true) // what others filed is there, so the search would have found it
  expect(everything.rows[0]?.xml.includes(WORDS)).toBe(false)
  // pages that were not built yet, as on a fresh clone, are missed alike in both worlds and tell nothing
  const faults = (lines: readonly string[]) => lines.filter((line) => !line.includes('"code":"ENOENT"'))
  expect([faults(withReport.log), faults(without.log), told]).toEqual([[], [], []])
})

test('[C2] behind the routes the wall holds by itself: in nobody else’s scope is there a cell to read, count or write', async () => {
  const seen = async (one: Side, scope: Parameters<typeof withScope>[1]) => withScope(one.db, scope, async (tx) => [
    (await sql`select 1 from confidential_cell`.execute(tx)).rows.length, (await sql`select 1 from confidential_line`.execute(tx)).rows.length,
    Number((await sql`update confidential_cell set sealed = sealed`.execute(tx)).numAffectedRows ?? 0n),
  ])
  const handler = world.demo.posts.find((one) => one.kind === 'street_discipline')?.id ?? ''
  const others = world.demo.posts.filter((one) => one.id !== handler).slice(0, 60)
  const orgs = world.demo.orgs.map(({ id }) => id)
  const wide = { district, person: null, scopes: [`d${district}`], orgs, audience: ['street', 'clock', 'community'] }
  for (const one of [withReport, without]) {
    for (const { id } of others) expect(await seen(one, { ...wide, post: id })).toEqual([0, 0, 0])
    expect(await seen(one, wide)).toEqual([0, 0, 0])
    expect((await seen(one, { ...wide, scopes: [], post: handler }))[0]).toBe(64)
  }
})

test('[C5] the letter’s own answer has one shape and size, whatever was written and about whom', async () => {
  const place = stories.place('梧桐苑3号楼')
  const shapes = new Set<string>()
  const firm = world.demo.signIns.find(({ key }) => key === 'firm')?.post ?? ''
  for (const [words, concerned] of [['短', { kind: 'other' }], ['长'.repeat(2000), { kind: 'official' }], [WORDS, { post: firm }]] as const) {
    const body = { code: await stories.confidentialCode(place), place, words, concerned }
    const { headers, body: text } = await post('reports', body)
    shapes.add(JSON.stringify([Object.keys(headers).sort(), text.length]))
  }
  expect(shapes.size).toBe(1)
})

const middle = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0

test('[C6] other routes are no slower in the world with reports, and a wrong code takes as long as a right one', async () => {
  const time = async (ask: () => Promise<unknown>): Promise<number> => {
    const from = performance.now()
    await ask()
    return performance.now() - from
  }
  const cookie = world.cookies.get('secretary') ?? ''
  const inbox = (one: Side) => time(() => one.server.inject({ method: 'GET', url: '/api/v1/matters?tab=all', headers: { cookie } }))
  const place = stories.place('梧桐苑3号楼')
  const right = await stories.confidentialCode(place)
  await post('reports', { code: right, place, words: WORDS, concerned: { kind: 'other' } })
  const wrong = right.slice(0, 2) + (await stories.confidentialCode(place)).slice(2)
  const read = (code: string) => time(() => withReport.server.inject({ method: 'POST', url: '/api/v1/confidential/thread', payload: { code },
    headers: { 'x-linli': '1' }, remoteAddress: `10.9.${randomBytes(1)[0]}.${randomBytes(1)[0]}` }))
  const times: Record<'a' | 'b' | 'right' | 'wrong', number[]> = { a: [], b: [], right: [], wrong: [] }
  for (let n = 0; n < 25; n++) {
    times.a.push(await inbox(withReport))
    times.b.push(await inbox(without))
    times.right.push(await read(right))
    times.wrong.push(await read(wrong))
  }
  const alike = (one: number, two: number): boolean => Math.max(one, two) < Math.max(3 * Math.min(one, two), Math.min(one, two) + 10)
  expect([alike(middle(times.a), middle(times.b)), alike(middle(times.right), middle(times.wrong))], JSON.stringify(times)).toEqual([true, true])
}, 60_000)
