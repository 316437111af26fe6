/**
 * Where something is asked, in the page itself, since nothing opens above a page of older people (A7): a right value or a sentence, and by when it is
 * answered.
 */
import { useEffect, useRef, useState } from 'react'
import { Button, Choices, ErrorNote, Field, Select, TextArea, useSay, useWords } from '../../../ui-kit/index.ts'
import { relations } from '../../rules/fields.ts'
import type { AskedField, RequestKind } from '../../rules/own-file/request.ts'
import { RELATION_SAID, SEX_SAID } from '../parts/home-words.ts'
import { useAsk } from './own-api.ts'
import { useFieldWord } from './own-parts.tsx'
import { KIND_SAID, ownWords } from './own-words.ts'

/** What is being asked, about which tie. `adds`: nothing was kept there so far. */
export type Wish = { readonly tie: string; readonly kind: RequestKind; readonly field: AskedField | null; readonly guardian: boolean;
  readonly adds?: boolean }

export function AskPart({ wish, onClose, onAsked }: { wish: Wish; onClose: () => void; onAsked: (due: string) => void }) {
  const w = useWords(ownWords)
  const say = useSay()
  const fieldWord = useFieldWord()
  const [kind, setKind] = useState<RequestKind>(wish.kind)
  const [wanted, setWanted] = useState('')
  const [said, setSaid] = useState('')
  const ask = useAsk(({ due }) => onAsked(due))
  const self = useComesUp()
  const value = kind === 'correct' && !wish.guardian && wish.field !== null && wish.field !== 'tie' ? wish.field : null
  const missing = value ? (wanted.trim() === '' ? w.wantFirst : undefined)
    : (wish.guardian || wish.field === 'tie') && said.trim() === '' ? w.wordsFirst : undefined
  const title = wish.guardian ? w.canGuardian : value ? (wish.adds ? w.addOf : w.wrongOf)(fieldWord(value))
    : wish.field === 'tie' ? w.canTie : kind === 'delete' ? w.canDelete : w.canExplain
  const send = () => ask.mutate({ tie: wish.tie, kind, askedBy: wish.guardian ? 'guardian' : 'self', field: wish.guardian ? null : wish.field,
    wanted: value ? wanted.trim() : null, words: said.trim() })
  return <div className="lk-card of-ask" role="group" aria-label={title} tabIndex={-1} ref={self}>
    <h3 className="lk-legend">{title}</h3>
    {wish.guardian && <><p className="lk-second">{w.guardianLine}</p><Choices legend={w.guardianKind} value={kind} onChange={setKind}
      options={(['explain', 'copy', 'correct', 'delete'] as const).map((one) => ({ value: one, word: say(KIND_SAID[one]) }))} /></>}
    {kind === 'delete' && !wish.guardian && <p className="lk-second">{w.deleteLine}</p>}
    {value && <Wanted field={value} value={wanted} onChange={setWanted} label={w.rightIs(fieldWord(value))} />}
    <TextArea label={missing === w.wordsFirst || wish.guardian || wish.field === 'tie' ? w.inWords : w.note} rows={3} maxLength={400} value={said}
      onChange={(event) => setSaid(event.target.value)} />
    <p className="lk-small">{w.clock}</p>
    {ask.error && <ErrorNote title={w.notSent} error={ask.error} />}
    <div className="lk-moves"><Button look="primary" busy={ask.isPending} whyNot={missing} onClick={send}>{w.submit}</Button>
      <Button onClick={onClose}>{w.cancel}</Button></div>
  </div>
}

/** Comes into view and takes the focus; gives it back to what was pressed. */
function useComesUp() {
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const pressed = document.activeElement
    self.current?.scrollIntoView({ block: 'nearest' })
    self.current?.focus({ preventScroll: true })
    return () => { if (pressed instanceof HTMLElement && pressed.isConnected) pressed.focus({ preventScroll: true }) }
  }, [])
  return self
}

type WantedProps = { readonly field: string; readonly value: string; readonly label: string; readonly onChange: (value: string) => void }
function Wanted({ field, value, label, onChange }: WantedProps) {
  const say = useSay()
  if (field === 'sex') return <Choices legend={label} value={value} onChange={onChange} options={(['female',
    'male'] as const).map((one) => ({ value: one as string,
    word: say(SEX_SAID[one]) }))} />
  if (field === 'relation') return <Select label={label} value={value} onChange={(event) => onChange(event.target.value)}
    options={[{ value: '', word: '—' }, ...relations.map((one) => ({ value: one as string, word: say(RELATION_SAID[one]) }))]} />
  return <Field data-focus label={label} value={value} maxLength={120} autoComplete="off" type={field === 'born' ? 'date' : 'text'}
    inputMode={field === 'phone' ? 'tel' : 'text'} onChange={(event) => onChange(event.target.value)} />
}
