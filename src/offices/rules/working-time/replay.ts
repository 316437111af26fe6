/** When a stage is due: the ledger read from its start. */
import { dayNumberAt, dayOf, MINUTE_MS, startOf, startOfNumber } from './days.ts'
import { civilDay } from '../../../kit/pure.ts'
import type { Calendar } from './calendar.ts'
import { isWorkingDay } from './calendar.ts'
import { budgetOf, countTime, isByDay } from './count.ts'
import { dutyOn, type DutyHours } from './hours.ts'
import { roundOf, type ClockEntry, type Interval, type Pace, type Round, type Time } from './ledger.ts'

/** What a clock says. Times epoch ms. */
export type Clock = {
  /** Null while it is paused, after it was stopped, and before it was started. */
  readonly due: number | null
  /** The due time as if an open pause were not there; of a stopped clock what it would have been. Null before the start. */
  readonly wouldBe: number | null
  readonly state: 'idle' | 'running' | 'paused' | 'stopped'
  readonly pace: Pace | null
  /** A day that was looked at can still change, as the holidays of its year are not published. */
  readonly provisional: boolean
  readonly startedAt: number | null
  readonly stoppedAt: number | null
}

const IDLE: Clock = { due: null, wouldBe: null, state: 'idle', pace: null, provisional: false, startedAt: null, stoppedAt: null }

const stateOf = (round: Round): Clock['state'] =>
  (round.stoppedAt !== null ? 'stopped' : round.pausedAt !== null ? 'paused' : 'running')

/** What a ledger says, in whatever order its entries come. Throws RangeError when no duty ever comes. [W8] */
export function replay(entries: readonly ClockEntry[], time: Time): Clock {
  const round = roundOf(entries)
  if (round === null) return IDLE
  const { startedAt, stoppedAt, pace, pauses } = round
  const state = stateOf(round)
  if (pace === null) return { ...IDLE, state, startedAt, stoppedAt }
  const { due, open } = countTime({ from: startedAt, pace, hours: time.hoursOf(round.hours), calendar: time.calendar, pauses })
  return { due: state === 'running' ? due : null, wouldBe: due, state, pace, provisional: open, startedAt, stoppedAt }
}

/** When a pace that begins at `from` (epoch ms) is due, for a preview: what `replay` says of one start. */
export function dueAfter(pace: Pace, hours: DutyHours, calendar: Calendar, from: number): { readonly due: number; readonly provisional: boolean } {
  const { due, open } = countTime({ from, pace, hours, calendar, pauses: [] })
  return { due: due ?? from, provisional: open }
}

/**
 * How much of the budget is used at a moment (epoch ms), by what was entered until then; more than the budget when it is late.
 * Milliseconds for minutes and hours, days for days.
 */
export function elapsed(entries: readonly ClockEntry[], time: Time, at: number): { readonly used: number; readonly budget: number } {
  const round = roundOf(entries.filter((entry) => entry.at <= at))
  if (round === null || round.pace === null) return { used: 0, budget: 0 }
  const until = Math.min(at, round.stoppedAt ?? at)
  const pauses: readonly Interval[] = round.pausedAt === null ? round.pauses : [...round.pauses, [round.pausedAt, Infinity]]
  const count = { from: round.startedAt, pace: round.pace, hours: time.hoursOf(round.hours), calendar: time.calendar, pauses }
  const budget = budgetOf(round.pace)
  const { due, used } = countTime({ ...count, until })
  if (due === null) return { used, budget }
  const endless: Pace = { amount: Number.MAX_SAFE_INTEGER / 3_600_000, unit: round.pace.unit }
  const over = (to: number): number => countTime({ ...count, pace: endless, until: to }).used
  return { used: budget + over(until) - over(due), budget }
}

const LONGEST_DAYS = 4000

/** The days from a moment's day on, in steps of one day forward or back, with their duty. Ends with RangeError when none is found. */
function* dutyDays(hours: DutyHours, calendar: Calendar, at: number, by: 1 | -1) {
  const first = dayNumberAt(at)
  for (let i = 0; i < LONGEST_DAYS; i++) {
    const n = first + i * by
    yield { start: startOfNumber(n), day: civilDay(n), duty: dutyOn(hours, calendar, civilDay(n)) }
  }
  throw new RangeError(`duty hours ${hours.id} hold no time`)
}

/** The moment (epoch ms) so much duty time before a due time. */
function dutyBefore(due: number, left: number, hours: DutyHours, calendar: Calendar): number {
  let rest = left
  for (const { start, duty } of dutyDays(hours, calendar, due, -1)) {
    for (const [fromMinute, toMinute] of [...duty].reverse()) {
      const [from, to] = [start + fromMinute * MINUTE_MS, Math.min(due, start + toMinute * MINUTE_MS)]
      if (to - from >= rest) return to - rest
      rest -= Math.max(0, to - from)
    }
  }
  return due - left
}

/**
 * When to warn so much time before a due time (epoch ms). Working hours go back through duty: one before Tuesday 11:00 is Tuesday 10:00, one
 * before Monday 9:30 lies on Friday. Days go back by days that count, to the same time of day. [W10]
 */
export function warnAt(due: number, before: Pace, hours: DutyHours, time: Pick<Time, 'calendar'>): number {
  const budget = budgetOf(before)
  if (budget <= 0) return due
  if (before.unit === 'working_hour') return dutyBefore(due, budget, hours, time.calendar)
  if (!isByDay(before)) return due - budget
  const day = dayOf(due - 1)
  let [left, found] = [budget, due]
  for (const { start, day: one, duty } of dutyDays(hours, time.calendar, due - 1, -1)) {
    if (one === day) continue
    if (before.unit === 'working_day' && (!isWorkingDay(time.calendar, one) || duty.length === 0)) continue
    left -= 1
    found = start + (due - startOf(day))
    if (left === 0) break
  }
  return found
}

/** When a notice about `at` (epoch ms) may go out: then, or when duty next begins. What it says, the breach itself, is not moved. [W10] */
export function noticeAt(at: number, hours: DutyHours, calendar: Calendar): number {
  for (const { start, duty } of dutyDays(hours, calendar, at, 1)) {
    for (const [fromMinute, toMinute] of duty) {
      if (at < start + toMinute * MINUTE_MS) return Math.max(at, start + fromMinute * MINUTE_MS)
    }
  }
  return at
}
