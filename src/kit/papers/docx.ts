import { AlignmentType, Document, DocumentGridType, Footer, type ISectionOptions, PageNumber, PageOrientation, Packer, Paragraph, Tab, type Table, TabStopType, TextRun } from 'docx'
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
      return [indented({ ...setting, keep: setting.keep || block.text === undefined }, block.text === undefined ? [head] : [head, piece(block.text, 'fang', size)])]
    }
    case 'labelled': return [indented(setting, [piece(`${block.label}：`, 'hei', size), piece(block.text, 'fang', size)])]
    case 'title': return [heading(setting, block.text, block.size === 'small' ? size + 3 : measures[setting.format].title)]
    case 'space': return Array.from({ length: block.lines }, () => line(setting, []))
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
  const color = given.issuer === 'street' ? officialRed : '#000000'
  const under = given.number !== undefined || given.date !== undefined
    ? [line(setting, [piece(given.number ?? '', 'fang', setting.size), new TextRun({ children: [new Tab()] }), piece(given.date === undefined ? '' : civilDate(given.date), 'fang', setting.size)],
        { tabStops: [{ type: TabStopType.RIGHT, position: twips(setting.width) }], spacing: { line: twips(setting.pitch), lineRule: 'exact', before: twips(setting.pitch) } })]
    : []
  const name = line({ ...setting, pitch: 48 }, [piece(given.name, 'song', 36, { color, spacing: 2 })], { alignment: AlignmentType.CENTER, spacing: { line: twips(48), lineRule: 'exact', before: twips(mm(33)) } })
  return [name, ...under, ruled(setting, 1, color), line(setting, [])]
}

/** Who issues it, set to the middle of the date, which ends four characters before the edge so that a seal has room (GB/T 9704-2012, 7.3.5). */
function signature(setting: Setting, signed: NonNullable<Paper['signed']>): Piece[] {
  const widest = Math.max(9, ...signed.by.map((name) => name.length)) * setting.size
  const indent = { left: twips(Math.max(0, setting.width - widest - 4 * setting.size)), right: twips(Math.min(4 * setting.size, Math.max(0, setting.width - widest))) }
  const kept = { ...setting, keep: true }
  return [line(kept, []), line(kept, []),
    ...[...signed.by, civilDate(signed.date)].map((text, at) => line(at < signed.by.length ? kept : setting, [piece(text, 'fang', setting.size)], { alignment: AlignmentType.CENTER, indent }))]
}

async function content(paper: Paper): Promise<Piece[]> {
  const setting = settingOf(paper.format, typeWidth(paper.format, paper.orientation === 'landscape'))
  const top = [
    ...(paper.head ? head(setting, paper.head) : []),
    ...(paper.title === undefined ? [] : [...paper.title.split('\n').map((text) => heading(setting, text, measures[paper.format].title)), line({ ...setting, pitch: setting.pitch / (paper.format === 'organ' ? 1 : 2) }, [])]),
    ...(paper.addressee === undefined ? [] : [line(setting, [piece(`${paper.addressee}：`, 'fang', setting.size)])]),
  ]
  const names = attachmentLines(paper.attachments ?? [])
  const attached = names.length === 0 ? [] : [line(setting, []), ...names.map((text) => indented(setting, [piece(text, 'fang', setting.size)]))]
  return [...top, ...await drawAll(paper.body, setting, levels()), ...attached, ...(paper.signed ? signature(setting, paper.signed) : [])]
}

/** The foot of odd or even pages: number between dashes, size 4, one character from the outer edge (GB/T 9704-2012, 7.5). */
function foot(paper: Paper, even: boolean): Footer {
  const { size } = settingOf(paper.format, 0)
  if (paper.foot === 'none') return new Footer({ children: [new Paragraph({ children: [] })] })
  if (paper.foot !== 'pages') return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [piece(paper.foot.text, 'fang', 9)] })] })
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { ...fontOf('song'), eastAsia: '宋体', ascii: '宋体', hAnsi: '宋体' }, size: halfPoints(paper.format === 'organ' ? 14 : 10.5) })
  return new Footer({ children: [new Paragraph({
    alignment: even ? AlignmentType.LEFT : AlignmentType.RIGHT, indent: even ? { left: twips(size) } : { right: twips(size) }, children: [number],
  })] })
}

async function section(paper: Paper): Promise<ISectionOptions> {
  const { margins: [top, right, bottom, left], body, pitch } = measures[paper.format]
  const landscape = paper.orientation === 'landscape'
  const grid = paper.format === 'organ' ? { type: DocumentGridType.LINES_AND_CHARS, linePitch: twips(pitch), charSpace: Math.round((body - 16) * 4096) } : { type: DocumentGridType.DEFAULT, linePitch: twips(pitch) }
  return {
    properties: { grid, page: {
      // the library turns the page itself: it wants the sides of the upright sheet
      size: { width: twips(mm(a4.width)), height: twips(mm(a4.height)), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { top: twips(mm(top)), right: twips(mm(right)), bottom: twips(mm(bottom)), left: twips(mm(left)), footer: twips(mm(bottom - 12)), header: twips(mm(10)) },
      pageNumbers: { start: 1 },
    } },
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
