import { expect, test } from 'vitest'
import { area, clockTime, count, dayAndWeekday, dayOf, daysBetween, leftOrOver, moment, money, span, storyTime, wholeDay } from './when.ts'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const now = at('2026-09-30T10:40:00')

test('days are said as in a letter: no leading zero, the year only when it is another one', () => {
  expect(dayOf(at('2026-10-12T17:30'), now)).toBe('10月12日')
  expect(dayOf(at('2025-10-12T17:30'), now)).toBe('2025年10月12日')
  expect(dayOf(at('2025-10-12T17:30'), now, 'en')).toBe('12 Oct 2025')
  expect(dayAndWeekday(now, now)).toBe('9月30日 周三')
  expect(wholeDay(now)).toBe('2026年9月30日 星期三')
})

test('the day changes at midnight in Shanghai, not in the time zone of the machine', () => {
  expect(clockTime(Date.parse('2026-09-30T15:59:00Z'))).toBe('23:59')
  expect(clockTime(Date.parse('2026-09-30T16:00:00Z'))).toBe('0:00')
  expect(daysBetween(at('2026-09-30T23:59'), at('2026-10-01T00:00'))).toBe(1)
  expect(dayOf(Date.parse('2026-12-31T16:00:00Z'), Date.parse('2026-12-31T15:59:00Z'))).toBe('2027年1月1日')
})

test('near days have names, past days of this month are short in a story', () => {
  expect(moment(at('2026-09-30T16:10'), now)).toBe('今天 16:10')
  expect(moment(at('2026-10-01T09:00'), now)).toBe('明天 9:00')
  expect(moment(at('2026-10-12T17:30'), now)).toBe('10月12日 17:30')
  expect(storyTime(at('2026-09-29T09:12'), now)).toBe('昨天 9:12')
  expect(storyTime(at('2026-09-28T20:06'), now)).toBe('28日 20:06')
  expect(storyTime(at('2026-08-28T20:06'), now)).toBe('8月28日 20:06')
  expect(storyTime(at('2026-09-28T20:06'), now, 'en')).toBe('28 Sep 20:06')
})

test('spans use at most two units and never say zero', () => {
  expect(span(38 * 60_000)).toBe('38分钟')
  expect(span(290 * 60_000)).toBe('4小时50分')
  expect(span(3 * 86_400_000 + 5)).toBe('3天')
  expect(span(1)).toBe('1分钟')
  expect(span(86_400_000, 'en')).toBe('1 day')
  expect(leftOrOver(now + 38 * 60_000, now)).toBe('还剩38分钟')
  expect(leftOrOver(now - 2 * 86_400_000, now)).toBe('超2天')
  expect(leftOrOver(now - 90 * 60_000, now, 'en')).toBe('1 h 30 min late')
})

test('amounts keep their hundredths and their commas', () => {
  expect(money(840_000)).toBe('8,400.00元')
  expect(money(-5)).toBe('-0.05元')
  expect(area(214_055)).toBe('2,140.55平方米')
  expect(count(1204)).toBe('1,204')
  expect(count(1_234_567)).toBe('1,234,567')
})

test('the end of a day is said as its 24:00, not as the next day', () => {
  const [midnight, before] = [Date.parse('2026-11-28T00:00+08:00'), Date.parse('2026-11-20T10:00+08:00')]
  expect(moment(midnight, before)).toBe('11月27日 24:00')
  expect(moment(midnight, midnight - 3_600_000)).toBe('今天 24:00')
  expect(moment(midnight + 60_000, before)).toBe('11月28日 0:01')
})
