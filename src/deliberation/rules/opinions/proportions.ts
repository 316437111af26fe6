/** Shares that few answers cannot push to an extreme, and how sure one may be of them. */

/** The share of `some` among `seen`, drawn towards one half by two made-up answers (Laplace). */
export const shareOf = (some: number, seen: number): number => (some + 1) / (seen + 2)

/** How many standard deviations a share lies above one half (one-proportion z, one made-up success). */
export const aboveHalf = (some: number, seen: number): number => 2 * Math.sqrt(seen + 1) * ((some + 1) / (seen + 1) - 0.5)

/** How many standard deviations one share lies above another (two-proportion z, each of the four counts one higher); 0 where all said the same. */
export function aboveOther(some: number, seen: number, otherSome: number, otherSeen: number): number {
  const [s1, n1, s2, n2] = [some + 1, seen + 1, otherSome + 1, otherSeen + 1]
  const pooled = (s1 + s2) / (n1 + n2)
  return pooled === 1 ? 0 : (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
}

/** The n-th root of a number in [0, 1], n ≥ 1, by Newton's steps: ** and cbrt may differ in the last bit from machine to machine. */
export function rootOf(value: number, n: number): number {
  if (value <= 0 || n === 1) return Math.max(0, value)
  if (n === 2) return Math.sqrt(value)
  let root = 1
  for (let step = 0; step < 200; step++) {
    let power = 1
    for (let i = 1; i < n; i++) power *= root
    const next = ((n - 1) * root + value / power) / n
    if (!(next < root)) return root
    root = next
  }
  return root
}
