import type { TimerHandler } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { stepDispute } from '../commands/moves.ts'

/** Timers of disputes: each calls the command as the actor 'clock'. `pathOf` gives the district's path. */
export const disputeTimers = (pathOf: (district: string) => string): ReadonlyMap<string, TimerHandler> => new Map([
  ['dispute.clock', async (tx, timer, at) => {
    await stepDispute({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, { id: timer.subject })
  }],
])
