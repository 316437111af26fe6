import { sql } from 'kysely'
import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import type { Actor } from '../../../trust/index.ts'
import { mayImport, mayMove, type ImportMove } from '../../rules/import/index.ts'
import { isOpened, mapColumn, mayOpenAs, type ImportField, type Letter } from '../../rules/reading/index.ts'
import { openAddressBook } from '../../store/import-address-book.ts'
import { changeImport, importById, putVerdicts, stagedAfter, stagingKeyOf, type ImportRow, type StagedRow } from '../../store/import-file.ts'
import type { FieldKey } from '../../../trust/index.ts'
import { rememberColumn } from '../../store/import-mapping.ts'
import { headOf } from './read-import.ts'
import { countRows, verdictRow } from './judge-import.ts'
import { openJudge, withTyped } from './judge.ts'
import { openedKinds } from './withhold.ts'

type Opened = { readonly row: ImportRow; readonly key: FieldKey }

async function opened({ tx, actor }: Context<Actor>, id: string, move: ImportMove): Promise<Result<Opened>> {
  const may = mayImport(actor.audience)
  if (!may.ok) return may
  const row = await importById(tx, actor.district, id, true)
  if (row === null) return refuse(common.notFound)
  const allowed = mayMove(row.state, move)
  if (!allowed.ok) return allowed
  const key = await stagingKeyOf(tx, actor.district, id)
  return key === null ? refuse(common.notFound) : ok({ row, key })
}

async function recount({ tx, actor }: Context<Actor>, row: ImportRow): Promise<void> {
  const { people = 0, households = 0, homes = 0 } = row.counts.numbers
  await changeImport(tx, actor.district, row.id, { counts: await countRows(tx, actor.district, row.id, { people, households, homes }) })
}

/** Which rows are meant: one by its place in the file, or all that are open with a problem of this kind (all that are open at all: null). */
export type WhichRows = { readonly sheet: number; readonly n: number } | { readonly code: string | null }

/**
 * Takes rows with the fixes offered, or leaves them, or opens the question again. 'Of this kind' takes rows whose every fix is of that kind only: another
 * fix in the same row is a question of its own. Answers how many. [RO21]
 */
export async function decideRows(ctx: Context<Actor>, id: string, which: WhichRows, decision: 'take' | 'leave' | 'open'): Promise<Result<{ readonly rows: number }>> {
  const found = await opened(ctx, id, 'decide')
  if (!found.ok) return found
  const { tx, actor } = ctx
  const { district } = actor
  const what = 'n' in which ? sql`sheet = ${which.sheet} and n = ${which.n}`
    : which.code === null ? sql`verdict = 'fixable' and decision = 'open'`
    : sql`verdict = 'fixable' and decision = 'open' and exists (select 1 from unnest(problems) p where split_part(p, ':', 2) = ${which.code})
        and not exists (select 1 from unnest(problems) p where split_part(p, ':', 2) not in (${which.code}, 'filled_down', 'under_14', 'told_moved', 'told_dead', 'id_area_unknown', 'no_consent'))`
  const { numAffectedRows } = await sql`update roster_row set decision = ${decision} where district = ${district}::char(6) and import = ${id}::uuid
    and (verdict <> 'cannot' or ${decision} <> 'take') and ${what}`.execute(tx)
  await recount(ctx, found.value.row)
  return ok({ rows: Number(numAffectedRows ?? 0) })
}

const inTheFile: Refusal = { code: 'sensitive_typed', rule: 'RO12',
  explain: { zh: '敏感信息不在这里改：到这户的档案里，照签字的同意书记。', en: 'Sensitive data are not mended here: write them in the home’s file, from the signed consent.' } }

/** Rows before and after one that are read again with it: the home may be carried down from above, and from here on. */
const AROUND = 40

/**
 * Puts what somebody typed in the place of a cell and reads the row again, with those around it. An empty text gives the cell of the file back. Answers the
 * row's verdict. [RO21]
 */
export async function typeCell(ctx: Context<Actor>, id: string, at: { readonly sheet: number; readonly n: number }, letter: Letter, text: string):
Promise<Result<{ readonly verdict: string }>> {
  const found = await opened(ctx, id, 'fix')
  if (!found.ok) return found
  const { tx, actor } = ctx
  const { row, key } = found.value
  const plan = row.columns.find(({ sheet }) => sheet === at.sheet)
  const column = plan?.columns.find((one) => one.letter === letter && one.outcome === 'field')
  if (plan === undefined || column === undefined) return refuse(common.notFound)
  if (isOpened(column.field)) return refuse(inTheFile)
  const around = await stagedAfter(tx, actor.district, id, key, { sheet: at.sheet, n: Math.max(0, at.n - AROUND - 1) }, 2 * AROUND + 1, { sheet: at.sheet })
  if (!around.some(({ n }) => n === at.n)) return refuse(common.notFound)
  const judge = openJudge(plan, row.seenOn, await openAddressBook(tx, actor.district, row.community))
  const again = around.map((one): StagedRow => {
    if (one.n !== at.n) return one
    const { [letter]: _was, ...others } = one.typed
    return { ...one, typed: text === '' ? others : { ...others, [letter]: text }, decision: text === '' ? 'open' : 'take' }
  })
  const verdicts = again.map((one) => verdictRow(one, judge(withTyped(one.raw, one.typed))))
  const mine = verdicts.find((one) => one.row.n === at.n)
  const changed = verdicts.filter((one) => one.row.n >= at.n && (one === mine || JSON.stringify(one.judged) !== JSON.stringify(one.row.judged)))
  await putVerdicts(tx, actor.district, id, key, changed)
  await recount(ctx, row)
  return ok({ verdict: mine?.verdict ?? 'cannot' })
}

/**
 * Says what a column is, and remembers it for the next file. Its cells are there if it was read as another field: all rows are judged anew by the worker. An
 * unknown column was never staged, so that the file is needed once more: `again`. A locked one can be named as its own kind when an assessment allows
 * it, and a sensitive one as nothing else. [RO12] [RO21]
 */
export async function mapImportColumn(ctx: Context<Actor>, id: string, sheet: number, letter: Letter, as: ImportField | 'ignored'):
Promise<Result<{ readonly again: boolean }>> {
  const found = await opened(ctx, id, 'map')
  if (!found.ok) return found
  const { row } = found.value
  const { tx, actor } = ctx
  const plan = row.columns.find((one) => one.sheet === sheet)
  const column = plan?.columns.find((one) => one.letter === letter)
  if (plan === undefined || column === undefined || column.outcome === 'refused') return refuse(common.notFound)
  const header = headOf(found.value.key, sheet, column)
  if (isOpened(as) || isOpened(column.field) && as !== 'ignored' || column.outcome === 'locked') {
    const may = isOpened(as) && mayOpenAs({ text: header?.text ?? '' }) === as && (await openedKinds(tx, actor.district, row.community, ctx.at)).includes(as)
    if (!may) return refuse(common.notFound)
  }
  if (header !== null) await rememberColumn(tx, actor.district, row.community, header.key, as, ctx.at)
  const again = column.outcome !== 'field' && as !== 'ignored'
  if (again) return ok({ again })
  const heads = new Map(plan.columns.map((one) => [one.letter, one.head]))
  const mapped = mapColumn(plan.columns, letter, as).map((one) => {
    const head = heads.get(one.letter)
    return head === undefined ? one : { ...one, head }
  })
  const columns = row.columns.map((one) => (one.sheet === sheet ? { ...one, columns: mapped } : one))
  await changeImport(tx, actor.district, id, { columns, counts: { numbers: {}, problems: {} } })
  await tx.updateTable('roster_row').set({ verdict: 'unread', problems: [] }).where('district', '=', actor.district).where('import', '=', id).execute()
  return ok({ again })
}
