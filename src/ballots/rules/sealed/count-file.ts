import type { Holds, Item, Measure, Silence } from '../vote.ts'
import { canonicalText, type Plain } from './canonical.ts'
import type { OpenChoice } from './commitment.ts'

/** Name and version of the file that scrutineers count again. */
export const countFormat = 'linli-count-1'

/** A share as two whole numbers, and whether exactly it is enough: [2, 3, 'at_least'] or [1, 2, 'more_than']. Civil Code, art. 1259. */
export type Share = readonly [numerator: number, denominator: number, enough: 'at_least' | 'more_than']
/** What is asked of both measures. */
export type Both = { readonly area: Share; readonly heads: Share }

type Common = {
  readonly holds: Holds
  /** Of the whole electorate, by the frozen register. */
  readonly totals: Measure
}

/** What a motion is counted by. Majorities are of those that take part. `silence.delivered`: electors without a ballot, delivered to with proof. */
export type MotionRules = Common & {
  readonly kind: 'motion'
  readonly questions: readonly { readonly id: string; readonly item: Item; readonly quorum: Both; readonly majority: Both }[]
  readonly silence: { readonly means: Silence; readonly delivered: Measure }
}

/**
 * What an election is counted by. `options` in the order of the paper; `most`: how many may be marked; who has the majority is put in order by
 * `rankBy`, then by the other measure, then by `lots`.
 */
export type ElectionRules = Common & {
  readonly kind: 'election'
  readonly options: readonly string[]
  readonly most: number
  readonly seats: number
  readonly reserves: number
  readonly quorum: Both
  readonly majority: Both
  readonly rankBy: 'heads' | 'area'
  readonly lots: readonly string[]
}

/** What a budget is shared by. Fen; `step`: fen by which add1 gives each voter more; `lots`: ids in the order in which ties fall. */
export type BudgetRules = Common & {
  readonly kind: 'budget'
  readonly rule: 'greedy' | 'equal-shares'
  readonly completion: 'none' | 'add1' | 'add1u'
  readonly budget: number
  readonly step: number
  readonly projects: readonly { readonly id: string; readonly cost: number }[]
  readonly lots: readonly string[]
}

/** The plain input of a count, sealed together with the ballots. */
export type CountRules = MotionRules | ElectionRules | BudgetRules

type Counted = { readonly took_part: Measure; readonly quorum: boolean }

/** Outcome of each question of a motion. `invalid`: took part and said something that is no choice. */
export type MotionResult = {
  readonly questions: readonly (Counted & {
    readonly id: string; readonly agree: Measure; readonly against: Measure; readonly abstain: Measure; readonly invalid: Measure
    readonly passed: boolean
  })[]
  readonly conflicts: readonly string[]
}

/** Who is elected and who is in reserve, in order, and what each option got. */
export type ElectionResult = Counted & {
  readonly votes: { readonly [option: string]: Measure }
  readonly elected: readonly string[]
  readonly reserves: readonly string[]
  readonly conflicts: readonly string[]
}

/** Winners in the order in which they were chosen, and votes of each project. */
export type BudgetResult = {
  readonly winners: readonly string[]
  readonly spent: number
  readonly votes: { readonly [project: string]: number }
  readonly conflicts: readonly string[]
}

export type CountResult = MotionResult | ElectionResult | BudgetResult

/** The first line of a count file. `sealed`: the record's receipt of the act ballots.sealed, null until the record has sealed that act. */
export type CountHeader = {
  readonly vote: string
  readonly root: string
  readonly size: number
  readonly rules: CountRules
  readonly result: CountResult
  readonly sealed: object | null
}

/** The first line of the file, with its LF. */
export const headerLine = ({ vote, root, size, rules, result, sealed }: CountHeader): string =>
  `${JSON.stringify({ format: countFormat, vote, root, size, rules, result, sealed })}\n`

/** The line of one choice, with its LF: no name, no home. Lines stand in the order of the leaves. */
export const choiceLine = ({ pseudonym, seq, channel, area, heads, content, salt }: OpenChoice): string =>
  `${JSON.stringify({ pseudonym, seq, channel, area, heads, content, salt })}\n`

/** The text whose SHA-256 binds the rules of a count to its sealed ballots. */
export const rulesText = (rules: CountRules): string =>
  // a type cannot say that nothing in it is undefined; canonicalText throws for what is no plain value
  `linli-count-rules-1\n${canonicalText(rules as unknown as Plain)}`
