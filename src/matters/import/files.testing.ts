/** Small files for the tests of importing, made on the spot; nothing of them was written by anybody. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from '@protobi/exceljs'

export const MESSAGE_HEADER = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间']
export type Cells = readonly (string | number | Date | null)[]

/** A folder of its own and what writes into it. */
export function fileMaker() {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-import-'))
  return {
    folder,
    write(name: string, bytes: string | Uint8Array): string {
      const file = path.join(folder, name)
      writeFileSync(file, bytes)
      return file
    },
    async book(name: string, sheets: Readonly<Record<string, readonly Cells[]>>): Promise<string> {
      const book = new ExcelJS.Workbook()
      for (const [sheet, rows] of Object.entries(sheets)) book.addWorksheet(sheet).addRows(rows.map(cells => [...cells]))
      return this.write(name, Buffer.from(await book.xlsx.writeBuffer()))
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Messages as rows under their header: every third without an answer, the n-th filed on the n-th day of 2024. */
export function messages(count: number, from = 1): Cells[] {
  return Array.from({ length: count }, (_, at) => {
    const n = from + at
    const day = new Date(Date.UTC(2024, 0, n)).toISOString().slice(0, 10).replaceAll('-', '/')
    return [
      9000 + n, `U${n}`, '路灯不亮', `${day} 08:30:00`, `第${n}盏路灯不亮了，晚上看不见。`, n % 3 === 0 ? null : '已经修好，请查看。', n % 3 === 0 ? null : `${day} 17:00:00`,
    ]
  })
}
/** Rows as CSV text; every cell in quotes. */
export const csv = (rows: readonly Cells[]): string =>
  rows.map(row => row.map(cell => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\r\n')
