import type { HeadRow, Letter, RawCell } from '../rules/reading/index.ts'

/** A row as a file gives it. `filled`: how many of its cells say something, of any column; `lone`: the only one. */
export type TableRow = {
  readonly n: number; readonly cells: Record<Letter,
    RawCell>; readonly filled: number; readonly lone: RawCell | null; readonly fill?: string; readonly hidden: boolean
}

/** A table of a file. Its head is for finding the header and is never kept. */
export type Table = {
  readonly name: string; readonly hidden: boolean; readonly hiddenColumns: ReadonlySet<Letter>
  readonly head: readonly HeadRow[]
  /** Colours that so many first rows bear that they are decoration. */
  readonly decoration: ReadonlySet<string>
  /** Days to add to a serial that no format tells to be a date: 1462 in workbooks that count from 1904. */
  readonly serialsLate: number
  /** All rows in order; only the cells of `wanted` columns are opened, the others counted. */
  readonly rows: (wanted: ReadonlySet<Letter>) => AsyncGenerator<readonly TableRow[]>
}

/** How many first rows a header is looked for in, and how many tell what is decoration. */
export const HEAD = 40
export const SAMPLE = 400

/** A colour that a fifth of the rows bear marks nobody. */
export function decorationOf(fills: readonly (string | undefined)[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const fill of fills) if (fill !== undefined) counts.set(fill, (counts.get(fill) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => fills.length >= 10 && count * 5 >= fills.length).map(([fill]) => fill))
}
