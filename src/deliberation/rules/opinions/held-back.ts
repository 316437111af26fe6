/** How many of the answers that wait go into the next live map. [OM14] */
import { parameters } from './parameters.ts'

/** [OM14] A live map is drawn from so many people on: five go in, and five wait. */
export const peopleForLiveMap: number = 2 * parameters.smallestGroup

const people = (voters: readonly string[]): number => new Set(voters).size

/**
 * The first so many of the waiting answers, given by who gave each in the order of writing: at least `least` people are among those that go in, and at least
 * `least` others among those that wait on. So neither two live maps nor the last live one and the final one differ by what fewer people said. Where it can
 * be, nobody's answers are torn apart. 0 while there are too few. *Source: P13.*
 */
export function readyAnswers(voters: readonly string[], least: number): number {
  if (people(voters) < 2 * least) return 0
  const later = new Set<string>()
  let cut = voters.length
  while (later.size < least) later.add(voters[--cut] ?? '')
  const first = new Map<string, number>()
  for (const [at, voter] of voters.entries()) if (!first.has(voter)) first.set(voter, at)
  let whole = cut
  for (let at = voters.length - 1; at >= whole; at--) whole = Math.min(whole, first.get(voters[at] ?? '') ?? at)
  return people(voters.slice(0, whole)) < least ? cut : whole
}
