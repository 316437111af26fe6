import { expect, test } from 'vitest'
import { cell, csvOf, written } from './export-list.ts'

test('a cell that a spreadsheet program would take for a formula is kept as text', () => {
  expect(['=1+1', '+86', '-3', '@here', '梧桐苑'].map(cell)).toEqual(['"\'=1+1"', '"\'+86"', '"\'-3"', '"\'@here"', '"梧桐苑"'])
  expect(cell('说“好”，"行"')).toBe('"说“好”，""行"""')
})

test('a list opens in Excel with its Chinese intact: byte order mark, CRLF, one row a line', () => {
  expect(csvOf([['编号', '事由'], ['1120-0HC1', '油烟']])).toBe('\uFEFF"编号","事由"\r\n"1120-0HC1","油烟"\r\n')
})

test('times in a file are whole dates, in the time of the place', () => {
  expect(written('2026-11-20T16:30:00.000Z')).toBe('2026-11-21 00:30')
  expect(written(null)).toBe('')
})
