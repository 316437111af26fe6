/** How well groups stand apart. */
import type { Grouping } from './k-means.ts'
import { parameters } from './parameters.ts'
import type { Points } from './positions.ts'

/** Who is looked at: everybody, or every n-th from left to right where there are too many. */
function lookedAt({ x, y }: Points): Int32Array {
  const all = Int32Array.from(x, (_, i) => i)
  const step = Math.ceil(x.length / parameters.silhouettePeople)
  if (step <= 1) return all
  return all.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0) || a - b).filter((_, i) => i % step === 0)
}

/** People arranged group by group, and where each group begins. */
type Arranged = { readonly x: Float64Array; readonly y: Float64Array; readonly group: Int32Array; readonly from: readonly number[] }

function arranged(points: Points, { of, sizes }: Grouping): Arranged {
  const people = lookedAt(points)
  const byGroup = sizes.map((_, group) => people.filter((i) => of[i] === group))
  const from = byGroup.reduce((starts, list) => [...starts, (starts.at(-1) ?? 0) + list.length], [0])
  const order = byGroup.flatMap((list) => [...list])
  return {
    x: Float64Array.from(order, (i) => points.x[i] ?? 0), y: Float64Array.from(order, (i) => points.y[i] ?? 0),
    group: Int32Array.from(order, (i) => of[i] ?? 0), from,
  }
}

/** Sums of distances from each person to each group: entry i · groups + group. Each distance is taken once for both of its ends. */
function distances({ x, y, group, from }: Arranged): Float64Array {
  const groups = from.length - 1
  const sums = new Float64Array(x.length * groups)
  for (let i = 0; i < x.length; i++) {
    const px = x[i] ?? 0
    const py = y[i] ?? 0
    const own = group[i] ?? 0
    for (let other = own; other < groups; other++) {
      const to = from[other + 1] ?? 0
      let sum = 0
      for (let j = Math.max(i + 1, from[other] ?? 0); j < to; j++) {
        const dx = px - (x[j] ?? 0)
        const dy = py - (y[j] ?? 0)
        const distance = Math.sqrt(dx * dx + dy * dy)
        sum += distance
        const back = j * groups + own
        sums[back] = (sums[back] ?? 0) + distance
      }
      sums[i * groups + other] = (sums[i * groups + other] ?? 0) + sum
    }
  }
  return sums
}

/**
 * The mean silhouette, -1 to 1: by how much everybody is nearer to their own group than to the next. Somebody alone counts 0.
 * Source: P. J. Rousseeuw, Silhouettes (1987).
 */
export function silhouetteOf(points: Points, grouping: Grouping): number {
  const people = arranged(points, grouping)
  const groups = people.from.length - 1
  const counts = Array.from({ length: groups }, (_, group) => (people.from[group + 1] ?? 0) - (people.from[group] ?? 0))
  const sums = distances(people)
  let total = 0
  people.group.forEach((own, i) => {
    if ((counts[own] ?? 0) <= 1) return
    const inside = (sums[i * groups + own] ?? 0) / ((counts[own] ?? 0) - 1)
    let outside = Infinity
    for (let other = 0; other < groups; other++) {
      const count = counts[other] ?? 0
      if (other !== own && count > 0) outside = Math.min(outside, (sums[i * groups + other] ?? 0) / count)
    }
    const larger = Math.max(inside, outside)
    if (larger > 0 && outside < Infinity) total += (outside - inside) / larger
  })
  return people.group.length === 0 ? 0 : total / people.group.length
}
