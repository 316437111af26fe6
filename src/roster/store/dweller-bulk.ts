/** Many rows of the roster in one statement each, for the demo, imports and benchmarks: values travel as arrays of text and are cast by column. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

/** What stands in a cell; a list becomes an array of codes. */
export type BulkCell = string | number | boolean | Date | Buffer | null | readonly string[]

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

const element = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
function asText(cell: BulkCell): string | null {
  if (cell === null || typeof cell === 'string') return cell
  if (cell instanceof Date) return cell.toISOString()
  if (Buffer.isBuffer(cell)) return `\\x${cell.toString('hex')}`
  return typeof cell === 'object' ? `{${cell.map(element).join(',')}}` : String(cell)
}

const AT_ONCE = 2000

/** Inserts rows (cells in the order of `bulkTables`), two thousand at a time. Runs under the transaction's scope like any other write. */
export async function insertMany(tx: Tx, district: string, table: BulkTable, rows: readonly (readonly BulkCell[])[]): Promise<void> {
  const columns = bulkTables[table]
  const names = columns.map(([name]) => name).join(', ')
  const casts = columns.map(([, type], i) => `c${i}::${type}`).join(', ')
  const aliases = columns.map((_, i) => `c${i}`).join(', ')
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    const arrays = columns.map((_, i) => sql`${some.map((row) => asText(row[i] ?? null))}::text[]`)
    await sql`insert into ${sql.raw(table)} (district, ${sql.raw(names)})
      select ${district}, ${sql.raw(casts)} from unnest(${sql.join(arrays)}) as r(${sql.raw(aliases)})`.execute(tx)
  }
}
