/** Who keeps the calendar and the duty hours, and what may be entered. */
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import type { CivilDay } from './days.ts'
import type { DaySpan } from './hours.ts'

const KEEPERS: readonly string[] = ['street_director', 'street_office_head']

/** Kinds of post that keep calendar and hours: the street's director and heads of office. [W14] */
export const mayKeepTime = (postKind: string | null): boolean => postKind !== null && KEEPERS.includes(postKind)

/** Why others may not. */
export const notTheKeeper: Refusal = { code: 'not_the_keeper', rule: 'W14',
  explain: { zh: '日历和值班时间由街道办事处主任和科室负责人来改。', en: "The street's director and heads of office keep the calendar and the hours." } }

/** A day may be entered from today on: what was counted before stays as it was. [W14] */
export function checkDay(day: CivilDay, today: CivilDay): Result<true> {
  return day >= today ? ok(true) : refuse({ code: 'day_has_passed', rule: 'W14', from: today,
    explain: { zh: '这一天已经过去，按它算过的时间不再改。', en: 'This day has passed: what was counted by it stays.' } })
}

/** A year may be published once, with a day of rest at least in it or just before. [W14] */
export function checkYear(year: number, known: readonly number[], days: readonly { readonly day: CivilDay; readonly work: boolean }[]): Result<true> {
  if (known.includes(year)) {
    return refuse({ code: 'year_is_published', rule: 'W14',
      explain: { zh: `${String(year)}年的放假安排已经有了，要改就改那一天。`, en: `The holidays of ${String(year)} are entered already: change single days.` } })
  }
  const outside = days.some(({ day }) => day < `${String(year - 1)}-12-01` || day > `${String(year)}-12-31`)
  if (outside || !days.some(({ day, work }) => !work && day.startsWith(String(year)))) {
    return refuse({ code: 'year_without_holidays', rule: 'W14',
      explain: { zh: `没有看到${String(year)}年的放假日子，请贴上通知的正文。`, en: `No holidays of ${String(year)} were found: paste the text of the notice.` } })
  }
  return ok(true)
}

const inOrder = (spans: readonly DaySpan[]): boolean => spans.every(([from, to], i) =>
  Number.isInteger(from) && Number.isInteger(to) && from < to && to <= 1440 && from >= (spans[i - 1]?.[1] ?? 0))

/** Hours need seven days, spans in order that do not overlap, and some time at all; and they begin today or later. [W14] */
export function checkHours(week: readonly (readonly DaySpan[])[], validFrom: CivilDay, today: CivilDay): Result<true> {
  if (week.length !== 7 || !week.every(inOrder)) {
    return refuse({ code: 'hours_wrong', rule: 'W14',
      explain: { zh: '时间段要从早到晚，前后不重叠。', en: 'The spans of a day go from early to late and do not overlap.' } })
  }
  // two days of rest can hide the only day of duty for long; one span of a working day never waits longer than a holiday
  if (!week.slice(0, 5).some((spans) => spans.length > 0)) {
    return refuse({ code: 'hours_empty', rule: 'W14',
      explain: { zh: '周一到周五至少要有一段值班时间。', en: 'There has to be some duty between Monday and Friday.' } })
  }
  return checkDay(validFrom, today)
}
