/** What an explanation of a due time consists of. */
import type { Said, Source } from '../../../kit/pure.ts'
import type { CivilDay } from './days.ts'
import type { DaySpan, DutyHours } from './hours.ts'
import type { Pace, Round } from './ledger.ts'

/**
 * One day of an explanation. `duty`, `spans` (what was counted) and `paused` in minutes from midnight, fractions where a second was no whole
 * minute; `used` in the measure of the unit (milliseconds, or days), `nth` its sum so far. `say` is short, for a cell of a strip.
 */
export type Step = {
  readonly day: CivilDay
  readonly kind: 'start' | 'counted' | 'part' | 'off' | 'make_up' | 'paused' | 'due'
  readonly duty: readonly DaySpan[]
  readonly spans: readonly DaySpan[]
  readonly paused: readonly DaySpan[]
  readonly used: number
  readonly nth: number
  readonly say: Said
  readonly name?: Said
  readonly source?: Source
}

/** An explanation, plain data: a server can send it. `due` null while paused and before the start; of a stopped clock what it would have been. */
export type Explanation = {
  readonly steps: readonly Step[]
  readonly sentence: Said
  readonly sources: readonly Source[]
  readonly due: number | null
  readonly provisional: boolean
  readonly pace: Pace | null
}

/** What the sentence is made of. */
export type Story = {
  readonly pace: Pace
  readonly round: Round
  readonly hours: DutyHours
  readonly steps: readonly Step[]
  readonly due: number | null
  /** Where the counted days were up, but the period could not end. */
  readonly extendedFrom: CivilDay | null
  readonly openYears: readonly number[]
}
