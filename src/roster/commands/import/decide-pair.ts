import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { importActs } from '../../rules/import/index.ts'
import { TAKE_BACK_MINUTES } from '../../rules/index.ts'
import { rejoin } from '../../store/import-persons.ts'

export const pairMoves = ['join', 'apart', 'split', 'reopen'] as const
export type PairMove = (typeof pairMoves)[number]

const from: Readonly<Record<PairMove, readonly string[]>> = { join: ['open', 'apart', 'split'], apart: ['open'], split: ['joined'], reopen: ['joined', 'apart'] }
const to = { join: 'joined', apart: 'apart', split: 'split', reopen: 'open' } as const
const saidOf = { apart: 'apart', split: 'split', reopen: 'reopened' } as const
const decided: Refusal = { code: 'already_decided', rule: 'RO33', explain: { zh: '这两条已经有人定了。', en: 'Somebody has decided this pair already.' } }
const tooLate: Refusal = { code: 'too_late', rule: 'RO49', explain: { zh: `过了${TAKE_BACK_MINUTES}分钟，不能撤回了。可以在“已算同一个人”或“定过不是的”里重新定。`,
  en: `More than ${TAKE_BACK_MINUTES} minutes have passed. It can still be decided anew in the lists of those joined or kept apart.` } }

/** Joins two entries that are one person, keeps them apart, splits them again, or within ten minutes asks anew. Values and keys are not touched: only who the ties belong to. [RO32] [RO33] [RO49] */
export async function decidePair(ctx: Context<Actor>, input: { readonly pair: string; readonly move: PairMove }): Promise<Result<{ readonly id: string; readonly state: string }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const row = await tx.selectFrom('same_person').selectAll().where('district', '=', district).where('id', '=', input.pair).forUpdate().executeTakeFirst()
  if (row === undefined) return refuse(common.notFound)
  if (!from[input.move].includes(row.state)) return refuse(decided)
  const reopens = input.move === 'reopen'
  if (reopens && at.getTime() - (row.decided_at?.getTime() ?? 0) > TAKE_BACK_MINUTES * 60_000) return refuse(tooLate)
  const state = to[input.move]
  await tx.updateTable('same_person').set({ state, decided_at: reopens ? null : at, decided_post: reopens ? null : actor.post }).where('district', '=', district).where('id', '=', row.id).execute()
  if (state === 'joined' || row.state === 'joined') await rejoin(tx, district, [row.one, row.other])
  const what = input.move === 'join' ? importActs.state('roster.persons_joined', { other: row.other, weight: Math.max(0, row.weight) })
    : importActs.state(`roster.persons_${saidOf[input.move]}`, { other: row.other })
  await appendAct(tx, { district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: row.community, path: row.path,
    subject: { kind: 'person', id: row.one }, what })
  return ok({ id: row.id, state })
}
