import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { common, makeApp, type App } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { standingOf } from '../../offices/index.ts'
import { openTrust, openKeys, publicActor, staffActor, type Actor } from '../../trust/index.ts'
import { district, later, openLineTest, start } from '../confidential.testing.ts'
import { confidentialRoutes } from './routes.ts'

let line: Awaited<ReturnType<typeof openLineTest>>
let app: App
let actor: Actor | null = null
let at = start
const HANDLER = ['GET /threads', 'GET /threads/:id', 'POST /threads/:id/take', 'POST /threads/:id/letters', 'POST /threads/:id/hand-over',
  'POST /threads/:id/close']
const bodies: Readonly<Record<string, object>> = { letters: { words: '回信' }, 'hand-over': { body: 'discipline', words: '移交' },
  close: { words: '办结' }, take: {} }

beforeAll(async () => {
  line = await openLineTest()
  const trust = openTrust({ app: line.db, auth: line.db, keys: openKeys('', { LINLI_KEY: '5a'.repeat(32) }), district, mode: 'demo', standingOf,
    nameOf: async () => '', now: () => at })
  app = makeApp()
  confidentialRoutes(app, { db: line.db, limited: true, trust: { ...trust, staffOf: async () => (actor ? ok(actor) : refuse(common.signedOut)) } })
})
beforeEach(() => { actor = null; at = start })
afterAll(async () => { await app.close(); await line.close() })

async function as(person: string): Promise<void> {
  const [standing] = await withScope(line.db, publicActor(district), (tx) => standingOf(tx, district, person, start))
  actor = standing ? staffActor(district, person, standing) : null
}
let from = 0
const ask = (method: 'GET' | 'POST', url: string, body?: object, address = `10.0.0.${++from}`) =>
  app.inject({ method, url: `/api/v1/confidential${url}`, remoteAddress: address, ...(body ? { payload: body } : {}) })
const report = (more: object = {}) => ({ code: line.code(), place: line.place, words: '收了钱', concerned: { kind: 'other' }, ...more })
const handled = (route: string, id: string) => {
  const [method = 'GET', url = ''] = route.split(' ')
  return ask(method === 'GET' ? 'GET' : 'POST', url.replace(':id', id), method === 'GET' ? undefined : bodies[url.split('/').at(-1) ?? ''])
}

test('[C2] strangers are asked to sign in, and for everybody but the handler there is no such page, with an id that exists or not', async () => {
  expect((await ask('POST', '/reports', report())).statusCode).toBe(200)
  const id = (await line.list(later(1)))[0]?.id ?? ''
  at = later(1)
  for (const route of HANDLER) expect([route, (await handled(route, id)).statusCode]).toEqual([route, 401])
  for (const name of ['林素梅', '庄静仪', '白玉芬', '孟凡', '万晓', '夏雨桐']) {
    await as(line.sample.person(name))
    for (const route of HANDLER) {
      const [there, not] = [await handled(route, id), await handled(route, newId())]
      expect([name, route, there.statusCode, there.body]).toEqual([name, route, 404, not.body])
    }
  }
  expect((await line.open(id, at))?.state).toBe('filed')
})

test('[C2] the handler lists, reads, takes, answers and ends; a report that is not there is not found', async () => {
  await ask('POST', '/reports', report())
  at = later(1)
  actor = { ...publicActor(district), ...line.scope, post: line.handler, postKind: 'street_discipline', org: null, kind: 'staff' }
  const { items } = (await ask('GET', '/threads')).json<{ items: { id: string; state: string }[] }>()
  const id = items.find(({ state }) => state === 'filed')?.id ?? ''
  expect((await handled('GET /threads/:id', id)).json()).toMatchObject({ moves: ['take'], entries: [{ text: '收了钱' }] })
  for (const route of HANDLER.slice(2, 4)) expect((await handled(route, id)).statusCode).toBe(200)
  expect((await handled('POST /threads/:id/close', id)).json()).toEqual({ n: 3 })
  expect((await handled('POST /threads/:id/hand-over', id)).json()).toMatchObject({ code: 'wrong_state', rule: 'C8' })
  for (const route of HANDLER.slice(1)) expect([route, (await handled(route, newId())).statusCode]).toEqual([route, 404])
})

test('[C1] who has power at a place is public, with what this line takes; a home has no such page', async () => {
  const found = (await ask('GET',
    `/places/${line.place}`)).json<{ sign: string; handler: string; concerned: { title: string; taken: boolean; official: boolean }[] }>()
  expect([found.sign.length, found.handler]).toEqual([2, '纪工委书记'])
  const of = (title: string) => found.concerned.find((one) => one.title === title)
  expect(of('办事处主任')).toMatchObject({ taken: false, official: true })
  expect(of('纪工委书记')).toMatchObject({ taken: false })
  expect(of('项目经理')).toMatchObject({ taken: true, official: false })
  for (const place of [line.sample.place('990106003001K1-03-1-302'), line.sample.place('990106003'), newId()]) {
    expect((await ask('GET', `/places/${place}`)).statusCode).toBe(404)
  }
  expect((await ask('GET', '/communities')).json()).toMatchObject({ items: [{ name: '梧桐里社区', street: '桐荫街道' }, { name: '听雨桥社区' }] })
})

test('[C5] what is no letter is refused, one that is filled up is taken, and twelve in ten minutes are enough from one address', async () => {
  const wrong = [{ words: '' }, { words: '长'.repeat(2001) }, { code: 'short' }, { concerned: { kind: 'captain' } }, { concerned: { post: 'x' } },
    { place: 'here' },
    { phone: '13900139000' }, { pad: 'x' }, { code: line.code().replace(/^../, 'ZZ') }]
  for (const more of wrong) expect([more, (await ask('POST', '/reports', report(more))).statusCode]).toEqual([more, 400])
  expect((await ask('POST', '/reports', report({ pad: ' '.repeat(8000) }))).statusCode).toBe(200)
  const answers = []
  for (let n = 0; n < 13; n++) answers.push((await ask('POST', '/reports', report(), '203.0.113.7')).statusCode)
  expect(answers).toEqual([...Array.from({ length: 12 }, () => 200), 429])
})

test('[C4] a code opens its report and no other; answers are not to be kept by a browser', async () => {
  const [mine, theirs] = [report({ words: '我的' }), report({ words: '别人的' })]
  for (const one of [mine, theirs]) await ask('POST', '/reports', one)
  const read = await ask('POST', '/thread', { code: mine.code })
  expect(read.json()).toMatchObject({ entries: [{ text: '我的' }], handler: '纪工委书记' })
  expect(read.headers['cache-control']).toBe('no-store')
  expect((await ask('POST', '/letters', { code: mine.code, words: '补一句',
    retaliation: 'home' })).json()).toEqual({ delivered: '2026-11-20T03:00:00.000Z' })
  expect((await ask('POST', '/proof', { code: mine.code, n: 0 })).json()).toEqual({ opening: null })
  for (const [url, body] of [['/thread', {}], ['/letters', { words: '猜' }], ['/proof', { n: 0 }]] as const) {
    expect([url, (await ask('POST', url, { code: line.code(), ...body })).json<{ code: string; rule: string }>()]).toMatchObject([url,
      { code: 'not_found', rule: 'C4' }])
  }
})
