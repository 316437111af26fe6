import type { Said } from '../../kit/pure.ts'

/** The kinds of place, from wide to narrow; `spot` is a common part such as 中心花园. */
export const PLACE_KINDS = ['district', 'street', 'community', 'grid', 'compound', 'building', 'unit', 'room', 'spot'] as const

/** One kind of place. */
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** What each kind is called on screens. */
export const PLACE_KIND_SAID: Readonly<Record<PlaceKind, Said>> = {
  district: { zh: '区', en: 'district' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  grid: { zh: '网格', en: 'grid' },
  compound: { zh: '小区', en: 'compound' },
  building: { zh: '楼栋', en: 'building' },
  unit: { zh: '单元', en: 'unit' },
  room: { zh: '房屋', en: 'home' },
  spot: { zh: '公共部位', en: 'common part' },
}

/** Kinds that people call by a name of its own rather than by a number. */
export const NAMED_KINDS: readonly PlaceKind[] = ['district', 'street', 'community', 'grid', 'compound', 'spot']

/** True for a word that is a kind of place. */
export const isPlaceKind = (word: string): word is PlaceKind => PLACE_KINDS.some((kind) => kind === word)
