import { readRelation } from './cells/words.ts'
import { saysNothing, tidy } from './text.ts'
import type { ImportField, Letter, Problem, RawCell, RawRow, SheetPlan } from './types.ts'

/** From the widest to the narrowest: when one changes, those after it begin anew. */
const LEVELS: readonly (readonly ImportField[])[] = [['compound'], ['building'], ['unit'], ['floor', 'room', 'address', 'area'], ['household_no',
  'head_name', 'head_id', 'head_phone']]
const HOMES = 3
const FILLED: readonly ImportField[] = ['compound', 'building', 'unit', 'floor', 'room', 'address', 'household_no']
const HOME: readonly ImportField[] = ['floor', 'room', 'address']
const PEOPLE: readonly ImportField[] = ['name', 'id_number', 'phone', 'owner_name', 'tenant_name', 'relation']

/** Fills the blanks under a household's first row from the rows above, one sheet after the other. */
export type FillDown = (row: RawRow) => { readonly row: RawRow; readonly problems: readonly Problem[] }

/**
 * Home and household as they stand above a blank cell are carried down to rows that name a person: each is told, with what is filled in as the fix.
 * Nothing is
 * carried into another household: not where the number or name of the head differs, nor under another building. [RO19]
 */
export function fillDown(plan: SheetPlan): FillDown {
  const columns = LEVELS.flatMap((fields, level) => plan.columns.filter(({ field }) => field !== undefined && fields.includes(field))
    .map(({ letter, field }) => ({ letter, field, level })))
  const people = plan.columns.filter(({ field }) => field !== undefined && PEOPLE.includes(field)).map(({ letter }) => letter)
  const relation = plan.columns.find(({ field }) => field === 'relation')?.letter
  const startsHousehold = (row: RawRow): boolean => relation !== undefined && readRelation(row.cells[relation]?.text ?? '').value === 'head'
  const letters = [...new Set([...people, ...columns.map(({ letter }) => letter)])]
  const carried = new Map<Letter, RawCell>()
  return (row) => {
    const said = new Set(letters.filter((letter) => !saysNothing(row.cells[letter]?.text ?? '')))
    const says = (letter: Letter): boolean => said.has(letter)
    const named = people.some(says)
    const changed = columns.filter(({ letter }) => says(letter) && carried.has(letter)
      && carried.get(letter)?.text !== row.cells[letter]?.text && tidy(carried.get(letter)?.text ?? '') !== tidy(row.cells[letter]?.text ?? ''))
    const widest = Math.min(...changed.map(({ level }) => level), LEVELS.length)
    const other = changed.some(({ field }) => field === 'household_no' || field === 'head_name')
    for (const { letter, level, field } of columns) {
      if (level > widest || other && level >= HOMES && field !== 'area') carried.delete(letter)
    }
    const anew = changed.some(({ level }) => level === HOMES) || startsHousehold(row)
    for (const { letter, level } of columns) if (anew && level >= HOMES && !says(letter)) carried.delete(letter)
    const homeSaid = columns.some(({ letter, field }) => field !== undefined && HOME.includes(field) && field !== 'floor' && says(letter))
    const filled = !named ? [] : columns.filter(({ letter, level, field }) => !says(letter) && carried.has(letter)
      && field !== undefined && FILLED.includes(field) && (level < 3 || !homeSaid || level > HOMES && widest > HOMES))
    for (const { letter } of columns) {
      const cell = row.cells[letter]
      if (cell !== undefined && says(letter)) carried.set(letter, cell)
    }
    if (filled.length === 0) return { row, problems: [] }
    const cells = { ...row.cells, ...Object.fromEntries(filled.map(({ letter }) => [letter, carried.get(letter) ?? { text: '' }])) }
    return { row: { ...row, cells }, problems: filled.map(({ letter }) => ({ letter, code: 'filled_down' as const,
      fix: carried.get(letter)?.text ?? '' })) }
  }
}
