/** Days of a procedure: when a period is full, when it has to begin, and how a day is said. */
import { addDays, dayOf, dueAfter, OFFICE_HOURS, startOf, type Calendar, type CivilDay } from '../../../offices/rules/index.ts'

export { saidDay } from '../../../kit/pure.ts'
export type Due = { readonly day: CivilDay; readonly provisional: boolean }

/**
 * [B16] The last day of a period that begins on `from`: the day itself is not counted, and an end on a day of rest moves on as the calendar's dated
 * reading says. Source: 民法典第二百零一条、第二百零三条.
 */
export function periodEnd(from: CivilDay, days: number, calendar: Calendar, unit: 'day' | 'working_day' = 'day'): Due {
  const { due, provisional } = dueAfter({ amount: days, unit }, OFFICE_HOURS, calendar, startOf(from))
  // a day of rest that may end a period ends at midnight, which belongs to the day before
  return { day: dayOf(due - 1), provisional }
}

/** The latest day on which a period of `days` can begin so that it is full before `until`. */
export function latestStart(until: CivilDay, days: number, calendar: Calendar): Due {
  let from = addDays(until, -days - 1)
  let end = periodEnd(from, days, calendar)
  while (end.day >= until) {
    from = addDays(from, -1)
    end = periodEnd(from, days, calendar)
  }
  return { day: from, provisional: end.provisional }
}

/** So many years after a day: the same day of that year, 28 February where there is none. Source: 民法典第二百零二条. */
export function yearsAfter(day: CivilDay, years: number): CivilDay {
  const [year, rest] = [Number(day.slice(0, 4)) + years, day.slice(5)]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${String(year).padStart(4, '0')}-${rest === '02-29' && !leap ? '02-28' : rest}`
}

/** So many months before a day: the same day of that month, or its last where there is none such. */
export function monthsBefore(day: CivilDay, months: number): CivilDay {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  const first = (n: number): CivilDay => `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}-01`
  const wanted = addDays(first(count), Number(day.slice(8)) - 1)
  return wanted < first(count + 1) ? wanted : addDays(first(count + 1), -1)
}

/** Whole days from one day to a later one. */
export const daysBetween = (from: CivilDay, to: CivilDay): number => Math.round((startOf(to) - startOf(from)) / 86_400_000)

/** The first moment of a day as ISO time, for refusals that say from when. */
export const momentOf = (day: CivilDay): string => `${day}T00:00:00+08:00`
