import { BadFile } from './bad-file.ts'
import { csvTable } from './csv.ts'
import { openSource } from './source.ts'
import { encrypted } from './xlsx/zip.ts'
import { workbookTables } from './xlsx/tables.ts'

/** A row as its file shows it: its number, and the texts of its first 26 columns. */
export type PlainRow = { readonly n: number; readonly cells: readonly string[] }

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))

/** The rows of a table that holds no people, as of places: a CSV, or the first sheet in sight of a workbook. Throws BadFile. */
export async function plainRows(file: Uint8Array): Promise<readonly PlainRow[]> {
  const bytes = await openSource(file)
  try {
    if (bytes.size === 0) throw new BadFile('empty', '文件是空的。', 'The file is empty.')
    const sign = (await bytes.at(0, 4)).toString('hex')
    if (sign === 'd0cf11e0') throw encrypted()
    const tables = sign === '504b0304' ? (await workbookTables(bytes)).tables : [await csvTable(bytes)]
    const found: PlainRow[] = []
    const table = tables.find(({ hidden }) => !hidden)
    for await (const rows of table?.rows(new Set(LETTERS)) ?? []) {
      for (const { n, cells } of rows) found.push({ n, cells: LETTERS.map((letter) => cells[letter]?.text ?? '') })
    }
    return found
  } finally {
    await bytes.close()
  }
}
