/**
 * What voters have left, exactly. Voters who paid the same have the same purse. Money is counted in parts of a fen: everybody begins with `share`
 * units, so that the unit is one fen divided by the number of voters, and each round divides it further by how many paid the full price.
 */

/** A number of units: `num` divided by the denominator of that level. */
export type Exact = { readonly num: bigint; readonly level: number }

export type Purses = {
  /** Money of each purse, exactly. */
  readonly exact: Exact[]
  /** The same in doubles, at most four units in the last place away. */
  readonly near: number[]
  /** Denominator of each level; each divides the next. */
  readonly dens: bigint[]
  /** What numerators of each level are multiplied by to become the newest level's. */
  readonly scales: bigint[]
}

/** Longest denominator that is turned into a double as it is, in bits. */
const LONGEST = 900

/** Turns numerators over `den` into doubles, at most three units in the last place away where the value is at least a millionth. */
export function doubles(den: bigint): (num: bigint) => number {
  const shift = BigInt(Math.max(0, den.toString(16).length * 4 - LONGEST))
  const below = Number(den >> shift)
  return (num) => Number(num >> shift) / below
}

/** Number 0 is the empty purse, number 1 everybody's first. */
export function firstPurses(share: number): Purses {
  return { exact: [{ num: 0n, level: 0 }, { num: BigInt(share), level: 0 }], near: [0, share], dens: [1n], scales: [1n] }
}

/** Adds a level whose denominator is the newest one times `rich`. */
export function addLevel({ dens, scales }: Purses, den: bigint, rich: number): void {
  scales.forEach((scale, level) => { scales[level] = scale * BigInt(rich) })
  scales.push(1n)
  dens.push(den)
}

/** The newest denominator. */
export const denOf = ({ dens }: Purses): bigint => dens.at(-1) ?? 1n

/** Money of `counts[i]` voters who have `which[i]`, together, as a numerator of the newest level. */
export function sumOf(purses: Purses, which: readonly number[], counts: readonly number[]): bigint {
  const byLevel: bigint[] = purses.dens.map(() => 0n)
  which.forEach((purse, i) => {
    const { num, level } = purses.exact[purse] ?? { num: 0n, level: 0 }
    byLevel[level] = (byLevel[level] ?? 0n) + num * BigInt(counts[i] ?? 0)
  })
  return byLevel.reduce((sum, part, level) => (part === 0n ? sum : sum + part * (purses.scales[level] ?? 1n)), 0n)
}

/** One purse as a numerator of the newest level. */
export function numeratorOf(purses: Purses, purse: number): bigint {
  const { num, level } = purses.exact[purse] ?? { num: 0n, level: 0 }
  return num * (purses.scales[level] ?? 1n)
}
