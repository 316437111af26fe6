/** How a row reads: by the reader of its sheet, with the home looked up. No database. */
import { openSheet, readFixed, verdictOf, withFixes, type JudgedRow, type Letter, type Problem, type RawRow, type SheetPlan } from '../../rules/reading/index.ts'
import type { AddressBook, FoundHome } from '../../store/import-address-book.ts'

/** A row as it was judged: as it stands, and as it reads with the fixes taken where it has any. */
export type Judgment = { readonly judged: JudgedRow; readonly fixed: JudgedRow | null; readonly home: string | null }

/** Judges the rows of one sheet in their order. */
export type Judge = (raw: RawRow) => Judgment

const homeLetter = ({ columns }: SheetPlan): Letter => columns.find(({ field }) => field === 'room' || field === 'address')?.letter ?? columns[0]?.letter ?? 'A'

/** Whether the home itself is what is amiss already. */
const told = (problems: readonly Problem[]): boolean => problems.some(({ code, fix }) => fix === undefined && (code === 'no_home' || code === 'home_unclear'))

function withHome(plan: SheetPlan, row: JudgedRow, found: FoundHome): JudgedRow {
  if ('home' in found || told(row.problems)) return row
  const problems = [...row.problems, { letter: homeLetter(plan), code: found.amiss }]
  return { ...row, problems, verdict: 'cannot' }
}

/** Whether a row speaks of nobody and of no home, as a line of sums or an empty one does: it is left out of the count. */
export const saysNobody = ({ people, home, problems }: JudgedRow): boolean =>
  people.length === 0 && home.room === undefined && !problems.some(({ code }) => code === 'under_14')

/** Opens the judging of a sheet. `seenOn`: the day as of which the file speaks. */
export function openJudge(plan: SheetPlan, seenOn: string, book: AddressBook): Judge {
  const reader = openSheet(plan, seenOn)
  return (raw) => {
    const judged = reader.read(raw)
    const mends = judged.problems.some(({ fix }) => fix !== undefined)
    const fixed = mends ? readFixed(plan, withFixes(raw, judged.problems), seenOn) : null
    const found = book.find((fixed ?? judged).home)
    const home = 'home' in found ? found.home : null
    const seen = withHome(plan, judged, found)
    const still = fixed === null ? null : withHome(plan, fixed, found)
    const verdict = still?.verdict === 'cannot' ? 'cannot' : verdictOf(seen.problems)
    return { home, fixed: still, judged: { ...seen, verdict: seen.verdict === 'cannot' ? 'cannot' : verdict } }
  }
}

/** A row with what somebody typed into its cells instead. */
export const withTyped = (raw: RawRow, typed: Readonly<Record<Letter, string>>): RawRow => {
  const said = Object.entries(typed)
  return said.length === 0 ? raw : { ...raw, cells: { ...raw.cells, ...Object.fromEntries(said.map(([letter, text]) => [letter, { text }])) } }
}
