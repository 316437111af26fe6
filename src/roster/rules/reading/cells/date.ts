import { civilDay } from '../../../../kit/pure.ts'
import { dateText, isDay, packed, saysNothing, tidy } from '../text.ts'
import type { RawCell } from '../types.ts'
import { amiss, nothing, type Read } from './reading.ts'

const NUMERALS: Readonly<Record<string, string>> = { 〇: '0', 零: '0', '○': '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8',
  九: '9' }
const FIRST = 1880

/** Chinese numerals of a date as digits: '一九八五年三月四日', '二〇〇三年十二月三十一日'. */
function inDigits(text: string): string {
  return text.replace(/[〇零○一二三四五六七八九十]+(?=[年月日号])/g, (word) => {
    if (!word.includes('十')) return [...word].map((sign) => NUMERALS[sign] ?? '').join('')
    const [tens, ones] = word.split('十')
    return `${tens === '' ? '1' : NUMERALS[tens ?? ''] ?? ''}${ones === '' ? '0' : NUMERALS[ones ?? ''] ?? ''}`
  })
}

function day(year: string, month?: string, date?: string): Read<string> {
  const [y, m, d] = [Number(year), month === undefined ? undefined : Number(month), date === undefined ? undefined : Number(date)]
  if (y < FIRST || y > 2100 || m !== undefined && (m < 1 || m > 12)) return amiss('date_impossible', '')
  if (m !== undefined && d !== undefined && !isDay(y, m, d)) return amiss('date_impossible', '')
  return { value: dateText(y, m, d) }
}

/** Two figures for a year are never guessed silently: the guess is offered. */
function guess(year: string, month: string, date: string | undefined, today: string): Read<string> {
  const two = Number(year.slice(-2))
  const full = String(2000 + two <= Number(today.slice(0, 4)) ? 2000 + two : 1900 + two)
  const read = day(year.length === 4 ? year : full, month, date)
  return amiss('date_odd', read.value ?? '')
}

const EPOCH = 25_569 // 1970-01-01 as a serial of Excel, counted so that its 1900-02-29, which never was, is passed over

function serial(value: number): Read<string> {
  const whole = Math.floor(value)
  return whole > 60 && whole < 73_051 ? { value: civilDay(whole - EPOCH) } : amiss('date_odd', '')
}

function figures(text: string, today: string): Read<string> | null {
  if (/^\d{8}$/.test(text)) return day(text.slice(0, 4), text.slice(4, 6), text.slice(6))
  if (/^\d{14}$/.test(text)) return day(text.slice(0, 4), text.slice(4, 6), text.slice(6, 8))
  if (/^\d{5}$/.test(text)) return serial(Number(text))
  if (/^\d{4}$/.test(text)) return /^(?:19|20)/.test(text) ? day(text) : serial(Number(text))
  if (/^\d{6}$/.test(text)) {
    const [yyyymm, yymmdd] = [day(text.slice(0, 4), text.slice(4)), day(`19${text.slice(0, 2)}`, text.slice(2, 4), text.slice(4))]
    if (/^(?:19|20)/.test(text) && yyyymm.value !== undefined) return yymmdd.value === undefined ? yyyymm : amiss('date_odd', yyyymm.value)
    return yymmdd.value === undefined ? amiss('date_odd', '') : guess(text.slice(0, 2), text.slice(2, 4), text.slice(4), today)
  }
  return null
}

/**
 * Reads a date as rosters write it: 19850304, 1985.3.4, 1985年3月, 1985/3/4, 1985-03-04, a serial of a spreadsheet, or a year alone. Two-figure years,
 * day-first orders and lunar days are told with the likely reading, never taken. `today` is 'YYYY-MM-DD'. [RO15]
 */
export function readDate(cell: RawCell, today: string): Read<string> {
  if (saysNothing(cell.text)) return nothing
  const text = packed(inDigits(tidy(cell.text).replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, ''))).replace(/\.0$/, '')
  if (/农历|阴历|腊月|正月|初[一二三四五六七八九十]|闰/.test(text)) return amiss('date_odd', '')
  const plain = figures(text, today)
  if (plain !== null) return plain
  // A number that lost its last nought: 1985.1 may be January or October.
  if (cell.number !== undefined && /^\d{4}\.1$/.test(text)) return amiss('date_odd', text.slice(0, 4))
  if (cell.number !== undefined && /^\d{5}\.\d+$/.test(text)) return serial(cell.number)
  const full = /^(\d{4})[-./年\\](\d{1,2})(?:[-./月\\](\d{1,2})?[日号]?|月份?)?$/.exec(text)
  if (full?.[1] !== undefined && full[2] !== undefined) return day(full[1], full[2], full[3])
  const year = /^(\d{4})年?$/.exec(text)
  if (year?.[1] !== undefined) return day(year[1])
  const short = /^['’]?(\d{2})[-./年](\d{1,2})(?:[-./月](\d{1,2})?[日号]?)?$/.exec(text)
  if (short?.[1] !== undefined && short[2] !== undefined) return guess(short[1], short[2], short[3], today)
  const american = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text)
  if (american?.[1] !== undefined && american[2] !== undefined && american[3] !== undefined) return guess(american[3], american[1], american[2],
    today)
  return amiss('date_odd', '')
}

/** Whether two dates can be one: the shorter is the head of the longer. */
export const sameDay = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** The day on which somebody born then was or will be `years` old; for a year or month alone, the latest that it can be. */
function turns(born: string, years: number): string {
  const [year, month = '12', date = '31'] = born.split('-')
  return `${String(Number(year) + years).padStart(4, '0')}-${month}-${date}`
}

/** Whether somebody born then is younger than so many years on a day. The years alone answer it for nearly all. */
export const isUnder = (born: string, years: number, on: string): boolean =>
  Number(born.slice(0, 4)) + years >= Number(on.slice(0, 4)) && turns(born, years) > on
