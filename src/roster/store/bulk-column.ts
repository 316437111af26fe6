/** A column of many rows as one parameter of a statement: ids, numbers, texts and bytes as PostgreSQL's binary array, all else as the text of an array. */

/** What stands in a cell; a list becomes an array of codes. */
export type BulkCell = string | number | boolean | Date | Buffer | null | readonly string[]

const quoted = (text: string): string => `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`

/** A cell as PostgreSQL reads it by its column's type; null stays null. */
export function textOf(cell: BulkCell): string | null {
  if (cell === null || typeof cell === 'string') return cell
  if (cell instanceof Date) return cell.toISOString()
  if (Buffer.isBuffer(cell)) return `\\x${cell.toString('hex')}`
  return typeof cell === 'object' ? `{${cell.map(quoted).join(',')}}` : String(cell)
}

/** Types that travel as bytes, by PostgreSQL's number for each. */
const BINARY = { bytea: 17, int: 23, text: 25, uuid: 2950 } as const
const NULL = -1
const HEAD = 20
const ID = 16

/** The hexadecimal figure that a character is. */
const figure = (code: number): number => (code < 0x40 ? code - 0x30 : (code | 0x20) - 0x57)

function writeId(out: Buffer, id: string, at: number): void {
  let to = at
  for (let from = 0; from < id.length; from += 2) {
    if (id.charCodeAt(from) === 0x2d) from++
    out[to++] = figure(id.charCodeAt(from)) << 4 | figure(id.charCodeAt(from + 1))
  }
}

type Binary = keyof typeof BINARY

function sizeOf(type: Binary, cell: BulkCell): number {
  if (cell === null) return 0
  if (Buffer.isBuffer(cell)) return cell.length
  return type === 'uuid' ? ID : type === 'int' ? 4 : Buffer.byteLength(String(cell))
}

/** An array as it goes over the wire: one dimension, whether there are nulls, the element's type, how many from 1 on, then each with its length. */
function binaryColumn(type: Binary, cells: readonly BulkCell[]): Buffer {
  const out = Buffer.allocUnsafe(cells.reduce<number>((sum, cell) => sum + 4 + sizeOf(type, cell), HEAD))
  for (const [at, word] of [1, cells.includes(null) ? 1 : 0, BINARY[type], cells.length, 1].entries()) out.writeInt32BE(word, at * 4)
  let at = HEAD
  for (const cell of cells) {
    if (cell === null) {
      at = out.writeInt32BE(NULL, at)
      continue
    }
    const from = at + 4
    if (Buffer.isBuffer(cell)) at = from + cell.copy(out, from)
    else if (type === 'int') at = out.writeInt32BE(Number(cell), from)
    else if (type === 'uuid') { writeId(out, String(cell), from); at = from + ID }
    else at = from + out.write(String(cell), from)
    out.writeInt32BE(at - from, from - 4)
  }
  return out
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a column may travel as bytes: each of its cells is what its type says. */
function isBinary(type: string, cells: readonly BulkCell[]): type is Binary {
  const every = (fits: (cell: BulkCell) => boolean): boolean => cells.length > 0 && cells.every((cell) => cell === null || fits(cell))
  if (type === 'bytea') return every(Buffer.isBuffer)
  if (type === 'int') return every((cell) => typeof cell === 'number' && Number.isInteger(cell))
  if (type === 'uuid') return every((cell) => (Buffer.isBuffer(cell) ? cell.length === ID : typeof cell === 'string' && UUID.test(cell)))
  return type === 'text' && every((cell) => typeof cell === 'string')
}

/** Types whose texts never need quotes within an array: ids, numbers, days, times and paths. */
const PLAIN: ReadonlySet<string> = new Set(['uuid', 'int', 'boolean', 'date', 'timestamptz', 'ltree'])

/** Cells of one column of this type, to be cast to an array of it. */
export function columnOf(type: string, cells: readonly BulkCell[]): string | Buffer {
  if (isBinary(type, cells)) return binaryColumn(type, cells)
  const text = (cell: BulkCell): string => {
    const said = textOf(cell)
    return said === null ? 'NULL' : PLAIN.has(type) && said !== '' ? said : quoted(said)
  }
  return `{${cells.map(text).join(',')}}`
}
