/** An interval in thousandths, both ends included. */
export type Interval = { readonly low: number; readonly high: number }

/** 1.96² in millionths: 95 %. */
const Z2 = 3_841_600n
const MILLION = 1_000_000n
/** The root is taken over numbers enlarged by this, squared, so that rounding never shows in a thousandth. */
const FINE = 1_000_000n

function rootDown(n: bigint): bigint {
  if (n < 2n) return n
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / 2))
  for (;;) {
    const next = (guess + n / guess) / 2n
    if (next >= guess) return guess
    guess = next
  }
}

const clamp = (n: bigint): number => Number(n < 0n ? 0n : n > 1000n ? 1000n : n)

/**
 * Wilson's interval at 95 % for a share of `num` thousandths over `base` trials, in integers throughout: the low end rounded down, the high end
 * up, so that it always holds the point [R5]. Exact for whole trials; for a weighted share it is an approximation, as the caller says.
 * `base` has to be positive and `num` between 0 and 1000 × base. Source: E. B. Wilson 1927.
 */
export function wilson(num: number, base: number): Interval {
  const [k, n] = [BigInt(num), BigInt(base)]
  // k is in thousandths; the centre is (2p·n + z²) and the spread z·√(z² + 4n·p(1−p)), both over 2(n + z²)
  const centre = (2n * k * MILLION) / 1000n + Z2
  const inside = Z2 * Z2 + (4n * Z2 * MILLION * k * (1000n * n - k)) / (1_000_000n * n)
  const spread = rootDown(inside * FINE * FINE)
  const over = 2n * (n * MILLION + Z2) * FINE
  const up = spread * spread === inside * FINE * FINE ? spread : spread + 1n
  return { low: clamp(((centre * FINE - up) * 1000n) / over), high: clamp(((centre * FINE + up) * 1000n + over - 1n) / over) }
}
