/** What the roster knows of some homes, as an import meets it: ties with their values as comparable keys. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { openKeyOf, type FieldKey } from '../../trust/index.ts'
import { ties as allTies, type DwellerField } from '../rules/fields.ts'
import type { HeldTie, HeldValue } from '../rules/import/index.ts'
import type { KeptValue } from './value.ts'

/** What all rows of an import share. */
export type Importing = {
  readonly district: string; readonly id: string; readonly community: string; readonly path: string; readonly seenOn: string; readonly at: Date
}

/** A home as its row stands. `made`: it has none yet, and this transaction makes it. */
export type HomeRow = {
  home: string; path: string; compound_path: string | null; community: string; compound: string | null; building: string; state: string
  household_no: string | null; children: number; confirmed_on: string | null; confirmed_how: string | null; readonly made: boolean
}

/** A tie with its values as they stand in their rows, by `slot`. */
export type Held = HeldTie & { readonly home: string; readonly whyUntil: string | null; readonly untilSaid: string; readonly kept: Map<string, KeptValue> }

/** By what a value of a tie is found again. */
export const slot = (field: string, key: string): string => `${field} ${key}`

const unknown = { state: 'unknown', household_no: null, children: 0, confirmed_on: null, confirmed_how: null, made: true } as const

/**
 * The homes of these rooms: those that the roster knows, locked in one order, so that two transactions never meet the same home at the same time, and
 * those that it does not know yet, for `makeHomes`. What is no room of a building is left out.
 */
export async function homesFor(tx: Tx, district: string, homes: readonly string[]): Promise<ReadonlyMap<string, HomeRow>> {
  const there = await tx.selectFrom('dwelling').select(['home', 'path', 'compound_path', 'community', 'compound', 'building', 'state', 'household_no', 'children',
    'confirmed_how', sql<string | null>`confirmed_on::text`.as('confirmed_on')]).where('district', '=', district)
    .where('home', '=', sql<string>`any(${homes}::uuid[])`).orderBy('home').forUpdate().execute()
  const known = new Map<string, HomeRow>(there.map((row) => [row.home, { ...row, made: false }]))
  const others = homes.filter((home) => !known.has(home))
  const rooms = others.length === 0 ? [] : await tx.selectFrom('place').select(['id', 'path', 'compound_path', 'community', 'compound', 'building'])
    .where('district', '=', district).where('id', '=', sql<string>`any(${others}::uuid[])`).where('kind', '=', 'room').execute()
  for (const { id, community, building, ...room } of rooms) {
    if (community !== null && building !== null) known.set(id, { ...room, home: id, community, building, ...unknown })
  }
  return known
}

/** The keys of these persons that are still there. */
export async function keysFor(tx: Tx, district: string, persons: readonly string[]): Promise<ReadonlyMap<string, FieldKey>> {
  if (persons.length === 0) return new Map()
  const rows = await tx.selectFrom('person_key').select(['person', 'wrapped', 'alg']).where('district', '=', district)
    .where('person', '=', sql<string>`any(${persons}::uuid[])`).execute()
  return new Map(rows.map(({ person, wrapped, alg }) => [person, openKeyOf(wrapped, alg, district, person)]))
}

type ValueRow = { dweller: string; field: string; code: string | null; cipher: Buffer | null; masked: string | null; keyed_hash: Buffer | null; state: string }

/** The key by which a value is compared: its code, its keyed hash, or (of birthdays, addresses and notes) itself, opened. Null when it can't be opened. */
function keyOf(row: ValueRow, key: FieldKey | undefined): string | null {
  if (row.code !== null) return row.code
  if (row.keyed_hash !== null) return row.keyed_hash.toString('hex')
  return row.cipher === null || key === undefined ? null : key.open(row.field, row.cipher)
}

const stateOf = (state: string): HeldValue['state'] => (state === 'current' || state === 'waiting' ? state : 'past')

/** Everybody tied to these homes, by home, with the keys of the persons. An erased person has no key and no values any more. */
export async function heldAt(tx: Tx, district: string, homes: readonly string[]): Promise<{ readonly ties: Map<string, Held[]>; readonly keys: Map<string, FieldKey> }> {
  if (homes.length === 0) return { ties: new Map(), keys: new Map() }
  const rows = await tx.selectFrom('dweller').select(['id', 'person', 'who', 'home', 'lives', 'registered', 'owns', 'rents', 'why_until', 'until_said',
    sql<string | null>`since::text`.as('since'), sql<string | null>`until::text`.as('until')])
    .where('district', '=', district).where('home', '=', sql<string>`any(${homes}::uuid[])`).orderBy('id').execute()
  const keys = new Map(await keysFor(tx, district, [...new Set(rows.map(({ person }) => person))]))
  const values = rows.length === 0 ? [] : await tx.selectFrom('dweller_value').select(['dweller', 'field', 'code', 'cipher', 'masked', 'keyed_hash', 'state'])
    .where('district', '=', district).where('dweller', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`).execute()
  const byTie = Map.groupBy(values, ({ dweller }) => dweller)
  const ties = new Map<string, Held[]>()
  for (const row of rows) {
    const kept = new Map<string, KeptValue>()
    const of = (byTie.get(row.id) ?? []).flatMap((value): HeldValue[] => {
      const key = keyOf(value, keys.get(row.person))
      if (key === null) return []
      kept.set(slot(value.field, key), { code: value.code, cipher: value.cipher, masked: value.masked, keyedHash: value.keyed_hash })
      return [{ field: value.field as DwellerField, key, state: stateOf(value.state) }] // the column's check allows these alone
    })
    const tie: Held = { id: row.id, person: row.person, who: row.who, home: row.home, ties: allTies.filter((one) => row[one]), since: row.since, until: row.until, whyUntil: row.why_until,
      untilSaid: row.until_said,      values: of, kept }
    ties.set(row.home, [...(ties.get(row.home) ?? []), tie])
  }
  return { ties, keys }
}
