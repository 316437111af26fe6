import type { ImportField, Letter, Problem, ProblemCode, RawCell, RawRow, SheetPlan } from './types.ts'
import { saysNothing } from './text.ts'
import type { Read } from './cells/reading.ts'

/** A cell with the column that it stands in. */
export type Placed = RawCell & { readonly letter: Letter }

/** Letter under which a row carries the heading of its part of the sheet, as '3号楼2单元'. Not a column. */
export const SECTION: Letter = '§'

/** A row by what its columns mean, gathering what is amiss as it is read. */
export type FieldRow = {
  /** All cells of a field that say something, in the order of the sheet. */
  readonly all: (field: ImportField) => readonly Placed[]
  /** The first of them. */
  readonly one: (field: ImportField) => Placed | undefined
  /** The letter of a field's column, whether or not its cell says something; that of the name, or the first, where there is none. */
  readonly letter: (...fields: readonly ImportField[]) => Letter
  readonly has: (field: ImportField) => boolean
  readonly tell: (letter: Letter, code: ProblemCode, fix?: string) => void
  /** The value of what was read from a cell; what is amiss is told under its letter. */
  readonly take: <T>(cell: Placed | undefined, read: (cell: Placed) => Read<T>) => T | undefined
  readonly problems: readonly Problem[]
}

const NONE: readonly Placed[] = []
const known = new WeakMap<SheetPlan, ReadonlyMap<ImportField, readonly Letter[]>>()

/** Which columns hold which field. Worked out once for a plan, since every row asks. */
function lettersOf(plan: SheetPlan): ReadonlyMap<ImportField, readonly Letter[]> {
  const before = known.get(plan)
  if (before !== undefined) return before
  const letters = new Map<ImportField, Letter[]>()
  for (const { letter, field } of plan.columns) {
    if (field === undefined) continue
    const already = letters.get(field)
    if (already === undefined) letters.set(field, [letter])
    else already.push(letter)
  }
  known.set(plan, letters)
  return letters
}

/** Lays a row out by fields. */
export function fieldRow(plan: SheetPlan, row: RawRow): FieldRow {
  const problems: Problem[] = []
  const letters = lettersOf(plan)
  const found = new Map<ImportField, readonly Placed[]>()
  const all = (field: ImportField): readonly Placed[] => {
    const here = letters.get(field)
    if (here === undefined) return NONE
    let cells = found.get(field)
    if (cells === undefined) {
      let some: Placed[] | undefined
      for (const letter of here) {
        const cell = row.cells[letter]
        if (cell === undefined || saysNothing(cell.text) && cell.text.trim() !== '空') continue
        const placed = cell.number === undefined ? { text: cell.text, letter } : { text: cell.text, number: cell.number, letter }
        if (some === undefined) some = [placed]
        else some.push(placed)
      }
      cells = some ?? NONE
      found.set(field, cells)
    }
    return cells
  }
  const tell = (letter: Letter, code: ProblemCode, fix?: string): void => {
    if (!problems.some((problem) => problem.letter === letter && problem.code === code)) problems.push({ letter, code, ...fix === undefined ? {}
      : { fix } })
  }
  return {
    all, one: (field) => all(field)[0], tell, problems, has: (field) => letters.has(field),
    letter: (...fields) => [...fields, 'name' as const].flatMap((field) => letters.get(field) ?? [])[0] ?? plan.columns[0]?.letter ?? 'A',
    take: (cell, read) => {
      if (cell === undefined) return undefined
      const { value, amiss } = read(cell)
      if (amiss !== undefined) tell(cell.letter, amiss.code, amiss.fix)
      return value
    },
  }
}
