import type { TimerHandler } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { openRatings } from '../commands/open-ratings.ts'
import { bulkTimer } from './bulk.ts'
import { recountTimer } from './recount.ts'
import { stepClock, warnOfClock } from '../commands/step-clock.ts'

/** Timers of matters: each calls the command as the actor 'clock'. `pathOf` gives the district's path. */
export const matterTimers = (pathOf: (district: string) => string): ReadonlyMap<string, TimerHandler> => new Map([
  ['matter.bulk', bulkTimer(pathOf)],
  ['working_time.changed', recountTimer(pathOf)],
  ['matter.clock', async (tx, timer, at) => {
    const ctx = { tx, actor: clockActor(timer.district, pathOf(timer.district)), at }
    if (timer.facts['step'] === 'warn') await warnOfClock(ctx, { id: timer.subject, due: timer.due })
    else await stepClock(ctx, { id: timer.subject })
  }],
  ['whistle.ratings', async (tx, timer, at) => {
    const { matter, department } = timer.facts
    if (typeof matter !== 'string' || typeof department !== 'string') return
    await openRatings({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, { id: matter, whistle: timer.subject, department })
  }],
])
