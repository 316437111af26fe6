/** The demo's only source of chance: everything is drawn from a name, so the same name gives the same draw on every machine. */

/** Hashes text into four 32-bit words (a cyrb-like mixer over UTF-16 units). Not for secrets. */
export function hash(text: string): [number, number, number, number] {
  let a = 1779033703, b = 3144134277, c = 1013904242, d = 2773480762
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ k, 597399067)
    b = c ^ Math.imul(b ^ k, 2869860233)
    c = d ^ Math.imul(c ^ k, 951274213)
    d = a ^ Math.imul(d ^ k, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}

export type Dice = {
  /** A fraction in [0, 1). */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  /** One of `list`, which must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** True with the chance `p`. */
  readonly chance: (p: number) => boolean
  /** One key of `weights`, each as likely as its weight. */
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
}

/** Dice for `name` (xoshiro128** seeded by the hash of the name): the same name throws the same row for ever. */
export function dice(name: string): Dice {
  const s = hash(`linli·${name}`)
  const next = (): number => {
    const r = Math.imul(s[1], 5)
    const out = Math.imul((r << 7) | (r >>> 25), 9) >>> 0
    const t = s[1] << 9
    s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t
    s[3] = (s[3] << 11) | (s[3] >>> 21)
    return out / 4294967296
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(next() * list.length)]
    if (one === undefined) throw new Error(`nothing to pick for ${name}`)
    return one
  }
  const weighted = <T>(list: readonly (readonly [T, number])[]): T => {
    let left = next() * list.reduce((sum, [, w]) => sum + w, 0)
    for (const [one, w] of list) if ((left -= w) < 0) return one
    return pick(list)[0]
  }
  return { next, whole, pick, weighted, chance: (p) => next() < p }
}

/** A UUID of version 7's shape: the 48-bit time is `at` (epoch milliseconds), the rest comes from `key`. */
export function uuid(at: number, key: string): string {
  const [a, b, c] = hash(`uuid·${key}`)
  const time = Math.floor(at).toString(16).padStart(12, '0')
  const variant = (8 + (b >>> 30)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a >>> 20, 3)}-${variant}${hex(b & 0xfff, 3)}-${hex(c, 8)}${hex((a ^ b) & 0xffff, 4)}`
}

const hex = (n: number, digits: number): string => (n >>> 0).toString(16).padStart(digits, '0').slice(-digits)

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The eight characters (Crockford base 32) on the QR poster of the door `code`. */
export function doorCode(code: string): string {
  const [a, b] = hash(`door·${code}`)
  return [a >>> 27, a >>> 22, a >>> 17, a >>> 12, b >>> 27, b >>> 22, b >>> 17, b >>> 12].map((n) => crockford[n & 31]).join('')
}
