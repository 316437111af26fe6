/** A week of duty in words, and what somebody types for a day. */
import type { DaySpan, DutyHours } from '../../../rules/index.ts'

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** The spans of a day in words, as 9:00–12:00、13:30–17:30. */
export const saySpans = (spans: readonly DaySpan[], always: string, joint: string): string =>
  spans.map(([from, to]) => (from === 0 && to === 1440 ? always : `${clock(from)}–${clock(to)}`)).join(joint)

type Words = { readonly dayNames: string; readonly daily: string; readonly always: string; readonly days: (from: string, to: string) => string }

/** A week in words: neighbouring days with the same hours together. One line each. */
export function sayWeek(week: DutyHours['week'], w: Words, joint: string): readonly string[] {
  const names = w.dayNames.split(' ')
  const runs: { from: number; to: number; text: string }[] = []
  for (const [day, spans] of week.entries()) {
    const text = saySpans(spans, w.always, joint)
    const last = runs.at(-1)
    if (last?.text === text) last.to = day
    else runs.push({ from: day, to: day, text })
  }
  return runs.filter(({ text }) => text !== '').map(({ from, to, text }) =>
    `${from === 0 && to === 6 ? w.daily : w.days(names[from] ?? '', names[to] ?? '')} ${text}`)
}

const TYPED = /^(\d{1,2})[:：.]?(\d{2})?\s*[-–—~至到]\s*(\d{1,2})[:：.]?(\d{2})?$/

/** What was typed for a day, as 9:00-12:00 13:30-17:30; null when it cannot be read. Empty is a day without duty. */
export function readSpans(typed: string): readonly DaySpan[] | null {
  const parts = typed.trim().replaceAll(/\s*([-–—~至到])\s*/g, '$1').split(/[\s,，、;；]+/).filter(Boolean)
  const spans = parts.map((part): DaySpan | null => {
    const found = TYPED.exec(part)
    if (!found) return null
    const [from, to] = [Number(found[1]) * 60 + Number(found[2] ?? 0), Number(found[3]) * 60 + Number(found[4] ?? 0)]
    return Number(found[2] ?? 0) < 60 && Number(found[4] ?? 0) < 60 && from < to && to <= 1440 ? [from, to] : null
  })
  const read = spans.filter((span) => span !== null)
  const apart = read.every(([from], i) => from >= (read[i - 1]?.[1] ?? 0))
  return read.length === spans.length && apart ? read : null
}
