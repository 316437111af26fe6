/**
 * How much larger everybody's share may become before Equal Shares could buy anything else or in another order. Where nothing changes, `add1` needs no
 * new count: it is the same idea as add-opt for Exact Equal Shares (arXiv 2502.11797), for the rule in which the poor pay what they have.
 *
 * While the same supporters are poor in every round, what each voter has after each round, and each price, grows in proportion to how much the first
 * share has grown. So for every round one knows until when the poor stay poor and the others rich, and until when every other project stays behind:
 * at the price at which it would be as good as what is bought, its supporters would pay less than its cost. What is told is never too much, because a
 * sum of smaller ones of two is at most the sum of whichever one chooses; it may be too little, which costs a count and changes nothing.
 */
import { supportersOf, type Bought, type Standing, type Watch } from './run.ts'
import type { Tally } from './tally.ts'

/** How near to a change one has to be so that doubles are not asked, relatively, and how wrong a growth may be. */
const CLOSE = 1e-9
const DRIFT = 1e-12

/**
 * Watches a run; `until` is then by how many units a share may grow, exclusively: for every growth below it the same is bought in the same order. It is
 * 0 once it is less than `worth`.
 */
export function watchSteady(tally: Tally, worth: number): Watch & { readonly until: () => number } {
  const open = new Set(tally.ids.flatMap((_, project) => ((tally.votes[project] ?? 0) > 0 ? [project] : [])))
  const growth = new Float64Array(tally.sizes.length).fill(1)
  let until = Infinity
  let largest = 1
  /** `gap` is what lies between two sums of about `scale`; it closes by `speed` for each unit. */
  const meet = (gap: number, speed: number, scale: number, voters: number): void => {
    const closing = speed + DRIFT * largest * voters
    if (closing > 0) until = Math.min(until, Math.max(0, gap - CLOSE * scale) / closing)
    if (until < worth) until = 0
  }
  return {
    buys(standing, bought) {
      open.delete(bought.project)
      if (bought.price.num === 0n || until === 0) return
      until = Math.min(until, standing.share)
      const { price, speed } = priceOf(standing, bought, growth)
      const part = (tally.costs[bought.project] ?? 0) * tally.voters
      for (const project of open) {
        if (until === 0) return
        const cost = (tally.costs[project] ?? 0) * tally.voters
        const { paid, faster, moves, voters } = paidAt(standing, project, growth, price * cost / part, speed * cost / part)
        // where nothing moves, or surely away, what is behind stays behind, also if by the order of ties alone
        if (moves && faster > -DRIFT * largest * voters) meet(cost - paid, faster, cost, voters)
      }
      payAll(standing, bought, growth, { price, speed }, meet)
      for (const one of growth) if (Math.abs(one) > largest) largest = Math.abs(one)
    },
    done(standing) {
      if (until === 0) return
      until = Math.min(until, standing.share)
      for (const project of open) {
        const cost = (tally.costs[project] ?? 0) * tally.voters
        const { paid, faster, voters } = paidAt(standing, project, growth, Infinity, 0)
        meet(cost - paid, faster, cost, voters)
      }
    },
    until: () => until * (1 - CLOSE),
  }
}

type Price = { readonly price: number; readonly speed: number }
type Meet = (gap: number, speed: number, scale: number, voters: number) => void

/** The price that is paid, in units, and how it grows: the rich pay what the poor leave over. */
function priceOf(standing: Standing, { project, price: { num, rich, poor }, den }: Bought, growth: Float64Array): Price {
  const { members, from, to, sizes } = supportersOf(standing, project)
  const paying = new Set(poor)
  let speed = 0
  for (let at = from; at < to; at++) {
    const index = members[at] ?? 0
    if (paying.has(standing.purseOf[index] ?? 0)) speed -= (growth[index] ?? 0) * (sizes[index] ?? 0) / rich
  }
  const shift = 2n ** 60n
  return { price: Number(num * shift / (den * BigInt(rich))) / Number(shift), speed }
}

/** What a project's supporters pay together at a price that grows, how that grows at most, and whether anything of it does. */
function paidAt(standing: Standing, project: number, growth: Float64Array, price: number, speed: number) {
  const { members, from, to, sizes } = supportersOf(standing, project)
  let [paid, faster, voters, moves] = [0, 0, 0, false]
  for (let at = from; at < to; at++) {
    const index = members[at] ?? 0
    const size = sizes[index] ?? 0
    const has = standing.money[index] ?? 0
    if (has === 0) continue
    const grows = has < price ? growth[index] ?? 0 : speed
    if (grows !== 0) moves = true
    paid += Math.min(has, price) * size
    faster += grows * size
    voters += size
  }
  return { paid, faster, moves, voters }
}

/** Supporters pay: until when each stays on their side, and how what they have left grows. */
function payAll(standing: Standing, { project, price: { poor } }: Bought, growth: Float64Array, { price, speed }: Price, meet: Meet): void {
  const { members, from, to } = supportersOf(standing, project)
  const paying = new Set(poor)
  for (let at = from; at < to; at++) {
    const index = members[at] ?? 0
    const [has, grows] = [standing.money[index] ?? 0, growth[index] ?? 0]
    if (has === 0) continue
    if (paying.has(standing.purseOf[index] ?? 0)) {
      meet(price - has, grows - speed, price, 1)
      growth[index] = 0
    } else {
      // whoever has just the price would be left with something
      meet(has - price, has - price <= CLOSE * price ? Infinity : speed - grows, price, 1)
      growth[index] = grows - speed
    }
  }
}
