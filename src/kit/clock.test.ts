import { afterEach, expect, test, vi } from 'vitest'
import { addMinutes, clockOffset, now, setClockOffset, shanghaiDay } from './clock.ts'

afterEach(() => { setClockOffset(0); vi.useRealTimers() })

test('the product’s clock runs as far from the machine’s as it was set', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-20T02:40:00Z') })
  expect(now().toISOString()).toBe('2026-11-20T02:40:00.000Z')
  setClockOffset(-86_400_000)
  expect(clockOffset()).toBe(-86_400_000)
  expect(now().toISOString()).toBe('2026-11-19T02:40:00.000Z')
})

test('a civil day begins at midnight in Shanghai, whatever the machine’s zone', () => {
  expect(shanghaiDay(new Date('2026-11-19T15:59:59.999Z'))).toBe('2026-11-19')
  expect(shanghaiDay(new Date('2026-11-19T16:00:00.000Z'))).toBe('2026-11-20')
  expect(shanghaiDay(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
  expect(shanghaiDay(new Date('2028-02-28T16:00:00Z'))).toBe('2028-02-29')
})

test('minutes are added to a moment and the moment itself stays', () => {
  const at = new Date('2026-11-20T02:40:00Z')
  expect(addMinutes(at, 90).toISOString()).toBe('2026-11-20T04:10:00.000Z')
  expect(addMinutes(at, -0.5).toISOString()).toBe('2026-11-20T02:39:30.000Z')
  expect(at.toISOString()).toBe('2026-11-20T02:40:00.000Z')
})
