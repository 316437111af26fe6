/** Values and vectors of a symmetric matrix that has only a diagonal and its neighbours. */

type Pair = { readonly value: number; readonly vector: Float64Array }
type Work = { readonly d: Float64Array; readonly e: Float64Array; readonly z: readonly Float64Array[] }

/** One round of implicit QL with Wilkinson's shift on rows l … m; rotates the vectors along. */
function round({ d, e, z }: Work, l: number, m: number): void {
  const at = (v: Float64Array, i: number): number => v[i] ?? 0
  const g0 = (at(d, l + 1) - at(d, l)) / (2 * at(e, l))
  const r0 = Math.sqrt(g0 * g0 + 1)
  let g = at(d, m) - at(d, l) + at(e, l) / (g0 + (g0 >= 0 ? r0 : -r0))
  let [s, c, p] = [1, 1, 0]
  for (let i = m - 1; i >= l; i--) {
    const f = s * at(e, i)
    const b = c * at(e, i)
    const r = Math.sqrt(f * f + g * g)
    e[i + 1] = r
    if (r === 0) {
      d[i + 1] = at(d, i + 1) - p
      e[m] = 0
      return
    }
    s = f / r
    c = g / r
    g = at(d, i + 1) - p
    const t = (at(d, i) - g) * s + 2 * c * b
    p = s * t
    d[i + 1] = g + p
    g = c * t - b
    const [low, high] = [z[i], z[i + 1]]
    if (!low || !high) continue
    for (let k = 0; k < low.length; k++) {
      const [x, y] = [low[k] ?? 0, high[k] ?? 0]
      high[k] = s * x + c * y
      low[k] = c * x - s * y
    }
  }
  d[l] = at(d, l) - p
  e[l] = g
  e[m] = 0
}

/**
 * Values, largest first, with their vectors, of the symmetric matrix with `diagonal` (n numbers) and `beside` (n - 1). Implicit QL, as in Golub and
 * Van Loan, Matrix Computations, 8.3. Never throws: after 60 rounds a value is taken as it stands.
 */
export function eigenOf(diagonal: readonly number[], beside: readonly number[]): readonly Pair[] {
  const n = diagonal.length
  const d = Float64Array.from(diagonal)
  const e = new Float64Array(n)
  e.set(beside.slice(0, Math.max(0, n - 1)))
  // row i of z is the vector of value i, so that a rotation walks along memory
  const z = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n)
    row[i] = 1
    return row
  })
  const small = (m: number): boolean => Math.abs(e[m] ?? 0) <= Number.EPSILON * (Math.abs(d[m] ?? 0) + Math.abs(d[m + 1] ?? 0))
  for (let l = 0; l < n; l++) {
    for (let rounds = 0; rounds < 60; rounds++) {
      let m = l
      while (m < n - 1 && !small(m)) m++
      if (m === l) break
      round({ d, e, z }, l, m)
    }
  }
  return z.map((vector, i) => ({ value: d[i] ?? 0, vector })).sort((a, b) => b.value - a.value)
}
