import { ok, refuse, type Result, type Said } from '../../kit/pure.ts'

/** What one fact of an act may be: a code, an id, a time, a whole number, yes or no, or a list of codes or ids. */
export type Fact = string | number | boolean | readonly string[]

/** The facts of an act as they are stored and hashed. */
export type Facts = { readonly [key: string]: Fact }

/** Reads one fact. There is no codec for free text on purpose: names and sentences live where they can be deleted. */
export type Codec<T extends Fact = Fact, Optional extends boolean = boolean> = {
  readonly optional: Optional
  readonly read: (value: unknown) => Result<T>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const codeShape = /^[A-Za-z0-9_.:-]{1,64}$/
const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/
const civilDay = /^\d{4}-\d\d-\d\d$/

/** The name of a fact. */
export const factKey = /^[a-z][a-z0-9_]{0,31}$/

/** The largest whole number of a fact: ten digits, because eleven make a phone number. */
export const largestFact = 9_999_999_999

const no = (zh: string, en: string): { ok: false } & Result<never> => {
  const explain: Said = { zh, en }
  return refuse({ code: 'record.fact', rule: 'R2', explain })
}

/** Says whether a text is an id: a lower-case UUID. */
export const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/**
 * Says whether a text is a code: 1–64 of A–Z a–z 0–9 _ . : - and no run of eleven or more digits,
 * also when broken up by punctuation, since that is a phone number or an identity number.
 */
export function isCode(value: unknown): value is string {
  if (typeof value !== 'string' || !codeShape.test(value)) return false
  return uuid.test(value) || !/\d{11}/.test(value.replace(/[_.:-]/g, ''))
}

const codec = <T extends Fact>(is: (value: unknown) => value is T, zh: string, en: string): Codec<T, false> => ({
  optional: false,
  read: value => (is(value) ? ok(value) : no(zh, en)),
})

/** A code out of any list: 1–64 letters, digits and _ . : - (see isCode). */
export const code = codec(isCode, '只能是代码', 'must be a code')

/** One of the codes named here. */
export function codeOf<const W extends readonly string[]>(...words: W): Codec<W[number], false> {
  const is = (value: unknown): value is W[number] => isCode(value) && words.includes(value)
  return codec(is, `只能是 ${words.join('、')} 之一`, `must be one of ${words.join(', ')}`)
}

/** An id: a UUID in lower case. */
export const id = codec(isId, '只能是编号', 'must be an id')

/** A whole number from −9,999,999,999 to 9,999,999,999: a count, fen, 0.01 m², metres, minutes. */
export const whole = codec(
  (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= largestFact,
  '只能是不超过十位的整数', 'must be a whole number of at most ten digits',
)

/** Yes or no. */
export const flag = codec((value): value is boolean => typeof value === 'boolean', '只能是“是”或“否”', 'must be true or false')

/** A moment: ISO 8601 in UTC ending in Z, as '2026-11-20T02:40:00.000Z'. */
export const time = codec((value): value is string => typeof value === 'string' && utcTime.test(value), '只能是世界时时刻', 'must be a UTC time')

/** A civil date, as '2026-11-20'. */
export const day = codec((value): value is string => typeof value === 'string' && civilDay.test(value), '只能是日期', 'must be a date')

/** At most 100 codes, in the order given. */
export const codes = codec(
  (value): value is readonly string[] => Array.isArray(value) && value.length <= 100 && value.every(isCode),
  '只能是代码的列表', 'must be a list of codes',
)

/** At most 100 ids, in the order given. */
export const ids = codec(
  (value): value is readonly string[] => Array.isArray(value) && value.length <= 100 && value.every(isId),
  '只能是编号的列表', 'must be a list of ids',
)

/** The same fact, which may be left out. */
export const maybe = <T extends Fact>(inner: Codec<T>): Codec<T, true> => ({ optional: true, read: inner.read })

const isFact = (value: unknown): boolean => code.read(value).ok || whole.read(value).ok || flag.read(value).ok || codes.read(value).ok

/** Checks facts of whatever kind by [R2]: at most 32 of them, each a code, an id, a time, a number, a flag or a list. */
export function checkFacts(facts: { readonly [key: string]: unknown }): Result<Facts> {
  const entries = Object.entries(facts)
  if (entries.length > 32) return no('一次行为最多记三十二项', 'an act holds at most 32 facts')
  const bad = entries.find(([key, value]) => !factKey.test(key) || !isFact(value))
  if (bad) return no(`“${bad[0].slice(0, 40)}”不能记入：只记代码、编号和数字`, `'${bad[0].slice(0, 40)}' can't be recorded: codes, ids and numbers only`)
  return ok(facts as Facts) // every entry was just read as a Fact
}
