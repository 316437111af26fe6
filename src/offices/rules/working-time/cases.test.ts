/** The cases that other systems got wrong, with their numbers. Times are written as they are said in Shanghai. */
import { expect, test } from 'vitest'
import {
  calendarWith, dueAfter, elapsed, explain, explainPace, NATIONAL_CALENDAR, noticeAt, OFFICE_HOURS, replay, ROUND_THE_CLOCK, warnAt,
  type Calendar, type ClockEntry, type DaySpan, type DutyHours, type Pace, type Time,
} from './index.ts'

const at = (said: string): number => Date.parse(`${said.replace(' ', 'T')}:00+08:00`)
const say = (ms: number | null): string | null =>
  (ms === null ? null : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
const pace = (amount: number, unit: Pace['unit']): Pace => ({ amount, unit })
const hours = (spans: readonly DaySpan[], days = 5): DutyHours =>
  ({ ...OFFICE_HOURS, week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < days ? spans : [])) })
const due = (one: Pace, by: DutyHours, from: string, calendar: Calendar = NATIONAL_CALENDAR) => say(dueAfter(one, by, calendar, at(from)).due)
const off = (day: string) => ({ day, work: false, name: { zh: '假', en: 'off' }, source: { law: '演示' } })
const time = (by: DutyHours = OFFICE_HOURS, calendar: Calendar = NATIONAL_CALENDAR): Time =>
  ({ calendar, hoursOf: (id) => (id === 'always' ? ROUND_THE_CLOCK : by), hoursIdOf: () => by.id })
const entry = (said: string, kind: ClockEntry['kind'], more: Partial<ClockEntry> = {}): ClockEntry => ({ at: at(said), kind, why: 'test', ...more })
const start = (said: string, one: Pace) => entry(said, 'start', { pace: one })

test('[W4] (case 1) 48 working hours at 12 a day, begun at 23:00 with two holidays inside, end with the fourth working day', () => {
  const calendar = calendarWith(NATIONAL_CALENDAR, [off('2026-11-24'), off('2026-11-26')])
  expect(due(pace(48, 'working_hour'), hours([[480, 1200]]), '2026-11-22 23:00', calendar)).toBe('2026-11-30 20:00')
})

test('[W4] (case 2) one hour from Friday 16:30 with duty from 9 to 17 ends on Monday at 9:30', () => {
  expect(due(pace(1, 'working_hour'), hours([[540, 1020]]), '2026-11-20 16:30')).toBe('2026-11-23 09:30')
})

test('[W4] (case 3) what is created during the lunch break begins to count when it ends', () => {
  const lunch = hours([[540, 720], [810, 1050]])
  expect(due(pace(1, 'working_hour'), lunch, '2026-11-20 12:30')).toBe('2026-11-20 14:30')
  expect(explainPace(pace(1, 'working_hour'), lunch, NATIONAL_CALENDAR, at('2026-11-20 12:30')).steps[0]).toMatchObject({ spans: [[810, 870]] })
})

test('[W1] (case 4) a Saturday that is worked counts, a Monday that is a holiday does not', () => {
  expect(due(pace(2, 'working_day'), OFFICE_HOURS, '2026-05-07 10:00')).toBe('2026-05-09 17:30') // Saturday 9 May is worked
  expect(due(pace(1, 'working_day'), OFFICE_HOURS, '2026-04-03 10:00')).toBe('2026-04-07 17:30') // Monday 6 April is 清明
  expect(due(pace(8, 'working_hour'), OFFICE_HOURS, '2026-05-08 16:30')).toBe('2026-05-09 17:30')
})

test('[W9] (case 5) a policy that comes later holds for the whole history, and an old pause stays subtracted', () => {
  const paused = [start('2026-11-16 10:00', pace(10, 'working_day')), entry('2026-11-17 10:00', 'pause'), entry('2026-11-20 10:00', 'resume')]
  const raised = [...paused, entry('2026-11-20 11:00', 'policy', { pace: pace(3, 'working_day') })]
  expect(say(replay(paused, time()).due)).toBe('2026-12-03 17:30')
  expect(say(replay(raised, time()).due)).toBe('2026-11-24 17:30') // without the pause it would be the 19th
  const whilePaused = [...paused.slice(0, 2), entry('2026-11-18 09:00', 'policy', { pace: pace(3, 'working_day') }),
    entry('2026-11-20 10:00', 'resume')]
  expect(say(replay(whilePaused, time()).due)).toBe('2026-11-24 17:30')
  const byTheHour = entry('2026-11-20 12:00', 'policy', { pace: pace(7, 'hour'), hours: 'always' })
  expect(say(replay([...raised, byTheHour], time()).due)).toBe('2026-11-16 17:00')
})

test('[W10] (case 6) a warning one hour before Tuesday 11:00 is Tuesday 10:00, and before Monday 9:30 on Friday', () => {
  expect(say(warnAt(at('2026-11-24 11:00'), pace(1, 'working_hour'), OFFICE_HOURS, time()))).toBe('2026-11-24 10:00')
  expect(say(warnAt(at('2026-11-23 09:30'), pace(1, 'working_hour'), OFFICE_HOURS, time()))).toBe('2026-11-20 17:00')
  expect(say(warnAt(at('2026-11-23 14:00'), pace(1, 'working_hour'), OFFICE_HOURS, time()))).toBe('2026-11-23 11:30')
  expect(say(warnAt(at('2026-11-24 11:00'), pace(90, 'minute'), OFFICE_HOURS, time()))).toBe('2026-11-24 09:30')
  expect(say(warnAt(at('2026-11-23 17:30'), pace(1, 'working_day'), OFFICE_HOURS, time()))).toBe('2026-11-20 17:30')
  expect(say(warnAt(at('2026-11-23 17:30'), pace(1, 'day'), OFFICE_HOURS, time()))).toBe('2026-11-22 17:30')
})

test('[W10] (case 7) a breach at midnight on Sunday is told when duty begins, and stays at midnight', () => {
  const breach = at('2026-11-22 00:00')
  const clock = replay([start('2026-11-21 00:00', pace(24, 'hour'))], time())
  expect(clock.due).toBe(breach)
  expect(say(noticeAt(breach, OFFICE_HOURS, NATIONAL_CALENDAR))).toBe('2026-11-23 09:00')
  expect(noticeAt(breach, ROUND_THE_CLOCK, NATIONAL_CALENDAR)).toBe(breach)
  expect(['2026-11-23 10:00', '2026-11-23 12:00', '2026-11-23 17:30'].map((said) => say(noticeAt(at(said), OFFICE_HOURS, NATIONAL_CALENDAR))))
    .toEqual(['2026-11-23 10:00', '2026-11-23 13:30', '2026-11-24 09:00'])
})

test('[W8] (case 10) two pauses that begin in the same minute of one day are both subtracted, once', () => {
  const base = at('2026-11-20 10:00')
  const second = (n: number, kind: ClockEntry['kind']): ClockEntry => ({ at: base + n * 1000, kind, why: 'test' })
  const entries = [start('2026-11-20 09:00', pace(2, 'hour')), second(5, 'pause'), second(20, 'resume'), second(40, 'pause'),
    second(1840, 'resume')]
  expect(replay(entries, time()).due).toBe(at('2026-11-20 11:00') + 15_000 + 1_800_000)
  const twice = [...entries, second(40, 'pause'), second(1840, 'resume')]
  expect(replay(twice, time()).due).toBe(replay(entries, time()).due)
  const within = [...entries, second(600, 'pause')] // a pause in a pause ends with it
  expect(replay(within, time()).due).toBe(replay(entries, time()).due)
})

test('[W8] (case 9) what ended runs again by a new start alone', () => {
  const ended = [start('2026-11-16 10:00', pace(3, 'working_day')), entry('2026-11-18 10:00', 'stop')]
  for (const kind of ['resume', 'policy', 'pause', 'stop'] as const) {
    expect(replay([...ended, entry('2026-11-19 10:00', kind, { pace: pace(1, 'hour') })], time())).toEqual(replay(ended, time()))
  }
  expect(replay(ended, time())).toMatchObject({ state: 'stopped', due: null, wouldBe: at('2026-11-19 17:30'), stoppedAt: at('2026-11-18 10:00') })
  const anew = start('2026-11-20 10:00', pace(3, 'working_day'))
  expect(replay([...ended, anew], time())).toMatchObject({ state: 'running', due: at('2026-11-25 17:30') })
})

test('[W5] five working days from 29 September end on 12 October at the end of duty, whatever hour it began', () => {
  for (const from of ['2026-09-29 00:00', '2026-09-29 09:12', '2026-09-29 23:59']) {
    expect(due(pace(5, 'working_day'), OFFICE_HOURS, from)).toBe('2026-10-12 17:30')
  }
})

test('[W6] a period of days that ends on a day of rest moves on; a reading that says otherwise is a dated switch', () => {
  expect(due(pace(7, 'day'), OFFICE_HOURS, '2026-09-28 09:00')).toBe('2026-10-08 17:30')
  expect(due(pace(2, 'day'), OFFICE_HOURS, '2026-11-20 09:00')).toBe('2026-11-23 17:30') // Sunday
  expect(due(pace(3, 'day'), ROUND_THE_CLOCK, '2026-11-23 09:00')).toBe('2026-11-27 00:00') // midnight at the end of the 26th
  const reading = (endOnHolidayMovesOn: boolean, weekendIsHoliday: boolean): Calendar => ({ ...NATIONAL_CALENDAR,
    readings: [{ validFrom: '2021-01-01', endOnHolidayMovesOn, weekendIsHoliday, source: { law: '演示' } }] })
  expect(due(pace(2, 'day'), OFFICE_HOURS, '2026-11-20 09:00', reading(true, false))).toBe('2026-11-23 00:00')
  expect(due(pace(7, 'day'), OFFICE_HOURS, '2026-09-28 09:00', reading(true, false))).toBe('2026-10-08 17:30')
  expect(due(pace(7, 'day'), OFFICE_HOURS, '2026-09-28 09:00', reading(false, true))).toBe('2026-10-06 00:00')
})

test('[W8] a pause within a day moves no day; a pause over the end of duty moves the due time by that day', () => {
  const paused = (from: string, to: string) =>
    say(replay([start('2026-11-16 10:00', pace(3, 'working_day')), entry(from, 'pause'), entry(to, 'resume')], time()).due)
  expect(paused('2026-11-17 09:00', '2026-11-17 17:29')).toBe('2026-11-19 17:30')
  expect(paused('2026-11-17 17:00', '2026-11-17 18:00')).toBe('2026-11-20 17:30')
  expect(paused('2026-11-17 17:30', '2026-11-18 09:00')).toBe('2026-11-19 17:30')
})

test('[W7] a stage that crosses into 2027 is provisional; minutes and hours never are', () => {
  const year = (one: Pace, from: string, by = OFFICE_HOURS) => dueAfter(one, by, NATIONAL_CALENDAR, at(from)).provisional
  expect([year(pace(5, 'working_day'), '2026-12-28 10:00'), year(pace(5, 'working_day'), '2026-12-14 10:00')]).toEqual([true, false])
  expect([year(pace(100, 'hour'), '2026-12-30 10:00'), year(pace(9, 'working_hour'), '2026-12-30 10:00', ROUND_THE_CLOCK)]).toEqual([false, false])
  expect([year(pace(10, 'day'), '2026-12-10 10:00'), year(pace(30, 'day'), '2026-12-10 10:00')]).toEqual([false, true])
})

test('[W8] while it is paused there is no due time, and what is used stands still', () => {
  const entries = [start('2026-11-20 09:00', pace(4, 'working_hour')), entry('2026-11-20 10:00', 'pause')]
  expect(replay(entries, time())).toMatchObject({ state: 'paused', due: null, wouldBe: at('2026-11-20 14:30') })
  for (const said of ['2026-11-20 10:00', '2026-11-20 15:00', '2026-11-25 10:00']) {
    expect(elapsed(entries, time(), at(said))).toEqual({ used: 3_600_000, budget: 14_400_000 })
  }
  expect(elapsed(entries.slice(0, 1), time(), at('2026-11-23 10:00'))).toEqual({ used: 8 * 3_600_000, budget: 14_400_000 })
  expect(elapsed([start('2026-11-20 09:00', pace(2, 'working_day'))], time(), at('2026-11-24 17:30'))).toEqual({ used: 2, budget: 2 })
  expect(replay([], time())).toMatchObject({ state: 'idle', due: null })
})

test('[W11] the sentence says what was left out, what was worked instead and what is not settled yet', () => {
  const said = (one: Pace, from: string) => explainPace(one, OFFICE_HOURS, NATIONAL_CALENDAR, at(from)).sentence
  expect(said(pace(5, 'working_day'), '2026-09-29 09:12').zh)
    .toBe('给5个工作日，从9月29日的次日算起，到最后一天下班为止。国庆节10月1日至7日放假不算，10月10日补班算，周末不算。')
  expect(said(pace(7, 'day'), '2026-09-28 09:12').en).toContain('would end on 5 October, a holiday (National Day), and moves on to 8 October')
  expect(said(pace(5, 'working_day'), '2026-12-28 09:00').zh).toContain('2027年的放假安排还没有公布，时间暂定')
  const steps = explainPace(pace(5, 'working_day'), OFFICE_HOURS, NATIONAL_CALENDAR, at('2026-09-29 09:12')).steps
  const week = Array.from({ length: 7 }, () => 'off')
  expect(steps.map(({ kind }) => kind)).toEqual(['start', 'counted', ...week, 'counted', 'counted', 'make_up', 'off', 'due'])
  const paused = explain([start('2026-11-20 09:00', pace(4, 'working_day')), entry('2026-11-23 10:00', 'pause')], time())
  expect(paused).toMatchObject({ due: null, sentence: { zh: expect.stringContaining('11月23日 10:00起暂停') } })
  expect(paused.steps.at(-1)).toMatchObject({ day: '2026-11-23', kind: 'paused' })
})
