/** Which days are worked: Monday to Friday, save what the State Council's yearly notice or a place's own entry says. */
import type { Said, Source } from '../../../kit/pure.ts'
import { weekday, type CivilDay } from './days.ts'

/** What a calendar says of a day that is not as its weekday: worked or not, the holiday's name, and the notice. */
export type DayFact = { readonly work: boolean; readonly name: Said; readonly source: Source }

/**
 * How the end of a period of natural days is read, from a day on. `endOnHolidayMovesOn`: an end on a day of rest moves to the next working day.
 * `weekendIsHoliday`: Saturday and Sunday are such days too; the law says 法定休假日, which is commonly read so. A lawyer settles it, hence a switch.
 */
export type Reading = { readonly validFrom: CivilDay; readonly endOnHolidayMovesOn: boolean; readonly weekendIsHoliday: boolean
  readonly source: Source }

/** Exceptions from Monday to Friday, the years whose holidays are published, and how ends of periods are read. */
export type Calendar = {
  readonly id: string
  readonly days: Readonly<Record<CivilDay, DayFact>>
  readonly published: readonly number[]
  readonly readings?: readonly Reading[]
}

/** One entry of a place's own calendar. */
export type CalendarEntry = { readonly day: CivilDay } & DayFact

const READINGS: readonly Reading[] = [
  { validFrom: '2021-01-01', endOnHolidayMovesOn: true, weekendIsHoliday: true, source: { law: '民法典', article: '第二百零三条' } },
]

/** The reading that holds for a period that starts on a day; before the first one, the first. [W6] */
export function readingOn(calendar: Calendar, day: CivilDay): Reading {
  const readings = calendar.readings ?? READINGS
  const held = readings.filter(({ validFrom }) => validFrom <= day).at(-1) ?? readings[0] ?? READINGS[0]
  if (held === undefined) throw new Error('a calendar without a reading')
  return held
}

/** What the calendar says of a day that is not as its weekday; undefined for an ordinary one. [W1] */
export const dayFact = (calendar: Calendar, day: CivilDay): DayFact | undefined => calendar.days[day]

/** True for a working day: Monday to Friday and make-up days, without holidays. [W1] */
export const isWorkingDay = (calendar: Calendar, day: CivilDay): boolean => dayFact(calendar, day)?.work ?? weekday(day) < 5

/** From this day on a year's end may belong to the New Year of the next year's notice, as 29 to 31 December 2018 did. */
const NEXT_NOTICE_FROM = '12-26'

/** True when what the calendar says of a day can still change, because the notice that may touch it is not published. [W7] */
export function isOpenDay(calendar: Calendar, day: CivilDay): boolean {
  const year = Number(day.slice(0, 4))
  if (!calendar.published.includes(year)) return true
  return day.slice(5) >= NEXT_NOTICE_FROM && !calendar.published.includes(year + 1)
}

/** A short fingerprint of a text, so that two calendars that differ are told apart by id. FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * A calendar with a place's own entries on top (a later entry for the same day counts) and further years whose holidays are published.
 * Its id changes with its content. [W1]
 */
export function calendarWith(base: Calendar, overrides: readonly CalendarEntry[], published: readonly number[] = []): Calendar {
  if (overrides.length === 0 && published.every((year) => base.published.includes(year))) return base
  const own = overrides.map(({ day, work, name, source }) => [day, { work, name, source }] as const)
  const years = [...new Set([...base.published, ...published])].sort((a, b) => a - b)
  return { ...base, id: `${base.id}+${fingerprint(JSON.stringify([own, years]))}`, days: { ...base.days, ...Object.fromEntries(own) },
    published: years }
}
