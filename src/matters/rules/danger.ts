import type { Said, Source } from '../../kit/pure.ts'
import { DANGER_PACK, FALSE_ALARMS } from './packs/danger-words.ts'
import type { DangerKind, DangerNumber } from './packs/danger-words.ts'

export type { DangerKind, DangerNumber } from './packs/danger-words.ts'

/** A sign of danger found in somebody's words, with what to show and what must happen. */
export type Danger = {
  readonly kind: DangerKind
  readonly name: Said
  /** The words that were recognised, for the worker who checks; never shown to others. */
  readonly words: readonly string[]
  /** Numbers to show before anything else. `dial` is null where the number stands in the lift or on the door. */
  readonly numbers: readonly DangerNumber[]
  /** What the law asks of whoever receives this, and of us. */
  readonly duty: Said
  readonly source: Source | null
  /** Minutes within which the named worker or duty holder has to act; provisional. */
  readonly minutes: number
  /** Goes to a named worker only: no captain, no board, no counts under 10, no hints of similar matters [P16]. */
  readonly namedWorker: boolean
}

/**
 * Signs of danger in free words, the most serious first [P16]. It reads phrases, not people: a false alarm costs a look, a missed sign costs more.
 * Idioms (打死结, 笑死), events (家暴宣传) and fears (怕着火) are taken out first. Empty when there is none.
 */
export function dangersIn(text: string): readonly Danger[] {
  let plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '$1')
  for (const alarm of FALSE_ALARMS) plain = plain.replace(alarm, '　')
  const found: Danger[] = []
  for (const { patterns, ...danger } of DANGER_PACK.dangers) {
    const words = patterns.flatMap(pattern => pattern.exec(plain)?.[0] ?? [])
    if (words.length > 0) found.push({ ...danger, words: [...new Set(words)] })
  }
  return found
}

/** Whether words must go to a named worker only [P16]. */
export const needsNamedWorker = (text: string): boolean => dangersIn(text).some(danger => danger.namedWorker)

/** What a kind of danger is called, as a matter's `urgent` carries it; null for a kind that is not in the pack. */
export const dangerName = (kind: string): Said | null => DANGER_PACK.dangers.find(danger => danger.kind === kind)?.name ?? null
