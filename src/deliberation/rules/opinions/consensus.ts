/** What most hold, and what every group holds. */
import { parameters } from './parameters.ts'
import { aboveHalf, rootOf, shareOf } from './proportions.ts'
import type { Side } from './representative.ts'
import type { Tally } from './tallies.ts'

/** A statement with the side that was taken; `share` and `sure` as in representative statements, over everybody. */
export type Consensus = {
  readonly column: number
  readonly side: Side
  readonly success: number
  readonly seen: number
  readonly share: number
  readonly sure: number
}

/** Statements that clearly more than half of all took one side on, the clearest first, at most five. [OM8] */
export function majorityOf(all: Tally, side: Side): readonly Consensus[] {
  const figures = Array.from(all.seen, (seen, column): Consensus => {
    const success = all[side][column] ?? 0
    return { column, side, success, seen, share: shareOf(success, seen), sure: aboveHalf(success, seen) }
  })
  return figures.filter(({ share, sure }) => share > 0.5 && sure > parameters.significant)
    .sort((a, b) => b.share * b.sure - a.share * a.sure).slice(0, parameters.consensus)
}

/** Jeffreys' share: half a made-up answer on either side. */
const gently = (some: number, seen: number): number => (some + 0.5) / (seen + 1)

/**
 * How far every group takes one side, 0 to 1: the geometric mean over groups of P(side) × (1 − P(other side)). Disagreement counts, and the
 * mean makes maps with different numbers of groups comparable. No groups: everybody is one. By column. [OM9]
 */
export function commonGround(groups: readonly Tally[], side: Side): Float64Array {
  const other: Side = side === 'agree' ? 'disagree' : 'agree'
  return Float64Array.from(groups[0]?.seen ?? [], (_, column) => {
    const product = groups.reduce((value, tally) => {
      const seen = tally.seen[column] ?? 0
      return value * gently(tally[side][column] ?? 0, seen) * (1 - gently(tally[other][column] ?? 0, seen))
    }, 1)
    return rootOf(product, groups.length)
  })
}

/** Columns that every single group clearly takes one side on, the most common ground first: what may be put to everybody as a resolution. [OM9] */
export function acceptedByAll(groups: readonly Tally[], side: Side): readonly number[] {
  const ground = commonGround(groups, side)
  const everyGroup = (column: number): boolean => groups.every((tally) => {
    const [success, seen] = [tally[side][column] ?? 0, tally.seen[column] ?? 0]
    return shareOf(success, seen) > 0.5 && aboveHalf(success, seen) > parameters.significant
  })
  return Array.from(ground, (_, column) => column).filter(everyGroup).sort((a, b) => (ground[b] ?? 0) - (ground[a] ?? 0) || a - b)
}
