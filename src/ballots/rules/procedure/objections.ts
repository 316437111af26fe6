/** Until when an owner may object to the body that holds a vote, and what is left to them afterwards. */
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import type { Calendar, CivilDay } from '../../../offices/rules/index.ts'
import { periodEnd, saidDay, yearsAfter } from './days.ts'

/** For how many days a result hangs and can be objected to here. Our own default: no text gives a number. */
export const RESULT_HANGS_DAYS = 15
/** How many objections of one home may wait for an answer at once. Our own default. */
export const OPEN_OBJECTIONS = 5

/** The last day for objecting to a vote whose result was posted on a day. */
export const objectUntil = (posted: CivilDay, calendar: Calendar): CivilDay => periodEnd(posted, RESULT_HANGS_DAYS, calendar).day

export type Objecting = { readonly noticedOn: CivilDay | null; readonly postedOn: CivilDay | null; readonly over: boolean; readonly today: CivilDay
  readonly calendar: Calendar; /** How many of this home's have no answer yet. */ readonly open: number }

/**
 * [B35] Whether an owner may object now: from the posting of the notice until the result has hung for its days. Afterwards the court is left, for a year
 * from when they knew. Source: 民法典第二百八十条; 建筑物区分所有权解释第十二条.
 */
export function mayObject({ noticedOn, postedOn, over, today, calendar, open }: Objecting): Result<true> {
  const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'B35', explain: { zh, en } })
  if (noticedOn === null || over) return no('nothing_posted', '这次表决没有在公示，没有可以提异议的。', 'Nothing of this vote is posted: there is nothing to object to.')
  if (open >= OPEN_OBJECTIONS) return no('answers_first', `您有${open}条还没有答复，等答复了再提。`, `${open} of yours wait for an answer: let them be answered first.`)
  if (postedOn === null) return ok(true as const)
  const until = objectUntil(postedOn, calendar)
  if (today <= until) return ok(true as const)
  const [end, court] = [saidDay(until), saidDay(yearsAfter(postedOn, 1))]
  return refuse({ code: 'objections_over', rule: 'B35', source: { law: '民法典', article: '第二百八十条' }, explain: {
    zh: `结果公示到${end.zh}，提异议的时间过了。认为侵害了自己的权益，可以请求法院撤销，一年内，最晚到明年${court.zh}。`.replace('明年', `${Number(postedOn.slice(0, 4)) + 1}年`),
    en: `The result was posted until ${end.en}: the time for objections is over. Whoever was harmed may ask the court, within a year, until ${court.en} ${Number(postedOn.slice(0, 4)) + 1}.` } })
}
