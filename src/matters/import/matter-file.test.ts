import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openMatterFile, type MatterFile } from './matter-file.ts'
import { readMapping } from './mapping-file.ts'
import { openReport } from './report.ts'
import { tallier, type Tally } from './tally.ts'
import { BadFile } from './bad-file.ts'
import { csv, fileMaker, MESSAGE_HEADER, messages } from './files.testing.ts'

const made = fileMaker()
afterAll(() => made.remove())

async function judged(file: MatterFile) {
  const [rows, tally] = [[] as { n: number; kind: string; sourceId: string; words: string }[], tallier()]
  for await (const batch of file.judged()) {
    tally.add(batch)
    for (const { n, judged: one, sourceId } of batch) rows.push({ n, kind: one.kind, sourceId, words: one.kind === 'cannot' ? '' : one.row.words })
  }
  return { rows, tally: tally.result() }
}
const opened = async (name: string, bytes: string | Uint8Array) => judged(await openMatterFile(made.write(name, bytes), {}))
const table = (count: number) => [MESSAGE_HEADER, ...messages(count)]
const adds = ({ rows, ok, fixable, cannot }: Tally): boolean => rows === ok + fixable + cannot

test('a workbook, a CSV, a packed one, one with a mark, and one of Excel’s tabs give the same rows under the same names', async () => {
  const text = csv(table(7))
  const all = [
    await opened('a.csv', text), await opened('a.csv.gz', gzipSync(text)), await opened('mark.csv', `\ufeff${text}`),
    await opened('tabs.txt', Buffer.from(`\ufeff${text.replaceAll('","', '"\t"')}`, 'utf16le')),
    await judged(await openMatterFile(await made.book('a.xlsx', { 说明: [['这是导出说明']], 留言: table(7) }), {})),
  ]
  expect(all[0]?.rows).toMatchObject([
    { n: 2, kind: 'ok', sourceId: 'messages:9001', words: '第1盏路灯不亮了，晚上看不见。' }, ...Array.from({ length: 6 }, () => ({})),
  ])
  for (const one of all) expect(one).toEqual(all[0])
})

test('a number that begins with zeros stays the text it is, in a table and in a workbook (case 24)', async () => {
  const rows = [['留言编号', '留言时间', '留言详情'], ['001', '2024/1/2 8:00', '灯坏了'], ['0012300', '2024/1/2 9:00', '灯又坏了']]
  for (const file of [await openMatterFile(made.write('zeros.csv', csv(rows)), {}), await openMatterFile(await made.book('zeros.xlsx', { A: rows }), {})]) {
    const numbers: (string | null | false)[] = []
    for await (const batch of file.judged()) numbers.push(...batch.map((one) => 'row' in one.judged && one.judged.row.number))
    expect(numbers).toEqual(['001', '0012300'])
  }
})

test('a table in GB18030 is read as such', async () => {
  const gb18030: Record<string, string> = {
    留: 'c1f4', 言: 'd1d4', 编: 'b1e0', 号: 'bac5', 时: 'cab1', 间: 'bce4', 详: 'cfea', 情: 'c7e9', 灯: 'b5c6', 坏: 'bbb5', 了: 'c1cb',
  }
  const bytes = Buffer.concat([...'留言编号,留言时间,留言详情\n7,2024/1/2 8:00,灯坏了'].map(sign =>
    Buffer.from(gb18030[sign] ?? Buffer.from(sign).toString('hex'), 'hex')))
  expect((await opened('gb18030.csv', bytes)).rows).toMatchObject([{ n: 2, kind: 'ok', words: '灯坏了' }])
})

test('a cell of a workbook that is a date is read as its civil time', async () => {
  const file = await made.book('cells.xlsx', { A: [['留言编号', '留言时间', '留言详情'], [1, new Date(Date.UTC(2024, 4, 6, 15, 30, 1)), '坏了']] })
  const { value: batch } = await (await openMatterFile(file, {})).judged().next()
  expect(batch?.[0]?.judged).toMatchObject({
    kind: 'fixable', fixed: ['category_unknown'], row: { filedAt: '2024-05-06T15:30:01', words: '坏了', number: '1' },
  })
})

test('what cannot be read is counted with its reason and row; the verdicts add up; the report holds no words', async () => {
  const rows = [
    MESSAGE_HEADER, ...messages(2), ['', '', '', '', '', '', ''],
    [5, '', '灯', '2024/2/31', '坏了', '', ''], MESSAGE_HEADER, [6, 'u', '灯', '2024/2/3', '坏了', '', ''],
  ]
  const file = await openMatterFile(made.write('mixed.csv', csv(rows)), {})
  const { tally } = await judged(file)
  expect(tally).toMatchObject({ rows: 6, ok: 2, fixable: 1, cannot: 3, answered: 2 })
  expect(adds(tally)).toBe(true)
  expect(tally.reasons.map(({ code, rows: at }) => [code, at]))
    .toEqual(expect.arrayContaining([['empty', [4]], ['bad_date', [5]], ['header_again', [6]], ['time_missing', [7]]]))
  const report = openReport(`${made.folder}/report.csv`)
  for await (const batch of file.judged()) await report.add(batch)
  await report.close()
  const written = readFileSync(`${made.folder}/report.csv`, 'utf8')
  expect(written.trim().split('\r\n')).toHaveLength(7)
  expect(written).toContain('5,不能导入,bad_date,日期读不出')
  expect(written).not.toMatch(/坏了|路灯|U1/)
})

test('the same row twice gets two names, and the same ones each time', async () => {
  const one = messages(1)[0] ?? []
  const file = await openMatterFile(made.write('twice.csv', csv([MESSAGE_HEADER, one, one])), {})
  expect((await judged(file)).rows.map(row => row.sourceId)).toEqual(['messages:9001', 'messages:9001#2'])
  expect((await judged(file)).rows.map(row => row.sourceId)).toEqual(['messages:9001', 'messages:9001#2'])
})

test('two header rows are read together, and that is said', async () => {
  const file = await openMatterFile(
    await made.book('two.xlsx', { A: [['留言编号', '留言', '', ''], ['', '留言时间', '留言详情', '备注'], [1, '2024/1/1 8:00', '灯坏了', '']] }), {},
  )
  expect(file.header).toMatchObject({ twoRows: true, dataFrom: 2, unknown: ['备注'] })
  expect((await judged(file)).rows).toMatchObject([{ n: 3, kind: 'ok' }])
})

const good = csv(table(400))
const packed = gzipSync(good)
const bookOf = async (): Promise<Buffer> => readFileSync(await made.book('whole.xlsx', { A: table(400) }))
const envelope = (name: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(name, 'utf16le'), Buffer.alloc(500)])
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at)
  return copy
}

test.each<[string, string, () => Promise<string | Uint8Array> | string | Uint8Array, RegExp]>([
  ['an empty file', 'x.csv', () => '', /empty/],
  ['white space alone', 'x.csv', () => ' \n \n', /no rows/],
  ['a packed empty file', 'x.csv.gz', () => gzipSync(''), /empty/],
  ['a packed file that is cut off', 'x.csv.gz', () => packed.subarray(0, packed.length - 200), /cut off/],
  ['a packed file that is damaged', 'x.csv.gz', () => flipped(packed, 400), /damaged/],
  ['a workbook that is cut off', 'x.xlsx', async () => (await bookOf()).subarray(0, 9000), /cut off/],
  ['a workbook that is damaged', 'x.xlsx', async () => flipped(await bookOf(), 3000), /damaged/],
  ['an encrypted workbook', 'x.xlsx', () => envelope('EncryptedPackage'), /encrypted/],
  ['an old workbook', 'x.xls', () => envelope('Workbook'), /\.xls workbook/],
  ['a workbook that calls itself CSV', 'x.csv', bookOf, /content is a workbook/],
  ['a CSV that calls itself a workbook', 'x.xlsx', () => good, /content is a text table/],
  ['another archive', 'x.xlsx', () => gzipSync(good), /content is a compressed file/],
  ['a PDF', 'x.csv', () => '%PDF-1.7 …', /really a PDF/],
  ['a web page', 'x.csv', () => '<html><table><tr><td>留言编号', /really a web page/],
  ['a binary file', 'x.csv', () => Buffer.from([1, 2, 0, 3, 0, 0, 9]), /binary/],
  ['text that breaks off in mid-sign', 'x.csv', () => Buffer.concat([Buffer.from(good), Buffer.from([0xe7, 0x81])]), /damaged/],
  ['a quote that never closes', 'x.csv', () => `${MESSAGE_HEADER.join(',')}\n1,u,灯,2024/1/1,"坏了,,\n2,u,灯,2024/1/1,坏了,,`, /quote is never closed/],
  ['no header that is known', 'x.csv', () => '姓名,年龄\n甲,1', /No header/],
  ['a file that is not there', 'none/x.csv', () => '', /no such file/],
])('%s is refused with one sentence in two languages', async (_, name, bytes, said) => {
  const path = name.startsWith('none/') ? `${made.folder}/none.csv` : made.write(name, await bytes())
  const failed = await openMatterFile(path, {}).then(judged).then(() => undefined, (error: unknown) => error)
  expect(failed).toBeInstanceOf(BadFile)
  expect(String(failed)).toMatch(said)
  expect(String(failed)).toMatch(/[\u4e00-\u9fff]/)
})

test('a missing column is named, and so are the sheets of a workbook', async () => {
  const messagesMapping = await readMapping('messages')
  await expect(openMatterFile(made.write('short.csv', '留言编号,留言时间\n1,2024/1/1'), { mapping: messagesMapping })).rejects.toThrow(/missing: 留言详情/)
  const book = await made.book('sheets.xlsx', { 甲: table(1), 乙: table(2) })
  expect((await judged(await openMatterFile(book, { sheet: '乙' }))).rows).toHaveLength(2)
  await expect(openMatterFile(book, { sheet: '丙' })).rejects.toThrow(/甲, 乙/)
})

test('a mapping of one’s own is read from a file, and refused by the place where it is wrong', async () => {
  const own = {
    id: 'own', columns: { words: ['内容'], filedAt: ['日期'], item: ['类'] }, required: ['words', 'filedAt'], categories: { 灯: 'street_light' },
  }
  const mapping = await readMapping(made.write('own.json', JSON.stringify(own)))
  const file = await openMatterFile(made.write('own.csv', '日期;类;内容\n2024-01-02 08:00;灯;不亮'), { mapping })
  expect((await judged(file)).rows).toMatchObject([{ kind: 'ok', sourceId: expect.stringMatching(/^own:~/) }])
  await expect(readMapping(made.write('bad.json', JSON.stringify({ ...own, categories: { 灯: 'nothing' } })))).rejects.toThrow(/categories\.灯/)
  await expect(readMapping(made.write('bad.json', '{'))).rejects.toThrow(/not JSON/)
  await expect(readMapping('nobody')).rejects.toThrow(/messages, taipei-hotline/)
})

test('the real messages are all taken', async context => {
  const real = new URL('../../../../shared/data/messages/messages-with-replies.xlsx', import.meta.url).pathname
  if (!existsSync(real)) {
    console.log('skipped: the folder ../shared/data is not beside this checkout')
    return context.skip()
  }
  const { tally, rows } = await judged(await openMatterFile(real, {}))
  expect(tally).toMatchObject({ rows: 2816, cannot: 0, answered: 2816 })
  expect(new Set(rows.map(row => row.sourceId)).size).toBe(2816)
})
