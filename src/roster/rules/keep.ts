/** What may be written down by hand, one home and one person at a time. [RO46] */
import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import type { DwellerField, Tie } from './fields.ts'
import { isRefused } from './reading/refused.ts'
import { isShownTo, keeperOf } from './show.ts'

const LAW = '《中华人民共和国个人信息保护法》（2021年）'

const wrongPost: Refusal = {
  code: 'wrong_post', rule: 'RO46', explain: { zh: '底册由楼栋长、网格员和社区来记。', en: 'The roster is kept by captains, grid workers and the community.' },
}
const notYours: Refusal = {
  code: 'wrong_post', rule: 'RO43', explain: { zh: '这一项您这个岗位看不到，也不用记。', en: 'Your post does not see this field and need not write it.' },
  source: { law: LAW, article: '第六条' },
}
const child: Refusal = {
  code: 'under_14', rule: 'RO6',
  explain: { zh: '不满14岁的只记人数，不记姓名和号码。请在“孩子”那里加一个。',
    en: 'Somebody under 14 is counted, never named. Add one to the number of children.' },
  source: { law: LAW, article: '第三十一条' },
}
const badId: Refusal = {
  code: 'id_check', rule: 'RO46', explain: { zh: '身份证号不对，请对着证件再看一遍。', en: 'The ID number is not right: please compare it with the card.' },
}
const badPhone: Refusal = {
  code: 'phone_odd', rule: 'RO46', explain: { zh: '手机号不对，应该是11位。', en: 'The phone number is not right: it has 11 digits.' },
}
const badDay: Refusal = {
  code: 'date_impossible', rule: 'RO46', explain: { zh: '日期在今天以后，请改一下。', en: 'The day lies in the future: please change it.' },
}
const words: Refusal = {
  code: 'words_refused', rule: 'RO11', explain: { zh: '这一句说到了名册不收的事（病情、案底、信仰、收入这一类），去掉再记。',
    en: 'This says something that the roster does not take (illness, offences, faith, income and the like): leave it out.' },
  source: { law: LAW, article: '第六条' },
}
const noTie: Refusal = {
  code: 'no_tie', rule: 'RO3', explain: { zh: '请选这个人和这户的关系：住这里、户口在这里、房主还是租客。',
    en: 'Say how this person belongs to the home: lives here, is registered here, owns or rents it.' },
}
/** The age of 14 on a day ('YYYY-MM-DD'); a month or year alone is read as its last day. [RO6] */
export function isUnder14(born: string, today: string): boolean {
  const last = born.length === 4 ? `${born}-12-31` : born.length === 7 ? `${born}-31` : born
  const fourteenth = `${String(Number(today.slice(0, 4)) - 14)}${today.slice(4)}`
  return last > fourteenth
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Whether the check character of an 18-character number is right (GB 11643); residence permits 81, 82, 83 count alike. */
export function idChecks(number: string): boolean {
  const text = number.trim().toUpperCase()
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11) === text.charAt(17)
}

/** The day of birth that an 18-character number says. */
export const bornOfId = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

/** Whether an audience keeps the roster at all. [RO46] */
export const mayKeep = (audience: readonly string[]): Result<true> => (keeperOf(audience) === null ? refuse(wrongPost) : ok(true))

/** Whether a sentence written by hand keeps out what no column may bring in either. [RO11] */
export const mayWriteWords = (text: string): Result<true> => (isRefused(text) ? refuse(words) : ok(true))

/** Whether a value may be written by somebody of this audience today. [RO6] [RO43] [RO46] */
export function mayWrite(audience: readonly string[], field: DwellerField, value: string, today: string): Result<true> {
  const may = mayKeep(audience)
  if (!may.ok) return may
  if (!isShownTo(audience, field)) return refuse(notYours)
  if (field === 'id_number' && !idChecks(value)) return refuse(badId)
  if (field === 'id_number' && isUnder14(bornOfId(value), today)) return refuse(child)
  if (field === 'born' && value > today) return refuse(badDay)
  if (field === 'born' && isUnder14(value, today)) return refuse(child)
  if (field === 'note') return mayWriteWords(value)
  if (field === 'phone' && !/^1[3-9]\d{9}$/.test(value.replace(/[\s-]/g, ''))) return refuse(badPhone)
  return ok(true)
}

/** Whether somebody may be entered: some tie, no day in the future. */
export function mayAdd(ties: readonly Tie[], since: string | null, today: string): Result<true> {
  if (ties.length === 0) return refuse(noTie)
  return since !== null && since > today ? refuse(badDay) : ok(true)
}

/** Whether a tie may end on that day. */
export const mayEnd = (since: string | null, until: string, today: string): Result<true> =>
  (until > today || (since !== null && until < since) ? refuse(badDay) : ok(true))

/** For how long a correction or an end can be taken back as if it had not been, in minutes. [RO49] */
export const TAKE_BACK_MINUTES = 10
