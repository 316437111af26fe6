import ExcelJS from '@protobi/exceljs'
import { expect, test } from 'vitest'
import { xlsxOf } from './xlsx.ts'

test('a table opens again with the same cells, Chinese, signs and what looks like a formula included', async () => {
  const rows = [['编号', '超多少', '说的话'], ['1120-K7', 26, '=1+1 <b>"楼道灯"&门</b>'], ['1120-Q2', null, '\u0001上\n下']] as const
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(xlsxOf('督办/清单', rows).buffer)
  const sheet = book.worksheets[0]
  expect(sheet?.name).toBe('督办 清单')
  expect(sheet?.getRow(1).values).toEqual([undefined, '编号', '超多少', '说的话'])
  expect(sheet?.getCell('B2').value).toBe(26)
  expect(sheet?.getCell('C2').value).toBe('=1+1 <b>"楼道灯"&门</b>')
  expect(sheet?.getCell('B3').value).toBeNull()
  expect(sheet?.getCell('C3').value).toBe('上\n下')
})
