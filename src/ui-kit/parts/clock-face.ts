/** Which of the six faces a clock shows, and its words. Pure: the chip and its test share it. */
import type { Lang } from '../settings.ts'
import { dayOf, daysBetween, lastDay, leftOrOver, moment } from '../when.ts'
import { speak } from '../words.ts'
import { clockWords } from './words.ts'

/** What the server says of a clock. `provisional`: it runs, but the calendar or rule that it counts by is not final. */
export type ClockState = 'running' | 'paused' | 'provisional' | 'done'
export type ClockKind = 'onTime' | 'soon' | 'late' | 'paused' | 'provisional' | 'done'

/** `due`, `from` (start), `now` in epoch milliseconds; `due` of a paused clock is its review date. `word` stands in for the usual words. */
export type Clock = {
  readonly due?: number | undefined
  readonly from?: number | undefined
  readonly now: number
  readonly state: ClockState
  readonly word?: string | undefined
}

export type ClockFace = { readonly kind: ClockKind; readonly share: number; readonly text: string; readonly spoken: string }

/** Share of the time used, 0 to 1; a quarter when the start is not known. */
function shareUsed({ due, from, now }: Clock): number {
  if (due === undefined || from === undefined || due <= from) return 0.25
  return Math.min(1, Math.max(0, (now - from) / (due - from)))
}

function kindOf(clock: Clock, share: number): ClockKind {
  const { due, now, state } = clock
  if (state === 'done' || state === 'paused') return state
  if (due === undefined) return 'provisional'
  if (due < now) return 'late'
  // Soon: due today, or four fifths of the time are gone.
  if (daysBetween(now, lastDay(due)) === 0 || (clock.from !== undefined && share >= 0.8)) return 'soon'
  return state === 'provisional' ? 'provisional' : 'onTime'
}

/** The day as short as it is plain: within half a year nobody needs to be told the year. */
const chipDay = (due: number, now: number, lang: Lang): string => dayOf(lastDay(due), Math.abs(due - now) < 183 * 86_400_000 ? due : now, lang)

function textOf({ due, now }: Clock, kind: ClockKind, lang: Lang): string {
  const w = speak(clockWords, lang)
  if (kind === 'done') return w.done
  if (kind === 'paused') return due === undefined ? w.paused : w.pausedUntil(chipDay(due, now, lang))
  if (due === undefined) return w.noDue
  const day = chipDay(due, now, lang)
  if (kind === 'provisional') return w.provisional(day)
  if (kind === 'late') return leftOrOver(due, now, lang)
  if (kind === 'onTime' || daysBetween(now, lastDay(due)) !== 0) return day
  if (due - now < 3_600_000) return leftOrOver(due, now, lang)
  return moment(due, now, lang)
}

/** The face of a clock: its kind (frame and sign), the share for the pie, the words on it, and the words for those who hear it. */
export function clockFace(clock: Clock, lang: Lang = 'zh'): ClockFace {
  const share = shareUsed(clock)
  const kind = kindOf(clock, share)
  const text = clock.word ?? textOf(clock, kind, lang)
  const w = speak(clockWords, lang)
  const kindWord = kind === 'soon' ? w.soon : kind === 'late' ? w.late : kind === 'onTime' ? w.onTime : ''
  const firm = clock.state === 'provisional' && kind !== 'provisional' ? w.isProvisional : ''
  return { kind, share: kind === 'onTime' || kind === 'soon' ? share : 0, text,
    spoken: [text, kindWord, firm].filter(Boolean).join(lang === 'zh' ? '，' : ', ') }
}
