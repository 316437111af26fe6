/** Somebody known to every part of the product is erased: afterwards nothing of them is found anywhere. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { now } from '../kit/clock.ts'
import { withScope, type Tx } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { addDweller, copyOfPerson, correctValue, endTies, fileOfPerson, samePersons } from '../roster/index.ts'
import { addPersonWith, clockActor, erasePerson, keepField, makePersonKey, revealField, staffActor, type Actor } from '../trust/index.ts'
import { eraseHooks } from './erasing.ts'
import { filesHolding, holds, tablesHolding } from './testing/dump.ts'
import { Stories } from './testing/stories.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
let stories: Stories
beforeAll(async () => {
  world = await openWorld()
  stories = new Stories(world)
}, 60_000)
afterAll(async () => { await world.close() })

const district = '990106'
const clock = clockActor(district, 'd990106')
const worker = (): Actor => staffActor(district, newId(), {
  post: newId(), kind: 'community_worker', title: '', org: newId(), orgKind: 'community', orgName: '', place: newId(), placeName: '',
  audience: 'community', scopes: ['d990106.s003.c001'], orgs: [],
})
const inside = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => withScope(world.db, actor, work)
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.explain.en)
  return result.value
}

/** Family names and signs of given names that the made-up people don't use together. */
const sign = fc.constantFrom(...'彧璟骁翀珩昶翊玥瑄珂琬沅')
const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const somebody = fc.record({
  name: fc.tuple(fc.constantFrom('阚', '欧阳', '亓官'), sign, sign).map((all) => all.join('')),
  phone: digits(8).map((end) => `199${end}`), other: digits(8).map((end) => `198${end}`),
  idNumber: digits(7).map((end) => checked(`99010619${end}`)), note: fc.array(sign, { minLength: 6, maxLength: 9 }).map((all) => all.join('')),
})
/** An ID number of 17 digits with a possible birthday and its check digit. */
function checked(digits15: string): string {
  const seventeen = `${digits15.slice(0, 8)}55${digits15.slice(8, 9)}`.padEnd(10, '0').slice(0, 10) + '0101' + digits15.slice(12, 15)
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return seventeen + ('10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(seventeen[at]), 0) % 11] ?? '')
}

type Known = { readonly person: string; readonly texts: readonly string[] }

/** Makes somebody known as a reporter, as a side that gave all it has, and in the roster, with a past, an end and looks at their data. */
async function known(who: typeof somebody extends fc.Arbitrary<infer T> ? T : never, room: string): Promise<readonly Known[]> {
  const texts = [who.name, who.phone, who.other, who.idNumber, who.note]
  const filed = await stories.file({ name: who.name, phone: who.phone })
  const { rows } = await world.database.pool('linli_owner').query<{ contact: string }>('select contact from matter where id = $1', [filed.id])
  const actor = worker()
  const ctx = (tx: Tx) => ({ tx, actor, at: now() })
  const direct = await inside(actor, async (tx) => {
    const person = await addPersonWith(tx, { district, kind: 'resident', at: now(), fields: [{ field: 'name', value: who.name, purpose: 'follow' }] })
    for (const [field, value] of [['phone', who.phone], ['id_number', who.idNumber], ['address', `梧桐苑${who.note}`]] as const) {
      await keepField(tx, { district, person, field, value, purpose: 'follow', at: now() })
    }
    must(await revealField(tx, actor, person, 'id_number', 'identity_check', now()))
    return person
  })
  const { tie } = must(await inside(actor, (tx) => addDweller(ctx(tx), { home: room, ties: ['lives', 'owns'], since: '2020-01-01',
    values: { name: who.name, phone: who.other, id_number: who.idNumber, born: '1955-01-01', sex: 'male', note: who.note, registered_at: who.note } })))
  must(await inside(actor, (tx) => correctValue(ctx(tx), { tie, field: 'phone', value: who.phone })))
  must(await inside(actor, (tx) => endTies(ctx(tx), { ties: [tie], why: 'moved', on: null })))
  const [row] = await inside(actor, (tx) => tx.selectFrom('dweller').select('person').where('id', '=', tie).execute())
  return [rows[0]?.contact, direct, row?.person].map((person) => ({ person: person ?? '', texts }))
}

async function erase(person: string): Promise<void> {
  await inside(clock, async (tx) => {
    for (const one of await samePersons(tx, district, person)) must(await erasePerson(tx, clock, one, now(), { reason: 'asked', hooks: eraseHooks }))
  })
}

test('[T12] after erasure no byte of name, phone or number is found in the database, in the files or in the log', { timeout: 120_000 }, async () => {
  const room = world.demo.places.find((one) => one.kind === 'room' && one.path.startsWith('d990106.s003.c001'))?.id ?? ''
  await fc.assert(fc.asyncProperty(somebody, async (who) => {
    const all = await known(who, room)
    const texts = all.flatMap((one) => one.texts)
    const copies = await Promise.all(all.map(({ person }) => inside(clock, (tx) => copyOfPerson(tx, district, person))))
    expect(copies.map((copy) => texts.filter((text) => JSON.stringify(copy).includes(text)).length > 1)).toEqual([true, true, true])
    const files = await Promise.all(all.map(({ person }) => inside(clock, (tx) => fileOfPerson(tx, district, person))))
    expect(holds(Buffer.from(JSON.stringify(files)), [who.name, who.phone, who.other, who.idNumber])).toBe(false)
    for (const { person } of all) await erase(person)
    expect(await inside(clock, (tx) => fileOfPerson(tx, district, all[2]?.person ?? ''))).toBeNull()
    expect(await tablesHolding(world.database.connection, texts)).toEqual([])
    expect(filesHolding(world.settings.dataDir, texts)).toEqual([])
    expect(holds(Buffer.from(world.log.join('\n')), texts)).toBe(false)
    const left = await world.database.pool('linli_owner').query(`select 'value' from dweller_value where person = any ($1)
      union all select 'token' from dweller_token t join dweller d using (district) where t.dweller = d.id and d.person = any ($1)
      union all select 'key' from person_key where person = any ($1) union all select 'field' from person_field where person = any ($1)`,
    [all.map(({ person }) => person)])
    expect(left.rows).toEqual([])
  }), { numRuns: 6, endOnFailure: true })
})

test('[T12] who looks finds what is there: in text, in bytes, in JSON, in a file and in its name', async () => {
  const owner = world.database.pool('linli_owner')
  const words = '阚彧璟'
  expect(await tablesHolding(world.database.connection, [words])).toEqual([])
  const key = makePersonKey(district)
  await owner.query('insert into person (district, id, kind, created_at) values ($1, $2, $3, now())', [district, key.person, 'resident'])
  await owner.query('insert into person_key (district, person, wrapped) values ($1, $2, $3)', [district, key.person, Buffer.from(`x${words}`)])
  await owner.query("insert into setting (district, name, value) values ($1, 'planted', $2)", [district, JSON.stringify(words)])
  const base64 = Buffer.from(`ab${words}cd`).toString('base64')
  await owner.query("insert into setting (district, name, value) values ($1, 'planted 64', $2)", [district, base64])
  expect(await tablesHolding(world.database.connection, [words])).toEqual(['public.person_key', 'public.setting'])
  await owner.query("delete from setting where name = 'planted'")
  expect(await tablesHolding(world.database.connection, [words])).toEqual(['public.person_key', 'public.setting'])
  const file = path.join(world.settings.dataDir, 'planted.log')
  writeFileSync(file, JSON.stringify({ words: Buffer.from(words).toString('hex') }))
  expect(filesHolding(world.settings.dataDir, [words])).toEqual(['planted.log'])
  expect(readFileSync(file, 'utf8')).not.toContain(words)
  await owner.query('delete from person where id = $1', [key.person])
})
