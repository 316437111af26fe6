/**
 * Dates, times, spans and amounts as the screens say them. Times are epoch milliseconds; everything is shown in Asia/Shanghai, which has
 * been eight hours ahead of UTC without summer time since 1991, so plain arithmetic is exact and the same in every browser.
 */
import type { Lang } from './settings.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const AHEAD = 8 * HOUR

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

type Parts = { year: number; month: number; day: number; weekday: number; hour: number; minute: number }

/** The parts of a time on the wall in Asia/Shanghai; `month` 1–12, `weekday` 0 for Sunday. */
export function wall(at: number): Parts {
  const t = new Date(at + AHEAD)
  return { year: t.getUTCFullYear(), month: t.getUTCMonth() + 1, day: t.getUTCDate(), weekday: t.getUTCDay(), hour: t.getUTCHours(),
    minute: t.getUTCMinutes() }
}

/** How many midnights lie between `from` and `to`: 0 the same day, 1 the day after, -1 the day before. */
export const daysBetween = (from: number, to: number): number => Math.floor((to + AHEAD) / DAY) - Math.floor((from + AHEAD) / DAY)

/** '16:10', '9:05'. */
export function clockTime(at: number): string {
  const { hour, minute } = wall(at)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/** '10月12日' in the year of `now`, else '2025年10月12日'; '12 Oct' or '12 Oct 2025'. */
export function dayOf(at: number, now: number, lang: Lang = 'zh'): string {
  const { year, month, day } = wall(at)
  const other = wall(now).year !== year
  return lang === 'zh' ? `${other ? `${year}年` : ''}${month}月${day}日` : `${day} ${months[month - 1]}${other ? ` ${year}` : ''}`
}

/** '9月30日 周三'; 'Wed 30 Sep'. */
export function dayAndWeekday(at: number, now: number, lang: Lang = 'zh'): string {
  const { weekday } = wall(at)
  return lang === 'zh' ? `${dayOf(at, now)} 周${weekdays[weekday]}` : `${weekdaysEn[weekday]} ${dayOf(at, now, 'en')}`
}

/** '2026年9月30日 星期三'; 'Wed 30 Sep 2026'. For mastheads and papers. */
export function wholeDay(at: number, lang: Lang = 'zh'): string {
  const { year, month, day, weekday } = wall(at)
  return lang === 'zh' ? `${year}年${month}月${day}日 星期${weekdays[weekday]}` : `${weekdaysEn[weekday]} ${day} ${months[month - 1]} ${year}`
}

const near: Record<Lang, Record<string, string>> = { zh: { '-1': '昨天', '0': '今天', '1': '明天' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' } }

/** A moment on the day that ends with it, where it is midnight: what is due at the end of the 27th is due on the 27th at 24:00. */
export const lastDay = (at: number): number => ((at + AHEAD) % DAY === 0 ? at - 1 : at)

/** '今天 16:10', '昨天 9:12', '明天 24:00', '明天 9:00', '10月12日 17:30'. What is due and what happened, wherever the day is not plain from beside it. */
export function moment(at: number, now: number, lang: Lang = 'zh'): string {
  const day = lastDay(at)
  return `${near[lang][String(daysBetween(now, day))] ?? dayOf(day, now, lang)} ${day === at ? clockTime(at) : '24:00'}`
}

/** As `moment`, but a past day of this month is short: '28日 20:06'. For the times at the right of a story. */
export function storyTime(at: number, now: number, lang: Lang = 'zh'): string {
  const [then, today] = [wall(at), wall(now)]
  const short = lang === 'zh' && daysBetween(at, now) > 1 && then.year === today.year && then.month === today.month
  return short ? `${then.day}日 ${clockTime(at)}` : moment(at, now, lang)
}

/** A length of time in its largest two units: '38分钟', '4小时50分', '3天'; '38 min', '4 h 50 min', '3 days'. Rounded up to a minute. */
export function span(ms: number, lang: Lang = 'zh'): string {
  const minutes = Math.max(1, Math.ceil(Math.abs(ms) / MINUTE))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60), minutes % 60]
  if (days >= 1) return lang === 'zh' ? `${days}天` : `${days} ${days === 1 ? 'day' : 'days'}`
  if (hours >= 1) return lang === 'zh' ? `${hours}小时${rest ? `${rest}分` : ''}` : `${hours} h${rest ? ` ${rest} min` : ''}`
  return lang === 'zh' ? `${minutes}分钟` : `${minutes} min`
}

/** '还剩38分钟' or '超2天' by whether `due` lies ahead of `now`. */
export function leftOrOver(due: number, now: number, lang: Lang = 'zh'): string {
  const length = span(due - now, lang)
  if (due >= now) return lang === 'zh' ? `还剩${length}` : `${length} left`
  return lang === 'zh' ? `超${length}` : `${length} late`
}

/** Integer fen as '8,400.00元'; '¥8,400.00'. */
export function money(fen: number, lang: Lang = 'zh'): string {
  return lang === 'zh' ? `${hundredths(fen)}元` : `¥${hundredths(fen)}`
}

/** Integer hundredths of a square metre as '2,140.55平方米'; '2,140.55 m²'. */
export const area = (hundredthsOfSquareMetre: number, lang: Lang = 'zh'): string =>
  `${hundredths(hundredthsOfSquareMetre)}${lang === 'zh' ? '平方米' : ' m²'}`

/** An integer with commas: '1,204'. */
export const count = (n: number): string => String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, ',')

function hundredths(n: number): string {
  const whole = Math.trunc(Math.abs(n) / 100)
  return `${n < 0 ? '-' : ''}${count(whole)}.${String(Math.abs(n) % 100).padStart(2, '0')}`
}
