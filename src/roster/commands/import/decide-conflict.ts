import { sql } from 'kysely'
import type { Context } from '../../../kit/command.ts'
import type { Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { importActs } from '../../rules/import/index.ts'
import { isShownTo } from '../../rules/show.ts'
import type { DwellerField } from '../../rules/fields.ts'
import { recountHomes } from '../../store/import-homes.ts'
import { retoken } from '../../store/import-ties.ts'

export const conflictChoices = ['old', 'new', 'both'] as const
export type ConflictChoice = (typeof conflictChoices)[number]

const decided: Refusal = { code: 'already_decided', rule: 'RO27', explain: { zh: '这一项已经有人定了。', en: 'Somebody has decided this already.' } }
const onePhone: Refusal = { code: 'one_value', rule: 'RO27', explain: { zh: '这一项只能留一个；两个都留的只有手机号。', en: 'Only one can stand here; both may be kept of phones alone.' } }

/** A value that waits or waited, locked, with its tie and all ties of its person to the home; null where it is out of reach or its field is not shown. */
export async function conflictForUpdate(tx: Tx, { district, audience }: Actor, value: string) {
  const row = await tx.selectFrom('dweller_value as v').innerJoin('dweller as d', (j) => j.onRef('d.district', '=', 'v.district').onRef('d.id', '=', 'v.dweller'))
    .select(['v.id', 'v.field', 'v.state', 'v.source', 'v.source_kind', 'v.ended_at', 'v.decided_at', 'v.gave_way', 'd.who', 'd.home', 'd.path', 'd.compound_path',
      'd.person'])
    .where('v.district', '=', district).where('v.id', '=', value).forUpdate().executeTakeFirst()
  if (row === undefined || !isShownTo(audience, row.field as DwellerField)) return null // the table's check allows these fields alone
  const ties = await tx.selectFrom('dweller').select('id').where('district', '=', district).where('home', '=', row.home).where('who', '=', row.who).execute()
  return { ...row, ties: ties.map(({ id }) => id) }
}

/**
 * Decides a value that waits beside a current one: the old stays, the new takes its place, or (phones) both stand. What gives way becomes past, with its
 * source; undoing the import that brought the new one brings the old one back. [RO4] [RO27]
 */
export async function decideConflict(ctx: Context<Actor>, input: { readonly value: string; readonly kept: ConflictChoice }): Promise<Result<{ readonly id: string; readonly kept: string }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const row = await conflictForUpdate(tx, actor, input.value)
  if (row === null) return refuse(common.notFound)
  if (row.state !== 'waiting') return refuse(decided)
  if (input.kept === 'both' && row.field !== 'phone') return refuse(onePhone)
  const { ties } = row
  let gaveWay: readonly string[] = []
  if (input.kept === 'new') {
    const ended = await tx.updateTable('dweller_value').set({ state: 'past', ended_at: at, ended_by: row.source_kind === 'import' ? row.source : null })
      .where('district', '=', district).where('dweller', '=', sql<string>`any(${ties}::uuid[])`).where('field', '=', row.field).where('state', '=', 'current').returning('id').execute()
    gaveWay = ended.map(({ id }) => id)
  }
  await tx.updateTable('dweller_value').set({ ...(input.kept === 'old' ? { state: 'past', ended_at: at } : { state: 'current' }), decided_at: at,
    gave_way: gaveWay.length === 0 ? null : [...gaveWay] })
    .where('district', '=', district).where('id', '=', row.id).execute()
  await retoken(tx, district, ties)
  await recountHomes(tx, district, [row.home])
  await appendAct(tx, {
    district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: row.home, path: row.path, compoundPath: row.compound_path,
    subject: { kind: 'person', id: row.person }, what: importActs.state('roster.conflict_decided', { field: row.field as DwellerField, kept: input.kept }),
  })
  return ok({ id: row.id, kept: input.kept })
}
