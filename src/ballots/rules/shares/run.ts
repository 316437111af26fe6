/**
 * Equal Shares with approvals, where a project is worth to its supporters what it costs. Everybody holds the same part of the money. Again and again
 * the project with the most effective votes is bought: cost / price, the number of supporters as if all of them paid the full price.
 *
 * Effective votes can only fall from round to round, because money does. So what a project had when it was last looked at bounds what it has now, and
 * most projects need no look. Source: Peters, Pierczyński, Skowron, Proportional Participatory Budgeting with Additive Utilities, 2021.
 */
import { canPay, exactPrice, histogramOf, nearPrice, NEAR, sumError, ULP, type ExactPrice, type Near, type Supporters } from './price.ts'
import { addLevel, denOf, doubles, firstPurses, numeratorOf, type Purses } from './purses.ts'
import type { Tally } from './tally.ts'

/** Where a run stands: what every class has, and who still matters. Money is in units of fen / voters. */
export type Standing = {
  readonly tally: Tally
  readonly share: number
  readonly purses: Purses
  readonly purseOf: Int32Array
  readonly money: Float64Array
  readonly members: Int32Array
  /** End of each project's supporters who have something left. */
  readonly end: Int32Array
}

export type Bought = { readonly project: number; readonly price: ExactPrice; readonly den: bigint }
export type Run = { readonly bought: readonly Bought[]; readonly spent: number }
/** Told before each purchase, while everybody still has what they pay with, and after the last one. */
export type Watch = { readonly buys: (standing: Standing, bought: Bought) => void; readonly done: (standing: Standing) => void }

/** A project that may still be bought: no more than `most` effective votes, at no less than `least`. */
type Candidate = { readonly project: number; readonly cost: number; most: number; least: number }
type Contender = { readonly candidate: Candidate; readonly near: Near; readonly high: number }

/** Cost of a project in units, exactly. */
export const unitsOf = (tally: Tally, project: number): bigint => BigInt(tally.costs[project] ?? 0) * BigInt(tally.voters)

/** Supporters of a project who have something left. */
export const supportersOf = ({ tally, members, end }: Standing, project: number): Supporters =>
  ({ members, from: tally.first[project] ?? 0, to: end[project] ?? 0, sizes: tally.sizes })

/** Runs Equal Shares on `share` fen in all. `spent` is in fen. */
export function equalShares(tally: Tally, share: number, watch?: Watch): Run {
  const standing = begin(tally, share)
  const bought: Bought[] = []
  let spent = 0
  const buy = (one: Bought): void => {
    watch?.buys(standing, one)
    bought.push(one)
    spent += tally.costs[one.project] ?? 0
  }
  for (const project of freeOnes(tally)) buy({ project, price: { num: 0n, rich: tally.votes[project] ?? 1, poor: [] }, den: 1n })
  let candidates = candidatesOf(tally)
  for (;;) {
    const { best, gone } = bestOf(standing, candidates)
    if (!best) break
    const { project } = best.candidate
    const payers = histogramOf(supportersOf(standing, project), standing.purseOf, standing.purses)
    const price = exactPrice(standing.purses, payers, unitsOf(tally, project), best.near)
    buy({ project, price, den: denOf(standing.purses) })
    pay(standing, project, price)
    candidates = candidates.filter((candidate) => candidate !== best.candidate && !gone.has(candidate))
  }
  watch?.done(standing)
  return { bought, spent }
}

function begin(tally: Tally, share: number): Standing {
  const classes = tally.sizes.length
  return {
    tally, share, purses: firstPurses(share), purseOf: new Int32Array(classes).fill(share > 0 ? 1 : 0), money: new Float64Array(classes).fill(share),
    members: tally.members.slice(), end: tally.first.slice(1),
  }
}

/** Projects that cost nothing and are wanted: bought before all others, in the order of ties. */
function freeOnes({ costs, votes, rank }: Tally): readonly number[] {
  return costs.flatMap((cost, project) => (cost === 0 && (votes[project] ?? 0) > 0 ? [project] : [])).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))
}

function candidatesOf({ costs, votes, voters }: Tally): Candidate[] {
  return costs.flatMap((fen, project) => {
    const most = votes[project] ?? 0
    if (fen === 0 || most === 0) return []
    const cost = fen * voters
    return [{ project, cost, most, least: cost / most * (1 - 8 * ULP) }]
  })
}

/** Looks at candidates, from the highest bound on, until no bound reaches the best that is sure; then decides among those that doubles leave. */
function bestOf(standing: Standing, candidates: readonly Candidate[]): { readonly best: Contender | undefined; readonly gone: Set<Candidate> } {
  const gone = new Set<Candidate>()
  const queue = [...candidates].sort((a, b) => b.most - a.most)
  let sure = 0
  let contenders: Contender[] = []
  for (const candidate of queue) {
    if (candidate.most < sure) break
    const near = lookAt(standing, candidate, sure)
    if (near === 'gone') gone.add(candidate)
    else if (near !== 'less') {
      const { project: _, cost } = candidate
      if (near.error < Infinity) {
        candidate.most = Math.min(candidate.most, cost / (near.price - near.error) * (1 + 8 * ULP))
        candidate.least = near.price - near.error
        sure = Math.max(sure, cost / (near.price + near.error) * (1 - 8 * ULP))
      }
      contenders.push({ candidate, near, high: candidate.most })
    }
  }
  contenders = contenders.filter(({ high }) => high >= sure)
  return { best: contenders.length > 1 ? decide(standing, contenders) : contenders[0], gone }
}

/** The price of one candidate as it stands; 'gone' if its supporters can no longer pay, 'less' if it surely has fewer effective votes than `sure`. */
function lookAt(standing: Standing, candidate: Candidate, sure: number): Near | 'gone' | 'less' {
  const { project, cost } = candidate
  const total = leaveOutEmpty(standing, project)
  const supporters = supportersOf(standing, project)
  const slack = 2 * sumError(supporters.to - supporters.from, total + cost)
  if (total < cost - slack) return 'gone'
  const counted = () => histogramOf(supporters, standing.purseOf, standing.purses)
  if (total <= cost + slack && !canPay(standing.purses, counted(), unitsOf(standing.tally, project))) return 'gone'
  const near = nearPrice(supporters, standing.money, cost, candidate.least, (price) => cost / price * (1 + 8 * ULP) < sure)
  if (typeof near !== 'number') return near
  candidate.least = near
  candidate.most = Math.min(candidate.most, cost / near * (1 + 8 * ULP))
  return 'less'
}

/** Drops supporters who have nothing left from a project's part of `members`, and says what the others have together. */
function leaveOutEmpty({ tally, members, end, money }: Standing, project: number): number {
  const to = end[project] ?? 0
  let next = tally.first[project] ?? 0
  let total = 0
  for (let at = next; at < to; at++) {
    const index = members[at] ?? 0
    const has = money[index] ?? 0
    if (has > 0) {
      total += has * (tally.sizes[index] ?? 0)
      members[next++] = index
    }
  }
  end[project] = next
  return total
}

/** The one with the most effective votes, exactly; among equals the first in the order of ties. */
function decide(standing: Standing, contenders: readonly Contender[]): Contender | undefined {
  const { tally, purses, purseOf } = standing
  let best: { readonly contender: Contender; readonly votes: bigint; readonly per: bigint } | undefined
  for (const contender of contenders) {
    const { project } = contender.candidate
    const cost = unitsOf(tally, project)
    const { num, rich } = exactPrice(purses, histogramOf(supportersOf(standing, project), purseOf, purses), cost, contender.near)
    // effective votes are cost × rich × den / num; den is the same for all
    const votes = cost * BigInt(rich)
    const ahead = best === undefined ? 1n : votes * best.per - best.votes * num
    const rank = (one: Contender): number => tally.rank[one.candidate.project] ?? 0
    if (ahead > 0n || (ahead === 0n && best !== undefined && rank(contender) < rank(best.contender))) best = { contender, votes, per: num }
  }
  return best?.contender
}

/** Everybody who supports `project` pays: the poor all they have, the others the price. */
function pay(standing: Standing, project: number, { num, rich, poor }: ExactPrice): void {
  const { purses, purseOf, money } = standing
  const level = purses.dens.length
  const becomes = new Int32Array(purses.near.length).fill(-1)
  for (const purse of [0, ...poor]) becomes[purse] = 0
  const den = denOf(purses) * BigInt(rich)
  const double = doubles(den)
  const created: { readonly num: bigint; readonly level: number }[] = []
  const { members, from, to } = supportersOf(standing, project)
  for (let at = from; at < to; at++) {
    const index = members[at] ?? 0
    const purse = purseOf[index] ?? 0
    let next = becomes[purse] ?? 0
    if (next < 0) {
      const left = numeratorOf(purses, purse) * BigInt(rich) - num
      next = left === 0n ? 0 : purses.exact.length + created.length
      if (next > 0) {
        created.push({ num: left, level })
        purses.near[next] = double(left)
      }
      becomes[purse] = next
    }
    purseOf[index] = next
    money[index] = purses.near[next] ?? 0
  }
  purses.exact.push(...created)
  addLevel(purses, den, rich)
}
