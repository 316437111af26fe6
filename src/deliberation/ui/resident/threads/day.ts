import { dayOf, now, wall, type Lang } from '../../../../ui-kit/index.ts'

const two = (n: number): string => String(n).padStart(2, '0')
/** Today as 'YYYY-MM-DD' by the product's clock. */
export function today(): string {
  const { year, month, day } = wall(now())
  return `${year}-${two(month)}-${two(day)}`
}
/** 'YYYY-MM-DD' in words: '12月5日'; empty for null. */
export const sayDay = (day: string | null, lang: Lang): string => (day === null ? '' : dayOf(Date.parse(`${day}T12:00:00+08:00`), now(), lang))
/** The day of an ISO time in words. */
export const sayDayOf = (at: string, lang: Lang): string => dayOf(Date.parse(at), now(), lang)
/** A text in which what lies between bars is a figure. */
export const parts = (said: string): readonly { readonly text: string; readonly figure: boolean }[] => said.split('|').map((text, n) => ({ text, figure: n % 2 === 1 }))
