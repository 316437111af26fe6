import { afterAll, beforeAll, expect, test } from 'vitest'
import { common, makeApp, type App } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { openNeighbourhood, type Neighbourhood, type PostKey } from '../../matters/testing.ts'
import type { Trust } from '../../trust/index.ts'
import { duties, leaking, later, planted, start } from '../disputes.testing.ts'
import { disputeRoutes } from '../index.ts'

let n: Neighbourhood
let app: App
let at = start
let who: PostKey | null = null
let cookie = ''
let keys = 0
const routes: string[] = []
beforeAll(async () => {
  n = await openNeighbourhood()
  app = makeApp()
  app.addHook('onRoute', ({ method, url }) => { for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`) })
  // what these routes ask of trust
  const trust = { district: '990106', mode: 'demo', now: () => at, staffOf: async () => (who === null ? refuse(common.signedOut)
    : ok(n.as(who))) } as unknown as Trust
  disputeRoutes(app, { db: n.db, trust, path: 'd990106' })
  await app.ready()
})
afterAll(async () => { await app.close(); await n.close() })

async function send(as: PostKey | null, method: 'GET' | 'POST', url: string, body?: object) {
  who = as
  const reply = await app.inject({ method, url: `/api/v1${url}`, headers: { 'idempotency-key': `key-${keys++}-dispute`, cookie },
    ...(body ? { payload: body } : {}) })
  // read field by field below
  return { status: reply.statusCode, body: reply.json() as { [name: string]: never },
    cookie: String(reply.headers['set-cookie'] ?? '').split(';')[0] ?? '' }
}
const open = async () => (await send('grid', 'POST', '/disputes', leaking(n))).body as unknown as { id: string; number: string;
  codes: { a: string; b: string } }
async function asSide<T>(code: string, work: () => Promise<T>): Promise<T> {
  cookie = (await send(null, 'POST', '/mediation/open', { code })).cookie
  try { return await work() } finally { cookie = '' }
}

test('every route refuses strangers, and those who may not see a dispute are told that there is none', async () => {
  const { id } = await open()
  const bodies: { [path: string]: object } = {
    consent: { side: 'a', yes: true }, slip: { side: 'a' }, appoint: { person: id }, object: { side: 'a' },
      plan: { at: later(30).toISOString(), spot: '室' },
    hold: { session: id, present: ['a'], note: '谈' }, note: { note: '记' }, visit: { note: '访' }, draft: { facts: '事情经过', clauses: [duties[0]] },
    sign: { side: 'a' }, leave: { side: 'a' }, stop: { reason: 'police' }, check: { n: 1, kept: true }, names: { purpose: 'identity_check' },
    ties: { home: null }, disputes: leaking(n), verdict: { fair: 'yes', again: true }, open: { code: 'XXXX' },
  }
  expect(routes.length).toBeGreaterThan(25)
  for (const route of routes) {
    const [method = '', pattern = ''] = route.split(' ')
    const url = `${pattern.replace('/api/v1', '').replace(':id', id)}${pattern.endsWith('/count') ? `?community=${n.place('990106003001').id}` : ''}`
    const last = pattern.split('/').at(-1) ?? ''
    const body = method === 'POST' ? pattern === '/api/v1/mediation/sign' ? { drafted: start.toISOString() } : pattern === '/api/v1/mediation/consent'
      ? { yes: true }
      : pattern.startsWith('/api/v1/mediation/') && ['object', 'leave'].includes(last) ? {} : bodies[last] ?? {} : undefined
    const ask = (as: PostKey | null) => send(as, method === 'GET' ? 'GET' : 'POST', url, body)
    const side = pattern.startsWith('/api/v1/mediation')
    expect([route, (await ask(null)).status]).toEqual([route, side ? 404 : 401])
    if (!pattern.includes(':id')) continue
    for (const as of ['captain', 'worker', 'secretary', 'street', 'firm', 'secretary2', 'police'] as const) expect([route, as,
      (await ask(as)).status]).toEqual([route, as, 404])
  }
})

test('[D3] the code on a slip opens one side; a new slip ends the old one; a wrong code and an old one get the same answer', async () => {
  const { id, codes } = await open()
  const mine = await asSide(codes.a, () => send(null, 'GET', '/mediation'))
  expect(mine).toMatchObject({ status: 200, body: { side: 'a', state: 'asked', moves: ['consent'],
    sides: [{ own: true, names: ['范＊＊'] }, { own: false, consent: null }] } })
  expect(JSON.stringify(mine.body)).not.toContain(planted.words)
  const slip = await send('grid', 'POST', `/disputes/${id}/slip`, { side: 'a' })
  expect(slip.body).toMatchObject({ code: expect.stringMatching(/^[0-9A-Z]{12}$/) })
  const [old, wrong] = [await send(null, 'POST', '/mediation/open', { code: codes.a }),
    await send(null, 'POST', '/mediation/open', { code: '000000000000' })]
  expect([old.status, JSON.stringify(old.body)]).toEqual([404, JSON.stringify(wrong.body)])
})

test('[D4] one side cannot answer for the other, and cannot act on another dispute', async () => {
  const { codes } = await open()
  await asSide(codes.b, () => send(null, 'POST', '/mediation/consent', { yes: true }))
  const other = await asSide(codes.a, () => send(null, 'GET', '/mediation'))
  expect(other.body).toMatchObject({ state: 'asked', sides: [{ consent: 'asked' }, { consent: null }] })
})

test('over HTTP from two codes to two signatures, with the mediator’s list saying who is tied', async () => {
  const { id, codes } = await open()
  for (const code of [codes.a, codes.b]) await asSide(code, () => send(null, 'POST', '/mediation/consent', { yes: true }))
  const { body: { items } } = await send('mediator', 'GET', `/disputes/${id}/mediators`)
  expect(items).toEqual([{ person: n.person('mediator'), name: '调解主任本人', title: '调解主任', ties: [] }])
  await send('mediator', 'POST', `/disputes/${id}/appoint`, { person: n.person('mediator') })
  await send('mediator', 'POST', `/disputes/${id}/plan`, { at: later(2).toISOString(), spot: '社区调解室' })
  expect((await send('mediator', 'GET', '/disputes/sessions')).body).toMatchObject({ items: [{ dispute: id, spot: '社区调解室' }] })
  const detail = (await send('mediator', 'GET', `/disputes/${id}`)).body as unknown as { sessions: { id: string }[] }
  at = later(3)
  await send('mediator', 'POST', `/disputes/${id}/hold`, { session: detail.sessions[0]?.id, present: ['a', 'b'], note: planted.session })
  const drafted = await send('mediator', 'POST', `/disputes/${id}/draft`, { facts: '602角阀漏水', clauses: duties })
  expect(drafted.body).toMatchObject({ state: 'drafted' })
  for (const code of [codes.a, codes.b]) {
    const read = await asSide(code, () => send(null, 'GET', '/mediation'))
    expect(read.body).toMatchObject({ clauses: [{ n: 1 }, { n: 2, fen: 80_000 }] })
    expect(JSON.stringify(read.body)).not.toContain(planted.session)
    const { agreement } = read.body as unknown as { agreement: { draftedAt: string } }
    const early = await asSide(code, () => send(null, 'POST', '/mediation/sign', { drafted: start.toISOString() }))
    expect(early.status).toBe(409)
    await asSide(code, () => send(null, 'POST', '/mediation/sign', { drafted: agreement.draftedAt }))
  }
  expect((await send('mediator', 'GET', `/disputes/${id}`)).body).toMatchObject({ state: 'signed', signedOn: '2026-11-20' })
  expect((await send('grid', 'GET', `/disputes/${id}`)).body).toMatchObject({ state: 'signed', role: 'opener', sides: [], clauses: [], notes: [],
    mediator: null })
  expect((await send('mediator', 'GET', '/disputes?tab=open')).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id,
    duty: '2026-11-28' })]) })
  at = start
})

test('a page of the list goes on where the last one ended', async () => {
  for (let one = 0; one < 3; one++) await open()
  const first = (await send('mediator', 'GET', '/disputes?limit=2')).body as unknown as { items: { id: string }[]; next: string }
  const second = (await send('mediator', 'GET', `/disputes?limit=2&after=${first.next}`)).body as unknown as { items: { id: string }[] }
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
  expect((await send('secretary', 'GET', '/disputes')).body).toEqual({ items: [], next: null })
})
