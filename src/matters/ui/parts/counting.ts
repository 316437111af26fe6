/** Until when something is before it is sent, counted as the server will count it. */
import { explain, NATIONAL_CALENDAR, OFFICE_HOURS, ROUND_THE_CLOCK, STANDARD_HOURS, type Explanation, type Pace,
  type Time } from '../../../offices/rules/index.ts'
import { useTime } from '../../../offices/ui/parts/time.ts'

/** The national calendar and standard hours: what counts until the district's own are known. */
const STANDARD: Time = { calendar: NATIONAL_CALENDAR, hoursOf: (id) => STANDARD_HOURS.find((hours) => hours.id === id) ?? OFFICE_HOURS,
  hoursIdOf: () => OFFICE_HOURS.id }

/** `org`: who gets it, whose hours count; null while nobody is chosen. `from` in epoch milliseconds. */
export type Count = (pace: Pace, org: string | null, from: number) => Explanation

/** Counts by the calendar of the district and the hours of who gets it; minutes and hours run round the clock. [M18] */
export function useCounting(): Count {
  const time = useTime() ?? STANDARD
  return (pace, org, from) => {
    const hours = pace.unit === 'minute' || pace.unit === 'hour' ? ROUND_THE_CLOCK.id : org === null ? OFFICE_HOURS.id : time.hoursIdOf(org)
    return explain([{ at: from, kind: 'start', pace, hours, why: 'preview' }], time)
  }
}
