/**
 * What a project lacked, by counting again: with further voters who want it and nothing else, and with a lower cost, the budget staying what it is.
 * What is found is enough and one less is not. (Between the two counts everything else may come out differently, so that with some smaller number it
 * could have been lucky; the search goes by halves and does not look there.)
 */
import type { Lacks } from './budget.ts'
import type { Tally } from './tally.ts'

/** How many times as many further voters as there are voters are looked at, before it is said that none help. */
const MOST_TIMES = 16

/** The count with `more` further voters who want `project` alone. */
export function withVoters(tally: Tally, project: number, more: number): Tally {
  const place = tally.first[project + 1] ?? 0
  const members = new Int32Array(tally.members.length + 1)
  members.set(tally.members.subarray(0, place))
  members[place] = tally.sizes.length
  members.set(tally.members.subarray(place), place + 1)
  return {
    ...tally, voters: tally.voters + more, members, sizes: Int32Array.from([...tally.sizes, more]),
    first: tally.first.map((at, other) => (other > project ? at + 1 : at)),
    votes: tally.votes.map((votes, other) => (other === project ? votes + more : votes)),
  }
}

/** The count with `project` at `fen` less. */
export const withCost = (tally: Tally, project: number, less: number): Tally =>
  ({ ...tally, costs: tally.costs.map((cost, other) => (other === project ? cost - less : cost)) })

/** Some x from 1 to `most` with `enough(x)` and not `enough(x - 1)`, looked for around `guesses` first; null if even `most` is not enough. */
function least(enough: (x: number) => boolean, most: number, guesses: readonly number[]): number | null {
  let [low, high] = [0, Infinity]
  for (const guess of guesses.flatMap((x) => [x, x - 1]).filter((x) => x > 0 && x <= most)) {
    if (guess <= low || guess >= high) continue
    if (enough(guess)) high = guess
    else low = guess
  }
  for (let jump = Math.max(1, low); high === Infinity; jump *= 2) {
    const next = Math.min(most, low + jump)
    if (enough(next)) high = next
    else if (next === most) return null
    else low = next
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}

type Funds = (changed: Tally, project: number) => boolean

/** What `project` lacked. `funds` counts a changed vote and says whether the project has money; `guesses` make it quicker. */
export function lackedByRecount(tally: Tally, project: number, funds: Funds, guesses: readonly Lacks[]): Lacks {
  const cost = tally.costs[project] ?? 0
  const known = (of: keyof Lacks): number[] => guesses.flatMap((guess) => guess[of] ?? [])
  return {
    votes: cost > tally.budget ? null
      : least((more) => funds(withVoters(tally, project, more), project), MOST_TIMES * (tally.voters + 1), known('votes')),
    fen: (tally.votes[project] ?? 0) === 0 ? null : least((less) => funds(withCost(tally, project, less), project), cost, known('fen')),
  }
}
