/** The product's time on a page. The demo's clock is not the machine's: the server says its time with each answer (header linli-now). */
import { useEffect, useState } from 'react'

const KEPT = 'linli.ahead'

/** What was learnt last: without it a page opened with no signal would go by the phone's own clock. */
function known(): number {
  try { return Number(localStorage.getItem(KEPT)) || 0 } catch { return 0 }
}

let ahead = known()
const jumped = new Set<() => void>()

/** Takes the server's time (epoch milliseconds as text) from an answer; anything else is left unread. */
export function learnNow(header: string | null): void {
  const server = header === null ? Number.NaN : Number(header)
  if (!Number.isFinite(server) || server <= 0) return
  const before = ahead
  ahead = server - Date.now()
  if (Math.abs(ahead - known()) > 2000) try { localStorage.setItem(KEPT, String(ahead)) } catch { /* storage is closed: lasts until the page is left */ }
  // The demo's clock can be moved on: what is drawn by the time is drawn again at once.
  if (Math.abs(ahead - before) > 60_000) for (const tell of jumped) tell()
}

/** The product's time now, epoch milliseconds. */
export const now = (): number => Date.now() + ahead

/** A moment by this machine's clock (epoch milliseconds) as the product's time. */
export const onProductClock = (at: number): number => at + ahead

/** The product's time, drawn again every `every` milliseconds (30 s) and when the server's clock was moved. */
export function useNow(every = 30_000): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const look = () => setAt(now())
    const tick = setInterval(look, every)
    jumped.add(look)
    return () => { clearInterval(tick); jumped.delete(look) }
  }, [every])
  return at
}
