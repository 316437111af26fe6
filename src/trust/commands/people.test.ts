import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import {
  addPersonWith, erasePerson, hasPhone, keepField, makePersonKey, maskedFields, openKeys, opensOf, personsByPhone, publicActor,
  residentActor, revealField, revealValue, staffActor, clockActor, useKeys, type Actor,
} from '../index.ts'

const district = '990106'
const at = new Date('2026-11-20T10:40:00+08:00')
const worker: Actor = staffActor(district, newId(), {
  post: newId(), kind: 'community_worker', title: '', org: newId(), orgKind: 'community', orgName: '', place: newId(), placeName: '',
  audience: 'community', scopes: ['d990106.s003.c001'], orgs: [],
})
let database: TestDatabase
let db: Db
const inside = <T>(work: (tx: Parameters<Parameters<typeof withScope<T>>[2]>[0]) => Promise<T>, actor: Actor = worker): Promise<T> =>
  withScope(db, actor, work)
const resident = (phone: string, name = '赵建国'): Promise<string> => inside(tx => addPersonWith(tx, {
  district, kind: 'resident', at, fields: [{ field: 'phone', value: phone, purpose: 'follow' }, { field: 'name', value: name, purpose: 'follow' }],
}))

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 4)
  useKeys(openKeys('', { LINLI_KEY: '5a'.repeat(32) }))
})
afterAll(async () => {
  await db.destroy()
  await database.close()
})

test('[T5] a person is shown masked, and no byte of name or phone is stored in clear', async () => {
  const person = await resident('138 1234 2046')
  expect(await inside(tx => maskedFields(tx, district, person))).toEqual({ phone: '138****2046', name: '赵＊＊' })
  const { rows } = await database.pool('linli_owner').query('select f::text as text, encode(cipher, \'escape\') as cipher from person_field f')
  expect(JSON.stringify(rows)).not.toMatch(/1381234|赵建国/)
})

test('[T5] a phone finds everybody who shares it, however it is typed, and nobody from another district', async () => {
  const one = await resident('13900000001')
  const two = await resident('+86 139 0000 0001', '欧阳锋')
  const both = await inside(tx => personsByPhone(tx, district, '139-0000-0001'))
  expect([...both].sort()).toEqual([one, two].sort())
  expect(await inside(tx => hasPhone(tx, district, one, '13900000001'))).toBe(true)
  expect(await inside(tx => hasPhone(tx, district, one, '13900000002'))).toBe(false)
  const elsewhere = publicActor('990107')
  expect(await inside(tx => personsByPhone(tx, district, '13900000001'), elsewhere)).toEqual([])
  expect(await inside(tx => maskedFields(tx, district, one), elsewhere)).toEqual({})
})

test('[T5] row security alone keeps personal data inside the district', async () => {
  await resident('13900000003')
  const count = async (scope: Actor): Promise<unknown> => inside(async tx => {
    const { rows } = await sql<{ n: string }>`select (select count(*) from person) + (select count(*) from person_key) + (select count(*) from person_field) as n`.execute(tx)
    return Number(rows[0]?.n)
  }, scope)
  expect(await count(publicActor('990107'))).toBe(0)
  expect(await count(worker)).toBeGreaterThan(0)
  await expect(inside(
    tx => addPersonWith(tx, { district, kind: 'resident', at, fields: [] }), publicActor('990107'),
  )).rejects.toThrow('row-level security')
})

test('[T5] showing a phone in clear takes a post and a purpose, and is an act that holds neither phone nor name', async () => {
  const person = await resident('13900000004')
  const shown = await inside(tx => revealField(tx, worker, person, 'phone', 'call_back', at))
  expect(shown).toEqual({ ok: true, value: '13900000004' })
  const { rows } = await database.pool('linli_owner')
    .query('select kind, actor_person, actor_post, subject_id, facts, leaf from act where subject_id = $1', [person])
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    kind: 'person.revealed', actor_person: worker.person, actor_post: worker.post, facts: { field: 'phone', purpose: 'call_back' },
  })
  expect(JSON.stringify(rows)).not.toMatch(/1390000|赵/)
})

test('[T5] a stranger, and a post of another district, are told that there is no such information', async () => {
  const person = await resident('13900000005')
  const asStranger = await inside(tx => revealField(tx, publicActor(district), person, 'phone', 'call_back', at), publicActor(district))
  const elsewhere = { ...worker, district: '990107' }
  const asOther = await inside(tx => revealField(tx, elsewhere, person, 'phone', 'call_back', at), elsewhere)
  expect([asStranger, asOther].map(result => !result.ok && result.refusal.code)).toEqual(['not_found', 'not_found'])
})

test('[T5] a field that is given again takes the place of the earlier value', async () => {
  const person = await resident('13900000006')
  await inside(tx => keepField(tx, { district, person, field: 'phone', value: '13900000007', purpose: 'follow', at }))
  expect(await inside(tx => personsByPhone(tx, district, '13900000006'))).toEqual([])
  expect(await inside(tx => personsByPhone(tx, district, '13900000007'))).toEqual([person])
})

test('[T5] when the key is destroyed nothing of the person can be read, from a copy of the fields neither; the acts stay', async () => {
  const person = await resident('13900000008')
  await inside(tx => revealField(tx, worker, person, 'phone', 'visit', at))
  const owner = database.pool('linli_owner')
  const kept = await owner.query('select * from person_field where person = $1 and field = \'phone\'', [person])
  expect((await inside(tx => erasePerson(tx, worker, person, at))).ok).toBe(true)
  expect(await inside(tx => personsByPhone(tx, district, '13900000008'))).toEqual([])
  const copy = kept.rows[0]
  await owner.query('insert into person_field values ($1, $2, $3, $4, $5, $6, $7, $8)', Object.values(copy))
  const shown = await inside(tx => revealField(tx, worker, person, 'phone', 'visit', at))
  expect(shown.ok).toBe(false)
  await expect(inside(tx => keepField(tx, { district, person, field: 'phone', value: '1', purpose: 'x', at }))).rejects.toThrow('no key')
  expect((await inside(tx => erasePerson(tx, worker, person, at))).ok).toBe(false)
  const { rows } = await owner.query('select kind from act where subject_id = $1 order by id', [person])
  expect(rows.map(row => row.kind)).toEqual(['person.revealed', 'person.erased'])
})

test('[T5] a value that stands elsewhere is shown in the same way, and the person sees which post looked, not the minute', async () => {
  const key = makePersonKey(district)
  const { person, wrapped, alg } = key
  await inside(async tx => {
    await tx.insertInto('person').values({ district, id: person, kind: 'resident', created_at: at }).execute()
    await tx.insertInto('person_key').values({ district, person, wrapped, alg }).execute()
  })
  const cipher = key.seal('born', '1949-12-31')
  const look = { person, field: 'born', purpose: 'know_homes', at } as const
  expect(await inside(tx => revealValue(tx, worker, { ...look, cipher }))).toEqual({ ok: true, value: '1949-12-31' })
  await expect(inside(tx => revealValue(tx, worker, { ...look, field: 'note', cipher }))).rejects.toThrow()
  const need = { ...look, field: 'sensitive', sealedAs: 'low_income', cipher: key.seal('low_income', '有') } as const
  expect(await inside(tx => revealValue(tx, worker, need))).toEqual({ ok: true, value: '有' })
  const { rows } = await database.pool('linli_owner').query('select leaf from act where subject_id = $1', [person])
  expect(JSON.stringify(rows)).not.toContain('low_income')
  const stranger = publicActor(district)
  expect(await inside(tx => revealValue(tx, stranger, { ...look, cipher }), stranger)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  const self = { ...residentActor(district, null), residents: [person] }
  const seen = { person, field: 'born', purpose: 'know_homes', post: worker.post, day: '2026-11-20', half: 'am' }
  expect(await withScope(db, self, tx => opensOf(tx, district, [person]))).toEqual([{ ...seen, field: 'sensitive' }, seen])
  const other = { ...worker, person: newId(), post: newId() }
  for (const reader of [stranger, other, { ...self, residents: [newId()] }]) {
    expect(await withScope(db, reader, tx => opensOf(tx, district, [person]))).toEqual([])
  }
})

test('[T5] erasing tells the capabilities above, once, in the same transaction; the command line erases without a post', async () => {
  const person = await resident('13900000009')
  const clock = clockActor(district, 'd990106')
  const told: string[] = []
  const hooks = [async (_: unknown, erased: { readonly person: string }) => { told.push(erased.person) }]
  const failing = [async () => { throw new Error('no') }]
  await expect(inside(tx => erasePerson(tx, clock, person, at, { hooks: failing }), clock)).rejects.toThrow('no')
  expect(await inside(tx => hasPhone(tx, district, person, '13900000009'))).toBe(true)
  expect((await inside(tx => erasePerson(tx, clock, person, at, { reason: 'asked', hooks, channel: 'desk' }), clock)).ok).toBe(true)
  expect((await inside(tx => erasePerson(tx, clock, person, at, { reason: 'asked', hooks }), clock)).ok).toBe(false)
  expect(told).toEqual([person])
  const { rows } = await database.pool('linli_owner').query('select facts, channel, path::text from act where subject_id = $1', [person])
  expect(rows).toEqual([{ facts: { reason: 'asked' }, channel: 'desk', path: 'd990106' }])
})
