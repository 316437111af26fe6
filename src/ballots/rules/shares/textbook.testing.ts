/** Equal Shares as a textbook says it, voter by voter in exact fractions: slow, and so short that one sees that it is right. For tests. */
import type { BudgetInstance, Completion } from './budget.ts'

type Fraction = readonly [num: bigint, den: bigint]
const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d]

/** The smallest q so that the sum of min(money, q) is the cost; undefined if there is not enough. */
function priceOf(moneys: readonly Fraction[], cost: Fraction): Fraction | undefined {
  const sorted = [...moneys].sort((a, b) => (less(a, b) ? -1 : 1))
  let rest = cost
  for (let i = 0; i < sorted.length; i++) {
    const money = sorted[i] ?? [0n, 1n]
    const q: Fraction = [rest[0], rest[1] * BigInt(sorted.length - i)]
    if (!less(money, q)) return q
    rest = minus(rest, money)
  }
  return undefined
}

function once({ projects, ballots }: BudgetInstance, sum: number, ties: readonly string[]): string[] {
  const money: Fraction[] = ballots.map(() => [BigInt(sum), BigInt(ballots.length)])
  const winners: string[] = []
  for (;;) {
    let best: { id: string; supporters: number[]; q: Fraction; effective: Fraction } | undefined
    for (const id of ties.filter((one) => !winners.includes(one))) {
      const cost: Fraction = [BigInt(projects.find((project) => project.id === id)?.cost ?? 0), 1n]
      const supporters = ballots.flatMap((ballot, voter) => (ballot.includes(id) ? [voter] : []))
      const q = priceOf(supporters.map((voter) => money[voter] ?? [0n, 1n]), cost)
      if (!q || supporters.length === 0) continue
      const effective: Fraction = [cost[0] * q[1], q[0]]
      if (!best || less(best.effective, effective)) best = { id, supporters, q, effective }
    }
    if (!best) return winners
    winners.push(best.id)
    for (const voter of best.supporters) {
      const has = money[voter] ?? [0n, 1n]
      money[voter] = less(has, best.q) ? [0n, 1n] : minus(has, best.q)
    }
  }
}

/** Winners in order of selection. `ties` names every project; costs are above 0. */
export function textbook(instance: BudgetInstance, completion: Completion, ties: readonly string[], step: number): readonly string[] {
  const { budget, projects, ballots } = instance
  const spent = (ids: readonly string[]): number => projects.reduce((sum, { id, cost }) => sum + (ids.includes(id) ? cost : 0), 0)
  const wanted = projects.filter(({ id }) => ballots.some((ballot) => ballot.includes(id)))
  let winners = once(instance, budget, ties)
  if (completion === 'none') return winners
  for (let sum = budget + step * ballots.length; winners.length < wanted.length; sum += step * ballots.length) {
    const next = once(instance, sum, ties)
    if (spent(next) > budget) break
    winners = next
  }
  if (completion === 'add1') return winners
  const votes = (id: string): number => ballots.filter((ballot) => ballot.includes(id)).length
  const rest = wanted.filter(({ id }) => !winners.includes(id)).sort((a, b) => votes(b.id) - votes(a.id) || ties.indexOf(a.id) - ties.indexOf(b.id))
  for (const { id, cost } of rest) if (spent(winners) + cost <= budget) winners = [...winners, id]
  return winners
}
