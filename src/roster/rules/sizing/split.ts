import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { besides, hangTogether, inOrder, type Block } from './blocks.ts'

/** A part of what is divided: its buildings in order, and their homes. */
export type Part<B extends Block = Block> = { readonly blocks: readonly B[]; readonly homes: number }

/** Up to so many buildings every way of cutting in two is looked at; above, the cuts along walks from each building. */
const LOOKED_AT_ALL = 14

const sum = (blocks: readonly Block[]): number => blocks.reduce((all, { homes }) => all + homes, 0)

const partOf = <B extends Block>(blocks: readonly B[]): Part<B> => ({ blocks, homes: sum(blocks) })

type Cut = { readonly chosen: readonly number[]; readonly off: number; readonly crossings: number }

/** How many pairs of neighbours a cut parts: fewer is tidier. */
const crossingsOf = (chosen: ReadonlySet<number>, near: readonly (readonly number[])[]): number =>
  near.reduce((all, others, at) => all + (chosen.has(at) ? others.filter((one) => !chosen.has(one)).length : 0), 0)

const before = (one: readonly number[], two: readonly number[]): boolean => {
  const at = one.findIndex((value, i) => value !== two[i])
  return at >= 0 && (one[at] ?? 0) < (two[at] ?? Infinity)
}
/** Nearest to the share first; then the fewest neighbours parted; then the lowest numbers, so that there is one answer. */
const better = (one: Cut, two: Cut): boolean =>
  one.off !== two.off ? one.off < two.off : one.crossings !== two.crossings ? one.crossings < two.crossings : before(one.chosen, two.chosen)

/** Every set of places with the first building in it. */
function* everySet(count: number): Generator<readonly number[]> {
  for (let bits = 0; bits < 2 ** (count - 1) - 1; bits++) {
    yield [0, ...Array.from({ length: count - 1 }, (_, at) => at + 1).filter((at) => bits & (1 << (at - 1)))]
  }
}

/** What hangs below each place of the walks (breadth first) from each building: such a set and its rest both hang together. */
function* walkSets(near: readonly (readonly number[])[]): Generator<readonly number[]> {
  for (let root = 0; root < near.length; root++) {
    const up = new Map<number, number>([[root, root]])
    for (const at of up.keys()) for (const other of near[at] ?? []) if (!up.has(other)) up.set(other, at)
    const below = near.map((): number[] => [])
    for (const at of up.keys()) for (let over = at; ; over = up.get(over) ?? root) { below[over]?.push(at); if (over === root) break }
    for (const [at, set] of below.entries()) {
      if (at === root) continue
      const rest = set.includes(0) ? set : near.map((_, one) => one).filter((one) => !set.includes(one))
      yield rest.sort((one, two) => one - two)
    }
  }
}

type Near = readonly (readonly number[])[]
/** Who stands beside whom among some of the places, told by their place among these. */
const within = (places: readonly number[], near: Near): Near =>
  places.map((at) => (near[at] ?? []).map((other) => places.indexOf(other)).filter((one) => one >= 0))

/** Cuts in two so that one side, the one with the first building, comes as near as can be to `share` of the homes, both hanging together. */
function cutInTwo(homes: readonly number[], near: Near, share: number): ReadonlySet<number> {
  const all = near.map((_, at) => at)
  const goal = homes.reduce((total, one) => total + one, 0) * share
  let best: Cut | null = null
  for (const chosen of homes.length <= LOOKED_AT_ALL ? everySet(homes.length) : walkSets(near)) {
    const inside = new Set(chosen)
    const own = chosen.reduce((total, at) => total + (homes[at] ?? 0), 0)
    const cut = { chosen, off: Math.abs(own - goal), crossings: crossingsOf(inside, near) }
    if (best !== null && !better(cut, best)) continue
    if (hangTogether(chosen, near) && hangTogether(all.filter((at) => !inside.has(at)), near)) best = cut
  }
  return new Set(best?.chosen ?? [0])
}

/** Places of the ordered list in `count` parts. */
function intoParts(places: readonly number[], homes: readonly number[], near: Near, count: number): readonly (readonly number[])[] {
  if (count <= 1 || places.length <= 1) return [places]
  const first = Math.floor(count / 2)
  const taken = cutInTwo(places.map((at) => homes[at] ?? 0), within(places, near), first / count)
  return [...intoParts(places.filter((_, at) => taken.has(at)), homes, near, first),
    ...intoParts(places.filter((_, at) => !taken.has(at)), homes, near, count - first)]
}

/**
 * Divides buildings into as few contiguous parts as keep each at `most` homes, as equal as can be; null when they are not too many, or there is only
 * one
 * building. A single building above `most` stays whole: no home is parted from its building. The order of the input never matters. [RO71]
 */
export function proposeSplit<B extends Block>(blocks: readonly B[], most: number): readonly Part<B>[] | null {
  const ordered = inOrder(blocks)
  const homes = sum(ordered)
  if (homes <= most || ordered.length < 2 || most <= 0) return null
  const bound = Math.max(most, ...ordered.map((one) => one.homes))
  const near = besides(ordered)
  for (let count = Math.min(ordered.length, Math.max(2, Math.ceil(homes / bound))); count < ordered.length; count++) {
    const parts = intoParts(ordered.map((_, at) => at), ordered.map((one) => one.homes), near, count)
      .map((places) => partOf(places.flatMap((at) => ordered[at] ?? [])))
    if (parts.every((part) => part.homes <= bound)) return parts
  }
  return ordered.map((one) => partOf([one]))
}

const no = (code: string, zh: string, en: string): Result<never> => refuse({ code, rule: 'RO72', explain: { zh, en } })

/**
 * Checks a division that a person made out of the proposal: every building once, no part empty, each part hanging together. Answers the parts in
 * order,
 * the one with the first building first: it keeps the number of the grid. [RO72]
 */
export function checkParts<B extends Block>(blocks: readonly B[], parts: readonly (readonly string[])[]): Result<readonly Part<B>[]> {
  const ordered = inOrder(blocks)
  const named = parts.flat()
  if (parts.length < 2 || parts.some((part) => part.length === 0)) return no('no_parts', '至少要分成两部分，每部分都要有楼。',
    'It takes two parts at least, each with buildings.')
  if (named.length !== ordered.length || ordered.some(({ id }) => !named.includes(id))) {
    return no('not_all', '有的楼没有分到，或者分了两次，或者已经不在这个网格。', 'A building is missing, named twice, or no longer in this grid.')
  }
  const near = besides(ordered)
  const places = parts.map((part) => ordered.flatMap(({ id }, at) => (part.includes(id) ? [at] : [])))
  if (!places.every((chosen) => hangTogether(chosen, near))) {
    return no('not_together', '有一部分的楼不挨着，要绕过别的网格。把它们连起来再定。', 'The buildings of one part do not hang together. Join them first.')
  }
  const made = places.map((chosen) => chosen.flatMap((at) => ordered[at] ?? [])).sort((one, two) => placeOf(ordered, one) - placeOf(ordered, two))
  return ok(made.map(partOf))
}

const placeOf = <B extends Block>(ordered: readonly B[], own: readonly B[]): number => ordered.findIndex(({ id }) => id === own[0]?.id)
