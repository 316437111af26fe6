/** Writes made-up workbooks as files that carry the generator's mark (P30). */
import { PassThrough } from 'node:stream'
import ExcelJS from '@protobi/exceljs'
import { MARK } from '../../src/roster/file/index.ts'
import type { DirtyBook } from './book.ts'
import type { CellOut, Sheet } from './sheet.ts'

const letterOf = (column: number): string => (column <= 26 ? ''
  : letterOf(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + (column - 1) % 26)
const RED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } }

function writeSheet(sheet: Sheet, to: ExcelJS.Worksheet): void {
  for (const column of sheet.hidden) to.getColumn(column).hidden = true
  for (const [row, from, until] of sheet.wide) to.mergeCells(`${letterOf(from)}${row}:${letterOf(until)}${row}`)
  for (const { column, from, to: until } of sheet.merged) to.mergeCells(`${letterOf(column)}${from}:${letterOf(column)}${until}`)
  const coloured = new Set(sheet.coloured)
  for (const [at, cells] of sheet.rows.entries()) {
    const row = to.getRow(at + 1)
    cells.forEach((cell, column) => {
      if (cell === null) return
      const one = row.getCell(column + 1)
      one.value = cell
      if (cell instanceof Date) one.numFmt = 'yyyy/m/d'
      if (coloured.has(at + 1)) one.fill = RED
    })
  }
  for (let n = 1; n <= sheet.rows.length; n++) to.getRow(n).commit()
  to.commit()
}

async function writeBook(book: DirtyBook, writer: ExcelJS.stream.xlsx.WorkbookWriter): Promise<void> {
  writer.keywords = MARK
  for (const sheet of book.sheets) writeSheet(sheet, writer.addWorksheet(sheet.name))
  await writer.commit()
}

/** Writes a workbook to a file, row by row. */
export async function writeWorkbook(book: DirtyBook, file: string): Promise<void> {
  await writeBook(book, new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: true }))
}

/** A workbook's bytes. */
export async function workbookBytes(book: DirtyBook): Promise<Buffer> {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve) => stream.on('end', resolve))
  await writeBook(book, new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true }))
  await done
  return Buffer.concat(chunks)
}

const two = (n: number): string => String(n).padStart(2, '0')
const textOf = (cell: CellOut): string => {
  if (cell instanceof Date) return `${cell.getUTCFullYear()}/${cell.getUTCMonth() + 1}/${two(cell.getUTCDate())}`
  if (typeof cell === 'number' && cell >= 1e15) return cell.toExponential(5).toUpperCase() // as spreadsheets save a long number
  return cell === null ? '' : String(cell)
}

/** The first sheet as a text table; its first row carries the mark. */
export function csvBytes(book: DirtyBook): Buffer {
  const rows = [[`${MARK} 演示数据，都是编的`], ...book.sheets[0]?.rows ?? []]
  return Buffer.from(`\ufeff${rows.map((row) => row.map((cell) => `"${textOf(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`)
}
