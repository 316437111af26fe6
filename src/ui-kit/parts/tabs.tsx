/** Two to five views of one thing. Arrow keys move between them. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react'

export type Tab<K extends string> = { readonly key: K; readonly word: ReactNode; readonly count?: number | undefined }

/** `panel`: the id of the element that the tabs fill. */
export function Tabs<K extends string>({ label, tabs, current, onChange, panel }:
  { label: string; tabs: readonly Tab<K>[]; current: K; onChange: (key: K) => void; panel?: string }) {
  const row = useRef<HTMLDivElement>(null)
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = by === 0 ? undefined : tabs[(tabs.findIndex((t) => t.key === current) + by + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChange(next.key)
    row.current?.querySelectorAll('button')[tabs.indexOf(next)]?.focus()
  }
  return <div ref={row} className="lk-tabs" role="tablist" aria-label={label} onKeyDown={step}>
    {tabs.map((tab) => <button key={tab.key} type="button" role="tab" aria-selected={tab.key === current} aria-controls={panel}
      tabIndex={tab.key === current ? 0 : -1}
      onClick={() => onChange(tab.key)}>{tab.word}{tab.count !== undefined && <span> {tab.count}</span>}</button>)}
  </div>
}
