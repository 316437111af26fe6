import { expect, test } from 'vitest'
import { dueStrip } from './due-strip.ts'

const words = { start: '起算', due: '到期', nth: (n: number) => `第${n}天`, now: '现在' }
const at = (text: string) => Date.parse(`${text}+08:00`)

test('a week is drawn as days, the first framed and the last due', () => {
  const strip = dueStrip(at('2026-11-20T10:40:00'), at('2026-11-27T10:40:00'), at('2026-11-21T09:00:00'), words)
  if (!('days' in strip)) throw new Error('days were expected')
  expect(strip.days.map(({ day, kind }) => `${day} ${kind}`)).toEqual(['20 start', '21 counted', '22 counted', '23 counted', '24 counted',
    '25 counted', '26 counted', '27 due'])
})

test('a stage that ends just after a midnight still has its day of due', () => {
  const strip = dueStrip(at('2026-11-20T23:30:00'), at('2026-11-22T00:10:00'), at('2026-11-21T09:00:00'), words)
  if (!('days' in strip)) throw new Error('days were expected')
  expect(strip.days.map(({ day }) => day)).toEqual([20, 21, 22])
})

test('a few hours are one bar whose share lies where now is', () => {
  const strip = dueStrip(at('2026-11-20T22:00:00'), at('2026-11-21T02:00:00'), at('2026-11-20T23:00:00'), words)
  if (!('hours' in strip)) throw new Error('hours were expected')
  expect(strip.hours.spans.map(({ from, to, kind }) => [from, to, kind])).toEqual([[0, 60, 'counted'], [60, 240, 'rest']])
  expect(strip.hours.ticks.map(({ word }) => word)).toEqual(['22:00', '现在', '2:00'])
})

test('once late the whole bar is used up', () => {
  const strip = dueStrip(at('2026-11-20T08:00:00'), at('2026-11-20T12:00:00'), at('2026-11-20T15:00:00'), words)
  if (!('hours' in strip)) throw new Error('hours were expected')
  expect(strip.hours.spans.map(({ from, to }) => [from, to])).toEqual([[0, 240]])
})
