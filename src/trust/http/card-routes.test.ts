import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, type Db } from '../../kit/db.ts'
import { makeApp, type App } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { cardRoutes, createAccount, guard, openKeys, openTrust, trustRoutes, useKeys, type Standing } from '../index.ts'

const district = '990106'
const keys = openKeys('', { LINLI_KEY: '5b'.repeat(32) })
const standings = new Map<string, Standing[]>()
let database: TestDatabase
let app: Db
let auth: Db
let server: App
let address = 0

beforeAll(async () => {
  database = await testDatabase()
  app = openDb(database.connection, 'linli_app', 4)
  auth = openDb(database.connection, 'linli_auth', 4)
  useKeys(keys)
  server = makeApp()
  const trust = openTrust({
    app, auth, keys, district, mode: 'demo', now: () => new Date('2026-11-20T10:40:00+08:00'),
    standingOf: async (_tx, _district, person) => standings.get(person) ?? [], nameOf: async () => '王秀英',
  })
  guard(server, trust)
  trustRoutes(server, trust)
  cardRoutes(server, trust)
})
afterAll(async () => {
  await server.close()
  await Promise.all([app.destroy(), auth.destroy()])
  await database.close()
})

function person(audience: string, scope: string): string {
  const id = newId()
  standings.set(id, [{
    post: newId(), kind: audience, title: audience, org: newId(), orgKind: 'team', orgName: '社区', place: newId(), placeName: '3号楼', audience,
      scopes: [scope], orgs: [],
  }])
  return id
}

const send = (method: 'GET' | 'POST', url: string, body?: object, cookie?: string) => server.inject({
  method, url, headers: { 'x-linli': '1', ...(cookie ? { cookie } : {}) }, remoteAddress: `10.2.0.${++address % 250}`,
    ...(body ? { payload: body } : {}),
})
const cookieOf = (reply: Awaited<ReturnType<typeof send>>): string => String(reply.headers['set-cookie']).split(';')[0] ?? ''

async function signedIn(audience: string, scope: string): Promise<string> {
  const id = person(audience, scope)
  await createAccount(auth, { person: id, district, username: `u${id}` })
  return cookieOf(await send('POST', '/api/v1/demo/session', { person: id }))
}

test('[T9] the community issues a captain a card that signs in with its digits, and a new one ends the old', async () => {
  const community = await signedIn('community', 'd990106.s003.c001')
  const captain = person('captain', 'd990106.s003.c001.g01.b03')
  const first = await send('POST', '/api/v1/cards', { person: captain }, community)
  expect(first.statusCode).toBe(200)
  expect(first.headers['cache-control']).toBe('no-store')
  const { token, pin } = first.json()
  const session = await send('POST', '/api/v1/session/card', { card: token, pin })
  expect(session.statusCode).toBe(204)
  expect((await send('GET', '/api/v1/session', undefined, cookieOf(session))).json()).toMatchObject({ person: { id: captain } })

  const second = (await send('POST', '/api/v1/cards', { person: captain }, community)).json()
  expect((await send('POST', '/api/v1/session/card', { card: token, pin })).json()).toMatchObject({ code: 'wrong_sign_in' })
  expect((await send('GET', '/api/v1/session', undefined, cookieOf(session))).json()).toMatchObject({ person: null, withdrawn: true }) // [T10]
  expect((await send('GET', '/api/v1/session')).json()).not.toHaveProperty('withdrawn')
  expect((await send('POST', '/api/v1/session/card', { card: second.token, pin: second.pin })).statusCode).toBe(204)
})

test('[T9] each card is an act that holds neither code nor digits', async () => {
  const community = await signedIn('community', 'd990106.s003.c001')
  const captain = person('captain', 'd990106.s003.c001.g01.b04')
  const { token, pin } = (await send('POST', '/api/v1/cards', { person: captain }, community)).json()
  const { rows } = await database.pool('postgres').query('select kind, facts::text, leaf from act where subject_id = $1', [captain])
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ kind: 'card.issued' })
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain(pin)
})

test('[T9] strangers, other posts, captains elsewhere and people who are no captain get no card', async () => {
  const inside = person('captain', 'd990106.s003.c001.g01.b03')
  const elsewhere = person('captain', 'd990106.s003.c002.g05.b01')
  const worker = person('grid', 'd990106.s003.c001.g01')
  const community = await signedIn('community', 'd990106.s003.c001')
  expect((await send('POST', '/api/v1/cards', { person: inside })).json()).toMatchObject({ code: 'signed_out' })
  for (const audience of ['captain', 'grid', 'street', 'firm']) {
    const other = await signedIn(audience, 'd990106.s003.c001.g01')
    expect((await send('POST', '/api/v1/cards', { person: inside }, other)).json()).toMatchObject({ code: 'wrong_post', rule: 'T9' })
  }
  for (const no of [elsewhere, worker, newId()]) expect((await send('POST', '/api/v1/cards', { person: no }, community)).statusCode).toBe(404)
  expect((await send('POST', '/api/v1/cards', { person: 'nobody' }, community)).statusCode).toBe(400)
})
