/** The story of a matter, newest first: what was done, what waits, what was only said, what the system did, what comes. */
import type { ReactNode } from 'react'

export const Timeline = ({ children }: { children: ReactNode }) => <ol className="lk-timeline">{children}</ol>

type TimelineEntryProps = {
  /** done ●, now (ring around), said ○, system (dotted), future (dashed). */
  readonly kind: 'done' | 'now' | 'said' | 'system' | 'future'
  /** A `now` that waits for the reader is cinnabar, for others ink. */
  readonly yours?: boolean
  readonly who?: ReactNode
  readonly time?: ReactNode
  readonly quote?: ReactNode
  readonly photos?: ReactNode
  /** What happened, plain, after the name. */
  readonly children: ReactNode
}

export function TimelineEntry({ kind, yours = false, who, time, quote, photos, children }: TimelineEntryProps) {
  return <li className={`lk-entry lk-entry--${kind}${yours ? ' lk-entry--yours' : ''}`}>
    <span className="lk-entry__mark" aria-hidden="true" />
    <div className="lk-entry__line"><p>{who && <b>{who}</b>}{who && ' '}{children}</p>{time && <span className="lk-entry__time">{time}</span>}</div>
    {quote && <blockquote className="lk-entry__quote">{quote}</blockquote>}
    {photos && <div className="lk-photos">{photos}</div>}
  </li>
}
