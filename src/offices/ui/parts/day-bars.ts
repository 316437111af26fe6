/** The bars of an explanation: what was counted of a day, minute by minute. */
import type { DayHours, DaySpan } from '../../../ui-kit/index.ts'
import type { DaySpan as Minutes, Explanation, Step } from '../../rules/index.ts'

type Words = { readonly lunch: string; readonly paused: string; readonly minutes: (n: number) => string; readonly day: (day: string) => string }

const MOST_BARS = 3
/** As much of a bar as a word of two signs needs, a time beneath it, and a time at either end, which is not centred on its place. */
const [WORD_SHARE, TICK_SHARE, END_SHARE] = [0.1, 0.14, 0.19]
/** The same for a word as 1时14分. */
const LONG_WORD_SHARE = 0.2

const clock = (minute: number): string => `${String(Math.floor(minute / 60) % 24)}:${String(Math.floor(minute % 60)).padStart(2, '0')}`
const inside = (spans: readonly Minutes[], minute: number): boolean => spans.some(([from, to]) => from <= minute && minute < to)

/** What a day's bar reaches over: the hours of duty; for clocks that never rest, some time around what was counted. */
function reach({ duty, spans }: Step, natural: boolean): Minutes {
  if (!natural) return [Math.min(...duty.map(([from]) => from)), Math.max(...duty.map(([, to]) => to))]
  const [from, to] = [Math.min(...spans.map(([a]) => a)), Math.max(...spans.map(([, b]) => b))]
  const beside = Math.max(15, Math.round((to - from) / 3))
  return [Math.max(0, from - beside), Math.min(1440, to + beside)]
}

function spansOf(step: Step, [first, last]: Minutes, natural: boolean, w: Words): readonly DaySpan[] {
  const edges = [first, last, ...[...step.duty, ...step.spans, ...step.paused].flat()].filter((edge) => first <= edge && edge <= last)
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? first
    const middle = (from + to) / 2
    const on = natural || inside(step.duty, middle)
    const idle = !on ? 'off' as const : inside(step.paused, middle) ? 'paused' as const : 'rest' as const
    const kind = inside(step.spans, middle) ? 'counted' as const : idle
    const said = { counted: w.minutes(Math.round(to - from)), off: w.lunch, paused: w.paused, rest: '' }[kind]
    return { from, to, kind, ...(said && to - from >= (said.length > 3 ? LONG_WORD_SHARE : WORD_SHARE) * (last - first) ? { word: said } : {}) }
  })
}

/** The times beneath a bar, those that would touch each other left out: the end of what is counted first. */
function ticksOf(step: Step, [first, last]: Minutes, spans: readonly DaySpan[]): DayHours['ticks'] {
  const end = step.kind === 'due' ? step.spans.at(-1)?.[1] : undefined
  const wanted = [...(end === undefined ? [] : [end]), ...step.spans.flat(), first, last, ...spans.map(({ from }) => from)]
  const taken: number[] = []
  const room = (...pair: number[]): number => (pair.includes(first) || pair.includes(last) ? END_SHARE : TICK_SHARE) * (last - first)
  for (const at of wanted) if (taken.every((other) => Math.abs(other - at) >= room(other, at))) taken.push(at)
  return taken.sort((a, b) => a - b).map((at) => ({ at, word: clock(at), ...(at === end ? { strong: true } : {}) }))
}

/** The bars of the days that counted; undefined when the unit is a day, or when there are too many and a strip says more. */
export function dayBars({ steps, pace }: Explanation, w: Words): readonly DayHours[] | undefined {
  if (pace === null || pace.unit === 'day' || pace.unit === 'working_day') return undefined
  const counted = steps.filter(({ spans }) => spans.length > 0)
  if (counted.length === 0 || counted.length > MOST_BARS) return undefined
  const natural = pace.unit !== 'working_hour'
  return counted.map((step) => {
    const over = reach(step, natural)
    const spans = spansOf(step, over, natural, w)
    return { ...(counted.length > 1 ? { title: w.day(step.day) } : {}), spans, ticks: ticksOf(step, over, spans) }
  })
}
