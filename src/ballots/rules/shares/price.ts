/**
 * The price of a project: the smallest cap so that its supporters, each paying the cap or, if they have less, all they have, pay it together.
 * First in doubles with a bound of the error, and exactly where the bound does not decide.
 */
import { denOf, numeratorOf, sumOf, type Purses } from './purses.ts'

/** What one operation with doubles may be wrong by, relatively. */
export const ULP = 2 ** -53
/** How exact a price in doubles claims to be, relatively. What lies nearer to something else is decided exactly. */
export const NEAR = 1e-9

/** Supporters of one project who have something left, by class: places from..to of `members`. */
export type Supporters = { readonly members: Int32Array; readonly from: number; readonly to: number; readonly sizes: Int32Array }

/** A price in doubles; the true one is within `error`, which is infinite where doubles say nothing. */
export type Near = { readonly price: number; readonly error: number }

/** What a sum over `terms` classes that comes to `cost` may be wrong by. */
export const sumError = (terms: number, cost: number): number => 2 * ULP * (terms + 16) * cost

type Pass = { readonly poor: number; readonly rich: number; readonly surelyRich: number; readonly lowestRich: number; readonly most: number }

function passAt({ members, from, to, sizes }: Supporters, money: Float64Array, price: number): Pass {
  const sure = price * (1 + NEAR)
  let [poor, rich, surelyRich, lowestRich, most] = [0, 0, 0, Infinity, 0]
  for (let at = from; at < to; at++) {
    const index = members[at] ?? 0
    const has = money[index] ?? 0
    const size = sizes[index] ?? 0
    if (has > most) most = has
    if (has < price) poor += has * size
    else {
      rich += size
      if (has < lowestRich) lowestRich = has
      if (has > sure) surelyRich += size
    }
  }
  return { poor, rich, surelyRich, lowestRich, most }
}

/**
 * The price in doubles; or a price that is surely not above it, as a number, once `tooDear` says of that one that it no longer matters. `money` is
 * what a voter of each class has, at most four ULP from the truth; `least` is surely not above the price. Requires that the supporters can pay.
 *
 * Whoever is called poor, the others cannot pay less than what the poor leave over: so each guess is at most the price, and whom it leaves poor is
 * poor. The guesses rise and end at the price. It is as exact as NEAR if so many are surely rich that a cap a little higher makes up for rounding.
 */
export function nearPrice(
  supporters: Supporters, money: Float64Array, cost: number, least: number, tooDear: (price: number) => boolean,
): Near | number {
  const wrong = sumError(supporters.to - supporters.from, cost)
  let price = least
  for (;;) {
    const { poor, rich, surelyRich, lowestRich, most } = passAt(supporters, money, price)
    if (rich === 0) return { price: most, error: Infinity }
    const next = (cost - poor) / rich
    const decided = lowestRich > next * (1 + NEAR)
    if (decided || next <= price) {
      const found = Math.max(next, price)
      const room = found * NEAR * (decided ? rich : surelyRich)
      return { price: found, error: room > 2 * wrong ? found * NEAR : Infinity }
    }
    const surely = next - 2 * wrong / rich
    if (tooDear(surely)) return surely
    price = next
  }
}

/** Supporters counted by purse; those with the empty purse are not among them. */
export type Histogram = { readonly purses: readonly number[]; readonly counts: readonly number[] }

/** Counts supporters by purse. */
export function histogramOf({ members, from, to, sizes }: Supporters, purseOf: Int32Array, { near }: Purses): Histogram {
  const counted = new Int32Array(near.length)
  const purses: number[] = []
  for (let at = from; at < to; at++) {
    const index = members[at] ?? 0
    const purse = purseOf[index] ?? 0
    const before = counted[purse] ?? 0
    if (before === 0 && purse > 0) purses.push(purse)
    counted[purse] = before + (sizes[index] ?? 0)
  }
  return { purses, counts: purses.map((purse) => counted[purse] ?? 0) }
}

/** Whether these supporters can pay `cost` (units) together, exactly. */
export function canPay(purses: Purses, { purses: which, counts }: Histogram, cost: bigint): boolean {
  return sumOf(purses, which, counts) >= cost * denOf(purses)
}

/** An exact price: num / (rich × newest denominator). `rich` voters pay it, the others have one of the purses `poor` and pay all they have. */
export type ExactPrice = { readonly num: bigint; readonly rich: number; readonly poor: readonly number[] }

/**
 * The exact price. Purses that `near` calls surely poor or surely rich are taken as such; those between are gone through from the smallest on, until
 * one is as much as the cap that those from there on would pay. Requires that the supporters can pay.
 */
export function exactPrice(purses: Purses, { purses: which, counts }: Histogram, cost: bigint, near: Near): ExactPrice {
  const poor: number[] = []
  const poorCounts: number[] = []
  const between: { readonly purse: number; readonly count: number; readonly has: bigint }[] = []
  let rich = 0
  which.forEach((purse, i) => {
    const [has, count] = [purses.near[purse] ?? 0, counts[i] ?? 0]
    const slack = near.error + 8 * ULP * has
    if (has < near.price - slack) {
      poor.push(purse)
      poorCounts.push(count)
      return
    }
    rich += count
    if (has <= near.price + slack) between.push({ purse, count, has: numeratorOf(purses, purse) })
  })
  let num = cost * denOf(purses) - sumOf(purses, poor, poorCounts)
  between.sort((a, b) => (a.has < b.has ? -1 : a.has > b.has ? 1 : 0))
  for (const { purse, count, has } of between) {
    if (has * BigInt(rich) >= num || count === rich) break
    poor.push(purse)
    num -= has * BigInt(count)
    rich -= count
  }
  return { num, rich, poor }
}
