import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

/** A column of a bulk write: its name and its type in PostgreSQL. */
export type Column = readonly [name: string, type: string]

/**
 * Writes rows in one statement; a row whose `key` is there already is brought up to date. Values are texts, numbers, booleans and null,
 * dates 'YYYY-MM-DD'. Names of tables and columns come from this folder only, never from a request.
 */
export async function writeRows(tx: Tx, table: string, columns: readonly Column[], key: readonly string[], rows: readonly Record<string,
  unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map(([name]) => name)
  const list = sql.raw(names.join(', '))
  const types = sql.raw(columns.map(([name, type]) => `${name} ${type}`).join(', '))
  const changed = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`)
  const conflict = sql.raw(`(${key.join(', ')}) do ${changed.length === 0 ? 'nothing' : `update set ${changed.join(', ')}`}`)
  await sql`insert into ${sql.table(table)} (${list}) select ${list} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${types})
    on conflict ${conflict}`.execute(tx)
}

/** What other tables copy from a place. */
export type PlacePaths = { readonly kind: string; readonly path: string; readonly compoundPath: string | null }

/** The paths of these places, by id; unknown ids are left out. */
export async function pathsOf(tx: Tx, district: string, ids: readonly string[]): Promise<Map<string, PlacePaths>> {
  const rows = await tx.selectFrom('place').select(['id', 'kind', 'path', 'compound_path'])
    .where('district', '=', district).where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`).execute()
  return new Map(rows.map(({ id, kind, path, compound_path }) => [id, { kind, path, compoundPath: compound_path }]))
}
