import JSZip from 'jszip'
import { create } from 'qrcode'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { civilDate, inChinese, type Paper, paperDocx, paperNumber, paperPdf } from './index.ts'
import { drawPage, ink, readPdf } from './testing.ts'
import { qrPng } from './qr.ts'
import { levels } from './words.ts'

const sentence = '东侧草坪是否改车位，意见不一，留待10月11日再议。'
const minutes: Paper = {
  format: 'organ', name: '议事会纪要', foot: 'pages', title: '错时停车和消防通道议事会',
  head: { name: '听雨桥社区居民议事会纪要', issuer: 'body', number: paperNumber('听雨桥议', 2026, 9), date: '2026-01-05' },
  body: [
    { kind: 'point', level: 1, title: '议定事项' },
    { kind: 'point', level: 2, title: '错时停车先试三个月。', text: '同意17人，反对1人。' },
    { kind: 'point', level: 2, title: '消防通道画黄线。', text: '同意19人。' },
    { kind: 'point', level: 1, title: '没有议定的' },
    { kind: 'text', text: sentence.repeat(30) },
    { kind: 'labelled', label: '出席', text: '何建平、龘先生、䶮先生' },
  ],
  attachments: ['签到表', '方案'], signed: { by: ['听雨桥社区居民委员会'], date: '2026-01-05' },
}
const form: Paper = {
  format: 'plain', orientation: 'landscape', name: '登记表', foot: { text: 'WT-2026-01' }, title: '登记表',
  body: [
    { kind: 'facts', rows: [[['房屋', '3栋2单元1201'], ['面积', '89.56平方米']], [['事项', '续聘']]] },
    { kind: 'qr', content: 'https://linli.example/b/7K2M9QXA', caption: '扫码核对', size: 30, beside: [{ kind: 'title', text: '表决票' }] },
    { kind: 'choices', across: 3, options: [{ label: '同意' }, { label: '反对' }, { label: '弃权' }] },
    { kind: 'table', columns: [{ title: '房号', share: 1 }, { title: '签名', share: 2 }], tall: true,
      rows: Array.from({ length: 40 }, (_, at) => [String(at + 1), '']) },
    { kind: 'sign', labels: ['监票人', '计票人'] },
  ],
}

const opened = async (docx: Uint8Array, name: string): Promise<string> => (await (await JSZip.loadAsync(docx)).file(name)?.async('string')) ?? ''
const saidBy = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

test('dates have no leading zero, numbers stand in six-angle brackets, levels count as 一、（一）1.（1）', () => {
  expect([civilDate('2026-01-05'), paperNumber('听雨桥议', 2026, 9)]).toEqual(['2026年1月5日', '听雨桥议〔2026〕9号'])
  expect([1, 10, 11, 20, 35].map(inChinese)).toEqual(['一', '十', '十一', '二十', '三十五'])
  const next = levels()
  expect([next(1), next(2), next(3), next(4), next(3), next(2), next(3), next(1), next(2)])
    .toEqual(['一、', '（一）', '1.', '（1）', '2.', '（二）', '1.', '二、', '（一）'])
})

test('Word opens with the norm’s page, 22 lines of 28, the faces of its levels and names for fonts that are missing', async () => {
  const docx = await paperDocx([minutes, form])
  const xml = await opened(docx, 'word/document.xml')
  expect(saidBy(xml)).toContain('听雨桥议〔2026〕9号2026年1月5日错时停车和消防通道议事会一、议定事项（一）错时停车先试三个月。同意17人')
  expect(saidBy(xml)).toContain('附件：1. 签到表　　　2. 方案听雨桥社区居民委员会2026年1月5日')
  // in twips: 37, 26, 35 and 28 mm; the grid of 28.98 points
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml).toMatch(/<w:docGrid(?=[^>]*w:type="linesAndChars")(?=[^>]*w:linePitch="580")(?=[^>]*w:charSpace="-860")/)
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
  expect(xml).toMatch(/w:eastAsia="黑体"[^>]*>(?:(?!<\/w:r>).)*一、议定事项/s)
  expect(xml).toMatch(/w:eastAsia="楷体_GB2312"[^>]*>(?:(?!<\/w:r>).)*（一）错时停车/s)
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(xml).not.toContain('D7000F')
  expect(await opened(docx, 'word/fontTable.xml')).toContain('w:name="仿宋_GB2312"><w:altName w:val="FangSong_GB2312,FangSong,仿宋,STFangsong')
  expect(Object.keys((await JSZip.loadAsync(docx)).files).filter((name) => name.endsWith('.png'))).toHaveLength(1)
  // the characters that no font of ours has are there: Word finds them on the machine
  expect(saidBy(xml)).toContain('䶮先生')
})

test('the code on paper has each dark module where the code has it', async () => {
  const { modules } = create('https://linli.example/b/7K2M9QXA', { errorCorrectionLevel: 'M' })
  const { data, info } = await sharp(qrPng('https://linli.example/b/7K2M9QXA')).greyscale().raw().toBuffer({ resolveWithObject: true })
  const module = info.width / modules.size
  const middle = (of: number): number => Math.floor((of + 0.5) * module)
  const seen = Array.from(modules.data, (_, at) => {
    const grey = data[middle(Math.floor(at / modules.size)) * info.width + middle(at % modules.size)] ?? 255
    return grey < 128 ? 1 : 0
  })
  expect(seen).toEqual([...modules.data])
})

test('only a street gets a red head', async () => {
  const head = { name: '听雨桥街道办事处', issuer: 'street' } as const
  expect(await opened(await paperDocx({ ...minutes, head }), 'word/document.xml')).toContain('D7000F')
  expect(await opened(await paperDocx({ ...minutes, head: { ...head, issuer: 'body' } }), 'word/document.xml')).not.toContain('D7000F')
})

test('a PDF has ink where its text says, 28 characters in a line, 22 lines on a page, and names what it cannot draw', async () => {
  const pages = readPdf(await paperPdf([minutes, form]))
  const [first, second] = pages
  if (!first || !second) throw new Error('pages are missing')
  expect(first.text).toContain('同意17人，反对1人。')
  expect(pages.map(({ text }) => text).join('')).toContain('何建平、龘先生、〓先生')
  // fonts packed as WOFF 2 leave the text and lose the outlines: every character must have some
  for (const { font, glyph, says } of pages.flatMap(({ set }) => set)) {
    if (says.trim() !== '') expect(font.getGlyph(glyph).path.commands.length, says).toBeGreaterThan(2)
  }
  const drawn = await drawPage(first)
  for (const { x, y, size, says } of first.set.filter(({ says }) => '听雨桥同意议定'.includes(says))) {
    expect(ink(drawn, { x, y: first.height - y - size * 0.85, w: size, h: size }), says).toBeGreaterThan(size * size * 0.05)
  }
  const body = second.set.filter(({ size }) => size === 15.79)
  const lines = [...Map.groupBy(body, ({ y }) => y.toFixed(1)).values()]
  expect(lines[1]?.length).toBeGreaterThanOrEqual(28)
  expect(second.height - Math.max(...body.map(({ y }) => y))).toBeGreaterThan(104.8)
  const pitches = lines.slice(1, 8).map((line, at) => (lines[at]?.[0]?.y ?? 0) - (line[0]?.y ?? 0))
  for (const pitch of pitches) expect(pitch).toBeCloseTo(28.98, 1)
  expect(pages.map(({ text }) => /— ?(\d+) ?—$/.exec(text)?.[1])).toContain('2')
  // the form: upright boxes to tick, its table goes over to a second page with its heads, its foot on each
  const forms = pages.filter(({ width }) => width > 800)
  expect(forms).toHaveLength(4)
  for (const { text } of forms) expect([text.includes('房号签名'), text.endsWith('WT-2026-01')]).toEqual([true, true])
  expect([forms[0]?.boxes, forms[0]?.pictures]).toEqual([3, 1])
})
