/** Objections to a vote: what is said, by when it has an answer, and the answer. */
import { useState } from 'react'
import { Button, Select, TextArea, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { sayDayOf } from '../../parts/day.ts'
import { Form, type FormProps } from './next-forms.tsx'
import type { Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

const ABOUT = ['notice', 'delivery', 'register', 'proxy', 'count', 'collector', 'other'] as const
const isAbout = (word: string): word is (typeof ABOUT)[number] => ABOUT.some((one) => one === word)

export function Objections({ open, onOpen, ...props }: FormProps & { open: boolean; onOpen: () => void }) {
  const w = useWords(deskWords)
  const { vote } = props
  return <>
    {vote.objections.length > 0 && <><h3>{w.objections}</h3>
      <ul className="vc-objections">{vote.objections.map((one) => <li key={one.id}><Objection {...props} one={one} /></li>)}</ul></>}
    {vote.may.includes('objections') && <Button look="quiet" aria-expanded={open} onClick={onOpen}>{w.object}</Button>}
    {open && <ObjectionForm {...props} />}
  </>
}

function Objection({ vote, send, busy, one }: FormProps & { one: Detail['objections'][number] }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const [answer, setAnswer] = useState('')
  return <><b>{isAbout(one.about) ? w[one.about] : one.about}{one.homes && `　${one.homes}`}</b><span>{one.words}</span>
    {one.answer ? <span className="lk-second">{w.answered(one.answer)}</span> : <><span className="lk-second">{w.answerBy(sayDayOf(one.due, lang))}
      </span>
      {vote.may.includes('answers') && <Form word={w.answer} busy={busy}
        onSend={() => send({ to: 'answers', body: { objection: one.id, answer: answer.trim() } })}>
        <TextArea label={w.answer} quietLabel rows={2} required value={answer} onChange={(event) => setAnswer(event.target.value)} /></Form>}</>}</>
}

function ObjectionForm({ send, busy }: FormProps) {
  const w = useWords(deskWords)
  const [form, set] = useState({ about: 'notice', words: '' })
  return <Form word={w.object} busy={busy} onSend={() => send({ to: 'objections', body: { about: form.about, words: form.words.trim() } })}>
    <Select label={w.about} value={form.about} onChange={(event) => set({ ...form, about: event.target.value })}
      options={ABOUT.map((value) => ({ value, word: w[value] }))} />
    <TextArea label={w.reason} rows={3} most={2000} required value={form.words} onChange={(event) => set({ ...form, words: event.target.value })} />
      </Form>
}
