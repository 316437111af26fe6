/** When an organisation is on duty: a week of spans, several a day where there is a lunch break. */
import type { Said, Source } from '../../../kit/pure.ts'
import type { OrgKind, StationKind, UtilityKind } from '../orgs.ts'
import { dayFact, isWorkingDay, type Calendar } from './calendar.ts'
import { weekday, type CivilDay } from './days.ts'

/** A stretch of a day in minutes from midnight: from, to (to is not included; 1440 is midnight at its end). */
export type DaySpan = readonly [from: number, to: number]

/** The duty hours of an organisation: seven days from Monday, spans in order. `holidays` 'closed' follows the calendar, 'open' does not. */
export type DutyHours = {
  readonly id: string
  readonly name: Said
  readonly week: readonly (readonly DaySpan[])[]
  readonly holidays: 'closed' | 'open'
  readonly source: Source
}

const at = (hour: number, minute = 0): number => hour * 60 + minute
const office: readonly DaySpan[] = [[at(9), at(12)], [at(13, 30), at(17, 30)]]
const firm: readonly DaySpan[] = [[at(8), at(12)], [at(13, 30), at(18)]]
const whole: readonly DaySpan[] = [[0, 1440]]
const days = (worked: readonly DaySpan[], from: number, to: number): readonly (readonly DaySpan[])[] =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => (day >= from && day <= to ? worked : []))
const demo: Source = { law: '值班时间（演示）' }

/** Offices: Monday to Friday with a lunch break, closed on holidays. */
export const OFFICE_HOURS: DutyHours = { id: 'office', name: { zh: '机关上班时间', en: 'Office hours' }, week: days(office, 0, 4),
  holidays: 'closed', source: demo }
/** Property companies: every day of the week, on holidays too. */
export const FIRM_HOURS: DutyHours = { id: 'firm', name: { zh: '物业服务时间', en: 'Property company hours' }, week: days(firm, 0, 6),
  holidays: 'open', source: demo }
/** Police, fire and rescue, and who mends what bursts: always. */
export const ROUND_THE_CLOCK: DutyHours = { id: 'always', name: { zh: '全天值守', en: 'Round the clock' }, week: days(whole, 0, 6),
  holidays: 'open', source: demo }

/** The hours that exist without being entered. */
export const STANDARD_HOURS: readonly DutyHours[] = [OFFICE_HOURS, FIRM_HOURS, ROUND_THE_CLOCK]

const ALWAYS_THERE: readonly (StationKind | UtilityKind)[] = ['police', 'fire', 'water', 'gas', 'power']

/** The standard hours of a kind of organisation, until it has hours of its own. [W3] */
export function hoursOfKind(kind: OrgKind, stationKind: StationKind | UtilityKind | null): DutyHours {
  if (stationKind !== null && ALWAYS_THERE.includes(stationKind)) return ROUND_THE_CLOCK
  return kind === 'firm' ? FIRM_HOURS : OFFICE_HOURS
}

/**
 * The spans of duty on a day. Closed on holidays: none on a day of rest, and on a make-up work day at a weekend Monday's, since nobody says
 * which weekday it stands for; where Monday is free, its own. [W3]
 */
export function dutyOn(hours: DutyHours, calendar: Calendar, day: CivilDay): readonly DaySpan[] {
  const own = hours.week[weekday(day)] ?? []
  if (hours.holidays === 'open') return own
  if (!isWorkingDay(calendar, day)) return dayFact(calendar, day) === undefined ? own : []
  const monday = hours.week[0] ?? []
  return weekday(day) >= 5 && monday.length > 0 ? monday : own
}
