/**
 * What projects without money lacked in a run of Equal Shares: in every round, what it would have taken to be bought there instead of what was
 * bought, and after the last round, what it would have taken to be bought then. The least of these is enough, and nothing less is, since a project
 * that is not bought changes nothing for the others. Shares are as they were: a further voter brings one.
 *
 * Say a round buys at E effective votes. With the price q = cost / E another project is as good. At that price its supporters pay F(q) together, and
 * further voters have to bring the rest of the cost, each min(share, q). Or it is cheaper: then the highest cost is E × q for the largest q with
 * F(q) ≥ E × q. Doubles find both; where their error reaches over a whole number, the exact ones decide. With exactly as many effective votes the
 * order of ties decides, unless all who would pay have less than q: then they pay it with a lower price, and it has more.
 */
import type { Lacks } from './budget.ts'
import { histogramOf, NEAR, sumError, ULP, type Histogram, type Supporters } from './price.ts'
import { numeratorOf } from './purses.ts'
import { supportersOf, unitsOf, type Bought, type Standing, type Watch } from './run.ts'
import type { Tally } from './tally.ts'

/** For one project: the fewest voters and the highest cost (fen) so far. */
type Found = { readonly project: number; voters: number; cost: number }
type Buying = { readonly effective: number; readonly first: boolean; readonly bought: Bought; readonly standing: Standing }

export type Watched = Watch & { readonly lacks: (project: number) => Lacks }

/** Watches a run. `lacks` may be asked afterwards, of projects that were not bought. */
export function watchLacking(tally: Tally): Watched {
  const open = new Map<number, Found>(tally.ids.map((_, project) => [project, { project, voters: Infinity, cost: 0 }]))
  return {
    buys(standing, bought) {
      open.delete(bought.project)
      const { num, rich } = bought.price
      if (num === 0n) return
      const effective = Number(unitsOf(tally, bought.project) * BigInt(rich) * bought.den * 2n ** 60n / num) / 2 ** 60
      for (const found of open.values()) {
        const first = (tally.rank[found.project] ?? 0) < (tally.rank[bought.project] ?? 0)
        const buying = { effective, first, bought, standing }
        found.voters = Math.min(found.voters, votersThere(buying, found))
        found.cost = Math.max(found.cost, costThere(buying, found))
      }
    },
    done(standing) {
      for (const found of open.values()) atTheEnd(standing, found)
    },
    lacks(project) {
      const { voters, cost } = open.get(project) ?? { voters: Infinity, cost: 0 }
      return { votes: voters === Infinity ? null : voters, fen: (tally.votes[project] ?? 0) === 0 ? null : (tally.costs[project] ?? 0) - cost }
    },
  }
}

/** After the last round nobody is in the way: supporters and further voters have to have the cost together. */
function atTheEnd(standing: Standing, found: Found): void {
  const { tally, purses, purseOf, share } = standing
  if (share === 0 || tally.voters === 0) return
  const { purses: which, counts } = histogramOf(supportersOf(standing, found.project), purseOf, purses)
  const den = purses.dens.at(-1) ?? 1n
  const have = which.reduce((sum, purse, i) => sum + numeratorOf(purses, purse) * BigInt(counts[i] ?? 0), 0n)
  const missing = unitsOf(tally, found.project) * den - have
  found.voters = Math.min(found.voters, Number(ceiling(missing, BigInt(share) * den)))
  found.cost = Math.max(found.cost, Number(have / (BigInt(tally.voters) * den)))
}

const ceiling = (num: bigint, den: bigint): bigint => (num + den - 1n) / den
/** The least whole number that is at least x or, if equal is not enough, more than x. */
const leastFor = (x: number, equal: boolean): number => (equal ? Math.ceil(x) : Math.floor(x) + 1)

function votersThere(buying: Buying, found: Found): number {
  const { standing, effective, first } = buying
  const { tally, share, money } = standing
  const { members, from, to, sizes } = supportersOf(standing, found.project)
  const cost = (tally.costs[found.project] ?? 0) * tally.voters
  if (cost === 0) return 1 // what costs nothing lacks somebody who wants it
  const price = cost / effective
  let paid = 0
  for (let at = from; at < to; at++) {
    const index = members[at] ?? 0
    paid += Math.min(money[index] ?? 0, price) * (sizes[index] ?? 0)
  }
  const brings = Math.min(share, price)
  const voters = (cost - paid) / brings
  const error = sumError(to - from + 16, cost + paid) / brings + 16 * ULP * voters
  if (leastFor(voters - error, true) >= found.voters) return Infinity
  const equal = first || share < price
  const [low, high] = [leastFor(voters - error, equal), leastFor(voters + error, equal)]
  if (low === high && (first || Math.abs(share - price) > NEAR * share)) return Math.max(1, low)
  return exactVoters(buying, found.project, histogramOf(supportersOf(standing, found.project), standing.purseOf, standing.purses))
}

function exactVoters({ standing, bought, first }: Buying, project: number, { purses: which, counts }: Histogram): number {
  const { tally, purses, share } = standing
  const { price: { num, rich }, den } = bought
  const cost = unitsOf(tally, project)
  // in parts of 1 / (per × den): price and share
  const per = unitsOf(tally, bought.project) * BigInt(rich)
  const price = num * cost
  const whole = BigInt(share) * per * den
  const paid = which.reduce((sum, purse, i) => {
    const has = numeratorOf(purses, purse) * per
    return sum + (has < price ? has : price) * BigInt(counts[i] ?? 0)
  }, 0n)
  const [missing, brings] = [cost * per * den - paid, price < whole ? price : whole]
  return Math.max(1, Number(first || whole < price ? ceiling(missing, brings) : missing / brings + 1n))
}

/** The highest whole number that is at most x or, if equal is not enough, less than x. */
const mostFor = (x: number, equal: boolean): number => (equal ? Math.floor(x) : Math.ceil(x) - 1)

function costThere(buying: Buying, found: Found): number {
  const { standing, effective, first } = buying
  const supporters = supportersOf(standing, found.project)
  const { cost, error, all } = nearCost(supporters, standing.money, effective)
  if (mostFor((cost + error) / standing.tally.voters, true) <= found.cost) return 0
  const [low, high] = [-1, 1].map((side) => mostFor((cost + side * error) / standing.tally.voters, first || all))
  return low !== undefined && low === high ? low : exactCost(buying, histogramOf(supporters, standing.purseOf, standing.purses))
}

type NearCost = { readonly cost: number; readonly error: number; readonly all: boolean }

/** effective × q for the largest q with F(q) ≥ effective × q, in units; `all`: everybody has less than q. An infinite error says nothing. */
function nearCost({ members, from, to, sizes }: Supporters, money: Float64Array, effective: number): NearCost {
  let price = Infinity
  for (;;) {
    let [paid, poor, rich, most] = [0, 0, 0, 0]
    for (let at = from; at < to; at++) {
      const index = members[at] ?? 0
      const has = money[index] ?? 0
      if (has > most) most = has
      if (has > price) rich += sizes[index] ?? 0
      else if (has > 0) {
        paid += has * (sizes[index] ?? 0)
        poor += sizes[index] ?? 0
      }
    }
    if (rich + poor < effective * (1 - NEAR)) return { cost: 0, error: 0, all: false }
    // about as many supporters as effective votes: whether any price will do is a question of equals
    if (rich + poor < effective * (1 + NEAR) || effective - rich < effective * NEAR) return { cost: price, error: Infinity, all: false }
    const next = paid / (effective - rich)
    if (next < price * (1 - 8 * ULP)) price = next
    else {
      const error = effective * price * (sumError(to - from + 32, 1) * effective / (effective - rich) + 64 * ULP)
      return { cost: effective * price, error: Math.abs(most - price) > NEAR * price ? error : Infinity, all: most < price }
    }
  }
}

function exactCost({ standing, bought, first }: Buying, { purses: which, counts }: Histogram): number {
  const { tally, purses } = standing
  const { price: { num, rich }, den } = bought
  const per = unitsOf(tally, bought.project) * BigInt(rich)
  // effective votes are whole / num
  const whole = per * den
  const held = which.map((purse, i) => ({ has: numeratorOf(purses, purse), count: BigInt(counts[i] ?? 0) }))
    .sort((a, b) => (a.has < b.has ? 1 : a.has > b.has ? -1 : 0))
  const supporters = held.reduce((sum, { count }) => sum + count, 0n) * num
  if (supporters < whole || (supporters === whole && !first)) return 0
  let paid = held.reduce((sum, { has, count }) => sum + has * count, 0n)
  let left = whole
  for (const { has, count } of held) {
    if (has * left <= paid * num) break
    paid -= has * count
    left -= count * num
  }
  const [above, below] = [per * paid, left * BigInt(tally.voters)]
  const all = (held[0]?.has ?? 0n) * left < paid * num
  return Number(first || all ? above / below : ceiling(above, below) - 1n)
}
