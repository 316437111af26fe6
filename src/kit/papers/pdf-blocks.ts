import type { Node } from 'pdfmake'
import { measures, mm } from './measures.ts'
import type { Block, Format } from './paper.ts'
import { paragraph } from './pdf-lines.ts'
import { choices, code, facts, type Room, sign, table } from './pdf-tables.ts'
import { type Piece, set, setRuns, type Type } from './pdf-text.ts'
import type { levels } from './words.ts'

/** How the text of a format is set, `width` points wide; `count` numbers its levels. */
export type Setting = Room & { readonly format: Format; readonly count: ReturnType<typeof levels> }

/** The setting of a format; `count` numbers its levels. */
export const settingOf = (format: Format, width: number, count: ReturnType<typeof levels>): Setting => {
  const { body, pitch, small } = measures[format]
  return { format, type: { size: body, pitch }, small: { size: small, pitch: small * 1.5 }, width, count }
}

const faceOfLevel = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' } as const

/** A paragraph that begins two characters in and fills its lines. */
export const indented = (pieces: readonly Piece[], { width }: Room, { size }: Type): Node => paragraph(pieces, width, { indent: size * 2 })

/** A line in the face of titles. */
export const heading = (text: string, size: number, { width }: Room): Node =>
  paragraph(set(text, 'song', { size, pitch: size * 1.5 }), width, { side: 'center' })

/** A rule across the paper. */
export const rule = (width: number, thickness: number, color = '#000000'): Node =>
  ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: thickness, lineColor: color }], margin: [0, 4, 0, 6] })

function qr(setting: Setting, block: Extract<Block, { kind: 'qr' }>): Node {
  const width = mm(block.size)
  const beside = { ...setting, width: setting.width - width - 18 }
  const caption = paragraph(set(block.caption, 'fang', { size: 9, pitch: 14 }), width, { side: 'center' })
  return { columns: [
    { width: beside.width, stack: drawAll(block.beside, beside) },
    { width, stack: [code(block.content, block.size), { stack: [caption], margin: [0, 4, 0, 0] }] },
  ], columnGap: 18, margin: [0, 0, 0, 8] }
}

function draw(block: Block, setting: Setting): Node {
  const { type, small, count, width } = setting
  switch (block.kind) {
    case 'text': {
      const set = block.small ? small : type
      const pieces = setRuns(block.text, set)
      return block.align !== undefined || block.flush ? paragraph(pieces, width, { side: block.align ?? 'justify' }) : indented(pieces, setting, set)
    }
    case 'point': {
      const title = set(`${count(block.level)}${block.title}`, faceOfLevel[block.level], type)
      return indented(block.text === undefined ? title : [...title, ...set(block.text, 'fang', type)], setting, type)
    }
    case 'labelled': return indented([...set(`${block.label}：`, 'hei', type), ...set(block.text, 'fang', type)], setting, type)
    case 'title': return heading(block.text, block.size === 'small' ? type.size + 3 : measures[setting.format].title, setting)
    case 'space': return { text: '', lineHeight: 0.01, margin: [0, 0, 0, type.pitch * block.lines] }
    case 'rule': return rule(width, 0.75)
    case 'table': return table(setting, block)
    case 'facts': return facts(setting, block)
    case 'choices': return choices(setting, block)
    case 'sign': return sign(setting, block)
    case 'qr': return qr(setting, block)
    case 'together': return { stack: drawAll(block.blocks, setting), unbreakable: true }
  }
}

/** What of a block a title above is kept with, and what may stand on the next page: of a paragraph its first two lines, when two more come. */
function opened(block: Block, node: Node): { readonly first: Node; readonly rest: readonly Node[] } {
  const stack = block.kind === 'text' || block.kind === 'point' || block.kind === 'labelled' ? node['stack'] : undefined
  const lines: readonly Node[] = Array.isArray(stack) ? stack : [] // the lines of `paragraph`
  return lines.length < 4 ? { first: node, rest: [] } : { first: { stack: lines.slice(0, 2) }, rest: [{ stack: lines.slice(2) }] }
}

/** Blocks as pdfmake lays them out, from top to bottom. A level's title never stays alone at the foot of a page. */
export function drawAll(blocks: readonly Block[], setting: Setting): Node[] {
  const nodes: Node[] = []
  let titles: Node[] = []
  for (const block of blocks) {
    const node = draw(block, setting)
    if (block.kind === 'point' && block.text === undefined) { titles.push(node); continue }
    const { first, rest } = opened(block, node)
    // a table breaks where it likes and keeps no title above
    nodes.push(...(titles.length > 0 && block.kind !== 'table' ? [{ stack: [...titles, first], unbreakable: true }, ...rest] : [...titles, node]))
    titles = []
  }
  return [...nodes, ...titles]
}
