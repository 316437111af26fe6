/** A table as an .xlsx file, put together in the browser: one sheet of texts and numbers, head row kept in view. */

/** A cell: text, a whole or decimal number, or nothing. */
export type Cell = string | number | null

const escaped = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

const columnName = (at: number): string => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + at % 26)

const cellXml = (value: Cell, row: number, column: number): string => {
  const style = row === 0 ? ' s="1"' : ''
  const at = `${columnName(column)}${row + 1}`
  if (value === null || value === '') return ''
  return typeof value === 'number' ? `<c r="${at}"${style}><v>${value}</v></c>`
    : `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

const broad = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)
const width = (rows: readonly (readonly Cell[])[], column: number): number =>
  Math.min(60, 2 + Math.max(6, ...rows.map((row) => broad(String(row[column] ?? '')))))

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const columns = (rows[0] ?? []).map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${width(rows, at)}" customWidth="1"/>`).join('')
  const lines = rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cellXml(value, at, column)).join('')}</row>`).join('')
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`
    + `${columns && `<cols>${columns}</cols>`}<sheetData>${lines}</sheetData></worksheet>`
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function parts(sheet: string, rows: readonly (readonly Cell[])[]): readonly (readonly [string, string])[] {
  const name = escaped(sheet.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31))
  return [
    ['[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`
      + `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`],
    ['_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">`
      + `<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/>`
      + `<Relationship Id="rId2" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="2">`
      + '<font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
      + '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
      + '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
      + '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'],
    ['xl/worksheets/sheet1.xml', sheetXml(rows)],
  ]
}

const CRC = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0 })
const crc32 = (bytes: Uint8Array): number => (bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8),
  0xffffffff) ^ 0xffffffff) >>> 0

/** Little-endian fields: each value with its length in bytes. */
const fields = (...all: readonly (readonly [value: number, bytes: 2 | 4])[]): number[] =>
  all.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255))

/** Files stored in a zip without packing them: small tables need none, and it keeps the pages small. */
function zipped(files: readonly (readonly [string, string])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const body: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, text] of files) {
    const [name, bytes] = [encoder.encode(path), encoder.encode(text)]
    // Version 2.0, names in UTF-8, stored, 1 January 1980: the same table gives the same bytes.
    const common = fields([20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2],
      [0, 2])
    const local = Uint8Array.from([...fields([0x04034b50, 4]), ...common])
    body.push(local, name, bytes)
    directory.push(Uint8Array.from([...fields([0x02014b50, 4], [20, 2]), ...common, ...fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])]), name)
    offset += local.length + name.length + bytes.length
  }
  const length = directory.reduce((sum, bytes) => sum + bytes.length, 0)
  const end = Uint8Array.from(fields([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [length, 4], [offset, 4], [0, 2]))
  const whole = new Uint8Array(offset + length + end.length)
  let at = 0
  for (const bytes of [...body, ...directory, end]) { whole.set(bytes, at); at += bytes.length }
  return whole
}

/** The bytes of an .xlsx with one sheet; the first row is the head. Texts that look like formulas stay texts. */
export const xlsxOf = (sheet: string, rows: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> =>
  zipped(parts(sheet, rows).map(([path, xml]) => [path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`]))

/** Saves a table as `<name>.xlsx` on this machine. */
export function saveXlsx(name: string, rows: readonly (readonly Cell[])[]): void {
  const address = URL.createObjectURL(new Blob([xlsxOf(name, rows)], { type: `${TYPE}.sheet` }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.xlsx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
