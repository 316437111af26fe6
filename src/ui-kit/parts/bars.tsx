/** Bars of ink: no signal, and undo. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../keys.ts'
import { now, onProductClock } from '../now.ts'
import { useSettings } from '../settings.ts'
import { moment } from '../when.ts'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { barWords } from './words.ts'

/** Stays while there is no signal; `saved`: how many are kept on this phone, `since`: the time at which what is shown was read. `wide`: across the screen. */
export function OfflineBar({ saved, since, wide = false }: { saved?: number; since?: number | null; wide?: boolean }) {
  const w = useWords(barWords)
  const { lang } = useSettings()
  const said = saved === undefined ? w.offline : saved > 0 ? w.offlineSaved(saved) : w.offlineField
  return <div className={wide ? 'lk-offline lk-offline--wide' : 'lk-offline'} role="status">
    <Icon name="offline" size={18} /><span>{said}{since != null &&
      <span className="lk-offline__since">{w.shownSince(moment(onProductClock(since), now(), lang))}</span>}</span></div>
}

/** Whether one kept record was sent: a dashed tick and ↑ while it waits, jade after. `time` takes the place of the words while it waits. */
export function SendState({ sent, time }: { sent: boolean; time?: string }) {
  const w = useWords(barWords)
  return <span className={sent ? 'lk-sent lk-sent--sent' : 'lk-sent'}>
    <Icon name={sent ? 'check' : 'send'} size={14} />
    {sent ? w.sent : time ?? w.waiting}{!sent && time && <span className="lk-hidden">{w.waiting}</span>}</span>
}

/** Whether the browser believes that it has a network. */
export function useOnline(): boolean {
  const [online, set] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = () => set(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => { removeEventListener('online', look); removeEventListener('offline', look) }
  }, [])
  return online
}

/** Says what was done and takes it back within `seconds` (8), which rest while it is pointed at or has the focus: by its button or ⌘Z. `onGone` is called when
 * the time is over. */
export function UndoBar({ seconds = 8, onUndo, onGone, children }: { seconds?: number; onUndo: () => void; onGone: () => void;
  children: ReactNode }) {
  const w = useWords(barWords)
  const [left, setLeft] = useState(seconds)
  const [pointed, point] = useState(false)
  const [focused, focus] = useState(false)
  const held = pointed || focused
  const gone = useRef(onGone)
  useEffect(() => { gone.current = onGone })
  useEffect(() => {
    if (held) return
    const tick = setInterval(() => setLeft((n) => n - 1), 1000)
    return () => clearInterval(tick)
  }, [held])
  useEffect(() => { if (left <= 0) gone.current() }, [left])
  useKeys({ 'mod+z': onUndo })
  if (left <= 0) return null
  return <div className="lk-undo" onMouseEnter={() => point(true)} onMouseLeave={() => point(false)} onFocus={() => focus(true)} onBlur={() => focus(false)}>
    <span role="status">{children}</span>
    <button type="button" onClick={onUndo} aria-keyshortcuts="Meta+Z Control+Z">{w.undoIn(left)}</button></div>
}
