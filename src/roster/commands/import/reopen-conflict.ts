import { sql } from 'kysely'
import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { importActs } from '../../rules/import/index.ts'
import { TAKE_BACK_MINUTES, type DwellerField } from '../../rules/index.ts'
import { recountHomes } from '../../store/import-homes.ts'
import { retoken } from '../../store/import-ties.ts'
import { conflictForUpdate } from './decide-conflict.ts'

const undecided: Refusal = { code: 'not_decided', rule: 'RO49', explain: { zh: '这一项还没有定，没有可撤的。', en: 'This was not decided: there is nothing to take back.' } }
const tooLate: Refusal = {
  code: 'too_late', rule: 'RO49', explain: { zh: `过了${TAKE_BACK_MINUTES}分钟，不能撤回了。请到这户的页面上改，原来的在历史里。`,
    en: `More than ${TAKE_BACK_MINUTES} minutes have passed. Correct it on the page of the home; what stood there is in the history.` },
}
const moved: Refusal = {
  code: 'changed_since', rule: 'RO49', explain: { zh: '定了以后又有人改过这一项，不能撤回了。请到这户的页面上看。',
    en: 'Somebody changed this after it was decided, so it cannot be taken back. See the page of the home.' },
}

/**
 * Takes back what was decided about a value within ten minutes: it waits again, and exactly what gave way to it is current again. Refused where somebody
 * has written this field since. [RO27] [RO49]
 */
export async function reopenConflict(ctx: Context<Actor>, input: { readonly value: string }): Promise<Result<{ readonly id: string }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const row = await conflictForUpdate(tx, actor, input.value)
  if (row === null) return refuse(common.notFound)
  if (row.decided_at === null) return refuse(undecided)
  if (at.getTime() - row.decided_at.getTime() > TAKE_BACK_MINUTES * 60_000) return refuse(tooLate)
  const [mine, before] = [row.ties, row.gave_way ?? []]
  const others = await tx.selectFrom('dweller_value').select(['id', 'state', 'recorded_at', 'ended_at']).where('district', '=', district)
    .where('dweller', '=', sql<string>`any(${mine}::uuid[])`).where('field', '=', row.field).where('id', '<>', row.id).forUpdate().execute()
  const same = (ended: Date | null): boolean => ended?.getTime() === row.decided_at?.getTime()
  const touched = others.some((one) => (one.state === 'current' && one.recorded_at.getTime() > (row.decided_at?.getTime() ?? 0))
    || (before.includes(one.id) && !(one.state === 'past' && same(one.ended_at))))
  if (touched || (row.state === 'past' && !same(row.ended_at))) return refuse(moved)
  await tx.updateTable('dweller_value').set({ state: 'waiting', ended_at: null, decided_at: null, gave_way: null }).where('district', '=', district)
    .where('id', '=', row.id).execute()
  await tx.updateTable('dweller_value').set({ state: 'current', ended_at: null, ended_by: null }).where('district', '=', district)
    .where('id', '=', sql<string>`any(${before}::uuid[])`).execute()
  await retoken(tx, district, mine)
  await recountHomes(tx, district, [row.home])
  await appendAct(tx, {
    district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: row.home, path: row.path, compoundPath: row.compound_path,
    subject: { kind: 'person', id: row.person }, what: importActs.state('roster.conflict_reopened', { field: row.field as DwellerField }), // the table's check
  })
  return ok({ id: row.id })
}
