/** The five adjectives of 五事 as conditions: each answers what is missing, in words, and from when it will be there. */
import type { Refusal, Said } from '../../../kit/pure.ts'
import { civilDay, daysOf, saidDay } from '../../../kit/pure.ts'
import { meetingWords, type Facts, type Resolved } from './words.ts'

export const ADJECTIVES = ['open', 'sorted', 'democratic', 'duty', 'public'] as const
export type Adjective = (typeof ADJECTIVES)[number]
export const adjectiveWords: Readonly<Record<Adjective, Said>> = {
  open: { zh: '敞开', en: 'Open' }, sorted: { zh: '分类', en: 'Sorted' }, democratic: { zh: '民主', en: 'Democratic' }, duty: { zh: '明责', en: 'Clear duty' },
  public: { zh: '公开', en: 'Public' },
}

const lacks = (code: string, rule: string, zh: string, en: string, from?: string): Refusal => ({ code, rule, explain: { zh, en }, ...(from ? { from } : {}) })
/** The beginning of the day after a civil day, as an ISO time. */
export const morningAfter = (day: string): string => `${civilDay(daysOf(day) + 1)}T00:00:00+08:00`

/** What everybody reads is approved, and the call to speak is posted. [DT3] */
export function called({ thread }: Facts): Refusal[] {
  return [
    ...(thread.summary === '' ? [lacks('title_missing', 'DT2', '还没有定好公开的题目和一句说明。', 'Its public title and summary are not approved yet.')] : []),
    ...(thread.calledOn === null || thread.callUntil === null ? [lacks('not_called', 'DT3', '还没有贴出征集，大家不知道可以来说。', 'The call to speak is not posted yet.')] : []),
  ]
}

/** 敞开: the call was posted and its days are over. [DT3] */
export function open(facts: Facts): Refusal[] {
  const { thread: { callUntil }, today } = facts
  return [...called(facts), ...(callUntil !== null && today <= callUntil
    ? [lacks('call_runs', 'DT3', `征集到${saidDay(callUntil).zh}为止，过了这天才能议。`, `The call runs until ${saidDay(callUntil).en}.`, morningAfter(callUntil))] : [])]
}

/** 分类: who decides and by what, which meetings, and whom to hear. [DT4] */
export function sorted({ thread, parties }: Facts): Refusal[] {
  const must = parties.filter(({ required }) => required).length
  const least = thread.major ? 2 : 1
  return [
    ...(thread.decider === null || !thread.basis ? [lacks('not_sorted', 'DT4', '还没有理清由谁定、凭什么定。', 'Who decides, and by what, is not sorted yet.')] : []),
    ...(must < least ? [lacks('parties_missing', 'DT4', thread.major ? '重大的事，至少写两方必须听的。' : '还没有写必须听谁说。',
      thread.major ? 'A major matter has at least two parties that must be heard.' : 'Nobody is named who must be heard.')] : []),
  ]
}

/** The resolutions that were carried and stand. */
export const standing = ({ resolutions }: Pick<Facts, 'resolutions'>): readonly Resolved[] =>
  resolutions.filter(({ carried, state }) => carried && state !== 'withdrawn')
/** Of those, the ones that are in force: objections are over, or the owners' vote they waited for has passed. */
export const inForce = (facts: Pick<Facts, 'resolutions' | 'vote'>): readonly Resolved[] =>
  standing(facts).filter(({ state }) => state === 'in_force' || (state === 'to_vote' && facts.vote?.passed === true))

const needsVote = ({ thread: { decider } }: Facts): boolean => decider === 'owners' || decider === 'staircase'

function voteMissing(facts: Facts): Refusal[] {
  if (!needsVote(facts)) return []
  if (facts.vote === null) return [lacks('vote_missing', 'DT5', '这件事要业主投票才能定，还没有连上投票。', 'Owners decide this by a vote; none is linked yet.')]
  if (!facts.vote.decided) return [lacks('vote_runs', 'DT5', '业主投票还没有公布结果。', 'The result of the owners’ vote is not posted yet.')]
  return facts.vote.passed ? [] : [lacks('vote_lost', 'DT5', '业主投票没有通过，照原样办不下去。', 'The owners’ vote did not pass.')]
}

/** Required parties that were not heard, by label. [DT6] M27 */
export const unheard = ({ parties }: Pick<Facts, 'parties'>): readonly string[] =>
  parties.filter(({ required, heard }) => required && heard === null).map(({ label }) => label)

/** 民主: every meeting asked for was held and its minutes posted; a resolution with a count and its minority; the vote; every party heard where major. [DT5] [DT6] */
export function democratic(facts: Facts): Refusal[] {
  const { thread, meetings } = facts
  const missed = thread.meetings.filter((kind) => kind !== 'evaluation' && !meetings.some((one) => one.kind === kind && one.minuted))
  const carried = standing(facts)
  const silent = carried.filter(({ against, minority }) => against > 0 && !minority)
  const waits = carried.find(({ objectionsUntil, state }) => state === 'open' && objectionsUntil !== null)
  const left = unheard(facts)
  return [
    ...missed.map((kind) => lacks('meeting_missing', 'DT5', `${meetingWords[kind].zh}还没有开过并公布记录。`, `${meetingWords[kind].en}: not held with posted minutes yet.`)),
    ...(carried.length === 0 ? [lacks('resolution_missing', 'DT5', '还没有一条通过的决议。', 'No resolution was carried yet.')]
      : inForce(facts).length === 0 && !(needsVote(facts) && carried.some(({ state }) => state === 'to_vote'))
        ? [lacks('objections_run', 'DT5', waits ? `决议还在听异议，到${saidDay(waits.objectionsUntil ?? '').zh}为止。` : '决议还没有生效。',
          waits ? `Objections are open until ${saidDay(waits.objectionsUntil ?? '').en}.` : 'No resolution is in force yet.', waits?.objectionsUntil ? morningAfter(waits.objectionsUntil) : undefined)] : []),
    ...carried.filter(({ counted }) => counted === 0).map(({ n }) => lacks('count_missing', 'DT5', `第${n}条决议没有记票数。`, `Resolution ${n} has no count.`)),
    ...silent.map(({ n }) => lacks('minority_missing', 'DT5', `第${n}条决议有人反对，还没有写反对的理由。`, `Resolution ${n}: what those against it say is not recorded.`)),
    ...voteMissing(facts),
    ...(thread.major && left.length > 0 ? [lacks('unheard', 'DT6', `还没有听：${left.join('、')}。要么到会说，要么书面说不来。`,
      `Not heard yet: ${left.join(', ')}. Each has to speak or decline in writing.`)] : []),
  ]
}

/** 明责: every resolution in force has a task with an owner and a day. [DT7] */
export function duty(facts: Facts): Refusal[] {
  const decided = inForce(facts)
  return [
    ...(decided.length === 0 ? [lacks('resolution_missing', 'DT7', '没有生效的决议，谈不上谁来办。', 'No resolution is in force.')] : []),
    ...decided.filter(({ id }) => !facts.tasks.some((task) => task.resolution === id && task.owner !== '' && task.due !== null))
      .map(({ n }) => lacks('task_missing', 'DT7', `第${n}条决议还没有写由谁办、哪天办完。`, `Resolution ${n} has no owner and day yet.`)),
  ]
}

/** Nothing that was promised is still open, and each says what came of it. [DT8] */
export function done({ tasks }: Facts): Refusal[] {
  const [open, silent] = [tasks.filter(({ state }) => state === 'open').length, tasks.filter(({ state, result }) => state !== 'open' && !result).length]
  return [
    ...(open > 0 ? [lacks('tasks_open', 'DT8', `还有${open}项没有办完。`, `${open} task(s) are still open.`)] : []),
    ...(silent > 0 ? [lacks('result_missing', 'DT8', `有${silent}项没有写办成了什么。`, `${silent} task(s) say nothing of their result.`)] : []),
  ]
}

/** 公开: minutes posted, results written, judged by those who raised it or at an evaluation; silence judges nothing. [DT9] */
export function shown(facts: Facts): Refusal[] {
  const { thread, meetings, verdicts } = facts
  const unposted = meetings.filter(({ held, minuted }) => held && !minuted).length
  const evaluated = meetings.some(({ kind, minuted, earlier }) => kind === 'evaluation' && minuted && !earlier)
  const answers = verdicts.satisfied + verdicts.accepted + verdicts.not
  return [
    ...(unposted > 0 ? [lacks('minutes_missing', 'DT9', `有${unposted}次会的记录还没有公布。`, `The minutes of ${unposted} meeting(s) are not posted.`)] : []),
    ...done(facts),
    ...(thread.meetings.includes('evaluation') && !evaluated ? [lacks('evaluation_missing', 'DT9', '评议会还没有开过并公布记录。', 'The evaluation was not held with posted minutes yet.')] : []),
    ...(answers === 0 ? [lacks('verdict_missing', 'DT9', '还没有人评过。没有人说话，不能算办好。', 'Nobody has judged it yet. Silence is no verdict.')] : []),
    ...inForce(facts).filter(({ id, judged }) => !judged && !judgedByTasks(facts, id))
      .map(({ n }) => lacks('judgment_missing', 'DT9', `第${n}条决议办得怎么样，还没有评。`, `Resolution ${n} is not judged yet.`)),
  ]
}

/** Whether every task of a resolution was judged, which judges it too. */
function judgedByTasks({ tasks }: Facts, id: string): boolean {
  const own = tasks.filter(({ resolution }) => resolution === id)
  return own.length > 0 && own.every(({ judged }) => judged)
}

const checks: Readonly<Record<Adjective, (facts: Facts) => Refusal[]>> = { open, sorted, democratic, duty, public: shown }
/** Each adjective with what it still lacks; empty: it holds. */
export const adjectivesOf = (facts: Facts): readonly { readonly name: Adjective; readonly missing: readonly Refusal[] }[] =>
  ADJECTIVES.map((name) => ({ name, missing: checks[name](facts) }))
