/** The order in which people speak, and lines of the minutes that come from several pages, some of them late. */
import type { LineKind } from './words.ts'

export type Turn = { readonly id: string; readonly label: string; readonly askedAt: string; readonly spokeAt: string | null; readonly dropped: boolean }

/** [DM8] Who waits to speak, in order: who has not spoken yet first, each in the order of asking. Two who asked at once go by their ids. */
export function whoSpeaks<T extends Turn>(turns: readonly T[]): readonly T[] {
  const spoke = new Set(turns.filter(({ spokeAt }) => spokeAt !== null).map(({ label }) => label))
  const rank = ({ label }: Turn): number => (spoke.has(label) ? 1 : 0)
  return turns.filter(({ spokeAt, dropped }) => spokeAt === null && !dropped)
    .sort((a, b) => rank(a) - rank(b) || (a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : a.id < b.id ? -1 : 1))
}

/** What a line says and where it stands. */
export type LineWords = { readonly agenda: number | null; readonly placeIn: number; readonly kind: LineKind; readonly label: string; readonly words: string
  readonly struck: boolean }
export type StoredLine = LineWords & { readonly version: number }
export type SentLine = LineWords & { readonly id: string; readonly version: number }
export type Merged = { readonly outcome: 'kept' | 'conflict'; readonly version: number; readonly write: boolean }

const same = (a: LineWords, b: LineWords): boolean => a.agenda === b.agenda && a.placeIn === b.placeIn && a.kind === b.kind && a.label === b.label
  && a.words === b.words && a.struck === b.struck

/**
 * [DM9] What becomes of a line that a page sends: new ones are kept, a change of what the page last saw is kept, what is already so is kept without a
 * change, and a change of something that somebody else changed since is a conflict: nothing is written and both texts are shown.
 */
export function mergeLine(stored: StoredLine | undefined, sent: SentLine): Merged {
  if (stored === undefined) return { outcome: 'kept', version: 1, write: true }
  if (same(stored, sent)) return { outcome: 'kept', version: stored.version, write: false }
  return stored.version === sent.version ? { outcome: 'kept', version: stored.version + 1, write: true }
    : { outcome: 'conflict', version: stored.version, write: false }
}
