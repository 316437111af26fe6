import type { Insertable } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { ClockEntry } from '../../kit/tables.gen.ts'

const COLUMNS = ['district', 'id', 'matter', 'path', 'compound_path', 'parties', 'closed_to', 'stage', 'org', 'at', 'kind', 'why', 'amount', 'unit',
  'hours', 'act'] as const
type Line = Required<Insertable<ClockEntry>>
/** Marks of every line's values; never: what is bound is checked where lines are made. */
type Marks = { readonly [mark: string]: never }

const mark = (column: string, line: number): string => `${column}_${line}`
/** One statement for each number of lines, made when it is first needed: filing writes three or four, most moves one or two. */
const statements = new Map<number, (tx: Tx, values: Marks) => Promise<unknown>>()

function statementOf(lines: number): (tx: Tx, values: Marks) => Promise<unknown> {
  const known = statements.get(lines)
  if (known) return known
  const made = statement<Marks>(`clock.lines_${lines}`, (db, p) => {
    const rows = Array.from({ length: lines }, (_, line) => Object.fromEntries(COLUMNS.map((column) => [column, p(mark(column, line))])))
    return db.insertInto('clock_entry').values(rows as unknown as Line[]) // each column has its mark
  })
  statements.set(lines, made)
  return made
}

/** Appends lines to the ledger of clocks in one statement. */
export async function insertLedger(tx: Tx, lines: readonly Line[]): Promise<void> {
  const values = Object.fromEntries(lines.flatMap((line, n) => COLUMNS.map((column) => [mark(column, n), line[column]])))
  await statementOf(lines.length)(tx, values as Marks) // typed as lines above
}
