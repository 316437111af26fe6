import {
  AlignmentType, Document, DocumentGridType, Footer, type ISectionOptions, Packer, PageNumber, PageOrientation, Paragraph, Tab, type Table,
  TabStopType, TextRun,
} from 'docx'
import { fontOf, withFallbacks } from './docx-faces.ts'
import { halfPoints, indented, line, piece, pieces, ruled, type Setting, settingOf, sides, twips } from './docx-lines.ts'
import { choices, facts, qr, sign, table } from './docx-tables.ts'
import { a4, measures, mm, officialRed, typeWidth } from './measures.ts'
import type { Block, Paper } from './paper.ts'
import { attachmentLines, civilDate, levels } from './words.ts'

type Piece = Paragraph | Table
type Count = ReturnType<typeof levels>

const faceOfLevel = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' } as const

const heading = (setting: Setting, text: string, size: number): Paragraph =>
  line({ ...setting, pitch: size * 1.5 }, [piece(text, 'song', size)], { alignment: AlignmentType.CENTER })

async function draw(block: Block, setting: Setting, count: Count): Promise<Piece[]> {
  const { size } = setting
  switch (block.kind) {
    case 'text': {
      const runs = pieces(block.text, block.small ? measures[setting.format].small : size)
      const set = block.small ? { ...setting, pitch: measures[setting.format].small * 1.6 } : setting
      if (block.align !== undefined || block.flush) return [line(set, runs, { alignment: sides[block.align ?? 'left'] })]
      return [indented(set, runs)]
    }
    case 'point': {
      const head = piece(`${count(block.level)}${block.title}`, faceOfLevel[block.level], size)
      if (block.text === undefined) return [indented({ ...setting, keep: true }, [head])]
      return [indented(setting, [head, piece(block.text, 'fang', size)])]
    }
    case 'labelled': return [indented(setting, [piece(`${block.label}：`, 'hei', size), piece(block.text, 'fang', size)])]
    case 'title': return [heading(setting, block.text, block.size === 'small' ? size + 3 : measures[setting.format].title)]
    case 'space': return [line({ ...setting, pitch: setting.pitch * block.lines }, [])]
    case 'rule': return [ruled(setting, 0.75)]
    case 'table': return table(setting, block)
    case 'facts': return facts(setting, block)
    case 'choices': return choices(setting, block)
    case 'sign': return sign(setting, block)
    case 'together': return drawAll(block.blocks, { ...setting, keep: true }, count)
    case 'qr': return qr(setting, block, await drawAll(block.beside, { ...setting, width: setting.width - mm(block.size + 8) }, count))
  }
}

async function drawAll(blocks: readonly Block[], setting: Setting, count: Count): Promise<Piece[]> {
  const drawn: Piece[] = []
  for (const block of blocks) drawn.push(...await draw(block, setting, count))
  return drawn
}

/** 标志 35 mm under the edge of the type area, number and date under it, then the rule: red only where a street issues. */
function head(setting: Setting, given: NonNullable<Paper['head']>): Piece[] {
  const { size, pitch, width } = setting
  const color = given.issuer === 'street' ? officialRed : '#000000'
  const exact = (points: number, before: number): { line: number; lineRule: 'exact'; before: number } =>
    ({ line: twips(points), lineRule: 'exact', before: twips(before) })
  const name = line(setting, [piece(given.name, 'song', Math.min(36, width / (given.name.length * 1.02)), color)],
    { alignment: AlignmentType.CENTER, spacing: exact(48, mm(33)) })
  const date = given.date === undefined ? '' : civilDate(given.date)
  const under = line(setting, [piece(given.number ?? '', 'fang', size), new TextRun({ children: [new Tab()] }), piece(date, 'fang', size)],
    { tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }], spacing: exact(pitch, pitch) })
  return [name, ...(given.number === undefined && given.date === undefined ? [] : [under]), ruled(setting, 1, color), line(setting, [])]
}

/** Who issues it, set to the middle of the date, which ends four characters before the edge so that a seal has room (GB/T 9704-2012, 7.3.5). */
function signature(setting: Setting, signed: NonNullable<Paper['signed']>): Piece[] {
  const { size, width } = setting
  const widest = Math.max(9, ...signed.by.map((name) => name.length)) * size
  const right = Math.min(4 * size, Math.max(0, width - widest))
  const indent = { left: twips(Math.max(0, width - widest - right)), right: twips(right) }
  const kept = { ...setting, keep: true }
  const lines = [...signed.by, civilDate(signed.date)]
  return [line(kept, []), line(kept, []), ...lines.map((text, at) =>
    line(at < lines.length - 1 ? kept : setting, [piece(text, 'fang', size)], { alignment: AlignmentType.CENTER, indent }))]
}

async function content(paper: Paper): Promise<Piece[]> {
  const setting = settingOf(paper.format, typeWidth(paper.format, paper.orientation === 'landscape'))
  const { size, pitch } = setting
  const titles = (paper.title ?? '').split('\n').filter((text) => text !== '').map((text) => heading(setting, text, measures[paper.format].title))
  const names = attachmentLines(paper.attachments ?? [])
  return [
    ...(paper.head ? head(setting, paper.head) : []),
    ...titles, ...(titles.length === 0 ? [] : [line({ ...setting, pitch: paper.format === 'organ' ? pitch : pitch / 2 }, [])]),
    ...(paper.addressee === undefined ? [] : [line(setting, [piece(`${paper.addressee}：`, 'fang', size)])]),
    ...await drawAll(paper.body, setting, levels()),
    ...(names.length === 0 ? [] : [line(setting, []), ...names.map((text) => indented(setting, [piece(text, 'fang', size)]))]),
    ...(paper.signed ? signature(setting, paper.signed) : []),
  ]
}

/** The foot of odd or even pages: number between dashes, size 4, one character from the outer edge (GB/T 9704-2012, 7.5). */
function foot(paper: Paper, even: boolean): Footer {
  const { size } = settingOf(paper.format, 0)
  if (paper.foot === 'none') return new Footer({ children: [new Paragraph({ children: [] })] })
  if (paper.foot !== 'pages') {
    return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [piece(paper.foot.text, 'fang', 9)] })] })
  }
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'], font: { ...fontOf('song'), eastAsia: '宋体', ascii: '宋体', hAnsi: '宋体' },
    size: halfPoints(paper.format === 'organ' ? 14 : 10.5),
  })
  return new Footer({ children: [new Paragraph({
    alignment: even ? AlignmentType.LEFT : AlignmentType.RIGHT, indent: even ? { left: twips(size) } : { right: twips(size) }, children: [number],
  })] })
}

async function section(paper: Paper): Promise<ISectionOptions> {
  const { margins: [top, right, bottom, left], body, pitch } = measures[paper.format]
  const sheet = { top, right, bottom, left, footer: bottom - 12, header: 10 }
  return {
    properties: {
      grid: { linePitch: twips(pitch), ...(paper.format === 'organ'
        ? { type: DocumentGridType.LINES_AND_CHARS, charSpace: Math.round((body - 16) * 4096) } : { type: DocumentGridType.DEFAULT }) },
      page: {
        // the library turns the page itself: it wants the sides of the upright sheet
        size: { width: twips(mm(a4.width)), height: twips(mm(a4.height)),
          orientation: paper.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: Object.fromEntries(Object.entries(sheet).map(([side, millimetres]) => [side, twips(mm(millimetres))])),
        pageNumbers: { start: 1 },
      },
    },
    footers: { default: foot(paper, false), even: foot(paper, true) },
    children: await content(paper),
  }
}

/** Papers as one Word file in this thread. Call `paperDocx` instead. */
export async function makeDocx(papers: readonly Paper[]): Promise<Uint8Array> {
  const sections: ISectionOptions[] = []
  for (const paper of papers) sections.push(await section(paper))
  const base = { font: fontOf('fang'), size: halfPoints(measures[papers[0]?.format ?? 'organ'].body) }
  const document = new Document({
    title: papers[0]?.name ?? '', creator: '邻里', lastModifiedBy: '邻里', evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: base } } }, sections,
  })
  return withFallbacks(await Packer.toBuffer(document))
}
