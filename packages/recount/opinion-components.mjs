/** The two directions along which answers differ most: Lanczos with full orthogonalization, then implicit QL. */
import { seeded } from './opinion-numbers.mjs'

const [steps, checkEvery, tolerance] = [300, 6, 1e-9]

const dot = (a, b) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
const addTo = (a, factor, b) => { for (let i = 0; i < a.length; i++) a[i] += factor * b[i] }
const scale = (a, factor) => { for (let i = 0; i < a.length; i++) a[i] *= factor }

/** XᵀX·v over the answers alone, row by row. */
function applied(rows, means, v) {
  const out = new Float64Array(v.length)
  for (const [columns, signs] of rows) {
    let along = 0
    for (let k = 0; k < columns.length; k++) along += (signs[k] - means[columns[k]]) * v[columns[k]]
    for (let k = 0; k < columns.length; k++) out[columns[k]] += (signs[k] - means[columns[k]]) * along
  }
  return out
}

function orthogonal(v, basis) {
  for (let pass = 0; pass < 2; pass++) for (const q of basis) addTo(v, -dot(q, v), q)
  return Math.sqrt(dot(v, v))
}

function fresh(width, basis, random) {
  const v = Float64Array.from({ length: width }, () => random() - 0.5)
  const length = orthogonal(v, basis)
  if (length < 1e-8) return undefined
  scale(v, 1 / length)
  return v
}

/** One round of implicit QL with Wilkinson's shift on l … m. */
function round({ d, e, z }, l, m) {
  const g0 = (d[l + 1] - d[l]) / (2 * e[l])
  const r0 = Math.sqrt(g0 * g0 + 1)
  let g = d[m] - d[l] + e[l] / (g0 + (g0 >= 0 ? r0 : -r0))
  let [s, c, p] = [1, 1, 0]
  for (let i = m - 1; i >= l; i--) {
    const [f, b] = [s * e[i], c * e[i]]
    const r = Math.sqrt(f * f + g * g)
    e[i + 1] = r
    if (r === 0) {
      d[i + 1] -= p
      e[m] = 0
      return
    }
    s = f / r
    c = g / r
    g = d[i + 1] - p
    const t = (d[i] - g) * s + 2 * c * b
    p = s * t
    d[i + 1] = g + p
    g = c * t - b
    const [low, high] = [z[i], z[i + 1]]
    for (let k = 0; k < low.length; k++) {
      const [x, y] = [low[k], high[k]]
      high[k] = s * x + c * y
      low[k] = c * x - s * y
    }
  }
  d[l] -= p
  e[l] = g
  e[m] = 0
}

/** Values, largest first, with vectors, of a symmetric matrix of a diagonal and its neighbours. */
function eigenOf(diagonal, beside) {
  const n = diagonal.length
  const [d, e] = [Float64Array.from(diagonal), new Float64Array(n)]
  e.set(beside.slice(0, Math.max(0, n - 1)))
  const z = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, k) => (i === k ? 1 : 0)))
  const small = m => Math.abs(e[m]) <= Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]))
  for (let l = 0; l < n; l++) {
    for (let rounds = 0; rounds < 60; rounds++) {
      let m = l
      while (m < n - 1 && !small(m)) m++
      if (m === l) break
      round({ d, e, z }, l, m)
    }
  }
  return z.map((vector, i) => ({ value: d[i], vector })).sort((a, b) => b.value - a.value)
}

function settled(diagonal, beside) {
  const pairs = eigenOf(diagonal, beside)
  const [first, last] = [pairs[0]?.value ?? 0, beside[diagonal.length - 1]]
  return first > 0 && pairs.slice(0, 2).every(({ vector }) => Math.abs(last * vector.at(-1)) <= tolerance * first)
}

function lanczos(width, apply) {
  const random = seeded('linli-opinion-map components')
  const [basis, diagonal, beside] = [[], [], []]
  let v = fresh(width, basis, random)
  let [largest, dryAt] = [0, -1]
  while (v && basis.length < Math.min(width, steps)) {
    basis.push(v)
    const w = apply(v)
    diagonal.push(dot(v, w))
    largest = Math.max(largest, Math.abs(diagonal.at(-1)))
    const length = orthogonal(w, basis)
    const dry = length <= 1e-10 * largest || largest === 0
    beside.push(dry ? 0 : length)
    if (dry && dryAt < 0) dryAt = basis.length
    if (dryAt >= 0 ? basis.length >= dryAt + 30 : basis.length % checkEvery === 0 && settled(diagonal, beside)) break
    if (dry) v = fresh(width, basis, random)
    else {
      scale(w, 1 / length)
      v = w
    }
  }
  return { basis, diagonal, beside }
}

/** So turned that the entry furthest from zero is positive. */
function turned(component) {
  let furthest = 0
  for (let i = 1; i < component.length; i++) if (Math.abs(component[i]) > Math.abs(component[furthest]) * (1 + 1e-9)) furthest = i
  if (component[furthest] < 0) scale(component, -1)
  return component
}

/** Both components by column, of length 1; 0 where nothing differs. A row is [columns, signs]. */
export function componentsOf(rows, means) {
  const width = means.length
  const { basis, diagonal, beside } = lanczos(width, v => applied(rows, means, v))
  const pairs = eigenOf(diagonal, beside)
  const first = pairs[0]?.value ?? 0
  return [0, 1].map(k => {
    const [out, pair] = [new Float64Array(width), pairs[k]]
    if (!pair || first <= 0 || pair.value <= 1e-9 * first) return out
    basis.forEach((q, i) => addTo(out, pair.vector[i], q))
    scale(out, 1 / Math.sqrt(dot(out, out)))
    return turned(out)
  })
}
