/** Planning, calling and opening a meeting: what it belongs to, how long before it is posted, who presides, and the table of moves. */
import { daysOf, ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import { addDays, dayOf, startOf, type CivilDay } from '../../../offices/rules/index.ts'
import { kindName, kindRules, meetingSettings, missingInvitations, shanghaiHearings, type Invited, type ToInvite } from './kinds.ts'
import { meetingStateWords, type Meeting, type MeetingKind, type MeetingMove, type MeetingState } from './words.ts'

/** A refusal of meetings with its words in both languages. */
export const deny = (code: string, rule: string, zh: string, en: string, more: { readonly from?: string; readonly source?: Source } = {}) =>
  refuse({ code, rule, explain: { zh, en }, ...more })
/** The first moment of a day as ISO time. */
export const moment = (day: CivilDay): string => `${day}T00:00:00+08:00`
const two = (n: number): string => String(n).padStart(2, '0')
/** A moment (epoch ms) as ISO time in Shanghai, to the minute. */
export const isoMinute = (ms: number): string => {
  const minutes = Math.floor((ms - startOf(dayOf(ms))) / 60_000)
  return `${dayOf(ms)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`
}

const states: Readonly<Record<MeetingMove, readonly MeetingState[]>> = {
  move: ['planned', 'called'], agenda: ['planned'], invite: ['planned', 'called'], call: ['planned'], start: ['called'], attend: ['called', 'held', 'minuted'],
  turn: ['held'], write: ['held', 'minuted'], resolve: ['held', 'minuted'], task: ['held', 'minuted'], end: ['held'], post: ['minuted'], object: ['posted'],
  answer_objection: ['posted'], approve: ['posted'], judge: ['held', 'minuted'], clerk: ['planned', 'called', 'held', 'minuted'], cancel: ['planned', 'called'],
}

/** [DM2] Whether a move belongs to a meeting's state and kind. Everything else of a move is its own rule's. */
export function mayMove(meeting: Pick<Meeting, 'state' | 'kind'>, move: MeetingMove): Result<true> {
  if (!states[move].includes(meeting.state)) {
    const { zh, en } = meetingStateWords[meeting.state]
    return deny('wrong_state', 'DM2', `这次会${zh}，这一步现在不能做。`, `The meeting is “${en}”: this cannot be done now.`)
  }
  const { decides } = kindRules[meeting.kind]
  const name = kindName(meeting.kind)
  if (move === 'resolve' && decides !== 'resolutions') return deny('decides_nothing', 'DM10',
    `${name.zh}${decides === 'opinions' ? '只听意见、作记录' : decides === 'verdicts' ? '只评做得怎么样' : '只谈，不作决定'}，不作决议。意见请写进纪要。`,
    `${name.en}: no resolutions. Write opinions into the minutes.`)
  if (move === 'judge' && decides !== 'verdicts' && meeting.kind !== 'regular') return deny('judges_nothing', 'DM15', '要在评议会上评。', 'Only an evaluation judges.')
  return ok(true)
}

export type OfThread = { readonly step: string; readonly meetings: readonly string[] }
/** [DM2] Whether a kind may be planned for this thread or body: only what the thread's sorting asks for, in the step it is for. */
export function mayPlan(kind: MeetingKind, thread: OfThread | null, body: { readonly ended: boolean } | null): Result<true> {
  const rule = kindRules[kind]
  const { zh, en } = kindName(kind)
  if (rule.of === 'body') return body && !body.ended && !thread ? ok(true) : deny('no_body', 'DM2', '例会由常设议事组织来开。', 'A regular meeting is a standing body’s.')
  if (thread === null) return rule.of === 'any' ? ok(true) : deny('no_thread', 'DM2', `${zh}要挂在一条议事线上。`, `${en}: it has to belong to a thread.`)
  if (!rule.steps.includes(thread.step)) return deny('wrong_step', 'DM2', `这条议事线还没走到开${zh}的一步。`, `${en}: the thread is in another step.`)
  // the evaluation is every thread's last step and needs no sorting
  if (kind !== 'evaluation' && !thread.meetings.includes(kind)) return deny('not_sorted_so', 'DM2', `理事时没有定开${zh}。要开，先在理事里加上，写清为什么。`,
    `${en}: the sorting does not ask for it. Add it there first, with the reason.`)
  return ok(true)
}

/** [DM2] Whether a thread is still in the step that a meeting of this kind is for: it may have been taken back, or have ended, after the call. */
export function stillFor(kind: MeetingKind, step: string | null): Result<true> {
  const { zh, en } = kindName(kind)
  return step === null || kindRules[kind].steps.includes(step) ? ok(true) : deny('wrong_step', 'DM2', `这条议事线现在不在开${zh}的一步，先走回来，或者取消这次会。`,
    `${en}: the thread is in another step now. Bring it back first, or call the meeting off.`)
}

/** [DM4] The first day on which a meeting can be held when it is posted today. */
export const earliestDay = (kind: MeetingKind, today: CivilDay): CivilDay => addDays(today, meetingSettings(today).noticeDays[kind])

/** [DM4] Whether the notice was long enough: the day of posting is not counted. Refuses with the first day on which it can be. */
export function noticeHolds(kind: MeetingKind, postedOn: CivilDay, startsAt: number): Result<true> {
  const first = earliestDay(kind, postedOn)
  const day = dayOf(startsAt)
  if (daysOf(day) >= daysOf(first)) return ok(true)
  const days = meetingSettings(postedOn).noticeDays[kind]
  const name = kindName(kind)
  return deny('notice_short', 'DM4', `${name.zh}要提前 ${days} 天张贴通知，最早 ${first} 能开。请改到那天或以后。`,
    `${name.en}: the notice is posted ${days} days before. The first possible day is ${first}.`,
    { from: moment(first), ...(kind === 'hearing' ? { source: shanghaiHearings } : {}) })
}

/** [DM5] Whether this presider may preside. `sides`: organisations that are a party; `judged`: organisations whose work is judged. */
export function mayPreside({ kind, presider, presiderTied, presiderOrg }: Pick<Meeting, 'kind' | 'presider' | 'presiderTied' | 'presiderOrg'>,
  { sides, judged }: { readonly sides: readonly string[]; readonly judged: readonly string[] }): Result<true> {
  if (presider.trim() === '') return deny('no_presider', 'DM5', '先定下由谁主持。', 'Say first who presides.')
  const rule = kindRules[kind].presides
  if (rule === 'nobody_with_a_side' && (presiderTied || (presiderOrg !== null && sides.includes(presiderOrg)))) return deny('presider_has_side', 'DM5',
    `${presider}在这件事里有立场，听证会要请没有立场的人主持。`, 'Who presides over a hearing has no side in it.')
  if (rule === 'not_the_judged' && (presiderTied || (presiderOrg !== null && judged.includes(presiderOrg)))) return deny('presider_judged', 'DM5',
    '评的是这家做的事，不能由这家主持。', 'Whose work is judged does not preside.')
  return ok(true)
}

/** [DM6] Whether the items of an agenda fit into the meeting. Lengths in minutes. */
export function agendaFits(items: readonly { readonly minutes: number }[], startsAt: number, endsAt: number): Result<true> {
  const has = Math.floor((endsAt - startsAt) / 60_000)
  const takes = items.reduce((sum, { minutes }) => sum + minutes, 0)
  return takes <= has ? ok(true) : deny('agenda_long', 'DM6', `议题一共要 ${takes} 分钟，会只有 ${has} 分钟。`, `The items take ${takes} minutes, the meeting has ${has}.`)
}

export type Calling = { readonly agenda: readonly { readonly minutes: number }[]; readonly invited: readonly Invited[]; readonly toInvite: ToInvite
  readonly sides: readonly string[]; readonly judged: readonly string[] }

/** [DM4] Whether a meeting may be called today: agenda, invitations, presider and notice, in this order. */
export function mayCall(meeting: Meeting, given: Calling, today: CivilDay): Result<true> {
  const state = mayMove(meeting, 'call')
  if (!state.ok) return state
  if (given.agenda.length === 0) return deny('no_agenda', 'DM6', '先写议题。', 'Write the agenda first.')
  const fits = agendaFits(given.agenda, meeting.startsAt, meeting.endsAt)
  if (!fits.ok) return fits
  const missing = missingInvitations(meeting.kind, given.invited, given.toInvite)
  if (missing.length > 0) return deny('not_invited', 'DM3', `还不能通知：${missing.map(({ zh }: Said) => zh).join('；')}。`,
    `Not yet: ${missing.map(({ en }: Said) => en).join('; ')}.`)
  const presides = mayPreside(meeting, given)
  return presides.ok ? noticeHolds(meeting.kind, today, meeting.startsAt) : presides
}

/** [DM5] Whether a called meeting may begin at `at` (epoch ms): near its time, by somebody who may preside, posted long enough before. */
export function mayStart(meeting: Meeting, given: Pick<Calling, 'sides' | 'judged'>, at: number): Result<true> {
  const state = mayMove(meeting, 'start')
  if (!state.ok) return state
  const from = meeting.startsAt - meetingSettings(dayOf(at)).doorsOpen * 60_000
  if (at < from) return deny('too_early', 'DM5', '还没到时间，开会前半小时可以开始。', 'Too early: half an hour before its time.', { from: isoMinute(from) })
  const presides = mayPreside(meeting, given)
  if (!presides.ok) return presides
  return meeting.noticeOn === null ? deny('not_posted', 'DM4', '通知还没有张贴。', 'The notice was not posted.') : noticeHolds(meeting.kind, meeting.noticeOn, meeting.startsAt)
}

/** [DM7] Whether people may sign in at `at` (epoch ms): from half an hour before until it ends. */
export function maySignIn(meeting: Pick<Meeting, 'state' | 'startsAt'>, at: number): Result<true> {
  if (meeting.state === 'held') return ok(true)
  if (meeting.state !== 'called') return deny('door_closed', 'DM7', '这次会现在不签到。', 'Nobody signs in now.')
  const from = meeting.startsAt - meetingSettings(dayOf(at)).doorsOpen * 60_000
  return at >= from ? ok(true) : deny('door_closed', 'DM7', '开会前半小时开始签到。', 'Sign in from half an hour before.', { from: isoMinute(from) })
}
