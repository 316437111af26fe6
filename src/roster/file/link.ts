/** Workbooks of property systems keep people in one sheet and homes in another, joined by the owner's number. */
import { openSheet, sheetHolds, type FoundHeader, type Letter, type SheetPlan } from '../rules/reading/index.ts'
import type { Table } from './table.ts'

const KEY = /^业主(?:编号|编码|id)$/i

/** A planned table with what its header says. */
export type Linkable = { readonly table: Table; readonly found: FoundHeader | null; readonly plan: SheetPlan }

const keyOf = ({ found }: Linkable): Letter | undefined => found?.headers.find(({ text }) => KEY.test(text.trim()))?.letter
const namesHomes = ({ columns }: SheetPlan): boolean => columns.some(({ field }) => field === 'room' || field === 'address')

/** The home of each owner's number, as '1-2-1201'; null for a number that several homes bear, where nobody guesses. */
async function homesBy(homes: Linkable, key: Letter): Promise<ReadonlyMap<string, string | null>> {
  const { plan, table } = homes
  const reader = openSheet(plan, '9999-12-31')
  const letters = plan.columns.filter(({ outcome }) => outcome === 'field').map(({ letter }) => letter)
  const known = new Map<string, string | null>()
  for await (const batch of table.rows(new Set([...letters, key]))) {
    for (const { n, cells } of batch) {
      const number = cells[key]?.text.trim() ?? ''
      if (n < plan.from || number === '') continue
      const { building, unit, room } = reader.read({ sheet: plan.sheet, n, cells }).home
      if (building !== undefined && room !== undefined) known.set(number, known.has(number) ? null : [building, unit, room].filter((part) =>
        part !== undefined).join('-'))
    }
  }
  return known
}

/** For a sheet of people that names no home: where another sheet says which home an owner's number has. Null where there is no such sheet. */
export async function linkedHomes(people: Linkable,
  others: readonly Linkable[]): Promise<{ readonly key: Letter; readonly homes: ReadonlyMap<string, string | null> } | null> {
  const key = keyOf(people)
  if (key === undefined || namesHomes(people.plan) || sheetHolds(people.plan.columns) !== 'people') return null
  const other = others.find((one) => one !== people && keyOf(one) !== undefined && namesHomes(one.plan))
  const otherKey = other && keyOf(other)
  return other === undefined || otherKey === undefined ? null : { key, homes: await homesBy(other, otherKey) }
}
