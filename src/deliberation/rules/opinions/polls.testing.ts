/** Polls made up for tests: camps that answer alike, told by a seed. */
import { seeded } from './seeded.ts'
import type { Sign, Vote } from './ledger.ts'

/** A camp: how many people, and for each statement the side it takes. `firm` is how often somebody answers as the camp does. */
export type Camp = { readonly people: number; readonly sides: readonly Sign[]; readonly firm?: number }

/** Answers of all camps; person i of camp c is called `c-i`. `answered` is the share of statements that each answers. */
export function campVotes(camps: readonly Camp[], seed: string, answered = 1): readonly Vote[] {
  const random = seeded(seed)
  const votes: Vote[] = []
  camps.forEach(({ people, sides, firm = 1 }, camp) => {
    for (let i = 0; i < people; i++) {
      sides.forEach((side, statement) => {
        if (random() >= answered) return
        const other = ([-1, 0, 1] as const)[Math.floor(random() * 3)] ?? 0
        votes.push({ person: `${camp}-${i}`, statement: String(statement), sign: random() < firm ? side : other, at: 0 })
      })
    }
  })
  return votes
}

/** How far two groupings of the same people agree: 1 the same, about 0 by chance. Source: Hubert and Arabie, Comparing Partitions (1985). */
export function adjustedRand(pairs: readonly (readonly [number, number])[]): number {
  const couples = (n: number): number => n * (n - 1) / 2
  const counted = (keys: readonly string[]): number => {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return [...counts.values()].reduce((sum, n) => sum + couples(n), 0)
  }
  const both = counted(pairs.map((pair) => pair.join()))
  const [first, second] = [counted(pairs.map(([a]) => String(a))), counted(pairs.map(([, b]) => String(b)))]
  const expected = first * second / couples(pairs.length)
  return (both - expected) / ((first + second) / 2 - expected)
}
