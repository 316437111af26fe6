/** Numbers that look random and are the same on every machine: only 32-bit whole arithmetic. */

/** Spreads a text over 32 bits (FNV-1a over its UTF-16 units, then the last mixing of MurmurHash3). */
function spread(text: string, start: number): number {
  let hash = start >>> 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * A source of numbers in [0, 1) in steps of 2^-32, told by `seed` alone (sfc32 after twelve rounds of warming up). It is no secret and guards none:
 * it is there so that a drawing can be repeated.
 */
export function seeded(seed: string): () => number {
  let a = spread(seed, 0x811c9dc5)
  let b = spread(seed, 0x9e3779b9)
  let c = spread(seed, 0x243f6a88)
  let counter = 1
  const next = (): number => {
    const out = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + out | 0
    return (out >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}
