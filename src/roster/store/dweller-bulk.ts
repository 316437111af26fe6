/** Many rows of the roster in one statement each, for the demo, imports and benchmarks: values travel as one array for each column. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { columnOf, textOf, type BulkCell } from './bulk-column.ts'

export type { BulkCell } from './bulk-column.ts'

/** Tables of the roster with their columns and types, in the order in which rows are given. */
export const bulkTables = {
  person: [['id', 'uuid'], ['kind', 'text'], ['created_at', 'timestamptz']],
  person_key: [['person', 'uuid'], ['wrapped', 'bytea'], ['alg', 'text']],
  dwelling: [['home', 'uuid'], ['path', 'ltree'], ['compound_path', 'ltree'], ['community', 'uuid'], ['compound', 'uuid'], ['building', 'uuid'],
    ['state', 'text'], ['household_no', 'text'], ['living', 'int'], ['children', 'int'], ['doubts', 'text[]'], ['confirmed_on', 'date'],
    ['confirmed_how', 'text'], ['confirmed_post', 'uuid']],
  dweller: [['id', 'uuid'], ['person', 'uuid'], ['who', 'uuid'], ['home', 'uuid'], ['path', 'ltree'], ['compound_path', 'ltree'],
    ['community', 'uuid'], ['building', 'uuid'], ['lives', 'boolean'], ['registered', 'boolean'], ['owns', 'boolean'], ['rents', 'boolean'],
    ['since', 'date'], ['until', 'date'], ['why_until', 'text'], ['source_kind', 'text'], ['source', 'uuid'], ['recorded_at', 'timestamptz']],
  dweller_value: [['id', 'uuid'], ['dweller', 'uuid'], ['person', 'uuid'], ['path', 'ltree'], ['compound_path', 'ltree'], ['field', 'text'],
    ['code', 'text'], ['cipher', 'bytea'], ['masked', 'text'], ['keyed_hash', 'bytea'], ['state', 'text'], ['seen_on', 'date'],
    ['source_kind', 'text'], ['source', 'uuid'], ['recorded_at', 'timestamptz'], ['ended_at', 'timestamptz'], ['ended_by', 'uuid']],
  dweller_token: [['community', 'uuid'], ['token', 'bytea'], ['dweller', 'uuid']],
  same_person: [['id', 'uuid'], ['community', 'uuid'], ['path', 'ltree'], ['one', 'uuid'], ['other', 'uuid'], ['evidence', 'jsonb'],
    ['weight', 'int'], ['state', 'text'], ['found_at', 'timestamptz'], ['source', 'uuid']],
} as const satisfies Record<string, readonly (readonly [string, string])[]>

export type BulkTable = keyof typeof bulkTables
type Row = readonly BulkCell[]

const AT_ONCE = 8000

/** A column that says the same in all rows travels once; the first one tells how many rows there are. */
const sameFor = (rows: readonly Row[], at: number): boolean => at > 0 && rows.every((row) => row[at] === rows[0]?.[at])

function insert(district: string, table: BulkTable, rows: readonly Row[], there: 'fail' | 'skip'): RawBuilder<unknown> {
  const columns: readonly (readonly [string, string])[] = bulkTables[table]
  const [values, arrays, aliases]: [RawBuilder<unknown>[], RawBuilder<unknown>[], string[]] = [[], [], []]
  columns.forEach(([, type], at) => {
    if (sameFor(rows, at)) return values.push(sql`${textOf(rows[0]?.[at] ?? null)}::${sql.raw(type)}`)
    // a list in a cell would be flattened by unnest: it travels as its text
    const sent = type.endsWith('[]') ? 'text' : type
    arrays.push(sql`${columnOf(sent, rows.map((row) => row[at] ?? null))}::${sql.raw(sent)}[]`)
    aliases.push(`c${at}`)
    return values.push(sql.raw(sent === type ? `c${at}` : `c${at}::${type}`))
  })
  return sql`insert into ${sql.raw(table)} (district, ${sql.raw(columns.map(([name]) => name).join(', '))})
    select ${district}, ${sql.join(values)} from unnest(${sql.join(arrays)}) as r(${sql.raw(aliases.join(', '))})
    ${there === 'skip' ? sql`on conflict do nothing` : sql``}`
}

/**
 * Inserts rows (cells in the order of `bulkTables`), some thousands at a time. `there`: what becomes of a row whose key is there already. Runs under the
 * transaction's scope like any other write. Answers how many rows it wrote.
 */
export async function insertMany(tx: Tx, district: string, table: BulkTable, rows: readonly Row[], there: 'fail' | 'skip' = 'fail'): Promise<number> {
  const parts: Promise<number>[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    parts.push(insert(district, table, rows.slice(from, from + AT_ONCE), there).execute(tx).then(({ numAffectedRows }) => Number(numAffectedRows ?? 0)))
  }
  return (await Promise.all(parts)).reduce((sum, written) => sum + written, 0)
}
