/** A roster's file, opened: what its sheets are, and their rows with refused, locked and ignored columns dropped before a row exists. */
import {
  findHeader, headerKey, planSheet, sectionOf, sheetHolds, withoutRefused, SECTION,
  isOpened, withoutRefusedAlone, type ColumnPlan, type FoundHeader, type ImportField, type Letter, type OpenedField, type RawCell, type RawRow, type SheetPlan,
} from '../rules/reading/index.ts'
import { BadFile } from './bad-file.ts'
import { csvTable } from './csv.ts'
import { linkedHomes, type Linkable } from './link.ts'
import { isMarked } from './mark.ts'
import { openSource, type Bytes, type Source } from './source.ts'
import type { Table, TableRow } from './table.ts'
import { workbookTables } from './xlsx/tables.ts'
import { encrypted } from './xlsx/zip.ts'

/** A column's header for a person to see; `key` is by what its mapping is remembered. Refused columns have none (P01). */
export type ShownHeader = { readonly letter: Letter; readonly text: string; readonly key: string; readonly hidden: boolean }

/** A sheet as it was understood. `holds` nothing: no header was found, or none of people or homes; hidden sheets are told and not read. */
export type PlannedSheet = {
  readonly sheet: number; readonly name: string; readonly hidden: boolean; readonly holds: 'people' | 'homes' | 'nothing'
  readonly plan: SheetPlan; readonly headers: readonly ShownHeader[]
}

/** `unlocked`: kinds that an assessment allows. `known`: mappings of headers remembered from before, by `ShownHeader.key`. */
export type Wish = { readonly unlocked?: readonly OpenedField[]; readonly known?: Readonly<Record<string, ImportField | 'ignored'>> }

export type Workbook = {
  readonly format: 'xlsx' | 'csv'
  /** Carries the mark of the demo's generator (P30). */
  readonly generated: boolean
  readonly sheets: readonly PlannedSheet[]
  /** The rows of a sheet by its plan, perhaps as a person changed it, in batches. Blank rows, headings and headers printed again are no rows. */
  readonly rows: (plan: SheetPlan) => AsyncGenerator<readonly RawRow[]>
  readonly close: () => Promise<void>
}

async function tablesOf(bytes: Bytes): Promise<{ readonly format: 'xlsx' | 'csv'; readonly tables: readonly Table[]; readonly keywords: string }> {
  if (bytes.size === 0) throw new BadFile('empty', '文件是空的。', 'The file is empty.')
  const sign = (await bytes.at(0, 8)).toString('hex')
  if (sign.startsWith('504b0304')) return { format: 'xlsx', ...await workbookTables(bytes) }
  if (sign.startsWith('d0cf11e0')) {
    const name = Buffer.from('EncryptedPackage', 'utf16le')
    if ((await bytes.at(0, Math.min(bytes.size, 64 * 2 ** 20))).includes(name)) throw encrypted()
    throw new BadFile('old_workbook', '这是旧版的 .xls 工作簿，请用表格软件打开，另存为 .xlsx 再导入。',
      'This is an old .xls workbook: open it in a spreadsheet, save it as .xlsx and import that.')
  }
  const start = (await bytes.at(0, 512)).toString('utf8')
  if (/^(?:25504446|89504e47|ffd8ff|47494638|52617221|377abcaf|1f8b)/.test(sign)
    || /^\ufeff?\s*<(?:!doctype|html|\?xml|table|head|meta)/i.test(start)) {
    throw new BadFile('not_a_table', '这不是表格；请给 .xlsx 或 .csv。', 'This is no table: give an .xlsx or .csv.')
  }
  return { format: 'csv', tables: [await csvTable(bytes)], keywords: '' }
}

function planned(table: Table, at: number, found: FoundHeader | null, wish: Wish): PlannedSheet {
  const sheet = at + 1
  const plan = found === null ? { sheet, from: 1, columns: [] } : planSheet(sheet, table.name, found, wish.unlocked, wish.known)
  const shown = (found?.headers ?? []).filter(({ letter }) => plan.columns.some((column) => column.letter === letter && column.outcome !== 'refused'))
  return { sheet, name: table.name, hidden: table.hidden, holds: table.hidden ? 'nothing' : sheetHolds(plan.columns), plan,
    headers: shown.map((header) => ({ letter: header.letter, text: header.group === undefined ? header.text : `${header.group} ${header.text}`,
      key: headerKey(header),
      hidden: table.hiddenColumns.has(header.letter) })) }
}

const FREE: readonly ImportField[] = ['remark', 'note', 'residence_kind', 'home_state', 'since', 'relation']

const DATES: readonly ImportField[] = ['born', 'since', 'moved_on', 'died_on']

/**
 * What a refused or sensitive word stands beside is not read either: free columns lose such parts here. Serials of dates are made to count from 1900.
 */
function cleaned(cell: RawCell, { field }: ColumnPlan, serialsLate: number): RawCell {
  if (serialsLate > 0 && field !== undefined && DATES.includes(field) && cell.number !== undefined && /^\d{4,5}$/.test(cell.text)) {
    return { text: String(cell.number + serialsLate), number: cell.number + serialsLate }
  }
  if (isOpened(field)) return { text: withoutRefusedAlone(cell.text) }
  return field !== undefined && FREE.includes(field) ? { ...cell, text: withoutRefused(cell.text) } : cell
}

/** Rows of one table by its plan. */
async function* rowsOf(own: Linkable, all: readonly Linkable[]): AsyncGenerator<readonly RawRow[]> {
  const { table, plan } = own
  const headers = new Map((own.found?.headers ?? []).map(({ letter, text }) => [letter, text]))
  const link = await linkedHomes(own, all)
  const columns = plan.columns.filter(({ outcome }) => outcome === 'field')
  let section: string | null = null
  const rawOf = (row: TableRow): RawRow[] => {
    if (row.n < plan.from) return []
    const heading = row.lone === null ? null : sectionOf(row.lone.text)
    if (heading !== null) section = heading
    const cells: Record<Letter, RawCell> = {}
    let again = 0
    for (const column of columns) {
      const cell = row.cells[column.letter]
      if (cell === undefined || cell.text.trim() === '') continue
      if (cell.text.trim() === headers.get(column.letter)) again += 1
      cells[column.letter] = cleaned(cell, column, table.serialsLate)
    }
    const count = Object.keys(cells).length
    if (heading !== null || count === 0 || again >= 2 && again * 2 >= count) return []
    const linked = link === null ? undefined : link.homes.get(row.cells[link.key]?.text.trim() ?? '') ?? undefined
    if (linked !== undefined || section !== null) cells[SECTION] = { text: linked ?? section ?? '' }
    return [{ sheet: plan.sheet, n: row.n, cells, ...row.fill !== undefined && !table.decoration.has(row.fill) ? { fill: row.fill } : {},
      ...row.hidden ? { hidden: true } : {} }]
  }
  for await (const batch of table.rows(new Set([...columns.map(({ letter }) => letter), ...link === null ? [] : [link.key]]))) {
    const rows = batch.flatMap(rawOf)
    if (rows.length > 0) yield rows
  }
}

/**
 * Opens a roster's file, by path or from memory: .xlsx or .csv. Nothing of it is written anywhere. Throws BadFile with a sentence for what can't be
 * a roster:
 * an old .xls, a file with a password, a damaged one, a picture. [RO10] (P01)
 */
export async function openWorkbook(source: Source, wish: Wish = {}): Promise<Workbook> {
  const bytes = await openSource(source)
  try {
    const { format, tables, keywords } = await tablesOf(bytes)
    const found = tables.map((table) => findHeader(table.head))
    const sheets = tables.map((table, at) => planned(table, at, found[at] ?? null, wish))
    return {
      format, sheets, close: () => bytes.close(), generated: isMarked(keywords, format === 'csv' ? tables[0]?.head : undefined),
      async *rows(plan) {
        const all = tables.map((table, at): Linkable => ({ table, found: found[at] ?? null, plan: at === plan.sheet - 1 ? plan
          : sheets[at]?.plan ?? plan }))
        const own = all[plan.sheet - 1]
        if (own !== undefined) yield* rowsOf(own, all)
      },
    }
  } catch (error) {
    await bytes.close()
    throw error
  }
}
