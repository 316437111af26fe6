import {
  BorderStyle, HeightRule, ImageRun, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, type TextRun,
  VerticalAlignTable, WidthType,
} from 'docx'
import { line, piece, type Setting, sides, twips } from './docx-lines.ts'
import { measures, mm, rowHeights } from './measures.ts'
import type { Block, Cell } from './paper.ts'
import { qrPng } from './qr.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>
type Side = keyof typeof sides

const frame = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const framed = { top: frame, bottom: frame, left: frame, right: frame, insideHorizontal: frame, insideVertical: frame } as const
const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none } as const
const padding = { top: 40, bottom: 40, left: 80, right: 80 } as const

/** Widths in twips from shares of the whole. */
const widthsOf = (shares: readonly number[], width: number): number[] => {
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => Math.floor((twips(width) * share) / sum))
}

const grid = (rows: readonly TableRow[], widths: readonly number[], open = false): Table => new Table({
  rows, columnWidths: widths, width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  layout: TableLayoutType.FIXED, borders: open ? bare : framed, margins: padding,
})

const inCell = (setting: Setting, children: readonly TextRun[], side: Side = 'left'): Paragraph =>
  new Paragraph({ alignment: sides[side], spacing: { line: 300, lineRule: LineRuleType.AT_LEAST }, keepNext: setting.keep, children })

const small = (setting: Setting): number => measures[setting.format].small

const inTwips = (size: number): { size: number; type: typeof WidthType.DXA } => ({ size, type: WidthType.DXA })

function cell(setting: Setting, width: number, value: Cell, side: Side, strong = false): TableCell {
  const given = typeof value === 'string' ? { text: value } : value
  const face = given.strong ?? strong ? 'hei' : 'fang'
  const span = given.span ?? 1
  return new TableCell({
    children: given.text.split('\n').map((part) => inCell(setting, [piece(part, face, small(setting))], side)),
    verticalAlign: VerticalAlignTable.CENTER, width: inTwips(width), ...(span > 1 ? { columnSpan: span } : {}),
  })
}

const row = (cells: readonly TableCell[], height: number, head = false): TableRow =>
  new TableRow({ children: cells, cantSplit: true, tableHeader: head, height: { value: twips(height), rule: HeightRule.ATLEAST } })

/** A table with heads that come again on each page. */
export function table(setting: Setting, block: Of<'table'>): (Paragraph | Table)[] {
  const widths = widthsOf(block.columns.map(({ share }) => share), setting.width)
  const width = (at: number): number => widths[at] ?? 0
  const heads = row(block.columns.map(({ title }, at) => cell(setting, width(at), title, 'center', true)), rowHeights.read, true)
  const rows = block.rows.map((values) => {
    let at = 0
    const cells = values.map((value) => {
      const span = typeof value === 'string' ? 1 : value.span ?? 1
      const from = at
      at += span
      return cell(setting, widths.slice(from, at).reduce((sum, part) => sum + part, 0), value, block.columns[from]?.align ?? 'left')
    })
    return row(cells, block.tall ? rowHeights.tall : rowHeights.read)
  })
  const caption = block.caption === undefined ? [] : [inCell({ ...setting, keep: true }, [piece(block.caption, 'hei', small(setting))])]
  return [...caption, grid([heads, ...rows], widths), line({ ...setting, pitch: 8 }, [])]
}

/** A form: labels in 黑体, values beside them. */
export function facts(setting: Setting, block: Of<'facts'>): (Paragraph | Table)[] {
  const widths = widthsOf([17, 33, 17, 33], setting.width)
  const [label = 0, value = 0] = widths
  const rest = label + value * 2
  const rows = block.rows.map((pairs) => row(pairs.flatMap(([name, text]) => [
    cell(setting, label, name, 'center', true),
    cell(setting, pairs.length === 1 ? rest : value, pairs.length === 1 ? { text, span: 3 } : text, 'left'),
  ]), rowHeights.form))
  return [grid(rows, widths), line({ ...setting, pitch: 8 }, [])]
}

/** Boxes to tick, `across` in a row: a large □ and what it says. */
export function choices(setting: Setting, block: Of<'choices'>): (Paragraph | Table)[] {
  const widths = widthsOf(Array.from({ length: block.across }, () => 1), setting.width)
  const rows = Array.from({ length: Math.ceil(block.options.length / block.across) }, (_, at) => {
    const options = block.options.slice(at * block.across, (at + 1) * block.across)
    return row(widths.map((width, column) => {
      const option = options[column]
      const runs = option === undefined ? [] : [piece('□', 'hei', setting.size + 6), piece(`　${option.label}`, 'hei', setting.size + 1)]
      const note = option?.note === undefined ? [] : [inCell(setting, [piece(option.note, 'fang', small(setting))])]
      return new TableCell({ children: [inCell(setting, runs), ...note], width: inTwips(width), verticalAlign: VerticalAlignTable.CENTER })
    }), rowHeights.tall)
  })
  return [grid(rows, widths, true)]
}

/** Lines to sign on, side by side. */
export function sign(setting: Setting, block: Of<'sign'>): (Paragraph | Table)[] {
  const shares = block.labels.map((label) => label.length + 7)
  const widths = widthsOf(shares.length === 1 ? [...shares, ...shares] : shares, setting.width)
  const cells = block.labels.map((label, at) => {
    const width = widths[at] ?? 0
    const ink = '＿'.repeat(Math.max(3, Math.floor(width / twips(setting.size)) - label.length - 3))
    return new TableCell({ children: [inCell(setting, [piece(`${label}：${ink}`, 'fang', setting.size)])], width: inTwips(width) })
  })
  return [grid([row(cells, rowHeights.tall + 6)], widths, true)]
}

/** A QR code at the right with its caption, and beside it what the paper says there. */
export function qr(setting: Setting, block: Of<'qr'>, beside: readonly (Paragraph | Table)[]): (Paragraph | Table)[] {
  const code = twips(mm(block.size + 8))
  const widths = [twips(setting.width) - code, code]
  const pixels = Math.round((block.size / 25.4) * 96)
  const image = new ImageRun({
    type: 'png', data: qrPng(block.content), transformation: { width: pixels, height: pixels },
    altText: { name: 'QR', title: block.caption, description: block.caption },
  })
  const right = [
    new Paragraph({ alignment: sides.center, children: [image] }),
    new Paragraph({ alignment: sides.center, children: [piece(block.caption, 'fang', 9)] }),
  ]
  const cells = [beside, right].map((children, at) => new TableCell({
    children: children.length > 0 ? children : [inCell(setting, [])], verticalAlign: VerticalAlignTable.CENTER, width: inTwips(widths[at] ?? 0),
  }))
  return [grid([new TableRow({ children: cells, cantSplit: true })], widths, true), line({ ...setting, pitch: 8 }, [])]
}
