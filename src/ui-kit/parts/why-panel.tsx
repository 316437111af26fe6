/** Why a date is what it is: the days or hours that count, one sentence, and the rule. */
import type { ReactNode } from 'react'
import type { Source } from '../../kit/pure.ts'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { partWords } from './words.ts'

/** A day of the strip: start (framed), counted (on sunk), off (hatched), makeup (a day off that is worked), paused (striped), due (ink), plain. */
export type StripDay = { readonly day: number; readonly word: string
  readonly kind: 'start' | 'counted' | 'off' | 'makeup' | 'paused' | 'due' | 'plain' }

/** A stretch of one day's bar, in minutes of the day: rest (sunk), counted (ink), off (hatched, as a lunch break), paused (striped). */
export type DaySpan = { readonly from: number; readonly to: number; readonly kind: 'rest' | 'counted' | 'off' | 'paused'; readonly word?: string }

/** The bar of one day; `title` names the day where there is more than one bar. */
export type DayHours = { readonly title?: string; readonly spans: readonly DaySpan[]
  readonly ticks: readonly { readonly at: number; readonly word: string; readonly strong?: boolean }[] }

/** A line of a rule's source: law or paper, then article. */
export const sourceLine = (source: Source): string => `${source.law}${source.article ?? ''}`

type WhyPanelProps = {
  readonly title: string
  readonly days?: readonly StripDay[]
  readonly hours?: DayHours | readonly DayHours[]
  readonly source?: Source | readonly Source[] | undefined
  /** A card that opens and closes (phone), or plain text (rail). */
  readonly look?: 'card' | 'plain'
  readonly open?: boolean
  readonly children?: ReactNode
}

/** `children` is the sentence. */
export function WhyPanel({ title, days, hours, source, look = 'card', open = true, children }: WhyPanelProps) {
  const w = useWords(partWords)
  const sources = source === undefined ? [] : [source].flat()
  const inside = <div className="lk-why__inside">
    {days && <ol className="lk-strip">{days.map((day, i) => <li key={i} className={`lk-strip__day lk-strip__day--${day.kind}`}><b>{day.day}</b>
      <span>{day.word}</span></li>)}</ol>}
    {hours && [hours].flat().map((bar, i) => <DayBar key={i} {...bar} />)}
    <p>{children}</p>
    {sources.length > 0 && <p className="lk-why__source">{w.basis(sources.map(sourceLine).join('、'))}</p>}
  </div>
  if (look === 'plain') return <section className="lk-why lk-why--plain"><h3 className="lk-why__title">{title}</h3>{inside}</section>
  return <details className="lk-why lk-card" open={open}>
    <summary><h3 className="lk-why__title">{title}</h3><Icon name="down" size={18} /></summary>
    {inside}
  </details>
}

function DayBar({ title, spans, ticks }: DayHours) {
  const [from, to] = [Math.min(...spans.map((s) => s.from)), Math.max(...spans.map((s) => s.to))]
  const side = (minute: number) => (minute === from ? 'lk-daybar__tick--from' : minute === to ? 'lk-daybar__tick--to' : '')
  const place = (minute: number) => `${(100 * (minute - from)) / (to - from)}%`
  return <div className="lk-daybar">{title && <p className="lk-daybar__title">{title}</p>}
    <div className="lk-daybar__track">{spans.map((s, i) => <span key={i} className={`lk-daybar__span lk-daybar__span--${s.kind}`}
      style={{ left: place(s.from), width: place(from + s.to - s.from) }}>{s.word}</span>)}</div>
    <div className="lk-daybar__ticks">{ticks.map((t, i) => <span key={i}
      className={`lk-daybar__tick ${side(t.at)} ${t.strong ? 'lk-daybar__tick--strong' : ''}`} style={{ left: place(t.at) }}>{t.word}</span>)}</div>
  </div>
}
