/** Keeps a live map from flickering. What is published is always drawn from the votes alone. */
import { parameters } from './parameters.ts'

/** The number of groups shown, and which other number has won how often in a row. */
export type Steady = { readonly shown: number; readonly rival: number; readonly wins: number }

/** The next state when a drawing finds `groups`: another number is shown only after it won four times in a row. [OM12] */
export function steadied(before: Steady | undefined, groups: number): Steady {
  if (!before || before.shown === groups) return { shown: groups, rival: groups, wins: 0 }
  const wins = before.rival === groups ? before.wins + 1 : 1
  return wins >= parameters.steady ? { shown: groups, rival: groups, wins: 0 } : { shown: before.shown, rival: groups, wins }
}

/**
 * New numbers for groups so that each keeps the number of the group before that most of its people were in: `renamed[new] = old`. Groups that none
 * precedes get the lowest free numbers. Arguments: each person's group before and now. [OM12]
 */
export function keptNumbers(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>, count: number): readonly number[] {
  const shared = new Map<string, { readonly old: number; readonly fresh: number; people: number }>()
  for (const [person, fresh] of now) {
    const old = before.get(person)
    if (old === undefined || old >= count || old < 0 || fresh < 0) continue
    const key = `${old} ${fresh}`
    const pair = shared.get(key) ?? { old, fresh, people: 0 }
    pair.people++
    shared.set(key, pair)
  }
  const renamed = new Map<number, number>()
  const taken = new Set<number>()
  for (const { old, fresh } of [...shared.values()].sort((a, b) => b.people - a.people || a.old - b.old || a.fresh - b.fresh)) {
    if (renamed.has(fresh) || taken.has(old)) continue
    renamed.set(fresh, old)
    taken.add(old)
  }
  const free = Array.from({ length: count }, (_, number) => number).filter((number) => !taken.has(number))
  return Array.from({ length: count }, (_, fresh) => renamed.get(fresh) ?? free.shift() ?? fresh)
}
