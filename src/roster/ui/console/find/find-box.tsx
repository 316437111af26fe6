/** The box that finds people and homes: '/' opens it, arrows choose, Enter opens the file. What is typed stands in no address. */
import './find.css'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon, Kbd, useKeys, useNavigate, useSay, useWords, between } from '../../../../ui-kit/index.ts'
import type { Tie } from '../../../rules/index.ts'
import { useFind, type Found } from '../../home-api.ts'
import { STATE_SAID, TIE_SAID } from '../../parts/home-words.ts'
import { findWords } from '../lists/words.ts'

const all: readonly Tie[] = ['lives', 'owns', 'rents', 'registered']
const homeOf = (home: string): string => `/console/roster/homes/${home}`

/** What was typed, once the hand rests a moment. */
function useRested(text: string): string {
  const [rested, rest] = useState(text)
  useEffect(() => { const wait = setTimeout(() => rest(text), 140); return () => clearTimeout(wait) }, [text])
  return text.trim() === '' ? '' : rested
}

/** `big`: on the page of the roster itself. */
export function FindBox({ big = false }: { big?: boolean }) {
  const w = useWords(findWords)
  const [typed, type] = useState('')
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState(false)
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const rested = useRested(typed)
  const { data, isPlaceholderData } = useFind(rested)
  const fresh = rested === typed && data !== undefined && !isPlaceholderData
  const [entered, enter] = useState(false) // Enter before what was typed is found opens it as soon as it is, never what was found before
  useKeys({ '/': () => { input.current?.focus(); input.current?.select() } })
  const targets = [...(data?.homes.map(({ id }) => id) ?? []), ...(data?.people.map(({ home }) => home) ?? [])]
  const shown = open && typed.trim() !== '' && data !== undefined
  const go = (home: string | undefined) => { if (home) { setOpen(false); input.current?.blur(); navigate(homeOf(home)) } }
  useEffect(() => { if (entered && fresh) { enter(false); go(targets[at]) } })
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && targets.length > 0) { event.preventDefault(); setAt((at + step + targets.length) % targets.length) }
    if (event.key === 'Enter') { event.preventDefault(); enter(typed.trim() !== '') }
    if (event.key === 'Escape') { type(''); enter(false); setOpen(false); input.current?.blur() }
  }
  return <div className={big ? 'rf-find rf-find--big' : 'rf-find'} onBlur={(event) =>
    { if (!event.currentTarget.contains(event.relatedTarget)) { setOpen(false); enter(false) } }}>
    <label className="lk-search"><Icon name="search" size={18} /><span className="lk-hidden">{w.find}</span>
      <input ref={input} type="search" role="combobox" autoComplete="off" spellCheck={false} placeholder={w.find} value={typed}
        aria-expanded={shown} aria-controls={list} aria-autocomplete="list" aria-keyshortcuts="/"
        {...(shown && targets.length > 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        onFocus={() => setOpen(true)} onKeyDown={press} onChange={(event) => { type(event.target.value); enter(false); setAt(0); setOpen(true) }} />
      <Kbd>/</Kbd></label>
    <div id={list} role="listbox" aria-label={w.find} hidden={!shown} className="rf-hits">
      {shown && <Hits found={data} typed={typed.trim()} id={list} at={at} onGo={go} />}</div>
    <p className="lk-hidden" role="status">{shown ? `${targets.length}` : ''}</p>
  </div>
}

function Hits({ found, typed, id, at, onGo }: { found: Found; typed: string; id: string; at: number; onGo: (home: string) => void }) {
  const w = useWords(findWords)
  const say = useSay()
  if (found.people.length + found.homes.length === 0) return <div className="rf-none"><b>{w.none(typed)}</b><p>{w.noneLine}</p></div>
  const offset = found.homes.length
  const option = (i: number) => ({ id: `${id}-${i}`, role: 'option', 'aria-selected': i === at, className: i === at ? 'rf-hit rf-hit--at'
    : 'rf-hit' })
  return <>
    {offset > 0 && <h3>{w.homes}</h3>}
    {found.homes.map((home, i) => <div key={home.id} {...option(i)} onMouseDown={(event) => { event.preventDefault(); onGo(home.id) }}>
      <Icon name="door" size={16} /><b>{home.name}</b><span>{say(STATE_SAID[home.state])}</span></div>)}
    {found.people.length > 0 && <h3>{w.people}</h3>}
    {found.people.map((person, i) => <div key={`${person.who}${person.home}`} {...option(offset + i)}
      onMouseDown={(event) => { event.preventDefault(); onGo(person.home) }}>
      <Icon name="person" size={16} /><b>{person.name}</b><span className="rf-phone">{person.phone ?? ''}</span><span>{person.homeName}</span>
      <span className="rf-ties">{all.filter((tie) => person[tie]).map((tie) => say(TIE_SAID[tie])).join(between())}</span></div>)}
    <p className="rf-foot">{found.more ? w.more : w.keys}</p>
  </>
}
