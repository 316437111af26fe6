import type { Said } from '../../kit/pure.ts'
import { categoryOf, type CategoryCode } from './categories.ts'
import { suggest } from './suggest.ts'

/** How far back is looked for what is near, in days, and how many are shown. */
export const SIMILAR = { days: 30, most: 3, least: 50 } as const
const DAY = 86_400_000

/** Cells of 250 m lie row by row over the district. */
const CELLS_A_ROW = 40

/** The cell of a place and the eight around it: everything within 250 m lies in one of them. Empty where the cell is not known. */
export function cellsAround(cell: number | null): readonly number[] {
  if (cell === null) return []
  const column = cell % CELLS_A_ROW
  return [-1, 0, 1].flatMap((row) => [-1, 0, 1].filter((by) => column + by >= 0 && column + by < CELLS_A_ROW).map((by) => cell + row * CELLS_A_ROW + by))
    .filter((one) => one >= 0)
}

/** What belongs to one building: the same in the building across is another matter. */
const OF_A_BUILDING: ReadonlySet<string> = new Set<CategoryCode>(['lift', 'corridor_clutter', 'fire_equipment', 'wiring', 'ebike', 'wall_falling',
  'unsafe_building', 'lighting', 'cleaning', 'access_control', 'roof_leak', 'public_pipe', 'add_lift', 'barrier_free', 'stair_parts', 'wall_seep', 'crack'])

/**
 * What is known of a matter that may be the same: its public title, its category, where it lies towards the place (in another building: `across`),
 * since when.
 */
export type Candidate = {
  readonly title: string; readonly category: string; readonly where: 'here' | 'building' | 'near' | 'across'
  /** Epoch milliseconds. */
  readonly filedAt: number
}
/** What is being written: the words, the category that was chosen (null: none yet), and when, in epoch milliseconds. */
export type Sought = { readonly words: string; readonly category: CategoryCode | null; readonly at: number }
/** How alike, 0 to 100 in whole points, and why, in a sentence. */
export type Likeness = { readonly score: number; readonly why: Said }

/** The categories among which is looked: the one chosen, and those that the words speak for. */
export function categoriesSought({ words, category }: Pick<Sought, 'words' | 'category'>): readonly CategoryCode[] {
  const said = suggest(words).filter((one) => one.words.length > 0).map(({ code }) => code)
  return [...new Set([...(category === null ? [] : [category]), ...said])]
}

const bigrams = (text: string): ReadonlySet<string> => {
  const signs = [...text.normalize('NFKC').replace(/[\s\p{P}]+/gu, '').toLowerCase()]
  return new Set(signs.slice(1).map((sign, i) => (signs[i] ?? '') + sign))
}

/** How many of a title's pairs of signs stand in the words too, in points of 15. */
function wordPoints(words: string, title: string): number {
  const [said, known] = [bigrams(words), bigrams(title)]
  return known.size === 0 ? 0 : Math.floor((15 * [...known].filter((pair) => said.has(pair)).length) / known.size)
}

function categoryPoints(sought: readonly CategoryCode[], category: string): number {
  if (sought[0] === category) return 45
  if (sought.some((code) => code === category)) return 30
  return sought[0] !== undefined && categoryOf(sought[0]).group === categoryOf(category).group ? 12 : 0
}

const PLACE = {
  here: [25, { zh: '就在这个地方', en: 'at this very place' }], building: [20, { zh: '同一栋楼', en: 'in the same building' }],
  near: [10, { zh: '附近', en: 'nearby' }], across: [5, { zh: '附近的楼', en: 'in a building nearby' }],
} as const

/**
 * [M26] How alike what somebody writes is to a matter that stands in public: category 45, place 25, words 15, time 15. Only the public title is
 * compared, never what another said (P34); the points order a hint and decide nothing.
 */
export function likeness({ words, category, at }: Sought, candidate: Candidate): Likeness {
  const sought = categoriesSought({ words, category })
  const apart = candidate.where === 'across' && OF_A_BUILDING.has(candidate.category)
  const { zh } = categoryOf(candidate.category)
  const ofCategory = categoryPoints(sought, candidate.category)
  const ofWords = wordPoints(words, candidate.title + zh)
  const days = Math.max(0, Math.floor((at - candidate.filedAt) / DAY))
  const [ofPlace, where] = PLACE[candidate.where]
  const what = ofCategory >= 30 ? { zh: '同一类事', en: 'of the same kind' } : { zh: '说的相近', en: 'much the same words' }
  return { score: apart ? 0 : ofCategory + ofPlace + ofWords + (days <= 2 ? 15 : days <= 7 ? 10 : days <= SIMILAR.days ? 5 : 0),
    why: { zh: `${where.zh}，${what.zh}`, en: `${where.en}, ${what.en}` } }
}

/** The most alike of some matters, best first and the newer of two; at most three, none that is far from alike. */
export function mostAlike<C extends Candidate>(sought: Sought, candidates: readonly C[], most: number = SIMILAR.most): readonly (C & Likeness)[] {
  return candidates.map((one) => ({ ...one, ...likeness(sought, one) })).filter(({ score }) => score >= SIMILAR.least)
    .sort((a, b) => b.score - a.score || b.filedAt - a.filedAt).slice(0, most)
}
