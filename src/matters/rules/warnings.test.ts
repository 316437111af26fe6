import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noticeAt, OFFICE_HOURS, ROUND_THE_CLOCK } from '../../offices/rules/index.ts'
import type { Clock } from './clock-state.ts'
import { filedMatter, HOUR, momentAt, monday } from './matter.testing.ts'
import { nextTimer, outlived, warningOf, warningsBetween } from './warnings.ts'

const { time } = momentAt(0)
const clock = (over: Partial<Clock>): Clock => ({ stage: 'finish', org: null, state: 'running', due: monday + 80 * HOUR, provisional: false, from: monday,
  hours: OFFICE_HOURS.id, rung: 0, rungAt: null, ...over })
const says = (over: Partial<Clock>): string | null => {
  const found = warningOf(clock(over), time)
  return found && new Date(found.at + 8 * HOUR).toISOString().slice(0, 16)
}
const at = (text: string): number => Date.parse(`${text}:00+08:00`)

test('[M49] (case 6) warned an hour of duty before, or on the morning of the last day; never for a clock of minutes', () => {
  expect(says({ stage: 'sign', from: at('2026-11-23T15:30'), due: at('2026-11-24T11:00') })).toBe('2026-11-24T10:00')
  expect(says({ stage: 'sign', from: at('2026-11-20T14:00'), due: at('2026-11-23T09:30') })).toBe('2026-11-20T17:00')
  expect(says({ from: at('2026-11-16T10:00'), due: at('2026-11-19T17:30') })).toBe('2026-11-19T09:00')
  expect(says({ from: at('2026-11-16T22:00'), due: at('2026-11-17T22:00'), hours: ROUND_THE_CLOCK.id })).toBe('2026-11-17T21:00')
  expect(says({ stage: 'sign', from: at('2026-11-16T22:00'), due: at('2026-11-16T22:30'), hours: ROUND_THE_CLOCK.id })).toBeNull()
  for (const none of [{ state: 'paused' }, { rung: 1 }, { stage: 'verify' }, { stage: 'ruling' }, { stage: 'verdict' }] as const) expect(says(none)).toBeNull()
})

const anyClock = fc.record({ from: fc.integer({ min: 0, max: 400 }), long: fc.integer({ min: 1, max: 900 }), wall: fc.boolean(),
  stage: fc.constantFrom('sign', 'contact', 'finish', 'reply', 'verify') }).map(({ from, long, wall, stage }) => clock({ stage,
  from: monday + from * HOUR / 4, due: monday + (from + long) * HOUR / 4, hours: wall ? ROUND_THE_CLOCK.id : OFFICE_HOURS.id }))

test('[M49] a warning lies on duty, after the start and before the deadline; each is waited for once, and told late only before the deadline', () => {
  fc.assert(fc.property(anyClock, fc.integer({ min: 0, max: 600 }), (one, late) => {
    const matter = { ...filedMatter, clocks: [one] }
    const warning = warningOf(one, time)
    const before = nextTimer(matter, time, one.from)
    if (warning === null) {
      expect(before?.step).not.toBe('warn')
      return
    }
    expect(warning.at > one.from && warning.at < one.due && noticeAt(warning.at, time.hoursOf(one.hours), time.calendar) === warning.at).toBe(true)
    expect(before).toEqual({ step: 'warn', at: warning.at })
    expect(nextTimer(matter, time, warning.at)?.step).not.toBe('warn')
    const now = warning.at + late * HOUR / 4
    for (const told of warningsBetween(matter, time, warning.at, now)) expect(told.at >= now && told.at < one.due).toBe(true)
    expect(outlived(matter, matter.clocks, time, now)).toEqual([])
    expect(outlived(matter, [{ ...one, due: one.due + HOUR }], time, now)).toHaveLength(1)
  }))
})
