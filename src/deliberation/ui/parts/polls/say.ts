/** Days, numbers and shares on the pages of polls. */
import { dayOf, now, type Lang } from '../../../../ui-kit/index.ts'

/** 'YYYY-MM-DD' in words: '12月5日', '5 Dec'. */
export const sayDay = (day: string, lang: Lang): string => dayOf(Date.parse(`${day}T12:00:00+08:00`), now(), lang)
/** 9,874 */
export const sayNumber = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
/** A share from 0 to 1 as a whole percentage. */
export const percent = (share: number): number => Math.round(100 * share)
