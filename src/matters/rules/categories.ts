import { CATEGORY_TREE } from './categories/tree.ts'

/** The code of a first-level category, as `fire_safety`. */
export type CategoryGroup = (typeof CATEGORY_TREE)[number]['code']
/** The code of a second-level category, as `lift`: what a matter carries. */
export type CategoryCode = (typeof CATEGORY_TREE)[number]['kinds'][number]['code']
/** Why a category skips the captain and the compound's own bodies [P04]. */
export type Sensitive = 'neighbour' | 'letting' | 'family' | 'crime'
/** The audience of a post: one word that decides what is closed to it. */
export type Audience = 'captain' | 'grid' | 'community' | 'branch' | 'owners' | 'firm' | 'station' | 'utility' | 'developer' | 'street' | 'unit'

export type Category = {
  readonly code: CategoryCode
  readonly group: CategoryGroup
  readonly zh: string
  readonly en: string
  readonly groupZh: string
  readonly groupEn: string
  readonly sensitive: Sensitive | null
  /** Audiences that never see a matter of this category. Empty when it is not sensitive. */
  readonly closedTo: readonly Audience[]
  /** False when it never stands on the public board, whatever the reporter chose. It still counts. */
  readonly board: boolean
  /** The public title; `{place}` becomes the public place. */
  readonly title: string
}

// The firm repairs common pipes and rules over decorating and (public rental) leases, so it stays a possible party of those.
const CLOSED_TO: Readonly<Record<Sensitive, readonly Audience[]>> = {
  neighbour: ['captain', 'branch', 'owners'],
  letting: ['captain', 'branch', 'owners'],
  family: ['captain', 'branch', 'owners', 'firm', 'developer', 'utility', 'unit'],
  crime: ['captain', 'branch', 'owners', 'firm', 'developer', 'utility', 'unit'],
}

type Kind = { readonly code: CategoryCode; readonly zh: string; readonly en: string; readonly title: string
  readonly sensitive?: Sensitive; readonly board?: false }

/** Every second-level category in the order of the tree. */
export const CATEGORIES: readonly Category[] = CATEGORY_TREE.flatMap(group => group.kinds.map((kind: Kind) => ({
  code: kind.code, group: group.code, zh: kind.zh, en: kind.en, groupZh: group.zh, groupEn: group.en, title: kind.title,
  sensitive: kind.sensitive ?? null, closedTo: kind.sensitive ? CLOSED_TO[kind.sensitive] : [], board: kind.board ?? true,
})))

const BY_CODE: ReadonlyMap<string, Category> = new Map(CATEGORIES.map(category => [category.code, category]))

/** Whether a word from outside is the code of a second-level category. */
export const isCategory = (code: string): code is CategoryCode => BY_CODE.has(code)

/** The category of a code. A code that is none gets the category `other`, so that old rows stay readable. */
export function categoryOf(code: string): Category {
  const found = BY_CODE.get(code) ?? BY_CODE.get('other')
  if (!found) throw new Error('the category tree lost its last resort')
  return found
}

/** The category as a screen says it: 公共安全·电梯. */
export function categoryName(code: string): { zh: string; en: string } {
  const { groupZh, groupEn, zh, en } = categoryOf(code)
  return { zh: `${groupZh}·${zh}`, en: `${groupEn}: ${en}` }
}

/** The audiences that never see a matter of this category; the captain of the building is among them for every sensitive one [P04]. */
export const closedTo = (code: string): readonly Audience[] => categoryOf(code).closedTo

const NUMERAL = '(?:[0-9]+|[一二三四五六七八九十百零〇两甲乙丙丁]+|[A-Za-z])'
const BUILDING = new RegExp(`^(.*?)(${NUMERAL}(?:号楼|號樓|栋|棟|幢|号院|座))(.*)$`, 'u')
const BELOW_BUILDING = new RegExp(`${NUMERAL}(?:单元|單元|门|梯|楼(?![前后下旁道])|层|樓|室|房|户|號房|号房).*$|[0-9]{3,}.*$`, 'u')
const CODED = /(^|[^0-9])([0-9]{1,3})[-—–−][0-9].*$/u
const BESIDE = /^(?:前|后|旁|东侧|西侧|南侧|北侧|门口|门前|楼下|顶层|顶楼|首层|大堂)$/u

/**
 * The part of a place's label that the public may read: down to the building or the common place, never unit, floor or room [P23].
 * `纺机新村7号楼3单元` → `纺机新村7号楼`; `3-2-1201` → `3号楼`; `中心花园` stays; a bare room number becomes the empty string.
 */
export function publicPlace(label: string): string {
  const text = label.normalize('NFKC').replace(/[\s\p{C}]+/gu, '').replace(CODED, '$1$2号楼')
  const [, before = '', building = '', after = ''] = BUILDING.exec(text) ?? []
  if (!building) return text.replace(BELOW_BUILDING, '')
  if (/[0-9]{4}/.test(building)) return before.replace(BELOW_BUILDING, '')
  return before.replace(BELOW_BUILDING, '') + building + (BESIDE.exec(after)?.[0] ?? '')
}

/** The public title of a matter: the category's template over the public part of the place [P23]. Raw words never enter it. */
export const titleFrom = (code: string, placeLabel: string): string => categoryOf(code).title.replaceAll('{place}', publicPlace(placeLabel))
