/** The two ends of a report: handed over, or ended with an answer. Neither can be undone. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Field, Select, TextArea, useWords } from '../../../ui-kit/index.ts'
import { BODIES, LETTER_MOST, type Body } from '../../rules/index.ts'
import { entryWords } from '../parts/entry-words.ts'
import { handlerWords } from './handler-words.ts'
import type { useHandle } from './line-api.ts'

type EndProps = { readonly handle: ReturnType<typeof useHandle>; readonly onClose: () => void }

export function HandOverDialog({ handle, onClose }: EndProps) {
  const w = useWords(handlerWords)
  const e = useWords(entryWords)
  const [body, setBody] = useState<Body>('discipline')
  const [number, setNumber] = useState('')
  const [text, setText] = useState('')
  const send = () => handle.mutate({ path: 'hand-over', body, words: text.trim(), ...(number.trim() && { number: number.trim() }) })
  return <Dialog title={w.handOverTitle} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="decide" busy={handle.isPending} whyNot={text.trim().length < 2 ? w.firstWrite : undefined}
      onClick={send}>{w.confirmHandOver}</Button></>}>
    <div className="lk-stack">
      <p>{w.handOverLine}</p>
      <Select label={w.body} value={body} options={BODIES.map((value) => ({ value, word: e[value] }))}
        onChange={(event) => setBody(BODIES.find((one) => one === event.target.value) ?? 'discipline')} />
      <Field label={w.number} hint={w.numberHint} optional maxLength={60} value={number} onChange={(event) => setNumber(event.target.value)} />
      <TextArea label={w.told} most={LETTER_MOST} value={text} onChange={(event) => setText(event.target.value)} />
      {handle.error && <ErrorNote title={w.notDone} error={handle.error} />}
    </div>
  </Dialog>
}

export function EndDialog({ handle, onClose }: EndProps) {
  const w = useWords(handlerWords)
  const [text, setText] = useState('')
  return <Dialog title={w.endTitle} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="decide" busy={handle.isPending} whyNot={text.trim().length < 2 ? w.firstWrite : undefined}
      onClick={() => handle.mutate({ path: 'close', words: text.trim() })}>{w.confirmEnd}</Button></>}>
    <div className="lk-stack"><p>{w.endLine}</p>
      <TextArea label={w.told} rows={6} most={LETTER_MOST} value={text} onChange={(event) => setText(event.target.value)} />
      {handle.error && <ErrorNote title={w.notDone} error={handle.error} />}</div>
  </Dialog>
}
