/** Before anything of a file is staged: of sensitive columns only the cells of people who agreed are kept. [RO12] */
import type { Tx } from '../../../kit/db.ts'
import { shanghaiDay } from '../../../kit/clock.ts'
import { isOpened, openedFields, type OpenedField, type RawRow, type SheetPlan } from '../../rules/reading/index.ts'
import { allows } from '../../rules/law/index.ts'
import { openAddressBook, type AddressBook } from '../../store/import-address-book.ts'
import { consentedIn, type FindConsented } from '../../store/consented.ts'
import { assessmentsOf, factOf } from '../../store/law.ts'
import { openJudge } from './judge.ts'

/** The kinds that a community's assessments allow columns to be read as today. [RO60] */
export async function openedKinds(tx: Tx, district: string, community: string, at: Date): Promise<readonly OpenedField[]> {
  const facts = (await assessmentsOf(tx, { district, community })).map(factOf)
  return openedFields.filter((kind) => facts.some((fact) => allows(fact, kind, shanghaiDay(at))))
}

/**
 * Takes the cells out of the rows of one sheet, in their order, that may not be kept. Whose row it is, is found out as when it is judged. The mark
 * that cells are withheld is the same whether they say anything or not, so that it tells nothing of anybody.
 */
export function withholder(plan: SheetPlan, seenOn: string, book: AddressBook, find: FindConsented): (raw: RawRow) => RawRow {
  const columns = plan.columns.flatMap(({ letter, field }) => (isOpened(field) ? [{ letter, field }] : []))
  if (columns.length === 0) return (raw) => raw
  const judge = openJudge(plan, seenOn, book)
  return (raw) => {
    const { judged, fixed, home } = judge(raw)
    const { people } = fixed ?? judged
    const [person] = people
    const withheld = columns.filter(({ field }) => person === undefined || people.length > 1 || home === null || find(home, field, person) === null)
      .map(({ letter }) => letter)
    if (withheld.length === 0) return raw
    return { ...raw, withheld, cells: Object.fromEntries(Object.entries(raw.cells).filter(([letter]) => !withheld.includes(letter))) }
  }
}

/** Opens the withholding for the sheets of an import. Does nothing, and asks nothing, where no column is sensitive. */
export async function openWithholding(
  tx: Tx, of: { readonly district: string; readonly community: string; readonly seenOn: string }, plans: readonly SheetPlan[], at: Date,
): Promise<(raw: RawRow) => RawRow> {
  if (!plans.some(({ columns }) => columns.some(({ field }) => isOpened(field)))) return (raw) => raw
  const facts = (await assessmentsOf(tx, of)).map(factOf)
  const [book, find] = [await openAddressBook(tx, of.district, of.community), await consentedIn(tx, of.district, of, shanghaiDay(at), facts)]
  const sheets = new Map(plans.map((plan) => [plan.sheet, withholder(plan, of.seenOn, book, find)]))
  return (raw) => sheets.get(raw.sheet)?.(raw) ?? raw
}
