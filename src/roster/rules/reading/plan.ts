import { isOpened, mayOpenAs, openedFields, opensAs, type OpenedField } from './opened.ts'
import { lockedAs, headerForm, isRefused } from './refused.ts'
import { outcomeOf, rankOf } from './headers.ts'
import { byColumn, type FoundHeader, type Header } from './find-header.ts'
import { titled } from './title.ts'
import type { ColumnPlan, ImportField, Letter, SheetPlan } from './types.ts'

/** Fields that several columns may tell together, piece by piece. */
const SEVERAL: readonly ImportField[] = ['phone', 'address', 'registered_at', 'remark', 'head_phone', 'owner_phone', 'tenant_phone', 'home_state',
  ...openedFields]
const WIDE = 0.7

const inGroup = (header: Header): string => `${(header.group ?? '').replace(/(?:基本|详细|登记)?(?:信息|情况|资料|栏)$/, '')}${header.text}`

function ownOutcome(header: Header, narrow: boolean, unlocked: readonly OpenedField[]): Pick<ColumnPlan, 'outcome' | 'field'> {
  const group = narrow ? header.group ?? '' : ''
  if (isRefused(group) || isRefused(header.text)) return { outcome: 'refused' }
  if ((lockedAs(group) ?? lockedAs(header.text)) !== null) {
    const field = opensAs(header)
    return field !== null && unlocked.includes(field) ? { outcome: 'field', field } : { outcome: 'locked' }
  }
  const together = group === '' ? null : outcomeOf(inGroup(header))
  return together !== null && (together.outcome === 'field' || together.outcome === 'refused') ? together : outcomeOf(header.text)
}

/** Without a column of the person's own name, the plain phone and ID number are the owner's, tenant's or head's. */
function belonging(columns: readonly ColumnPlan[]): ColumnPlan[] {
  const has = (field: ImportField): boolean => columns.some((column) => column.field === field)
  if (has('name')) return [...columns]
  const whose = (['owner', 'head', 'tenant'] as const).find((one) => has(`${one}_name`))
  if (whose === undefined) return [...columns]
  return columns.map((column) => {
    if (column.field === 'phone' && !has(`${whose}_phone`)) return { ...column, field: `${whose}_phone` as const }
    if (column.field === 'id_number' && !has(`${whose}_id`)) return { ...column, field: `${whose}_id` as const }
    return column
  })
}

type Mapped = ImportField | 'ignored'

/** What a person said of a column before, if that may hold: a sensitive one is read as its own kind or not at all, and nothing else as sensitive. */
function saidBefore(header: Header, own: ColumnPlan['outcome'], field: ImportField | undefined, unlocked: readonly OpenedField[], told: Mapped
  | undefined):
Mapped | undefined {
  if (told === undefined || own === 'refused') return undefined
  if (own !== 'locked' && !isOpened(field)) return isOpened(told) ? undefined : told
  return told === 'ignored' || isOpened(told) && unlocked.includes(told) && mayOpenAs(header) === told ? told : undefined
}

/**
 * What becomes of each column, by its header and what stands above it. `unlocked`: kinds that an assessment in force allows. `known`: mappings that a
 * person made before, by `headerKey`; they never open a refused column, nor a locked one before its assessment. Columns without a header are not
 * planned, so blocks of explanation at the right are not read. [RO11] [RO12]
 */
export function planColumns(
  headers: readonly Header[], unlocked: readonly OpenedField[] = [], known: Readonly<Record<string, Mapped>> = {},
): ColumnPlan[] {
  const widths = new Map<string, number>()
  for (const { group } of headers) if (group !== undefined) widths.set(group, (widths.get(group) ?? 0) + 1)
  const columns = headers.map((header): ColumnPlan & { readonly rank: number } => {
    const own = ownOutcome(header, (widths.get(header.group ?? '') ?? 0) <= headers.length * WIDE, unlocked)
    const told = saidBefore(header, own.outcome, own.field, unlocked, known[headerKey(header)])
    const read = told === undefined ? own : told === 'ignored' ? { outcome: 'ignored' as const } : { outcome: 'field' as const, field: told }
    return { letter: header.letter, ...read, rank: told === undefined ? rankOf(header.text) : -1 }
  })
  const meant = new Map<ImportField, ColumnPlan & { readonly rank: number }>()
  for (const column of columns) {
    const before = column.field === undefined ? undefined : meant.get(column.field)
    if (column.field !== undefined && (before === undefined || column.rank < before.rank)) meant.set(column.field, column)
  }
  return belonging(columns.map(({ rank: _rank, ...column }, at): ColumnPlan => {
    const { field } = column
    if (field === undefined || SEVERAL.includes(field) || meant.get(field) === columns[at]) return column
    return { letter: column.letter, outcome: 'unknown' }
  })).toSorted((a, b) => byColumn(a.letter, b.letter))
}

/**
 * By what a mapping of a column is remembered: its header with what stands above it. Null-like for refused headers is the caller's: they are never
 * shown.
 */
export const headerKey = (header: Header): string => headerForm(inGroup(header))

/**
 * A person says what a column is. A refused or locked column stays what it is, a sensitive one is nothing else and nothing else is sensitive; one
 * that
 * another column already tells gives way. [RO12]
 */
export function mapColumn(columns: readonly ColumnPlan[], letter: Letter, as: ImportField | 'ignored'): ColumnPlan[] {
  return columns.map((column) => {
    if (column.letter === letter && as !== 'ignored' && (isOpened(column.field) || isOpened(as))) return column
    if (column.letter === letter && column.outcome !== 'refused' && column.outcome !== 'locked') {
      return as === 'ignored' ? { letter, outcome: 'ignored' } : { letter, outcome: 'field', field: as }
    }
    return as !== 'ignored' && column.field === as && !SEVERAL.includes(as) ? { letter: column.letter, outcome: 'unknown' } : column
  })
}

const PEOPLE: readonly ImportField[] = ['name', 'head_name', 'owner_name', 'tenant_name']
const HOMES: readonly ImportField[] = ['room', 'address']

/** What the rows of a planned sheet speak of. A sheet that holds no people is not read. */
export function sheetHolds(columns: readonly ColumnPlan[]): 'people' | 'homes' | 'nothing' {
  const has = (fields: readonly ImportField[]): boolean => columns.some(({ field }) => field !== undefined && fields.includes(field))
  return has(PEOPLE) ? 'people' : has(HOMES) ? 'homes' : 'nothing'
}

/** The plan of a sheet whose header was found; its name or a title above the header may say the building. [RO10] */
export function planSheet(
  sheet: number, name: string, found: FoundHeader, unlocked: readonly OpenedField[] = [], known: Readonly<Record<string, Mapped>> = {},
): SheetPlan {
  const columns = planColumns(found.headers, unlocked, known)
  return { sheet, from: found.from, ...titled([name, ...found.above]), columns }
}
