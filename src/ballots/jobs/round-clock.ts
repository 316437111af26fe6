import type { TimerHandler } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { closeCall } from '../commands/projects/start-round.ts'

/** The timer of a round: on the morning after its last day the call ends by itself. `pathOf` gives the district's path. */
export const roundTimers = (pathOf: (district: string) => string): ReadonlyMap<string, TimerHandler> => new Map([
  ['round.call', async (tx, timer, at) => {
    await closeCall({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, { id: timer.subject })
  }],
])
