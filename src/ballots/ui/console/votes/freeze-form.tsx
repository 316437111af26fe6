/** Freezing the register of households: homes that stand empty are left out, with where that is known from. [B113] */
import { useState } from 'react'
import { Field, Select, TextArea, useWords } from '../../../../ui-kit/index.ts'
import { VACANT_SOURCES } from '../../../rules/vacant-homes.ts'
import { Form, type FormProps } from './next-forms.tsx'
import { vacantWords } from './vacant-words.ts'

type Typed = { readonly target: { readonly value: string } }

export function FreezeForm({ vote, send, busy }: FormProps) {
  const w = useWords(vacantWords)
  const [form, set] = useState({ homes: '', source: 'visit', reason: '' })
  const put = (name: keyof typeof form) => (event: Typed) => set({ ...form, [name]: event.target.value })
  const homes = form.homes.split(/[\n，,、;；]/).map((line) => line.trim()).filter((line) => line !== '')
  const vacant = homes.length > 0 ? { vacant: { homes, source: form.source, reason: form.reason.trim() } } : {}
  return <Form word={w.freeze} busy={busy} onSend={() => send({ to: 'freeze', body: { version: vote.version, ...vacant } })}>
    <p className="lk-second">{w.line}</p>
    <TextArea label={w.homes} hint={w.homesHint} rows={4} value={form.homes} onChange={put('homes')} />
    {homes.length > 0 && <><Select label={w.source} value={form.source} onChange={put('source')} options={VACANT_SOURCES.map((value) => ({ value, word: w[value] }))} />
      <Field label={w.reason} hint={w.reasonHint} required maxLength={300} value={form.reason} onChange={put('reason')} />
      <p className="lk-second">{w.kept}</p></>}
  </Form>
}
