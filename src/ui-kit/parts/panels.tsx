/** Panels that speak: a decision that waits, an emptiness, progress, a rule that stops. */
import type { ReactNode } from 'react'
import type { Refusal } from '../../kit/pure.ts'
import { now } from '../now.ts'
import { useSettings } from '../settings.ts'
import { dayOf } from '../when.ts'
import { useWords } from '../words.ts'
import { sourceLine } from './why-panel.tsx'
import { partWords } from './words.ts'

/**
 * The one place on a screen that asks for a decision. `lead` bold ('轮到您定办法。') with `reason`, one sentence, after it; with a `title` the
 * lead is a small line above it ('先办这件') and the reason stands below. `children` are the moves, `aside` (a clock, a why) stands at the right.
 */
export function DecisionPanel({ lead, title, reason, aside, children }: { lead: ReactNode; title?: ReactNode; reason?: ReactNode;
  aside?: ReactNode; children?: ReactNode }) {
  const { lang } = useSettings()
  return <section className="lk-decision">
    <div className="lk-decision__head">
      {title ? <p className="lk-decision__lead">{lead}</p> : <p><b>{lead}</b>{lang === 'en' && ' '}{reason && <span>{reason}</span>}</p>}
      {aside && <div className="lk-decision__aside">{aside}</div>}</div>
    {title && <><h2 className="lk-decision__title">{title}</h2>{reason && <p className="lk-decision__reason">{reason}</p>}</>}
    {children && <div className="lk-moves">{children}</div>}
  </section>
}

/** Nothing here: `title` states the good or the gap, `line` one sentence, `children` one plain button to the next step. */
export function Empty({ title, line, children }: { title: ReactNode; line?: ReactNode; children?: ReactNode }) {
  return <div className="lk-empty"><p className="lk-empty__title">{title}</p>{line && <p className="lk-second">{line}</p>}{children &&
    <div className="lk-empty__next">{children}</div>}</div>
}

/** Long work: a sentence with count and total, and the bar. `total` 0 while it is not known. */
export function Progress({ done, total, children }: { done: number; total: number; children: ReactNode }) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return <div className="lk-progress">
    <p role="status">{children}</p>
    <div className="lk-progress__track" role="progressbar" aria-valuemin={0} aria-valuemax={total || 1} aria-valuenow={done}
      aria-label={typeof children === 'string' ? children : String(done)}>
      <span style={{ width: `${100 * share}%` }} />
    </div>
  </div>
}

/** Stopped by a rule: what is missing, from when it will be possible, and the article. `title` as '还不能投票：议题才公示了9天'. */
export function Refused({ refusal, title, children }: { refusal: Refusal; title?: ReactNode; children?: ReactNode }) {
  const w = useWords(partWords)
  const { lang } = useSettings()
  const sentence = refusal.explain[lang]
  const from = refusal.from ? w.possibleFrom(dayOf(Date.parse(refusal.from), now(), lang)) : ''
  const basis = refusal.source ? w.basis(sourceLine(refusal.source)) : ''
  return <section className="lk-card lk-refused" role="status">
    <p className="lk-refused__title">{title ?? sentence}</p>
    <p className="lk-second">{[title ? sentence : '', from, basis].filter(Boolean).join(lang === 'zh' ? '' : ' ')}</p>
    {children && <div className="lk-moves">{children}</div>}
  </section>
}
