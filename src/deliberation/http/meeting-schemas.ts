/** What the pages of meetings send and get. Days are 'YYYY-MM-DD', times ISO. */
import { z } from 'zod'
import { id, words } from '../../kit/http.ts'
import {
  ATTENDANCE_WAYS, INVITATION_ANSWERS, LINE_KINDS, MEETING_KINDS, MEETING_MOVES, MEETING_STATES, RESOLUTION_STATES, RESOLUTION_VERDICTS, ROLES, TASK_VERDICTS,
} from '../rules/meetings/words.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const count = z.int().min(0).max(100_000)
const day = z.iso.date()
const time = z.iso.datetime({ offset: true })
/** What sending a photo answered. */
export const claim = z.string().regex(/^[0-9A-Za-z-]{10,40}$/)
const photo = claim.nullable().default(null)

export const ById = z.object({ id: id() })
export const ByCode = z.object({ code: z.string().max(40) })
export const MeetingsQuery = z.object({ place: id().optional(), thread: id().optional(), body: id().optional() })

/** `quorum`: left out, the kind's own. `clerkPost`: left out, who plans it. */
export const PlanBody = z.strictObject({
  place: id().nullable().default(null), thread: id().nullable().default(null), body: id().nullable().default(null), kind: z.enum(MEETING_KINDS),
  title: words(60, 2), venue: words(80, 2), startsAt: time, endsAt: time, presider: words(40, 0).default(''), presiderOrg: id().nullable().default(null),
  presiderTied: z.boolean().default(false), clerkPost: id().nullable().default(null), quorum: count.nullable().default(null),
})
/** Another time or venue, or who presides: an omitted member stays as it is. A called meeting needs a reason. */
export const MoveBody = z.strictObject({
  startsAt: time.optional(), endsAt: time.optional(), venue: words(80, 2).optional(), presider: words(40).optional(), presiderOrg: id().nullable().optional(),
  presiderTied: z.boolean().optional(), reason: words(200, 0).default(''),
})
export const AgendaBody = z.strictObject({
  items: z.array(z.strictObject({ title: words(80, 2), minutes: z.int().min(1).max(600), intake: id().nullable().default(null) })).max(40),
})
export const IntakeBody = z.strictObject({ intake: id(), title: words(80, 2), minutes: z.int().min(1).max(600).default(10) })
/** `drop`: invitations that are taken back before the call. `party`: number of the thread's party. */
export const InviteBody = z.strictObject({
  invitations: z.array(z.strictObject({ role: z.enum(ROLES), party: z.int().min(1).max(1000).nullable().default(null), org: id().nullable().default(null),
    post: id().nullable().default(null), label: words(40) })).max(200).default([]),
  drop: z.array(id()).max(200).default([]),
})
export const CallBody = z.strictObject({ photo })
export const AnswerInvitationBody = z.strictObject({ answer: z.enum(INVITATION_ANSWERS), reason: words(200, 0).default('') })
export const Plain = z.strictObject({})
export const SignInBody = z.strictObject({ code: words(40) })
/** At the desk. `id` is made by the page, so that what was entered offline counts once. */
export const DeskBody = z.strictObject({ id: id(), label: words(40), role: z.enum(ROLES).default('resident'), invitation: id().nullable().default(null) })
export const PaperListBody = z.strictObject({ count, photo })
export const AbsentBody = z.strictObject({ invitation: id(), reason: words(200, 0).default('') })
export const AskBody = z.strictObject({ id: id(), label: words(40), agenda: z.int().min(1).max(40).nullable().default(null) })
export const TurnBody = z.strictObject({ turn: id(), to: z.enum(['spoke', 'dropped']) })
/** Lines of the minutes, offline ones too. `version`: the one that the page last had of this line, 0 for a new one. `placeIn`: order, with gaps. */
export const LinesBody = z.strictObject({
  lines: z.array(z.strictObject({ id: id(), agenda: z.int().min(1).max(40).nullable().default(null), placeIn: z.int().min(0).max(1_000_000_000),
    kind: z.enum(LINE_KINDS), label: words(40, 0).default(''), words: words(2000, 0), struck: z.boolean().default(false),
    version: z.int().min(0).max(1_000_000).default(0) })).min(1).max(200),
})
export const OpinionBody = z.strictObject({ id: id(), invitation: id(), words: words(2000, 4), file: photo, written: z.boolean().default(false) })
export const EndBody = z.strictObject({ attendance: count.nullable().default(null) })
/** `evaluateOn`: left out, sixty days on. `power`: of a standing body's. */
export const ResolutionBody = z.strictObject({ words: words(1000, 4), yes: count, no: count, abstained: count, minority: words(1000, 0).default(''),
  evaluateOn: day.nullable().default(null), power: words(40).nullable().default(null) })
export const TaskBody = z.strictObject({ resolution: id().nullable().default(null), title: words(120, 2), org: id().nullable().default(null),
  post: id().nullable().default(null), owner: words(40), due: day })
export const ObjectBody = z.strictObject({ resolution: id().nullable().default(null), words: words(1000) })
/** An objection on paper, written down by the clerk. */
export const PaperObjectionBody = ObjectBody.extend({ label: words(40) })
/** `withdraw`: the objection is right and the resolution goes. */
export const AnswerObjectionBody = z.strictObject({ objection: id(), answer: words(1000, 4), withdraw: z.boolean().default(false) })
export const ClerkBody = z.strictObject({ post: id() })
export const CancelBody = z.strictObject({ reason: words(200, 4) })
export const VerdictsBody = z.strictObject({
  resolutions: z.array(z.strictObject({ id: id(), verdict: z.enum(RESOLUTION_VERDICTS) })).max(100).default([]),
  tasks: z.array(z.strictObject({ id: id(), verdict: z.enum(TASK_VERDICTS) })).max(200).default([]),
  hall: z.strictObject({ satisfied: count, accepted: count, not: count }).nullable().default(null),
})

export const Done = z.object({ id: text, state: text }).meta({ id: 'MeetingDone' })
/** `after`: the version that is kept now. With 'conflict', nothing of this line was written and `theirs` is what stands there. */
export const LinesDone = z.object({
  id: text,
  lines: z.array(z.object({ id: text, outcome: z.enum(['kept', 'conflict']), after: whole,
    theirs: z.object({ label: text, words: text, struck: z.boolean() }).nullable() })),
}).meta({ id: 'MeetingLinesDone' })

const named = z.object({ id: text, name: text })
const Head = z.object({
  id: text, place: named, keeper: named, thread: z.object({ id: text, title: text }).nullable(), body: named.nullable(), kind: z.enum(MEETING_KINDS),
  title: text, venue: text, startsAt: text, endsAt: text, presider: text, state: z.enum(MEETING_STATES), noticeOn: maybe, objectionsUntil: maybe,
  number: maybe, reason: maybe,
})
export const Meetings = z.object({ items: z.array(Head.extend({ carried: whole, overdue: whole })) }).meta({ id: 'Meetings' })

const Item = z.object({ n: whole, title: text, minutes: whole, from: text })
const Line = z.object({ id: text, agenda: whole.nullable(), placeIn: whole, kind: z.enum(LINE_KINDS), label: text, words: text, struck: z.boolean(),
  at: text, version: whole, file: maybe })
const Resolution = z.object({ id: text, n: whole, words: text, yes: whole, no: whole, abstained: whole, minority: text, carried: z.boolean(),
  state: z.enum(RESOLUTION_STATES), inForceOn: maybe, evaluateOn: maybe, overdue: z.boolean(), verdict: z.enum(RESOLUTION_VERDICTS).nullable(),
  judgedIn: maybe, vote: maybe, power: maybe })
const Task = z.object({ id: text, resolution: maybe, title: text, owner: text, due: text, state: z.enum(['open', 'done', 'dropped']), doneOn: maybe,
  verdict: z.enum(TASK_VERDICTS).nullable() })
/** `held`: of somebody under 18, whose words are public once they are answered. */
const Objection = z.object({ id: text, resolution: maybe, label: text, words: text, at: text, answer: maybe, answeredAt: maybe, held: z.boolean() })
const Hall = z.object({ satisfied: whole, accepted: whole, not: whole }).nullable()
const Rules = z.object({ noticeDays: whole, decides: z.enum(['nothing', 'opinions', 'resolutions', 'verdicts']), quorum: whole, objectionDays: whole })
const Common = Head.extend({
  beganAt: maybe, closedAt: maybe, quorum: whole, present: whole, noticePhoto: maybe, approvedAt: maybe, agenda: z.array(Item), rules: Rules,
  resolutions: z.array(Resolution), tasks: z.array(Task), objections: z.array(Objection), lines: z.array(Line), hall: Hall,
})
/** What everybody reads: who was invited as roles, and nothing that was said before the minutes are posted. */
export const PublicMeeting = Common.extend({
  lines: z.array(Line.omit({ file: true })),
  invited: z.array(z.object({ role: z.enum(ROLES), label: text, came: z.enum(['came', 'absent', 'unknown']) })), mayObject: z.boolean(), maySignIn: z.boolean(),
}).meta({ id: 'PublicMeeting' })
/** What a page at the door needs: nothing but whether one may sign in. */
export const MeetingAtDoor = z.object({ id: text, title: text, kind: z.enum(MEETING_KINDS), venue: text, startsAt: text, state: z.enum(MEETING_STATES),
  maySignIn: z.boolean() }).meta({ id: 'MeetingAtDoor' })

const Said = z.object({ zh: text, en: text })
/** A move that the rules refuse now says why, and from when where that is known. */
const Move = z.object({ move: z.enum(MEETING_MOVES), may: z.boolean(), why: Said.nullable(), from: maybe })
export const StaffMeeting = Common.extend({
  mine: z.boolean(), presiderOrg: maybe, presiderTied: z.boolean(), clerkPost: maybe, clerks: z.array(z.object({ post: text, title: text })), signCode: maybe, listPhoto: maybe, listCount: whole.nullable(), version: whole,
  invitations: z.array(z.object({ id: text, role: z.enum(ROLES), party: whole.nullable(), org: maybe, post: maybe, label: text, sentAt: maybe,
    answer: z.enum(INVITATION_ANSWERS).nullable(), answeredAt: maybe, reason: maybe })),
  attendance: z.array(z.object({ id: text, invitation: maybe, role: text, label: text, way: z.enum(ATTENDANCE_WAYS), present: z.boolean(), at: text })),
  /** In the order in which they speak; those who spoke come first, as they spoke. */
  turns: z.array(z.object({ id: text, label: text, agenda: whole.nullable(), askedAt: text, spokeAt: maybe, dropped: z.boolean() })),
  /** Who has still to be invited before it can be called, in words. */
  missing: z.array(Said), earliest: text, moves: z.array(Move),
  /** What an evaluation judges. */
  toJudge: z.object({ resolutions: z.array(Resolution.extend({ number: maybe })), tasks: z.array(Task) }).nullable(),
}).meta({ id: 'StaffMeeting' })
export const Invitations = z.object({
  items: z.array(z.object({ id: text, meeting: Head, role: z.enum(ROLES), label: text, answer: z.enum(INVITATION_ANSWERS).nullable(), reason: maybe })),
}).meta({ id: 'MeetingInvitations' })
