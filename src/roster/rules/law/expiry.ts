/** When data have had their time. Days 'YYYY-MM-DD'. [RO66] */
import { fieldRule, type DwellerField } from '../fields.ts'

/** The same day so many months later; the last day of the month where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const at = year * 12 + (month - 1) + months
  const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1]
  const leap = inYear % 4 === 0 && (inYear % 100 !== 0 || inYear % 400 === 0)
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][inMonth - 1] ?? 30
  return `${String(inYear).padStart(4, '0')}-${String(inMonth).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}

/** First day on which a value of a field is deleted, when the tie ended on `until`. The law says: the shortest time (art. 19). */
export const expiresOn = (field: DwellerField, until: string): string => monthsLater(until, fieldRule(field).months)

/** Fields and the day before which a tie must have ended for their values to be deleted today: what the job asks the database for. */
export function cutOffs(fields: readonly DwellerField[], today: string): readonly { readonly field: DwellerField; readonly endedBefore: string }[] {
  return fields.map((field) => {
    let day = monthsLater(today, -fieldRule(field).months)
    // a month's end may be the expiry of several days: take the last day that has expired
    while (expiresOn(field, nextDay(day)) <= today) day = nextDay(day)
    return { field, endedBefore: nextDay(day) }
  })
}

function nextDay(day: string): string {
  const [month, date] = [day.slice(0, 7), Number(day.slice(8, 10))]
  const next = `${month}-${String(date + 1).padStart(2, '0')}`
  return monthsLater(next, 0) === next ? next : `${monthsLater(`${month}-01`, 1)}`
}
