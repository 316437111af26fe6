import type { Node } from 'pdfmake'
import { measures, mm, rowHeights } from './measures.ts'
import type { Block, Cell } from './paper.ts'
import { set, setRuns, type Type } from './pdf-text.ts'
import { qrRuns } from './qr.ts'
import type { levels } from './words.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

/** How the text of a format is set, `width` points wide. */
export type Setting = { readonly format: 'organ' | 'plain'; readonly type: Type; readonly small: Type; readonly width: number; readonly count: ReturnType<typeof levels> }

/** The setting of a format; `count` numbers its levels. */
export const settingOf = (format: 'organ' | 'plain', width: number, count: ReturnType<typeof levels>): Setting => {
  const { body, pitch, small } = measures[format]
  return { format, type: { size: body, pitch }, small: { size: small, pitch: small * 1.5 }, width, count }
}

const faceOfLevel = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' } as const

/** A paragraph that begins two characters in and fills its lines. */
export const indented = (text: readonly Node[], size: number): Node => ({ text, alignment: 'justify', leadingIndent: size * 2 })

/** A line in the face of titles. */
export const heading = (text: string, size: number): Node => ({ text: set(text, 'song', { size, pitch: size * 1.5 }), alignment: 'center' })

/** A rule across the paper. */
export const rule = (width: number, thickness: number, color = '#000000'): Node =>
  ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: thickness, lineColor: color }], margin: [0, 4, 0, 6] })

const lines = (thickness: number): Node => ({
  hLineWidth: () => thickness, vLineWidth: () => thickness, paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 3, paddingBottom: () => 3,
})

const widthsOf = (shares: readonly number[], width: number): number[] => {
  const sum = shares.reduce((total, share) => total + share, 0)
  // a table draws its padding and rules beside the widths it is given
  return shares.map((share) => (width * share) / sum - 8.5)
}

function cell(setting: Setting, value: Cell, align: string, strong = false): Node {
  const { text, heavy } = typeof value === 'string' ? { text: value, heavy: strong } : { text: value.text, heavy: value.strong ?? strong }
  return { text: set(text, heavy ? 'hei' : 'fang', setting.small), alignment: align, verticalAlignment: 'middle', ...(typeof value === 'string' ? {} : { colSpan: value.span ?? 1 }) }
}

/** Cells that a wide one covers, as pdfmake wants them. */
const covered = (value: Cell): Node[] => Array.from({ length: typeof value === 'string' ? 0 : (value.span ?? 1) - 1 }, () => ({}))

function table(setting: Setting, block: Of<'table'>): Node {
  const rows = block.rows.map((values) => {
    const row: Node[] = []
    for (const value of values) row.push(cell(setting, value, block.columns[row.length]?.align ?? 'left'), ...covered(value))
    return row
  })
  const heads = block.columns.map(({ title }) => cell(setting, title, 'center', true))
  const height = (at: number): number => (at === 0 || !block.tall ? rowHeights.read : rowHeights.tall) - 6
  const drawn = {
    table: { headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths: widthsOf(block.columns.map(({ share }) => share), setting.width), heights: height, body: [heads, ...rows] },
    layout: lines(0.5), margin: [0, 2, 0, 8],
  }
  return block.caption === undefined ? drawn : { stack: [{ text: set(block.caption, 'hei', setting.small), margin: [0, 4, 0, 2] }, drawn] }
}

function facts(setting: Setting, block: Of<'facts'>): Node {
  const body = block.rows.map((pairs) => pairs.flatMap(([label, text]) => {
    const value: Cell = pairs.length === 1 ? { text, span: 3 } : text
    return [cell(setting, label, 'center', true), cell(setting, value, 'left'), ...covered(value)]
  }))
  return { table: { widths: widthsOf([17, 33, 17, 33], setting.width), heights: () => rowHeights.tall - 6, dontBreakRows: true, body }, layout: lines(0.5), margin: [0, 2, 0, 8] }
}

function choices(setting: Setting, block: Of<'choices'>): Node {
  const edge = setting.type.size * 1.15
  const type = { size: setting.type.size + 1, pitch: edge + 4 }
  const one = (option: { readonly label: string; readonly note?: string }): Node => ({ columns: [
    { width: edge + 9, canvas: [{ type: 'rect', x: 0, y: 1, w: edge, h: edge, lineWidth: 1.1 }] },
    { width: '*', stack: [{ text: set(option.label, 'hei', type) }, ...(option.note === undefined ? [] : [{ text: set(option.note, 'fang', setting.small), color: '#333333' }])] },
  ], margin: [0, 5, 0, 4] })
  const rows = Array.from({ length: Math.ceil(block.options.length / block.across) }, (_, at) => {
    const options = block.options.slice(at * block.across, (at + 1) * block.across)
    return { columns: Array.from({ length: block.across }, (_, column) => { const option = options[column]; return option === undefined ? { text: '', width: '*' } : { ...one(option), width: '*' } }), columnGap: 10 }
  })
  return { stack: rows, margin: [setting.type.size * 2, 2, 0, 4] }
}

function sign(setting: Setting, block: Of<'sign'>): Node {
  const width = setting.width / block.labels.length
  return { columns: block.labels.map((label) => {
    const ink = (label.length + 1) * setting.type.size + 4
    return { width, stack: [{ text: set(`${label}：`, 'fang', setting.type) }, { canvas: [{ type: 'line', x1: ink, y1: -3, x2: width - 14, y2: -3, lineWidth: 0.6 }] }] }
  }), margin: [0, 12, 0, 0] }
}

/** A QR code drawn in lines, `size` mm wide: sharp at any size, read by any phone. */
function code(content: string, size: number): Node {
  const { edge, runs } = qrRuns(content)
  const module = mm(size) / edge
  // a hair wider than a module, so that printers show no seams
  return { canvas: runs.map(({ x, y, length }) => ({ type: 'rect', x: x * module, y: y * module, w: length * module, h: module + 0.05, lineWidth: 0, color: '#000000' })) }
}

function qr(setting: Setting, block: Of<'qr'>): Node {
  const width = mm(block.size)
  const beside = { ...setting, width: setting.width - width - 18 }
  return { columns: [
    { width: '*', stack: drawAll(block.beside, beside) },
    { width, stack: [code(block.content, block.size), { text: set(block.caption, 'fang', { size: 9, pitch: 14 }), alignment: 'center', margin: [-6, 4, -6, 0] }] },
  ], columnGap: 18, margin: [0, 0, 0, 8] }
}

function draw(block: Block, setting: Setting): Node {
  const { type, small, count } = setting
  switch (block.kind) {
    case 'text': {
      const text = setRuns(block.text, block.small ? small : type)
      return block.align !== undefined || block.flush ? { text, alignment: block.align ?? 'justify' } : indented(text, block.small ? small.size : type.size)
    }
    case 'point': return indented([...set(`${count(block.level)}${block.title}`, faceOfLevel[block.level], type), ...(block.text === undefined ? [] : set(block.text, 'fang', type))], type.size)
    case 'labelled': return indented([...set(`${block.label}：`, 'hei', type), ...set(block.text, 'fang', type)], type.size)
    case 'title': return heading(block.text, block.size === 'small' ? type.size + 3 : measures[setting.format].title)
    case 'space': return { text: '', margin: [0, 0, 0, type.pitch * block.lines] }
    case 'rule': return rule(setting.width, 0.75)
    case 'table': return table(setting, block)
    case 'facts': return facts(setting, block)
    case 'choices': return choices(setting, block)
    case 'sign': return sign(setting, block)
    case 'qr': return qr(setting, block)
    case 'together': return { stack: drawAll(block.blocks, setting), unbreakable: true }
  }
}

function lengthOf(block: Block): number {
  if (block.kind === 'point' || block.kind === 'labelled') return block.text?.length ?? 0
  return block.kind !== 'text' ? 0 : typeof block.text === 'string' ? block.text.length : block.text.reduce((sum, run) => sum + (typeof run === 'string' ? run : run.text).length, 0)
}

/** Blocks as pdfmake lays them out, from top to bottom. A level's title never stays alone at the foot of a page. */
export function drawAll(blocks: readonly Block[], setting: Setting): Node[] {
  const drawn: Node[] = []
  let titles: Node[] = []
  for (const block of blocks) {
    const node = draw(block, setting)
    if (block.kind === 'point' && block.text === undefined) { titles.push(node); continue }
    // what is long breaks where it likes and keeps no title above
    const joins = titles.length > 0 && block.kind !== 'table' && block.kind !== 'together' && lengthOf(block) < 300
    drawn.push(...(joins ? [{ stack: [...titles, node], unbreakable: true }] : [...titles, node]))
    titles = []
  }
  return [...drawn, ...titles]
}
