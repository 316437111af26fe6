import { noticeAt, warnAt, type Pace, type Time } from '../../offices/rules/index.ts'
import type { Clock } from './clock-state.ts'
import { nextClockStep, type ClockStep } from './decide/judge.ts'
import { isOpen, type DueKind, type Matter } from './matter.ts'

/** Deadlines of those who work on it; those who verify, rule or judge are asked, not pressed. */
const WARNED: readonly DueKind[] = ['sign', 'report_in', 'contact', 'finish', 'reply']
/** How long before a deadline its holder is warned: the longest of these that leaves them at least half of their time. */
const LEADS: readonly Pace[] = [{ amount: 1, unit: 'working_day' }, { amount: 1, unit: 'working_hour' }]

/** A deadline that comes near, and when its holder is told so. Times epoch ms. */
export type Warning = Pick<Clock, 'stage' | 'org' | 'due' | 'hours'> & { readonly at: number }

/**
 * [M49] When the holder of a clock is warned: back through duty time and on duty, before the deadline. Null where it stands still or was pressed already, and
 * for a clock of minutes, which leaves no time for it (case 6).
 */
export function warningOf({ stage, org, state, rung, from, due, hours }: Clock, time: Time): Warning | null {
  if (state === 'paused' || rung > 0 || !WARNED.includes(stage)) return null
  const duty = time.hoursOf(hours)
  for (const lead of LEADS) {
    const at = noticeAt(warnAt(due, lead, duty, time), duty, time.calendar)
    const twice = warnAt(due, { ...lead, amount: 2 * lead.amount }, duty, time)
    if (twice >= from && at > from && at < due) return { stage, org, due, hours, at }
  }
  return null
}

const warnings = (matter: Pick<Matter, 'state' | 'clocks'>, time: Time): readonly Warning[] =>
  isOpen(matter.state) ? matter.clocks.flatMap((clock) => warningOf(clock, time) ?? []) : []

/**
 * [M49] The warnings of a matter that fall between two moments, both included: each with when it is told, `at`, which is later than it should be where the
 * worker was down, and again on duty and before the deadline, or not at all.
 */
export const warningsBetween = (matter: Pick<Matter, 'state' | 'clocks'>, time: Time, from: number, to: number): readonly Warning[] =>
  warnings(matter, time).filter(({ at }) => at >= from && at <= to)
    .map((warning) => ({ ...warning, at: noticeAt(to, time.hoursOf(warning.hours), time.calendar) })).filter(({ at, due }) => at < due)

/** [M49] The warnings given until a moment whose deadline is no longer so: it was kept, ran out, stands still, or moved. */
export const outlived = (before: Pick<Matter, 'state' | 'clocks'>, after: readonly Clock[], time: Time, until: number): readonly Warning[] =>
  warnings(before, time).filter(({ at, stage, org, due }) => at <= until && !after.some((clock) => clock.stage === stage && clock.org === org
    && clock.due === due && clock.state === 'running' && clock.rung === 0))

export type TimerStep = { readonly step: ClockStep['step'] | 'warn'; readonly at: number }

/** [M49] What the one timer of a matter waits for: a warning later than `after`, or what the clock does next, whichever comes first. */
export function nextTimer(matter: Pick<Matter, 'state' | 'clocks'>, time: Time, after: number): TimerStep | null {
  const warn = warnings(matter, time).map(({ at }) => at).filter((at) => at > after)
  const [step, first] = [nextClockStep(matter, time), warn.length > 0 ? Math.min(...warn) : null]
  return first !== null && (step === null || first < step.at) ? { step: 'warn', at: first } : step
}
