/** Rows of a table in a file as texts, in order and in batches, read as a stream: memory does not grow with the file. */
import { Readable } from 'node:stream'
import ExcelJS from '@protobi/exceljs'
import { parse, type Options } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { BadFile } from './bad-file.ts'
import { textBytes, type Sniffed } from './sniff.ts'

/** A row with its number as a spreadsheet shows it, counted from 1. */
export type FileRow = { readonly n: number; readonly cells: readonly string[] }
/** A table of a file: its name (null for text), its first rows, and all rows from the first. */
export type Table = {
  readonly sheet: string | null; readonly head: readonly (readonly string[])[]; readonly rows: () => AsyncGenerator<readonly FileRow[]>
}

const BATCH = 1000
const HEAD = 6
const MOST_RECORD = 1 << 20

type Text = Extract<Sniffed, { format: 'csv' }>

async function* decoded(file: string, { gzip, encoding }: Text): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of textBytes(file, gzip)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const options = (delimiter: string): Options =>
  ({ delimiter, relax_column_count: true, relax_quotes: true, bom: true, max_record_size: MOST_RECORD, record_delimiter: ['\r\n', '\n', '\r'] })

async function* csvRows(file: string, text: Text, delimiter: string): AsyncGenerator<readonly FileRow[]> {
  const source = text.encoding === 'utf-8' ? textBytes(file, text.gzip) : decoded(file, text)
  const bytes = Readable.from(source, { objectMode: false })
  const records = bytes.pipe(parse(options(delimiter)))
  bytes.on('error', error => records.destroy(error))
  let [batch, n]: [FileRow[], number] = [[], 0]
  try {
    for await (const cells of records as AsyncIterable<string[]>) { // without `columns` records are lists of texts
      batch.push({ n: ++n, cells })
      if (batch.length === BATCH) { yield batch; batch = [] }
    }
  } catch (error) {
    if (error instanceof BadFile) throw error
    throw new BadFile(`第 ${n + 1} 行读不出来：引号没有配对，或者一行太长。`, `Row ${n + 1} can’t be read: a quote is never closed, or the row is too long.`)
  } finally {
    bytes.destroy()
  }
  if (batch.length > 0) yield batch
}

/** The first rows by one delimiter, fewer where a later one can't be read: that is told with its number when all are read. */
function headBy(sample: string, delimiter: string): string[][] {
  for (let rows = HEAD; rows > 0; rows--) {
    try {
      return parseAll(sample, { ...options(delimiter), to: rows }) as string[][] // without `columns` records are lists of texts
    } catch {
      continue
    }
  }
  return []
}

/** The table of a text file, by the delimiter for which `fits` says that the first rows have a header, else by the one that gives most cells. */
export async function csvTable(file: string, text: Text, fits: (head: readonly (readonly string[])[]) => boolean): Promise<Table> {
  let sample = ''
  for await (const chunk of decoded(file, text)) {
    sample += chunk
    if (sample.length > 65_536) break
  }
  const whole = sample.length > 65_536 ? sample.slice(0, Math.max(sample.lastIndexOf('\n', 65_536), 1)) : sample
  const heads = [',', '\t', ';'].map(delimiter => ({ delimiter, head: headBy(whole, delimiter) }))
  const cells = (head: string[][]): number => Math.max(0, ...head.map(row => row.length))
  const best = heads.find(({ head }) => fits(head)) ?? heads.toSorted((a, b) => cells(b.head) - cells(a.head))[0]
  if (!best || best.head.every(row => row.every(cell => cell.trim() === ''))) throw new BadFile('文件里没有任何行。', 'There are no rows in the file.')
  return { sheet: null, head: best.head, rows: () => csvRows(file, text, best.delimiter) }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A cell as text: a date as its civil time (the workbook has no zone), a formula as its result, a link and rich text as what is read. */
function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const at = new Date(Math.round(value.getTime() / 1000) * 1000)
    return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
  }
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(piece => piece.text).join('')
  if ('result' in value && value.result !== undefined) return cellText(value.result)
  return 'text' in value ? cellText(value.text) : ''
}

function cellsOf(row: ExcelJS.Row): string[] {
  const cells: string[] = []
  for (let column = 1; column <= row.cellCount; column++) cells.push(cellText(row.getCell(column).value))
  return cells
}

const openBook = (file: string) => new ExcelJS.stream.xlsx.WorkbookReader(file,
  { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', entries: 'ignore' })

const broken = (): BadFile => new BadFile('工作簿里的表读不出来。', 'A sheet of the workbook can’t be read.')

async function* sheetRows(file: string, sheet: string): AsyncGenerator<readonly FileRow[]> {
  let batch: FileRow[] = []
  try {
    for await (const reader of openBook(file)) {
      if (nameOf(reader) !== sheet) continue
      for await (const row of reader) {
        batch.push({ n: row.number, cells: cellsOf(row) })
        if (batch.length === BATCH) { yield batch; batch = [] }
      }
    }
  } catch (error) {
    throw error instanceof BadFile ? error : broken()
  }
  if (batch.length > 0) yield batch
}

/** The library's types leave the name out, which it reads from the workbook. */
const nameOf = (reader: object): string => ('name' in reader ? String(reader.name) : '')

/** All sheets of a workbook with their first rows, in the order of the file; empty ones are left out. */
export async function sheetTables(file: string): Promise<Table[]> {
  const tables: Table[] = []
  try {
    for await (const reader of openBook(file)) {
      const head: string[][] = []
      for await (const row of reader) {
        while (head.length < Math.min(row.number - 1, HEAD)) head.push([])
        if (head.length < HEAD) head.push(cellsOf(row))
        if (head.length >= HEAD) break
      }
      const sheet = nameOf(reader)
      if (head.some(row => row.some(cell => cell.trim() !== ''))) tables.push({ sheet, head, rows: () => sheetRows(file, sheet) })
    }
  } catch {
    throw broken()
  }
  if (tables.length === 0) throw new BadFile('工作簿里没有任何行。', 'There are no rows in the workbook.')
  return tables
}
