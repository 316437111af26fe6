import type { Context } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { appendAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { importActs } from '../../rules/import/index.ts'
import { rejoin } from '../../store/import-persons.ts'

export const pairMoves = ['join', 'apart', 'split'] as const
export type PairMove = (typeof pairMoves)[number]

const from: Readonly<Record<PairMove, readonly string[]>> = { join: ['open', 'apart', 'split'], apart: ['open'], split: ['joined'] }
const to = { join: 'joined', apart: 'apart', split: 'split' } as const
const decided: Refusal = { code: 'already_decided', rule: 'RO33', explain: { zh: '这两条已经有人定了。', en: 'Somebody has decided this pair already.' } }

/** Joins two entries that are one person, keeps them apart, or splits them again. Values and keys are not touched: only who the ties belong to. [RO32] [RO33] */
export async function decidePair(ctx: Context<Actor>, input: { readonly pair: string; readonly move: PairMove }): Promise<Result<{ readonly id: string; readonly state: string }>> {
  const { tx, actor, at } = ctx
  const { district } = actor
  const row = await tx.selectFrom('same_person').selectAll().where('district', '=', district).where('id', '=', input.pair).forUpdate().executeTakeFirst()
  if (row === undefined) return refuse(common.notFound)
  if (!from[input.move].includes(row.state)) return refuse(decided)
  const state = to[input.move]
  await tx.updateTable('same_person').set({ state, decided_at: at, decided_post: actor.post }).where('district', '=', district).where('id', '=', row.id).execute()
  if (input.move !== 'apart') await rejoin(tx, district, [row.one, row.other])
  const what = input.move === 'join' ? importActs.state('roster.persons_joined', { other: row.other, weight: Math.max(0, row.weight) })
    : importActs.state(input.move === 'apart' ? 'roster.persons_apart' : 'roster.persons_split', { other: row.other })
  await appendAct(tx, { district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: row.community, path: row.path,
    subject: { kind: 'person', id: row.one }, what })
  return ok({ id: row.id, state })
}
