/** What somebody wrote and has not sent: kept in this browser until it is. */
import { useState } from 'react'

const read = (key: string): string => { try { return localStorage.getItem(key) ?? '' } catch { return '' } }
const write = (key: string, text: string): void => {
  try { if (text === '') localStorage.removeItem(key); else localStorage.setItem(key, text) } catch { /* storage is closed or full: it lasts until the page is left */ }
}

/** A text that outlives the page, by its key; setting '' forgets it. */
export function useKeptText(key: string): readonly [string, (text: string) => void] {
  const [text, set] = useState(() => read(key))
  return [text, (typed) => { set(typed); write(key, typed) }]
}
