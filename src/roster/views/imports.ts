/** Imports as their page shows them: the list, one with its columns, and its rows with the raw cell beside the reading. */
import type { Tx } from '../../kit/db.ts'
import { maskValue, type Actor, type FieldKey } from '../../trust/index.ts'
import { movesIn, type ImportMove, type ImportState } from '../rules/import/index.ts'
import { keptPeople } from '../rules/import/index.ts'
import { isOpened, mayOpenAs, type ImportField, type JudgedRow, type Letter, type OpenedField, type ReadPerson } from '../rules/reading/index.ts'
import { openedKinds } from '../commands/import/withhold.ts'
import { headOf } from '../commands/import/read-import.ts'
import { importById, importsBy, stagedAfter, stagedRow, stagingKeyOf, type ImportRow, type KeptColumn, type StagedRow } from '../store/import-file.ts'

export type ImportLine = {
  readonly id: string; readonly community: string; readonly communityName: string; readonly state: ImportState; readonly seenOn: string;
  readonly startedAt: string
  readonly doneAt: string | null; readonly undoneAt: string | null; readonly expiresAt: string; readonly readRows: number; readonly doneRows: number
  readonly failure: string | null; readonly numbers: Readonly<Record<string, number>>; readonly moves: readonly ImportMove[]
}

const lineOf = (row: ImportRow, names: ReadonlyMap<string, string>): ImportLine => ({
  id: row.id, community: row.community, communityName: names.get(row.community) ?? '', state: row.state, seenOn: row.seenOn,
  startedAt: row.startedAt.toISOString(),
  doneAt: row.doneAt?.toISOString() ?? null, undoneAt: row.undoneAt?.toISOString() ?? null, expiresAt: row.expiresAt.toISOString(),
  readRows: row.readRows,
  doneRows: row.doneRows, failure: row.failure, numbers: row.counts.numbers, moves: [...movesIn(row.state)],
})

async function namesOf(tx: Tx, district: string, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map()
  const places = await tx.selectFrom('place').select(['id', 'name']).where('district', '=', district).where('id', 'in',
    [...new Set(rows.map(({ community }) => community))]).execute()
  return new Map(places.map(({ id, name }) => [id, name]))
}

const imports = (actor: Actor): boolean => actor.audience.includes('community')

/** The imports within reach, newest first; null for posts that don't import. [RO20] */
export async function listImports(tx: Tx, actor: Actor): Promise<readonly ImportLine[] | null> {
  if (!imports(actor)) return null
  const rows = await importsBy(tx, actor.district, {})
  const names = await namesOf(tx, actor.district, rows)
  return rows.map((row) => lineOf(row, names))
}

/** `opens`: the sensitive kind that a locked column can be read as under the assessments in force. [RO12] */
export type ColumnView = {
  readonly letter: Letter; readonly outcome: string; readonly field: ImportField | null; readonly head: string | null;
  readonly opens: OpenedField | null
}
export type SheetView = { readonly sheet: number; readonly held: string; readonly building: string | null; readonly columns: readonly ColumnView[] }
export type ImportView = ImportLine & {
  readonly sheets: readonly SheetView[]; readonly refused: readonly { readonly sheet: number; readonly column: string }[];
  readonly problems: Readonly<Record<string, number>>
  readonly judging: boolean
}

/** One import with its columns: of a refused one the letter alone. [RO21] */
export async function readImportView(tx: Tx, actor: Actor, id: string, at: Date): Promise<ImportView | null> {
  const row = imports(actor) ? await importById(tx, actor.district, id) : null
  if (row === null) return null
  const key = await stagingKeyOf(tx, actor.district, id)
  const opened = key === null ? [] : await openedKinds(tx, actor.district, row.community, at)
  const view = (sheet: number, column: KeptColumn): ColumnView => {
    const head = key === null ? null : headOf(key, sheet, column)?.text ?? null
    const kind = column.outcome === 'refused' ? null : mayOpenAs({ text: head ?? '' })
    return { letter: column.letter, outcome: column.outcome, field: column.field ?? null, head,
      opens: kind !== null && opened.includes(kind) ? kind : null }
  }
  const sheets = row.columns.map(({ sheet, held, building, columns }): SheetView =>
    ({ sheet, held, building: building ?? null, columns: columns.map((column) => view(sheet, column)) }))
  return { ...lineOf(row, await namesOf(tx, actor.district, [row])), sheets, refused: row.refused, problems: row.counts.problems,
    judging: row.state === 'review' && row.readRows > 0 && (row.counts.numbers['unread'] ?? 1) > 0 }
}

export type ProblemView = { readonly letter: Letter; readonly code: string; readonly fix: string | null }
export type RowLine = {
  readonly sheet: number; readonly n: number; readonly verdict: string; readonly decision: string; readonly home: string | null;
  readonly who: readonly string[]
  readonly problems: readonly ProblemView[]
}
export type ReadView = { readonly name: string | null; readonly phones: readonly string[]; readonly idNumber: string | null;
  readonly born: string | null; readonly sex: string | null
  readonly relation: string | null; readonly ties: readonly string[]; readonly until: string | null; readonly whyUntil: string | null;
  readonly registeredAt: string | null }
export type RowView = RowLine & { readonly cells: readonly { readonly letter: Letter; readonly raw: string; readonly typed: string | null }[];
  readonly people: readonly ReadView[] }

const homeText = ({ home }: JudgedRow): string | null => {
  const { compound, building, unit, room } = home
  const parts = [building, unit, room].filter((part) => part !== undefined)
  return parts.length === 0 ? null : `${compound ?? ''} ${parts.join('-')}`.trim()
}
const readingOf = ({ judged, fixed, decision }: StagedRow): JudgedRow | null => (decision === 'leave' ? judged : fixed ?? judged)

/** The row of a list: names masked, and only the cells that something is amiss with are told of. */
const rowLine = (row: StagedRow, seenOn: string): RowLine => {
  const reading = readingOf(row)
  return {
    sheet: row.sheet, n: row.n, verdict: row.judged?.verdict ?? 'unread', decision: row.decision, home: reading ? homeText(reading) : null,
    who: reading ? keptPeople(reading.people, seenOn).map(({ name = '' }) => maskValue('name', name)) : [],
    problems: (row.judged?.problems ?? []).map(({ letter, code, fix }) => ({ letter, code, fix: fix ?? null })),
  }
}

/** In a list fixes are told only of cells that name no person by themselves. */
const withoutClear = (line: RowLine): RowLine => ({ ...line, problems: line.problems.map((one) => ({ ...one, fix: one.fix === null ? null : '' })) })

export type RowsQuery = { readonly verdict?: string | undefined; readonly code?: string | undefined; readonly after?: string | undefined;
  readonly limit: number }

async function opened(tx: Tx, actor: Actor, id: string): Promise<{ readonly row: ImportRow; readonly key: FieldKey } | null> {
  const row = imports(actor) ? await importById(tx, actor.district, id) : null
  const key = row === null ? null : await stagingKeyOf(tx, actor.district, id)
  return row === null || key === null ? null : { row, key }
}

/** Rows of an import in review, page by page in the order of the file, by verdict or kind of problem. [RO21] */
export async function listImportRows(tx: Tx, actor: Actor, id: string,
  { verdict, code, after, limit }: RowsQuery): Promise<{ readonly items: readonly RowLine[]; readonly next: string | null } | null> {
  const found = await opened(tx, actor, id)
  if (found === null) return null
  const [sheet = 0, n = 0] = (after ?? '').split('.').map(Number)
  const rows = await stagedAfter(tx, actor.district, id, found.key, { sheet: sheet || 0, n: n || 0 }, limit + 1, {
    ...(verdict === undefined ? {} : { verdicts: [verdict] }), ...(code === undefined ? {} : { code }) })
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit).map((row) => withoutClear(rowLine(row, found.row.seenOn))),
    next: rows.length > limit && last ? `${last.sheet}.${last.n}` : null }
}

const readView = (person: ReadPerson): ReadView => ({
  name: person.name ?? null, phones: [...person.phones], idNumber: person.idNumber ?? null, born: person.born ?? null, sex: person.sex ?? null,
  relation: person.relation ?? null, ties: [...person.ties], until: person.until ?? null, whyUntil: person.whyUntil ?? null,
  registeredAt: person.registeredAt ?? null,
})

const HIDDEN = '＊＊'

/**
 * One row of the file as whoever brought it sees it: raw cells beside the reading. A sensitive one is shown in the home's file, for a purpose. [RO44]
 */
export async function readImportRow(tx: Tx, actor: Actor, id: string, sheet: number, n: number): Promise<RowView | null> {
  const found = await opened(tx, actor, id)
  const row = found === null ? null : await stagedRow(tx, actor.district, id, found.key, sheet, n)
  if (row === null || found === null) return null
  const plan = found.row.columns.find((one) => one.sheet === sheet)
  const cells = (plan?.columns ?? []).filter(({ outcome }) => outcome === 'field')
    .map(({ letter, field }) => ({ letter, raw: isOpened(field) && row.raw.cells[letter] ? HIDDEN : row.raw.cells[letter]?.text ?? '',
      typed: row.typed[letter] ?? null }))
  const reading = readingOf(row)
  return { ...rowLine(row, found.row.seenOn), cells, people: reading ? keptPeople(reading.people, found.row.seenOn).map(readView) : [] }
}
