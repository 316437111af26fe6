/** Days and times on the pages of meetings, by the product's clock in Asia/Shanghai. */
import { clockTime, dayAndWeekday, dayOf, now, wall, type Lang } from '../../../../ui-kit/index.ts'

const two = (n: number): string => String(n).padStart(2, '0')
/** The day of a moment (epoch ms) as 'YYYY-MM-DD'. */
export const civilDay = (at: number): string => { const { year, month, day } = wall(at); return `${year}-${two(month)}-${two(day)}` }
/** Today as 'YYYY-MM-DD', or a day so many `ahead` of it. */
export const today = (ahead = 0): string => civilDay(now() + ahead * 86_400_000)
/** A day and a time of it ('15:00') as ISO. */
export const isoOf = (day: string, time: string): string => `${day}T${time}:00+08:00`
/** 'YYYY-MM-DD' in words: '12月5日'; empty for null. */
export const sayDay = (day: string | null, lang: Lang): string => (day === null ? '' : dayOf(Date.parse(`${day}T12:00:00+08:00`), now(), lang))
/** The day of an ISO time in words; empty for null. */
export const sayDayOf = (at: string | null, lang: Lang): string => (at === null ? '' : dayOf(Date.parse(at), now(), lang))
/** '9月27日 周日 15:00–16:40'. */
export const saySpan = (from: string, to: string, lang: Lang): string =>
  `${dayAndWeekday(Date.parse(from), now(), lang)} ${clockTime(Date.parse(from))}–${clockTime(Date.parse(to))}`
/** The time of an ISO moment as a time field holds it: '09:05'. */
export const timeOf = (at: string): string => { const { hour, minute } = wall(Date.parse(at)); return `${two(hour)}:${two(minute)}` }
