/** How dates, numbers of papers and levels are written on Chinese papers (GB/T 9704-2012, 7.3). */

const ten = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A whole number from 1 to 99 in Chinese: 12 is 十二. Larger ones stay in figures. */
export function inChinese(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  return `${tens === 0 ? '' : `${tens === 1 ? '' : ten[tens]}十`}${ten[n % 10] ?? ''}`
}

/** The civil day 'YYYY-MM-DD' as papers write it: full year, no leading zero (2026年1月5日). */
export function civilDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** The civil moment 'YYYY-MM-DDTHH:mm' as papers write it: 2026年1月5日9:05. */
export function civilMoment(moment: string): string {
  const [day = '', time = ''] = moment.split('T')
  const [hour = '', minute = ''] = time.split(':')
  return time === '' ? civilDate(day) : `${civilDate(day)}${Number(hour)}:${minute}`
}

/** 发文字号: abbreviation of the issuer, year in six-angle brackets, running number without 第 and without a leading zero. */
export const paperNumber = (issuer: string, year: number, n: number): string => `${issuer}〔${year}〕${n}号`

/** Counts the four levels of one paper: a new point at a level starts the deeper ones again. */
export function levels(): (level: 1 | 2 | 3 | 4) => string {
  let at: readonly number[] = []
  return (level) => {
    const n = (at[level - 1] ?? 0) + 1
    at = [0, 1, 2, 3].map((deep) => (deep === level - 1 ? n : deep < level ? at[deep] ?? 0 : 0))
    if (level === 1) return `${inChinese(n)}、`
    if (level === 2) return `（${inChinese(n)}）`
    return level === 3 ? `${n}.` : `（${n}）`
  }
}

/** 附件：1. …, one line each; a single one has no number. The first line carries the label, the others stand under its text. */
export const attachmentLines = (names: readonly string[]): readonly string[] =>
  names.map((name, at) => `${at === 0 ? '附件：' : '　　　'}${names.length > 1 ? `${at + 1}. ` : ''}${name}`)
