import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type App } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { newDistrict, recordDatabase, scopeOf, testActs } from '../record.testing.ts'
import { recordRoutes } from './routes.ts'

const district = newDistrict()
const [me, other] = [newId(), newId()]
let database: Awaited<ReturnType<typeof recordDatabase>>
let server: App

beforeAll(async () => {
  database = await recordDatabase()
  server = makeApp()
  recordRoutes(server, {
    db: database.app, kinds: testActs.kinds,
    staffOf: async (request) => (request.headers['x-person'] === undefined
      ? refuse({ code: 'signed_out', rule: 'K3', explain: { zh: '请先登录。', en: 'Please sign in.' } })
        : ok(scopeOf(district, [`d${district}`], String(request.headers['x-person'])))),
    labelsOf: async (_tx, _district, subjects) => new Map(subjects.map(({ id }) => [id, '1120-K7 楼道灯不亮'])),
  })
})
afterAll(async () => { await server.close(); await database.close() })

const mine = (query = '', person: string | null = me) => server.inject({ url: `/api/v1/acts/mine${query}`, headers: person === null ? {}
  : { 'x-person': person } })

test('[R11] everybody reads their own acts in full, newest first, page by page, and nobody else’s', async () => {
  const subject = { kind: 'matter', id: newId() }
  for (let n = 0; n < 5; n++) {
    await database.append(district, { at: new Date(Date.UTC(2026, 10, 20, n)), actorPerson: me, what: testActs.state('test.done', { n }), subject })
  }
  await database.append(district, { actorPerson: other })
  const first = (await mine('?limit=3')).json()
  expect(first.items.map((act: { facts: { n: number } }) => act.facts.n)).toEqual([4, 3, 2])
  expect(first.items[0]).toMatchObject({ kind: 'test.done', said: { zh: '试了一下' }, subject: { ...subject, label: '1120-K7 楼道灯不亮' }, sealed: false,
    at: '2026-11-20T04:00:00.000Z' })
  const rest = (await mine(`?limit=3&after=${first.next}`)).json()
  expect(rest.items.map((act: { facts: { n: number } }) => act.facts.n)).toEqual([1, 0])
  expect(rest.next).toBeNull()
  await database.seal(district)
  expect((await mine()).json().items.every((act: { sealed: boolean }) => act.sealed)).toBe(true)
  expect((await mine('', other)).json().items).toHaveLength(1)
})

test('[R11] whoever is signed out reads no acts, and a cursor that makes no sense starts anew', async () => {
  expect((await mine('', null)).statusCode).toBe(401)
  expect((await mine('?after=nonsense')).json().items.length).toBeGreaterThan(0)
  expect((await mine('?limit=0')).statusCode).toBe(400)
})
