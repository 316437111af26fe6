/** What a stranger, a thief and a curious neighbour try, against the whole server. */
import { readdirSync, readFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope } from '../kit/db.ts'
import { inboxesOf } from '../notices/rules/index.ts'
import { standingOf } from '../offices/index.ts'
import { clockActor, createAccount, signFollow, staffActor } from '../trust/index.ts'
import { newId } from '../kit/ids.ts'
import { now } from '../kit/clock.ts'
import { faultOfRefusal } from './testing/contract.ts'
import { deliverAll } from './testing/notice-plans.ts'
import { planted, Stories } from './testing/stories.ts'
import { cookieFrom, openWorld, type Reply, type Who, type World } from './testing/world.ts'

let world: World
let stories: Stories
beforeAll(async () => {
  world = await openWorld()
  stories = new Stories(world)
}, 60_000)
afterAll(async () => { await world.close() })

const get = (url: string, more: object = {}): Promise<Reply> => world.send({ method: 'GET', url, ...more })
const answer = ({ statusCode, body }: Reply): string => `${statusCode} ${statusCode < 300 ? '' : JSON.parse(body).code}`

/** Bytes as they are written, to a server that listens: what inject would put right is sent as it stands. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(bytes, 'latin1')
  return text(socket)
}

test('every reply forbids foreign scripts, frames and guessing of types; pages hold no script of their own', async () => {
  for (const url of ['/', '/console', '/field/today', '/m', '/board/x', '/api/v1/session', '/openapi.json', '/nothing', '/assets/nothing.js']) {
    const { headers } = await get(url)
    expect(headers['x-content-type-options'], url).toBe('nosniff')
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(policy.replace(/style-src[^;]*;/, '')).not.toMatch(/unsafe|\*|https?:/)
  }
  for (const name of readdirSync(import.meta.dirname).filter((one) => one.endsWith('.html'))) {
    expect(readFileSync(path.join(import.meta.dirname, name), 'utf8')).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=|javascript:/i)
  }
})

test('a path never leaves the folder of the pages or of the photos', async () => {
  const { server } = await world.another({})
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo // listening on TCP
  const away = ['/assets/../../package.json', '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json', '/assets/....//....//package.json', '/assets/..\\..\\package.json',
    '/assets//etc/passwd', '/assets/%00', '/assets/%2fetc%2fpasswd', '//etc/passwd',
    '/assets/.vite/manifest.json', '/api/v1/photos/..%2f..%2fkeys%2fmaster', '/../data/keys/master',
    '/api/v1/boards/x/photos/..', 'http://elsewhere.example/assets/../x', '/%', '/%c0%ae%c0%ae/']
  for (const url of away) {
    const said = await raw(port, `GET ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    expect(said, url).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(said, url).toMatch(/application\/problem\+json/)
    expect(said, url).not.toMatch(/"linli"|root:|"dependencies"/)
  }
})

test('[K5] what is not even a request gets a sentence on the bare connection', async () => {
  const { server } = await world.another({})
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo // listening on TCP
  const head = 'POST /api/v1/matters HTTP/1.1\r\nhost: x\r\nx-linli: 1\r\n'
  const nonsense: readonly (readonly [string, number])[] = [
    ['\x00\x01\x02\r\n\r\n', 400], ['GET / HTTP/9.9\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(40_000)}\r\n\r\n`, 431], [`GET /${'x'.repeat(40_000)} HTTP/1.1\r\n\r\n`, 431],
    [`${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`, 400], [`${head}content-length: x\r\n\r\n`, 400],
    [`${head}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`, 400], ['GET / HTTP/1.1\r\n bad\r\n\r\n', 400],
  ]
  for (const [bytes, status] of nonsense) {
    const said = await raw(port, bytes)
    expect(said.split('\r\n')[0], JSON.stringify(bytes.slice(0, 60))).toContain(String(status))
    expect(said).toMatch(/application\/problem\+json[\s\S]*"explain":\{"zh":"[^"]+。","en":"[^"]+"/)
  }
})

async function timed(send: () => Promise<Reply>): Promise<{ reply: Reply; ms: number }> {
  const from = performance.now()
  const reply = await send()
  return { reply, ms: performance.now() - from }
}
/** Asks two ways in turn and answers both replies and the quickest times. */
async function side(rounds: number, one: (round: number) => Promise<Reply>, two: (round: number) => Promise<Reply>, most = rounds) {
  const [a, b] = [[], []] as { reply: Reply; ms: number }[][]
  // the quickest of each: what a busy machine adds, it adds to some; asked more often while they are not alike
  const least = (all: typeof a): number => Math.min(...(all ?? []).map(({ ms }) => ms))
  for (let round = 0; round < rounds || (round < most && !alike(least(a), least(b))); round++) {
    a?.push(await timed(() => one(round)))
    b?.push(await timed(() => two(round)))
  }
  const replies = (all: typeof a): string[] => (all ?? []).map(({ reply }) => `${reply.statusCode} ${reply.body}`)
  return { one: replies(a), two: replies(b), oneMs: least(a), twoMs: least(b) }
}
/** Alike within a factor of three, or ten milliseconds: what is slower by a password's hash stands out, a busy machine does not. */
const alike = (one: number, two: number): boolean => Math.max(one, two) < Math.max(3 * Math.min(one, two), Math.min(one, two) + 10)

test('[T3] signing in tells nobody which names exist: same answer, same time', async () => {
  const auth = openDb(world.database.connection, 'linli_auth', 1)
  for (let n = 0; n < 3; n++) await createAccount(auth, { person: newId(), district: '990106', username: `known${n}`, password: planted.password })
  await auth.destroy()
  const wrong = (name: string) => world.send({ url: '/api/v1/session', body: { name, password: 'not this one' } })
  const { one, two, oneMs, twoMs } = await side(3, (n) => wrong(`known${n % 3}`), (n) => wrong(`unknown${n}`), 12)
  expect(new Set([...one, ...two]).size).toBe(1)
  expect(alike(oneMs, twoMs), `${oneMs} and ${twoMs} ms`).toBe(true)
})

test('[T6] receipts and phone codes tell nobody which receipts exist or whose phone it is: same answer, same time', async () => {
  const known = await Promise.all(Array.from({ length: 5 }, () => stories.file()))
  const open = (receipt: string, phone?: string) => world.send({ url: '/api/v1/receipts/open', body: { receipt, ...(phone ? { phone } : {}) } })
  const confirm = (receipt: string, phone: string) => world.send({ url: '/api/v1/receipts/confirm', body: { receipt, phone, code: '000000' } })
  const unknown = (n: number): string => `7KQ3M2XZ000${n}`
  const at = (n: number): { receipt: string; phone: string } => known[n] ?? { receipt: '', phone: '' }
  const pairs = [
    await side(5, (n) => open(at(n).receipt), (n) => open(unknown(n))),
    await side(5, (n) => open(at(n).receipt, at(n).phone), (n) => open(unknown(n), stories.phone())),
    await side(5, (n) => confirm(at(n).receipt, at(n).phone), (n) => confirm(unknown(n), stories.phone())),
  ]
  for (const { one, two, oneMs, twoMs } of pairs) {
    expect(new Set([...one, ...two]).size).toBe(1)
    expect(alike(oneMs, twoMs), `${oneMs} and ${twoMs} ms`).toBe(true)
  }
})

test('the public files thirty matters in ten minutes from one address, staff and other addresses go on, and the limit can be lifted', async () => {
  const limited = await world.another({ filingLimit: 30 })
  const body = { place: stories.place('梧桐苑3号楼'), words: '灯不亮', category: 'lighting', onBoard: false, channel: 'page' }
  const file = (from: string, more: object = {}) => limited.send({ url: '/api/v1/matters', body: { ...body, ...more }, from })
  for (let n = 0; n < 30; n++) expect(answer(await file('203.0.113.7')), String(n)).toBe('200 ')
  const refused = await file('203.0.113.7')
  expect(answer(refused)).toBe('429 too_many')
  expect(faultOfRefusal(refused)).toBeUndefined()
  expect(refused.json<{ explain: { zh: string } }>().explain.zh).toMatch(/分钟后再报.*110/)
  expect(answer(await file('::ffff:203.0.113.7'))).toBe('429 too_many')
  expect(answer(await file('203.0.113.8'))).toBe('200 ')
  expect(answer(await limited.send({ as: 'worker', url: '/api/v1/matters', body: { ...body, channel: 'desk' }, from: '203.0.113.7' }))).toBe('200 ')
  for (let n = 0; n < 32; n++) expect((await world.send({ url: '/api/v1/matters', body, from: '203.0.113.9' })).statusCode).toBe(200)
})

test('the address that a proxy names counts only where the proxy is known', async () => {
  const body = { place: stories.place('梧桐苑3号楼'), words: '灯不亮', category: 'lighting', onBoard: false, channel: 'page' }
  const behind = await world.another({ filingLimit: 1, trustedProxy: '10.9.9.9' })
  const open = await world.another({ filingLimit: 1 })
  const file = (server: typeof open, sender: string) =>
    server.send({ url: '/api/v1/matters', body, from: '10.9.9.9', headers: { 'x-forwarded-for': sender } })
  expect([
    (await file(behind, '203.0.113.1')).statusCode, (await file(behind, '203.0.113.2')).statusCode, (await file(behind, '203.0.113.2')).statusCode,
  ])
    .toEqual([200, 200, 429])
  expect([(await file(open, '203.0.113.1')).statusCode, (await file(open, '203.0.113.2')).statusCode]).toEqual([200, 429])
})

test('[T7] a follow cookie is not to be forged, stretched, or turned to another matter', async () => {
  const [mine, theirs] = [await stories.file(), await stories.file()]
  const [name = '', value = ''] = mine.cookie.split('=')
  const [district = '', , expires = '', signature = ''] = value.split('.')
  const hex = (id: string): string => id.replaceAll('-', '')
  expect((await get('/api/v1/followed', { cookie: mine.cookie })).json()).toMatchObject({ id: mine.id })
  const forged = [`${district}.${hex(theirs.id)}.${expires}.${signature}`,
    `${district}.${hex(mine.id)}.${(Number.parseInt(expires, 36) + 9).toString(36)}.${signature}`,
    `990107.${hex(mine.id)}.${expires}.${signature}`, `${district}.${hex(mine.id)}.${expires}.`,
    `${district}.${hex(mine.id)}.${expires}`, value.slice(0, -1), `${value}A`, value.toUpperCase(),
    signFollow({ district: '990106', matter: mine.id, expires: Math.floor(now().getTime() / 1000) - 1 }),
    signFollow({ district: '990107', matter: mine.id, expires: 9e9 })]
  for (const one of forged) expect((await get('/api/v1/followed', { cookie: `${name}=${one}` })).statusCode, one).toBe(404)
  // half an hour of ballots or of one's own file is not made a year by the page that opens links
  const link = async (opens: 'matter' | 'ballots' | 'file' | 'side') => (await world.send({ url: '/api/v1/receipts/link',
    body: { token: signFollow({ district: '990106', matter: mine.id, expires: Math.floor(now().getTime() / 1000) + 60 }, opens) } })).statusCode
  expect([await link('matter'), await link('ballots'), await link('file'), await link('side')]).toEqual([200, 422, 422, 422])
  const note = await world.send({ url: '/api/v1/followed/note', body: { note: '我的话' }, cookie: mine.cookie })
  expect(note.json()).toMatchObject({ id: mine.id })
  for (const url of [`/api/v1/matters/${mine.id}`, '/api/v1/matters', `/api/v1/matters/${theirs.id}/parties`]) expect(
    (await get(url, { cookie: mine.cookie })).statusCode, url,
  )
    .toBe(401)
})

test('[M22] live events are for those who are signed in', async () => {
  expect(answer(await get('/api/v1/events'))).toBe('401 signed_out')
  expect(answer(await get('/api/v1/events', { cookie: (await stories.file()).cookie }))).toBe('401 signed_out')
})

type Line = { id: string; said: { zh: string }; subject: string; title: { zh: string }; more: number; unread: boolean; opens: { console: string | null; field: string | null } }
const noticesOf = async (as: Who, cookie?: string): Promise<Line[]> =>
  (await world.send({ as, method: 'GET', url: '/api/v1/notices', cookie })).json<{ items: Line[] }>().items
const unreadOf = async (as: Who, cookie?: string): Promise<number> =>
  (await world.send({ as, method: 'GET', url: '/api/v1/notices/count', cookie })).json<{ unread: number }>().unread

test('[N1] [N3] [N4] [N5] what a captain is told is one line a day for each matter, read by that post alone, marked by each person for themselves, and gone with what it is about', async () => {
  const owner = world.database.pool('linli_owner')
  const filed = await stories.file()
  await deliverAll(world)
  const ofIt = async (as: Who): Promise<Line | undefined> => (await noticesOf(as)).find(({ subject }) => subject === filed.id)
  expect(await ofIt('captain')).toMatchObject({ said: { zh: '到您这里了，先签收' }, title: { zh: expect.stringContaining(filed.number) as unknown }, more: 0, unread: true,
    opens: { console: `/console/m/${filed.id}`, field: `/field/m/${filed.id}` } })
  for (const other of ['captain-old', 'worker', 'firm', 'supervisor', 'discipline'] as const) expect([other, await ofIt(other)]).toEqual([other, undefined])
  const before = await unreadOf('captain')
  const first = await ofIt('captain')
  expect((await world.send({ as: 'captain-old', url: `/api/v1/notices/${first?.id ?? ''}/open`, body: {} })).statusCode).toBe(404)
  await stories.must('captain', `/api/v1/notices/${first?.id ?? ''}/open`, {})
  expect([(await ofIt('captain'))?.unread, await unreadOf('captain')]).toEqual([false, before - 1])
  await stories.must('nobody', '/api/v1/followed/note', { note: '又多了两箱' }, filed.cookie)
  await deliverAll(world)
  expect(await ofIt('captain')).toMatchObject({ said: { zh: '报的人补了一句' }, more: 1, unread: true })
  await stories.must('captain', '/api/v1/notices/seen', { id: (await noticesOf('captain'))[0]?.id ?? '' })
  expect(await unreadOf('captain')).toBe(0)
  expect((await world.send({ as: 'captain', method: 'DELETE', url: '/api/v1/notices/seen' })).json()).toEqual({ unseen: true })
  expect(await unreadOf('captain')).toBe(before)
  await owner.query("update matter set closed_to = '{captain}' where id = $1", [filed.id])
  expect([await ofIt('captain'), await unreadOf('captain')]).toEqual([undefined, before - 1])
})

test('[N1] [N5] the street reads what waits for its ruling, whoever takes up a post begins with that day, and the wall holds without a route', async () => {
  const { id } = await stories.objected()
  await deliverAll(world)
  expect((await noticesOf('supervisor')).find(({ subject }) => subject === id)).toMatchObject({ said: { zh: '有部门提了异议，等街道裁定' }, opens: { console: '/console/rulings', field: `/field/m/${id}` } })
  const owner = world.database.pool('linli_owner')
  const all = (await owner.query<{ recipient: string }>('select distinct recipient from notice')).rows.map(({ recipient }) => recipient)
  expect(new Set(all.map((one) => one.split(':')[0]))).toEqual(new Set(['post', 'org', 'street']))
  const seenBy = async (key: string): Promise<string[]> => {
    const { person, post } = world.demo.signIns.find((one) => one.key === key) ?? {}
    const scope = (await withScope(world.db, clockActor('990106', 'd990106'), (tx) => standingOf(tx, '990106', person ?? '', now()))).find((one) => one.post === post)
    if (!scope) throw new Error(`${key} holds no post`)
    const actor = staffActor('990106', person ?? '', scope)
    return withScope(world.db, actor, async (tx) => {
      const rows = await tx.selectFrom('notice').select('recipient').distinct().execute()
      expect(inboxesOf(actor)).toEqual(expect.arrayContaining(rows.map(({ recipient }) => recipient)))
      return rows.map(({ recipient }) => recipient.split(':')[0] ?? '').sort()
    })
  }
  expect([await seenBy('captain'), await seenBy('grid'), await seenBy('enforcement'), await seenBy('supervisor')]).toEqual([['post'], [], ['org'], ['street']])
  const [handed, next] = stories.captains()
  const theirs = await stories.file({ place: world.demo.posts.find((one) => one.id === handed?.post)?.place })
  await owner.query("insert into notice (district, id, recipient, template, subject, at, day) values ('990106', $1, $2, 'matter.yours', $3, $4, '2026-11-19')",
    [newId(), `post:${handed?.post ?? ''}`, theirs.id, new Date('2026-11-19T15:00:00+08:00')])
  await stories.must('secretary', `/api/v1/posts/${handed?.post ?? ''}/hand-over`, { person: next?.person ?? '', consentAt: '2026-11-19', publicName: true, publicPhone: false })
  const cookie = cookieFrom(await stories.must('nobody', '/api/v1/demo/session', { person: next?.person ?? '' }))
  const headers = { 'x-post': handed?.post ?? '' }
  const ask = async (url: string): Promise<unknown> => (await world.send({ method: 'GET', url, cookie, headers })).json()
  expect(await ask('/api/v1/notices')).toMatchObject({ items: [{ subject: theirs.id, unread: false }] })
  expect(await ask('/api/v1/notices/count')).toEqual({ unread: 0 })
})

test('[T8] in live mode there is no way in by one press, no clock to move and no code to read', async () => {
  const live = await world.another({ mode: 'live' })
  for (const [method, url] of [
    ['GET', 'people'], ['POST', 'session'], ['POST', 'clock'], ['GET', 'progress'], ['GET', 'tour'], ['GET', 'code'],
  ] as const) {
    const reply = await live.send({ as: 'worker', method, url: `/api/v1/demo/${url}`, ...(method === 'POST' ? { body: { minutes: 1 } } : {}) })
    expect(answer(reply), url).toBe('404 not_found')
  }
  const { paths } = (await live.send({ method: 'GET', url: '/openapi.json' })).json<{ paths: object }>()
  expect(Object.keys(paths).filter((one) => one.includes('demo'))).toEqual([])
  const filed = await live.send({
    url: '/api/v1/matters', body: { place: stories.place('梧桐苑3号楼'), words: '灯不亮', category: 'lighting', onBoard: false, channel: 'page' },
  })
  expect(filed.headers['set-cookie']).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
})

test('with the database gone everybody gets a sentence, and the log names routes, never words, phones or codes', async () => {
  const nowhere = { ...world.database.connection, database: 'gone' }
  const pools = { db: openDb(nowhere, 'linli_app', 1), auth: openDb(nowhere, 'linli_auth', 1) }
  const gone = await world.another({}, pools)
  const lines = world.log.length
  const replies = [
    await gone.send({
      url: '/api/v1/matters',
      body: { place: stories.place('梧桐苑3号楼'), words: planted.words, name: planted.name, phone: planted.phone, category: 'lighting', onBoard: false },
    }),
    await gone.send({ url: '/api/v1/receipts/open', body: { receipt: '7KQ3M2XZ0001', phone: planted.phone } }),
    await gone.send({ url: '/api/v1/session', body: { name: planted.name, password: planted.password } }),
    await gone.send({ method: 'GET', url: `/api/v1/places?q=${encodeURIComponent(planted.words)}` }),
    await gone.send({ as: 'worker', method: 'GET', url: '/api/v1/doors/7KQ3M2XZ' }),
  ]
  for (const reply of replies) expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([500, 'server_error'])
  const said = world.log.slice(lines).join('')
  expect(world.log.length - lines).toBe(replies.length)
  expect(said).toContain('"route":"/api/v1/doors/:door"')
  for (const secret of [
    ...Object.values(planted), '7KQ3M2XZ', encodeURIComponent(planted.words), ...world.cookies.values(),
  ]) expect(said.includes(secret), secret)
    .toBe(false)
  await Promise.all([pools.db.destroy(), pools.auth.destroy()])
})
