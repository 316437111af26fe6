/** Care by agreement: a knock in a storm, a weekly visit. One home at a time, so many opens a day, until a day. [RO64] [RO65] */
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { monthsLater } from './expiry.ts'

export type CareKind = 'knock_in_storm' | 'weekly_visit'
export const careKinds: readonly CareKind[] = ['knock_in_storm', 'weekly_visit']

/** The pack of care: how many agreements a post may open on one day, and for how long one may run. Settings of the product, no law names them. */
export const carePack = { id: 'care', region: 'CN', validFrom: '2026-01-01', version: 1, opensPerDay: 10, longestMonths: 12 } as const

const tooMany: Refusal = {
  code: 'too_many_opens', rule: 'RO64',
  explain: { zh: `今天已经打开了${carePack.opensPerDay}户，明天再看。急事请打电话给社区。`,
    en: `${carePack.opensPerDay} homes were opened today; go on tomorrow. In an emergency call the community.` },
}
const tooLong: Refusal = {
  code: 'too_long', rule: 'RO65',
  explain: { zh: `最长约${carePack.longestMonths}个月，到期再问一次。`, en: `At most ${carePack.longestMonths} months; then ask again.` },
}
const noDay: Refusal = { code: 'date_impossible', rule: 'RO65', explain: { zh: '到期的日子要在今天以后。', en: 'The last day has to lie in the future.' } }

/** Whether a post that opened `opened` agreements today may open one more. [RO64] */
export const mayOpenCare = (opened: number): Result<true> => (opened < carePack.opensPerDay ? ok(true) : refuse(tooMany))

/** Whether an agreement may run from today until (not including) `until`. [RO65] */
export function mayAgree(today: string, until: string): Result<true> {
  if (until <= today) return refuse(noDay)
  return until <= monthsLater(today, carePack.longestMonths) ? ok(true) : refuse(tooLong)
}
