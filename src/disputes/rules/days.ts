import { civilDay, daysOf } from '../../kit/pure.ts'

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000
const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}
const two = (n: number): string => String(n).padStart(2, '0')
const lengthOf = (year: number, month: number): number =>
  month === 2 ? ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** `count` days after a civil day. */
export const daysAfter = (day: string, count: number): string => civilDay(daysOf(day) + count)

/**
 * The last day of a month that begins after `day`: the same day of the next month, or its last day where there is none such.
 * Source: 《民法典》第二百零一条、第二百零二条.
 */
export function monthAfter(day: string): string {
  const [year, month, date] = parts(day)
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${y}-${two(m)}-${two(Math.min(date, lengthOf(y, m)))}`
}

/** The civil day in Shanghai at a moment (epoch milliseconds). */
export const dayAt = (at: number): string => civilDay(Math.floor((at + SHANGHAI) / DAY))

/** The moment at which a civil day is over in Shanghai, or some hours later. */
export const endOf = (day: string, hours = 0): number => (daysOf(day) + 1) * DAY - SHANGHAI + hours * 3_600_000
