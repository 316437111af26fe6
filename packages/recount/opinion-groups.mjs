/** Who stands together on an opinion map: k-means from seeded starts, as many groups as the silhouette asks for. */
import { seeded } from './opinion-numbers.mjs'

/** k-means++: each further centre is drawn by the square of its distance to the nearest before. */
function startsOf({ x, y }, k, random) {
  const first = Math.min(x.length - 1, Math.floor(random() * x.length))
  const centres = { x: [x[first]], y: [y[first]] }
  const nearest = new Float64Array(x.length).fill(Infinity)
  while (centres.x.length < k) {
    const [cx, cy] = [centres.x.at(-1), centres.y.at(-1)]
    let total = 0
    for (let i = 0; i < x.length; i++) {
      const [dx, dy] = [x[i] - cx, y[i] - cy]
      nearest[i] = Math.min(nearest[i], dx * dx + dy * dy)
      total += nearest[i]
    }
    if (!(total > 0)) break
    let [left, at, last] = [random() * total, -1, 0]
    for (let i = 0; i < x.length && at < 0; i++) {
      if (nearest[i] === 0) continue
      last = i
      left -= nearest[i]
      if (left < 0) at = i
    }
    if (at < 0) at = last
    centres.x.push(x[at])
    centres.y.push(y[at])
  }
  return centres
}

function assign({ x, y }, centres, of) {
  let moved = false
  for (let i = 0; i < x.length; i++) {
    let [best, at] = [Infinity, 0]
    for (let c = 0; c < centres.x.length; c++) {
      const [dx, dy] = [x[i] - centres.x[c], y[i] - centres.y[c]]
      const distance = dx * dx + dy * dy
      if (distance < best) [best, at] = [distance, c]
    }
    if (of[i] !== at) [of[i], moved] = [at, true]
  }
  return moved
}

function recentre({ x, y }, of, centres) {
  const k = centres.x.length
  const [sumX, sumY, count] = [new Float64Array(k), new Float64Array(k), new Float64Array(k)]
  for (let i = 0; i < x.length; i++) {
    sumX[of[i]] += x[i]
    sumY[of[i]] += y[i]
    count[of[i]] += 1
  }
  for (let c = 0; c < k; c++) if (count[c] > 0) [centres.x[c], centres.y[c]] = [sumX[c] / count[c], sumY[c] / count[c]]
}

function once(points, k, random, rounds) {
  const centres = startsOf(points, k, random)
  const of = new Int32Array(points.x.length).fill(-1)
  for (let i = 0; i < rounds && assign(points, centres, of); i++) recentre(points, of, centres)
  const sizes = centres.x.map(() => 0)
  let spread = 0
  of.forEach((c, i) => {
    sizes[c] += 1
    const [dx, dy] = [points.x[i] - centres.x[c], points.y[i] - centres.y[c]]
    spread += dx * dx + dy * dy
  })
  return { of, centres, sizes, spread }
}

/** The tightest of several groupings, numbered by size, equals from left to right. */
function groupInto(points, k, random, { starts, rounds }) {
  let best = once(points, k, random, rounds)
  for (let i = 1; i < starts; i++) {
    const other = once(points, k, random, rounds)
    if (other.spread < best.spread * (1 - 1e-12)) best = other
  }
  const { of, centres, sizes } = best
  const order = sizes.map((_, c) => c).filter(c => sizes[c] > 0)
    .sort((a, b) => sizes[b] - sizes[a] || centres.x[a] - centres.x[b] || centres.y[a] - centres.y[b])
  const place = new Map(order.map((c, i) => [c, i]))
  return { of: of.map(c => place.get(c)), sizes: order.map(c => sizes[c]) }
}

/** Distances from everybody looked at to each group, each taken once for both of its ends. */
function distances(x, y, group, from) {
  const groups = from.length - 1
  const sums = new Float64Array(x.length * groups)
  for (let i = 0; i < x.length; i++) {
    for (let other = group[i]; other < groups; other++) {
      let sum = 0
      for (let j = Math.max(i + 1, from[other]); j < from[other + 1]; j++) {
        const [dx, dy] = [x[i] - x[j], y[i] - y[j]]
        const distance = Math.sqrt(dx * dx + dy * dy)
        sum += distance
        sums[j * groups + group[i]] += distance
      }
      sums[i * groups + other] += sum
    }
  }
  return sums
}

/** Mean silhouette of at most so many people, every n-th from left to right. */
function silhouetteOf({ x, y }, { of, sizes }, most) {
  let people = Int32Array.from(x, (_, i) => i)
  const step = Math.ceil(x.length / most)
  if (step > 1) people = people.sort((a, b) => x[a] - x[b] || y[a] - y[b] || a - b).filter((_, i) => i % step === 0)
  const byGroup = sizes.map((_, group) => people.filter(i => of[i] === group))
  const from = [0]
  for (const list of byGroup) from.push(from.at(-1) + list.length)
  const order = byGroup.flatMap(list => [...list])
  const [px, py, group] = [order.map(i => x[i]), order.map(i => y[i]), order.map(i => of[i])]
  const [groups, sums] = [from.length - 1, distances(px, py, group, from)]
  let total = 0
  group.forEach((own, i) => {
    const count = from[own + 1] - from[own]
    if (count <= 1) return
    const inside = sums[i * groups + own] / (count - 1)
    let outside = Infinity
    for (let other = 0; other < groups; other++) {
      const others = from[other + 1] - from[other]
      if (other !== own && others > 0) outside = Math.min(outside, sums[i * groups + other] / others)
    }
    const larger = Math.max(inside, outside)
    if (larger > 0 && outside < Infinity) total += (outside - inside) / larger
  })
  return group.length === 0 ? 0 : total / group.length
}

function tryAll(points, seed, given) {
  const most = Math.min(given.mostGroups, 2 + Math.floor(points.x.length / given.peoplePerGroupTried))
  const tried = []
  for (let k = 2; k <= most; k++) {
    const grouping = groupInto(points, k, seeded(`${seed}\n${k}`), given)
    if (grouping.sizes.length < k) break
    tried.push({ grouping, silhouette: silhouetteOf(points, grouping, given.silhouettePeople) })
  }
  return tried
}

/** Rows of those who answered enough; of the busiest, equals come in together. */
function grouped(rows, width, { answersToBeGrouped, peopleToBeGrouped }) {
  const answers = rows.map(([columns]) => columns.length)
  const enough = Math.min(answersToBeGrouped, width)
  const from = least => answers.flatMap((n, row) => (n >= Math.max(1, least) ? [row] : []))
  const first = from(enough)
  if (first.length >= peopleToBeGrouped) return first
  return from(Math.min(enough, [...answers].sort((a, b) => b - a)[peopleToBeGrouped - 1] ?? 1))
}

/** The group of each row (-1: none), how many groups, who stands apart, and each number tried with its silhouette. */
export function groupsOf(rows, width, { x, y }, seed, given) {
  const of = new Array(rows.length).fill(-1)
  let left = grouped(rows, width, given)
  const all = left.length
  for (;;) {
    const points = { x: Float64Array.from(left, row => x[row]), y: Float64Array.from(left, row => y[row]) }
    const tried = left.length < 2 * given.smallestGroup ? [] : tryAll(points, seed, given)
    let chosen
    for (const one of tried) if (!chosen || one.silhouette > chosen.silhouette + given.silhouetteGain) chosen = one
    const small = (chosen?.grouping.sizes ?? []).flatMap((size, group) => (size < given.smallestGroup ? [group] : []))
    if (small.length > 0) {
      left = left.filter((_, i) => !small.includes(chosen.grouping.of[i]))
      continue
    }
    const drawn = left.length >= given.smallestGroup
    if (drawn) left.forEach((row, i) => { of[row] = chosen?.grouping.of[i] ?? 0 })
    return { of, count: drawn ? chosen?.grouping.sizes.length ?? 1 : 0, apart: drawn ? all - left.length : all,
      tried: tried.map(one => [one.grouping.sizes.length, one.silhouette]) }
  }
}
