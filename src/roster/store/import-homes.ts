/** What an import changes of homes and ties that were there, with what stood there before; and the numbers that are counted anew. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { insertMany } from './dweller-bulk.ts'
import type { HomeRow, Importing } from './import-held.ts'

export type ChangedField = 'state' | 'household_no' | 'children' | 'confirmed_on' | 'confirmed_how' | 'since'
/** One column of a home (or `since` of a tie) that an import changes. */
export type Change = { readonly subject: string; readonly field: ChangedField; readonly before: string | null; readonly after: string | null }

const types: Readonly<Record<ChangedField, string>> = {
  state: 'text', household_no: 'text', children: 'int', confirmed_on: 'date', confirmed_how: 'text', since: 'date',
}

async function put(tx: Tx, district: string, field: ChangedField, subjects: readonly string[], values: readonly (string | null)[], from?: readonly (string | null)[]):
Promise<void> {
  const [table, key] = field === 'since' ? ['dweller', 'id'] : ['dwelling', 'home']
  const [column, type] = [sql.raw(field), sql.raw(types[field])]
  const still = from === undefined ? sql`true` : sql`t.${column} is not distinct from r.seen::${type}`
  await sql`update ${sql.raw(table)} t set ${column} = r.value::${type}, version = t.version + 1
    from unnest(${subjects}::uuid[], ${values}::text[], ${from ?? values}::text[]) as r(subject, value, seen)
    where t.district = ${district}::char(6) and t.${sql.raw(key)} = any(${subjects}::uuid[]) and t.${sql.raw(key)} = r.subject and ${still}`.execute(tx)
}

const byField = (changes: readonly Change[]): ReadonlyMap<ChangedField, readonly Change[]> => Map.groupBy(changes, ({ field }) => field)

/** Makes these changes and keeps what stood there before. A second change of the same column keeps the first 'before'. */
export async function makeChanges(tx: Tx, { district, id, path }: Importing, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const last = [...new Map(changes.map((one) => [`${one.subject} ${one.field}`, one])).values()]
  const firsts = new Map(changes.toReversed().map((one) => [`${one.subject} ${one.field}`, one.before]))
  for (const [field, some] of byField(last)) await put(tx, district, field, some.map(({ subject }) => subject), some.map(({ after }) => after))
  await sql`insert into roster_change (district, import, subject, field, path, before, after)
    select ${district}::char(6), ${id}::uuid, r.subject, r.field, ${path}::ltree, r.before, r.after
    from unnest(${last.map(({ subject }) => subject)}::uuid[], ${last.map(({ field }) => field)}::text[],
      ${last.map(({ subject, field }) => firsts.get(`${subject} ${field}`) ?? null)}::text[], ${last.map(({ after }) => after)}::text[]) as r(subject, field, before, after)
    on conflict (district, import, subject, field) do update set after = excluded.after`.execute(tx)
}

/** A home came into the roster by another transaction while this one worked out how to write it: to be done again, from the start. */
export class HomeMet extends Error {}

/** A home to be written for the first time: what the import says of it, how many live there and whether something waits. */
export type MadeHome = HomeRow & { readonly living: number; readonly doubts: readonly string[] }

const broughtFields = ['state', 'household_no', 'confirmed_on', 'confirmed_how'] as const

/** Writes homes that the roster did not know, each as it stands at the end, and that the import brought them. Throws `HomeMet`. */
export async function makeHomes(tx: Tx, { district, id, path }: Importing, homes: readonly MadeHome[]): Promise<void> {
  if (homes.length === 0) return
  const rows = [...homes].sort((one, other) => (one.home < other.home ? -1 : 1))
  const [written] = await Promise.all([
    insertMany(tx, district, 'dwelling', rows.map((row) => [row.home, row.path, row.compound_path, row.community, row.compound, row.building, row.state,
      row.household_no, row.living, row.children, row.doubts, row.confirmed_on, row.confirmed_how, null]), 'skip'),
    sql`insert into roster_change (district, import, subject, field, path, before, after)
      select ${district}::char(6), ${id}::uuid, r.subject, 'home', ${path}::ltree, null, r.after
      from unnest(${rows.map(({ home }) => home)}::uuid[],
        ${rows.map((row) => JSON.stringify(Object.fromEntries(broughtFields.map((field) => [field, row[field]]))))}::text[]) as r(subject, after)`.execute(tx),
  ])
  if (written < rows.length) throw new HomeMet('a home was written down by somebody else meanwhile')
}

type KeptChange = { readonly subject: string; readonly field: string; readonly before: string | null; readonly after: string | null }

/** What an import said of a home that it brought, column by column: before it nothing was known. */
function broughtChanges({ subject, after }: KeptChange): readonly KeptChange[] {
  const said = JSON.parse(after ?? '{}') as Partial<Record<string, string | null>> // written by makeHomes
  return broughtFields.map((field) => ({ subject, field, before: field === 'state' ? 'unknown' : null, after: said[field] ?? null }))
}

/** Gives back what an import changed, except where something else stands there by now. Answers the homes. */
export async function takeBackChanges(tx: Tx, district: string, id: string): Promise<readonly string[]> {
  const rows = await tx.deleteFrom('roster_change').where('district', '=', district).where('import', '=', id)
    .returning(['subject', 'field', 'before', 'after']).execute()
  const brought = rows.filter(({ field }) => field === 'home').flatMap(broughtChanges)
  // what the import changed of its own homes first, then the homes themselves
  for (const changes of [rows.filter(({ field }) => field !== 'home'), brought]) {
    for (const [field, some] of Map.groupBy(changes, (row) => row.field)) {
      // the column's check allows these fields alone
      await put(tx, district, field as ChangedField, some.map(({ subject }) => subject), some.map(({ before }) => before), some.map(({ after }) => after))
    }
  }
  return [...new Set(rows.filter(({ field }) => field !== 'since').map(({ subject }) => subject))]
}

/** Counts anew how many live in these homes, and whether something there waits for a decision. */
export async function recountHomes(tx: Tx, district: string, homes: readonly string[]): Promise<void> {
  if (homes.length === 0) return
  const waits = sql<boolean>`exists (select 1 from dweller d join dweller_value v on v.district = d.district and v.dweller = d.id
    where d.district = w.district and d.home = w.home and v.state = 'waiting')`
  await sql`update dwelling w set version = w.version + 1, living = w.children + (select count(distinct d.who)::int from dweller d
      where d.district = w.district and d.home = w.home and d.lives and d.until is null),
    doubts = case when ${waits} then array_append(array_remove(w.doubts, 'conflict'), 'conflict') else array_remove(w.doubts, 'conflict') end
    where w.district = ${district}::char(6) and w.home = any(${homes}::uuid[])`.execute(tx)
}
