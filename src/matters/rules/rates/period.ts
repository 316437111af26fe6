import { civilDay } from '../../../kit/pure.ts'
import { dateOf } from '../civil-time.ts'
import type { RatePack } from './pack.ts'

/** An assessment month: its name 'YYYY-MM', and its first and last civil day in Shanghai, both included. */
export type Period = { readonly month: string; readonly first: string; readonly last: string }

const DAY_MS = 86_400_000
/** Shanghai is eight hours ahead of UTC all year. */
const AHEAD_MS = 8 * 3_600_000
const two = (n: number): string => String(n).padStart(2, '0')

/** The civil day in Shanghai of a moment in epoch milliseconds. */
export const dayAt = (at: number): string => civilDay(Math.floor((at + AHEAD_MS) / DAY_MS))

/** The month `by` months after 'YYYY-MM'. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + by
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}`
}

const lastOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return dateOf(year, number, [31, 30, 29].find(day => dateOf(year, number, day) !== null) ?? 28) ?? `${month}-28`
}

/** The assessment month of a name. One that begins on the 19th ends on the 18th of the month that it is named after. */
export function periodOfMonth(month: string, pack: RatePack): Period {
  const starts = pack.values.monthStartsOn
  return starts === 1 ? { month, first: `${month}-01`, last: lastOf(month) }
    : { month, first: `${monthAfter(month, -1)}-${two(starts)}`, last: `${month}-${two(starts - 1)}` }
}

/** The assessment month of a moment in epoch milliseconds [R2]: the 18th 23:59 and the 19th 00:00 lie in different ones. */
export function periodOf(at: number, pack: RatePack): Period {
  const day = dayAt(at)
  const late = pack.values.monthStartsOn > 1 && Number(day.slice(8)) >= pack.values.monthStartsOn
  return periodOfMonth(monthAfter(day.slice(0, 7), late ? 1 : 0), pack)
}
