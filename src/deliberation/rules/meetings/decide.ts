/** What a meeting decides: the count, what becomes of it, when it holds, and what an evaluation says of it. */
import { ok, type Result } from '../../../kit/pure.ts'
import { addDays, dueAfter, dayOf, OFFICE_HOURS, startOf, type Calendar, type CivilDay } from '../../../offices/rules/index.ts'
import { meetingSettings } from './kinds.ts'
import { deny, mayMove, moment } from './plan.ts'
import type { Meeting, ResolutionState } from './words.ts'

export type Counted = { readonly yes: number; readonly no: number; readonly abstained: number }
/** [DM11] Carried is more than half of those present, our own default: those who abstain or left are not for it. */
export const carriedBy = ({ yes }: Counted, present: number): boolean => yes * 2 > present

/** [DM12] Decided by owners or a staircase, by law or by themselves: a meeting never puts it in force. */
export const needsVote = (decider: string | null): boolean => decider === 'owners' || decider === 'staircase'

/** [DM12] Where a resolution stands: one that waited for the owners holds once their vote passed, and only then. */
export const standsAs = (state: ResolutionState, votePassed: boolean): ResolutionState => (state === 'to_vote' && votePassed ? 'in_force' : state)

/** [DM15] Within so many days a carried resolution is judged, our own default: a day that never comes would be no evaluation. */
const EVALUATE_WITHIN = 366

export type Proposed = Counted & { readonly minority: string; readonly evaluateOn: CivilDay | null; readonly power: string | null }
export type At = { readonly present: number; readonly decider: string | null; readonly powers: readonly string[] | null; readonly today: CivilDay }
export type Decided = { readonly carried: boolean; readonly state: ResolutionState; readonly evaluateOn: CivilDay | null }

/** [DM10] [DM11] [DM12] What becomes of a resolution. `powers`: of the standing body that meets, null where none does. Counts are whole. */
export function resolve(meeting: Meeting, proposed: Proposed, { present, decider, powers, today }: At): Result<Decided> {
  const may = mayMove(meeting, 'resolve')
  if (!may.ok) return may
  if (powers !== null && (proposed.power === null || !powers.includes(proposed.power))) return deny('beyond_powers', 'DM10',
    '这不在这个组织的职责里。选一条它有的职责，或者走议事线。', 'It is none of this body’s powers. Choose one that it has, or take it to a thread.')
  if (present < meeting.quorum || present === 0) return deny('no_quorum', 'DM10', `到会 ${present} 人，要 ${Math.max(meeting.quorum, 1)} 人才能作决议。`,
    `${present} are here; ${Math.max(meeting.quorum, 1)} are needed to decide.`)
  const voices = proposed.yes + proposed.no + proposed.abstained
  if (voices > present) return deny('count_over', 'DM11', `同意、反对、弃权一共 ${voices}，到会只有 ${present} 人。`, `${voices} hands were counted, ${present} people are here.`)
  if (proposed.no > 0 && proposed.minority.trim().length < 4) return deny('no_minority', 'DM11', `有 ${proposed.no} 人反对，把他们的意见写上。`,
    `${proposed.no} are against it: write down what they say.`)
  if (!carriedBy(proposed, present)) return ok({ carried: false, state: 'recorded', evaluateOn: null })
  const evaluateOn = proposed.evaluateOn ?? addDays(today, meetingSettings(today).evaluateAfter)
  if (evaluateOn <= today) return deny('evaluate_past', 'DM15', '评议的日子要在以后。', 'The day of evaluation has to lie ahead.')
  const last = addDays(today, EVALUATE_WITHIN)
  if (evaluateOn > last) return deny('evaluate_late', 'DM15', `评议的日子最晚 ${last}。`, `The evaluation is on ${last} at the latest.`)
  return ok({ carried: true, state: needsVote(decider) ? 'to_vote' : 'open', evaluateOn })
}

/** [DM13] The last day of objections to minutes that are posted on a day, in working days; our own default. */
export function objectionsEnd(postedOn: CivilDay, calendar: Calendar): CivilDay {
  const { due } = dueAfter({ amount: meetingSettings(postedOn).objectionDays, unit: 'working_day' }, OFFICE_HOURS, calendar, startOf(postedOn))
  return dayOf(due - 1)
}

export type Posting = {
  readonly lines: number
  /** Places of lines whose words point at a person or a home. */
  readonly privateLines: readonly number[]
  readonly resolutions: readonly { readonly n: number; readonly carried: boolean; readonly tasks: number }[]
  /** Of an evaluation: how many resolutions and tasks are not judged yet, and whether hands were counted. */
  readonly unjudged: number
  readonly hall: boolean
}

/** [DM13] Whether the minutes may be posted. */
export function mayPost(meeting: Meeting, { lines, privateLines, resolutions, unjudged, hall }: Posting): Result<true> {
  const may = mayMove(meeting, 'post')
  if (!may.ok) return may
  if (lines === 0) return deny('no_minutes', 'DM13', '纪要还是空的。', 'The minutes are empty.')
  if (privateLines.length > 0) return deny('private_words', 'DM16', `第 ${privateLines.join('、')} 行里有电话、门牌或人名，公布前改一下。`,
    `Line ${privateLines.join(', ')} points at a person or a home: change it before it is public.`)
  const idle = resolutions.filter(({ carried, tasks }) => carried && tasks === 0).map(({ n }) => n)
  if (idle.length > 0) return deny('no_task', 'DM13', `第 ${idle.join('、')} 项决议还没有谁来办、哪天办完。`, `Resolution ${idle.join(', ')} has no task with owner and day.`)
  if (meeting.kind === 'evaluation' && !hall) return deny('no_hall', 'DM15', '把现场满意、认可、不满意的人数记上。', 'Enter the show of hands.')
  if (meeting.kind === 'evaluation' && unjudged > 0) return deny('not_judged', 'DM15', `还有 ${unjudged} 项没有评。`, `${unjudged} are not judged yet.`)
  return ok(true)
}

/** [DM13] Whether somebody may object on a day. */
export function mayObject(meeting: Pick<Meeting, 'state' | 'kind' | 'objectionsUntil'>, today: CivilDay): Result<true> {
  const may = mayMove(meeting, 'object')
  if (!may.ok) return may.refusal.code === 'wrong_state' ? deny('no_objections', 'DM13', '现在不是提异议的时候：纪要公示期间可以提。', 'Objections are taken while the minutes are posted.') : may
  return meeting.objectionsUntil !== null && today <= meeting.objectionsUntil ? ok(true)
    : deny('objections_over', 'DM13', `异议提到 ${meeting.objectionsUntil ?? ''} 为止，已经过了。`, `Objections were taken until ${meeting.objectionsUntil ?? ''}.`)
}

export type Objected = { readonly resolution: string | null; readonly answered: boolean }
/** [DM13] Whether an open resolution is in force: the days of objections are over and each that concerns it, or the minutes as a whole, is answered. */
export function inForce(meeting: Meeting, { id, state }: { readonly id: string; readonly state: ResolutionState }, objections: readonly Objected[],
  today: CivilDay): boolean {
  if (state !== 'open' || !['posted', 'approved'].includes(meeting.state)) return false
  if (meeting.objectionsUntil === null || today <= meeting.objectionsUntil) return false
  return objections.every(({ resolution, answered }) => answered || (resolution !== null && resolution !== id))
}

/** [DM13] Whether the minutes may be approved: objections are over, and answered. */
export function mayApprove(meeting: Meeting, objections: readonly Objected[], today: CivilDay): Result<true> {
  const may = mayMove(meeting, 'approve')
  if (!may.ok) return may
  if (meeting.objectionsUntil === null || today <= meeting.objectionsUntil) return deny('objections_run', 'DM13', `公示到 ${meeting.objectionsUntil ?? ''}，过了才能定。`,
    `The minutes are posted until ${meeting.objectionsUntil ?? ''}.`, meeting.objectionsUntil === null ? {} : { from: moment(addDays(meeting.objectionsUntil, 1)) })
  const open = objections.filter(({ answered }) => !answered).length
  return open === 0 ? ok(true) : deny('unanswered', 'DM13', `还有 ${open} 条异议没有答复。`, `${open} objection(s) are not answered.`)
}

/** [DM15] Whether the evaluation of a resolution is overdue on a day. */
export const overdue = ({ carried, verdict, evaluateOn, state }: { readonly carried: boolean; readonly verdict: string | null
  readonly evaluateOn: CivilDay | null; readonly state: string }, today: CivilDay): boolean =>
  carried && verdict === null && state !== 'withdrawn' && evaluateOn !== null && evaluateOn < today

/** [DM14] Number of minutes in a year, as 听雨桥议〔2026〕7号: six-angle brackets, no leading zero. Source: GB/T 9704-2012. */
export const minutesNumber = (prefix: string, year: number, n: number): string => `${prefix}议〔${year}〕${n}号`
const sides: Readonly<Record<string, string>> = { owners: '业', branch: '支', firm: '物', team: '楼' }
/** [DM14] What a keeper's numbers begin with: its place without the word for its kind, and a sign where several sit at one place. */
export const numberPrefix = (orgKind: string, placeName: string): string => `${placeName.replace(/(社区|街道|小区)$/, '')}${sides[orgKind] ?? ''}`
