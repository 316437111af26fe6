/** ⌘K: a matter by its number or words, or a section. Arrow keys choose, Enter goes. */
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { Dialog, Field, useNavigate, useWords, type ConsoleItem } from '../../../ui-kit/index.ts'
import { useCards } from '../staff-api.ts'
import { frameWords } from './frame-words.ts'

type Aim = { readonly href: string; readonly word: string; readonly note?: string }

/** `pages`: what stands in the side column, then what stands behind it; each is also found by what it is for. */
export function GoDialog({ pages, onClose }: { pages: readonly ConsoleItem[]; onClose: () => void }) {
  const w = useWords(frameWords)
  const navigate = useNavigate()
  const [text, write] = useState('')
  const [at, move] = useState(0)
  const asked = useDeferredValue(text.trim())
  const found = useCards({ tab: 'all', q: asked, limit: 8 }, asked.length > 1)
  const has = (said: string) => said.toLowerCase().includes(text.trim().toLowerCase())
  const named = pages.filter(({ word }) => has(word))
  const meant = pages.filter(({ word, what }) => !has(word) && has(what ?? ''))
  const sections = [...named, ...meant].map(({ href, word, what }): Aim => ({ href, word, ...(what ? { note: what } : {}) }))
  const matters: Aim[] = asked.length > 1 ? found.cards.map((c) => ({ href: `/console/m/${c.id}?tab=all`, word: c.title, note: c.number })) : []
  const aims = [...sections, ...matters]
  const go = (aim: Aim | undefined) => { if (aim) { onClose(); navigate(aim.href) } }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) { event.preventDefault(); move((at + by + aims.length) % Math.max(1, aims.length)) }
    if (event.key === 'Enter') { event.preventDefault(); go(aims[at]) }
  }
  return <Dialog wide title={w.goTitle} onClose={onClose}>
    <div onKeyDown={press}>
      <Field label={w.goLabel} value={text} onChange={(event) => { write(event.target.value); move(0) }} data-focus autoComplete="off" />
      <ul className="cs-go" aria-label={w.goTitle}>{aims.map((aim, i) => <li key={aim.href}>
        <button type="button" className={i === at ? 'cs-go__aim cs-go__aim--at' : 'cs-go__aim'} aria-current={i === at || undefined}
          onClick={() => go(aim)}>
          <span>{aim.word}</span><span className="lk-caption">{aim.note}</span></button></li>)}</ul>
      <p className="lk-second" role="status">{aims.length === 0 && !found.isFetching ? w.goNone : ''}</p>
    </div>
  </Dialog>
}
