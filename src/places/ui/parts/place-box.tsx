/** The one box to look a place up in: typed words on top, what they may mean below, keys or a press to choose. */
import './place-box.css'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon, useSay, useWords } from '../../../ui-kit/index.ts'
import { PLACE_KIND_SAID, type PlaceKind } from '../../rules/kinds.ts'
import { usePlacesFound, type Place } from './places.ts'
import { placeWords } from './words.ts'

/** What the box needs to know of the place that is chosen. */
export type ChosenPlace = Pick<Place, 'id' | 'fullName'>

type PlaceBoxProps = {
  readonly value: ChosenPlace | null
  readonly onChange: (place: Place | null) => void
  readonly label?: ReactNode
  readonly quietLabel?: boolean
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** Id of the place to look in. */
  readonly within?: string | undefined
  /** Kinds that may be chosen; all when left out. */
  readonly kinds?: readonly PlaceKind[] | undefined
  /** Words to look for at once, as a guess out of a chat. */
  readonly start?: string | undefined
  readonly autoFocus?: boolean
  readonly placeholder?: string
}

const WAIT_MS = 180

/** The words as they are `WAIT_MS` after the last change. */
function useSettled(typed: string): string {
  const [settled, settle] = useState(typed)
  useEffect(() => { const wait = setTimeout(() => settle(typed), WAIT_MS); return () => clearTimeout(wait) }, [typed])
  return settled
}

type Pressing = {
  readonly shown: boolean; readonly found: readonly Place[]; readonly active: number
  readonly open: (open: boolean) => void; readonly move: (at: number) => void; readonly enter: () => void
}

/** Arrows move in the list, Enter takes, Esc closes it (and nothing behind it); all else is typing. */
function pressed(event: KeyboardEvent, { shown, found, active, open, move, enter }: Pressing): void {
  if (event.nativeEvent.isComposing) return
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step !== 0) {
    event.preventDefault()
    if (!shown) open(true)
    else if (found.length > 0) move((active + step + found.length) % found.length)
  } else if (event.key === 'Enter' && shown) {
    event.preventDefault()
    enter()
  } else if (event.key === 'Escape' && shown) { event.preventDefault(); event.stopPropagation(); open(false) }
}

/** A box with its label. `onChange` gives the place taken, or null as soon as the words are changed again. */
export function PlaceBox({ value, onChange, label, quietLabel = false, hint, error, within, kinds, start = '', autoFocus,
  placeholder }: PlaceBoxProps) {
  const w = useWords(placeWords)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, type] = useState(start)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const asked = useSettled(typed.trim())
  const { data, isFetching, isError, isPlaceholderData } = usePlacesFound(value ? '' : asked, within)
  const found = (value || asked === '' ? [] : data?.places ?? []).filter(({ kind }) => !kinds || kinds.includes(kind))
  const shown = open && !value && asked !== ''
  const listed = shown && found.length > 0
  const take = (place: Place) => { onChange(place); type(place.fullName); setOpen(false) }
  const fresh = asked === typed.trim() && data !== undefined && !isPlaceholderData
  const [entered, enter] = useState(false) // Enter before what was typed is found takes it as soon as it is, never what was found before
  useEffect(() => {
    if (!entered || !fresh) return
    enter(false)
    const place = found[active]
    if (place && shown) take(place)
  })
  const write = (words: string) => { type(words); enter(false); setOpen(true); setActive(0); if (value) onChange(null) }
  const press = (event: KeyboardEvent) => pressed(event, { shown: open && !value && typed.trim() !== '', found, active, open: setOpen, move: setActive, enter: () => enter(true) })
  const clear = () => { onChange(null); type(''); input.current?.focus() }
  return <div className="lk-field">
    <label htmlFor={id} className={quietLabel ? 'lk-hidden' : 'lk-field__label'}>{label ?? w.place}</label>
    <div className="place-box">
      <Icon name="pin" size={18} />
      <input ref={input} id={id} className={`lk-input place-box__input${value ? ' place-box__input--chosen' : ''}`} role="combobox" autoComplete="off"
        spellCheck={false} maxLength={60}
        aria-autocomplete="list" aria-expanded={listed} aria-controls={listed ? `${id}-list` : undefined}
          aria-activedescendant={listed ? `${id}-${active}` : undefined}
        aria-invalid={error ? true : undefined} aria-describedby={`${id}-hint`} autoFocus={autoFocus} placeholder={placeholder}
          value={value ? value.fullName : typed}
        onChange={(event) => write(event.target.value)} onKeyDown={press} onFocus={() => { if (!value && typed !== '') setOpen(true) }}
          onBlur={() => setOpen(false)} />
      {value && <button type="button" className="place-box__clear" onClick={clear}>{w.clear}</button>}
      <FoundList id={id} shown={shown} found={found} active={active} typed={asked}
        state={isError ? 'failed' : isFetching && !data ? 'looking' : 'here'} onActive={setActive} onTake={take} />
    </div>
    <div className="lk-field__foot"><span id={`${id}-hint`}>{hint ?? (value ? null : w.howTo)}</span></div>
    {error && <p className="lk-field__error"><Icon name="warn" size={14} />{error}</p>}
    <span className="lk-hidden" role="status">{listed ? w.found(found.length) : ''}</span>
  </div>
}

type FoundListProps = {
  readonly id: string; readonly shown: boolean; readonly found: readonly Place[]; readonly active: number; readonly typed: string
  readonly state: 'looking' | 'failed' | 'here'; readonly onActive: (at: number) => void; readonly onTake: (place: Place) => void
}

function FoundList({ id, shown, found, active, typed, state, onActive, onTake }: FoundListProps) {
  const w = useWords(placeWords)
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => { list.current?.children[active]?.scrollIntoView({ block: 'nearest' }) }, [active])
  if (!shown) return null
  // Mouse down must not take the focus out of the box: it would close the list before the press counts.
  const hold = { onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault() }
  if (found.length === 0) {
    return <div className="place-box__list" {...hold}><p className="place-box__none"
      role="status">{state === 'looking' ? w.looking : state === 'failed' ? w.failed : w.none(typed)}</p></div>
  }
  return <ul ref={list} id={`${id}-list`} className="place-box__list" role="listbox" aria-label={w.place} {...hold}>
    {found.map((place, at) => <li key={place.id} id={`${id}-${at}`} role="option" aria-selected={at === active} className="place-box__option"
      onMouseMove={() => onActive(at)} onClick={() => onTake(place)}>{place.fullName}<span>{say(PLACE_KIND_SAID[place.kind])}</span></li>)}
  </ul>
}
