/** Equal Shares and what is done with the money it leaves. */
import type { BudgetOptions, Completion, Funded, Lacking } from './budget.ts'
import { lackedByVotes, turnsByVotes } from './greedy.ts'
import { equalShares, unitsOf, type Bought, type Run } from './run.ts'
import type { Tally } from './tally.ts'

const ONE_YUAN = 100

/** An outcome: project numbers in order of selection, why each project has money or not, and for Equal Shares the sum that was shared out. */
export type Counted = {
  readonly winners: readonly number[]
  readonly explained: (project: number) => Funded | Lacking
  readonly sharedOut?: number
}

/**
 * `add1`: everybody gets one step more and all is counted anew, as long as what comes out costs no more than the budget. It ends at once when every
 * project that somebody wants is bought. Returns the last sum that fitted, which is what was shared out.
 */
function enlarge(tally: Tally, options: BudgetOptions): { readonly share: number; readonly run: Run } {
  const wanted = tally.votes.reduce((sum, votes) => sum + (votes > 0 ? 1 : 0), 0)
  const step = (options.step ?? ONE_YUAN) * tally.voters
  let share = tally.budget
  let run = equalShares(tally, share)
  for (let tried = 1; run.bought.length < wanted; tried++) {
    const next = equalShares(tally, share + step)
    options.onProgress?.({ tried, spent: next.spent, budget: tally.budget })
    if (next.spent > tally.budget) break
    share += step
    run = next
  }
  return { share, run }
}

/** Counts by Equal Shares. */
export function countByShares(tally: Tally, completion: Completion, options: BudgetOptions): Counted {
  const { share, run } = completion === 'none' ? { share: tally.budget, run: equalShares(tally, tally.budget) } : enlarge(tally, options)
  const bought = new Map(run.bought.map((one, i) => [one.project, funded(tally, one, i + 1)]))
  const turns = completion === 'add1u' ? turnsByVotes(tally, tally.budget - run.spent, [...bought.keys()]) : []
  const filled = turns.flatMap(({ project, taken }) => (taken ? [project] : []))
  const explained = (project: number): Funded | Lacking => {
    const votes = tally.votes[project] ?? 0
    const round = filled.indexOf(project)
    if (round >= 0) return { funded: true, by: 'votes', round: bought.size + round + 1, votes }
    return bought.get(project) ?? { funded: false, votes, lacks: lackedByVotes(tally, turns, project) }
  }
  return { winners: [...bought.keys(), ...filled], sharedOut: share, explained }
}

/** Why a project was bought. The price is in units of fen / voters; effective votes are its cost divided by its price. */
function funded(tally: Tally, { project, price: { num, rich }, den }: Bought, round: number): Funded {
  const votes = tally.votes[project] ?? 0
  if (num === 0n) return { funded: true, by: 'shares', round, votes, effectiveVotes: votes, each: 0 }
  const whole = den * BigInt(rich)
  const perFen = whole * BigInt(tally.voters)
  return {
    funded: true, by: 'shares', round, votes, effectiveVotes: Number(unitsOf(tally, project) * whole * 100n / num) / 100,
    each: Number((num + perFen - 1n) / perFen),
  }
}
