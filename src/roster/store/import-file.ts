/** Imports and their staging: the row of an import, its key, the sealed rows of its file. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { openStagingKey, stagingKey, type FieldKey } from '../../trust/index.ts'
import { STAGING_DAYS, type ImportState } from '../rules/import/index.ts'
import type { ColumnPlan, JudgedRow, Letter, RawRow, SheetPlan } from '../rules/reading/types.ts'

/** A column as the import keeps it: its header sealed with the staging key, so that it dies with it; none for a refused one. */
export type KeptColumn = ColumnPlan & { readonly head?: string }
export type KeptSheet = Omit<SheetPlan, 'columns'> & { readonly columns: readonly KeptColumn[]; readonly held: 'people' | 'homes' | 'nothing' }
/** Numbers of an import: by verdict, what it would bring, problems by code; after committing also what came of it. */
export type Counts = { readonly numbers: Readonly<Record<string, number>>; readonly problems: Readonly<Record<string, number>> }

/** An import as its row stands. */
export type ImportRow = {
  readonly id: string; readonly community: string; readonly path: string; readonly person: string | null; readonly post: string | null; readonly state: ImportState
  readonly seenOn: string; readonly columns: readonly KeptSheet[]; readonly counts: Counts; readonly refused: readonly { readonly sheet: number; readonly column: string }[]
  readonly readRows: number; readonly doneRows: number; readonly startedAt: Date; readonly doneAt: Date | null; readonly undoneAt: Date | null
  readonly expiresAt: Date; readonly failure: string | null; readonly version: number; readonly fileHash: Buffer
}

const noCounts: Counts = { numbers: {}, problems: {} }
const columns = ['id', 'community', 'path', 'person', 'post', 'state', 'columns', 'counts', 'refused', 'read_rows', 'done_rows', 'started_at', 'done_at',
  'undone_at', 'expires_at', 'failure', 'version', 'file_hash'] as const

/** Imports by a condition; the newest first. */
export async function importsBy(
  tx: Tx, district: string, by: { readonly id?: string; readonly community?: string; readonly states?: readonly ImportState[]; readonly hash?: Buffer }, lock = false,
): Promise<readonly ImportRow[]> {
  const rows = await tx.selectFrom('roster_import').select([...columns, sql<string>`seen_on::text`.as('seen_on')]).where('district', '=', district)
    .$if(by.id !== undefined, (q) => q.where('id', '=', by.id ?? '')).$if(by.community !== undefined, (q) => q.where('community', '=', by.community ?? ''))
    .$if(by.states !== undefined, (q) => q.where('state', 'in', [...by.states ?? []])).$if(by.hash !== undefined, (q) => q.where('file_hash', '=', by.hash ?? Buffer.alloc(0)))
    .orderBy('started_at', 'desc').orderBy('id', 'desc').limit(100).$if(lock, (q) => q.forUpdate()).execute()
  return rows.map((row) => ({
    id: row.id, community: row.community, path: row.path, person: row.person, post: row.post, seenOn: row.seen_on, readRows: row.read_rows, doneRows: row.done_rows,
    startedAt: row.started_at, doneAt: row.done_at, undoneAt: row.undone_at, expiresAt: row.expires_at, failure: row.failure, version: row.version,
    fileHash: row.file_hash, state: row.state as ImportState, // the column's check allows these alone
    // written by this file in these shapes
    columns: row.columns as unknown as readonly KeptSheet[], counts: { ...noCounts, ...row.counts as unknown as Partial<Counts> },
    refused: row.refused as unknown as ImportRow['refused'],
  }))
}

/** One import within reach; null when there is none. `lock` keeps others from changing it until the transaction ends. */
export const importById = async (tx: Tx, district: string, id: string, lock = false): Promise<ImportRow | null> =>
  (await importsBy(tx, district, { id }, lock))[0] ?? null

const daysOn = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000)
/** While a file is being read its import lives on borrowed time, so that one whose reader died is found. */
const READING_MINUTES = 15
/** How long an import that is being read is waited for. */
export const readingUntil = (at: Date): Date => new Date(at.getTime() + READING_MINUTES * 60_000)

/** Makes the row of an import and the key of its staging. */
export async function insertImport(tx: Tx, of: {
  readonly district: string; readonly id: string; readonly community: string; readonly path: string; readonly person: string | null; readonly post: string | null
  readonly generated: boolean; readonly seenOn: string; readonly fileHash: Buffer; readonly at: Date
}): Promise<FieldKey> {
  const { district, id, at } = of
  await tx.insertInto('roster_import').values({ district, id, community: of.community, path: of.path, person: of.person, post: of.post, state: 'reading',
    generated: of.generated, seen_on: of.seenOn, file_hash: of.fileHash, started_at: at, expires_at: readingUntil(at) }).execute()
  const key = stagingKey(district, id)
  await tx.insertInto('roster_import_key').values({ district, import: id, wrapped: key.wrapped, alg: key.alg }).execute()
  return key
}

/** The key of an import's staging; null once it was destroyed. */
export async function stagingKeyOf(tx: Tx, district: string, id: string): Promise<FieldKey | null> {
  const row = await tx.selectFrom('roster_import_key').select(['wrapped', 'alg']).where('district', '=', district).where('import', '=', id).executeTakeFirst()
  return row === undefined ? null : openStagingKey(row.wrapped, row.alg, district, id)
}

/** What a change of state sets besides. */
export type ImportPatch = Partial<{
  readonly state: ImportState; readonly columns: readonly KeptSheet[]; readonly counts: Counts; readonly refused: ImportRow['refused']; readonly readRows: number
  readonly doneRows: number; readonly doneAt: Date; readonly undoneAt: Date; readonly expiresAt: Date; readonly failure: string; readonly generated: boolean
}>

/** Changes an import, if it is in one of these states; answers whether it was. */
export async function changeImport(tx: Tx, district: string, id: string, patch: ImportPatch, from?: readonly ImportState[]): Promise<boolean> {
  const { columns: sheets, counts, refused } = patch
  const rows = await tx.updateTable('roster_import').set((e) => ({
    version: e('version', '+', 1), ...(patch.state === undefined ? {} : { state: patch.state }), ...(sheets === undefined ? {} : { columns: JSON.stringify(sheets) }),
    ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }), ...(refused === undefined ? {} : { refused: JSON.stringify(refused) }),
    ...(patch.readRows === undefined ? {} : { read_rows: patch.readRows }), ...(patch.doneRows === undefined ? {} : { done_rows: patch.doneRows }),
    ...(patch.doneAt === undefined ? {} : { done_at: patch.doneAt }), ...(patch.undoneAt === undefined ? {} : { undone_at: patch.undoneAt }),
    ...(patch.expiresAt === undefined ? {} : { expires_at: patch.expiresAt }), ...(patch.failure === undefined ? {} : { failure: patch.failure }),
    ...(patch.generated === undefined ? {} : { generated: patch.generated }),
  })).where('district', '=', district).where('id', '=', id).$if(from !== undefined, (q) => q.where('state', 'in', [...from ?? []])).returning('id').execute()
  return rows.length > 0
}

/** When staging dies that is complete now. [RO21] */
export const stagingEnds = (at: Date): Date => daysOn(at, STAGING_DAYS)

/** Destroys what was staged: the rows, and with the key also what lies in backups. [RO21] */
export async function destroyStaging(tx: Tx, district: string, id: string): Promise<void> {
  await tx.deleteFrom('roster_import_key').where('district', '=', district).where('import', '=', id).execute()
  await tx.deleteFrom('roster_row').where('district', '=', district).where('import', '=', id).execute()
}

/** A staged row, opened: the raw cells, what was typed instead by letter, how it was read, and how it reads with its fixes taken. */
export type StagedCells = {
  readonly raw: RawRow; readonly typed: Readonly<Record<Letter, string>>; readonly judged: JudgedRow | null; readonly fixed: JudgedRow | null
}
export type Decision = 'open' | 'take' | 'leave'
export type StagedRow = StagedCells & { readonly sheet: number; readonly n: number; readonly decision: Decision; readonly home: string | null }

const bound = (sheet: number, n: number): string => `${sheet}/${n}`
const sealed = (key: FieldKey, sheet: number, n: number, cells: StagedCells): Buffer => key.seal(bound(sheet, n), JSON.stringify(cells))
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** Stages rows as they were read. A row that is there already is replaced, so that a file can be sent again with its columns mapped. */
export async function stageRows(tx: Tx, district: string, { id, path }: { readonly id: string; readonly path: string }, key: FieldKey, rows: readonly RawRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into roster_row (district, import, sheet, n, path, verdict, cells)
    select ${district}::char(6), ${id}::uuid, r.sheet, r.n, ${path}::ltree, 'unread', r.cells::bytea
    from unnest(${rows.map(({ sheet }) => sheet)}::int[], ${rows.map(({ n }) => n)}::int[],
      ${rows.map((raw) => hex(sealed(key, raw.sheet, raw.n, { raw, typed: {}, judged: null, fixed: null })))}::text[]) as r(sheet, n, cells)
    on conflict (district, import, sheet, n) do update set cells = excluded.cells, verdict = 'unread', problems = '{}', decision = 'open', home = null`.execute(tx)
}

/** How a row was read. `home`: the room that it was found to be. */
export type RowVerdict = {
  readonly verdict: 'ok' | 'fixable' | 'cannot'; readonly problems: readonly string[]; readonly home: string | null; readonly row: StagedRow
  readonly judged: JudgedRow; readonly fixed: JudgedRow | null
}

/** Keeps how rows were read. */
export async function putVerdicts(tx: Tx, district: string, id: string, key: FieldKey, rows: readonly RowVerdict[]): Promise<void> {
  if (rows.length === 0) return
  await sql`update roster_row t set verdict = r.verdict, problems = r.problems::text[], home = r.home, cells = r.cells::bytea, decision = r.decision
    from unnest(${rows.map(({ row }) => row.sheet)}::int[], ${rows.map(({ row }) => row.n)}::int[], ${rows.map(({ verdict }) => verdict)}::text[],
      ${rows.map(({ problems }) => `{${problems.join(',')}}`)}::text[], ${rows.map(({ home }) => home)}::uuid[],
      ${rows.map(({ row: { raw, typed, sheet, n }, judged, fixed }) => hex(sealed(key, sheet, n, { raw, typed, judged, fixed })))}::text[],
      ${rows.map(({ row }) => row.decision)}::text[]) as r(sheet, n, verdict, problems, home, cells, decision)
    where t.district = ${district}::char(6) and t.import = ${id}::uuid and t.sheet = r.sheet and t.n = r.n`.execute(tx)
}

/** Staged rows after a place in the file, opened, in the order of the file; of these verdicts where said. */
export async function stagedAfter(
  tx: Tx, district: string, id: string, key: FieldKey, after: { readonly sheet: number; readonly n: number }, limit: number,
  of: { readonly verdicts?: readonly string[]; readonly sheet?: number; readonly code?: string } = {},
): Promise<readonly StagedRow[]> {
  const rows = await tx.selectFrom('roster_row').select(['sheet', 'n', 'decision', 'home', 'cells']).where('district', '=', district).where('import', '=', id)
    .where(sql<boolean>`(sheet, n) > (${after.sheet}, ${after.n})`).$if(of.verdicts !== undefined, (q) => q.where('verdict', 'in', [...of.verdicts ?? []]))
    .$if(of.sheet !== undefined, (q) => q.where('sheet', '=', of.sheet ?? 0))
    .$if(of.code !== undefined, (q) => q.where(sql<boolean>`exists (select 1 from unnest(problems) p where p like ${`%:${of.code ?? ''}`})`))
    .orderBy('sheet').orderBy('n').limit(limit).execute()
  return rows.map(({ sheet, n, decision, home, cells }) => {
    // sealed by this file in this shape
    const opened = JSON.parse(key.open(bound(sheet, n), cells)) as StagedCells
    return { ...opened, sheet, n, home, decision: decision === 'take' || decision === 'leave' ? decision : 'open' }
  })
}

/** One staged row, opened; null when there is none. */
export const stagedRow = async (tx: Tx, district: string, id: string, key: FieldKey, sheet: number, n: number): Promise<StagedRow | null> =>
  (await stagedAfter(tx, district, id, key, { sheet, n: n - 1 }, 1, { sheet })).find((row) => row.n === n) ?? null
