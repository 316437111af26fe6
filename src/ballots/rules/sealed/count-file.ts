import type { Share } from '../share.ts'
import type { Decided, Holds, Measure, Silence } from '../vote.ts'
import { canonicalText, type Plain } from './canonical.ts'
import type { OpenChoice } from './commitment.ts'

/** Name and version of the file that scrutineers count again. */
export const countFormat = 'linli-count-1'

type Common = {
  readonly holds: Holds
  /** Of the whole electorate, by the frozen register. */
  readonly totals: Measure
}

/**
 * What a court ordered: `court_set_aside`, this ballot is not counted; `court_struck`, out of the register with area and head; `court_stayed`, the
 * whole vote stands still (`pseudonym` empty, area and heads nought).
 */
export type CourtOrder = Measure & { readonly kind: 'court_set_aside' | 'court_struck' | 'court_stayed'; readonly pseudonym: string }

/**
 * What a motion is counted by: shares of both measures, the quorum of all, the majority of those that take part. `silence.delivered`: all heads
 * together that said nothing and to whom the ballot was delivered with proof.
 */
export type MotionRules = Common & {
  readonly kind: 'motion'
  readonly questions: readonly { readonly id: string; readonly item: Decided; readonly quorum: Share; readonly majority: Share }[]
  readonly silence: { readonly means: Silence; readonly delivered: Measure }
  readonly orders: readonly CourtOrder[]
}

/** How ties fall: the seed, what was published of it before the vote (SHA-256 of its text, hexadecimal), and the order drawn from it. */
export type Lottery = { readonly seed: string; readonly committed: string; readonly order: readonly string[] }

/**
 * What an election is counted by. `options` in the order of the paper; `most`: how many may be marked, more is invalid; who reaches the majority is
 * put in order by `rankBy`, then by the other measure, then by lot; the first `seats` are elected, so many `reserves` after them.
 */
export type ElectionRules = Common & {
  readonly kind: 'election'
  readonly question: string
  readonly options: readonly string[]
  readonly most: number
  readonly seats: number
  readonly reserves: number
  readonly quorum: Share
  readonly majority: Share
  readonly rankBy: 'heads' | 'area'
  readonly orders: readonly CourtOrder[]
  readonly lottery: Lottery
}

/** What a budget is shared by. Fen; `step`: fen by which add1 enlarges everybody's share each time. Each ballot is one voter. */
export type BudgetRules = Common & {
  readonly kind: 'budget'
  readonly question: string
  readonly rule: 'greedy' | 'equal-shares'
  readonly completion: 'none' | 'add1' | 'add1u'
  readonly budget: number
  readonly step: number
  readonly projects: readonly { readonly id: string; readonly cost: number }[]
  readonly lottery: Lottery
}

/** The plain input of a count, sealed together with the ballots. */
export type CountRules = MotionRules | ElectionRules | BudgetRules

/** An elector with more than one expression; `held`: the seq that holds, by the first question. */
export type ConflictLine = { readonly pseudonym: string; readonly held: number | null }

/** Outcome of each question of a motion. `took_part` and sides include silence where it counts. */
export type MotionResultLine = {
  readonly questions: readonly {
    readonly id: string; readonly took_part: Measure; readonly agree: Measure; readonly against: Measure; readonly abstain: Measure
    readonly outcome: 'passed' | 'not_passed' | 'no_quorum' | 'stayed'
  }[]
  readonly conflicts: readonly ConflictLine[]
}

/** Who is elected and who is in reserve, in order, and what each option got. */
export type ElectionResultLine = {
  readonly took_part: Measure
  readonly votes: { readonly [option: string]: Measure }
  readonly outcome: 'elected' | 'no_quorum' | 'stayed'
  readonly elected: readonly string[]
  readonly reserves: readonly string[]
  readonly conflicts: readonly ConflictLine[]
}

/** Winners in the order in which they were chosen, fen spent, and votes of each project. */
export type BudgetResultLine = {
  readonly winners: readonly string[]
  readonly spent: number
  readonly votes: { readonly [project: string]: number }
  readonly conflicts: readonly ConflictLine[]
}

export type CountResultLine = MotionResultLine | ElectionResultLine | BudgetResultLine

/** The first line of a count file. `sealed`: the record's receipt of the act ballots.sealed, null until the record has sealed that act. */
export type CountHeader = {
  readonly vote: string
  readonly root: string
  readonly size: number
  readonly rules: CountRules
  readonly result: CountResultLine
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
  // the rules of a count are plain data: texts, whole numbers, lists
  `linli-count-rules-1\n${canonicalText(rules as unknown as Plain)}`
