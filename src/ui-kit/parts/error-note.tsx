/** What did not happen, why, what was kept, and what to do. Framed, not red. */
import { useEffect, useRef, type ReactNode } from 'react'
import { problemOf } from '../http.ts'
import { useSettings } from '../settings.ts'
import { useWords } from '../words.ts'
import { sourceLine } from './why-panel.tsx'
import { partWords } from './words.ts'

/** Give `error` (what a call threw: its sentence and rule are shown) or `title` and `what`; `children` are a primary and a quiet button. */
export function ErrorNote({ error, title, what, children }: { error?: unknown; title?: ReactNode; what?: ReactNode; children?: ReactNode }) {
  const w = useWords(partWords)
  const { lang } = useSettings()
  const self = useRef<HTMLElement>(null)
  // Who presses a button at the foot of a long form is to see why nothing happened.
  useEffect(() => { self.current?.scrollIntoView({ block: 'nearest' }) }, [error])
  const problem = error === undefined || error === null ? undefined : problemOf(error)
  const explained = problem?.explain[lang]
  const basis = problem?.source ? w.basis(sourceLine(problem.source)) : ''
  return <section ref={self} className="lk-error" role="alert">
    <p className="lk-error__title">{title ?? explained}</p>
    {(what || (title && explained) || basis) && <p className="lk-second">{what ?? (title ? explained : '')}{basis}</p>}
    {children && <div className="lk-moves">{children}</div>}
  </section>
}
