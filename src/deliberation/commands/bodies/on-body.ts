import type { Context, Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { refuse, type Result } from '../../../kit/pure.ts'
import { appendAct, type NewAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import type { Body } from '../../rules/bodies/index.ts'
import { lockBody, mapBody, type BodyRow } from '../../store/bodies.ts'

export type Staff = Context<Actor>
export type BodyDone = Outcome & { readonly id: string; readonly version: number }
export type ById = { readonly id: string; readonly version?: number | undefined }

/** Whether the actor's organisation looks after what a row says; what others may see of it is the database's to say. */
export const keeps = (row: { readonly keeper: string }, actor: Actor): boolean => actor.orgs.includes(row.keeper)
const notKeeper = { code: 'not_yours', rule: 'DB1', explain: { zh: '这一步由管这个组织的一方来做。', en: 'This is for whoever looks after the body.' } }

/** Records an act about a body. */
export const recordBody = (ctx: Staff, row: Pick<BodyRow, 'id' | 'place' | 'path' | 'compound_path'>, what: NewAct['what'], channel?: string): Promise<string> => appendAct(ctx.tx, {
  district: ctx.actor.district, at: ctx.at, channel: channel ?? (ctx.actor.kind === 'clock' ? 'clock' : 'web'), actorPerson: ctx.actor.person, actorPost: ctx.actor.post,
  place: row.place, path: row.path, compoundPath: row.compound_path, subject: { kind: 'council', id: row.id }, what,
})

export type OnBody = { readonly row: BodyRow; readonly body: Body }
/** Locks a body for a step of its keeper; unseen is not found, changed meanwhile is stale. [DB1] */
export async function onBody<T extends Outcome>(ctx: Staff, input: ById, step: (of: OnBody) => Promise<Result<T>>): Promise<Result<T>> {
  const row = await lockBody(ctx.tx, ctx.actor.district, input.id)
  if (!row) return refuse(common.notFound)
  if (!keeps(row, ctx.actor)) return refuse(notKeeper)
  if (input.version !== undefined && input.version !== row.version) return refuse(common.stale)
  return step({ row, body: mapBody(row) })
}
