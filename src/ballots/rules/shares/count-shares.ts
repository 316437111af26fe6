/** Equal Shares and what is done with the money it leaves. */
import type { BudgetOptions, Completion, Funded, Lacking, Lacks } from './budget.ts'
import { lackedByVotes, turnsByVotes, type Turn } from './greedy.ts'
import { watchLacking } from './lacking.ts'
import { lackedByRecount } from './recount.ts'
import { equalShares, unitsOf, type Bought, type Run } from './run.ts'
import { watchSteady } from './steady.ts'
import type { Tally } from './tally.ts'

const ONE_YUAN = 100
/** How much recounting explanations may take, unless told: projects without money × outcomes tried × approvals in different ballots. */
const EFFORT = 2_000_000
/** What beginning a count takes, in approvals. */
const SETTING_OUT = 200

/** An outcome: project numbers in order of selection, why each project has money or not, and for Equal Shares the sum that was shared out. */
export type Counted = {
  readonly winners: readonly number[]
  readonly explained: (project: number) => Funded | Lacking
  readonly sharedOut?: number
}

type Enlarged = { readonly share: number; readonly run: Run; readonly tried: number }
type Outcome = Enlarged & { readonly turns: readonly Turn[]; readonly winners: readonly number[] }

/** After so many counts in a row that changed nothing much, it is worth to ask how far the outcome is steady. */
const PATIENCE = 16
/** Steps that have to be saved by asking, so that it is asked again soon. */
const WORTH = 8

/**
 * `add1`: everybody gets one step more and all is counted anew, as long as what comes out costs no more than the budget. It ends at once when every
 * project that somebody wants is bought. The last sum that fitted is what was shared out. Steps in which nothing can change are not counted.
 */
function enlarge(tally: Tally, { step = ONE_YUAN, onProgress }: BudgetOptions): Enlarged {
  const wanted = tally.votes.reduce((sum, votes) => sum + (votes > 0 ? 1 : 0), 0)
  const more = step * tally.voters
  let share = tally.budget
  let run = equalShares(tally, share)
  let [tried, asksAt, patience] = [1, PATIENCE, PATIENCE]
  while (run.bought.length < wanted) {
    if (tried >= asksAt) {
      const watch = watchSteady(tally, WORTH * more)
      equalShares(tally, share, watch)
      const steady = Math.max(0, Math.ceil(watch.until() / more) - 1)
      share += steady * more
      patience = steady >= WORTH ? 1 : patience * 2
      asksAt = tried + patience
    }
    const next = equalShares(tally, share + more)
    tried++
    onProgress?.({ tried, spent: next.spent, budget: tally.budget })
    if (next.spent > tally.budget) break
    share += more
    run = next
  }
  return { share, run: equalShares(tally, share), tried }
}

function outcomeOf(tally: Tally, completion: Completion, options: BudgetOptions): Outcome {
  const counted = completion === 'none' ? { share: tally.budget, run: equalShares(tally, tally.budget), tried: 1 } : enlarge(tally, options)
  const bought = counted.run.bought.map(({ project }) => project)
  // with `add1` what is left is told apart only for explanations: nothing is taken
  const turns = completion === 'none' ? [] : turnsByVotes(tally, tally.budget - counted.run.spent, bought)
  const filled = completion === 'add1u' ? turns.flatMap(({ project, taken }) => (taken ? [project] : [])) : []
  return { ...counted, turns, winners: [...bought, ...filled] }
}

/** Counts by Equal Shares. */
export function countByShares(tally: Tally, completion: Completion, options: BudgetOptions): Counted {
  const outcome = outcomeOf(tally, completion, options)
  const { winners, share, run } = outcome
  const lacks = lacking(tally, completion, options, outcome)
  const explained = (project: number): Funded | Lacking => {
    const votes = tally.votes[project] ?? 0
    const place = winners.indexOf(project)
    if (place < 0) return { funded: false, votes, lacks: lacks(project) }
    const bought = run.bought[place]
    return bought ? funded(tally, bought, place + 1) : { funded: true, by: 'votes', round: place + 1, votes }
  }
  return { winners, sharedOut: share, explained }
}

/**
 * How to find what projects without money lacked: by counting again with one more voter, one fen less and so on. In a count too large for that, Equal
 * Shares alone tells it from its rounds; with a completion it is told by what was left over in the end.
 */
function lacking(tally: Tally, completion: Completion, options: BudgetOptions, outcome: Outcome): (project: number) => Lacks {
  const { share, winners, tried, turns } = outcome
  const watch = watchLacking(tally)
  equalShares(tally, share, watch)
  const guess = (project: number): Lacks => (completion === 'none' ? watch.lacks(project) : lackedByVotes(tally, turns, project))
  const work = (tally.ids.length - winners.length) * tried * (tally.members.length + SETTING_OUT)
  if (work >= (options.effort ?? EFFORT)) return guess
  const silent = { ...options, onProgress: () => undefined }
  const funds = (changed: Tally, project: number): boolean => outcomeOf(changed, completion, silent).winners.includes(project)
  return (project) => lackedByRecount(tally, project, funds, [guess(project), watch.lacks(project)])
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
