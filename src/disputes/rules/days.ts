import { civilDay } from '../../kit/pure.ts'

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000
const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}
const two = (n: number): string => String(n).padStart(2, '0')
const lengthOf = (year: number, month: number): number =>
  month === 2 ? ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Whole days from 1970-01-01 to a civil day 'YYYY-MM-DD'. */
export function daysOf(day: string): number {
  const [y, month, date] = parts(day)
  const year = month <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

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
