/** What a browser keeps of somebody's work that the server lacks yet. Each part of the product that keeps something says so here; signing out asks all of them. */
import type { Said } from '../../kit/pure.ts'

/** Work that waits: what it is, how much of it, and the page from which it is sent. */
export type LeftWork = { readonly what: Said; readonly count: number; readonly href: string }
export type Keeper = {
  /** What waits here of this person's. */
  readonly left: (person: string) => Promise<readonly LeftWork[]>
  /** Erases what is kept of this person's, sent or not; null: of everybody's, as when a session was taken away. */
  readonly erase: (person: string | null) => Promise<void>
}

const keepers: Keeper[] = []
/** Names something that keeps work in this browser; called once, before the first page is drawn. */
export const keepsHere = (keeper: Keeper): void => { keepers.push(keeper) }

/** A keeper whose code is fetched when it is asked: pages that nobody signs out of never load it. */
export const lazyKeeper = (load: () => Promise<Keeper>): Keeper => ({ left: async (person) => (await load()).left(person), erase: async (person) => (await load()).erase(person) })

/** What waits in this browser of this person's work. A store that is closed keeps nothing. */
export const leftHere = async (person: string): Promise<readonly LeftWork[]> =>
  (await Promise.all(keepers.map((one) => one.left(person).catch(() => [])))).flat()

/** Erases what this browser keeps of a person's work and leaves what is somebody else's; null: of everybody's. */
export async function eraseHere(person: string | null): Promise<void> {
  await Promise.allSettled(keepers.map((one) => one.erase(person)))
}
