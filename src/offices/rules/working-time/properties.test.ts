import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  budgetOf, dueAfter, elapsed, explain, isWorkingDay, dayOf, dutyOn, NATIONAL_CALENDAR, noticeAt, OFFICE_HOURS, replay, startOf, warnAt,
  type ClockEntry, type DaySpan, type DutyHours, type Pace, type Time,
} from './index.ts'

const MINUTE = 60_000
const calendar = NATIONAL_CALENDAR
const from = fc.integer({ min: startOf('2016-03-01') / MINUTE, max: startOf('2026-06-01') / MINUTE }).map((minute) => minute * MINUTE)

const spans: fc.Arbitrary<DaySpan[]> = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 }).map((cuts) => {
  const sorted = [...cuts].sort((a, b) => a - b)
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => [sorted[2 * i] ?? 0, sorted[2 * i + 1] ?? 0] as const)
})
const someHours: fc.Arbitrary<DutyHours> = fc
  .record({ week: fc.array(spans, { minLength: 7, maxLength: 7 }), holidays: fc.constantFrom('closed', 'open') })
  .filter(({ week }) => (week[0] ?? []).length > 0)
  .map((made) => ({ ...OFFICE_HOURS, ...made }))
const somePace: fc.Arbitrary<Pace> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 400 }), unit: fc.constantFrom('minute' as const, 'hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant('working_hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom('day' as const, 'working_day' as const) }))
const timeWith = (hours: DutyHours): Time => ({ calendar, hoursOf: () => hours, hoursIdOf: () => hours.id })
const start = (at: number, pace: Pace): ClockEntry => ({ at, kind: 'start', pace, why: 'test' })
const pause = (at: number, minutes: number): ClockEntry[] =>
  [{ at, kind: 'pause', why: 'test' }, { at: at + minutes * MINUTE, kind: 'resume', why: 'test' }]
const later = fc.integer({ min: 1, max: 15_000 })
const pauses = fc.array(fc.tuple(later, fc.integer({ min: 1, max: 6000 })), { maxLength: 4 })
const history = fc.record({ at: from, pace: somePace, hours: someHours, pauses })
const ledger = ({ at, pace, pauses: some }: { at: number; pace: Pace; pauses: [number, number][] }): ClockEntry[] =>
  [start(at, pace), ...some.flatMap(([after, long]) => pause(at + after * MINUTE, long))]

test('[W4] working hours are what a walk minute by minute counts', () => {
  fc.assert(fc.property(from, someHours, fc.integer({ min: 1, max: 1500 }), (at, hours, minutes) => {
    let [left, now, day, duty] = [minutes, at, '', [] as readonly DaySpan[]]
    while (left > 0) {
      if (dayOf(now) !== day) { day = dayOf(now); duty = dutyOn(hours, calendar, day) }
      const minute = (now - startOf(day)) / MINUTE
      if (duty.some(([a, b]) => a <= minute && minute < b)) left -= 1
      now += MINUTE
    }
    expect(dueAfter({ amount: minutes / 60, unit: 'working_hour' }, hours, calendar, at).due).toBe(now)
  }), { numRuns: 60 })
})

test('[W5] working days are what a walk day by day counts', () => {
  fc.assert(fc.property(from, fc.integer({ min: 1, max: 40 }), (at, n) => {
    let [left, day] = [n, dayOf(at)]
    while (left > 0) {
      day = dayOf(startOf(day) + 30 * 60 * MINUTE)
      if (isWorkingDay(calendar, day)) left -= 1
    }
    expect(dueAfter({ amount: n, unit: 'working_day' }, OFFICE_HOURS, calendar, at).due).toBe(startOf(day) + 1050 * MINUTE)
  }))
})

test('[W8] pausing never moves a due time earlier, and the order in which entries come does not matter', () => {
  fc.assert(fc.property(history, fc.tuple(later, fc.integer({ min: 1, max: 6000 })), (one, [after, long]) => {
    const time = timeWith(one.hours)
    const before = replay(ledger(one), time)
    const more = replay([...ledger(one), ...pause(one.at + after * MINUTE, long)], time)
    if (before.wouldBe === null || more.wouldBe === null) throw new Error('both run')
    // a pause within another one ends it at its own resume; only what lies apart is a pause more
    const apart = one.pauses.every(([a, l]) => after + long < a || a + l < after)
    if (apart) expect(more.wouldBe).toBeGreaterThanOrEqual(before.wouldBe)
    const times = new Set(ledger(one).map(({ at }) => at))
    if (times.size === ledger(one).length) expect(replay([...ledger(one)].reverse(), time)).toEqual(before)
  }))
})

test('[W4] two budgets one after the other are one: hours from any hours, working days of an office', () => {
  const amounts = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  const units = fc.constantFrom('minute' as const, 'hour' as const, 'working_hour' as const)
  fc.assert(fc.property(from, someHours, amounts, units, (at, hours, [a, b], unit) => {
    const first = dueAfter({ amount: a, unit }, hours, calendar, at).due
    expect(dueAfter({ amount: b, unit }, hours, calendar, first).due).toBe(dueAfter({ amount: a + b, unit }, hours, calendar, at).due)
  }))
  fc.assert(fc.property(from, amounts, (at, [a, b]) => {
    const days = (amount: number, since: number) => dueAfter({ amount, unit: 'working_day' }, OFFICE_HOURS, calendar, since).due
    expect(days(b, days(a, at))).toBe(days(a + b, at))
  }))
})

test('[W11] an explanation ends with the due time, and what its days used sums to the budget', () => {
  fc.assert(fc.property(history, (one) => {
    const entries = ledger(one)
    const time = timeWith(one.hours)
    const { steps, due, provisional } = explain(entries, time)
    const clock = replay(entries, time)
    expect([due, provisional]).toEqual([clock.wouldBe, clock.provisional])
    expect(steps.reduce((sum, { used }) => sum + used, 0)).toBe(budgetOf(one.pace))
    expect(steps.at(-1)).toMatchObject({ kind: 'due', day: dayOf((due ?? 0) - 1) })
    expect(elapsed(entries, time, due ?? 0).used).toBe(budgetOf(one.pace))
    const minutes = steps.flatMap(({ spans: counted }) => counted).reduce((sum, [a, b]) => sum + b - a, 0)
    if (one.pace.unit === 'working_hour') expect(Math.round(minutes)).toBe(one.pace.amount * 60)
  }))
})

test('[W2] one start replayed is the preview', () => {
  fc.assert(fc.property(from, somePace, someHours, (at, pace, hours) => {
    const clock = replay([start(at, pace)], timeWith(hours))
    expect({ due: clock.due, provisional: clock.provisional }).toEqual(dueAfter(pace, hours, calendar, at))
  }))
})

test('[W10] a warning lies as much duty time before the due time as was asked; a notice lies on duty and never before', () => {
  fc.assert(fc.property(from, someHours, fc.integer({ min: 1, max: 20 }), (at, hours, amount) => {
    const { due } = dueAfter({ amount: 30, unit: 'working_hour' }, hours, calendar, at)
    const warned = warnAt(due, { amount, unit: 'working_hour' }, hours, { calendar })
    expect(dueAfter({ amount, unit: 'working_hour' }, hours, calendar, warned).due).toBe(due)
    const told = noticeAt(at, hours, calendar)
    const minute = (told - startOf(dayOf(told))) / MINUTE
    expect(told).toBeGreaterThanOrEqual(at)
    expect(dutyOn(hours, calendar, dayOf(told)).some(([a, b]) => a <= minute && minute < b)).toBe(true)
  }))
})

test('[W2] hours that hold no time are refused with an error instead of counting for ever', () => {
  const never: DutyHours = { ...OFFICE_HOURS, week: [[], [], [], [], [], [], []] }
  expect(() => dueAfter({ amount: 1, unit: 'working_hour' }, never, calendar, 0)).toThrow(RangeError)
  expect(() => noticeAt(0, never, calendar)).toThrow(RangeError)
})
