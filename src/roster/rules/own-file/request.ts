/** What somebody may ask about their own data, until when it is answered, and what a refusal has to say. [RO54] [RO55] [RO56] */
import { ok, refuse, type Refusal, type Result, type Said } from '../../../kit/pure.ts'
import { dueAfter, OFFICE_HOURS, type Calendar } from '../../../offices/rules/index.ts'
import { mayWrite } from '../keep.ts'

/** Correct a value, have a copy, be deleted, have it explained. */
export const requestKinds = ['correct', 'copy', 'delete', 'explain'] as const
export type RequestKind = (typeof requestKinds)[number]
export const askers = ['self', 'guardian'] as const
export type AskedBy = (typeof askers)[number]
/** What can be said to be wrong: a field of the register, or the tie itself ('I do not live here any more'). A note is its writer's. */
export const askedFields = ['name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'tie'] as const
export type AskedField = (typeof askedFields)[number]
export type RequestState = 'open' | 'done' | 'refused' | 'withdrawn'

/** Why a request may be refused. There is no 'other'. */
export const refusalReasons = ['duty', 'not_this_person', 'others_rights', 'right_already', 'no_such'] as const
export type RefusalReason = (typeof refusalReasons)[number]
export const REASON_SAID: Readonly<Record<RefusalReason, Said>> = {
  duty: { zh: '法律要求居委会保留这一项', en: 'The law requires the residents’ committee to keep it' },
  not_this_person: { zh: '没能核实是本人', en: 'It could not be established that it is you' },
  others_rights: { zh: '照办会影响别人的权利', en: 'It would harm somebody else’s rights' },
  right_already: { zh: '核对过，原来记的是对的', en: 'Checked: what stands there is right' },
  no_such: { zh: '没有记这样的信息', en: 'No such data is kept' },
}

const PIPL = '《中华人民共和国个人信息保护法》（2021年）'
/**
 * The law (art. 45 to 50) says 'in time' and to give reasons; it names no days. Where the days come from: 15 working days of the one,
 * 30 days of the other; whichever is earlier holds.
 */
export const requestPack = {
  id: 'data_request', region: 'CN', validFrom: '2026-01-01', version: 1, workingDays: 15, days: 30,
  sources: [{ law: '《App违法违规收集使用个人信息行为认定方法》（2019年）', article: '第六条：15个工作日' },
    { law: 'GB/T 35273-2020《信息安全技术 个人信息安全规范》', article: '8.7：三十天' }],
} as const

const DAY_MS = 86_400_000

/** When a request asked at `askedAt` (epoch ms) is due: the earlier of 15 working days of the offices and 30 days. [RO55] */
export function requestDue(askedAt: number, calendar: Calendar): { readonly due: number; readonly provisional: boolean } {
  const working = dueAfter({ amount: requestPack.workingDays, unit: 'working_day' }, OFFICE_HOURS, calendar, askedAt)
  const plain = askedAt + requestPack.days * DAY_MS
  return working.due <= plain ? working : { due: plain, provisional: false }
}

/** A request as somebody asks it. `wanted`: the value that is right; for a tie there is none, the words say it. */
export type Asked = {
  readonly kind: RequestKind; readonly askedBy: AskedBy; readonly field: AskedField | null; readonly wanted: string | null; readonly words: string
}

const noField: Refusal = {
  code: 'bad_request', rule: 'RO54', explain: { zh: '请说哪一项不对。', en: 'Say which value is wrong.' },
}
const noWords: Refusal = {
  code: 'bad_request', rule: 'RO54', explain: { zh: '请写一句，要改成什么、为什么。', en: 'Please write a sentence: what you ask for.' },
}
const noWanted: Refusal = {
  code: 'bad_request', rule: 'RO54', explain: { zh: '请写对的是什么。', en: 'Write what is right.' },
}

/** Whether a request may be asked so. What is wanted has to be a value that could stand in the file. A guardian asks in words. [RO54] [RO58] */
export function mayAsk({ kind, askedBy, field, wanted, words }: Asked, today: string): Result<true> {
  if (askedBy === 'guardian') return words.trim() === '' ? refuse(noWords) : ok(true)
  if (kind !== 'correct') return ok(true)
  if (field === null) return refuse(noField)
  if (field === 'tie') return words.trim() === '' ? refuse(noWords) : ok(true)
  if (wanted === null || wanted.trim() === '') return refuse(noWanted)
  return mayWrite(['community'], field, wanted.trim(), today)
}

const onlyCommunity: Refusal = {
  code: 'wrong_post', rule: 'RO56', explain: { zh: '居民的申请由社区答复。', en: 'Requests of residents are answered by the community.' },
}
const answered: Refusal = {
  code: 'already_decided', rule: 'RO56', explain: { zh: '这件申请已经答复或者撤回了。', en: 'This request was answered or withdrawn already.' },
}
const noReason: Refusal = {
  code: 'no_reason', rule: 'RO56', source: { law: PIPL, article: '第五十条' },
  explain: { zh: '不能照办，要选理由，还要用一句话告诉本人。', en: 'A refusal needs a reason and a sentence that tells the person.' },
}
const noAnswer: Refusal = {
  code: 'no_answer', rule: 'RO56', explain: { zh: '用一句话告诉本人办成了什么。', en: 'Tell the person in a sentence what was done.' },
}

/** An answer: done, or refused with a reason; always with words to the person. */
export type Answer = { readonly outcome: 'done' | 'refused'; readonly reason: RefusalReason | null; readonly words: string }

/** Whether somebody of this audience may give that answer to a request in that state. [RO56] */
export function mayAnswer(audience: readonly string[], state: RequestState, { outcome, reason, words }: Answer): Result<true> {
  if (!audience.includes('community')) return refuse(onlyCommunity)
  if (state !== 'open') return refuse(answered)
  if (outcome === 'refused' && (reason === null || words.trim() === '')) return refuse(noReason)
  return words.trim() === '' ? refuse(noAnswer) : ok(true)
}

/** Whether an open request is past its time. */
export const isOverdue = (state: RequestState, due: number, at: number): boolean => state === 'open' && due < at
