/** Taking something away, keeping somebody from speaking for a while, and the appeal against it. */
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { findPrivate } from '../../../matters/rules/index.ts'
import { isoTime } from './moment.ts'
import { ruleOf, type Spoken } from './words.ts'

const DAY = 86_400_000
const no = (code: string, rule: string, zh: string, en: string, from?: number): { readonly ok: false } & Result<never> =>
  refuse({ code, rule, explain: { zh, en }, ...(from === undefined ? {} : { from: isoTime(from) }) })

/** Longest ban in days, our own default. [DS8] */
export const BAN_MOST_DAYS = 30
/** A ban needs so many removals that stand, our own default. [DS8] */
export const BAN_NEEDS = 2
/** … within so many days, our own default. [DS8] */
export const BAN_WITHIN_DAYS = 90
/** Until how many days after a decision one may appeal, our own default. [DS7] */
export const APPEAL_DAYS = 30
/** An appeal is ruled on within so many days, our own default. [DS7] */
export const RULING_DAYS = 7

/** [DS7] Until when an appeal is ruled on, in epoch milliseconds; null for one that was, and where there is none. Nothing happens by itself when it is over. */
export const rulingDue = ({ appealedAt, ruling }: Pick<Decision, 'appealedAt' | 'ruling'>): number | null =>
  (appealedAt === null || ruling !== null ? null : appealedAt + RULING_DAYS * DAY)

/** The state in which each is public. */
export const publicState: Readonly<Record<Spoken, 'shown' | 'open'>> = { speech: 'shown', statement: 'shown', amendment: 'open', intake: 'open' }

type Did = 'shown' | 'removed' | 'banned'

/** A reason is a sentence that everybody reads: in it, too, nobody is named. P23 */
const reasoned = (reason: string): Result<true> => (findPrivate(reason).length > 0
  ? no('private_words', 'DS6', '这句话会公布，里面不能有姓名、电话、门牌。', 'This will be public: no name, phone or door number in it.')
  : [...reason.trim()].length >= 4 ? ok(true)
  : no('no_reason', 'DS6', '写一句为什么，说的人和大家都看得到。', 'Say why in a sentence: the speaker and everybody can read it.'))

const noRule = no('no_rule', 'DS5', '选一条规则。不同意、有意见、批评谁，都不是拿掉的理由。', 'Choose a rule: to disagree or to criticise is no reason.')

/** [DS3] Whether something that waits may be shown: somebody looked and says so. */
export function mayShow(state: string): Result<true> {
  return state === 'held' ? ok(true) : no('not_held', 'DS3', '这条已经有人看过了。', 'Somebody has looked at this already.')
}

/** [DS6] Whether something may be taken away: it waits or is public, a rule of the list is named, and a reason in words stands with it. */
export function mayRemove(about: Spoken, state: string, rule: string, reason: string): Result<true> {
  if (state === 'removed') return no('gone', 'DS6', '这条已经拿掉了。', 'This was taken away already.')
  if (state !== 'held' && state !== publicState[about]) return no('in_use', 'DS6', '这条已经用上了，不能再拿掉；在用它的地方处理。', 'This was taken up already: deal with it there.')
  if (!ruleOf(rule)) return noRule
  return reasoned(reason)
}

export type Standing = { readonly at: number; readonly restored: boolean }

/**
 * [DS8] Whether a speaker may be kept from speaking for `days`: two removals of the last ninety days that stand, at most thirty days, with a reason.
 * These numbers are our own defaults. `removals` with times in epoch milliseconds, as `at`.
 */
export function mayBan(removals: readonly Standing[], days: number, { rule, reason }: { readonly rule: string; readonly reason: string }, at: number): Result<true> {
  const standing = removals.filter((one) => !one.restored && one.at > at - BAN_WITHIN_DAYS * DAY).length
  if (standing < BAN_NEEDS) return no('too_early', 'DS8', `要先有${BAN_NEEDS}条被拿掉而且没改回来，现在有${standing}条。`,
    `${BAN_NEEDS} removals that stand are needed; there are ${standing}.`)
  if (days < 1 || days > BAN_MOST_DAYS) return no('too_long', 'DS8', `最长${BAN_MOST_DAYS}天。`, `At most ${BAN_MOST_DAYS} days.`)
  return ruleOf(rule) ? reasoned(reason) : noRule
}

export type Decision = { readonly did: string; readonly at: number; readonly appealedAt: number | null; readonly ruling: string | null
  readonly byPost: string; readonly byPerson: string | null }

/** [DS7] Whether the speaker may appeal against a decision: once, within thirty days (our own default), against a removal or a ban. `at` epoch milliseconds. */
export function mayAppeal(decision: Decision, at: number): Result<true> {
  if (decision.did !== 'removed' && decision.did !== 'banned') return no('nothing_to_appeal', 'DS7', '这不是拿掉，用不着申诉。', 'Nothing was taken away here.')
  if (decision.appealedAt !== null) return no('appealed', 'DS7', decision.ruling === null ? '已经申诉过了，换一个人在看，7天里答复。' : '申诉过了，也答复了。', 'You have appealed already.')
  if (at > decision.at + APPEAL_DAYS * DAY) return no('too_late', 'DS7', `${APPEAL_DAYS}天里可以申诉，已经过了。`, `An appeal is possible within ${APPEAL_DAYS} days.`)
  return ok(true)
}

/** [DS7] Whether this post and person may rule on an appeal: there is one that waits, and neither of them decided. */
export function mayRule(decision: Decision, by: { readonly post: string | null; readonly person: string | null }, reason: string): Result<true> {
  if (decision.appealedAt === null) return no('no_appeal', 'DS7', '没有人申诉。', 'Nobody has appealed.')
  if (decision.ruling !== null) return no('ruled', 'DS7', '已经答复过了。', 'This was ruled on already.')
  if (by.post === decision.byPost || (by.person !== null && by.person === decision.byPerson)) return no('own_decision', 'DS7', '这是您自己定的，换一个人来看申诉。',
    'You decided this yourself: somebody else rules on the appeal.')
  return reasoned(reason)
}
