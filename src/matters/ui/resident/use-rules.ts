import { useEffect, useState } from 'react'

type Rules = (typeof import('./report-rules.ts'))['reportRules']
let loaded: Rules | null = null

/** The rules of matters once they are needed; null before, and where they could not be loaded (no signal): the page works without. */
export function useRules(wanted: boolean): Rules | null {
  const [rules, set] = useState(loaded)
  useEffect(() => {
    if (!wanted || rules !== null) return
    let current = true
    const load = () => import('./report-rules.ts').then(({ reportRules }) => { loaded = reportRules; if (current) set(reportRules) },
      () => { /* tried again when online */ })
    void load()
    addEventListener('online', load)
    return () => { current = false; removeEventListener('online', load) }
  }, [wanted, rules])
  return rules
}
export type { Rules }
