/** A file read and judged row by row, with what it comes to. No database: it may be read in a thread of its own. */
import type { Workbook } from '../../file/index.ts'
import type { ProblemCode, RawRow } from '../../rules/reading/index.ts'
import { addressBook, type Rooms } from '../../store/import-address-book.ts'
import type { CommitRow } from './commit-rows.ts'
import { openJudge, type Judgment } from './judge.ts'
import { Tally } from './tally.ts'

/** What was found amiss and where; `cell` is the address of the cell, as C12, and nothing of what stands in it. */
export type CellProblem = { readonly sheet: number; readonly row: number; readonly column: string; readonly code: ProblemCode; readonly cell: string }

/** Rows that can be taken, for one transaction, and what was found amiss since the chunk before. */
export type Chunk = { readonly rows: readonly CommitRow[]; readonly problems: readonly CellProblem[] }

/** What a file came to: rows by verdict, whom and what it would bring, and children by home, who are a number and nothing else. */
export type Read = {
  readonly counts: { readonly rows: number; readonly ok: number; readonly fixable: number; readonly cannot: number }
  readonly numbers: Tally['numbers']; readonly children: ReadonlyMap<string, number>
}

/** Against which rooms a file is read, and the day as of which it speaks. */
export type Against = { readonly rooms: Rooms; readonly seenOn: string }

/** Rows of one transaction. */
const CHUNK = 1000

class Reading {
  readonly tally: Tally
  readonly counts = { rows: 0, ok: 0, fixable: 0, cannot: 0 }
  problems: CellProblem[] = []
  readonly children = new Map<string, number>()
  constructor(seenOn: string) { this.tally = new Tally(seenOn) }

  /** Counts a judged row; answers it as it is taken, with its fixes. */
  take(raw: RawRow, judgment: Judgment): CommitRow | null {
    const { judged, fixed, home } = judgment
    this.tally.add(judgment)
    this.counts.rows++
    this.counts[judged.verdict]++
    for (const { letter, code } of judged.problems) this.problems.push({ sheet: raw.sheet, row: raw.n, column: letter, code, cell: `${letter}${raw.n}` })
    if (judged.verdict === 'cannot' || home === null) return null
    if (judged.problems.some(({ code }) => code === 'under_14')) this.children.set(home, (this.children.get(home) ?? 0) + 1)
    const { people, householdNo, homeState } = fixed ?? judged
    return { home, people, householdNo, homeState }
  }

  /** These rows with what was found amiss, which is then forgotten here. */
  chunk(rows: readonly CommitRow[]): Chunk {
    const { problems } = this
    this.problems = []
    return { rows, problems }
  }
}

/** Reads a workbook to its end: the rows that can be taken, with their fixes, in chunks; the last may hold none. `progress` hears of rows read. */
export async function* readRows(file: Workbook, { rooms, seenOn }: Against, progress?: (rows: number) => void): AsyncGenerator<Chunk, Read> {
  const [book, reading] = [addressBook(rooms), new Reading(seenOn)]
  let rows: CommitRow[] = []
  for (const { plan, holds } of file.sheets) {
    if (holds === 'nothing') continue
    const judge = openJudge(plan, seenOn, book)
    for await (const batch of file.rows(plan)) {
      for (const raw of batch) {
        const taken = reading.take(raw, judge(raw))
        if (taken === null) continue
        // a home is left whole where it can be: two transactions at the same one would wait for each other
        if (rows.length >= CHUNK && (rows.at(-1)?.home !== taken.home || rows.length >= 2 * CHUNK)) {
          yield reading.chunk(rows)
          rows = []
        }
        rows.push(taken)
      }
      progress?.(batch.length)
    }
  }
  yield reading.chunk(rows)
  const { counts, tally, children } = reading
  return { counts, numbers: tally.numbers, children }
}
