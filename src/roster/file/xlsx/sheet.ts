/** The rows of a sheet as a stream, reading only the columns that are asked for. */
import { civilDay } from '../../../kit/pure.ts'
import type { Letter, RawCell } from '../../rules/reading/index.ts'
import type { Strings } from './strings.ts'
import type { Style } from './styles.ts'
import { attribute, pieces, stringText, unescaped } from './xml.ts'

export type Book = { readonly strings: Strings; readonly styles: readonly Style[]; readonly from1904: boolean }
/** A row: its cells that say something, by letter; how many cells of any column do; the colour that most of them share. */
export type SheetRow = {
  readonly n: number; readonly cells: Record<Letter,
    RawCell>; readonly filled: number; readonly lone: RawCell | null; readonly fill?: string; readonly hidden: boolean
}

export const DAYS_1904 = 1462
const ROW = /<(?:\w+:)?row(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g
const CELL = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/

/** A number as a spreadsheet shows it when nobody formatted it: long ones in powers of ten. */
function shown(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value)
  if (Math.abs(value) >= 1e16) return value.toExponential(5).toUpperCase().replace(/\.?0+E/, 'E')
  return String(Number(value.toPrecision(15)))
}

function numeric(text: string, style: Style | undefined, book: Book): RawCell {
  const value = Number(text)
  if (!Number.isFinite(value)) return { text }
  if (style?.date === true && value >= 1 && value < 2_958_466) return { text: civilDay(Math.floor(value) + (book.from1904 ? DAYS_1904 : 0) - 25_569) }
  return { text: style?.width === undefined ? shown(value) : shown(value).padStart(style.width, '0'), number: value }
}

function cellOf(tag: string, inside: string, style: Style | undefined, book: Book): RawCell | null {
  const type = tag.endsWith(' t="s"') ? 's' : attribute(tag, 't')
  if (type === 'inlineStr') return { text: stringText(inside) }
  const value = inside.startsWith('<v>') && inside.indexOf('</v>') === inside.length - 4 ? inside.slice(3, -4) : VALUE.exec(inside)?.[1]
  if (value === undefined || value === '') return null
  if (type === 's') return { text: book.strings.at(Number(value)) }
  if (type === 'str' || type === 'e' || type === 'd') return { text: unescaped(value) }
  if (type === 'b') return { text: value === '1' ? '是' : '否' }
  return numeric(value, style, book)
}

export const letterOf = (column: number): Letter => (column <= 26 ? ''
  : letterOf(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + (column - 1) % 26)
function columnOf(letter: Letter): number {
  let column = 0
  for (let at = 0; at < letter.length; at++) column = column * 26 + letter.charCodeAt(at) - 64
  return column
}

/** Tells of the cells of a row: what stands in each one's start tag and inside. */
type Tell = (attributes: string, content: string) => void

/** Cells as nearly all programs write them, without a prefix before their names: found by their brackets, which takes half as long as a pattern. */
function plainCells(inside: string, tell: Tell): void {
  for (let at = inside.indexOf('<c'); at >= 0; at = inside.indexOf('<c', at)) {
    const after = inside.charAt(at + 2)
    const close = inside.indexOf('>', at)
    if (close < 0) return
    if (after !== ' ' && after !== '>' && after !== '/' && after.trim() !== '') {
      at += 2
      continue
    }
    const empty = inside.charAt(close - 1) === '/'
    const end = empty ? close : inside.indexOf('</c>', close)
    if (end < 0) return
    tell(inside.slice(at + 2, empty ? close - 1 : close), empty ? '' : inside.slice(close + 1, end))
    at = empty ? close + 1 : end + 4
  }
}

function eachCell(inside: string, tell: Tell): void {
  if (!inside.includes(':c')) return plainCells(inside, tell)
  for (const [, attributes = '', content = ''] of inside.matchAll(CELL)) tell(attributes, content)
}

/** The letter of a cell whose tag begins as nearly all do, ' r="AB12" …'; undefined for any other. */
function letterAtHead(attributes: string): Letter | undefined {
  if (!attributes.startsWith(' r="')) return undefined
  let end = 4
  while (end < 7 && attributes.charCodeAt(end) >= 65 && attributes.charCodeAt(end) <= 90) end++
  return end === 4 ? undefined : attributes.slice(4, end)
}

function styleAt(attributes: string): number {
  const at = attributes.indexOf(' s="')
  return at < 0 ? Number(/(?:^|\s)s\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0) : Number.parseInt(attributes.slice(at + 4, at + 12), 10) || 0
}

function rowOf(tag: string, inside: string, before: number, wanted: ReadonlySet<Letter> | null, book: Book): SheetRow {
  const cells: Record<Letter, RawCell> = {}
  const fills = new Map<string, number>()
  let [column, filled, loneTag, loneInside] = [0, 0, '', '']
  eachCell(inside, (attributes, content) => {
    const letter = letterAtHead(attributes) ?? /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})/.exec(attributes)?.[1] ?? letterOf(column + 1)
    column = columnOf(letter)
    if (content === '') return
    const style = book.styles[styleAt(attributes)]
    filled += 1
    if (filled === 1) [loneTag, loneInside] = [attributes, content]
    if (style?.fill !== undefined) fills.set(style.fill, (fills.get(style.fill) ?? 0) + 1)
    if (wanted !== null && !wanted.has(letter)) return
    const cell = cellOf(attributes, content, style, book)
    if (cell !== null && cell.text.trim() !== '') cells[letter] = cell
  })
  const [fill, share = 0] = [...fills].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return {
    n: Number(attribute(tag, 'r') ?? before + 1), cells, filled, lone: filled === 1 ? cellOf(loneTag, loneInside, undefined, book) : null,
    hidden: /(?:^|\s)hidden\s*=\s*["'](?:1|true)/.test(tag), ...fill !== undefined && share * 2 > filled ? { fill } : {},
  }
}

/** Rows in order. `wanted`: the columns that may be read, null for all; the cells of others are counted, not opened. */
export async function* sheetRows(part: AsyncIterable<Buffer>, book: Book, wanted: ReadonlySet<Letter> | null): AsyncGenerator<readonly SheetRow[]> {
  let n = 0
  for await (const piece of pieces(part, /<\/(?:\w+:)?row>/g)) {
    const rows: SheetRow[] = []
    for (const [, tag = '', inside = ''] of piece.matchAll(ROW)) {
      const row = rowOf(tag, inside, n, wanted, book)
      n = row.n
      rows.push(row)
    }
    if (rows.length > 0) yield rows
  }
}

/** A merged range: columns and rows, both ends included. */
export type Merge = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
/** What stands before and after the rows of a sheet. */
export type Frame = { readonly merges: readonly Merge[]; readonly hidden: ReadonlySet<Letter> }

/** Reads a sheet's frame: all of it passes by once, which also finds out that it is whole. */
export async function sheetFrame(part: AsyncIterable<Buffer>): Promise<Frame> {
  let [head, tail, after] = ['', Buffer.alloc(0), false]
  let headDone = false
  for await (const chunk of part) {
    if (!headDone) {
      head += chunk.toString('latin1')
      headDone = head.includes('sheetData') || head.length > 1 << 20
    }
    if (after) tail = Buffer.concat([tail, chunk])
    else {
      const both = Buffer.concat([tail.subarray(-16), chunk])
      const at = both.lastIndexOf('sheetData>')
      after = at >= 0 && both.subarray(Math.max(0, at - 8), at).includes('</')
      tail = after ? Buffer.from(both.subarray(at)) : Buffer.from(chunk.subarray(-16))
    }
  }
  const hidden = elements2(head, 'col').filter((tag) => /\bhidden\s*=\s*["'](?:1|true)/.test(tag)).flatMap((tag) => {
    const [min, max] = [Number(attribute(tag, 'min')), Math.min(Number(attribute(tag, 'max')), 1000)]
    return Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => letterOf(min + at))
  })
  const merges = elements2(tail.toString('latin1'), 'mergeCell').flatMap((tag): Merge[] => {
    const [, a, top, b, bottom] = /ref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)/.exec(tag) ?? []
    return a === undefined || b === undefined ? [] : [{ left: columnOf(a), top: Number(top), right: columnOf(b), bottom: Number(bottom) }]
  })
  return { merges, hidden: new Set(hidden) }
}

const elements2 = (text: string, name: string): string[] => [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`,
  'g'))].map((found) => found[1] ?? '')
