/**
 * The box of the next line: who and what; Enter keeps it and leaves the box ready for the next. Alt+1 to 5 choose the kind, the arrow up in an empty box
 * takes the last line back. What stands in it half written outlives the page.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button, Choices, Kbd, useSay, useWords } from '../../../../../ui-kit/index.ts'
import { lineKindWords, LINE_KINDS, type LineKind } from '../../../../rules/meetings/index.ts'
import { meetingWords } from '../meeting-words.ts'
import type { Kept } from './ledger.ts'
import { halfWritten, keepHalf } from './line-store.ts'

export type Written = { readonly kind: LineKind; readonly label: string; readonly words: string }
type Props = {
  readonly slot: string; readonly names: readonly string[]; readonly item: string; readonly editing: Kept | undefined
  readonly speaker: { readonly label: string; readonly at: number } | undefined
  readonly onKeep: (written: Written) => void; readonly onTurn: (by: 1 | -1) => void; readonly onStop: () => void; readonly onLast: () => void
}
const blank: Written = { kind: 'said', label: '', words: '' }

export function LineBox({ slot, names, item, editing, speaker, onKeep, onTurn, onStop, onLast }: Props) {
  const w = useWords(meetingWords)
  const say = useSay()
  const id = useId()
  const [written, write] = useState<Written>(blank)
  const words = useRef<HTMLTextAreaElement>(null)
  useHalf(slot, written, editing !== undefined, write)
  useEffect(() => { if (speaker) { write((now) => ({ ...now, kind: 'said', label: speaker.label })); words.current?.focus() } }, [speaker])
  useEffect(() => { if (editing) { write({ kind: editing.kind, label: editing.label, words: editing.words }); words.current?.focus() } }, [editing])
  const stop = () => { write(blank); onStop() }
  const keep = () => {
    if (written.words.trim() === '') { words.current?.focus(); return }
    onKeep({ ...written, label: written.label.trim(), words: written.words.trim() })
    // the same person goes on speaking until somebody else does
    write({ kind: 'said', label: editing ? '' : written.label, words: '' })
    words.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const digit = event.altKey ? /^Digit([1-5])$/.exec(event.code)?.[1] : undefined
    const kind = digit ? LINE_KINDS[Number(digit) - 1] : undefined
    if (kind) { event.preventDefault(); write({ ...written, kind }) }
    else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) { event.preventDefault(); onTurn(event.key === 'ArrowDown' ? 1
      : -1) }
    else if (event.key === 'Enter' && !event.shiftKey && event.target === words.current) { event.preventDefault(); keep() }
    else if (event.key === 'Enter' && event.target !== words.current && event.target instanceof HTMLInputElement &&
      event.target.type === 'text') { event.preventDefault(); words.current?.focus() }
    else if (event.key === 'ArrowUp' && written.words === '' && event.target === words.current) { event.preventDefault(); onLast() }
    else if (event.key === 'Escape' && editing) { event.preventDefault(); stop() }
  }
  return <div className="me-box" role="group" aria-label={w.writing} onKeyDown={press}>
    <p className="me-box__item">{editing ? w.editing : item}</p>
    <Choices legend={w.lineKind} value={written.kind} onChange={(kind) => write({ ...written, kind })}
      options={LINE_KINDS.map((value, at) => ({ value, word: <>{say(lineKindWords[value])}<Kbd>{at + 1}</Kbd></> }))} />
    <div className="me-box__fields">
      <label><span className="lk-field__label">{w.speaks}</span><input className="lk-input" type="text" list={`${id}-names`} maxLength={40}
        autoComplete="off" value={written.label}
        onChange={(event) => write({ ...written, label: event.target.value })} /></label>
      <datalist id={`${id}-names`}>{names.map((name) => <option key={name} value={name} />)}</datalist>
      <label><span className="lk-field__label">{w.says}</span><textarea ref={words} className="lk-input" rows={2} maxLength={2000}
        value={written.words}
        onChange={(event) => write({ ...written, words: event.target.value })} /></label>
    </div>
    <div className="me-box__foot"><span className="lk-caption">{w.box}</span><span className="lk-moves">
      {editing && <Button look="quiet" onClick={stop}>{w.stopEdit}</Button>}
      <Button look="primary" onClick={keep}>{w.keepLine}</Button></span></div>
  </div>
}

/** Keeps what is half written, and takes it up again when the page is opened anew. */
function useHalf(slot: string, written: Written, resting: boolean, write: (change: (now: Written) => Written) => void): void {
  // what is written before the store has answered is kept as soon as it has
  const [loaded, setLoaded] = useState(false)
  const take = useRef(write)
  useEffect(() => { take.current = write })
  useEffect(() => {
    void halfWritten(slot).then((half) => {
      setLoaded(true)
      if (half) take.current((now) => (now.words === '' ? { ...now, label: half.label, words: half.words } : now))
    })
  }, [slot])
  useEffect(() => {
    if (!loaded || resting) return
    const wait = setTimeout(() => void keepHalf({ slot, label: written.words === '' ? '' : written.label,
      words: written.words }).catch(() => undefined), 150)
    return () => clearTimeout(wait)
  }, [slot, written, resting, loaded])
}
