/** Calendar and duty hours of a district put together from what is stored, the same on the server and on pages. */
import { calendarWith, type CalendarEntry } from './calendar.ts'
import type { CivilDay } from './days.ts'
import { OFFICE_HOURS, STANDARD_HOURS, type DutyHours } from './hours.ts'
import type { Time } from './ledger.ts'
import { NATIONAL_CALENDAR } from './national.ts'

/** One version of an organisation's own hours, from a day on until the next version. `id` names the version. */
export type OwnHours = DutyHours & { readonly org: string; readonly validFrom: CivilDay }

/** What a district has entered: days, published years, hours of its own; and the standard hours of each organisation, by id. */
export type TimeParts = {
  readonly days: readonly CalendarEntry[]
  readonly years: readonly number[]
  readonly hours: readonly OwnHours[]
  readonly standard: Readonly<Record<string, string>>
}

/** Nothing entered: the national calendar and the standard hours. */
export const NO_PARTS: TimeParts = { days: [], years: [], hours: [], standard: {} }

/** The time of a district on a day: the latest version of hours that is valid then counts for each organisation. [W1] [W3] */
export function timeOf(parts: TimeParts, today: CivilDay): Time {
  const byId = new Map<string, DutyHours>([...STANDARD_HOURS, ...parts.hours].map((hours) => [hours.id, hours]))
  const current = new Map<string, OwnHours>()
  for (const hours of parts.hours) {
    const before = current.get(hours.org)
    if (hours.validFrom <= today && (before === undefined || before.validFrom <= hours.validFrom)) current.set(hours.org, hours)
  }
  return {
    calendar: calendarWith(NATIONAL_CALENDAR, parts.days, parts.years),
    hoursOf: (id) => (id === undefined ? undefined : byId.get(id)) ?? OFFICE_HOURS,
    hoursIdOf: (org) => current.get(org)?.id ?? parts.standard[org] ?? OFFICE_HOURS.id,
  }
}
