/** By votes: the most wanted first, as far as the money goes; what no longer fits is passed over. */
import type { Lacks } from './budget.ts'
import type { Tally } from './tally.ts'

export type Turn = { readonly project: number; readonly left: number; readonly taken: boolean }

/** Whether `a` comes before `b` by votes, equals by the order of ties. */
const byVotes = ({ votes, rank }: Tally) => (a: number, b: number): number => (votes[b] ?? 0) - (votes[a] ?? 0) || (rank[a] ?? 0) - (rank[b] ?? 0)

/**
 * Every project's turn, in order, beside the money that was left when it came (fen). `left` is what may be spent, `taken` the projects that have
 * money already: they get no turn.
 */
export function turnsByVotes(tally: Tally, left = tally.budget, taken: readonly number[] = []): readonly Turn[] {
  const had = new Set(taken)
  const order = tally.ids.map((_, project) => project).filter((project) => !had.has(project)).sort(byVotes(tally))
  let rest = left
  return order.map((project) => {
    const before = rest
    const cost = tally.costs[project] ?? 0
    const fits = cost <= rest && (tally.votes[project] ?? 0) > 0
    if (fits) rest -= cost
    return { project, left: before, taken: fits }
  })
}

/**
 * What a project that was passed over lacked. Those before it are not touched by its price, so it had to cost no more than was left at its turn; with
 * more votes it would have had an earlier turn, and there was the more money the earlier. `votes` null: it costs more than the whole.
 */
export function lackedByVotes(tally: Tally, turns: readonly Turn[], project: number): Lacks {
  const cost = tally.costs[project] ?? 0
  const own = tally.votes[project] ?? 0
  const place = turns.findIndex((turn) => turn.project === project)
  const fen = own === 0 ? null : cost - (turns[place]?.left ?? 0)
  let before = place
  while (before >= 0 && cost > (turns[before]?.left ?? 0)) before--
  if (before < 0) return { votes: null, fen }
  // only what nobody wants is passed over though it fits
  if (before === place) return { votes: 1, fen }
  const other = turns[before]?.project ?? 0
  const ahead = (tally.rank[project] ?? 0) < (tally.rank[other] ?? 0) ? 0 : 1
  return { votes: Math.max(1, (tally.votes[other] ?? 0) + ahead - own), fen }
}
