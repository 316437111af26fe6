/** Bars in the shape of what is coming, after 300 ms, without shimmer. */
import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'
import { partWords } from './words.ts'

/**
 * `lines`: widths in per cent, one bar each; the first is the taller one of a title. `repeat` the whole shape so many times, as for rows of
 * a list.
 */
export function Skeleton({ lines = [62, 100, 84], repeat = 1 }: { lines?: readonly number[]; repeat?: number }) {
  const w = useWords(partWords)
  const [shown, show] = useState(false)
  useEffect(() => { const wait = setTimeout(() => show(true), 300); return () => clearTimeout(wait) }, [])
  if (!shown) return <div className="lk-skeleton" aria-busy="true" />
  return <div className="lk-skeleton" aria-busy="true" role="status" aria-label={w.loading}>
    {Array.from({ length: repeat }, (_, i) => <div key={i} className="lk-skeleton__shape">
      {lines.map((width, j) => <span key={j} style={{ width: `${width}%` }} />)}
    </div>)}
  </div>
}
