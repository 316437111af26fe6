/** Chance that repeats: the same name gives the same numbers, so that what a test found once it finds again. */
export class Chance {
  #state: number
  constructor(name: string) {
    this.#state = [...name].reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % end
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.below(from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }

  /** So many of them, each once, in an order of its own. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = [...from]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)).flat()
  }

  /** A value of any shape, `depth` levels deep at most. */
  junk(depth = 3): unknown {
    const plain = [null, true, false, 0, -1, 1.5, 1e21, '', 'x', '\ud800', '\u0000', '甲', [], {}]
    if (depth === 0) return this.pick(plain)
    switch (this.below(4)) {
      case 0: return Array.from({ length: this.below(4) }, () => this.junk(depth - 1))
      case 1: return Object.fromEntries(Array.from({ length: this.below(4) }, () =>
        [this.pick(['id', 'words', 'constructor', 'toString', 'a', '']), this.junk(depth - 1)]))
      default: return this.pick(plain)
    }
  }
}
