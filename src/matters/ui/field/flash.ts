/** One sentence about what was just done, left for the page of the matter. */
import { useEffect, useSyncExternalStore } from 'react'

/** `kept`: it is saved on this phone and not with the server yet, which is never shown in jade. */
type Left = { readonly word: string; readonly kept: boolean }

let left: Left | null = null
const listeners = new Set<() => void>()
const subscribe = (tell: () => void) => { listeners.add(tell); return () => { listeners.delete(tell) } }

/** Leaves a sentence for the page that is open or opened next. */
export function leaveWord(word: string, kept = false): void {
  left = { word, kept }
  for (const tell of listeners) tell()
}

/** The sentence left for this page; it is gone when the page is left. */
export function useWordLeft(): Left | null {
  useEffect(() => () => { left = null }, [])
  return useSyncExternalStore(subscribe, () => left)
}
