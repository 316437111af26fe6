import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { importActs, mayImport, mayMove, type ImportState } from '../../rules/import/index.ts'
import { changeImport, destroyStaging, importById } from '../../store/import-file.ts'

export const importMoves = ['commit', 'pause', 'resume', 'drop', 'undo'] as const
export type ImportStep = (typeof importMoves)[number]
const next: Readonly<Record<ImportStep, ImportState>> = { commit: 'committing', pause: 'paused', resume: 'committing', drop: 'dropped', undo: 'undoing' }

const unread: Refusal = { code: 'import_unread', rule: 'RO21', explain: { zh: '还有行没有看完，等几秒再导入。', en: 'Some rows are still being read: wait a few seconds.' } }
const nothing: Refusal = { code: 'import_nothing', rule: 'RO21', explain: { zh: '没有一行可以导入：先收下建议的改法，或者改好格子。', en: 'There is no row to import: take the fixes offered, or mend cells.' } }

/** Begins committing, pauses it, goes on, drops the import or undoes it. The worker does the long ones. [RO20] [RO22] [RO25] */
export async function moveImport(ctx: Context<Actor>, id: string, move: ImportStep): Promise<Result<{ readonly id: string; readonly state: ImportState }>> {
  const { tx, actor, at } = ctx
  const may = mayImport(actor.audience)
  if (!may.ok) return may
  const row = await importById(tx, actor.district, id, true)
  if (row === null) return refuse(common.notFound)
  const allowed = mayMove(row.state, move)
  if (!allowed.ok) return allowed
  const { unread: waiting = 1, taken = 0, rows = 0 } = row.counts.numbers
  if (move === 'commit' && waiting > 0) return refuse(unread)
  if (move === 'commit' && taken === 0) return refuse(nothing)
  await changeImport(tx, actor.district, id, { state: next[move] })
  if (move === 'drop') {
    await destroyStaging(tx, actor.district, id)
    await appendAct(tx, { district: actor.district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: row.community, path: row.path,
      subject: { kind: 'import', id }, what: importActs.state('roster.import_dropped', { rows }) })
  }
  return ok({ id, state: next[move] })
}
