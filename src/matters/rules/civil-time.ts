import { civilDay } from '../../kit/pure.ts'

/** A civil time as it stood in a file: no zone, no clock. `time` is null where the file gave none. */
export type Civil = { readonly date: string; readonly time: string | null; readonly form: 'written' | 'digits' | 'serial' }

const two = (n: number): string => String(n).padStart(2, '0')
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOf = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0

/** 'YYYY-MM-DD' of a year, month and day of the calendar, or null when there is no such day or it lies outside 1900–2199. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** 'HH:MM:SS', or null when there is no such time of day. */
export const timeOf = (hour: number, minute: number, second: number): string | null =>
  hour <= 23 && minute <= 59 && second <= 59 ? `${two(hour)}:${two(minute)}:${two(second)}` : null

/** A time of day without signs between, as `1530`, `930`, `004700` or `000400.0`; null when it is none. */
export function clockDigits(text: string): string | null {
  const digits = /^([0-9]{1,6})(?:\.0+)?$/.exec(text.trim())?.[1]
  if (!digits) return null
  const padded = digits.length > 4 ? digits.padStart(6, '0') : `${digits.padStart(4, '0')}00`
  return timeOf(Number(padded.slice(0, 2)), Number(padded.slice(2, 4)), Number(padded.slice(4)))
}

/** Days from 1899-12-30, which a spreadsheet counts as 0, to 1970-01-01. */
const DAYS_TO_1970 = 25_569

/** The day that a spreadsheet's serial number means (1 = 1900-01-01 by its habit, 60 never was), with the time of its fraction to the second. */
function fromSerial(serial: number): Civil | null {
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const [year = 0, month = 0, day = 0] = civilDay(days - DAYS_TO_1970).split('-').map(Number)
  const date = dateOf(year, month, day)
  const rest = seconds - days * 86_400
  return date ? { date, time: timeOf(Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60), form: 'serial' } : null
}

const WRITTEN = /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[T ]+([0-9]{1,2})[:时]([0-9]{1,2})(?:[:分]([0-9]{1,2})(?:\.[0-9]+)?秒?)?)?$/

/**
 * Reads a civil time as files write it: `2019/6/20 10:55:18`, `2019-06-20`, `2019年6月20日`, `20240713`, `20240713153000`, and a spreadsheet's
 * serial number as `43419.6717`. Null when it is none of these or there is no such day.
 */
export function readCivil(text: string): Civil | null {
  const plain = text.normalize('NFKC').trim()
  const [, y, m, d, h, min, s] = WRITTEN.exec(plain) ?? []
  if (y) {
    const date = dateOf(Number(y), Number(m), Number(d))
    const time = h === undefined ? null : timeOf(Number(h), Number(min), Number(s ?? 0))
    return date && (h === undefined || time) ? { date, time, form: 'written' } : null
  }
  const [, day, clock] = /^([0-9]{8})([0-9]{4}|[0-9]{6})?$/.exec(plain) ?? []
  if (day) {
    const date = dateOf(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6)))
    const time = clock ? clockDigits(clock) : null
    return date && (!clock || time) ? { date, time, form: 'digits' } : null
  }
  return /^[1-9][0-9]{4}(?:\.[0-9]+)?$/.test(plain) ? fromSerial(Number(plain)) : null
}
