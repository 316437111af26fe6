import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'
import { dueAfter, type Pace } from '../../offices/rules/index.ts'
import type { Moment } from './clocks.ts'

/** A question of the rating. `fact` is its name in the act that opens it. */
export type RatingQuestion = { readonly fact: string; readonly ask: Said }

/** What the whistling community says of each department: parties, never persons (P05). [M30] */
export const OF_DEPARTMENT: readonly RatingQuestion[] = [
  { fact: 'came', ask: { zh: '按时来了吗？', en: 'Did they come in time?' } },
  { fact: 'did', ask: { zh: '自己那份做了吗？', en: 'Did they do their part?' } },
  { fact: 'together', ask: { zh: '和别的部门配合吗？', en: 'Did they work with the others?' } },
]
/** What each department says of the whistle. [M30] */
export const OF_WHISTLE: readonly RatingQuestion[] = [
  { fact: 'right', ask: { zh: '请对部门了吗？', en: 'Was it the right department?' } },
  { fact: 'informed', ask: { zh: '情况说清楚了吗？', en: 'Were there enough facts?' } },
  { fact: 'needed', ask: { zh: '这声哨该吹吗？', en: 'Was a whistle needed?' } },
]
/** The three steps of each answer, best first. */
export const STEPS: readonly { readonly value: 2 | 1 | 0; readonly say: Said }[] = [
  { value: 2, say: { zh: '是', en: 'Yes' } }, { value: 1, say: { zh: '一半', en: 'Partly' } }, { value: 0, say: { zh: '没有', en: 'No' } },
]

/** How long a rating that is in alone stays sealed: then it is shown and the other side no longer rates. [M30] */
export const SEALED: Pace = { amount: 5, unit: 'working_day' }

/** A whistle as ratings and reviews need it: who blew it, who was called (lead first). */
export type BlownWhistle = { readonly byOrg: string; readonly called: readonly string[]; readonly reviewed: boolean }
export type Rating = { readonly of: string; readonly answers: readonly number[] }
/** The two sides of one pair: the community that blew and one department. */
export type Pair = { readonly department: string; readonly byCommunity: boolean }

const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'M30', explain: { zh, en } })

/**
 * [M30] Who rates whom: the community that blew each department it called, each department the community. `rated`: their own side is in;
 * `shown`: the pair is open already.
 */
export function decideRating(whistle: BlownWhistle, org: string | null, given: Rating,
  known: { readonly rated: boolean; readonly shown: boolean }): Result<Pair> {
  const byCommunity = org === whistle.byOrg
  const department = byCommunity ? given.of : org ?? ''
  const fits = byCommunity ? whistle.called.includes(given.of) : whistle.called.includes(department) && given.of === whistle.byOrg
  if (!fits) return no('not_in_whistle', '只有吹哨的社区和它请来的部门互相评。', 'Only the community that blew and the departments it called rate each other.')
  if (given.answers.length !== 3 || given.answers.some((a) => ![0, 1, 2].includes(a))) return no('three_answers', '三问都要答。', 'Answer all three.')
  if (known.rated) return no('rated', '评过了，交了就不能改。', 'You have rated: it is not changed afterwards.')
  if (known.shown) return no('too_late', '对方的评价满五个工作日已经公开，现在不能再评。', 'The other side’s rating was opened after five working days: it is too late.')
  return ok({ department, byCommunity })
}

/** Whether a pair is opened at a moment: both are in, or five working days have passed since the first. `given`: when each was given, epoch ms. */
export function pairOpens(given: readonly number[], org: string, { at, time }: Moment): boolean {
  if (given.length >= 2) return true
  const [first] = given
  return first !== undefined && at >= sealedUntil(first, org, time)
}

/** Until when a rating given at `first` stays sealed by itself. Counted by the duty hours of the community. */
export const sealedUntil = (first: number, org: string, time: Moment['time']): number =>
  dueAfter(SEALED, time.hoursOf(time.hoursIdOf(org)), time.calendar, first).due
