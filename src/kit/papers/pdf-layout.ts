import type { Definition, Node } from 'pdfmake'
import { a4, measures, mm, officialRed, typeWidth } from './measures.ts'
import type { Paper } from './paper.ts'
import { drawAll, heading, indented, rule, type Setting, settingOf } from './pdf-blocks.ts'
import { set } from './pdf-text.ts'
import { attachmentLines, civilDate, levels } from './words.ts'

/** 标志 35 mm under the edge of the type area, number and date under it, then the rule: red only where a street issues. */
function head(setting: Setting, given: NonNullable<Paper['head']>): Node[] {
  const color = given.issuer === 'street' ? officialRed : '#000000'
  // the largest size at which the name keeps to one line
  const size = Math.min(36, setting.width / (given.name.length * 1.06))
  const under = given.number === undefined && given.date === undefined ? [] : [{
    columns: [{ text: set(given.number ?? '', 'fang', setting.type) }, { text: set(given.date === undefined ? '' : civilDate(given.date), 'fang', setting.type), alignment: 'right' }],
    margin: [0, setting.type.pitch * 0.6, 0, 0],
  }]
  return [
    { text: set(given.name, 'song', { size, pitch: 48 }, color), alignment: 'center', characterSpacing: 1, margin: [0, mm(31), 0, 0] },
    ...under, rule(setting.width, 1, color), { text: '', margin: [0, 0, 0, setting.type.pitch * 0.5] },
  ]
}

/** Who issues it, set to the middle of the date, which ends four characters before the edge so that a seal has room (GB/T 9704-2012, 7.3.5). */
function signature(setting: Setting, signed: NonNullable<Paper['signed']>): Node {
  const { size, pitch } = setting.type
  const widest = Math.min(Math.max(9, ...signed.by.map((name) => name.length)) * size + 2, setting.width)
  const lines = [...signed.by, civilDate(signed.date)].map((text) => ({ text: set(text, 'fang', setting.type), alignment: 'center' }))
  return { columns: [{ width: '*', text: '' }, { width: widest, stack: lines }, { width: Math.min(4 * size, setting.width - widest), text: '' }], margin: [0, pitch * 2, 0, 0] }
}

function content(paper: Paper): Node[] {
  const setting = settingOf(paper.format, typeWidth(paper.format, paper.orientation === 'landscape'), levels())
  const { type } = setting
  const gap = paper.format === 'organ' ? type.pitch : type.pitch / 2
  return [
    ...(paper.head ? head(setting, paper.head) : []),
    ...(paper.title === undefined ? [] : [...paper.title.split('\n').map((text) => heading(text, measures[paper.format].title)), { text: '', margin: [0, 0, 0, gap] }]),
    ...(paper.addressee === undefined ? [] : [{ text: set(`${paper.addressee}：`, 'fang', type) }]),
    ...end(paper, setting),
  ]
}

/** The body, the attachments and the signature. Who signs never stands alone on a page: the attachments or the last paragraph come along. */
function end(paper: Paper, setting: Setting): Node[] {
  const { type } = setting
  const body = drawAll(paper.body, setting)
  const attached: Node[] = attachmentLines(paper.attachments ?? []).map((text, at) =>
    ({ ...indented(set(text, 'fang', type), type.size), preserveLeadingSpaces: true, margin: [0, at === 0 ? type.pitch : 0, 0, 0] }))
  if (!paper.signed) return [...body, ...attached]
  const last = paper.body.at(-1)?.kind
  const along = attached.length > 0 ? attached : last === 'text' || last === 'labelled' || last === 'point' ? body.splice(-1) : []
  return [...body, { stack: [...along, signature(setting, paper.signed)], unbreakable: true }]
}

/** The foot of a paper's pages, counted from its own first page: number between dashes, size 4, 7 mm under the type area, odd right and even left. */
function foot(paper: Paper): ((page: number) => Node) | null {
  const { margins: [, right, , left], body } = measures[paper.format]
  const { foot: given } = paper
  if (given === 'none') return null
  if (given !== 'pages') {
    // set before the fonts are handed over: a rare character in it brings one along
    const text = JSON.stringify(set(given.text, 'fang', { size: 9, pitch: 13 }))
    return () => ({ text: JSON.parse(text), alignment: 'center', color: '#333333', margin: [mm(left), mm(4), mm(right), 0] })
  }
  const size = paper.format === 'organ' ? 14 : 10.5
  let first: number | undefined
  return (page) => {
    first ??= page
    const number = page - first + 1
    return { text: set(`— ${number} —`, 'fang', { size, pitch: size * 1.4 }), alignment: number % 2 === 1 ? 'right' : 'left', margin: [mm(left) + body, mm(paper.format === 'organ' ? 7 : 4) - 4, mm(right) + body, 0] }
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
