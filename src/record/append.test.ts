import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { actsOfSubject, appendAct, appendActs, ownActs, receiptOf } from './index.ts'
import { at, newDistrict, recordDatabase, scopeOf, testAct, testActs } from './record.testing.ts'

let db: Awaited<ReturnType<typeof recordDatabase>>
beforeAll(async () => { db = await recordDatabase() })
afterAll(() => db.close())

const refused = { code: '42501' } // insufficient_privilege; also what a policy answers

test('[R1] the application can neither change nor take out an act, a leaf or a head', async () => {
  const district = newDistrict()
  await db.append(district)
  await db.seal(district)
  for (const table of ['act', 'leaf', 'tree_head', 'tree_node', 'tree_edge', 'tree_key']) {
    const work = (text: string) => withScope(db.app, scopeOf(district, [`d${district}`]), tx => sql.raw(text).execute(tx))
    await expect(work(`update ${table} set district = district`), table).rejects.toMatchObject(refused)
    await expect(work(`delete from ${table}`), table).rejects.toMatchObject(refused)
    await expect(work(`truncate ${table}`), table).rejects.toMatchObject(refused)
  }
  const work = (text: string) => withScope(db.app, scopeOf(district, [`d${district}`]), tx => sql.raw(text).execute(tx))
  await expect(work('delete from act_unsealed')).rejects.toMatchObject(refused)
  await expect(work('select * from act_unsealed')).rejects.toMatchObject(refused)
  await expect(work(`insert into leaf values ('${district}', 9, '${newId()}', decode(repeat('00', 32), 'hex'))`)).rejects.toMatchObject(refused)
})

test('[R4] an act that was rolled back leaves nothing, neither in the record nor in the queue', async () => {
  const district = newDistrict()
  const failing = withScope(db.app, scopeOf(district, [`d${district}`]), async tx => {
    await appendAct(tx, testAct(district))
    throw new Error('later step failed')
  })
  await expect(failing).rejects.toThrow('later step failed')
  expect((await db.seal(district)).sealed).toBe(0)
  expect(await db.owner.selectFrom('act').select('id').where('district', '=', district).execute()).toEqual([])
})

test('[R10] an act is written within the scope or as one\'s own, and nowhere else', async () => {
  const district = newDistrict()
  const [me, org] = [newId(), newId()]
  const as = (change: object, act: object) =>
    withScope(db.app, { ...scopeOf(district, [`d${district}.s001`, 'k7.b01']), ...change }, tx => appendAct(tx, testAct(district, act)))
  await expect(as({}, {})).resolves.toBeTruthy()
  await expect(as({}, { path: `d${district}.s002` })).rejects.toMatchObject(refused)
  await expect(as({}, { path: `d${district}` })).rejects.toMatchObject(refused)
  await expect(as({}, { path: null })).rejects.toMatchObject(refused)
  await expect(as({}, { path: null, compoundPath: 'k7.b01.u2' })).resolves.toBeTruthy()
  await expect(as({}, { path: `d${district}.s002`, parties: [org] })).rejects.toMatchObject(refused)
  await expect(as({ orgs: [org] }, { path: `d${district}.s002`, parties: [org] })).resolves.toBeTruthy()
  await expect(as({ person: me }, { path: null, actorPerson: me })).resolves.toBeTruthy()
  await expect(as({ person: me }, { path: null, actorPerson: newId() })).rejects.toMatchObject(refused)
  await expect(as({ district: newDistrict() }, {})).rejects.toMatchObject(refused)
  await expect(as({ scopes: [] }, {})).rejects.toMatchObject(refused)
})

test('[R10] an act is seen by path, compound, party or as one\'s own, and not by an audience to whom it was closed', async () => {
  const district = newDistrict()
  const [me, org] = [newId(), newId()]
  const id = await db.append(district, { compoundPath: 'k7.b01', parties: [org], closedTo: ['captain'], actorPerson: me })
  const sees = (change: object) =>
    withScope(db.app, { ...scopeOf(district, []), ...change }, async tx => (await receiptOf(tx, district, id)).state !== 'unknown')
  expect(await sees({})).toBe(false)
  expect(await sees({ scopes: [`d${district}`] })).toBe(true)
  expect(await sees({ scopes: [`d${district}.s002`] })).toBe(false)
  expect(await sees({ scopes: ['k7'] })).toBe(true)
  expect(await sees({ orgs: [org] })).toBe(true)
  expect(await sees({ orgs: [newId()] })).toBe(false)
  expect(await sees({ person: me })).toBe(true)
  expect(await sees({ scopes: [`d${district}`], audience: ['captain'] })).toBe(false)
  expect(await sees({ scopes: [`d${district}`], audience: ['grid'] })).toBe(true)
  expect(await sees({ person: me, audience: ['captain'] })).toBe(true)
  expect(await sees({ district: newDistrict(), scopes: [`d${district}`] })).toBe(false)
})

test('[R2] an act that would hold a name is refused before it reaches the database', async () => {
  const district = newDistrict()
  await expect(db.append(district, { channel: '微信群' })).rejects.toThrow(TypeError)
  await expect(db.append(district, { subject: { kind: 'matter', id: '王芳' } })).rejects.toThrow(TypeError)
  const forged = { kind: 'test.done', facts: { note: '楼道 灯' } } as unknown as ReturnType<typeof testActs.state>
  await expect(db.append(district, { what: forged })).rejects.toThrow(TypeError)
})

test('[R4] many acts at once are recorded as one by one: same leaves, same columns', async () => {
  const district = newDistrict()
  const [me, subject, org] = [newId(), newId(), newId()]
  const acts = Array.from({ length: 50 }, (_, n) => testAct(district, {
    at: new Date(at.getTime() + n), what: testActs.state('test.done', { n, word: 'a.b' }), actorPerson: me, subject: { kind: 'matter', id: subject },
    parties: [org], closedTo: ['captain'], compoundPath: 'k1.b01',
  }))
  const ids = await withScope(db.app, scopeOf(district, [`d${district}`]), tx => appendActs(tx, acts))
  expect(new Set(ids).size).toBe(50)
  const [first] = acts
  if (first) await db.append(district, first)
  const rows = await db.owner.selectFrom('act').selectAll().where('district', '=', district).orderBy('at').orderBy('id').execute()
  const { id: a, leaf: leafA, ...one } = rows[0] ?? {}
  const { id: b, leaf: leafB, ...other } = rows[1] ?? {}
  expect(one).toEqual(other)
  expect(leafA?.replace(String(a), '')).toBe(leafB?.replace(String(b), ''))
  expect((await db.seal(district)).sealed).toBe(51)
})

test('[R11] a person pages through all their own acts, newest first, and through nobody else\'s', async () => {
  const district = newDistrict()
  const [me, you] = [newId(), newId()]
  for (let n = 0; n < 7; n++) {
    await db.append(district, { actorPerson: n === 3 ? you : me, at: new Date(at.getTime() + (n >> 1)), what: testActs.state('test.done', { n }) })
  }
  await db.seal(district, 4)
  const seen: unknown[] = []
  const page = (after?: string) =>
    withScope(db.app, scopeOf(district, [`d${district}`], me), tx => ownActs(tx, district, { limit: 2, ...(after ? { after } : {}) }))
  let part = await page()
  for (;;) {
    seen.push(...part.acts.map(act => act.facts['n']))
    if (part.next === undefined) break
    part = await page(part.next)
  }
  expect(seen).toEqual([6, 5, 4, 2, 1, 0])
  expect((await page('nonsense')).acts.map(act => act.sealed)).toEqual([false, false])
  expect(part.acts.every(act => act.sealed && act.actorPerson === me)).toBe(true)
  expect(await withScope(db.app, scopeOf(district, [`d${district}`]), tx => ownActs(tx, district))).toEqual({ acts: [], next: undefined })
})

test('[R11] the story of a subject shows others half-day and post', async () => {
  const district = newDistrict()
  const [me, post, subject] = [newId(), newId(), newId()]
  await db.append(district, { actorPerson: me, actorPost: post, subject: { kind: 'matter', id: subject } })
  await db.append(district, { at: new Date(at.getTime() + 3 * 3_600_000), channel: 'clock', subject: { kind: 'matter', id: subject } })
  await db.append(district, { subject: { kind: 'matter', id: newId() } })
  const story = await withScope(db.app, scopeOf(district, [`d${district}`]), tx => actsOfSubject(tx, district, { kind: 'matter', id: subject }))
  expect(story).toEqual([
    { kind: 'test.done', day: '2026-11-20', half: 'am', post, channel: 'web' },
    { kind: 'test.done', day: '2026-11-20', half: 'pm', post: null, channel: 'clock' },
  ])
})
