/** What keeps a head from voting, and how a register counts. Pure. */
import { headsOf, totalsOf, type Title } from '../heads.ts'
import type { CompoundRule, Measure, TitleKind } from '../vote.ts'

/** Why nobody can vote for a head as it stands: somebody has to do something first. */
export type Stop = 'death' | 'court_order' | 'nobody' | 'not_chosen'

/**
 * [B82] Why a head can't vote: its owner died and no heir is entered, a court ordered it, nobody is entered for it, or its joint owners have not
 * chosen one of them. Null when it can.
 */
export function stopOf(head: { readonly blocked: 'death' | 'court_order' | null; readonly owners: number; readonly chosen: number }): Stop | null {
  if (head.blocked !== null) return head.blocked
  if (head.owners === 0) return 'nobody'
  return head.chosen === 0 ? 'not_chosen' : null
}

/** A title as the register keeps it: `head` is its head, `developer` whether that is the developer's. */
export type KeptTitle = { readonly id: string; readonly head: string; readonly developer: boolean; readonly kind: TitleKind; readonly area: number
  readonly building: string | null; readonly unit: string | null }

/** A kept title as the rules of heads read it: its head stands for the set of its owners, the developer's for everything unsold and undelivered. */
export const asTitle = ({ id, head, developer, kind, area, building, unit }: KeptTitle): Title => ({
  id, area, building, unit, kind, state: developer ? 'unsold' : 'sold', owners: developer ? [] : [head],
})

/** Titles that count, their heads and area: what quorums would be shares of today. [B81] [B6] */
export type Counted = Measure & { readonly titles: number }

/** [B81] How a register counts by the compound's rule, as article 9 of the interpretation counts heads. */
export function countRegister(titles: readonly KeptTitle[], counts: CompoundRule['counts']): Counted {
  const plain = titles.map(asTitle)
  return { ...totalsOf(headsOf(plain, counts)), titles: plain.filter(({ kind }) => counts[kind] !== 'nothing').length }
}
