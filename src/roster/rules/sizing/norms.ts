import type { Said } from '../../../kit/pure.ts'

/** What a norm counts. Homes per area; people per member of staff of a community. */
export const NORM_KINDS = ['community', 'grid', 'small_grid', 'captain', 'staff'] as const

/** One kind of norm. */
export type NormKind = (typeof NORM_KINDS)[number]

/** What each norm is called, and what it counts. */
export const NORM_SAID: Readonly<Record<NormKind, { readonly name: Said; readonly unit: Said }>> = {
  community: { name: { zh: '每个社区', en: 'a community' }, unit: { zh: '户', en: 'homes' } },
  grid: { name: { zh: '每个网格', en: 'a grid' }, unit: { zh: '户', en: 'homes' } },
  small_grid: { name: { zh: '每个小网格', en: 'a small grid' }, unit: { zh: '户', en: 'homes' } },
  captain: { name: { zh: '每位楼栋长', en: 'a captain' }, unit: { zh: '户', en: 'homes' } },
  staff: { name: { zh: '每名社区工作者', en: 'a member of staff' }, unit: { zh: '人', en: 'people' } },
}

/**
 * A norm of the place, as somebody entered it: from `least` (null where there is none) to `most`, in force from a day on, with the paper that it
 * comes from.
 * There is no national one that could be taken for granted, so nothing is checked until the street enters its own. [RO70]
 */
export type Norm = { readonly kind: NormKind; readonly least: number | null; readonly most: number; readonly validFrom: string;
  readonly source: string }

/** True for a word that is a kind of norm. */
export const isNormKind = (word: string): word is NormKind => NORM_KINDS.some((kind) => kind === word)

/**
 * The norm of a kind that is in force on a day: the one with the latest first day, of two the one that was entered last; null when there is none.
 * [RO70]
 */
export function normOn<N extends Norm>(norms: readonly N[], kind: NormKind, day: string): N | null {
  return norms.filter((one) => one.kind === kind && one.validFrom <= day)
    .reduce<N | null>((found, one) => (found === null || one.validFrom >= found.validFrom ? one : found), null)
}

/** How a number stands to its norm: `none` without a norm, `unknown` without a number. */
export type Fit = 'fits' | 'over' | 'under' | 'none' | 'unknown'

/** Compares a number with its norm. [RO70] */
export function fitOf(count: number | null, norm: Norm | null): Fit {
  if (norm === null) return 'none'
  if (count === null) return 'unknown'
  if (count > norm.most) return 'over'
  return norm.least !== null && count < norm.least ? 'under' : 'fits'
}
