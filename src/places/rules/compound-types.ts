/** The five types of compound by which a community treats compounds differently (分类治理). [P9] */
export const COMPOUND_TYPES = ['commodity', 'work_unit', 'public_rental', 'new', 'old_courtyard'] as const

/** One type of compound. */
export type CompoundType = (typeof COMPOUND_TYPES)[number]

/** True for a word that is a type of compound. */
export const isCompoundType = (word: string): word is CompoundType => COMPOUND_TYPES.some((type) => type === word)
