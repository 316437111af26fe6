/** One sentence about what was just done, left for the page of the matter. */
import { useEffect, useSyncExternalStore } from 'react'

let left: string | null = null
const listeners = new Set<() => void>()
const subscribe = (tell: () => void) => { listeners.add(tell); return () => { listeners.delete(tell) } }

/** Leaves a sentence for the page that is open or opened next. */
export function leaveWord(word: string | null): void {
  left = word
  for (const tell of listeners) tell()
}

/** The sentence left for this page; it is gone when the page is left. */
export function useWordLeft(): string | null {
  useEffect(() => () => { left = null }, [])
  return useSyncExternalStore(subscribe, () => left)
}
