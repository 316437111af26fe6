/** The product's time on a page. The demo's clock is not the machine's: the server says its time with each answer (header linli-now). */
import { useEffect, useState } from 'react'

let ahead = 0

/** Takes the server's time (epoch milliseconds as text) from an answer; anything else is left unread. */
export function learnNow(header: string | null): void {
  const server = header === null ? Number.NaN : Number(header)
  if (Number.isFinite(server) && server > 0) ahead = server - Date.now()
}

/** The product's time now, epoch milliseconds. */
export const now = (): number => Date.now() + ahead

/** The product's time, drawn again every `every` milliseconds (30 s). */
export function useNow(every = 30_000): number {
  const [at, setAt] = useState(now)
  useEffect(() => { const tick = setInterval(() => setAt(now()), every); return () => clearInterval(tick) }, [every])
  return at
}
