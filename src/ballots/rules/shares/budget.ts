/** Words of a vote about a budget: several projects, one sum of money, ballots that approve as many as they like. Money is whole fen. */

export type BudgetProject = { readonly id: string; readonly cost: number }

/** What is counted. A ballot is the ids that a voter approves: an id twice counts once, an unknown id counts nothing. Every ballot is a voter. */
export type BudgetInstance = {
  readonly budget: number
  readonly projects: readonly BudgetProject[]
  readonly ballots: readonly (readonly string[])[]
}

/** `greedy`: most votes first, what no longer fits is passed over. `equal-shares`: everybody decides over an equal part of the money. */
export type BudgetRule = 'greedy' | 'equal-shares'

/** What is done with money that Equal Shares leaves: nothing; larger shares while the outcome fits (`add1`); and then by votes (`add1u`). */
export type Completion = 'none' | 'add1' | 'add1u'

export type BudgetOptions = {
  readonly rule: BudgetRule
  readonly completion?: Completion
  /** Who goes first among equals: project ids, first wins. Ids that are missing come after, as the instance has them. See `lotteryOrder`. */
  readonly ties?: readonly string[]
  /** By how much `add1` enlarges everybody's share each time, in fen: one yuan unless told. */
  readonly step?: number
  /** How much work explanations may be in Equal Shares; 0: none is recounted, Infinity: all are. */
  readonly effort?: number
  /** Told now and then how far `add1` is: outcomes tried, and what the newest one costs beside the budget. */
  readonly onProgress?: (progress: BudgetProgress) => void
}

export type BudgetProgress = { readonly tried: number; readonly spent: number; readonly budget: number }

/** Why a project has money. Effective votes in hundredths, cut off; `each` is the most that one supporter pays, in fen, rounded up. */
export type Funded = {
  readonly funded: true
  readonly by: 'shares' | 'votes'
  readonly round: number
  readonly votes: number
  readonly effectiveVotes?: number
  readonly each?: number
}

/**
 * What a project lacked: the fewest further voters who want it and nothing else, and by how many fen it was too dear. Either alone would have been
 * enough, and nothing less. `votes` is null where no number of votes helps, because it costs more than there is; `fen` where no price helps, because
 * nobody wants it.
 */
export type Lacks = { readonly votes: number | null; readonly fen: number | null }

export type Lacking = { readonly funded: false; readonly votes: number; readonly lacks: Lacks }

export type BudgetCount = {
  readonly rule: BudgetRule
  readonly completion: Completion
  readonly budget: number
  readonly spent: number
  /** Ids in order of selection. */
  readonly winners: readonly string[]
  readonly explanations: Readonly<Record<string, Funded | Lacking>>
  readonly voters: number
  /** Voters none of whose projects has money. */
  readonly leftOut: number
  /** The sum that was shared out equally in the end: the budget, or with `add1` a larger one. Only Equal Shares. */
  readonly sharedOut?: number
}
