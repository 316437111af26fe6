/** A building as it is divided up. `x`, `y`: metres east and south on its compound's sketch, null where nobody drew it. `no` as people say it. */
export type Block = {
  readonly id: string; readonly compound: string; readonly no: string; readonly homes: number; readonly x: number | null; readonly y: number | null
}

const numberOf = (no: string): number => Number(/\d+/.exec(no)?.[0] ?? 0)
const text = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0)

/** Buildings in the order in which people say them: by compound, number, letter. The order of the input never matters. [RO71] */
export const inOrder = <B extends Block>(blocks: readonly B[]): readonly B[] => [...blocks].sort((one, two) =>
  text(one.compound, two.compound) || numberOf(one.no) - numberOf(two.no) || text(one.no, two.no) || text(one.id, two.id))

type Point = { readonly x: number; readonly y: number }
const far = (one: Point, two: Point): number => (one.x - two.x) ** 2 + (one.y - two.y) ** 2

/** True when no third building stands in or on the circle over two (Gabriel's graph, which always hangs together): nobody walks past another door. */
function neighbours(one: Point, two: Point, all: readonly Point[]): boolean {
  const between = far(one, two)
  return all.every((other) => other === one || other === two || far(one, other) + far(other, two) > between)
}

/** Pairs of places in the ordered list that stand beside each other, within one compound. Without a sketch a row by number is taken. */
function pairsIn(blocks: readonly Block[], from: number): [number, number][] {
  const points = blocks.flatMap(({ x, y }) => (x === null || y === null ? [] : [{ x, y }]))
  const alone = new Set(points.map(({ x, y }) => `${x} ${y}`)).size === blocks.length
  if (!alone) return blocks.slice(1).map((_, at) => [from + at, from + at + 1])
  return points.flatMap((one, at) => points.slice(at + 1).flatMap((two, more): [number, number][] =>
    (neighbours(one, two, points) ? [[from + at, from + at + 1 + more]] : [])))
}

/**
 * Which buildings stand beside which, as lists of places in `inOrder(blocks)`. Within a compound by its sketch, so that all hang together; compounds
 * of one
 * grid hang together at the last building of one and the first of the next. [RO71]
 */
export function besides(ordered: readonly Block[]): readonly (readonly number[])[] {
  const near = ordered.map((): number[] => [])
  const join = (one: number, two: number): void => { near[one]?.push(two); near[two]?.push(one) }
  for (let from = 0; from < ordered.length;) {
    const compound = ordered[from]?.compound
    const own = ordered.slice(from).filter((one) => one.compound === compound)
    for (const [one, two] of pairsIn(own, from)) join(one, two)
    from += own.length
    if (from < ordered.length) join(from - 1, from)
  }
  return near
}

/** True when the chosen places hang together: one can be walked from any to any other without leaving them. Nothing hangs together as well. */
export function hangTogether(chosen: readonly number[], near: readonly (readonly number[])[]): boolean {
  const [first] = chosen
  if (first === undefined) return true
  const left = new Set(chosen)
  const next = [first]
  left.delete(first)
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const other of near[at] ?? []) if (left.delete(other)) next.push(other)
  }
  return left.size === 0
}
