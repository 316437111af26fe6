/** One meeting: as everybody reads it, as who holds it works with it, and as its door knows it. */
import { voteStanding } from '../../ballots/index.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { readCode } from '../../kit/ids.ts'
import { ok, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { clerksFor } from '../commands/meetings/clerk.ts'
import { toJudge } from '../commands/meetings/judge.ts'
import { holds, isInvited, reachMeeting, threadAllows } from '../commands/meetings/on-meeting.ts'
import {
  earliestDay, kindRules, mayApprove, mayCall, mayMove, mayObject, maySignIn, mayStart, mayWriteMinutes, meetingSettings, MEETING_MOVES, missingInvitations, overdue, standsAs, whoSpeaks,
  type InvitationAnswer, type LineKind, type Meeting, type MeetingMove, type ResolutionState, type ResolutionVerdict, type Role, type TaskVerdict,
} from '../rules/meetings/index.ts'
import {
  agendaOf, attendanceOf, invitationsOf, linesOf, mapInvitation, objectionsOf, peopleOf, presentAt, tasksIn, turnsOf, type InvitationRow, type LineRow, type ObjectionRow,
  type TaskRow,
} from '../store/meeting-parts.ts'
import { mapMeeting, meetingByCode, meetingById, meetingsById, resolutionsIn, writersOf, type MeetingRow, type ResolutionRow } from '../store/meetings.ts'
import { threadById } from '../store/threads.ts'
import { headsOf, isPublic } from './meeting-heads.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const isPosted = ({ state }: Pick<MeetingRow, 'state'>): boolean => state === 'posted' || state === 'approved'

/** [DM16] Speakers of 14 to 17: what they object is read by somebody, who answers it, before everybody does. P17 */
async function minorsAmong(tx: Tx, district: string, objections: readonly ObjectionRow[]): Promise<ReadonlySet<string>> {
  const open = objections.flatMap(({ speaker, answer }) => (speaker !== null && answer === null ? [speaker] : []))
  const rows = open.length === 0 ? [] : await tx.selectFrom('speaker').select('id').where('district', '=', district).where('id', 'in', open).where('minor', '=', true).execute()
  return new Set(rows.map(({ id }) => id))
}

type Vote = { readonly id: string; readonly passed: boolean } | null
/** The owners' vote of a meeting's thread, where one of its resolutions waits for it. */
async function voteFor(tx: Tx, { district, thread }: MeetingRow, resolutions: readonly ResolutionRow[]): Promise<Vote> {
  const vote = thread === null || resolutions.every(({ state }) => state !== 'to_vote') ? null : (await threadById(tx, district, thread))?.vote ?? null
  return vote === null ? null : voteStanding(tx, district, vote)
}
/** A resolution as pages read it: one that waited for a vote is in force once that vote passed. `today`: whether its evaluation is overdue. */
const resolutionView = (row: ResolutionRow, today: string, vote: Vote) => ({
  id: row.id, n: row.n, words: row.words, yes: row.yes, no: row.no, abstained: row.abstained, minority: row.minority, carried: row.carried,
  state: standsAs(row.state as ResolutionState, vote?.passed === true), inForceOn: row.in_force_on, evaluateOn: row.evaluate_on, overdue: overdue({ ...row, evaluateOn: row.evaluate_on }, today),
  verdict: row.verdict as ResolutionVerdict | null, judgedIn: row.judged_in, vote: row.vote ?? (row.state === 'to_vote' ? vote?.id ?? null : null), power: row.power, // the table's checks
})
const taskView = ({ id, resolution, title, owner, due, state, done_on, verdict }: TaskRow) => ({ id, resolution, title, owner, due, state: state as 'open' | 'done' | 'dropped',
  doneOn: done_on, verdict: verdict as TaskVerdict | null }) // the table's checks
const lineView = (row: LineRow) => ({ id: row.id, agenda: row.agenda, placeIn: row.place_in, kind: row.kind as LineKind, label: row.label, words: row.words, struck: row.struck,
  at: row.at.toISOString(), version: row.version, file: row.file }) // the table's check
const objectionView = ({ id, resolution, label, words, at, answer, answered_at }: ObjectionRow, held = false) =>
  ({ id, resolution, label, words: held ? '' : words, at: at.toISOString(), answer, answeredAt: iso(answered_at), held })
const invitationView = (row: InvitationRow) => ({ id: row.id, role: row.role as Role, party: row.party, org: row.org, post: row.post, label: row.label, sentAt: iso(row.sent_at),
  answer: row.answer as InvitationAnswer | null, answeredAt: iso(row.answered_at), reason: row.reason }) // the table's checks

function hallOf({ hall_satisfied, hall_accepted, hall_not }: MeetingRow) {
  return hall_satisfied === null || hall_accepted === null || hall_not === null ? null : { satisfied: hall_satisfied, accepted: hall_accepted, not: hall_not }
}

/** What both pages have in common. `all`: what is not posted yet as well. */
async function commonOf(tx: Tx, row: MeetingRow, at: Date, all: boolean) {
  const today = shanghaiDay(at)
  const settings = meetingSettings(today)
  const [[head], agenda] = [await headsOf(tx, row.district, [row]), await agendaOf(tx, row)]
  if (head === undefined) throw new Error('a meeting without a head')
  const shown = all || isPosted(row)
  const [lines, resolutions, tasks, objections] = shown ? [await linesOf(tx, row), await resolutionsIn(tx, row.district, [row.id]), await tasksIn(tx, row), await objectionsOf(tx, row)]
    : [[], [], [], []]
  const [vote, minors] = [await voteFor(tx, row, resolutions), all ? new Set<string>() : await minorsAmong(tx, row.district, objections)]
  let from = row.starts_at.getTime()
  return {
    ...head, beganAt: iso(row.began_at), closedAt: iso(row.closed_at), quorum: row.quorum, present: await presentAt(tx, row), noticePhoto: row.notice_photo,
    approvedAt: iso(row.approved_at), hall: shown ? hallOf(row) : null,
    rules: { noticeDays: settings.noticeDays[head.kind], decides: kindRules[head.kind].decides, quorum: row.quorum, objectionDays: settings.objectionDays },
    agenda: agenda.map(({ n, title, minutes }) => {
      const item = { n, title, minutes, from: new Date(from).toISOString() }
      from += minutes * 60_000
      return item
    }),
    lines: lines.filter(({ struck }) => all || !struck).map(lineView), resolutions: resolutions.map((one) => resolutionView(one, today, vote)), tasks: tasks.map(taskView),
    objections: objections.map((one) => objectionView(one, !all && one.answer === null && one.speaker !== null && minors.has(one.speaker))),
  }
}

/** [DM16] A meeting as everybody reads it; undefined before it is called. */
export async function publicMeeting(tx: Tx, district: string, id: string, at: Date) {
  const row = await meetingById(tx, district, id)
  if (!row || !isPublic(row)) return undefined
  const [invitations, attendance, shared] = [await invitationsOf(tx, row), await attendanceOf(tx, row), await commonOf(tx, row, at, false)]
  const came = (invitation: string): 'came' | 'absent' | 'unknown' => {
    const entry = isPosted(row) ? attendance.find((one) => one.invitation === invitation) : undefined
    return entry === undefined ? 'unknown' : entry.present ? 'came' : 'absent'
  }
  const meeting = mapMeeting(row)
  // which file of the photo store holds what an expert wrote is for who holds the meeting
  return { ...shared, lines: shared.lines.map(({ file: _, ...line }) => line), present: isPosted(row) ? shared.present : 0, invited: invitations.map(({ id: invitation, role, label }) => ({ role: role as Role, label, came: came(invitation) })), // the table's check
    mayObject: mayObject(meeting, shanghaiDay(at)).ok, maySignIn: maySignIn(meeting, at.getTime()).ok }
}

/** [DM7] What the page behind a meeting's QR shows. */
export async function meetingAtDoor(tx: Tx, district: string, code: string, at: Date) {
  const row = await meetingByCode(tx, district, readCode(code))
  if (!row || !isPublic(row)) return undefined
  const meeting = mapMeeting(row)
  return { id: row.id, title: row.title, kind: meeting.kind, venue: row.venue, startsAt: row.starts_at.toISOString(), state: meeting.state,
    maySignIn: maySignIn(meeting, at.getTime()).ok }
}

type People = Awaited<ReturnType<typeof peopleOf>>
/** Whether a move may be made now, as its command would say. */
function moveResult(meeting: Meeting, move: MeetingMove, at: Date, { agenda, invited, people, objections }: { readonly agenda: readonly { readonly minutes: number }[]
  readonly invited: readonly InvitationRow[]; readonly people: People; readonly objections: readonly ObjectionRow[] }): Result<true> {
  const today = shanghaiDay(at)
  switch (move) {
    case 'call': return mayCall(meeting, { agenda, invited: invited.map(mapInvitation), ...people }, today)
    case 'start': return mayStart(meeting, people, at.getTime())
    case 'attend': return meeting.state === 'minuted' ? ok(true) : maySignIn(meeting, at.getTime())
    case 'object': return mayObject(meeting, today)
    case 'approve': return mayApprove(meeting, objections.map(({ resolution, answer }) => ({ resolution, answered: answer !== null })), today)
    default: return mayMove(meeting, move)
  }
}

/** What the actor may do with a meeting now: moves of its state and kind alone, each with why not where something is missing. */
async function movesOf(tx: Tx, actor: Actor, row: MeetingRow, meeting: Meeting, at: Date, given: Parameters<typeof moveResult>[3]) {
  return Promise.all(MEETING_MOVES.filter((move) => mayMove(meeting, move).ok).map(async (move) => {
    const still = await threadAllows({ tx }, row, meeting, move)
    const result = !still.ok ? still : move === 'write' ? mayWriteMinutes(actor.post, writersOf(row)) : moveResult(meeting, move, at, given)
    return { move, may: result.ok, why: result.ok ? null : result.refusal.explain, from: result.ok ? null : result.refusal.from ?? null }
  }))
}

async function judging(tx: Tx, row: MeetingRow, today: string) {
  const { resolutions, tasks } = await toJudge(tx, row)
  const vote = await voteFor(tx, row, resolutions)
  const numbers = new Map((await meetingsById(tx, row.district, [...new Set(resolutions.map(({ meeting }) => meeting))])).map(({ id, number }) => [id, number]))
  return { resolutions: resolutions.map((one) => ({ ...resolutionView(one, today, vote), number: numbers.get(one.meeting) ?? null })), tasks: tasks.map(taskView) }
}

/** A meeting as staff work with it; another's holders read what everybody reads, and their own invitation. Null where there is none to see. */
export async function staffMeeting(tx: Tx, actor: Actor, id: string, at: Date) {
  const [own] = (await invitationsOf(tx, { district: actor.district, id })).filter((one) => one.sent_at !== null && isInvited(actor, one))
  if (own) await reachMeeting(tx, actor, own)
  const row = await meetingById(tx, actor.district, id)
  if (!row || !(holds(actor, row) || isPublic(row))) return null
  const mine = holds(actor, row)
  if (mine) await reachMeeting(tx, actor, row)
  const meeting = mapMeeting(row)
  const [shared, invited, people, attendance, turns, objections] = [await commonOf(tx, row, at, mine), await invitationsOf(tx, row), await peopleOf(tx, row),
    mine ? await attendanceOf(tx, row) : [], mine ? await turnsOf(tx, row) : [], await objectionsOf(tx, row)]
  const waiting = whoSpeaks(turns.map((one) => ({ ...one, askedAt: one.asked_at.toISOString(), spokeAt: iso(one.spoke_at) }))).map((one) => one.id)
  const place = (turn: { readonly id: string; readonly spoke_at: Date | null }): number => turn.spoke_at?.getTime() ?? Number.MAX_SAFE_INTEGER - 1000 + waiting.indexOf(turn.id)
  const today = shanghaiDay(at)
  const judges = mine && ['held', 'minuted'].includes(row.state) && mayMove(meeting, 'judge').ok
  return {
    ...shared, mine, presiderOrg: row.presider_org, presiderTied: row.presider_tied, clerkPost: row.clerk_post, clerks: mine && mayMove(meeting, 'clerk').ok ? [...await clerksFor(tx, row, today)] : [], signCode: mine ? row.sign_code : null,
    listPhoto: mine ? row.list_photo : null, listCount: row.closed_attendance, version: row.version, invitations: invited.filter((one) => mine || isInvited(actor, one)).map(invitationView),
    attendance: attendance.map((one) => ({ id: one.id, invitation: one.invitation, role: one.role, label: one.label, way: one.way as 'qr' | 'paper' | 'desk', present: one.present,
      at: one.at.toISOString() })), // the table's check
    turns: [...turns].sort((a, b) => place(a) - place(b)).map((one) => ({ id: one.id, label: one.label, agenda: one.agenda, askedAt: one.asked_at.toISOString(), spokeAt: iso(one.spoke_at),
      dropped: one.dropped })),
    missing: mine && ['planned', 'called'].includes(row.state) ? [...missingInvitations(meeting.kind, invited.map(mapInvitation), people.toInvite)] : [],
    earliest: earliestDay(meeting.kind, today), moves: mine ? await movesOf(tx, actor, row, meeting, at, { agenda: shared.agenda, invited, people, objections }) : [],
    toJudge: judges ? await judging(tx, row, today) : null,
  }
}
