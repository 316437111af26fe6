/** The strip of the why panel for a stage counted in plain hours. Times are epoch milliseconds; days are those of Asia/Shanghai. */
import { clockTime, daysBetween, wall, type DaySpan, type StripDay } from '../../../ui-kit/index.ts'

const DAY = 86_400_000

export type StripWords = { readonly start: string; readonly due: string; readonly nth: (n: number) => string; readonly now: string }
type Hours = { readonly spans: readonly DaySpan[]; readonly ticks: readonly { readonly at: number; readonly word: string;
  readonly strong?: boolean }[] }
export type Strip = { readonly days: readonly StripDay[] } | { readonly hours: Hours }

/** Days from start to due where more than a day is given (at most three weeks are drawn), else one bar of hours with now on it. */
export function dueStrip(from: number, due: number, now: number, words: StripWords): Strip {
  if (due - from <= DAY) return { hours: hourBar(from, due, now, words) }
  const length = Math.min(20, daysBetween(from, due))
  return { days: Array.from({ length: length + 1 }, (_, i) => {
    const last = i === length
    return { day: wall(last ? due : from + i * DAY).day, word: i === 0 ? words.start : last ? words.due : words.nth(i), kind: i === 0
      ? 'start' as const : last ? 'due' as const : 'counted' as const }
  }) }
}

function hourBar(from: number, due: number, now: number, words: StripWords): Hours {
  const minute = (at: number) => (at - from) / 60_000
  const end = minute(due)
  const reached = Math.min(end, Math.max(0, minute(now)))
  const spans: DaySpan[] = [
    ...(reached > 0 ? [{ from: 0, to: reached, kind: 'counted' as const }] : []),
    ...(reached < end ? [{ from: reached, to: end, kind: 'rest' as const }] : []),
  ]
  const middle = reached / end > 0.2 && reached / end < 0.8 ? [{ at: reached, word: words.now, strong: true }] : []
  return { spans, ticks: [{ at: 0, word: clockTime(from) }, ...middle, { at: end, word: clockTime(due), strong: true }] }
}
