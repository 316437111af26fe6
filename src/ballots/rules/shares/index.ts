/** Front door of the rules that count budgets. */
import type { BudgetCount, BudgetInstance, BudgetOptions, Completion, Funded, Lacking } from './budget.ts'
import { countByShares, type Counted } from './count-shares.ts'
import { lackedByVotes, turnsByVotes } from './greedy.ts'
import { leftOut, tallyOf, type Tally } from './tally.ts'

export type {
  BudgetCount, BudgetInstance, BudgetOptions, BudgetProgress, BudgetProject, BudgetRule, Completion, Funded, Lacking,
} from './budget.ts'
export { sayOf } from './say.ts'
export { lotteryOrder, lotteryText } from './lottery.ts'

/**
 * Counts a vote about a budget, exactly. Money is whole fen, each sum at most 2^53. The order of ballots and projects does not matter beyond `ties`.
 * Never throws for a well-formed instance: equals are told apart by `ties`. [B40] to [B44]
 */
export function countBudget(instance: BudgetInstance, options: BudgetOptions): BudgetCount {
  const tally = tallyOf(instance, options.ties)
  const completion: Completion = options.rule === 'greedy' ? 'none' : options.completion ?? 'none'
  const counted: Counted = options.rule === 'greedy' ? countByVotes(tally) : countByShares(tally, completion, options)
  const { winners, explained } = counted
  return {
    rule: options.rule, completion, budget: instance.budget, spent: winners.reduce((sum, project) => sum + (tally.costs[project] ?? 0), 0),
    winners: winners.map((project) => tally.ids[project] ?? ''),
    explanations: Object.fromEntries(tally.ids.map((id, project) => [id, explained(project)])),
    voters: tally.voters, leftOut: leftOut(tally, winners), ...(counted.sharedOut === undefined ? {} : { sharedOut: counted.sharedOut }),
  }
}

function countByVotes(tally: Tally): Counted {
  const turns = turnsByVotes(tally)
  const winners = turns.flatMap(({ project, taken }) => (taken ? [project] : []))
  const explained = (project: number): Funded | Lacking => {
    const votes = tally.votes[project] ?? 0
    const round = winners.indexOf(project)
    return round >= 0 ? { funded: true, by: 'votes', round: round + 1, votes } : { funded: false, votes, lacks: lackedByVotes(tally, turns, project) }
  }
  return { winners, explained }
}
