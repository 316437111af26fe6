/** Where somebody is on the guided path: kept in this browser, shared by the three front ends. */
import { useSyncExternalStore } from 'react'

export type Guide = { readonly step: number; readonly matter: string | null }

const KEPT = 'linli.guide'
const listeners = new Set<() => void>()
let text: string | null | undefined
let guide: Guide | null = null

/** The guide from stored text; null when nobody is on the path. */
export function readGuide(stored: string | null): Guide | null {
  try {
    const found: Record<string, unknown> = { ...JSON.parse(stored ?? '{}') }
    const { step, matter } = found
    if (typeof step !== 'number' || !Number.isInteger(step) || step < 0 || step > 20) return null
    return { step, matter: typeof matter === 'string' && /^[0-9a-f-]{36}$/.test(matter) ? matter : null }
  } catch { return null }
}

function current(): Guide | null {
  let stored: string | null = null
  try { stored = localStorage.getItem(KEPT) } catch { /* storage is closed: no guide */ }
  if (stored !== text) { text = stored; guide = readGuide(stored) }
  return guide
}

/** Keeps where somebody is, or ends the path. */
export function keepGuide(next: Guide | null): void {
  try { if (next === null) localStorage.removeItem(KEPT); else localStorage.setItem(KEPT, JSON.stringify(next)) } catch { /* storage is closed */ }
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  addEventListener('storage', tell)
  return () => { listeners.delete(tell); removeEventListener('storage', tell) }
}

/** Where somebody is on the guided path, or null. */
export const useGuide = (): Guide | null => useSyncExternalStore(subscribe, current, () => null)

/** Tells the path which matter it follows from now on: called when one was reported while the path is at its first step. */
export function guideFiled(matter: string): void {
  const now = current()
  if (now?.step === 0) keepGuide({ ...now, matter })
}

/** What the path puts into the empty form of its first step; null away from it. */
export const guidedWords = (): string | null => current()?.step === 0 && current()?.matter === null
  ? '三楼到四楼的楼道堆满纸箱和旧柜子，走道只剩一条缝，老人下楼得侧着身子。说过两回，没人搬。' : null
