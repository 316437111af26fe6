export { addDays, dayOf, startOf, weekday, type CivilDay } from './days.ts'
export {
  calendarWith, dayFact, isOpenDay, isWorkingDay, readingOn, type Calendar, type CalendarEntry, type DayFact, type Reading,
} from './calendar.ts'
export {
  dutyOn, FIRM_HOURS, hoursOfKind, OFFICE_HOURS, ROUND_THE_CLOCK, STANDARD_HOURS, type DaySpan, type DutyHours,
} from './hours.ts'
export { NATIONAL_CALENDAR } from './national.ts'
export type { ClockEntry, Pace, Time } from './ledger.ts'
export { budgetOf } from './count.ts'
export { dueAfter, elapsed, noticeAt, replay, warnAt, type Clock } from './replay.ts'
export { NO_PARTS, timeOf, type OwnHours, type TimeParts } from './time.ts'
export { explain, explainPace, type Explanation, type Step } from './explain.ts'
export { sayPace } from './explain-words.ts'
export { readNotice, type NoticeDay } from './notice.ts'
export { checkDay, checkHours, checkYear, mayKeepTime, notTheKeeper } from './keeping.ts'
