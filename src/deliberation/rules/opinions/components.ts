/** The two directions along which answers differ most: principal components of the answers with their means taken off. */
import type { Matrix } from './matrix.ts'
import { seeded } from './seeded.ts'
import { eigenOf } from './tridiagonal.ts'

/** Directions are parameters of the mathematics, changed only with the map's version. */
const STEPS = 300
const CHECK_EVERY = 6
const TOLERANCE = 1e-9

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
const addTo = (a: Float64Array, factor: number, b: Float64Array): void => {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] ?? 0) + factor * (b[i] ?? 0)
}
const scale = (a: Float64Array, factor: number): void => {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] ?? 0) * factor
}

/** XᵀX·v without XᵀX: an unanswered cell equals its column's mean, so it adds nothing, and only answers are walked. */
function applied({ people, starts, columns, signs }: Matrix, means: Float64Array, v: Float64Array): Float64Array {
  const out = new Float64Array(v.length)
  for (let row = 0; row < people.length; row++) {
    const from = starts[row] ?? 0
    const to = starts[row + 1] ?? 0
    let along = 0
    for (let k = from; k < to; k++) {
      const column = columns[k] ?? 0
      along += ((signs[k] ?? 0) - (means[column] ?? 0)) * (v[column] ?? 0)
    }
    for (let k = from; k < to; k++) {
      const column = columns[k] ?? 0
      out[column] = (out[column] ?? 0) + ((signs[k] ?? 0) - (means[column] ?? 0)) * along
    }
  }
  return out
}

/** Takes out of `v` what lies along `basis`, twice, because once leaves rounding behind; returns the length that is left. */
function orthogonal(v: Float64Array, basis: readonly Float64Array[]): number {
  for (let pass = 0; pass < 2; pass++) for (const q of basis) addTo(v, -dot(q, v), q)
  return Math.sqrt(dot(v, v))
}

/** A direction outside `basis`, of length 1, or undefined where the basis spans everything. */
function fresh(width: number, basis: readonly Float64Array[], random: () => number): Float64Array | undefined {
  const v = Float64Array.from({ length: width }, () => random() - 0.5)
  const length = orthogonal(v, basis)
  if (length < 1e-8) return undefined
  scale(v, 1 / length)
  return v
}

/** What is sure about the first two values after `m` steps: each one's remainder is small beside the first value. */
function settled(diagonal: readonly number[], beside: readonly number[]): boolean {
  const pairs = eigenOf(diagonal, beside)
  const [first, last] = [pairs[0]?.value ?? 0, beside[diagonal.length - 1] ?? 0]
  return first > 0 && pairs.slice(0, 2).every(({ vector }) => Math.abs(last * (vector.at(-1) ?? 0)) <= TOLERANCE * first)
}

type Krylov = { readonly basis: readonly Float64Array[]; readonly diagonal: readonly number[]; readonly beside: readonly number[] }

/** Lanczos with full orthogonalization. Where it runs dry it begins again beside what it has, so that equal values are both found. */
function lanczos(width: number, apply: (v: Float64Array) => Float64Array): Krylov {
  const random = seeded('linli-opinion-map components')
  const basis: Float64Array[] = []
  const [diagonal, beside]: [number[], number[]] = [[], []]
  let v = fresh(width, basis, random)
  let [largest, dryAt] = [0, -1]
  while (v && basis.length < Math.min(width, STEPS)) {
    basis.push(v)
    const w = apply(v)
    diagonal.push(dot(v, w))
    largest = Math.max(largest, Math.abs(diagonal.at(-1) ?? 0))
    const length = orthogonal(w, basis)
    const dry = length <= 1e-10 * largest || largest === 0
    beside.push(dry ? 0 : length)
    if (dry && dryAt < 0) dryAt = basis.length
    if (dryAt >= 0 ? basis.length >= dryAt + 30 : basis.length % CHECK_EVERY === 0 && settled(diagonal, beside)) break
    if (dry) v = fresh(width, basis, random)
    else {
      scale(w, 1 / length)
      v = w
    }
  }
  return { basis, diagonal, beside }
}

/** Turned so that the entry furthest from zero is positive: a component's sign means nothing, so it must not change by chance. */
function turned(component: Float64Array): Float64Array {
  let furthest = 0
  for (let i = 1; i < component.length; i++) {
    if (Math.abs(component[i] ?? 0) > Math.abs(component[furthest] ?? 0) * (1 + 1e-9)) furthest = i
  }
  if ((component[furthest] ?? 0) < 0) scale(component, -1)
  return component
}

/**
 * The first two components, each of length 1, by column; a component along which nothing differs is all 0. `means` is by column. [OM3]
 * Source: principal components by Lanczos (Golub and Van Loan, Matrix Computations, 10.1).
 */
export function componentsOf(matrix: Matrix, means: Float64Array): readonly [Float64Array, Float64Array] {
  const width = matrix.statements.length
  const { basis, diagonal, beside } = lanczos(width, (v) => applied(matrix, means, v))
  const pairs = eigenOf(diagonal, beside)
  const first = pairs[0]?.value ?? 0
  const component = (k: number): Float64Array => {
    const out = new Float64Array(width)
    const pair = pairs[k]
    if (!pair || first <= 0 || pair.value <= 1e-9 * first) return out
    basis.forEach((q, i) => addTo(out, pair.vector[i] ?? 0, q))
    scale(out, 1 / Math.sqrt(dot(out, out)))
    return turned(out)
  }
  return [component(0), component(1)]
}
