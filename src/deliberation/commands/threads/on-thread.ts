/** What every step of a thread's keeper begins with: the lock, whose it is, and everything its rules ask about. */
import type { Context, Outcome } from '../../../kit/command.ts'
import { actAs, type Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { refuse, type Result } from '../../../kit/pure.ts'
import { appendAct, type NewAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import type { Facts } from '../../rules/threads/index.ts'
import { factsOf } from '../../store/thread-facts.ts'
import { lockThread, type ThreadRow } from '../../store/threads.ts'

export type Done = Outcome & { readonly id: string; readonly step: string }
export type Staff = Context<Actor>
export type OnThread = { readonly row: ThreadRow; readonly facts: Facts }

/** Whether the actor speaks for the organisation that leads this thread: a captain or grid worker of it does not. */
export const keeps = ({ orgs, kind }: Pick<Actor, 'orgs' | 'kind'>, { keeper }: Pick<ThreadRow, 'keeper'>): boolean => kind === 'clock' || orgs.includes(keeper)
/** Lets who leads a thread, or does a task of it, reach all of that thread in this transaction: an owners' committee or firm reaches no place of its own. */
export const reachThread = (tx: Tx, actor: Actor, { path, compound_path: compound }: Pick<ThreadRow, 'path' | 'compound_path'>): Promise<void> =>
  actAs(tx, { ...actor, scopes: [...actor.scopes, path, ...(compound === null ? [] : [compound])] })
const notKeeper = { code: 'not_yours', rule: 'DT1', explain: { zh: '这件事由牵头的单位往下走。', en: 'This is for the organisation that leads it.' } }

/** Records an act about a thread, at its place. */
export const recordThread = (ctx: Staff, row: Pick<ThreadRow, 'district' | 'id' | 'place' | 'path' | 'compound_path' | 'keeper'>, what: NewAct['what']): Promise<string> =>
  appendAct(ctx.tx, {
    district: row.district, at: ctx.at, channel: ctx.actor.kind === 'clock' ? 'clock' : 'web', actorPerson: ctx.actor.person, actorPost: ctx.actor.post,
    place: row.place, path: row.path, compoundPath: row.compound_path, subject: { kind: 'thread', id: row.id }, parties: [row.keeper], what,
  })

/** Locks a thread for a step of its keeper, with everything its rules ask about; unseen is not found, another's is refused. */
export async function onThread<T extends Outcome>(ctx: Staff, id: string, step: (of: OnThread) => Promise<Result<T>>): Promise<Result<T>> {
  const row = await lockThread(ctx.tx, ctx.actor.district, id)
  if (!row) return refuse(common.notFound)
  if (!keeps(ctx.actor, row)) return refuse(notKeeper)
  await reachThread(ctx.tx, ctx.actor, row)
  return step({ row, facts: await factsOf(ctx.tx, row, ctx.at) })
}
