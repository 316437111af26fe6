/** How often each statement was agreed to, disagreed with and seen, in all and in each group. */
import type { Matrix } from './matrix.ts'

/** Counts by column. `seen` is agreed, disagreed and passed together. */
export type Tally = { readonly agree: Int32Array; readonly disagree: Int32Array; readonly seen: Int32Array }

const empty = (width: number): Tally => ({ agree: new Int32Array(width), disagree: new Int32Array(width), seen: new Int32Array(width) })

function count({ starts, columns, signs }: Matrix, row: number, tally: Tally): void {
  for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) {
    const column = columns[k] ?? 0
    const sign = signs[k] ?? 0
    tally.seen[column] = (tally.seen[column] ?? 0) + 1
    if (sign === 1) tally.agree[column] = (tally.agree[column] ?? 0) + 1
    if (sign === -1) tally.disagree[column] = (tally.disagree[column] ?? 0) + 1
  }
}

/** Counts of everybody. [OM1] */
export function tallyAll(matrix: Matrix): Tally {
  const tally = empty(matrix.statements.length)
  matrix.people.forEach((_, row) => count(matrix, row, tally))
  return tally
}

/** Counts of each of `groups` groups; `group[row]` is the row's group or -1 for none. */
export function tallyGroups(matrix: Matrix, group: Int32Array, groups: number): readonly Tally[] {
  const tallies = Array.from({ length: groups }, () => empty(matrix.statements.length))
  matrix.people.forEach((_, row) => {
    const tally = tallies[group[row] ?? -1]
    if (tally) count(matrix, row, tally)
  })
  return tallies
}

/** The mean sign of each column over those who saw it; 0 where nobody did. */
export const meansOf = ({ agree, disagree, seen }: Tally): Float64Array =>
  Float64Array.from(seen, (n, column) => (n === 0 ? 0 : ((agree[column] ?? 0) - (disagree[column] ?? 0)) / n))
