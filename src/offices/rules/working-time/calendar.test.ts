import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays, calendarWith, dayFact, dayOf, dutyOn, FIRM_HOURS, hoursOfKind, isOpenDay, isWorkingDay, NATIONAL_CALENDAR, OFFICE_HOURS, ROUND_THE_CLOCK,
  startOf, weekday,
} from './index.ts'

const everyDay = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

test('[W1] the days are those of the Gregorian calendar, in Shanghai', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
    const day = new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(dayOf(date.getTime())).toBe(day)
    expect(startOf(day)).toBe(Date.parse(`${day}T00:00:00+08:00`))
    expect(weekday(day)).toBe((new Date(day).getUTCDay() + 6) % 7)
    expect(addDays(addDays(day, 45), -45)).toBe(day)
  }))
})

test('[W1] every day from 2016 to 2026 is worked or not as the library chinese-days says', () => {
  const days = everyDay('2016-01-01', '2026-12-31')
  expect(days.length).toBe(4018)
  expect(days.filter((day) => isWorkingDay(NATIONAL_CALENDAR, day) !== chineseDays.isWorkday(day))).toEqual([])
})

const given = path.resolve(import.meta.dirname, '../../../../../shared/data/holidays')
const listed = existsSync(given) ? readdirSync(given).filter((name) => name.endsWith('.json')) : []
if (listed.length === 0) console.warn('skipped: no list of holidays in ../shared/data/holidays')

test.skipIf(listed.length === 0)('[W1] every day of the given lists of holidays is right, and so is every other day of their years', () => {
  const off = new Map<string, boolean>()
  for (const name of listed) {
    const year: { days: { date: string; isOffDay: boolean }[] } = JSON.parse(readFileSync(path.join(given, name), 'utf8'))
    for (const { date, isOffDay } of year.days) off.set(date, isOffDay)
  }
  expect(off.size).toBeGreaterThan(200)
  expect([...off].filter(([day, isOff]) => isWorkingDay(NATIONAL_CALENDAR, day) === isOff)).toEqual([])
  const ordinary = everyDay('2016-01-01', '2022-12-31').filter((day) => !off.has(day))
  expect(ordinary.filter((day) => isWorkingDay(NATIONAL_CALENDAR, day) !== weekday(day) < 5)).toEqual([])
})

test('[W1] each exception names its holiday and the notice it comes from, also those that were changed afterwards', () => {
  expect(dayFact(NATIONAL_CALENDAR, '2026-10-10')).toEqual({ work: true, name: { zh: '国庆节', en: 'National Day' },
    source: { law: '国务院办公厅关于2026年部分节假日安排的通知' } })
  expect(dayFact(NATIONAL_CALENDAR, '2018-12-29')?.source.law).toContain('2019年部分节假日')
  expect(dayFact(NATIONAL_CALENDAR, '2020-01-31')?.source.law).toContain('延长2020年春节假期')
  expect(dayFact(NATIONAL_CALENDAR, '2026-11-20')).toBeUndefined()
})

test('[W1] a place enters days of its own, and the calendar is another one then', () => {
  const flood = { day: '2026-11-23', work: false, name: { zh: '台风停工', en: 'typhoon' }, source: { law: '区防汛办通知（演示）' } }
  const own = calendarWith(NATIONAL_CALENDAR, [flood], [2027])
  expect([isWorkingDay(NATIONAL_CALENDAR, '2026-11-23'), isWorkingDay(own, '2026-11-23')]).toEqual([true, false])
  expect(own.id).not.toBe(NATIONAL_CALENDAR.id)
  expect(calendarWith(NATIONAL_CALENDAR, [{ ...flood, work: true }]).id).not.toBe(calendarWith(NATIONAL_CALENDAR, [flood]).id)
  expect(calendarWith(NATIONAL_CALENDAR, [])).toBe(NATIONAL_CALENDAR)
})

test('[W7] 2027 is open until its holidays are published, and so are the last days of 2026, which its New Year may touch', () => {
  expect(['2026-12-25', '2026-12-26', '2026-12-31', '2027-01-01', '2027-06-15'].map((day) => isOpenDay(NATIONAL_CALENDAR, day)))
    .toEqual([false, true, true, true, true])
  const own = calendarWith(NATIONAL_CALENDAR, [], [2027])
  expect(['2026-12-31', '2027-06-15', '2027-12-31'].map((day) => isOpenDay(own, day))).toEqual([false, false, true])
})

test('[W3] offices keep holidays and Monday’s hours on a make-up Saturday; a firm comes every day; the police always are there', () => {
  const on = (day: string) => [OFFICE_HOURS, FIRM_HOURS, ROUND_THE_CLOCK].map((hours) => dutyOn(hours, NATIONAL_CALENDAR, day).length)
  expect(on('2026-11-20')).toEqual([2, 2, 1])
  expect(on('2026-10-01')).toEqual([0, 2, 1])
  expect(on('2026-10-10')).toEqual([2, 2, 1])
  const shortMonday = { ...OFFICE_HOURS, week: [[[600, 660]], ...OFFICE_HOURS.week.slice(1)] as const }
  expect(dutyOn(shortMonday, NATIONAL_CALENDAR, '2026-10-10')).toEqual([[600, 660]])
  const freeMonday = { ...OFFICE_HOURS, week: [[], ...OFFICE_HOURS.week.slice(1, 5), [[540, 720]], []] as const }
  expect(dutyOn(freeMonday, NATIONAL_CALENDAR, '2026-10-10')).toEqual([[540, 720]])
  expect(hoursOfKind('station', 'police')).toBe(ROUND_THE_CLOCK)
  expect([hoursOfKind('station', 'market'), hoursOfKind('firm', null), hoursOfKind('community', null)])
    .toEqual([OFFICE_HOURS, FIRM_HOURS, OFFICE_HOURS])
})
