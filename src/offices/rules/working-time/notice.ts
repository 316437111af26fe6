/** Reading the yearly notice of holidays as it is published, so that nobody types thirty days by hand. */
import { civilDay } from '../../../kit/pure.ts'
import { dayNumber, type CivilDay } from './days.ts'

/** A day that a notice names: worked or not, and for which holiday. */
export type NoticeDay = { readonly day: CivilDay; readonly work: boolean; readonly name: string }

const RANGE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[至—-](?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g
const LONGEST_HOLIDAY = 15

const two = (n: number): string => String(n).padStart(2, '0')

/** The days of a sentence, as 1月1日至3日 or 2月14日、2月28日; what is left out of a date is that of the one before. */
function daysOf(sentence: string, year: number): readonly CivilDay[] {
  let [inYear, month] = [year, 0]
  const read = (y: string | undefined, m: string | undefined, d: string): number => {
    if (y !== undefined) inYear = Number(y)
    if (m !== undefined) month = Number(m)
    return month >= 1 && month <= 12 ? dayNumber(`${String(inYear)}-${two(month)}-${two(Number(d))}`) : Number.NaN
  }
  return [...sentence.matchAll(RANGE)].flatMap(([, year1, month1, day1 = '', year2, month2, day2]) => {
    const from = read(year1, month1, day1)
    const to = day2 === undefined ? from : read(year2, month2, day2)
    const length = to - from + 1
    return length >= 1 && length <= LONGEST_HOLIDAY ? Array.from({ length }, (_, i) => civilDay(from + i)) : []
  })
}

/**
 * The days of a notice's text, as 元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。 Days in parentheses, the numbering and what
 * is neither 放假 nor 上班 are left out. Empty when nothing was understood: whoever enters it looks at the days before they count. [W13]
 */
export function readNotice(text: string, year: number): readonly NoticeDay[] {
  let name = ''
  const found = new Map<CivilDay, NoticeDay>()
  for (const sentence of text.replaceAll(/[（(][^）)]*[）)]/g, '').split(/[。；;\n]/)) {
    const head = /^\s*(?:[一二三四五六七八九十]+、)?\s*([^\d：:，]{2,12})[：:]/.exec(sentence)
    if (head?.[1] !== undefined) name = head[1].trim()
    const work = sentence.includes('上班')
    if (name === '' || (!work && !sentence.includes('放假'))) continue
    for (const day of daysOf(sentence, year)) found.set(day, { day, work, name })
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}
