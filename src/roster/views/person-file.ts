/** All that is kept of one person, over all homes: masked for who looks after it, in clear for the person's own copy. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import { keptFields, opensOf, personKey, type FieldKey, type KeptField, type Opened } from '../../trust/index.ts'
import type { DwellerField, SourceKind } from '../rules/index.ts'
import { tiesOfWho, type DwellerRow } from '../store/dweller.ts'
import { valuesOf, type ValueRow } from '../store/value.ts'
import { seeTie, type SeenTie } from './home-people.ts'

/** A value with where it came from and when; `shown` is masked in the file and clear in the copy. */
export type FileValue = {
  readonly field: DwellerField; readonly shown: string; readonly state: 'current' | 'past' | 'waiting'; readonly seenOn: string
  readonly source: SourceKind; readonly endedOn: string | null
}
export type FileTie = SeenTie & { readonly home: string; readonly homeName: string; readonly values: readonly FileValue[] }
/** What somebody agreed to, and took back. */
export type FileConsent = { readonly kind: string; readonly givenOn: string; readonly how: string; readonly withdrawnOn: string | null }
export type PersonFile = {
  /** Who it is, then every person that was found to be the same. */
  readonly persons: readonly string[]
  /** Kept with a person's matters rather than with a home: reporter's phone and name. */
  readonly fields: readonly KeptField[]
  readonly ties: readonly FileTie[]
  readonly consents: readonly FileConsent[]
  /** Who looked, newest first. */
  readonly opens: readonly Opened[]
}

const homeNames = statement<{ district: string; ids: string[] }, { id: string; full_name: string }>('roster.file.homes',
  (db, p) => db.selectFrom('place')
  .select(['id', 'full_name']).where('district', '=', p('district')).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))
const consentsOf = statement<{ district: string; persons: string[] }, { kind: string; given_at: Date; how: string; withdrawn_at: Date | null }>(
  'roster.file.consents', (db, p) =>
    db.selectFrom('consent').select(['kind', 'given_at', 'how', 'withdrawn_at']).where('district', '=', p('district'))
    .where('person', '=', sql<string>`any(${p('persons')}::uuid[])`).orderBy('given_at').orderBy('id'))

/** Every person that stands for the same human being as this one, itself first. What lies outside the transaction's reach is not found. */
export async function samePersons(tx: Tx, district: string, person: string): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`select distinct person from dweller where district = ${district}::char(6) and who in
    (select who from dweller where district = ${district}::char(6) and (person = ${person}::uuid or who = ${person}::uuid))`.execute(tx)
  return [...new Set([person, ...rows.map((row) => row.person)])]
}

const fileValue = (row: ValueRow, key: FieldKey | null): FileValue => ({
  field: row.field as DwellerField, state: row.state as FileValue['state'], seenOn: row.seen_on, source: row.source_kind as SourceKind,
  // checked by the table
  shown: row.code ?? (key && row.cipher ? key.open(row.field, row.cipher) : row.masked ?? ''),
  endedOn: row.ended_at === null ? null : shanghaiDay(row.ended_at),
})

async function tiesIn(tx: Tx, district: string, rows: readonly DwellerRow[], keys: ReadonlyMap<string, FieldKey>): Promise<readonly FileTie[]> {
  const values = Map.groupBy(await valuesOf(tx, { district, dwellers: rows.map(({ id }) => id) }), ({ dweller }) => dweller)
  const named = new Map((await homeNames(tx, { district, ids: [...new Set(rows.map(({ home }) => home))] })).map((row) => [row.id, row.full_name]))
  return rows.map((row) => ({
    ...seeTie(row), home: row.home, homeName: named.get(row.home) ?? '',
    values: (values.get(row.id) ?? []).map((value) => fileValue(value, keys.get(value.person) ?? null)),
  }))
}

async function fileWith(tx: Tx, district: string, person: string, clear: boolean): Promise<PersonFile | null> {
  const persons = await samePersons(tx, district, person)
  const keys = new Map<string, FieldKey>()
  for (const one of persons) {
    const key = await personKey(tx, district, one)
    if (key) keys.set(one, key)
  }
  if (keys.size === 0) return null
  const rows = await tiesOfWho(tx, { district, who: [...persons] })
  const fields = []
  for (const one of keys.keys()) fields.push(...await keptFields(tx, district, one, clear))
  const consents = await consentsOf(tx, { district, persons: [...persons] })
  return {
    persons, fields, ties: await tiesIn(tx, district, rows.filter((row) => persons.includes(row.person)), clear ? keys : new Map()),
    consents: consents.map((row) => ({ kind: row.kind, givenOn: shanghaiDay(row.given_at), how: row.how,
      withdrawnOn: row.withdrawn_at === null ? null : shanghaiDay(row.withdrawn_at) })),
    opens: await opensOf(tx, district, persons),
  }
}

/**
 * Everything that is kept of a person within the transaction's reach, masked. Null for whoever was erased or isn't known. The branch's compartment is
 * no part of it (P07), nor are sensitive values themselves. [T5]
 */
export const fileOfPerson = (tx: Tx, district: string, person: string): Promise<PersonFile | null> => fileWith(tx, district, person, false)

/**
 * The same in clear: the copy that a person may have of their own data (个人信息保护法 art. 45). The transaction is theirs (`residents`) or the clock's, on
 * their behalf; the caller records that a copy was given. [T5]
 */
export const copyOfPerson = (tx: Tx, district: string, person: string): Promise<PersonFile | null> => fileWith(tx, district, person, true)
