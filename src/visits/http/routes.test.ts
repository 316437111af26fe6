import { afterAll, beforeAll, expect, test } from 'vitest'
import { common, makeApp, type App } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { later, openDoors, start, type Doors, type PostKey } from '../testing.ts'
import { DoorsQuery, MonthQuery, OwnQuery } from './schemas.ts'
import { visitRoutes } from './routes.ts'

const home = '990106003001K1-03-1-101'
let d: Doors
let app: App
let actor: Actor | null = null
let at = start
let keys = 0
const routes: string[] = []
beforeAll(async () => {
  d = await openDoors()
  app = makeApp()
  app.addHook('onRoute', ({ method, url }) => { for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`) })
  visitRoutes(app, { db: d.db, trust: { now: () => at, staffOf: async () => (actor === null ? refuse(common.signedOut) : ok(actor)) } })
  await app.ready()
})
afterAll(async () => { await app?.close(); await d?.close() })

const as = (key: PostKey | null): void => { actor = key === null ? null : d.as(key) }
const send = (body: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/v1/visits', headers: { 'idempotency-key': `visit-key-${keys++}`, ...headers }, payload: body })
const get = (url: string) => app.inject({ method: 'GET', url: `/api/v1${url}` })
const visit = (more: object = {}) => ({ place: d.place(home).id, met: 'met', ...more })

test('strangers and posts that visit nobody are refused on every route', async () => {
  const month = `/visits/month?community=${d.place('990106003001').id}&month=2026-11`
  as(null)
  expect((await send(visit())).statusCode).toBe(401)
  for (const url of ['/visits/doors', '/visits/mine', month, '/contact']) expect([url, (await get(url)).statusCode]).toEqual([url, 401])
  as('firm')
  expect((await send(visit())).json()).toMatchObject({ code: 'wrong_post', rule: 'V1' })
  expect((await get('/visits/doors')).statusCode).toBe(404)
  expect((await get('/contact')).statusCode).toBe(404)
  expect((await get(month)).json()).toEqual({ items: [], next: null })
})

test('[V1] elsewhere is not found, whoever asks for it by its id', async () => {
  as('secretary2')
  expect((await send(visit())).statusCode).toBe(404)
  expect((await get(`/visits/doors?building=${d.place('990106003001K1-03').id}`)).json().buildings).toEqual([])
})

test('[V2] a phone whose clock is a day off: recorded now, shown when it was, in the same month', async () => {
  as('captain')
  at = later(30)
  const off = -86_400_000
  const body = visit({ said: '问暖气', toldAt: new Date(start.getTime() + off).toISOString() })
  const answer = await send(body, { 'x-phone-now': String(at.getTime() + off) })
  expect(answer.statusCode).toBe(200)
  expect((await get('/visits/mine')).json().items[0]).toMatchObject({ happenedAt: start.toISOString(), recordedAt: at.toISOString(), said: '问暖气' })
})

test('[V8] (case 14) a repeat by the same phone later in the day says another phone time and is still the same visit', async () => {
  as('captain')
  const body = visit({ toldAt: start.toISOString() })
  const first = await send(body, { 'idempotency-key': 'same-key-01', 'x-phone-now': String(at.getTime()) })
  at = later(300)
  const second = await send(body, { 'idempotency-key': 'same-key-01', 'x-phone-now': String(at.getTime()) })
  expect(second.json()).toEqual(first.json())
  expect((await send(visit({ met: 'nobody' }), { 'idempotency-key': 'same-key-01' })).json()).toMatchObject({ code: 'key_reused' })
})

test('a phone that says nonsense of its clock is taken as it is, and never into the future', async () => {
  as('captain')
  for (const now of ['', 'soon', '99999999999999999999', '-5']) {
    const answer = await send(visit({ toldAt: '2999-01-01T00:00:00.000Z' }), { 'x-phone-now': now })
    expect([now, answer.statusCode]).toEqual([now, 200])
  }
  const { items } = (await get('/visits/mine')).json<{ items: { happenedAt: string }[] }>()
  expect(items.every(({ happenedAt }) => Date.parse(happenedAt) <= at.getTime())).toBe(true)
})

test('[V3] no route lists visits by person, post, home or day: the words that may be asked by are these', () => {
  expect(routes.filter((route) => route.startsWith('GET')).sort()).toEqual(['GET /api/v1/contact', 'GET /api/v1/visits/doors', 'GET /api/v1/visits/mine',
    'GET /api/v1/visits/month'])
  const asked = [DoorsQuery, OwnQuery, MonthQuery].flatMap((query) => Object.keys(query.shape))
  expect([...new Set(asked)].sort()).toEqual(['after', 'building', 'community', 'from', 'limit', 'month'])
})

test('[V6] nothing takes a target: recording is the only write', () => {
  expect(routes.filter((route) => !route.startsWith('GET'))).toEqual(['POST /api/v1/visits'])
})
