/** Words that several papers of a meeting share. */
import { civilDate } from '../../kit/papers/index.ts'
import type { Attendance, Decided, MeetingFacts, Moment, SpokenLine } from './types.ts'

/** '15:00' as minutes say it: 15时, 16时40分. */
const hours = (time: string): string => {
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour)}时${Number(minute) === 0 ? '' : `${Number(minute)}分`}`
}

const parts = (moment: Moment): readonly [string, string] => {
  const [day = '', time = ''] = moment.split('T')
  return [day, time]
}

/** From when to when: '2026年9月27日15时至16时40分'; the day is said once where it is the same. */
export function spanWords({ from, to }: Pick<MeetingFacts, 'from' | 'to'>): string {
  const [day, begin] = parts(from)
  const [last, end] = parts(to)
  return `${civilDate(day)}${hours(begin)}至${last === day ? '' : civilDate(last)}${hours(end)}`
}

/** The person to ask; without a telephone only the name. */
export const contactWords = ({ contact: { name, phone } }: MeetingFacts): string => (phone === '' ? name : `${name}，电话${phone}`)

/** The count of a resolution: '同意17人，反对1人，弃权1人'; what nobody did is left out, but never the whole count. */
export function countWords({ yes, no, abstained }: Pick<Decided, 'yes' | 'no' | 'abstained'>): string {
  const said = [['同意', yes], ['反对', no], ['弃权', abstained]] as const
  return said.filter(([word, n]) => n > 0 || word === '同意').map(([word, n]) => `${word}${n}人`).join('，')
}

const ends = (words: string): string => (/[。！？；]$/.test(words) ? words : `${words}。`)

/** A sentence with its full stop. */
export const sentence = (words: string): string => (words === '' ? '' : ends(words))

const asWhat: Readonly<Record<SpokenLine['kind'], string>> = { said: '', objection: '（不同意见）', opinion: '（专家意见）', answer: '（答复）', note: '' }

/** A line of the minutes as paper says it: who, as what, and the words. */
export const spoken = ({ kind, label, words }: SpokenLine): string =>
  (label === '' ? sentence(words) : `${label}${asWhat[kind]}：${sentence(words)}`)

/** How many came: the paper list's number where there is one. */
export const howMany = ({ present, counted }: Attendance): number => Math.max(counted ?? 0, present.length)

const NAMED = 12

/** Names of those present, in short where they are many: the list of signatures stands behind. */
export function presentWords(attendance: Attendance): string {
  const { present } = attendance
  const all = howMany(attendance)
  if (present.length === 0) return `${all}人（签到表附后）`
  return all > present.length || present.length > NAMED ? `${present.slice(0, NAMED).join('、')}等${all}人（签到表附后）` : present.join('、')
}
