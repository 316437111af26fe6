import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asOthersSee, halfDay } from './others.ts'

test('[R11] others see the half-day and the post, never person, minute, id or facts', () => {
  const act = { kind: 'matter.filed', at: Date.parse('2026-11-20T10:40:00+08:00'), actorPost: 'p', actorPerson: 'x', channel: 'field', id: 'i',
    facts: { a: 1 } }
  expect(asOthersSee(act)).toEqual({ kind: 'matter.filed', day: '2026-11-20', half: 'am', post: 'p', channel: 'field' })
})

test('[R11] the half-day turns at noon and at midnight in Shanghai', () => {
  expect(halfDay(Date.parse('2026-11-20T11:59:59.999+08:00'))).toEqual({ day: '2026-11-20', half: 'am' })
  expect(halfDay(Date.parse('2026-11-20T12:00:00+08:00'))).toEqual({ day: '2026-11-20', half: 'pm' })
  expect(halfDay(Date.parse('2026-12-31T23:59:59.999+08:00'))).toEqual({ day: '2026-12-31', half: 'pm' })
  expect(halfDay(Date.parse('2028-02-29T00:00:00+08:00'))).toEqual({ day: '2028-02-29', half: 'am' })
})

test('[R11] the date is that of the calendar on every day', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 253_402_200_000_000 }), at => {
    expect(halfDay(at).day).toBe(new Date(at + 8 * 3_600_000).toISOString().slice(0, 10))
  }), { numRuns: 2000 })
})
