/** The stages of a matter with their clocks: what each took, until when the others are, and which comes first. */
import type { DueKind } from '../../rules/index.ts'
import { mainClock } from '../parts/main-clock.ts'
import type { ClockView, MatterDetail } from '../staff-api.ts'

export type StageTime = {
  readonly stage: DueKind; readonly clock: ClockView
  /** The one that rules now is 'current'; the others that run come later. */
  readonly state: 'done' | 'current' | 'later' | 'paused'
  /** Share of the time that is used, 0 to 1 and more when late. */
  readonly share: number
  readonly late: boolean
}

type Seen = Pick<MatterDetail, 'clocks' | 'dueKind' | 'holder'>

/** In the order in which they are due: the reply is given when somebody has verified. */
const ORDER: readonly DueKind[] = ['sign', 'contact', 'report_in', 'ruling', 'finish', 'review', 'verify', 'reply', 'verdict']

/** What was verified and sent back is to be verified anew: that clock has not begun. */
const isPast = (clocks: readonly ClockView[], clock: ClockView): boolean => clock.stage === 'verify' && clock.state === 'ended'
  && clocks.some((other) => other.stage === 'finish' && other.state !== 'ended')

function timed(clock: ClockView, rules: boolean, now: number): StageTime {
  const [from, due, end] = [Date.parse(clock.from), Date.parse(clock.due), clock.endedAt === null ? now : Date.parse(clock.endedAt)]
  const state = clock.state === 'ended' ? 'done' : clock.state === 'paused' ? 'paused' : rules ? 'current' : 'later'
  return { stage: clock.stage, clock, state, share: (end - from) / Math.max(1, due - from),
    late: clock.state === 'running' && due < now && clock.stage !== 'verdict' }
}

/** The stages that have a clock in this round, as they stand at `now` (epoch ms); none for a matter older than the ledger that has ended. */
export function stagesOf({ clocks, dueKind, holder }: Seen, now: number): readonly StageTime[] {
  return ORDER.flatMap((stage) => {
    const clock = mainClock(clocks, stage, holder.org)
    return clock && !isPast(clocks, clock) ? timed(clock, stage === dueKind, now) : []
  })
}
