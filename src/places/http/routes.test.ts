import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { makeApp, type App } from '../../kit/http.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { publicActor, type Actor } from '../../trust/index.ts'
import { placeRoutes, savePlaces, type SavedPlace } from '../index.ts'

const district = '990106'
let database: TestDatabase
let db: Db
let app: App
let actor: Actor | null = null
let saved: readonly SavedPlace[] = []

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  const result = await withScope(db, publicActor(district), (tx) => savePlaces(tx, district, [
    { code: '990106', name: '云汀市汀南区' }, { code: '990106003', name: '桐荫街道' }, { code: '990106003001', name: '梧桐里社区' },
    { code: '990106003001K1', name: '梧桐苑', compoundType: 'commodity' }, { code: '990106003001K1-03', doorCode: '7KQ3M2XZ' },
    { code: '990106003001K1-03-1' }, { code: '990106003001K1-03-1-1201' },
    { code: '990106003002', name: '听雨桥社区' }, { code: '990106003002K1', name: '和顺家园', compoundType: 'commodity' }, { code: '990106003002K1-03' },
  ]))
  if (result.ok) saved = result.value
  app = makeApp()
  placeRoutes(app, { db, trust: { district, actorOf: async () => actor } })
})
afterAll(async () => {
  await app.close()
  await db.destroy()
  await database.close()
})

const get = (url: string) => app.inject({ method: 'GET', url })
const lookUp = async (q: string) =>
  (await get(`/api/v1/places?q=${encodeURIComponent(q)}`)).json<{ places: { fullName: string }[] }>().places.map((place) => place.fullName)
const idOf = (code: string): string => saved.find((place) => place.code === code)?.id ?? ''
const staff: Actor = { ...publicActor(district), person: idOf(''), post: 'p', audience: ['community'], kind: 'staff' }

test('[P8] without a post the look-up stops at the unit, and a home is not found by id', async () => {
  actor = null
  expect(await lookUp('梧桐苑3-1-1201')).toEqual(['梧桐苑3号楼1单元'])
  expect((await get(`/api/v1/places/${idOf('990106003001K1-03-1-1201')}`)).statusCode).toBe(404)
  const unit = (await get(`/api/v1/places/${idOf('990106003001K1-03-1')}`)).json<{ below: unknown[]; above: { name: string }[] }>()
  expect(unit.below).toEqual([])
  expect(unit.above.map(({ name }) => name)).toEqual(['云汀市汀南区', '桐荫街道', '梧桐里社区', '梧桐苑', '3号楼'])
})

test('[P5] numbers without a name find the reader’s own places first', async () => {
  actor = { ...staff, scopes: ['d990106.s003.c002'] }
  expect(await lookUp('3号楼')).toEqual(['和顺家园3号楼', '梧桐苑3号楼'])
  actor = { ...staff, scopes: ['d990106.s003.c001'] }
  expect(await lookUp('3号楼')).toEqual(['梧桐苑3号楼', '和顺家园3号楼'])
})

test('[P8] in a post one finds the home; no answer holds a path or a door code', async () => {
  actor = staff
  expect(await lookUp('梧桐苑3-1-1201')).toEqual(['梧桐苑3号楼1201室'])
  const answers = [(await get('/api/v1/places?q=wty3')).body, (await get(`/api/v1/places/${idOf('990106003001K1')}`)).body]
  for (const body of answers) for (const hidden of ['7KQ3M2XZ', 'd990106', 'k990106']) expect(body).not.toContain(hidden)
})

test.each(['/api/v1/places', '/api/v1/places?q=', '/api/v1/places?q=%00', `/api/v1/places?q=${'a'.repeat(61)}`, '/api/v1/places?q=a&limit=0',
  '/api/v1/places?q=a&within=x',
  '/api/v1/places/x'])('a bad question gets a problem document: %s', async (url) => {
  const answer = await get(url)
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'bad_request'])
})
