/** What a count of a motion answers. */
import type { Said, Source } from '../../kit/pure.ts'
import type { Trace } from './events.ts'
import type { Conflict, Invalid } from './holding.ts'
import type { Turnout } from './turnout.ts'
import type { Choice, Measure } from './vote.ts'

/** `met`: whether what it speaks of was reached; null for what only tells. */
export type Reason = { readonly code: string; readonly met: boolean | null; readonly say: Said; readonly source: Source | null }

export type Sides = Readonly<Record<Choice, Measure>>

/** `need` and `short`: the least that had to agree among those who took part, and how much of it is missing. */
export type Majorities = {
  readonly sides: Sides
  /** What silence was added to, null where it was added to none. */
  readonly silentWith: Choice | null
  readonly need: Measure
  readonly short: Measure
  readonly reached: { readonly area: boolean; readonly heads: boolean }
}

export type MotionOutcome = 'passed' | 'not_passed' | 'no_quorum' | 'stayed'
export type MotionResult = {
  readonly outcome: MotionOutcome
  readonly participation: Turnout
  readonly majorities: Majorities
  /** What participation still lacks: nothing of both where the quorum is reached. */
  readonly missing: Measure
  readonly reasons: readonly Reason[]
  readonly conflicts: readonly Conflict[]
  readonly invalid: readonly Invalid[]
  /** Electors whose ballot leaves the question open: neither taking part nor agreeing. */
  readonly unmarked: readonly string[]
  readonly trace: readonly Trace[]
}
