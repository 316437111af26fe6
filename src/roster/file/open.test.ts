import ExcelJS from '@protobi/exceljs'
import { expect, test } from 'vitest'
import { openSheet, type JudgedRow, type RawRow } from '../rules/reading/index.ts'
import { BadFile, openWorkbook, type Workbook } from './index.ts'

type Cells = readonly (string | number | Date | null)[]

async function book(sheets: Readonly<Record<string, readonly Cells[]>>, change?: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const made = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) made.addWorksheet(name).addRows(rows.map((cells) => [...cells]))
  change?.(made)
  return Buffer.from(await made.xlsx.writeBuffer())
}

async function rowsOf(workbook: Workbook, sheet = 1): Promise<RawRow[]> {
  const rows: RawRow[] = []
  const plan = workbook.sheets[sheet - 1]?.plan
  if (plan) for await (const batch of workbook.rows(plan)) rows.push(...batch)
  return rows
}

async function read(source: Buffer | string, sheet = 1): Promise<JudgedRow[]> {
  const workbook = await openWorkbook(source)
  const plan = workbook.sheets[sheet - 1]?.plan
  const reader = plan && openSheet(plan, '2026-11-20')
  const rows = await rowsOf(workbook, sheet)
  await workbook.close()
  return rows.flatMap((row) => reader?.read(row) ?? [])
}

const code = async (bytes: Uint8Array): Promise<string> =>
  openWorkbook(bytes).then(() => 'read', (error: unknown) => (error instanceof BadFile ? error.code : `threw ${String(error)}`))

test('[RO11] a refused column’s cells and header are in no row and no plan; ignored, locked and unknown columns are in no row either', async () => {
  const workbook = await openWorkbook(await book({ 名单: [['姓名', '房号', '楼栋', '宗教信仰', '是否低保', '民族', '内部码丁'], ['张三', '101', '1', '密一', '密二', '密三',
    '密四']] }))
  const all = JSON.stringify([await rowsOf(workbook), workbook.sheets])
  expect(all).not.toMatch(/密[一二三四]|宗教/)
  expect(workbook.sheets[0]?.plan.columns.map(({ outcome }) => outcome)).toEqual(['field', 'field', 'field', 'refused', 'locked', 'ignored',
    'unknown'])
  expect(workbook.sheets[0]?.headers.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'E', 'F', 'G'])
})

test('[RO11] a remark loses the parts that say what the columns may not', async () => {
  const [row] = await rowsOf(await openWorkbook(await book({ 名单: [['姓名', '房号', '楼栋', '备注'], ['张三', '101', '1', '已搬走，社区矫正；独居老人']] })))
  expect(row?.cells['D']?.text).toBe('已搬走，〔不读〕')
})

test('[RO19] merged cells fill the rows that they cover, and are not told', async () => {
  const bytes = await book({ 名单: [['楼栋', '房号', '姓名'], ['3', '1201', '张三'], [null, null, '李四'], ['3', '1202', '王五']] }, (made) => {
    made.worksheets[0]?.mergeCells('A2:A3')
    made.worksheets[0]?.mergeCells('B2:B3')
  })
  const rows = await read(bytes)
  expect(rows.map(({ home, verdict }) => [home.building, home.room, verdict])).toEqual([['3', '1201', 'ok'], ['3', '1201', 'ok'], ['3', '1202',
    'ok']])
})

test('[RO10] a header merged over two rows and sideways is one header', async () => {
  const bytes = await book({ 名单: [['花名册', null, null, null, null], ['房号', '居民', null, '备注', '楼栋'], [null, '姓名', '电话', null, null], ['101', '张三',
    '19900000001', null, '2']] }, (made) => {
    for (const range of ['A1:E1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3']) made.worksheets[0]?.mergeCells(range)
  })
  const workbook = await openWorkbook(bytes)
  expect(workbook.sheets[0]?.plan.columns.map(({ field }) => field)).toEqual(['room', 'name', 'phone', 'remark', 'building'])
  expect((await read(bytes)).map(({ people, home }) => [people[0]?.name, home.building])).toEqual([['张三', '2']])
})

test('[RO10] a sheet for each building: its name says the building; hidden sheets are told and not read; hidden columns and rows are told',
  async () => {
  const rows: Cells[] = [['房号', '姓名', '电话'], ['101', '张三', 19900000001], ['102', '李四', 19900000002]]
  const bytes = await book({ '1号楼': rows, '2号楼': rows, 旧: rows }, (made) => {
    const [first, , old] = made.worksheets
    if (old) old.state = 'hidden'
    if (first) {
      first.getColumn(3).hidden = true
      first.getRow(3).hidden = true
    }
  })
  const workbook = await openWorkbook(bytes)
  expect(workbook.sheets.map(({ plan, hidden, holds }) => [plan.building, hidden, holds])).toEqual([['1', false, 'people'], ['2', false, 'people'],
    [undefined, true, 'nothing']])
  expect(workbook.sheets[0]?.headers.map(({ hidden }) => hidden)).toEqual([false, false, true])
  expect((await rowsOf(workbook)).map(({ hidden }) => hidden ?? false)).toEqual([false, true])
})

test('[RO18] a heading inside the sheet is no row and counts for those below it; a header printed again and sums of nothing are no rows',
  async () => {
  const rows = await read(await book({ 名单: [['序号', '房号', '姓名', '电话'], ['3号楼2单元'], [1, '101', '张三', '19900000001'], ['序号', '房号', '姓名', '电话'], [2,
    '102', '李四', ''], ['3号楼3单元'], [3, '101', '王五', '']] }))
  expect(rows.map(({ home, verdict }) => [home.building, home.unit, home.room, verdict])).toEqual([['3', '2', '101', 'ok'], ['3', '2', '102', 'ok'],
    ['3', '3', '101', 'ok']])
})

test('[RO17] the colour of a row is told where few bear it, and is decoration where many do', async () => {
  const rows = (red: (n: number) => boolean): Promise<Buffer> => book({ 名单: [['楼栋', '房号', '姓名'], ...Array.from({ length: 30 }, (_, n): Cells =>
    ['1', String(101 + n), '张三'])] }, (made) => {
    made.worksheets[0]?.eachRow((row, n) => {
      if (n > 1 && red(n)) row.eachCell((cell) => { cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } } })
    })
  })
  expect((await rowsOf(await openWorkbook(await rows((n) => n === 5)))).filter(({ fill }) => fill === 'FFFF0000').map(({ n }) => n)).toEqual([5])
  expect((await rowsOf(await openWorkbook(await rows((n) => n % 2 === 0)))).filter(({ fill }) => fill !== undefined)).toEqual([])
})

test('[RO17] rows struck through or in red letters are told as coloured ones are', async () => {
  const bytes = await book({ 名单: [['楼栋', '房号', '姓名'], ...Array.from({ length: 12 }, (_, n): Cells => ['1', String(101 + n), '张三'])] }, (made) => {
    made.worksheets[0]?.getRow(3).eachCell((cell) => { cell.font = { strike: true } })
    made.worksheets[0]?.getRow(5).eachCell((cell) => { cell.font = { color: { argb: 'FFFF0000' } } })
  })
  const told = (await read(bytes)).filter(({ problems }) => problems.some(({ code: one }) => one === 'colour_unclear'))
  expect(told.map(({ n }) => n)).toEqual([3, 5])
})

test('[RO15] dates by format are days, in workbooks that count from 1904 too; long numbers are told as ruined', async () => {
  const rows: Cells[] = [['楼栋', '房号', '姓名', '出生日期', '身份证号'], ['1', 101, '张三', new Date('1985-03-04T00:00:00Z'), 440308199901101512]]
  const [row] = await read(await book({ 名单: rows }))
  expect(row?.people[0]?.born).toBe('1985-03-04')
  expect(row?.problems.map(({ code: one }) => one)).toEqual(['id_ruined'])
  const [other] = await read(await book({ 名单: rows }, (made) => { made.properties.date1904 = true }))
  expect(other?.people[0]?.born).toBe('1985-03-04')
  const [plain] = await read(await book({ 名单: [['楼栋', '房号', '姓名', '出生日期'], ['1', 101, '张三', 31110 - 1462]] }, (made) =>
    { made.properties.date1904 = true }))
  expect(plain?.people[0]?.born).toBe('1985-03-04')
})

test('[RO10] text tables: UTF-8 with and without mark, GB18030, tabs, and cells kept as text', async () => {
  const text = '楼栋,房号,姓名,身份证号\r\n3,1201,张三,="440308199901101512"\r\n'
  const gb = Buffer.from([0xc2, 0xa5, 0xb6, 0xb0, 0x2c, 0xb7, 0xbf, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x33, 0x2c, 0x31, 0x32, 0x30,
    0x31, 0x2c, 0xd5, 0xc5, 0xc8, 0xfd, 0x0a]) // 楼栋,房号,姓名 / 3,1201,张三
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(text.replaceAll(',', '\t')), gb]) {
    const [row] = await read(bytes)
    expect([row?.home.building, row?.home.room, row?.people[0]?.name]).toEqual(['3', '1201', '张三'])
  }
  expect((await read(Buffer.from(text)))[0]?.people[0]?.idNumber).toBe('440308199901101512')
})

test('[RO10] what can’t be a roster is refused with a sentence and a code', async () => {
  const good = await book({ 名单: [['姓名', '房号'], ['张三', '101']] })
  expect(await code(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toBe('old_workbook')
  expect(await code(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
  expect(await code(Buffer.from('%PDF-1.7'))).toBe('not_a_table')
  expect(await code(Buffer.from('<html><table>'))).toBe('not_a_table')
  expect(await code(Buffer.alloc(0))).toBe('empty')
  expect(await code(good.subarray(0, good.length - 200))).toBe('damaged')
  expect(await code(Buffer.from([0xff, 0x00, 0xfe, 0x80, 0x81, 0xff]))).toBe('encoding')
  expect(await code(Buffer.from('没有表头的一行字'))).toBe('read')
})

test('[RO18] people and homes in two sheets are joined by the owner’s number; a number that two homes bear is left to a person', async () => {
  const bytes = await book({ 业主: [['业主编号', '业主姓名', '手机号'], ['1', '张三', '19900000001'], ['2', '李四', '19900000002'], ['3', '王五', '']],
    房屋: [['房屋编号', '楼栋编号', '单元编号', '业主编号'], ['1201', '3', '2', '1'], ['101', '3', '1', '2'], ['102', '3', '1', '2']] })
  const rows = await read(bytes)
  expect(rows.map(({ home, verdict }) => [home.building, home.unit, home.room, verdict])).toEqual([['3', '2', '1201', 'ok'], [undefined, undefined,
    undefined, 'cannot'], [undefined, undefined, undefined, 'cannot']])
})
