import type { DwellerField, Relation, Sex, Tie } from '../fields.ts'
import type { OpenedField } from './opened.ts'

/** Column letter of a spreadsheet, 'A' to 'XFD'. */
export type Letter = string

/** A cell as the file holds it. `number` for numeric cells (Excel serials, ruined ID numbers); `text` is what a person sees. */
export type RawCell = { readonly text: string; readonly number?: number }

/**
 * A row of the file as it may be kept: refused columns are gone already. `fill`: colour of the row if it has one, as 'FFFF0000'. `withheld`: sensitive
 * columns that were not read of this row, whatever its cells say, since nobody's consent to them is held.
 */
export type RawRow = {
  readonly sheet: number; readonly n: number; readonly cells: Readonly<Record<Letter, RawCell>>; readonly fill?: string; readonly hidden?: boolean
  readonly withheld?: readonly Letter[]
}

/** What a column can be read as. Address parts, tie and state columns come together to one home and its ties. */
export type ImportField = DwellerField | OpenedField | 'address' | 'compound' | 'building' | 'unit' | 'floor' | 'room' | 'area' | 'household_no' | 'head_name' | 'head_id'
  | 'head_phone' | 'residence_kind' | 'live_type' | 'apart' | 'lives_at' | 'moved_out' | 'moved_on' | 'dead' | 'died_on' | 'since' | 'owner_name' | 'owner_phone'
  | 'owner_id' | 'tenant_name' | 'tenant_phone' | 'tenant_id' | 'home_state' | 'remark'

/**
 * What becomes of a column. field: read. ignored: not needed, never staged. locked: sensitive, waits for an assessment, never staged until then.
 * refused: refused by purpose, never staged, its header neither (P01). unknown: a person may map it.
 */
export type ColumnPlan = { readonly letter: Letter; readonly outcome: 'field' | 'ignored' | 'locked' | 'refused' | 'unknown'; readonly field?: ImportField }

/** A sheet as it was understood: rows `from` on hold people; `title` may name a building. */
export type SheetPlan = { readonly sheet: number; readonly from: number; readonly building?: string; readonly compound?: string; readonly columns: readonly ColumnPlan[] }

/** Where the row says the home is. All as written after normalising; looking it up is not the reader's. */
export type ReadHome = {
  readonly compound?: string; readonly building?: string; readonly unit?: string; readonly floor?: string; readonly room?: string; readonly rest?: string
}

/** One person of a row, read. Dates are 'YYYY-MM-DD', or shorter where the file says less ('1985-03', '1985'). */
export type ReadPerson = {
  readonly name?: string; readonly phones: readonly string[]; readonly idNumber?: string; readonly born?: string; readonly sex?: Sex; readonly relation?: Relation
  readonly ties: readonly Tie[]; readonly since?: string; readonly until?: string; readonly whyUntil?: 'moved' | 'died'; readonly registeredAt?: string
  readonly livesAt?: string; readonly note?: string; readonly sensitive?: Readonly<Partial<Record<OpenedField, string>>>
}

/** What was found amiss in a cell. `fix`: the reading that is offered; without one a person types it or leaves the row. */
export type Problem = { readonly letter: Letter; readonly code: ProblemCode; readonly fix?: string }

export type ProblemCode = 'no_home' | 'home_unclear' | 'no_name' | 'name_odd' | 'name_person_twice' | 'id_check' | 'id_length' | 'id_ruined' | 'id_area_unknown'
  | 'id_born_differs' | 'id_sex_differs' | 'phone_odd' | 'phone_several' | 'date_odd' | 'date_impossible' | 'sex_odd' | 'relation_odd' | 'state_odd' | 'under_14'
  | 'told_moved' | 'told_dead' | 'colour_unclear' | 'filled_down' | 'remark_says' | 'no_such_home' | 'two_heads' | 'owners_uneven' | 'no_consent'

/** A row that was read. ok: as it stands. fixable: readable with the fixes offered, each for a person to accept. cannot: somebody has to look at the file. */
export type JudgedRow = {
  readonly sheet: number; readonly n: number; readonly verdict: 'ok' | 'fixable' | 'cannot'; readonly problems: readonly Problem[]
  readonly home: ReadHome; readonly householdNo?: string; readonly people: readonly ReadPerson[]; readonly homeState?: string
}
