/** The short writing of days that the pack of holidays uses. */
import { civilDay } from '../../../kit/pure.ts'
import { dayNumber, type CivilDay } from './days.ts'

/** Days written as '0101-0103,0106' of a year; a leading '<' means the year before, as '<1229'. An empty text is no day. */
export function civilDays(year: string, text: string): CivilDay[] {
  if (text === '') return []
  return text.split(',').flatMap((range) => {
    const [from = '', to = from] = range.split('-').map((one) => {
      const before = one.startsWith('<')
      const [month, day] = [one.slice(before ? 1 : 0).slice(0, 2), one.slice(-2)]
      return dayNumber(`${String(Number(year) - (before ? 1 : 0))}-${month}-${day}`)
    })
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => civilDay(Number(from) + i))
  })
}
