/** Which of several clocks of one stage a page shows first: the matter's own, then the holder's, then whoever is due next. */
import type { DueKind } from '../../rules/index.ts'
import type { ClockView } from '../clocks-api.ts'

/** Those that still run before those that ended; undefined when the stage has no clock. */
export function mainClock(clocks: readonly ClockView[], stage: DueKind, holder: string): ClockView | undefined {
  const rank = ({ state, org, due }: ClockView): string => `${state === 'ended' ? 1 : 0}${org === null ? 0 : org === holder ? 1 : 2}${due}`
  return clocks.filter((clock) => clock.stage === stage).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0]
}

type Timed = { readonly clocks: readonly ClockView[]; readonly dueKind: DueKind | string | null; readonly holder: { readonly org: string } }
/** The clock whose due time stands at the top of a matter. */
export const rulingClockOf = ({ clocks, dueKind, holder }: Timed): ClockView | undefined => {
  const stage = clocks.find((clock) => clock.stage === dueKind)?.stage
  return stage && mainClock(clocks, stage, holder.org)
}
