/** Where everything in the drawing of an opinion map stands, in pixels. Pure: the same map gives the same drawing at the same width. */

export type Point = readonly [x: number, y: number]
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
type Shape = { readonly dots: readonly Point[]; readonly outline: readonly Point[] }
/** A group as it is drawn: its points, the outline around them, and where its name stands (the middle of its line). */
export type Laid = Shape & { readonly name: Point }

function boxOf(points: readonly Point[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x); box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y); box.bottom = Math.max(box.bottom, y)
  }
  return points.length === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : box
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Where a name may stand beside what it names: above, below, at the right, at the left. */
function besides(own: Box, width: number, line: number): readonly Point[] {
  const [x, y] = [(own.left + own.right) / 2, (own.top + own.bottom) / 2]
  return [[x, own.top - line], [x, own.bottom + line], [own.right + width / 2 + 10, y], [own.left - width / 2 - 10, y]]
}

/**
 * Lays groups out in `width` by `height` pixels: one scale for both directions, so that nearness is nearness. Names, each as wide as
 * `nameWidths` says and `line` high, stand beside their group, where they cover no point and no other name if that can be.
 */
export function layOut(groups: readonly Shape[], { width, height, line, nameWidths }:
  { width: number; height: number; line: number; nameWidths: readonly number[] }): readonly Laid[] {
  const all = boxOf(groups.flatMap(({ dots, outline }) => [...dots, ...outline]))
  const [side, above] = [18, line * 1.7]
  const scale = Math.min((width - 2 * side) / Math.max(all.right - all.left, 1e-9), (height - 2 * above) / Math.max(all.bottom - all.top, 1e-9))
  const [midX, midY] = [(all.left + all.right) / 2, (all.top + all.bottom) / 2]
  const place = ([x, y]: Point): Point => [width / 2 + (x - midX) * scale, height / 2 + (y - midY) * scale]
  const placed = groups.map(({ dots, outline }) => ({ dots: dots.map(place), outline: outline.map(place) }))
  const taken: Box[] = []
  return placed.map((shape, n) => {
    const wide = nameWidths[n] ?? 0
    const boxed = besides(boxOf(shape.outline), wide, line).map(([x, y]): Point => [Math.min(Math.max(x, wide / 2 + 4), width - wide / 2 - 4), y])
      .map(([x, y]) => ({ at: [x, y] as const, box: { left: x - wide / 2, right: x + wide / 2, top: y - line * 0.6, bottom: y + line * 0.6 } }))
    const cost = ({ box }: { box: Box }): number => (box.top < 0 || box.bottom > height ? 10_000 : 0) + 500 * taken.filter((other) => meet(box,
      other)).length
      + placed.flatMap(({ dots }) => dots).filter(([x, y]) => meet(box, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })).length
    const best = boxed.reduce((one, other) => (cost(other) < cost(one) ? other : one))
    taken.push(best.box)
    return { ...shape, name: best.at }
  })
}
