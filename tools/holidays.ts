// `npm run holidays` writes the pack of holidays from the library chinese-days: run it when the library has the next year's notice.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { addDays, dayNumber } from '../src/offices/rules/working-time/days.ts'

const FIRST_YEAR = 2016
const SIGN: Readonly<Record<string, string>> = { 元旦: '元', 春节: '春', 清明: '清', 劳动节: '劳', 端午: '端', 中秋: '中', 国庆节: '国' }
const target = path.join(import.meta.dirname, '../src/offices/rules/working-time/holidays.gen.ts')

type Days = Readonly<Record<string, string>>
const library = createRequire(import.meta.url).resolve('chinese-days')
// the library's own file: day → 'English,中文,days of the holiday by law'
const read: { holidays: Days; workdays: Days } = JSON.parse(readFileSync(path.join(path.dirname(library), 'chinese-days.json'), 'utf8'))

/** The year of the notice that decides a day: the end of December belongs to New Year. */
const noticeOf = (day: string, name: string): number => Number(day.slice(0, 4)) + (name === '元旦' && day.slice(5, 7) === '12' ? 1 : 0)

function ranges(year: number, days: readonly string[]): string {
  const short = (day: string): string => `${Number(day.slice(0, 4)) < year ? '<' : ''}${day.slice(5, 7)}${day.slice(8)}`
  const runs: string[][] = []
  for (const day of [...days].sort()) {
    const run = runs.at(-1)
    if (run !== undefined && addDays(run.at(-1) ?? '', 1) === day) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => (run.length === 1 ? short(run[0] ?? '') : `${short(run[0] ?? '')}-${short(run.at(-1) ?? '')}`)).join(',')
}

const named = (days: Days) => Object.entries(days).map(([day, text]) => ({ day, name: text.split(',')[1] ?? '' }))
const [off, worked] = [named(read.holidays), named(read.workdays)]
const years = [...new Set([...off, ...worked].map(({ day, name }) => noticeOf(day, name)))].filter((year) => year >= FIRST_YEAR).sort()
const lines = years.map((year) => {
  const within = (all: typeof off) => all.filter(({ day, name }) => noticeOf(day, name) === year)
  const names = [...new Set(within(off).sort((a, b) => dayNumber(a.day) - dayNumber(b.day)).map(({ name }) => name))]
  const groups = names.map((name) => {
    const [rest, makeUp] = [off, worked].map((all) => ranges(year, within(all).filter((one) => one.name === name).map(({ day }) => day)))
    const sign = SIGN[name]
    if (sign === undefined) throw new Error(`no sign for ${name}`)
    return `${sign}${rest}${makeUp ? `/${makeUp}` : ''}`
  })
  return `  '${year}': '${groups.join(' ')}',`
})

const said = 'Written by tools/holidays.ts from the library chinese-days: year of the notice → holidays and, after a stroke, make-up work days.'
writeFileSync(target, `/** ${said} */
export const HOLIDAYS: Readonly<Record<string, string>> = {
${lines.join('\n')}
}
`)
