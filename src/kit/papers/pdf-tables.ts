import type { Node } from 'pdfmake'
import { mm, rowHeights } from './measures.ts'
import type { Block, Cell } from './paper.ts'
import { paragraph } from './pdf-lines.ts'
import { set, type Type } from './pdf-text.ts'
import { qrPng } from './qr.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>
type Side = 'left' | 'center' | 'right'
/** Room and type of a block. */
export type Room = { readonly type: Type; readonly small: Type; readonly width: number }

/** What a cell adds to the width it is given: padding on both sides and the rule. */
const beside = 8.5

const ruled: Node = {
  hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 3, paddingBottom: () => 3,
}

const widthsOf = (shares: readonly number[], width: number): number[] => {
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => (width * share) / sum - beside)
}

const spanOf = (value: Cell): number => (typeof value === 'string' ? 1 : value.span ?? 1)

/** A row of cells, each as wide as its columns, and an empty one for each column that a wide one covers. */
function row(room: Room, widths: readonly number[], values: readonly Cell[], sides: readonly Side[], strong = false): Node[] {
  const cells: Node[] = []
  for (const value of values) {
    const span = spanOf(value)
    const from = cells.length
    const width = widths.slice(from, from + span).reduce((sum, one) => sum + one + beside, -beside)
    const { text, heavy } = typeof value === 'string' ? { text: value, heavy: strong } : { text: value.text, heavy: value.strong ?? strong }
    const side = sides[from] ?? 'left'
    cells.push({
      ...paragraph(set(text, heavy ? 'hei' : 'fang', room.small), width, { side }), alignment: side, verticalAlignment: 'middle',
      ...(span > 1 ? { colSpan: span } : {}),
    })
    for (let covered = 1; covered < span; covered++) cells.push({})
  }
  return cells
}

/** A table with heads that come again on each page; no row is torn. */
export function table(room: Room, block: Of<'table'>): Node {
  const widths = widthsOf(block.columns.map(({ share }) => share), room.width)
  const sides = block.columns.map(({ align }) => align ?? 'left')
  const heads = row(room, widths, block.columns.map(({ title }) => title), block.columns.map(() => 'center'), true)
  const body = [heads, ...block.rows.map((values) => row(room, widths, values, sides))]
  const heights = (at: number): number => (at === 0 || !block.tall ? rowHeights.read : rowHeights.tall) - 6
  const grid: Node = {
    table: { headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths, heights, body }, layout: ruled, margin: [0, 2, 0, 8],
  }
  if (block.caption === undefined) return grid
  return { stack: [{ ...paragraph(set(block.caption, 'hei', room.small), room.width), margin: [0, 4, 0, 2] }, grid] }
}

/** A form: labels in 黑体, values beside them. */
export function facts(room: Room, block: Of<'facts'>): Node {
  const widths = widthsOf([17, 33, 17, 33], room.width)
  const sides: readonly Side[] = ['center', 'left', 'center', 'left']
  const body = block.rows.map((pairs) => row(room, widths, pairs.flatMap(([label, text]): Cell[] =>
    [{ text: label, strong: true }, pairs.length === 1 ? { text, span: 3 } : text]), sides))
  return { table: { widths, heights: () => rowHeights.form - 6, dontBreakRows: true, body }, layout: ruled, margin: [0, 2, 0, 8] }
}

/** Boxes to tick, `across` in a row. */
export function choices(room: Room, block: Of<'choices'>): Node {
  const edge = room.type.size * 1.2
  const inset = room.type.size * 2
  const width = (room.width - inset - 10 * (block.across - 1)) / block.across
  const label: Type = { size: room.type.size + 1, pitch: edge + 4 }
  const one = (option: (typeof block.options)[number]): Node => ({ width, margin: [0, 5, 0, 4], columns: [
    { width: edge, canvas: [{ type: 'rect', x: 0, y: 1, w: edge, h: edge, lineWidth: 1.1 }] },
    { width: width - edge - 9, stack: [
      paragraph(set(option.label, 'hei', label), width - edge - 9, { side: 'left' }),
      ...(option.note === undefined ? [] : [paragraph(set(option.note, 'fang', room.small), width - edge - 9, { side: 'left' })]),
    ] },
  ], columnGap: 9 })
  const rows = Array.from({ length: Math.ceil(block.options.length / block.across) }, (_, at): Node => ({
    columns: block.options.slice(at * block.across, (at + 1) * block.across).map(one), columnGap: 10,
  }))
  return { stack: rows, margin: [inset, 2, 0, 4] }
}

/** Lines to sign on, side by side, a wider one for a longer label; a single one takes half the width. */
export function sign(room: Room, block: Of<'sign'>): Node {
  const shares = block.labels.map((label) => label.length + 7)
  const whole = Math.max(shares.reduce((sum, share) => sum + share, 0), 2 * (shares[0] ?? 1) * (shares.length === 1 ? 1 : 0))
  const columns = block.labels.map((label, at): Node => {
    const width = room.width * (shares[at] ?? 0) / whole
    const ink = (label.length + 1) * room.type.size + 4
    return { width, stack: [
      paragraph(set(`${label}：`, 'fang', room.type), width, { side: 'left' }),
      { canvas: [{ type: 'line', x1: ink, y1: -3, x2: width - 14, y2: -3, lineWidth: 0.6 }] },
    ] }
  })
  return { columns, margin: [0, 12, 0, 0] }
}

/** A QR code `size` mm wide: a picture of one bit a pixel, because as boxes it takes half the time of a ballot. */
export const code = (content: string, size: number): Node =>
  ({ image: `data:image/png;base64,${qrPng(content).toString('base64')}`, width: mm(size) })
