import { dueAfter, noticeAt, replay, ROUND_THE_CLOCK, type Pace, type Time } from '../../offices/rules/index.ts'
import type { CategoryCode } from './categories.ts'
import { ledgerOf, stopped, type Clock, type ClockOp } from './clock-state.ts'
import { dutyFor } from './duty-list.ts'
import type { DueKind, Matter } from './matter.ts'
import { GRACE, STAGE_PACES } from './packs/stage-paces.ts'

/** The moment of a decision: when, in epoch milliseconds, and by which calendar and duty hours it counts. */
export type Moment = { readonly at: number; readonly time: Time }

/** How long the stages of a category may take. [M18] */
export const pacesOf = (category: CategoryCode) => STAGE_PACES[dutyFor(category, null, () => true).pace]

type Begin = { readonly stage: DueKind; readonly pace: Pace; readonly by: string; readonly why: string; readonly org?: string | null }

const byTheWall = (pace: Pace): boolean => pace.unit === 'minute' || pace.unit === 'hour'

/**
 * Starts the clock of a stage now. `by` is the organisation whose duty hours it is counted by; minutes and hours run round the clock, whoever
 * has them. `org` says whose own deadline it is. [M18]
 */
export function begin({ stage, pace, by, why, org = null }: Begin, { at, time }: Moment): ClockOp {
  const hours = byTheWall(pace) ? ROUND_THE_CLOCK.id : time.hoursIdOf(by)
  return { op: 'start', stage, org, why, pace, hours, ...dueAfter(pace, time.hoursOf(hours), time.calendar, at) }
}

/** The clocks of dispatch, for whoever gets the matter now: to sign, and to finish. Who does not sign gains no time (case 16). */
export function dispatched(matter: Pick<Matter, 'clocks' | 'category'>, to: string, moment: Moment, why: string, finish: Pace = pacesOf(matter.category).finish) {
  return [...stopped(matter.clocks, why, ['sign', 'finish', 'report_in']),
    begin({ stage: 'sign', pace: pacesOf(matter.category).sign, by: to, why }, moment), begin({ stage: 'finish', pace: finish, by: to, why }, moment)]
}

type Timed = Pick<Matter, 'clocks' | 'ledger'>

/** The due time that the ledger of one clock gives with one more entry. */
function dueWith(matter: Timed, clock: Pick<Clock, 'stage' | 'org'>, entry: Parameters<typeof replay>[0][number], time: Time) {
  const { wouldBe, due, provisional } = replay([...ledgerOf(matter.ledger, clock.stage, clock.org), entry], time)
  const found = due ?? wouldBe
  return found === null ? null : { due: found, provisional }
}

/** Every running clock stands still from now on: what is put aside owes nothing meanwhile. */
export const pauseAll = (matter: Timed, why: string): readonly ClockOp[] =>
  matter.clocks.filter((clock) => clock.state === 'running').map(({ stage, org }) => ({ op: 'pause', stage, org, why }))

/** Every paused clock goes on, each later by what was paused. Replayed from the ledger. */
export function resumeAll(matter: Timed, why: string, { at, time }: Moment): readonly ClockOp[] {
  return matter.clocks.filter((clock) => clock.state === 'paused').map(({ stage, org, due, provisional }) =>
    ({ op: 'resume', stage, org, why, ...(dueWith(matter, { stage, org }, { at, kind: 'resume', why }, time) ?? { due, provisional }) }))
}

/** Another pace for a clock that is there, for its whole history: what it was paused before stays subtracted (case 5). Nothing when it is not there. */
export function changePace(matter: Timed, { stage, pace, by, why, org = null }: Begin, { at, time }: Moment): readonly ClockOp[] {
  const clock = matter.clocks.find((one) => one.stage === stage && one.org === org)
  if (!clock) return []
  const hours = byTheWall(pace) ? ROUND_THE_CLOCK.id : time.hoursIdOf(by)
  const found = dueWith(matter, clock, { at, kind: 'policy', pace, hours, why }, time)
  return found === null ? [] : [{ op: 'policy', stage, org, why, pace, hours, ...found }]
}

/**
 * [M48] What the calendar of today makes of the ledgers: each clock whose due time, or whether it is provisional, is not what it was. Clocks from before there
 * was a ledger stay.
 */
export function recount(matter: Timed, time: Time): readonly ClockOp[] {
  return matter.clocks.flatMap(({ stage, org, due, provisional }) => {
    const said = replay(ledgerOf(matter.ledger, stage, org), time)
    return said.wouldBe === null || (said.wouldBe === due && said.provisional === provisional) ? []
      : [{ op: 'recount' as const, stage, org, why: 'calendar', due: said.wouldBe, provisional: said.provisional }]
  })
}

/** When a clock that was pressed to a rung is pressed to the next: duty time after it, never in the night. */
export const nextRungAt = (clock: Clock, rung: 1 | 2, time: Time): number =>
  dueAfter(GRACE[rung], time.hoursOf(clock.hours), time.calendar, clock.rungAt ?? clock.due).due

/** When somebody is told that a clock ran out: at once on duty, else when duty begins; the breach itself keeps its time (case 7). */
export const toldAt = (clock: Clock, time: Time): number => noticeAt(clock.due, time.hoursOf(clock.hours), time.calendar)

/** Since when a matter stands on the street's list: the earliest of its clocks that was pressed so far; null when none is. */
export function supervisedSince(clocks: readonly Clock[]): number | null {
  const pressed = clocks.filter((clock) => clock.rung >= 2).flatMap((clock) => clock.rungAt ?? [])
  return pressed.length > 0 ? Math.min(...pressed) : null
}
