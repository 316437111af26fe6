/** How long something may take, in words. Knows no calendar, so that a page that only says it stays light. */
import type { Pace } from '../../../offices/rules/index.ts'

const UNITS: Readonly<Record<Pace['unit'], { readonly zh: string; readonly one: string; readonly many: string }>> = {
  minute: { zh: '分钟', one: 'minute', many: 'minutes' }, hour: { zh: '小时', one: 'hour', many: 'hours' },
  working_hour: { zh: '个工作小时', one: 'working hour', many: 'working hours' }, day: { zh: '天', one: 'day', many: 'days' },
  working_day: { zh: '个工作日', one: 'working day', many: 'working days' },
}

/** A pace in words: 4个工作小时, 5 working days. */
export const paceWord = ({ amount, unit }: Pace, lang: 'zh' | 'en'): string =>
  (lang === 'zh' ? `${amount}${UNITS[unit].zh}` : `${amount} ${amount === 1 ? UNITS[unit].one : UNITS[unit].many}`)
