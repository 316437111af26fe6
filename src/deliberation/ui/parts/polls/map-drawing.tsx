/** The picture of an opinion map: one mark a person, near when they answered alike. It says nothing that the words and the table don't. */
import { useEffect, useRef, useState } from 'react'
import { useSettings, useWords } from '../../../../ui-kit/index.ts'
import { layOut, type Point } from './map-layout.ts'
import { markPath, signOf } from './map-marks.ts'
import { mapWords } from './map-words.ts'

type Drawn = { readonly id: number; readonly size: number; readonly dots: readonly Point[]; readonly outline: readonly Point[] }

/** The width of an element in pixels as it is laid out; 640 until then. */
function useWidth() {
  const self = useRef<HTMLDivElement>(null)
  const [width, set] = useState(640)
  useEffect(() => {
    const element = self.current
    if (!element) return undefined
    const look = new ResizeObserver(([entry]) => { if (entry && entry.contentRect.width > 0) set(Math.round(entry.contentRect.width)) })
    look.observe(element)
    return () => look.disconnect()
  }, [])
  return { self, width }
}

/** `said` is what a reader of screens hears in its place. */
export function MapDrawing({ groups, said }: { groups: readonly Drawn[]; said: string }) {
  const w = useWords(mapWords)
  const { lang, size } = useSettings()
  const { self, width } = useWidth()
  const line = size === 'large' ? 26 : width < 480 ? 19 : 22
  const height = Math.round(Math.max(250, Math.min(width * 0.7, 520)))
  const names = groups.map((group) => w.groupOf(signOf(group.id, lang), group.size))
  const letter = line * 0.78
  const laid = layOut(groups, { width, height, line,
    nameWidths: names.map((name) => [...name].reduce((sum, one) => sum + (one > '⺀' ? letter : letter * 0.58), 8)) })
  const people = groups.reduce((sum, group) => sum + group.size, 0)
  const r = people > 600 ? 2.2 : width < 480 ? 3 : 3.8
  return <div ref={self} className="pm-drawing">
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said}>
      {laid.map(({ outline }, n) => <path key={n} className={`pm-outline pm-g${groups[n]?.id ?? 0}`}
        d={`M${outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`} />)}
      {laid.map(({ dots }, n) => <path key={n} className={`pm-people pm-g${groups[n]?.id ?? 0}`}
        d={dots.map((point) => markPath(groups[n]?.id ?? 0, point, r)).join('')} />)}
      {laid.map(({ name: [x, y] }, n) => <text key={n} className={`pm-name pm-g${groups[n]?.id ?? 0}`} x={x} y={y} fontSize={letter}
        textAnchor="middle" dominantBaseline="central">{names[n]}</text>)}
    </svg>
  </div>
}

/** The mark of a group beside its name. */
export const GroupMark = ({ group }: { group: number }) => <svg className={`pm-mark pm-people pm-g${group}`} viewBox="0 0 16 16" aria-hidden="true">
  <path
  d={markPath(group, [8, 8.3], 5)} /></svg>
