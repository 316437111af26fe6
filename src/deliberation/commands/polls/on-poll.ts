import type { Context, Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { refuse, type Result } from '../../../kit/pure.ts'
import { appendAct, type NewAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { pollRefusals, type Poll } from '../../rules/opinions/index.ts'
import { lockPoll, mapPoll, type PollRow } from '../../store/polls.ts'

export type Staff = Context<Actor>
export type Done = Outcome & { readonly id: string; readonly state: string }

/** Whether the actor's organisation asks this poll, or the clock does. What is seen of it at all is the database's to say. */
export const keepsPoll = ({ keeper }: Pick<PollRow, 'keeper'>, actor: Actor): boolean => actor.kind === 'clock' || actor.org === keeper || actor.orgs.includes(keeper)

/** Records an act about a poll. */
export const recordPoll = (ctx: Staff, row: Pick<PollRow, 'id' | 'place' | 'path' | 'compound_path'>, what: NewAct['what'], channel = ctx.actor.kind === 'clock' ? 'clock' : 'web'): Promise<string> =>
  appendAct(ctx.tx, {
    district: ctx.actor.district, at: ctx.at, channel, actorPerson: ctx.actor.person, actorPost: ctx.actor.post,
    place: row.place, path: row.path, compoundPath: row.compound_path, subject: { kind: 'poll', id: row.id }, what,
  })

/** Locks a poll for a step of its keeper; unseen is not found. [OM13] */
export async function onPoll<T extends Outcome>(ctx: Staff, id: string, step: (poll: Poll, row: PollRow) => Promise<Result<T>>): Promise<Result<T>> {
  const row = await lockPoll(ctx.tx, ctx.actor.district, id)
  if (!row) return refuse(common.notFound)
  return keepsPoll(row, ctx.actor) ? step(mapPoll(row), row) : refuse(pollRefusals.notKeeper)
}
