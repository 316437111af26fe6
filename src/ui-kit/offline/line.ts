/** Whether the server can be reached: what the browser believes, and what the last call met with. */
import { useSyncExternalStore } from 'react'

let answered = true
let olderThan: number | null = null
const listeners = new Set<() => void>()
const tellAll = (): void => { for (const tell of listeners) tell() }

/** A call got an answer, or none. */
export function heardFromServer(yes: boolean): void {
  if (yes === answered) return
  answered = yes
  tellAll()
}

/** What is shown was read at this time (the phone's clock); null: just now. */
export function showsOld(at: number | null): void {
  const next = at === null ? null : Math.min(at, olderThan ?? at)
  if (next === olderThan) return
  olderThan = next
  tellAll()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return () => {
    listeners.delete(tell)
    removeEventListener('online', tell)
    removeEventListener('offline', tell)
  }
}

/** Whether there is a line to the server now. */
export const hasLine = (): boolean => navigator.onLine && answered

/** The same, drawn again when it changes. */
export const useLine = (): boolean => useSyncExternalStore(subscribe, hasLine)

/** Since when what is shown is as it was (epoch milliseconds by the phone's clock); null while it is fresh. */
export const useShownSince = (): number | null => useSyncExternalStore(subscribe, () => olderThan)
