export { addDays, dayOf, startOf, weekday, type CivilDay } from './days.ts'
export {
  calendarWith, dayFact, isOpenDay, isWorkingDay, type Calendar, type CalendarEntry,
} from './calendar.ts'
export {
  dutyOn, FIRM_HOURS, hoursOfKind, OFFICE_HOURS, ROUND_THE_CLOCK, STANDARD_HOURS, type DaySpan, type DutyHours,
} from './hours.ts'
export { NATIONAL_CALENDAR } from './national.ts'
export type { ClockEntry, Pace, Time } from './ledger.ts'
export { budgetOf } from './count.ts'
export { dueAfter, elapsed, noticeAt, replay, warnAt } from './replay.ts'
export { NO_PARTS, timeOf, type OwnHours, type TimeParts } from './time.ts'
export { explain, explainPace } from './explain.ts'
export type { Explanation, Step } from './explanation.ts'
export { readNotice, type NoticeDay } from './notice.ts'
export { checkDay, checkHours, checkYear, mayKeepTime, notTheKeeper } from './keeping.ts'
