import type { Definition, Node } from 'pdfmake'
import { a4, measures, mm, officialRed, typeWidth } from './measures.ts'
import type { Paper } from './paper.ts'
import { drawAll, heading, indented, rule, type Setting, settingOf } from './pdf-blocks.ts'
import { paragraph } from './pdf-lines.ts'
import { set } from './pdf-text.ts'
import { attachmentLines, civilDate, levels } from './words.ts'

const gap = (points: number): Node => ({ text: '', lineHeight: 0.01, margin: [0, 0, 0, points] })

/** 标志 35 mm under the edge of the type area, number and date under it, then the rule: red only where a street issues. */
function head(setting: Setting, given: NonNullable<Paper['head']>): Node[] {
  const { type, width } = setting
  const color = given.issuer === 'street' ? officialRed : '#000000'
  // the largest size at which the name keeps to one line
  const size = Math.min(36, width / (given.name.length * 1.02))
  const small = (text: string, side: 'left' | 'right'): Node => ({ ...paragraph(set(text, 'fang', type), width / 2, { side }), width: width / 2 })
  const under = given.number === undefined && given.date === undefined ? [] : [{
    columns: [small(given.number ?? '', 'left'), small(given.date === undefined ? '' : civilDate(given.date), 'right')],
    margin: [0, type.pitch * 0.6, 0, 0],
  }]
  return [
    { stack: [paragraph(set(given.name, 'song', { size, pitch: 48 }, color), width, { side: 'center' })], margin: [0, mm(31), 0, 0] },
    ...under, rule(width, 1, color), gap(type.pitch * 0.5),
  ]
}

/** Who issues it, set to the middle of the date, which ends four characters before the edge so that a seal has room (GB/T 9704-2012, 7.3.5). */
function signature({ type, width }: Setting, signed: NonNullable<Paper['signed']>): Node {
  const widest = Math.min(Math.max(9, ...signed.by.map((name) => name.length)) * type.size + 2, width)
  const right = Math.min(4 * type.size, width - widest)
  const lines = [...signed.by, civilDate(signed.date)].map((text) => paragraph(set(text, 'fang', type), widest, { side: 'center' }))
  return { stack: lines, margin: [width - widest - right, type.pitch * 2, right, 0] }
}

function content(paper: Paper): Node[] {
  const setting = settingOf(paper.format, typeWidth(paper.format, paper.orientation === 'landscape'), levels())
  const { type, width } = setting
  const titles = (paper.title ?? '').split('\n').filter((text) => text !== '').map((text) => heading(text, measures[paper.format].title, setting))
  return [
    ...(paper.head ? head(setting, paper.head) : []),
    ...titles, ...(titles.length === 0 ? [] : [gap(paper.format === 'organ' ? type.pitch : type.pitch / 2)]),
    ...(paper.addressee === undefined ? [] : [paragraph(set(`${paper.addressee}：`, 'fang', type), width)]),
    ...end(paper, setting),
  ]
}

/** The body, the attachments and the signature. Who signs never stands alone on a page: the attachments or the last paragraph come along. */
function end(paper: Paper, setting: Setting): Node[] {
  const { type } = setting
  const body = drawAll(paper.body, setting)
  const names = attachmentLines(paper.attachments ?? []).map((text) => indented(set(text, 'fang', type), setting, type))
  const attached = names.length === 0 ? [] : [gap(type.pitch), ...names]
  if (!paper.signed) return [...body, ...attached]
  const last = paper.body.at(-1)?.kind
  const along = attached.length > 0 ? attached : last === 'text' || last === 'labelled' || last === 'point' ? body.splice(-1) : []
  return [...body, { stack: [...along, signature(setting, paper.signed)], unbreakable: true }]
}

/** The foot of a paper's pages, counted from its own first page: number between dashes, size 4, 7 mm under the type area, odd right and even left. */
function foot(paper: Paper): ((page: number) => Node) | null {
  const { margins: [, right, , left], body } = measures[paper.format]
  const { foot: given } = paper
  const width = typeWidth(paper.format, paper.orientation === 'landscape')
  if (given === 'none') return null
  if (given !== 'pages') {
    // set before the fonts are handed over, because a rare character brings one along
    const pieces = set(given.text, 'fang', { size: 9, pitch: 13 }, '#333333')
    return () => ({ stack: [paragraph(pieces, width, { side: 'center' })], margin: [mm(left), mm(4), mm(right), 0] })
  }
  const size = paper.format === 'organ' ? 14 : 10.5
  const down = mm(paper.format === 'organ' ? 7 : 4) - 4
  let first: number | undefined
  return (page) => {
    first ??= page
    const number = page - first + 1
    const pieces = set(`— ${number} —`, 'fang', { size, pitch: size * 1.4 })
    const side = number % 2 === 1 ? 'right' : 'left'
    return { stack: [paragraph(pieces, width - 2 * body, { side })], margin: [mm(left) + body, down, mm(right) + body, 0] }
  }
}

function section(paper: Paper): Node {
  const [top, right, bottom, left] = measures[paper.format].margins
  return {
    section: content(paper), footer: foot(paper), pageSize: { width: mm(a4.width), height: mm(a4.height) },
    pageOrientation: paper.orientation ?? 'portrait', pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
  }
}

/** Papers as one document for pdfmake, each on pages of its own. `at` is when it was made, which readers of files show. */
export function definitionOf(papers: readonly Paper[], at: Date): Definition {
  return {
    content: papers.map(section), pageSize: 'A4', language: 'zh-CN', compress: true,
    defaultStyle: { font: 'fang:chinese-simplified', fontSize: 12 },
    info: { title: papers[0]?.name ?? '', author: '邻里', creator: '邻里', producer: '邻里', creationDate: at },
  }
}
