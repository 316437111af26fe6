import type { TimerHandler } from '../../kit/jobs.ts'
import { OPINION_TIMER } from '../commands/elections/nominate.ts'
import { opinionTimers } from '../commands/elections/review.ts'

/** The timer of a candidate: after the limit 'no opinion given' stands. `pathOf` gives the district's path. [B102] */
export const electionTimers = (pathOf: (district: string) => string): ReadonlyMap<string, TimerHandler> => new Map([[OPINION_TIMER, opinionTimers(pathOf)]])
