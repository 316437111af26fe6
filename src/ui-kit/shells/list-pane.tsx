/** The list of the console: title, search, tabs, rows by group, and the keys that move in it. */
import { useRef, type ReactNode } from 'react'
import { useKeys } from '../keys.ts'
import { Kbd } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { consoleWords } from '../parts/words.ts'
import { useWords } from '../words.ts'

type ListPaneProps = { readonly title: ReactNode; readonly tools?: ReactNode; readonly search?: ReactNode; readonly tabs?: ReactNode;
  readonly foot?: ReactNode; readonly children: ReactNode }

/** `children` are `ListGroup`s of `Row`s. `foot` in place of the usual key hints. */
export function ListPane({ title, tools, search, tabs, foot, children }: ListPaneProps) {
  const w = useWords(consoleWords)
  return <section className="lk-list" aria-label={typeof title === 'string' ? title : undefined}>
    <header className="lk-list__head"><div className="lk-list__title"><h1 className="lk-title">{title}</h1>
      <div className="lk-list__tools">{tools}</div></div>{search}</header>
    {tabs && <div className="lk-list__tabs">{tabs}</div>}
    <div className="lk-list__rows">{children}</div>
    <footer className="lk-list__foot">{foot ?? <><Kbd>J</Kbd><Kbd>K</Kbd><span>{w.keyMove}</span><Kbd>X</Kbd><span>{w.keySelect}</span>
      <Kbd>?</Kbd><span>{w.keysTitle}</span></>}</footer>
  </section>
}

/** Rows under a word (今天要定), with how they are ordered at the right. */
export const ListGroup = ({ word, order, children }: { word: ReactNode; order?: ReactNode; children: ReactNode }) =>
  <section className="lk-list__group"><h2><span>{word}</span>{order && <span>{order}</span>}</h2>{children}</section>

/** A search box that the key / opens; `onChange` on each change, Esc empties it. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => input.current?.focus() })
  return <label className="lk-search"><Icon name="search" size={18} /><span className="lk-hidden">{label}</span>
    <input ref={input} type="search" placeholder={label} value={value} onChange={(event) => onChange(event.target.value)} aria-keyshortcuts="/"
      onKeyDown={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) { onChange(''); input.current?.blur() } }} />
    <Kbd>/</Kbd></label>
}
