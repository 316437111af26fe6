import type { Pace } from '../../../offices/rules/index.ts'
import type { Pace as Urgency } from './duty-rows.ts'

/** The dated pack of stage times; a start in the ledger names no version, its pace stands there itself. */
export const STAGE_PACK = {
  id: 'stage-times', region: '990106', version: '2026-demo-2', validFrom: '2026-01-01', validTo: null,
  source: [{ law: '桐荫街道办理时限（演示）2026版' }],
} as const

const pace = (amount: number, unit: Pace['unit']): Pace => ({ amount, unit })
type Times = { readonly sign: Pace; readonly contact: Pace; readonly finish: Pace; readonly reply: Pace }

/**
 * How long each stage may take by how urgent a category is. All four run from the dispatch on: who does not sign gains no time (case 16).
 * Danger and burst pipes run by the wall clock, the rest by working time. Model: 2 hours, 24 hours, 7 and 15 days of the Beijing hotline's standard.
 */
export const STAGE_PACES: Readonly<Record<Urgency, Times>> = {
  urgent: { sign: pace(30, 'minute'), contact: pace(2, 'hour'), finish: pace(24, 'hour'), reply: pace(2, 'day') },
  small: { sign: pace(4, 'working_hour'), contact: pace(8, 'working_hour'), finish: pace(3, 'working_day'), reply: pace(5, 'working_day') },
  plain: { sign: pace(8, 'working_hour'), contact: pace(1, 'working_day'), finish: pace(5, 'working_day'), reply: pace(7, 'working_day') },
  hard: { sign: pace(8, 'working_hour'), contact: pace(1, 'working_day'), finish: pace(12, 'working_day'), reply: pace(15, 'working_day') },
}

/** Stages that are the same for every category. */
export const FIXED_PACES = { verify: pace(2, 'working_day'), verdict: pace(7, 'day'), ruling: pace(2, 'working_day') } as const

/** What danger in the words makes of the signing stage, and harm to a person. */
export const DANGER_SIGN = { danger: pace(30, 'minute'), harm: pace(15, 'minute') } as const

/** Duty time between two rungs: reminded, supervised, put to the street for a ruling. */
export const GRACE: Readonly<Record<1 | 2, Pace>> = { 1: pace(2, 'working_hour'), 2: pace(2, 'working_day') }
