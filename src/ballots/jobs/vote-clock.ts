import type { TimerHandler } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { stepVote } from '../commands/votes/open-close.ts'
import { expireList, LIST_TIMER } from '../commands/votes/open-link.ts'
import { VOTE_TIMER } from '../commands/votes/prepare.ts'

/** Timers of votes: each opens or closes one when its time has come, as the actor 'clock'. `pathOf` gives the district's path. */
export const voteTimers = (pathOf: (district: string) => string): ReadonlyMap<string, TimerHandler> => new Map([
  [VOTE_TIMER, async (tx, timer, at) => {
    await stepVote({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, { id: timer.subject })
  }],
  [LIST_TIMER, async (tx, timer, at) => { await expireList(tx, timer.district, timer.subject, at) }],
])
