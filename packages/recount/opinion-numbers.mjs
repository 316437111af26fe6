/** The small arithmetic of opinion maps: only what gives the same bits everywhere. */

/** A share drawn towards one half by two made-up answers. */
export const shareOf = (some, seen) => (some + 1) / (seen + 2)
/** How many standard deviations a share lies above one half. */
export const aboveHalf = (some, seen) => 2 * Math.sqrt(seen + 1) * ((some + 1) / (seen + 1) - 0.5)
/** How many standard deviations one share lies above another; 0 where all said the same. */
export function aboveOther(some, seen, otherSome, otherSeen) {
  const [s1, n1, s2, n2] = [some + 1, seen + 1, otherSome + 1, otherSeen + 1]
  const pooled = (s1 + s2) / (n1 + n2)
  return pooled === 1 ? 0 : (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
}

/** The n-th root of a number in [0, 1], by Newton's steps from 1 down. */
export function rootOf(value, n) {
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

function spread(text, start) {
  let hash = start >>> 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Numbers in [0, 1) told by a text: sfc32, its three words from FNV-1a, warmed up by twelve rounds. */
export function seeded(text) {
  let [a, b, c, counter] = [spread(text, 0x811c9dc5), spread(text, 0x9e3779b9), spread(text, 0x243f6a88), 1]
  const next = () => {
    const out = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return (out >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}
