/** Ballots laid out for counting. Voters who approve the same are one class: they always have the same money. */
import type { BudgetInstance } from './budget.ts'

export type Tally = {
  readonly voters: number
  readonly budget: number
  readonly ids: readonly string[]
  /** Fen, by project. */
  readonly costs: readonly number[]
  /** Voters who approve it, by project. */
  readonly votes: Int32Array
  /** Place in the order of ties, by project. */
  readonly rank: Int32Array
  /** Voters of each class. */
  readonly sizes: Int32Array
  /** Classes that approve project p: members[first[p]] to members[first[p + 1] - 1]. */
  readonly first: Int32Array
  readonly members: Int32Array
}

const ROOT = -1

/** Gives each set of projects a number; sets come as sorted project numbers. A walk down a tree whose branches are kept in one map. */
function classifier(projects: number): { readonly sets: number[][]; find(set: readonly number[]): number } {
  const branch = new Map<number, number>()
  const classAt: number[] = []
  const sets: number[][] = []
  return {
    sets,
    find(set) {
      let node = ROOT
      for (const project of set) {
        const key = (node + 1) * projects + project
        const next = branch.get(key)
        if (next === undefined) branch.set(key, node = branch.size)
        else node = next
      }
      const known = classAt[node + 1]
      if (known !== undefined) return known
      classAt[node + 1] = sets.length
      sets.push([...set])
      return sets.length - 1
    },
  }
}

function ranks(ids: readonly string[], numbers: ReadonlyMap<string, number>, ties: readonly string[]): Int32Array {
  const rank = new Int32Array(ids.length).fill(-1)
  let next = 0
  for (const id of [...ties, ...ids]) {
    const project = numbers.get(id)
    if (project !== undefined && rank[project] === -1) rank[project] = next++
  }
  return rank
}

/** Lays out `instance`; `ties` is the order among equals. Projects keep their places, ballots lose theirs. */
export function tallyOf(instance: BudgetInstance, ties: readonly string[] = []): Tally {
  const ids = instance.projects.map(({ id }) => id)
  const numbers = new Map(ids.map((id, project) => [id, project]))
  const classes = classifier(ids.length)
  const sizes: number[] = []
  const votes = new Int32Array(ids.length)
  for (const ballot of instance.ballots) {
    const set: number[] = []
    for (const id of ballot) {
      const project = numbers.get(id)
      if (project !== undefined && !set.includes(project)) set.push(project)
    }
    set.sort((a, b) => a - b)
    for (const project of set) votes[project] = (votes[project] ?? 0) + 1
    const found = classes.find(set)
    sizes[found] = (sizes[found] ?? 0) + 1
  }
  return {
    voters: instance.ballots.length, budget: instance.budget, ids, costs: instance.projects.map(({ cost }) => cost), votes,
    rank: ranks(ids, numbers, ties), sizes: Int32Array.from(sizes), ...byProject(ids.length, classes.sets),
  }
}

function byProject(projects: number, sets: readonly (readonly number[])[]): Pick<Tally, 'first' | 'members'> {
  const first = new Int32Array(projects + 1)
  for (const set of sets) for (const project of set) first[project + 1] = (first[project + 1] ?? 0) + 1
  for (let project = 0; project < projects; project++) first[project + 1] = (first[project + 1] ?? 0) + (first[project] ?? 0)
  const members = new Int32Array(first[projects] ?? 0)
  const next = first.slice()
  sets.forEach((set, index) => {
    for (const project of set) {
      const place = next[project] ?? 0
      members[place] = index
      next[project] = place + 1
    }
  })
  return { first, members }
}

/** Voters who approve none of `winners` (project numbers). */
export function leftOut(tally: Tally, winners: readonly number[]): number {
  const served = new Uint8Array(tally.sizes.length)
  for (const project of winners) {
    for (let at = tally.first[project] ?? 0; at < (tally.first[project + 1] ?? 0); at++) served[tally.members[at] ?? 0] = 1
  }
  let out = 0
  tally.sizes.forEach((size, index) => { if (served[index] === 0) out += size })
  return out
}
