/** Writes the made-up roster, once, in one transaction: homes, people with keys of their own, ties, values, what they are found by. */
import { demoGround, demoRoster, type DemoPlace, type DemoRoster } from '../../../demo/index.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { insertMany, keepValue, tokensOf, type BulkCell, type DwellerField } from '../../roster/index.ts'
import { clockActor, newKeyOf, type FieldKey } from '../../trust/index.ts'

const DONE = 'demo_roster'
/** The generator's mark: the source of everything that it made up. */
export const GENERATOR = '0194d3a0-0000-7000-8000-00000000d3a0'

type Where = { readonly district: string; readonly path: string }
type DemoPerson = DemoRoster['people'][number]
type DemoTie = DemoRoster['ties'][number]
type Ground = {
  readonly path: string; readonly compoundPath: string | null; readonly community: string; readonly compound: string | null; readonly building: string
}
type Rows = { readonly values: BulkCell[][]; readonly tokens: BulkCell[][]; readonly dwellers: BulkCell[][] }

const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`)

function groundOf(places: readonly DemoPlace[]): ReadonlyMap<string, Ground> {
  return new Map(places.filter(({ kind }) => kind === 'room').map((place) => [place.id, {
    path: place.path, compoundPath: place.compoundPath, community: place.community ?? '', compound: place.compound ?? null,
    building: place.building ?? '',
  }]))
}

/** The values of a tie, in clear, as the fields of the register. */
const saidOf = (person: DemoPerson, tie: DemoTie): readonly (readonly [DwellerField, string | null])[] => [
  ['name', person.name], ['phone', person.phone], ['id_number', person.idNumber], ['born', person.born], ['sex', person.sex],
  ['relation', tie.relation], ['registered_at', tie.registeredAt],
]

function writeTie(rows: Rows, where: Where, ground: Ground, key: FieldKey, person: DemoPerson, tie: DemoTie): void {
  const { path, compoundPath, community, building } = ground
  const recorded = noon(tie.seenOn)
  rows.dwellers.push([tie.id, person.id, person.id, tie.home, path, compoundPath, community, building, tie.lives, tie.registered, tie.owns,
    tie.rents, tie.since, tie.until, tie.whyUntil, 'demo', GENERATOR, recorded])
  const value = (field: DwellerField, clear: string, state: 'current' | 'past' | 'waiting', seenOn: string, endedOn: string | null): void => {
    const kept = keepValue(where.district, key, field, clear)
    rows.values.push([newId(), tie.id, person.id, path, compoundPath, field, kept.code, kept.cipher, kept.masked, kept.keyedHash, state, seenOn,
      'demo', GENERATOR, noon(seenOn), endedOn === null ? null : noon(endedOn), null])
  }
  for (const [field, clear] of saidOf(person, tie)) if (clear !== null) value(field, clear, 'current', tie.seenOn, null)
  if (tie.waiting) value(tie.waiting.field, tie.waiting.value, 'waiting', tie.waiting.seenOn, null)
  if (tie.past) value(tie.past.field, tie.past.value, 'past', tie.past.seenOn, tie.past.endedOn)
  if (tie.until !== null) return
  const phones = person.phone === null ? [] : [person.phone]
  const found = { names: [person.name], phones, idNumbers: person.idNumber === null ? [] : [person.idNumber] }
  for (const token of tokensOf(where.district, found)) rows.tokens.push([community, token, tie.id])
}

function homeRows(roster: DemoRoster, grounds: ReadonlyMap<string, Ground>): BulkCell[][] {
  const living = new Map<string, number>()
  for (const { home, lives, until } of roster.ties) if (lives && until === null) living.set(home, (living.get(home) ?? 0) + 1)
  return roster.homes.flatMap((one): BulkCell[][] => {
    const ground = grounds.get(one.home)
    return ground === undefined ? [] : [[one.home, ground.path, ground.compoundPath, ground.community, ground.compound, ground.building, one.state,
      one.householdNo, (living.get(one.home) ?? 0) + one.children, one.children, one.doubts, one.confirmedOn, one.confirmedHow, one.confirmedPost]]
  })
}

async function write(tx: Tx, where: Where): Promise<number> {
  const roster = demoRoster()
  const { places } = demoGround()
  const grounds = groundOf(places)
  const keys = new Map(roster.people.map((person) => [person.id, newKeyOf(where.district, person.id)]))
  const people = new Map(roster.people.map((person) => [person.id, person]))
  const rows: Rows = { values: [], tokens: [], dwellers: [] }
  for (const tie of roster.ties) {
    const [ground, key, person] = [grounds.get(tie.home), keys.get(tie.person), people.get(tie.person)]
    if (ground && key && person) writeTie(rows, where, ground, key, person, tie)
  }
  const pathOf = new Map(places.filter(({ kind }) => kind === 'community').map(({ id, path }) => [id, path]))
  const made = noon('2026-11-19')
  await insertMany(tx, where.district, 'person', roster.people.map(({ id }) => [id, 'resident', made]))
  await insertMany(tx, where.district, 'person_key', [...keys].map(([person, { wrapped, alg }]) => [person, wrapped, alg]))
  // who imported a file in the first seconds has made some of the homes already: they stay as they are
  const there = new Set((await tx.selectFrom('dwelling').select('home').where('district', '=', where.district).execute()).map(({ home }) => home))
  await insertMany(tx, where.district, 'dwelling', homeRows(roster, grounds).filter(([home]) => !there.has(String(home))))
  await insertMany(tx, where.district, 'dweller', rows.dwellers)
  await insertMany(tx, where.district, 'dweller_value', rows.values)
  await insertMany(tx, where.district, 'dweller_token', rows.tokens)
  await insertMany(tx, where.district, 'same_person', roster.pairs.map(({ id, community, one, other, evidence, weight }) =>
    [id, community, pathOf.get(community) ?? null, one, other, JSON.stringify(evidence), weight, 'open', made, GENERATOR]))
  return roster.people.length
}

/** Does it once; answers how many people were written, 0 when they are there already. */
export const fillRoster = (db: Db, where: Where): Promise<number> => withScope(db, clockActor(where.district, where.path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district: where.district, name: DONE, value: '1' }).onConflict((c) => c.doNothing())
    .returning('name').execute()
  return claimed.length === 0 ? 0 : write(tx, where)
})
