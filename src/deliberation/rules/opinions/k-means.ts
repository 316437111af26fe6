/** Groups of points around centres. */
import { parameters } from './parameters.ts'
import type { Points } from './positions.ts'

/** Group of each point, 0 … k - 1, the largest group first; centres by group; `spread` is the sum of squared distances to them. */
export type Grouping = { readonly of: Int32Array; readonly centres: Points; readonly sizes: readonly number[]; readonly spread: number }

const squared = (x: number, y: number): number => x * x + y * y

/** Starts far apart: each further one is drawn by the square of its distance to the nearest before (k-means++). Fewer, if points are few. */
function starts({ x, y }: Points, k: number, random: () => number): { readonly x: number[]; readonly y: number[] } {
  const first = Math.min(x.length - 1, Math.floor(random() * x.length))
  const centres = { x: [x[first] ?? 0], y: [y[first] ?? 0] }
  const nearest = new Float64Array(x.length).fill(Infinity)
  while (centres.x.length < k) {
    const cx = centres.x.at(-1) ?? 0
    const cy = centres.y.at(-1) ?? 0
    let total = 0
    for (let i = 0; i < x.length; i++) {
      const distance = Math.min(nearest[i] ?? 0, squared((x[i] ?? 0) - cx, (y[i] ?? 0) - cy))
      nearest[i] = distance
      total += distance
    }
    if (!(total > 0)) break
    let [left, at, last] = [random() * total, -1, 0]
    for (let i = 0; i < x.length && at < 0; i++) {
      if ((nearest[i] ?? 0) === 0) continue
      last = i
      left -= nearest[i] ?? 0
      if (left < 0) at = i
    }
    if (at < 0) at = last
    centres.x.push(x[at] ?? 0)
    centres.y.push(y[at] ?? 0)
  }
  return centres
}

/** Gives each point its nearest centre, of equals the first; returns whether anything moved. */
function assign({ x, y }: Points, centres: { readonly x: readonly number[]; readonly y: readonly number[] }, of: Int32Array): boolean {
  let moved = false
  const k = centres.x.length
  for (let i = 0; i < x.length; i++) {
    const px = x[i] ?? 0
    const py = y[i] ?? 0
    let best = Infinity
    let at = 0
    for (let c = 0; c < k; c++) {
      const distance = squared(px - (centres.x[c] ?? 0), py - (centres.y[c] ?? 0))
      if (distance < best) {
        best = distance
        at = c
      }
    }
    if (of[i] !== at) {
      of[i] = at
      moved = true
    }
  }
  return moved
}

function recentre({ x, y }: Points, of: Int32Array, centres: { readonly x: number[]; readonly y: number[] }): void {
  const k = centres.x.length
  const [sumX, sumY, count] = [new Float64Array(k), new Float64Array(k), new Float64Array(k)]
  for (let i = 0; i < x.length; i++) {
    const c = of[i] ?? 0
    sumX[c] = (sumX[c] ?? 0) + (x[i] ?? 0)
    sumY[c] = (sumY[c] ?? 0) + (y[i] ?? 0)
    count[c] = (count[c] ?? 0) + 1
  }
  for (let c = 0; c < k; c++) {
    const n = count[c] ?? 0
    if (n === 0) continue
    centres.x[c] = (sumX[c] ?? 0) / n
    centres.y[c] = (sumY[c] ?? 0) / n
  }
}

function once(points: Points, k: number, random: () => number): Grouping {
  const centres = starts(points, k, random)
  const of = new Int32Array(points.x.length).fill(-1)
  for (let i = 0; i < parameters.rounds && assign(points, centres, of); i++) recentre(points, of, centres)
  const sizes = centres.x.map(() => 0)
  let spread = 0
  of.forEach((c, i) => {
    sizes[c] = (sizes[c] ?? 0) + 1
    spread += squared((points.x[i] ?? 0) - (centres.x[c] ?? 0), (points.y[i] ?? 0) - (centres.y[c] ?? 0))
  })
  return { of, centres: { x: Float64Array.from(centres.x), y: Float64Array.from(centres.y) }, sizes, spread }
}

/** Numbers groups by size, the largest first, then by where they stand, so that numbers don't hang on the drawing of starts. */
function numbered({ of, centres, sizes, spread }: Grouping): Grouping {
  const order = sizes.map((_, c) => c).filter((c) => (sizes[c] ?? 0) > 0).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0)
    || (centres.x[a] ?? 0) - (centres.x[b] ?? 0) || (centres.y[a] ?? 0) - (centres.y[b] ?? 0))
  const place = new Map(order.map((c, i) => [c, i]))
  return {
    of: of.map((c) => place.get(c) ?? 0), sizes: order.map((c) => sizes[c] ?? 0), spread,
    centres: { x: Float64Array.from(order, (c) => centres.x[c] ?? 0), y: Float64Array.from(order, (c) => centres.y[c] ?? 0) },
  }
}

/** The tightest of several groupings into `k` groups (fewer where fewer different points are). Starts are drawn from `random`. [OM5] */
export function groupInto(points: Points, k: number, random: () => number): Grouping {
  let best = once(points, k, random)
  for (let i = 1; i < parameters.starts; i++) {
    const other = once(points, k, random)
    if (other.spread < best.spread * (1 - 1e-12)) best = other
  }
  return numbered(best)
}
