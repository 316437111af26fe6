import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { common, makeApp, type App } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { publicActor, staffActor, type Actor } from '../../trust/index.ts'
import { officeRoutes, standingOf } from '../index.ts'
import { sampleDistrict as district, saveSample, type Sample } from '../sample.testing.ts'

const now = new Date('2026-11-20T02:40:00Z')
let database: TestDatabase
let db: Db
let app: App
let sample: Sample
let actor: Actor | null = null

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  sample = await withScope(db, publicActor(district), saveSample)
  app = makeApp()
  officeRoutes(app, { db, domain: 'linli.example', trust: { now: () => now, staffOf: async () =>
    (actor === null ? refuse(common.signedOut) : ok(actor)) } })
})
afterAll(async () => {
  await app.close()
  await db.destroy()
  await database.close()
})

async function as(name: string): Promise<void> {
  const [standing] = await withScope(db, publicActor(district), (tx) => standingOf(tx, district, sample.person(name), now))
  if (standing === undefined) throw new Error(`${name} holds no post`)
  actor = staffActor(district, sample.person(name), standing)
}
const get = (url: string) => app.inject({ method: 'GET', url })
const chainOf = (code: string, on = '') => get(`/api/v1/places/${sample.place(code).id}/chain${on}`)
const handOver = (post: string, body: object) => app.inject({ method: 'POST', url: `/api/v1/posts/${sample.post(post)}/hand-over`,
  headers: { 'idempotency-key': `key-${post.length}-${JSON.stringify(body).length}` }, payload: body })

test('strangers see no chain, parties or posters', async () => {
  actor = null
  const place = sample.place('990106003001K1-03').id
  for (const url of [`/api/v1/places/${place}/chain`, `/api/v1/places/${place}/parties`, `/api/v1/places/${place}/posters`,
    `/api/v1/communities/${place}/chains`]) {
    expect((await get(url)).statusCode).toBe(401)
  }
  expect((await handOver('3号楼楼栋长', { person: null })).statusCode).toBe(401)
})

test('[O10] the chain of a home on a day, by name', async () => {
  await as('林素梅')
  expect((await chainOf('990106003001K1-03-1-902')).json()).toMatchObject({ day: '2026-11-20', place: { fullName: '梧桐苑3号楼902室' },
    levels: [{ level: 'captain', posts: [{ holder: { name: '白玉芬' }, phone: '19900000303' }] }, {}, {}, {}, {}] })
  expect((await chainOf('990106003001K1-03', '?on=2024-06-01')).json()).toMatchObject({ day: '2024-06-01',
    levels: [{ gap: { why: 'vacant' } }, {}, {}, {}, {}] })
  expect((await chainOf('990106003001K1-03', '?on=2024-06-31')).statusCode).toBe(400)
})

test('[O8] a firm sees a captain only as far as the captain is public', async () => {
  await as('孟凡')
  const { levels } = (await chainOf('990106003001K1-07-1-301')).json<{ levels: { posts: { holder: { name: string | null } | null }[] }[] }>()
  expect(levels[0]?.posts[0]?.holder?.name).toBeNull()
  expect((await chainOf('990106003001K1-03')).json()).toMatchObject({ levels: [{ posts: [{ holder: { name: '白玉芬' } }] }, {}, {}, {}, {}] })
})

test('[O13] the chains of a community with what is missing; another kind of place is not found', async () => {
  await as('林素梅')
  const answer = (await get(`/api/v1/communities/${sample.place('990106003001').id}/chains`)).json<{ buildings: unknown[]; vacancies: unknown[] }>()
  expect([answer.buildings.length, answer.vacancies.length]).toEqual([3, 4])
  expect((await get(`/api/v1/communities/${sample.place('990106003001K1').id}/chains`)).statusCode).toBe(404)
})

test('[O14] the posters of a compound come in one answer', async () => {
  await as('林素梅')
  const { posters } = (await get(`/api/v1/places/${sample.place('990106003001K1').id}/posters`)).json<{ posters: { placeName: string;
    address: string }[] }>()
  expect(posters.map(({ placeName, address }) => [placeName, address])).toEqual([['梧桐苑3号楼', 'linli.example/d/7KQ3M2XZ'],
    ['梧桐苑7号楼', 'linli.example/d/7KQ3M2X0']])
  const { parties } = (await get(`/api/v1/places/${sample.place('990106003001K1-03').id}/parties`)).json<{ parties: { name: string }[] }>()
  expect(parties.map(({ name }) => name)).toContain('润庭物业')
})

test('[O7] a hand-over is refused to other places, asks for the yes in writing, and answers the same when repeated', async () => {
  const body = { person: sample.person('夏雨桐'), consentAt: '2026-11-19' }
  await as('顾长河')
  expect((await handOver('3号楼楼栋长', body)).statusCode).toBe(404)
  await as('林素梅')
  expect((await handOver('3号楼楼栋长', { person: body.person })).json()).toMatchObject({ status: 422, code: 'consent_missing', rule: 'O7' })
  const first = await handOver('3号楼楼栋长', body)
  expect(first.statusCode).toBe(200)
  expect((await handOver('3号楼楼栋长', body)).json()).toEqual(first.json())
  expect((await handOver('3号楼楼栋长', { ...body, person: 'nobody' })).statusCode).toBe(400)
})

test('[O7] a neighbour who held no office before is entered by name as they take a post, and who held it before is told to whoever may know', async () => {
  await as('林素梅')
  expect((await handOver('7号楼楼栋长（高区）', { person: null, name: '詹海涛', consentAt: '2026-11-19', publicName: false })).statusCode).toBe(200)
  const url = `/api/v1/places/${sample.place('990106003001K1-07-1-2001').id}/hand-overs`
  const told = (await get(url)).json<{ terms: { title: string; name: string | null; from: string; to: string | null }[]; officers: { name: string }[] }>()
  expect(told.terms.find(({ title }) => title === '7号楼楼栋长（高区）')).toMatchObject({ name: '詹海涛', from: '2026-11-20', to: null })
  expect(told.officers.map(({ name }) => name)).toContain('詹海涛')
  await as('孟凡')
  const veiled = (await get(url)).json<typeof told>()
  expect([veiled.terms.find(({ title }) => title === '7号楼楼栋长（高区）')?.name, veiled.officers]).toEqual([null, []])
  await as('董巧云')
  expect((await handOver('3号楼楼栋长', { person: null, name: '别人', consentAt: '2026-11-19' })).statusCode).toBe(404)
})
