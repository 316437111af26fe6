/**
 * Equal Shares as a textbook says it: doubles, voter by voter, each round sorts the supporters of every project by money. Only a project whose
 * supporters can no longer pay is dropped. With `skips`, a project is also passed over in a round once another has more effective votes than it had
 * when it was last looked at, as better tools do.
 */
import type { BudgetInstance } from '../../src/ballots/rules/shares/index.ts'

function once(costs: readonly number[], supporters: readonly (readonly number[])[], voters: number, sum: number, skips: boolean): number[] {
  const money = new Array<number>(voters).fill(sum / voters)
  const winners: number[] = []
  const last = new Map(costs.map((_, project) => [project, supporters[project]?.length ?? 0]))
  for (;;) {
    let [best, effective, price] = [-1, 0, 0]
    for (const [project, bound] of [...last].sort((a, b) => b[1] - a[1])) {
      if (skips && bound < effective) break
      const cost = costs[project] ?? 0
      const approving = supporters[project] ?? []
      let rest = 0
      for (const voter of approving) rest += money[voter] ?? 0
      if (rest < cost) {
        last.delete(project)
        continue
      }
      const sorted = approving.toSorted((a, b) => (money[a] ?? 0) - (money[b] ?? 0))
      let missing = cost
      let paying = sorted.length
      for (const voter of sorted) {
        const has = money[voter] ?? 0
        if (has * paying >= missing) break
        missing -= has
        paying--
      }
      const q = missing / paying
      last.set(project, cost / q)
      if (cost / q > effective) [best, effective, price] = [project, cost / q, q]
    }
    if (best < 0) return winners
    winners.push(best)
    last.delete(best)
    for (const voter of supporters[best] ?? []) money[voter] = Math.max(0, (money[voter] ?? 0) - price)
  }
}

/** Ids of the winners with add1u, `step` fen a time. */
export function textbookShares({ budget, projects, ballots }: BudgetInstance, step: number, skips = false): readonly string[] {
  const numbers = new Map(projects.map(({ id }, project) => [id, project]))
  const supporters: number[][] = projects.map(() => [])
  ballots.forEach((ballot, voter) => { for (const id of ballot) supporters[numbers.get(id) ?? -1]?.push(voter) })
  const costs = projects.map(({ cost }) => cost)
  const spent = (winners: readonly number[]): number => winners.reduce((sum, project) => sum + (costs[project] ?? 0), 0)
  let winners = once(costs, supporters, ballots.length, budget, skips)
  for (let sum = budget + step * ballots.length; winners.length < projects.length; sum += step * ballots.length) {
    const next = once(costs, supporters, ballots.length, sum, skips)
    if (spent(next) > budget) break
    winners = next
  }
  const rest = projects.map((_, project) => project).filter((project) => !winners.includes(project))
  for (const project of rest.sort((a, b) => (supporters[b]?.length ?? 0) - (supporters[a]?.length ?? 0))) {
    if (spent(winners) + (costs[project] ?? 0) <= budget) winners = [...winners, project]
  }
  return winners.map((project) => projects[project]?.id ?? '')
}
