import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCategory } from './categories.ts'
import { BUILT_IN_MAPPINGS, contentOf, judgeRow, mappingFor, readHeader, sourceIdOf, tidy, type Header, type Mapping } from './mapping.ts'

const messages = BUILT_IN_MAPPINGS['messages'] as Mapping
const hotline = BUILT_IN_MAPPINGS['taipei-hotline'] as Mapping
const MESSAGE_HEADER = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间']
const HOTLINE_HEADER = ['案件編號', '派工項目', '案件地址', '立案日期', '立案時間', 'district']

function header(rows: readonly (readonly string[])[], mapping: Mapping): Header {
  const found = readHeader(rows, mapping)
  if (!found.ok) throw new Error(found.refusal.explain.en)
  return found.value
}
const forMessages = header([MESSAGE_HEADER], messages)
const forHotline = header([HOTLINE_HEADER], hotline)

test('the columns are found by their headers, in any order, below a title, and spread over two rows', () => {
  expect(forMessages).toMatchObject({ dataFrom: 1, twoRows: false, at: { number: 0, words: 4, answeredAt: 6 }, unknown: [] })
  expect(header([['2019年留言汇总', '', ''], [...MESSAGE_HEADER].reverse()], messages)).toMatchObject({ dataFrom: 2, at: { number: 6 } })
  expect(header([['留言编号', '反映', '', ''], ['', '留言时间', '留言详情', '备注']], messages)).toMatchObject({ dataFrom: 2, twoRows: true, unknown: ['备注'] })
  expect(header([MESSAGE_HEADER, ['id', 'user', 'title', 'time', 'detail', 'reply', 'reply_time'],
  ['1']], messages)).toMatchObject({ dataFrom: 2, twoRows: true })
  expect(readHeader([['姓名', '年龄'], ['1', '2']], messages)).toMatchObject({ ok: false,
    refusal: { code: 'no_header', explain: { zh: expect.stringContaining('留言编号') } } })
  expect([mappingFor([MESSAGE_HEADER])?.id, mappingFor([HOTLINE_HEADER])?.id, mappingFor([['x']])]).toEqual(['messages', 'taipei-hotline', null])
})

test('[P22] who wrote is refused as a column and never read', () => {
  expect(forMessages.refused).toEqual([{ column: 1, header: '留言用户', reason: '反映人不导入' }])
  const judged = judgeRow(['2549', 'A00045581', '电梯坏了', '2019/4/25 9:32:09', '三天没人修', '', ''], forMessages)
  expect(JSON.stringify(judged)).not.toContain('A00045581')
})

test('a good message: white space is tidied, the category is suggested from its words', () => {
  expect(judgeRow(['2549', 'u', ' 电梯坏了 ', '2019/4/25 9:32:09', '\r\n\t\t\t\r\n\t\t  三天没人修　\r\n\r\n\r\n请处理 ', ' 已修。 ',
    '2019/5/10 14:56:53'], forMessages)).toEqual({
    kind: 'ok', row: { number: '2549', filedAt: '2019-04-25T09:32:09', subject: '电梯坏了', words: '三天没人修\n\n请处理',
      address: null, category: 'lift', answer: '已修。',
      answeredAt: '2019-05-10T14:56:53' } })
})

test.each<[string, readonly string[], object]>([
  ['serial dates', ['1', '', '电梯', '43419.671666666698', '坏了', '', ''],
    { kind: 'fixable', fixed: ['serial_date'], row: { filedAt: '2018-11-15T16:07:12' } }],
  ['a day without a time', ['1', '', '电梯', '2019/4/25', '坏了', '', ''],
    { kind: 'fixable', fixed: ['time_missing'], row: { filedAt: '2019-04-25T00:00:00' } }],
  ['an answer before its question', ['1', '', '电梯', '2019/4/25 9:00', '坏了', '好', '2018/1/1'],
    { kind: 'fixable', fixed: ['answer_time_dropped'], row: { answeredAt: null, answer: '好' } }],
  ['an answer of the same day', ['1', '', '电梯', '2019/4/25 9:00', '坏了', '好', '2019/4/25'],
    { kind: 'ok', row: { answeredAt: '2019-04-25T00:00:00' } }],
  ['control signs', ['1', '', '电梯', '2019/4/25 9:00', '坏\u0000了\ud800', '', ''], { kind: 'fixable', fixed: ['control_signs'], row: { words: '坏了' } }],
  ['words of no category', ['1', '', '', '2019/4/25 9:00', '嗯嗯嗯', '', ''],
    { kind: 'fixable', fixed: ['category_unknown'], row: { category: 'other' } }],
  ['no date', ['1', '', '电梯', '', '坏了', '', ''], { kind: 'cannot', code: 'no_date' }],
  ['a bad date', ['1', '', '电梯', '2019/2/30', '坏了', '', ''], { kind: 'cannot', code: 'bad_date' }],
  ['no words', ['1', '', ' ', '2019/4/25', '\t', '', ''], { kind: 'cannot', code: 'no_words' }],
  ['no number', ['', '', '电梯', '2019/4/25', '坏了', '', ''], { kind: 'cannot', code: 'no_number' }],
  ['an empty row', ['', ' ', ''], { kind: 'cannot', code: 'empty' }], ['the header again', MESSAGE_HEADER, { kind: 'cannot', code: 'header_again' }],
  ['a short row', ['1', 'u'], { kind: 'cannot', code: 'too_few_cells' }],
])('a message with %s', (_, cells, expected) => expect(judgeRow(cells, forMessages)).toMatchObject(expected))

test.each<[string, readonly string[], object]>([
  ['as it should be', ['2015070100002', '路樹處理', '大安區某路1號', '20150701', '004700', '大安'],
    { kind: 'ok', row: { category: 'greening', filedAt: '2015-07-01T00:47:00', address: '大安區某路1號', words: '路樹處理' } }],
  ['with an address cut in two', ['202405061', '場所與設施噪音舉發', '松山區4樓', ' No. 182號八德路', '20240506', '松山'],
    { kind: 'fixable', fixed: ['address_rejoined', 'time_missing'], row: { address: '松山區4樓, No. 182號八德路', filedAt: '2024-05-06T00:00:00' } }],
  ['with date and time pushed out', ['202407131', '動物救援', '萬華區No. 1', ' Alley 3', ' Lane 133', '萬華'],
    { kind: 'fixable', fixed: ['address_rejoined', 'date_from_number', 'time_missing'], row: { filedAt: '2024-07-13T00:00:00',
      address: '萬華區No. 1, Alley 3, Lane 133' } }],
  ['with more cells than headers', ['202405061', '路燈不亮或損壞', 'a', ' b', ' c', '20240506', '1530', '松山'],
    { kind: 'fixable', fixed: ['address_rejoined'], row: { address: 'a, b, c', filedAt: '2024-05-06T15:30:00', category: 'street_light' } }],
  ['with a rounded number', ['2.02505E+12', '路樹處理', 'a', '20250501', '1200', '松山'], { kind: 'fixable', fixed: ['number_rounded'] }],
  ['with an unknown item', ['202405061', '新的項目', 'a', '20240506', '1530', '松山'],
    { kind: 'fixable', fixed: ['category_unknown'], row: { category: 'other' } }],
  ['with an item by its beginning', ['202405061', '河濱公園自??道及堤外?道破損', 'a', '20240506', '000400.0', '松山'], { kind: 'ok', row: { category: 'road' } }],
  ['of another kind altogether', ['', '5/12/2020 9:22', '', '', '', ''], { kind: 'cannot', code: 'no_date' }],
])('a hotline record %s', (_, cells, expected) => expect(judgeRow(cells, forHotline)).toMatchObject(expected))

test('the map of items leads to categories of ours', () => {
  for (const mapping of [messages, hotline]) for (const code of Object.values(mapping.categories)) expect(isCategory(code)).toBe(true)
})

test('names stay the same from run to run, and differ where rows differ', () => {
  expect(sourceIdOf(messages, '2549', 'abc', 0)).toBe('messages:2549')
  expect(sourceIdOf(messages, '2549', 'def', 1)).toBe('messages:2549#2')
  expect(sourceIdOf(hotline, '202405061', 'abc', 0)).toBe('taipei-hotline:202405061~abc')
  expect(sourceIdOf(hotline, '2.02505E+12', 'abc', 2)).toBe('taipei-hotline:~abc#3')
  expect(contentOf([' a', 'b '])).toBe(contentOf(['a', 'b']))
  expect(contentOf(['a', 'b'])).not.toBe(contentOf(['ab', '']))
})

test('no row throws, every judgment has a reason or a row, and tidying twice changes nothing', () => {
  const cell = fc.oneof(fc.constantFrom('', ' ', '2019/4/25 9:00', '20240506', '43419.5', '1530', '電梯', '坏了', ...MESSAGE_HEADER),
    fc.string({ unit: 'binary', maxLength: 12 }))
  fc.assert(fc.property(fc.array(cell, { maxLength: 9 }), fc.constantFrom(forMessages, forHotline), (cells, head) => {
    const judged = judgeRow(cells, head)
    if (judged.kind === 'cannot') expect(judged.explain.zh).toBeTruthy()
    else {
      expect(judged.row.filedAt).toMatch(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$/)
      expect(judged.row.words).toBeTruthy()
      expect(JSON.stringify(judged.row)).not.toContain('\\u0000')
    }
    for (const text of cells) expect(tidy(tidy(text))).toBe(tidy(text))
  }), { numRuns: 2000 })
})

test('the whole hotline sample: no row lost, and a second run has the same names', context => {
  const file = new URL('../../../../shared/data/hotline/taipei1999-sample.csv.gz', import.meta.url)
  if (!existsSync(file)) {
    console.log('skipped: the folder ../shared/data is not beside this checkout')
    return context.skip()
  }
  const rows = parse(gunzipSync(readFileSync(file)), { relax_column_count: true, bom: true }) as string[][]
  const head = header(rows, hotline)
  const judged = rows.slice(head.dataFrom).map(cells => judgeRow(cells, head))
  const count = (kind: string) => judged.filter(j => j.kind === kind).length
  expect(judged).toHaveLength(203_935)
  expect(count('cannot')).toBe(1)
  expect(count('fixable')).toBeGreaterThan(4_000)
  expect(judged.filter(j => j.kind === 'fixable' && j.fixed.includes('address_rejoined')).length).toBeGreaterThan(300)
  expect(judged.filter(j => j.kind !== 'cannot' && j.row.category === 'other')).toHaveLength(0)
  const digest = (cells: string[]) => createHash('sha256').update(contentOf(cells)).digest('base64url').slice(0, 22)
  const ids = rows.slice(head.dataFrom, 20_000).map(cells => sourceIdOf(hotline, cells[0] ?? null, digest(cells), 0))
  expect(new Set(ids).size).toBeGreaterThan(ids.length * 0.9)
}, 60_000)
