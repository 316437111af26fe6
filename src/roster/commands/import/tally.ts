import { keptPeople } from '../../rules/import/index.ts'
import type { Judgment } from './judge.ts'

/** What an import would bring, counted while its rows are judged. */
export class Tally {
  readonly #names = new Map<string, Set<string>>()
  readonly #households = new Set<string>()
  readonly #seenOn: string
  constructor(seenOn: string) { this.#seenOn = seenOn }

  /** Counts a judged row; one that can't be read brings nothing. */
  add({ judged, fixed, home }: Judgment): void {
    if (judged.verdict === 'cannot' || home === null) return
    const row = fixed ?? judged
    const people = keptPeople(row.people, this.#seenOn)
    const names = this.#names.get(home) ?? new Set()
    for (const { name = '' } of people) names.add(name)
    this.#names.set(home, names)
    if (people.length > 0) this.#households.add(row.householdNo === undefined ? home : `${home} ${row.householdNo}`)
  }

  get numbers(): { readonly people: number; readonly households: number; readonly homes: number } {
    return { people: [...this.#names.values()].reduce((sum, { size }) => sum + size, 0), households: this.#households.size, homes: this.#names.size }
  }
}
