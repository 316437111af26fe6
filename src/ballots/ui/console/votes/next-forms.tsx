/** The forms of what may be done next with a vote, each with what follows from it. */
import { useState, type ReactNode } from 'react'
import { Button, Field, Select, TextArea, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { dayAfter, sayDay, today } from '../../parts/day.ts'
import type { Detail, Sent } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export type FormProps = { readonly vote: Detail; readonly send: (sent: Sent) => void; readonly busy: boolean }
type Typed = { readonly target: { readonly value: string } }

export const Form = ({ word, busy, onSend, children }: { word: string; busy: boolean; onSend: () => void; children: ReactNode }) =>
  <form className="vc-form" onSubmit={(event) => { event.preventDefault(); onSend() }}>{children}<Button look="primary" type="submit" busy={busy}>
    {word}</Button></form>

/** Days that fit every place whose rules are known: posted for 15 days at least, open for 15 at least, ends not on a day of rest. */
const usual = { opens: 18, closes: 35 }

export function NoticeForm({ vote, send, busy }: FormProps) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const first = vote.firstOpening
  const [opens, closes] = first && first.day > today(usual.opens) ? [first.day, dayAfter(first.day, usual.closes - usual.opens)] : [today(usual.opens), today(usual.closes)]
  const [form, set] = useState({ day: today(), opensAt: `${opens}T08:00`, closesAt: `${closes}T20:00` })
  const early = first !== null && form.day === today() && form.opensAt.slice(0, 10) < first.day
  const put = (name: keyof typeof form) => (event: Typed) => set({ ...form, [name]: event.target.value })
  const body = { version: vote.version, day: form.day, opensAt: `${form.opensAt}:00+08:00`, closesAt: `${form.closesAt}:00+08:00` }
  return <Form word={w.postNotice} busy={busy} onSend={() => send({ to: 'notice', body })}>
    <p className="lk-second">{w.noticeLine}</p>
    <Field label={w.noticeDay} type="date" required value={form.day} onChange={put('day')} />
    <Field label={w.opensAt} type="datetime-local" required value={form.opensAt} onChange={put('opensAt')}
      hint={first && w.opensFirst(first.days, sayDay(first.day, lang))} error={early && first ? w.opensEarly(sayDay(first.day, lang)) : undefined} />
    <Field label={w.closesAt} type="datetime-local" required value={form.closesAt} onChange={put('closesAt')} /></Form>
}

/** Whose opinion the post gives, by its audience. */
const SAYS: Readonly<Record<string, string>> = { branch: 'branch', community: 'committee', street: 'street' }

export function OpinionForm({ send, busy }: FormProps) {
  const w = useWords(deskWords)
  const [form, set] = useState({ stance: 'supports', words: '' })
  const said = SAYS[usePost()?.audience ?? ''] ?? 'committee'
  return <Form word={w.saySo} busy={busy} onSend={() => send({ to: 'opinions', body: { saidBy: said, stance: form.stance,
    words: form.words.trim() } })}>
    <p className="lk-second">{w.opinionLine}</p>
    <Select label={w.stance} value={form.stance} onChange={(event) => set({ ...form, stance: event.target.value })}
      options={(['supports', 'advises', 'warns'] as const).map((value) => ({ value, word: w[value] }))} />
    <TextArea label={w.said} rows={3} most={2000} required value={form.words} onChange={(event) => set({ ...form, words: event.target.value })} />
      </Form>
}

export function WithdrawForm({ vote, send, busy }: FormProps) {
  const w = useWords(deskWords)
  const [reason, setReason] = useState('')
  return <Form word={w.withdraw} busy={busy} onSend={() => send({ to: 'withdraw', body: { version: vote.version, reason: reason.trim() } })}>
    <p className="lk-second">{w.withdrawLine}</p>
    <TextArea label={w.reason} rows={2} most={300} required value={reason} onChange={(event) => setReason(event.target.value)} /></Form>
}

export function FileForm({ vote, send, busy }: FormProps) {
  const w = useWords(deskWords)
  const [reference, setReference] = useState('')
  return <Form word={w.file} busy={busy} onSend={() => send({ to: 'file', body: { version: vote.version, day: today(),
    reference: reference.trim() } })}>
    <Field label={w.reference} required maxLength={60} value={reference} onChange={(event) => setReference(event.target.value)} /></Form>
}
