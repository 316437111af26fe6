import type { Said } from '../../kit/pure.ts'
import { isWithin, type PlaceKind } from '../../places/rules/index.ts'
import type { PostKind } from './posts.ts'

/** The levels of the chain of responsibility, from the stairs up. */
export const CHAIN_LEVELS = ['captain', 'grid_worker', 'grid_lead', 'community', 'street'] as const

/** One level of the chain. */
export type ChainLevelName = (typeof CHAIN_LEVELS)[number]

/** What each level is called, and the kinds of post that stand for it, first things first. */
export const CHAIN_LEVEL: Readonly<Record<ChainLevelName, { readonly said: Said; readonly posts: readonly PostKind[] }>> = {
  captain: { said: { zh: '楼栋长', en: 'building captain' }, posts: ['captain'] },
  grid_worker: { said: { zh: '网格员', en: 'grid worker' }, posts: ['grid_worker'] },
  grid_lead: { said: { zh: '网格长', en: 'grid leader' }, posts: ['grid_lead'] },
  community: { said: { zh: '社区', en: 'community' }, posts: ['community_secretary', 'community_deputy'] },
  street: { said: { zh: '街道', en: 'street' }, posts: ['street_secretary', 'street_director'] },
}

/** Somebody in a post: holder or deputy. */
export type Incumbent = {
  readonly person: string; readonly name: string; readonly since: string; readonly termUntil: string | null
  readonly publicName: boolean; readonly publicPhone: boolean
}

/** A post on a day, with who held it. `paths` are the administrative paths of its places. */
export type ChainPost = {
  readonly post: string; readonly kind: PostKind; readonly title: string; readonly org: string; readonly orgName: string
  readonly place: string; readonly placeName: string; readonly paths: readonly string[]
  readonly floorFrom: number | null; readonly floorTo: number | null; readonly phone: string | null
  readonly holder: Incumbent | null; readonly deputy: Incumbent | null
  /** Day since which nobody holds it, where known. */
  readonly vacantSince: string | null
}

/** The post that something falls to. */
export type FallsTo = { readonly level: ChainLevelName; readonly post: string; readonly title: string; readonly person: string;
  readonly name: string }

/** A level of a chain: its posts, and what is missing. `gap` is null when at least one post is held. */
export type ChainLevel = {
  readonly level: ChainLevelName; readonly said: Said; readonly posts: readonly ChainPost[]
  readonly gap: { readonly why: 'vacant' | 'none'; readonly fallsTo: FallsTo | null } | null
}

/** What the chain needs to know of a place. */
export type ChainPlace = { readonly kind: PlaceKind; readonly path: string; readonly inGrid: boolean; readonly floor: number | null }

/** The levels that a place of this kind has: a common part has no captain, a community no grid. [O10] */
export function levelsOf({ kind, inGrid }: ChainPlace): readonly ChainLevelName[] {
  const from = (first: ChainLevelName): readonly ChainLevelName[] => CHAIN_LEVELS.slice(CHAIN_LEVELS.indexOf(first))
  if (kind === 'building' || kind === 'unit' || kind === 'room') return CHAIN_LEVELS
  if (kind === 'community') return from('community')
  if (kind === 'street' || kind === 'district') return from('street')
  return from(kind === 'grid' || inGrid ? 'grid_worker' : 'community')
}

/** Who acts in a post: the holder, or the deputy while there is none. */
export const inPost = (post: ChainPost): Incumbent | null => post.holder ?? post.deputy

/** What finding posts for a place needs to know of them. */
export type PlacedPost = Pick<ChainPost, 'kind' | 'title' | 'paths' | 'floorFrom' | 'floorTo'>

const onFloor = (post: PlacedPost, floor: number | null): boolean =>
  floor === null || (post.floorFrom === null || post.floorFrom <= floor) && (post.floorTo === null || floor <= post.floorTo)

/** The posts of one level for a place; of nested areas (small grid in grid) those of the smallest come first. */
export function postsAt<P extends PlacedPost>(level: ChainLevelName, place: ChainPlace, posts: readonly P[]): P[] {
  const { posts: kinds } = CHAIN_LEVEL[level]
  const depth = (post: P): number => Math.max(...post.paths.filter((path) => isWithin(place.path, path)).map((path) =>
    path.split('.').length))
  return posts
    .filter((post) => kinds.includes(post.kind) && onFloor(post, place.floor) && post.paths.some((path) => isWithin(place.path, path)))
    .sort((one, two) => kinds.indexOf(one.kind) - kinds.indexOf(two.kind) || depth(two) - depth(one)
      || (one.floorFrom ?? 0) - (two.floorFrom ?? 0) || (one.title < two.title ? -1 : 1))
}

/** The first post that is held in one of these levels: to whom something falls meanwhile. [O10] */
export function firstHeld(levels: readonly { readonly level: ChainLevelName; readonly posts: readonly ChainPost[] }[]): FallsTo | null {
  for (const { level, posts } of levels) {
    for (const post of posts) {
      const person = inPost(post)
      if (person !== null) return { level, post: post.post, title: post.title, person: person.person, name: person.name }
    }
  }
  return null
}

/**
 * The chain of responsibility of a place: every level with its posts and who holds them, and for each level that is vacant or has no
 * post the post above to which it falls meanwhile. [O10]
 */
export function chainFor(place: ChainPlace, posts: readonly ChainPost[]): ChainLevel[] {
  const levels = levelsOf(place).map((level) => ({ level, said: CHAIN_LEVEL[level].said, posts: postsAt(level, place, posts) }))
  return levels.map((level, at) => {
    if (level.posts.some((post) => inPost(post) !== null)) return { ...level, gap: null }
    return { ...level, gap: { why: level.posts.length === 0 ? 'none' as const : 'vacant' as const, fallsTo: firstHeld(levels.slice(at + 1)) } }
  })
}
