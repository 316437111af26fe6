/** A column of many rows as one parameter of a statement: bytes as PostgreSQL's binary array, all else as the text of an array. */

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

const BYTEA = 17
const NULL = -1

/** bytea[] as it goes over the wire: one dimension, whether there are nulls, the element's type, how many from 1 on, then each with its length. */
function bytesColumn(cells: readonly (Buffer | null)[]): Buffer {
  const size = cells.reduce((sum, cell) => sum + 4 + (cell?.length ?? 0), 20)
  const out = Buffer.allocUnsafe(size)
  for (const [at, word] of [1, cells.includes(null) ? 1 : 0, BYTEA, cells.length, 1].entries()) out.writeInt32BE(word, at * 4)
  let at = 20
  for (const cell of cells) {
    at = out.writeInt32BE(cell?.length ?? NULL, at)
    if (cell !== null) at += cell.copy(out, at)
  }
  return out
}

/** Types whose texts never need quotes within an array: ids, numbers, days, times and paths. */
const PLAIN: ReadonlySet<string> = new Set(['uuid', 'int', 'boolean', 'date', 'timestamptz', 'ltree'])

/** Cells of one column of this type, to be cast to an array of it. */
export function columnOf(type: string, cells: readonly BulkCell[]): string | Buffer {
  if (type === 'bytea' && cells.length > 0 && cells.every((cell) => cell === null || Buffer.isBuffer(cell))) return bytesColumn(cells)
  const text = (cell: BulkCell): string => {
    const said = textOf(cell)
    return said === null ? 'NULL' : PLAIN.has(type) && said !== '' ? said : quoted(said)
  }
  return `{${cells.map(text).join(',')}}`
}
