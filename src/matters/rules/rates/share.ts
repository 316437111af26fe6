import type { Counts } from './counts.ts'
import type { RatePack } from './pack.ts'

/** Below so many answers nothing is said in public, whatever a pack allows: with fewer, somebody's own answer could be told from the share. */
export const PUBLIC_BASE = 10
/** Over so many assessment months, the present one among them, the public share is counted. */
export const PUBLIC_MONTHS = 12

/** How much of what a party ended was only explained. `explained` of `base` answers, `permille` rounded half up; null where too few are asked. */
export type ExplainedShare = { readonly size: 'none' | 'small' } | {
  readonly size: 'enough'; readonly explained: number; readonly base: number; readonly permille: number
}

/** [R10] The share of 'explained' in what reporters answered about a party: nothing where there is no answer, and no figure for a small base. */
export function explainedShare({ visits, explained }: Counts, pack: RatePack): ExplainedShare {
  if (visits === 0) return { size: 'none' }
  if (visits < Math.max(PUBLIC_BASE, pack.values.minBase)) return { size: 'small' }
  return { size: 'enough', explained, base: visits, permille: Math.floor((2000 * explained + visits) / (2 * visits)) }
}
