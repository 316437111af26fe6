/** What every step of a meeting begins with: the lock, whose it is, and whether its state allows it. */
import type { Context, Outcome } from '../../../kit/command.ts'
import { actAs, type Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { appendAct, type NewAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { mayMove, stillFor, type Meeting, type MeetingMove } from '../../rules/meetings/index.ts'
import { lockMeeting, mapMeeting, type MeetingRow } from '../../store/meetings.ts'
import { threadById } from '../../store/threads.ts'

export type Done = Outcome & { readonly id: string; readonly state: string }
export type Staff = Context<Actor>
export type OnMeeting = { readonly row: MeetingRow; readonly meeting: Meeting }

/** Whether a meeting is the actor's: who speaks for the organisation that holds it, or its clerk. */
export const holds = ({ kind, orgs, post }: Pick<Actor, 'kind' | 'orgs' | 'post'>, { keeper, clerk_post }: Pick<MeetingRow, 'keeper' | 'clerk_post'>): boolean =>
  kind === 'clock' || orgs.includes(keeper) || (post !== null && post === clerk_post)
type Legs = Pick<MeetingRow, 'path' | 'compound_path'>
/** Lets who holds a meeting or is invited to it reach its place in this transaction: owners' committees, firms and stations reach none of their own. */
export const reachMeeting = (tx: Tx, actor: Actor, { path, compound_path: compound }: Legs): Promise<void> =>
  actAs(tx, { ...actor, scopes: [...actor.scopes, path, ...(compound === null ? [] : [compound])] })
/** Whether an invitation is the actor's: of its post, or, where it names none, of the organisation that it speaks for. */
export const isInvited = ({ orgs, post }: Pick<Actor, 'orgs' | 'post'>, invitation: { readonly org: string | null; readonly post: string | null }): boolean =>
  (invitation.post !== null ? invitation.post === post : invitation.org !== null && orgs.includes(invitation.org))
export const notHolder = { code: 'not_yours', rule: 'DM2', explain: { zh: '这次会由召集的单位来办。', en: 'This is for who holds the meeting.' } }

/** Records an act about a meeting, at its place. */
export const recordMeeting = (ctx: Staff, row: Pick<MeetingRow, 'district' | 'id' | 'place' | 'path' | 'compound_path' | 'keeper'>, what: NewAct['what']): Promise<string> =>
  appendAct(ctx.tx, {
    district: row.district, at: ctx.at, channel: ctx.actor.kind === 'clock' ? 'clock' : 'web', actorPerson: ctx.actor.person, actorPost: ctx.actor.post,
    place: row.place, path: row.path, compoundPath: row.compound_path, subject: { kind: 'meeting', id: row.id }, parties: [row.keeper], what,
  })

/** Locks a meeting for a step of who holds it. Unseen is not found, another's is refused, and so is what its state or kind does not allow. */
export async function onMeeting<T extends Outcome>(ctx: Staff, id: string, move: MeetingMove, step: (of: OnMeeting) => Promise<Result<T>>): Promise<Result<T>> {
  const row = await lockMeeting(ctx.tx, ctx.actor.district, id)
  if (!row) return refuse(common.notFound)
  if (!holds(ctx.actor, row)) return refuse(notHolder)
  await reachMeeting(ctx.tx, ctx.actor, row)
  const meeting = mapMeeting(row)
  const [may, still] = [mayMove(meeting, move), await threadAllows(ctx, row, meeting, move)]
  if (!may.ok) return may
  return still.ok ? step({ row, meeting }) : still
}

/** Moves by which a meeting comes to a decision: the thread has to be in the step that the meeting is for. */
const STEPPED: readonly MeetingMove[] = ['call', 'start', 'resolve']
/** [DM2] Whether the meeting's thread is in a step that allows this move. */
export async function threadAllows({ tx }: Pick<Staff, 'tx'>, { district, thread }: Pick<MeetingRow, 'district' | 'thread'>, { kind }: Pick<Meeting, 'kind'>,
  move: MeetingMove): Promise<Result<true>> {
  return thread === null || !STEPPED.includes(move) ? ok(true) : stillFor(kind, (await threadById(tx, district, thread))?.step ?? null)
}
