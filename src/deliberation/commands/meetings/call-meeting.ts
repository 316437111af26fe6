/** Inviting, calling, answering, and calling off. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { cancelTimers, sendNotice, setTimer } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { mayBeLabel, mayBePublic, mayCall, meetingActs, type InvitationAnswer, type MeetingNotice, type Role } from '../../rules/meetings/index.ts'
import { agendaOf, invitationsOf, legOf, mapInvitation, peopleOf } from '../../store/meeting-parts.ts'
import { changeMeeting, lockMeeting, type MeetingRow } from '../../store/meetings.ts'
import { takePhoto } from './meeting-photos.ts'
import { holds, isInvited, onMeeting, reachMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

/** The timer that reminds those invited. */
export const REMIND_TIMER = 'meeting.remind'
const DAY = 86_400_000

export type NewInvitation = { readonly role: Role; readonly party: number | null; readonly org: string | null; readonly post: string | null; readonly label: string }
type Told = { readonly org: string | null; readonly post: string | null }

/** Tells organisations and posts inside the product; who has neither is told on paper, by hand. */
export async function tellInvited(ctx: Staff, row: MeetingRow, invited: readonly Told[], template: MeetingNotice): Promise<void> {
  const recipients = new Set(invited.flatMap(({ org, post }) => (post !== null ? [`post:${post}`] : org !== null ? [`org:${org}`] : [])))
  for (const recipient of recipients) await sendNotice(ctx.tx, { district: row.district, channel: 'app', recipient, template, facts: { meeting: row.id } }, ctx.at)
}

const notPublic = { code: 'private_words', rule: 'DM16', explain: { zh: '这句话会公布，不要写电话、门牌和人名。', en: 'This is public: no telephone, door number or name.' } }
const dropLate = { code: 'called_already', rule: 'DM3', explain: { zh: '已经通知了，不能再撤请。', en: 'It was called: nobody is uninvited now.' } }
const noParty = { code: 'not_found', rule: 'DM3', explain: { zh: '这条议事线里没有这一方。', en: 'The thread has no such party.' } }

export type Invite = { readonly id: string; readonly invitations: readonly NewInvitation[]; readonly drop: readonly string[] }
/** [DM3] Invites by role; before the call somebody may be taken off again. After it the new ones are told at once. */
export const invite = (ctx: Staff, { id, invitations, drop }: Invite): Promise<Result<Done>> => onMeeting(ctx, id, 'invite', async ({ row }) => {
  const { tx, at } = ctx
  const called = row.state === 'called'
  if (called && drop.length > 0) return refuse(dropLate)
  if (invitations.some(({ label }) => !mayBeLabel(label))) return refuse(notPublic)
  const { toInvite } = await peopleOf(tx, row)
  if (invitations.some(({ party }) => party !== null && !toInvite.parties.some(({ n }) => n === party))) return refuse(noParty)
  const orgOf = (party: number | null): string | null => toInvite.parties.find(({ n }) => n === party)?.org ?? null
  const told = invitations.map((one) => ({ ...one, org: one.org ?? orgOf(one.party) }))
  if (drop.length > 0) await tx.deleteFrom('invitation').where('district', '=', row.district).where('meeting', '=', id).where('id', 'in', [...drop]).execute()
  if (invitations.length > 0) await tx.insertInto('invitation').values(told.map((one) =>
    ({ ...legOf(row), id: newId(), ...one, sent_at: called ? at : null }))).execute()
  if (called) await tellInvited(ctx, row, told, 'meeting.invited')
  await changeMeeting(tx, row, {})
  await recordMeeting(ctx, row, meetingActs.state('meeting.invite', { added: invitations.length, dropped: drop.length }))
  return ok({ id, state: row.state })
})

/** [DM4] Posts the notice today and tells everybody who is invited; refused with the first possible day where it is too late. `photo`: its claim. */
export const callMeeting = (ctx: Staff, { id, photo }: { readonly id: string; readonly photo: string | null }): Promise<Result<Done>> =>
  onMeeting(ctx, id, 'call', async ({ row, meeting }) => {
    const { tx, at } = ctx
    const [agenda, invitations, people] = [await agendaOf(tx, row), await invitationsOf(tx, row), await peopleOf(tx, row)]
    const today = shanghaiDay(at)
    const may = mayCall(meeting, { agenda, invited: invitations.map(mapInvitation), ...people }, today)
    if (!may.ok) return may
    const taken = await takePhoto(ctx, photo)
    if (!taken.ok) return taken
    await changeMeeting(tx, row, { state: 'called', notice_on: today, notice_photo: taken.value })
    await tx.updateTable('invitation').set({ sent_at: at }).where('district', '=', row.district).where('meeting', '=', id).execute()
    await tellInvited(ctx, row, invitations, 'meeting.invited')
    await setTimer(tx, { district: row.district, due: new Date(row.starts_at.getTime() - DAY), kind: REMIND_TIMER, subject: id, facts: {} })
    await recordMeeting(ctx, row, meetingActs.state('meeting.call', { invited: invitations.length, photo: photo !== null }))
    return ok({ id, state: 'called' })
  })

/** [DM4] A day before, those who have not said that they stay away are reminded; for the clock. */
export async function remind(ctx: Staff, id: string): Promise<void> {
  const row = await lockMeeting(ctx.tx, ctx.actor.district, id)
  if (row?.state !== 'called') return
  await tellInvited(ctx, row, (await invitationsOf(ctx.tx, row)).filter(({ answer }) => answer !== 'not'), 'meeting.tomorrow')
}

const notInvited = { code: 'not_yours', rule: 'DM3', explain: { zh: '请的不是您这里。', en: 'Somebody else is invited here.' } }
const notAsked = { code: 'wrong_state', rule: 'DM3', explain: { zh: '现在不用答复了：还没通知，或者已经开了。', en: 'No answer is asked now: not called yet, or held already.' } }
const noWhy = { code: 'no_reason', rule: 'DM3', explain: { zh: '不来写一句为什么；请人来写是谁。', en: 'Say why you do not come, or who comes instead.' } }

export type AnswerInvitation = { readonly id: string; readonly answer: InvitationAnswer; readonly reason: string }
/** [DM3] Answers an invitation: the organisation or post that is invited, or who holds the meeting, for those who answered by mouth. `id`: the invitation's. */
export async function answerInvitation(ctx: Staff, { id, answer, reason }: AnswerInvitation): Promise<Result<Done>> {
  const { tx, actor } = ctx
  const found = await tx.selectFrom('invitation').select(['meeting', 'org', 'post', 'sent_at', 'path', 'compound_path']).where('district', '=', actor.district).where('id', '=', id).executeTakeFirst()
  const theirs = found !== undefined && isInvited(actor, found)
  if (theirs && found.sent_at !== null) await reachMeeting(tx, actor, found)
  const row = found && await lockMeeting(tx, actor.district, found.meeting)
  if (!row) return refuse(common.notFound)
  if (!theirs && !holds(actor, row)) return refuse(found.sent_at === null ? common.notFound : notInvited)
  if (row.state !== 'called') return refuse(notAsked)
  if (answer !== 'comes' && reason.trim() === '') return refuse(noWhy)
  await tx.updateTable('invitation').set({ answer, answered_at: ctx.at, reason: reason.trim() || null }).where('district', '=', actor.district).where('id', '=', id).execute()
  await recordMeeting(ctx, row, meetingActs.state('meeting.answer', { invitation: id, answer }))
  return ok({ id, state: row.state })
}

/** [DM2] Calls a meeting off, with its reason; those who were told are told again, and what was on the agenda is open again. */
export const cancelMeeting = (ctx: Staff, { id, reason }: { readonly id: string; readonly reason: string }): Promise<Result<Done>> =>
  onMeeting(ctx, id, 'cancel', async ({ row }) => {
    const { tx } = ctx
    if (!mayBePublic(reason)) return refuse(notPublic)
    const called = row.state === 'called'
    await changeMeeting(tx, row, { state: 'cancelled', reason: reason.trim() })
    await tx.updateTable('agenda_intake').set({ state: 'open', meeting: null }).where('district', '=', row.district).where('meeting', '=', id).where('state', '=', 'on_agenda').execute()
    if (called) await tellInvited(ctx, row, await invitationsOf(tx, row), 'meeting.cancelled')
    await cancelTimers(tx, id)
    await recordMeeting(ctx, row, meetingActs.state('meeting.cancel', { called }))
    return ok({ id, state: 'cancelled' })
  })
