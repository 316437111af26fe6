/** What was typed and not yet sent stays on this phone, by person and form, until it was sent or the person signs out. */
import { useState } from 'react'
import { useSession } from './session.ts'

const KEPT = 'linli.draft.'

function read<T>(key: string, empty: T): T {
  try { return { ...empty, ...JSON.parse(localStorage.getItem(key) ?? '{}') } } catch { return empty }
}

/** The form `name` (as 'finish.<matter>') with what was typed before; `change` keeps each change, `clear` forgets it. */
export function useDraft<T extends object>(name: string,
  empty: T): { readonly draft: T; readonly change: (part: Partial<T>) => void; readonly clear: () => void } {
  const { data } = useSession()
  const key = `${KEPT}${data?.person?.id ?? ''}.${name}`
  const [draft, set] = useState<T>(() => read(key, empty))
  const change = (part: Partial<T>) => set((before) => {
    const after = { ...before, ...part }
    try { localStorage.setItem(key, JSON.stringify(after)) } catch { /* storage is closed: lasts until the page is left */ }
    return after
  })
  const clear = () => { try { localStorage.removeItem(key) } catch { /* nothing kept */ } }
  return { draft, change, clear }
}

/** Forgets all drafts of this browser: the next person on this phone must not read them. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(KEPT)) localStorage.removeItem(key)
  } catch { /* storage is closed: nothing was kept */ }
}
