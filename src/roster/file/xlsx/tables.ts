/** The sheets of a workbook as tables, merged cells filled. */
import type { HeadRow, Letter, RawCell } from '../../rules/reading/index.ts'
import { decorationOf, HEAD, SAMPLE, type Table, type TableRow } from '../table.ts'
import { openBook, type BookSheet, type OpenBook } from './book.ts'
import type { Bytes } from '../source.ts'
import { DAYS_1904, letterOf, sheetRows, type Merge, type SheetRow } from './sheet.ts'

/** Fills cells that are merged with one above them. Within the header, cells merged sideways too. */
function filler(merges: readonly Merge[], sideways: boolean): (row: SheetRow) => SheetRow {
  const waiting = merges.filter((merge) => merge.bottom > merge.top || sideways && merge.right > merge.left).toSorted((a, b) => a.top - b.top)
  let [next, open] = [0, [] as { readonly merge: Merge; cell?: RawCell }[]]
  return (row) => {
    for (let merge = waiting[next]; merge !== undefined && merge.top <= row.n; merge = waiting[++next]) open.push({ merge })
    open = open.filter(({ merge }) => merge.bottom >= row.n)
    if (open.length === 0) return row
    const cells = { ...row.cells }
    for (const one of open) {
      const { merge } = one
      const letter = letterOf(merge.left)
      if (row.n === merge.top && cells[letter] !== undefined) one.cell = cells[letter]
      if (one.cell === undefined) continue
      for (let column = merge.left; column <= (sideways ? Math.min(merge.right, merge.left + 200)
        : merge.left); column++) cells[letterOf(column)] ??= one.cell
    }
    return { ...row, cells }
  }
}

async function headOf({ archive, book }: OpenBook, sheet: BookSheet): Promise<{ readonly head: HeadRow[]; readonly fills: (string | undefined)[] }> {
  const fill = filler(sheet.frame.merges, true)
  const head: HeadRow[] = []
  const fills: (string | undefined)[] = []
  for await (const rows of sheetRows(archive.part(sheet.part), book, null)) {
    for (const row of rows) {
      if (head.length < HEAD) head.push({ n: row.n, cells: Object.fromEntries(Object.entries(fill(row).cells).map(([letter, cell]) => [letter,
        cell.text])) })
      if (row.filled > 1) fills.push(row.fill)
    }
    if (fills.length >= SAMPLE) break
  }
  return { head, fills }
}

async function* rowsOf({ archive, book }: OpenBook, sheet: BookSheet, wanted: ReadonlySet<Letter>): AsyncGenerator<readonly TableRow[]> {
  const fill = filler(sheet.frame.merges.filter((merge) => wanted.has(letterOf(merge.left))), false)
  for await (const rows of sheetRows(archive.part(sheet.part), book, wanted)) yield rows.map(fill)
}

/** Opens a workbook's sheets. Throws BadFile. */
export async function workbookTables(bytes: Bytes): Promise<{ readonly tables: readonly Table[]; readonly keywords: string }> {
  const open = await openBook(bytes)
  const tables: Table[] = []
  for (const sheet of open.sheets) {
    const { head, fills } = await headOf(open, sheet)
    tables.push({ name: sheet.name, hidden: sheet.hidden, hiddenColumns: sheet.frame.hidden, head, decoration: decorationOf(fills),
      serialsLate: open.book.from1904 ? DAYS_1904 : 0,
      rows: (wanted) => rowsOf(open, sheet, wanted) })
  }
  return { tables, keywords: open.keywords }
}
