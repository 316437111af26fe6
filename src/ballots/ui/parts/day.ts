/** Civil days on the pages of votes and micro-projects. */
import { dayOf, now, wall, type Lang } from '../../../ui-kit/index.ts'

const two = (n: number): string => String(n).padStart(2, '0')
/** Today as 'YYYY-MM-DD' by the product's clock, or a day `ahead` of it. */
export function today(ahead = 0): string {
  const { year, month, day } = wall(now() + ahead * 86_400_000)
  return `${year}-${two(month)}-${two(day)}`
}
/** 'YYYY-MM-DD' in words: '12月5日', '5 Dec'; empty for null. */
export const sayDay = (day: string | null, lang: Lang): string => (day === null ? '' : dayOf(Date.parse(`${day}T12:00:00+08:00`), now(), lang))
/** The day of an ISO time in words; empty for null. */
export const sayDayOf = (at: string | null, lang: Lang): string => (at === null ? '' : dayOf(Date.parse(at), now(), lang))
/** So many days after a day, as 'YYYY-MM-DD'. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
