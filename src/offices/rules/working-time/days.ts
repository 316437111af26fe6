/** Civil days in Shanghai as whole numbers. The zone is eight hours ahead of UTC all year, so that plain arithmetic is exact (since 1991). */
import { civilDay } from '../../../kit/pure.ts'

/** A civil day in Shanghai, as '2026-11-20'. */
export type CivilDay = string

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
const ZONE_MS = 8 * 3_600_000

/** Days from 1970-01-01 to the Shanghai day in which a moment (epoch ms) lies. */
export const dayNumberAt = (ms: number): number => Math.floor((ms + ZONE_MS) / DAY_MS)

/** The moment (epoch ms) at which a numbered day begins in Shanghai. */
export const startOfNumber = (n: number): number => n * DAY_MS - ZONE_MS

/** Days from 1970-01-01 to a civil day. Counted from March, so that the leap day is the last of its year. */
export function dayNumber(day: CivilDay): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const shifted = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear - 719_468
}

/** 0 for Monday to 6 for Sunday, of a numbered day. */
export const weekdayOfNumber = (n: number): number => (((n + 3) % 7) + 7) % 7

/** The civil day in Shanghai at a moment (epoch ms). */
export const dayOf = (ms: number): CivilDay => civilDay(dayNumberAt(ms))

/** The moment (epoch ms) at which a civil day begins in Shanghai. */
export const startOf = (day: CivilDay): number => startOfNumber(dayNumber(day))

/** The civil day so many days later (negative: earlier). */
export const addDays = (day: CivilDay, days: number): CivilDay => civilDay(dayNumber(day) + days)

/** 0 for Monday to 6 for Sunday. */
export const weekday = (day: CivilDay): number => weekdayOfNumber(dayNumber(day))
