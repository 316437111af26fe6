/** Rows by COPY: many at a time, into a temporary table of the transaction's connection. */
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { as, type Connection, type Role } from './connection.ts'
import { clientOf, dbOn, type Db, type Tx } from './db.ts'

/** What a cell of COPY may be; a list becomes an array of texts. */
export type Cell = string | number | boolean | Date | Buffer | null | readonly string[]

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escape = (text: string): string => (/[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, sign => ESCAPES[sign] ?? sign) : text)
const element = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** A cell as the text format of COPY writes it. */
export function copyCell(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escape(cell)
  if (cell instanceof Date) return cell.toISOString()
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`
  return typeof cell === 'object' ? escape(`{${cell.map(element).join(',')}}`) : String(cell)
}

/** Opens a pool of one connection as `role` for bulk work: what is temporary on it stays until it ends. */
export const openBulk = (connection: Connection, role: Role): Db => dbOn(new pg.Pool({ ...as(role, connection), max: 1 }))

/**
 * Copies rows in a transaction of a database that `openBulk` opened. `into` is a table with its columns, from the program and never from a request.
 * Where row-level security refuses COPY, as to all but owners: copy into a temporary table, then insert from there within the scope.
 */
export async function copyInto(tx: Tx, into: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  const stream = clientOf(tx).query(copyFrom(`copy ${into} from stdin`))
  stream.end(rows.map(row => `${row.map(copyCell).join('\t')}\n`).join(''))
  await finished(stream)
}
