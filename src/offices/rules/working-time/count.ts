/** Counting a budget of time, day by day. Everything that says when a stage is due walks through here. */
import { civilDay } from '../../../kit/pure.ts'
import { dayFact, isOpenDay, isWorkingDay, readingOn, type Calendar } from './calendar.ts'
import { dayNumberAt, DAY_MS, MINUTE_MS, startOfNumber, type CivilDay } from './days.ts'
import { dutyOn, type DaySpan, type DutyHours } from './hours.ts'
import type { Interval, Pace } from './ledger.ts'

/** What is counted: from when, how much, by which hours, without which stretches. `until`: count no further than this moment (epoch ms). */
export type Count = {
  readonly from: number
  readonly pace: Pace
  readonly hours: DutyHours
  readonly calendar: Calendar
  readonly pauses: readonly Interval[]
  readonly until?: number
}

/**
 * One day of a count. `used` and the sum so far are in the measure of the unit: milliseconds for minutes and hours, days for days.
 * `counted`: the stretches that were counted, epoch ms; none for days. `extends`: the budget was used up, but this day cannot end a period.
 */
export type DayCount = { readonly day: CivilDay; readonly duty: readonly DaySpan[]; readonly counted: readonly Interval[]; readonly used: number
  readonly extends: boolean }

/** What a walk found. `due` null when it was stopped by `until` before the budget was used up. `open`: a day was looked at that is not published. */
export type Counted = { readonly due: number | null; readonly used: number; readonly open: boolean; readonly days: readonly DayCount[] }

/** Longer than any period; a count that has not ended by then never will. */
const LONGEST_DAYS = 40_000
const WHOLE_DAY: readonly DaySpan[] = [[0, 1440]]
const UNIT_MS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, working_hour: 60 * MINUTE_MS } as const

/** True when a pace counts whole days. */
export const isByDay = (pace: Pace): boolean => pace.unit === 'day' || pace.unit === 'working_day'

/** A pace in the measure of its unit: milliseconds for minutes and hours, days for days. [W2] */
export function budgetOf({ amount, unit }: Pace): number {
  return unit === 'day' || unit === 'working_day' ? Math.ceil(amount) : Math.round(amount * UNIT_MS[unit])
}

/** What is left of a stretch without the pauses, in order. */
export function without(stretch: Interval, pauses: readonly Interval[]): readonly Interval[] {
  return pauses.reduce<readonly Interval[]>((left, [from, to]) => left.flatMap(([start, end]): readonly Interval[] => {
    if (to <= start || end <= from) return [[start, end]]
    return [[start, from] as const, [to, end] as const].filter(([a, b]) => a < b)
  }), [stretch])
}

/** When a day of duty ends, in epoch ms: its last span's end; a day without duty at midnight. */
const closeOf = (n: number, duty: readonly DaySpan[]): number => startOfNumber(n) + (duty.at(-1)?.[1] ?? 1440) * MINUTE_MS

/** True when a clock ran in the moment before: a pause that begins exactly then has not stopped it yet. */
const ranBefore = (at: number, pauses: readonly Interval[]): boolean => !pauses.some(([from, to]) => from < at && at <= to)

type Day = { readonly n: number; readonly day: CivilDay; readonly duty: readonly DaySpan[] }
type Tally = { readonly count: DayCount; readonly due: number | null }

/** Hours and minutes: the stretches of one day that count, up to the moment at which the budget is used up. [W4] */
function byStretches(count: Count, { n, day, duty }: Day, left: number): Tally {
  const start = startOfNumber(n)
  const spans = count.pace.unit === 'working_hour' ? duty : WHOLE_DAY
  const counted: Interval[] = []
  let used = 0
  for (const [fromMinute, toMinute] of spans) {
    const [from, to] = [Math.max(count.from, start + fromMinute * MINUTE_MS), Math.min(count.until ?? Infinity, start + toMinute * MINUTE_MS)]
    for (const [a, b] of from < to ? without([from, to], count.pauses) : []) {
      const end = Math.min(b, a + left - used)
      counted.push([a, end])
      used += end - a
      if (used >= left) return { count: { day, duty, counted, used, extends: false }, due: end }
    }
  }
  return { count: { day, duty, counted, used, extends: false }, due: null }
}

/** True when a period of days may end on a day: natural days are moved on from a day of rest, where the reading says so. [W6] */
function mayEnd({ pace, calendar, from }: Count, day: CivilDay): boolean {
  if (pace.unit === 'working_day' || isWorkingDay(calendar, day)) return true
  const reading = readingOn(calendar, civilDay(dayNumberAt(from)))
  return !reading.endOnHolidayMovesOn || (dayFact(calendar, day) === undefined && !reading.weekendIsHoliday)
}

/** Days: a day after the first is used when its end of duty is reached while the clock runs. [W5] */
function byDays(count: Count, { n, day, duty }: Day, left: number): Tally {
  const close = closeOf(n, duty)
  const first = n === dayNumberAt(count.from)
  const counts = count.pace.unit === 'day' || (isWorkingDay(count.calendar, day) && duty.length > 0)
  const reached = !first && counts && close <= (count.until ?? Infinity) && ranBefore(close, count.pauses)
  const used = reached && left > 0 ? 1 : 0
  const full = reached && left - used <= 0
  const due = full && mayEnd(count, day) ? close : null
  return { count: { day, duty, counted: [], used, extends: full && due === null }, due }
}

/** The days on which a count looks at the calendar: all when working time is counted, else those on which natural days could end. */
const looksAt = ({ pace, hours }: Count, tally: Tally): boolean => {
  if (pace.unit === 'working_day') return true
  if (pace.unit === 'working_hour') return hours.holidays === 'closed'
  return pace.unit === 'day' && (tally.due !== null || tally.count.extends)
}

/**
 * Walks from the start until the budget is used up, or until `until`. Budgets of nothing are due at once.
 * Throws RangeError when no duty ever comes, as with hours that hold no time. [W2] [W4] [W5]
 */
export function countTime(count: Count): Counted {
  const budget = budgetOf(count.pace)
  const last = dayNumberAt(count.until ?? Infinity)
  const walk = isByDay(count.pace) ? byDays : byStretches
  const days: DayCount[] = []
  let [used, open] = [0, false]
  if (budget <= 0) return { due: count.from, used, open, days }
  for (let n = dayNumberAt(count.from); n <= last; n++) {
    if (days.length > LONGEST_DAYS) throw new RangeError(`duty hours ${count.hours.id} never hold ${String(count.pace.amount)} ${count.pace.unit}`)
    const day = civilDay(n)
    const tally = walk(count, { n, day, duty: dutyOn(count.hours, count.calendar, day) }, budget - used)
    days.push(tally.count)
    used += tally.count.used
    if (looksAt(count, tally) && isOpenDay(count.calendar, day)) open = true
    if (tally.due !== null) return { due: tally.due, used, open, days }
  }
  return { due: null, used, open, days }
}

/** Midnight at the end of the day in which a moment lies (epoch ms). */
export const endOfDayAt = (at: number): number => startOfNumber(dayNumberAt(at)) + DAY_MS
