/** Words that pure rules, the server and pages share. Nothing here touches a clock, the network or the machine. */

/** Where a rule comes from: a law, a local measure, a paper or a habit, with its article where it has one. */
export type Source = { readonly law: string; readonly article?: string }

/** A sentence in both languages of the screens. */
export type Said = { readonly zh: string; readonly en: string }

/** Why something may not be done: a value, never an exception. `rule` is the number in the capability's README, as 'M4'. */
export type Refusal = {
  readonly code: string
  readonly rule: string
  readonly explain: Said
  readonly source?: Source
  /** When it will become possible, as an ISO time, where that is known. */
  readonly from?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** A good result. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** A refusal as a result. */
export const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })

const padded = (n: number, width: number): string => String(n).padStart(width, '0')

/** The civil date 'YYYY-MM-DD' that lies `days` whole days after 1970-01-01 (negative: before it), in the Gregorian calendar, from the year 0 on. */
export function civilDay(days: number): string {
  // counted from 0000-03-01, so that the leap day is the last of its year; an era is 400 years
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const year = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1
  return `${padded(year + era * 400 + (month >= 10 ? 1 : 0), 4)}-${padded(month < 10 ? month + 3 : month - 9, 2)}-${padded(day, 2)}`
}

/** Whole days from 1970-01-01 to a civil day 'YYYY-MM-DD': what `civilDay` makes the day of. */
export function daysOf(day: string): number {
  const [y = 0, month = 0, date = 0] = day.split('-').map(Number)
  const year = month <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A civil day as a sentence says it, without its year: '10月4日', '4 October'. */
export function saidDay(day: string): Said {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  return { zh: `${month}月${date}日`, en: `${date} ${MONTHS[month - 1] ?? ''}` }
}
