/** While a meeting goes on: opening, who is there, who speaks next, and its end. */
import { common } from '../../../kit/http.ts'
import { newId, readCode } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { maySignIn, mayStart, meetingActs, type Role } from '../../rules/meetings/index.ts'
import { legOf, peopleOf, presentAt } from '../../store/meeting-parts.ts'
import { changeMeeting, lockMeeting, mapMeeting, meetingByCode, type MeetingRow } from '../../store/meetings.ts'
import { maySpeak } from '../speech/may-speak.ts'
import { takePhoto } from './meeting-photos.ts'
import { onMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

/** [DM5] Opens a called meeting: near its time, posted long enough before, by somebody who may preside. */
export const startMeeting = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => onMeeting(ctx, id, 'start', async ({ row, meeting }) => {
  const may = mayStart(meeting, await peopleOf(ctx.tx, row), ctx.at.getTime())
  if (!may.ok) return may
  await changeMeeting(ctx.tx, row, { state: 'held', began_at: ctx.at })
  await recordMeeting(ctx, row, meetingActs.state('meeting.start', { kind: row.kind }))
  return ok({ id, state: 'held' })
})

/** [DM7] Signs somebody in by the QR: who speaks on this browser, once a meeting. Run as the clock. */
export async function signIn(ctx: Staff, { code, speaker }: { readonly code: string; readonly speaker: string }): Promise<Result<Done>> {
  const { tx, actor, at } = ctx
  const found = await meetingByCode(tx, actor.district, readCode(code))
  const row = found && await lockMeeting(tx, actor.district, found.id)
  if (!row) return refuse(common.notFound)
  const who = await maySpeak(tx, actor.district, speaker, at)
  if (!who.ok) return who
  const open = maySignIn(mapMeeting(row), at.getTime())
  if (!open.ok) return open
  const added = await tx.insertInto('attendance').values({ ...legOf(row), id: newId(), speaker, role: 'resident', label: who.value.name, way: 'qr', at })
    .onConflict((c) => c.doNothing()).returning('id').executeTakeFirst()
  if (added) await recordMeeting(ctx, row, meetingActs.state('meeting.attend', { way: 'qr', role: 'resident' }))
  return ok({ id: row.id, state: row.state })
}

const oneInvitation = (ctx: Staff, row: MeetingRow, id: string) => ctx.tx.selectFrom('invitation').select(['id', 'role', 'label', 'post', 'party'])
  .where('district', '=', row.district).where('meeting', '=', row.id).where('id', '=', id).executeTakeFirst()

export type SignAtDesk = { readonly id: string; readonly entry: string; readonly label: string; readonly role: Role; readonly invitation: string | null }
/** [DM7] Enters somebody at the desk, once by `entry`, an id that the page made; who is invited counts once however often. */
export const signAtDesk = (ctx: Staff, { id, entry, label, role, invitation }: SignAtDesk): Promise<Result<Done>> => onMeeting(ctx, id, 'attend', async ({ row, meeting }) => {
  const { tx, at } = ctx
  if (row.state !== 'minuted') {
    const open = maySignIn(meeting, at.getTime())
    if (!open.ok) return open
  }
  const invited = invitation === null ? null : await oneInvitation(ctx, row, invitation)
  if (invited === undefined) return refuse(common.notFound)
  const known = invited && await tx.selectFrom('attendance').select(['id', 'present']).where('district', '=', row.district).where('meeting', '=', id)
    .where('invitation', '=', invited.id).executeTakeFirst()
  const done = ok({ id, state: row.state })
  if (known?.present) return done
  if (known) await tx.updateTable('attendance').set({ present: true, label, at }).where('district', '=', row.district).where('id', '=', known.id).execute()
  else {
    const added = await tx.insertInto('attendance').values({ ...legOf(row), id: entry, invitation, post: invited?.post ?? null, role: invited?.role ?? role, label, way: 'desk', at })
      .onConflict((c) => c.doNothing()).returning('id').executeTakeFirst()
    if (!added) return done
  }
  await recordMeeting(ctx, row, meetingActs.state('meeting.attend', { way: 'desk', role: invited?.role ?? role, post: invited?.post ?? undefined }))
  return done
})

/** [DM7] The paper list: how many signed it, and its photo by its claim; without one, the photo of before stays. */
export const enterPaperList = (ctx: Staff, { id, count, photo }: { readonly id: string; readonly count: number; readonly photo: string | null }): Promise<Result<Done>> =>
  onMeeting(ctx, id, 'attend', async ({ row }) => {
    const taken = await takePhoto(ctx, photo)
    if (!taken.ok) return taken
    await changeMeeting(ctx.tx, row, { closed_attendance: count, list_photo: taken.value ?? row.list_photo })
    await recordMeeting(ctx, row, meetingActs.state('meeting.attend', { way: 'paper', role: 'resident', count }))
    return ok({ id, state: row.state })
  })

const wasThere = { code: 'was_there', rule: 'DM7', explain: { zh: '已经签到了，不能记缺席。', en: 'They signed in: no absence.' } }
const notYet = { code: 'wrong_state', rule: 'DM7', explain: { zh: '会开了才记缺席。', en: 'Absences are entered once the meeting began.' } }
/** [DM7] Enters that somebody invited did not come; an act with their post. */
export const markAbsent = (ctx: Staff, { id, invitation, reason }: { readonly id: string; readonly invitation: string; readonly reason: string }): Promise<Result<Done>> =>
  onMeeting(ctx, id, 'attend', async ({ row }) => {
    if (row.state === 'called') return refuse(notYet)
    const invited = await oneInvitation(ctx, row, invitation)
    if (!invited) return refuse(common.notFound)
    const known = await ctx.tx.selectFrom('attendance').select('present').where('district', '=', row.district).where('meeting', '=', id).where('invitation', '=', invitation)
      .executeTakeFirst()
    if (known?.present) return refuse(wasThere)
    if (reason.trim()) await ctx.tx.updateTable('invitation').set({ reason: reason.trim() }).where('district', '=', row.district).where('id', '=', invitation).execute()
    if (known) return ok({ id, state: row.state })
    await ctx.tx.insertInto('attendance').values({ ...legOf(row), id: newId(), invitation, post: invited.post, role: invited.role, label: invited.label, way: 'desk',
      present: false, at: ctx.at }).execute()
    await recordMeeting(ctx, row, meetingActs.state('meeting.absent', { role: invited.role, post: invited.post ?? undefined }))
    return ok({ id, state: row.state })
  })

export type AskToSpeak = { readonly id: string; readonly turn: string; readonly label: string; readonly agenda: number | null }
/** [DM8] Somebody asks to speak; written by the clerk, once by an id that the page made. */
export const askToSpeak = (ctx: Staff, { id, turn, label, agenda }: AskToSpeak): Promise<Result<Done>> => onMeeting(ctx, id, 'turn', async ({ row }) => {
  await ctx.tx.insertInto('speaking_turn').values({ ...legOf(row), id: turn, label, agenda, asked_at: ctx.at }).onConflict((c) => c.doNothing()).execute()
  return ok({ id, state: row.state })
})

/** [DM8] Somebody has spoken, or lets it be. */
export const takeTurn = (ctx: Staff, { id, turn, to }: { readonly id: string; readonly turn: string; readonly to: 'spoke' | 'dropped' }): Promise<Result<Done>> =>
  onMeeting(ctx, id, 'turn', async ({ row }) => {
    const { numUpdatedRows } = await ctx.tx.updateTable('speaking_turn').set(to === 'spoke' ? { spoke_at: ctx.at } : { dropped: true })
      .where('district', '=', row.district).where('meeting', '=', id).where('id', '=', turn).where('spoke_at', 'is', null).where('dropped', '=', false).executeTakeFirst()
    return numUpdatedRows === 0n ? refuse(common.notFound) : ok({ id, state: row.state })
  })

/** [DM2] Ends the meeting: from now on its minutes are finished. */
export const endMeeting = (ctx: Staff, { id, attendance }: { readonly id: string; readonly attendance: number | null }): Promise<Result<Done>> =>
  onMeeting(ctx, id, 'end', async ({ row }) => {
    const ended = { ...row, closed_attendance: attendance ?? row.closed_attendance }
    await changeMeeting(ctx.tx, row, { state: 'minuted', closed_at: ctx.at, closed_attendance: ended.closed_attendance })
    const { n } = await ctx.tx.selectFrom('minute_line').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', row.district).where('meeting', '=', id)
      .where('struck', '=', false).executeTakeFirstOrThrow()
    await recordMeeting(ctx, row, meetingActs.state('meeting.end', { present: await presentAt(ctx.tx, ended), lines: Number(n) }))
    return ok({ id, state: 'minuted' })
  })
