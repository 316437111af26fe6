import { expect, test } from 'vitest'
import { FIRM_HOURS, OFFICE_HOURS, ROUND_THE_CLOCK } from '../../../rules/index.ts'
import { readSpans, sayWeek } from './week-words.ts'

const zh = { dayNames: '周一 周二 周三 周四 周五 周六 周日', daily: '每天', always: '全天',
  days: (from: string, to: string) => (from === to ? from : `${from}至${to}`) }

test('[W3] a week is said with its neighbouring days together', () => {
  expect(sayWeek(OFFICE_HOURS.week, zh, '、')).toEqual(['周一至周五 9:00–12:00、13:30–17:30'])
  expect(sayWeek(FIRM_HOURS.week, zh, '、')).toEqual(['每天 8:00–12:00、13:30–18:00'])
  expect(sayWeek(ROUND_THE_CLOCK.week, zh, '、')).toEqual(['每天 全天'])
  expect(sayWeek([[[540, 600]], ...OFFICE_HOURS.week.slice(1, 6), [[600, 660]]], zh, '、'))
    .toEqual(['周一 9:00–10:00', '周二至周五 9:00–12:00、13:30–17:30', '周日 10:00–11:00'])
})

test('[W3] hours are read as people type them, and nothing is guessed from what is unclear', () => {
  expect(readSpans('9:00-12:00 13:30-17:30')).toEqual([[540, 720], [810, 1050]])
  expect(readSpans(' 9：00 — 12：00，13:30至17:30 ')).toEqual([[540, 720], [810, 1050]])
  expect(readSpans('9-12、14-18')).toEqual([[540, 720], [840, 1080]])
  expect(readSpans('0:00-24:00')).toEqual([[0, 1440]])
  expect(readSpans('')).toEqual([])
  const unclear = ['上午', '12:00-9:00', '9:00-12:00 11:00-13:00', '9:75-10:00', '20:00-25:00', '9:00']
  for (const typed of unclear) expect([typed, readSpans(typed)]).toEqual([typed, null])
})
