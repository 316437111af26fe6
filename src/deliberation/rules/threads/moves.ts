/** The moves of a thread: on by one step when nothing is missing, back by one with a reason, or not taken up. */
import { civilDay, daysOf, ok, refuse, saidDay, type Refusal, type Result, type Source } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'
import { called, democratic, done, duty, inForce, open, shown, sorted, standing } from './conditions.ts'
import { MEETINGS, stepWords, WAY, type Decider, type Facts, type Heard, type MeetingKind, type Outcome, type Step, type Thread } from './words.ts'

const no = (code: string, rule: string, zh: string, en: string, source?: Source): { readonly ok: false; readonly refusal: Refusal } =>
  refuse({ code, rule, explain: { zh, en }, ...(source ? { source } : {}) })

/** The step after this one; null at an end. */
export const nextStep = (step: Step): Step | null => {
  const at = WAY.findIndex((one) => one === step)
  return at < 0 ? null : WAY[at + 1] ?? null
}
/** The step before this one, where a thread may be taken back to it. */
export const earlierStep = (step: Step): Step | null => (step === 'deliberate' ? 'sort' : step === 'do' ? 'deliberate' : step === 'judge' ? 'do' : null)

/** Everything that is missing for the next step; what held before has to hold still. Empty at an end too. [DT1] */
export function missingFor(facts: Facts): readonly Refusal[] {
  const upTo = { voice: [called], sort: [open, sorted], deliberate: [open, sorted, democratic], do: [open, sorted, democratic, duty, done],
    judge: [open, sorted, democratic, duty, shown], ended: [], declined: [] } as const
  return upTo[facts.thread.step].flatMap((check) => check(facts))
}

/** Whether it goes to `to`: the next step with nothing missing, or the one before with a reason. `ended` is `mayEnd`'s. [DT1] */
export function mayMove(facts: Facts, to: Step, reason: string): Result<Step> {
  const { step } = facts.thread
  if (to === earlierStep(step)) return reason.trim().length < 4 ? no('no_reason', 'DT1', '退回上一步，要写一句为什么，大家看得到。', 'Say why it goes back; everybody reads it.') : ok(to)
  const next = nextStep(step)
  if (next === null || to !== next || to === 'ended') return no('wrong_step', 'DT1', `现在在“${stepWords[step].zh}”，不能直接到“${stepWords[to].zh}”。`,
    `It is at “${stepWords[step].en}” and cannot go to “${stepWords[to].en}”.`)
  const [first] = missingFor(facts)
  return first ? refuse(first) : ok(to)
}

/** Whether it ends with this outcome: judged, never by silence; ‘solved’ needs more who say so than not. [DT9] */
export function mayEnd(facts: Facts, outcome: Outcome): Result<'ended'> {
  if (facts.thread.step !== 'judge') return no('wrong_step', 'DT9', '还没有到评事这一步。', 'It is not being judged yet.')
  const [first] = missingFor(facts)
  if (first) return refuse(first)
  const { satisfied, accepted, not } = facts.verdicts
  if (outcome === 'solved' && not >= satisfied + accepted) return no('not_solved', 'DT9', `评的人里${not}位不满意，不能写“解决了”。`, `${not} are not satisfied: it cannot be called solved.`)
  return ok('ended')
}

/** Whether it may be not taken up: with a reason that everybody reads, and only while nothing was decided, or the owners' vote was lost. [DT10] */
export function mayDecline(facts: Facts, reason: string): Result<'declined'> {
  if (!['voice', 'sort', 'deliberate'].includes(facts.thread.step)) return no('wrong_step', 'DT10', '已经在办，不能说不办。', 'It is being done and cannot be declined.')
  const lost = facts.vote?.decided === true && !facts.vote.passed
  if (standing(facts).length > 0 && !lost) return no('decided', 'DT10', '已经有通过的决议，不能说不办。', 'A resolution was carried: it cannot be declined.')
  return reason.trim().length < 8 ? no('no_reason', 'DT10', '不接着办，要把道理写清楚，大家看得到。', 'Say clearly why; everybody reads it.') : ok('declined')
}

/** How long a call runs at least, and at most. Our own default: no rule of law gives it. */
export const CALL_DAYS = { least: 3, most: 60 } as const

/** Whether the call may be posted until a day: three days at least; a posted one may be made longer, never shorter. [DT3] */
export function mayCall(thread: Thread, today: CivilDay, until: CivilDay): Result<CivilDay> {
  if (thread.step !== 'voice' && thread.step !== 'sort') return no('wrong_step', 'DT3', '征集是议事以前的事。', 'Calls are made before deliberating.')
  if (thread.summary === '') return no('title_missing', 'DT2', '先定好公开的题目和一句说明，再贴出去。', 'Approve its public title and summary first.')
  if (thread.callUntil !== null && until < thread.callUntil) return no('call_shorter', 'DT3', `已经公布到${saidDay(thread.callUntil).zh}，只能延后，不能提前。`, `It was posted until ${saidDay(thread.callUntil).en}: it can only be made longer.`)
  const least = civilDay(daysOf(today) + CALL_DAYS.least)
  if (until < least && until !== thread.callUntil) return no('call_short', 'DT3', `至少留三天，${saidDay(least).zh}起都可以。`, `Leave at least three days: ${saidDay(least).en} or later.`)
  return until > civilDay(daysOf(today) + CALL_DAYS.most) ? no('call_long', 'DT3', '征集最多两个月。', 'A call runs two months at most.') : ok(until)
}

export type Sorting = { readonly decider: Decider; readonly basis: string; readonly meetings: readonly MeetingKind[]; readonly major: boolean; readonly why: string }

/** Whether it may be sorted so: the basis and the reason written, a deliberation among the meetings, a major one evaluated. Answers the meetings in order. [DT4] */
export function maySort(thread: Thread, { basis, meetings, major, why }: Sorting): Result<readonly MeetingKind[]> {
  if (thread.step !== 'sort') return no('wrong_step', 'DT4', '先说事，到了理事再分。', 'Sorting comes after speaking, and before deliberating.')
  if (thread.decider !== null && thread.major && !major) return no('major_stays', 'DT4', '定过是重大的事，不能改小：该听的都要听到。', 'It was sorted as major and stays so: whoever has to be heard is heard.')
  if (basis.trim().length < 2) return no('no_basis', 'DT4', '凭什么由他们定，写一条：法条、清单里的一项，或居民自己的规矩。', 'Say by what they decide: an article, an item of a list, or a rule of residents.')
  if (why.trim().length < 4) return no('no_reason', 'DT4', '写一句为什么这样分，大家看得到。', 'Say why it is sorted so; everybody reads it.')
  if (!meetings.includes('deliberation')) return no('no_deliberation', 'DT4', '要定下来，议事会不能少。', 'Nothing is decided without a deliberation.')
  if (major && !meetings.includes('evaluation')) return no('no_evaluation', 'DT4', '重大的事，办完要开评议会。', 'A major matter is evaluated in a meeting.')
  return ok(MEETINGS.filter((kind) => meetings.includes(kind)))
}

/** Whether parties may be named or marked now. [DT6] */
export const mayName = ({ step }: Pick<Thread, 'step'>): Result<true> => (step === 'sort' || step === 'deliberate' ? ok(true)
  : no('wrong_step', 'DT6', '要听谁，是理事和议事时写的。', 'Whom to hear is named while sorting and deliberating.'))

/** Whether somebody counts as heard so: who spoke did so at a meeting or in noted words; who wrote or declined left it in writing. [DT6] */
export function mayHear({ heard, words, meeting, file }: { readonly heard: Heard; readonly words: string | null; readonly meeting: string | null; readonly file: string | null }): Result<true> {
  if (heard === 'spoke') return meeting !== null || words ? ok(true) : no('no_words', 'DT6', '在哪次会上说的，或者记下说了什么。', 'Say at which meeting, or note what was said.')
  return file !== null || words ? ok(true) : no('not_written', 'DT6', '书面的话要有照片，或者照抄下来。', 'What was written needs its photo or its words.')
}

/** Whether somebody may judge now. [DT9] */
export const mayJudge = ({ step }: Pick<Thread, 'step'>): Result<true> => (step === 'judge' ? ok(true)
  : no('wrong_step', 'DT9', step === 'ended' ? '已经评过了。' : '办完了再请您评。', step === 'ended' ? 'It was judged already.' : 'You are asked when it is done.'))

export type Linkable = { readonly kind: string; readonly here: boolean; readonly decided: boolean; readonly state: string }

/**
 * Whether this vote decides the thread: a motion of the owners it is about, while it is deliberated. A linked one that was decided stays, whichever way it
 * went; only one that was withdrawn makes room. `linked`: the one so far. [DT5]
 */
export function mayLinkVote({ step, decider }: Pick<Thread, 'step' | 'decider'>, vote: Linkable, linked: Linkable | null): Result<true> {
  if (step !== 'deliberate' || (decider !== 'owners' && decider !== 'staircase')) return no('no_vote_needed', 'DT5', '这件事不是业主投票定的，现在也不用连投票。', 'This is not decided by an owners’ vote, or not now.')
  if (vote.kind !== 'motion') return no('no_motion', 'DT5', '要连业主的表决，选举和微实事的投票都不是。', 'Link a motion of the owners: an election or a budget is none.')
  if (!vote.here) return no('outside', 'DT5', '这次投票不是这里的业主在投。', 'This vote is of other owners.')
  return linked?.decided === true && linked.state !== 'withdrawn' ? no('vote_decided', 'DT5', '连着的投票已经有结果了，不能换一次来算。', 'The linked vote is decided: another cannot take its place.') : ok(true)
}

/** The last day of a task lies within two years; our own default. */
const TASK_DAYS = 730

/** Whether a task may be entered: an owner, and a day that is not over and not out of sight. [DT7] */
export function mayAddTask({ owner, due }: { readonly owner: string; readonly due: CivilDay | null }, today: CivilDay): Result<true> {
  if (owner.trim() === '') return no('no_owner', 'DT7', '谁来办，要写清楚。', 'Say who does it.')
  if (due === null) return no('no_day', 'DT7', '哪天前办完，要写清楚。', 'Say until when.')
  if (due < today) return no('day_over', 'DT7', '办完的日子已经过了。', 'That day is over.')
  return due > civilDay(daysOf(today) + TASK_DAYS) ? no('day_far', 'DT7', '最晚写到两年以内，太长就分几步。', 'Within two years; make it several steps.') : ok(true)
}

/** Whether a task gets a later day: it is open, later than before, with a reason. [DT8] */
export function mayDelay(task: { readonly state: string; readonly due: CivilDay }, to: CivilDay, why: string, today: CivilDay): Result<CivilDay> {
  if (task.state !== 'open') return no('task_ended', 'DT8', '这一项已经办完了。', 'This task is not open.')
  if (to <= task.due || to < today) return no('not_later', 'DT8', `要晚于原来的${saidDay(task.due).zh}。`, `It has to be later than ${saidDay(task.due).en}.`)
  return why.trim().length < 4 ? no('no_reason', 'DT8', '为什么晚，写一句，大家看得到。', 'Say why it is late; everybody reads it.') : ok(to)
}

/** The moves that are open to its keeper now; a page shows no others. */
export function movesOf(facts: Facts): readonly string[] {
  const { step, summary } = facts.thread
  const ready = missingFor(facts).length === 0
  const next = nextStep(step)
  return [
    ...(step === 'voice' || step === 'sort' ? ['title', 'matter', ...(summary === '' ? [] : ['call'])] : []),
    ...(step === 'sort' ? ['sort'] : []), ...(step === 'sort' || step === 'deliberate' ? ['party', 'heard'] : []),
    ...(step === 'deliberate' && ['owners', 'staircase'].includes(facts.thread.decider ?? '') ? ['vote'] : []),
    ...(step === 'do' && inForce(facts).length > 0 ? ['task'] : []), ...(step === 'do' || step === 'judge' ? ['tasks'] : []),
    ...(step === 'judge' ? ['verdict'] : []),
    ...(ready && next === 'ended' ? ['end'] : ready && next ? ['next'] : []), ...(earlierStep(step) ? ['back'] : []),
    ...(mayDecline(facts, '12345678').ok ? ['decline'] : []),
  ]
}
