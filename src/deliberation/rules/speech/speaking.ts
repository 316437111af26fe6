/** Who may speak under which name, how much, and what waits for a look. */
import { ok, refuse, type Result, type Source } from '../../../kit/pure.ts'
import { findPrivate } from '../../../matters/rules/index.ts'
import { isoTime } from './moment.ts'
import { GONE_NAME, type Age, type HeldFor } from './words.ts'

const no = (code: string, rule: string, zh: string, en: string, more: { readonly source?: Source; readonly from?: string } = {}): { readonly ok: false } & Result<never> =>
  refuse({ code, rule, explain: { zh, en }, ...more })

/** Longest free name, in characters. */
export const NAME_MOST = 20
/** Longest thing that is said, in characters. */
export const WORDS_MOST = 1000
/** How much one speaker may say in an hour: our own default, so that one voice does not fill a page. [DS4] */
export const PER_HOUR = 10

/** Words that make a free name sound like an office or like the product. */
const OFFICIAL = ['官方', '管理员', '客服', '社区', '居委', '街道', '政府', '党委', '支部', '书记', '主任', '网格', '楼栋长', '楼长', '业委', '物业', '派出所', '民警', '警察',
  '城管', '法院', '法官', '所长', '队长', '经理', '工作人员', '系统', '邻里', '发言人', '代表大会', 'official', 'admin', 'police', 'linli', '本人撤回', GONE_NAME]
const narrow = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/**
 * [DS1] Whether somebody may speak under this name: one to twenty characters, no office and nobody's real name, telephone or door. A verified phone
 * stands behind, a free name in front. *Source: P24.*
 */
export function checkName(name: string): Result<string> {
  const clean = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (clean === '') return no('no_name', 'DS1', '起一个大家怎么叫您的名字，不用真名。', 'Choose a name to be called by; not your real one.')
  if ([...clean].length > NAME_MOST || clean.length > NAME_MOST) return no('long_name', 'DS1', `名字最多${NAME_MOST}个字。`, `A name has ${NAME_MOST} characters at most.`)
  if (!/[\p{L}\p{N}]/u.test(clean)) return no('no_name', 'DS1', '名字里至少要有一个字。', 'A name needs a letter.')
  if (OFFICIAL.some((word) => narrow(clean).includes(word))) return no('office_name', 'DS1', '这个名字听着像一个单位或者职务，换一个。',
    'This name sounds like an office: choose another.')
  if (findPrivate(clean).length > 0 || /\d{5,}/.test(narrow(clean))) return no('private_name', 'DS1', '这里不用真名，也不写电话和门牌，换一个。',
    'No real name, phone or door number here: choose another.')
  return ok(clean)
}

/** [DS2] Whether somebody of this age may speak: under 14 nothing is taken and nothing is kept. *Source: P17; Personal Information Protection Law, art. 31.* */
export function maySpeakAt(age: Age): Result<{ readonly minor: boolean }> {
  if (age === 'under_14') return no('too_young', 'DS2', '还没满14岁，请爸爸妈妈替你说。刚才写的没有留下。', 'Under 14, please ask a parent to say it for you. Nothing was kept.',
    { source: { law: '《中华人民共和国个人信息保护法》', article: '第三十一条' } })
  return ok({ minor: age === '14_17' })
}

/** [DS3] Why these words wait for a look before they are public: what can point at a person or home in them, or a speaker under 18. *Source: P23, P17.* */
export const heldFor = (words: string, minor: boolean): HeldFor | null => (findPrivate(words).length > 0 ? 'private' : minor ? 'minor' : null)

/** [DS4] Whether one more may be said, after what was said at these moments (epoch milliseconds). `at` epoch milliseconds. */
export function mayStillSay(said: readonly number[], at: number): Result<true> {
  const recent = said.filter((one) => one > at - 3_600_000).sort((a, b) => a - b)
  if (recent.length < PER_HOUR) return ok(true)
  const from = (recent[recent.length - PER_HOUR] ?? at) + 3_600_000
  return no('too_many', 'DS4', `一小时最多说${PER_HOUR}条，${Math.ceil((from - at) / 60_000)}分钟后再说。您写的还在。`,
    `At most ${PER_HOUR} in an hour: please wait ${Math.ceil((from - at) / 60_000)} minutes. What you wrote is kept.`, { from: isoTime(from) })
}

/** [DS8] Whether a speaker is kept from speaking. Times in epoch milliseconds; null: never was. */
export function banned(until: number | null, at: number): Result<true> {
  if (until === null || until <= at) return ok(true)
  const left = Math.max(1, Math.ceil((until - at) / 86_400_000))
  return no('banned', 'DS8', `您在这里暂停发言，还有${left}天。为什么、怎么申诉，在“我说过的”里。`, `You may not speak here for ${left} more day(s). Why, and how to appeal, stands under “What I said”.`,
    { from: isoTime(until) })
}
