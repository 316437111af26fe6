/** What somebody may do next with a vote: one form at a time, each with what follows from it. Nothing is drawn that the rules refuse. */
import { useState, type ReactNode } from 'react'
import { Button, ErrorNote, Field, now, SectionTitle, Select, TextArea, useSay, useWords, wall } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { TeamForm } from './team-form.tsx'
import { useMove, type Detail, type Sent } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

const two = (n: number): string => String(n).padStart(2, '0')
export const today = (): string => { const { year, month, day } = wall(now()); return `${year}-${two(month)}-${two(day)}` }
const MANUAL = ['matter_named', 'residents_told', 'street_told', 'topics_posted', 'ballots_delivered', 'objections_over'] as const
type Form = 'notice' | 'team' | 'opinion' | 'withdraw' | 'file' | 'object'
type Props = { readonly vote: Detail; readonly send: (sent: Sent) => void; readonly busy: boolean }

export function NextPart({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const [open, setOpen] = useState<Form>()
  const move = useMove(vote.id, () => setOpen(undefined))
  const send = (sent: Sent) => move.mutate(sent)
  const may = (name: Detail['may'][number]): boolean => vote.may.includes(name)
  const toggle = (form: Form) => setOpen(open === form ? undefined : form)
  const version = vote.version
  const props = { vote, send, busy: move.isPending }
  const once = (name: 'freeze' | 'open' | 'close' | 'count' | 'publish' | 'archive', word: string, note?: string): ReactNode => may(name) && <div className="vc-next__one">
    <Button look="primary" busy={move.isPending} onClick={() => send({ to: name, body: { version } })}>{word}</Button>{note && <span className="lk-second">{note}</span>}</div>
  return <section className="vc-next"><SectionTitle>{w.next}</SectionTitle>
    {may('notice') && <Button look="primary" onClick={() => toggle('notice')}>{w.postNotice}</Button>}
    {open === 'notice' && <NoticeForm {...props} />}
    {may('notices') && <Doors {...props} />}
    {may('steps') && <Steps {...props} />}
    {may('team') && <Button onClick={() => toggle('team')}>{w.team}</Button>}
    {open === 'team' && <TeamForm {...props} />}
    {may('opinions') && <Button onClick={() => toggle('opinion')}>{w.opinion}</Button>}
    {open === 'opinion' && <OpinionForm {...props} />}
    {once('freeze', w.freeze, w.freezeLine)}{once('open', w.openVote)}{once('close', w.close)}{once('count', w.count, w.countLine)}{once('publish', w.publish)}
    {may('file') && <Button look="primary" onClick={() => toggle('file')}>{w.file}</Button>}
    {open === 'file' && <ReferenceForm {...props} />}
    {once('archive', w.archive)}
    {may('withdraw') && <Button look="quiet" onClick={() => toggle('withdraw')}>{w.withdraw}</Button>}
    {open === 'withdraw' && <WithdrawForm {...props} />}
    <Objections {...props} open={open === 'object'} onOpen={() => toggle('object')} />
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}
  </section>
}

const Form = ({ word, busy, onSend, children }: { word: string; busy: boolean; onSend: () => void; children: ReactNode }) =>
  <form className="vc-form" onSubmit={(event) => { event.preventDefault(); onSend() }}>{children}<Button look="primary" type="submit" busy={busy}>{word}</Button></form>

function NoticeForm({ vote, send, busy }: Props) {
  const w = useWords(deskWords)
  const [form, set] = useState({ day: today(), opensAt: '', closesAt: '' })
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  return <Form word={w.postNotice} busy={busy} onSend={() => send({ to: 'notice', body: { version: vote.version, day: form.day, opensAt: `${form.opensAt}:00+08:00`, closesAt: `${form.closesAt}:00+08:00` } })}>
    <p className="lk-second">{w.noticeLine}</p>
    <Field label={w.noticeDay} type="date" required value={form.day} onChange={put('day')} />
    <Field label={w.opensAt} type="datetime-local" required value={form.opensAt} onChange={put('opensAt')} />
    <Field label={w.closesAt} type="datetime-local" required value={form.closesAt} onChange={put('closesAt')} /></Form>
}

/** The doors of the notice: photos are added one by one on the phone; here what is missing, and that all are posted. */
function Doors({ vote, send, busy }: Props) {
  const w = useWords(deskWords)
  const missing = vote.notices.filter(({ postedOn }) => postedOn === null)
  return <div className="vc-next__one"><b>{w.doors}</b><span className="lk-second">{w.doorsLine(vote.notices.length - missing.length, vote.notices.length)}</span>
    {missing.length > 0 && <><span className="lk-small">{missing.slice(0, 8).map(({ name }) => name).join('、')}{missing.length > 8 ? '…' : ''}</span>
      <Button busy={busy} onClick={() => send({ to: 'notices', body: { photos: missing.map(({ place }) => ({ place, photo: null })) } })}>{w.doorsAll}</Button></>}</div>
}

function Steps({ vote, send, busy }: Props) {
  const w = useWords(deskWords)
  const say = useSay()
  const open = vote.steps.filter(({ code, state }) => (state === 'missing' || state === 'due') && MANUAL.some((one) => one === code))
  return open.length === 0 ? null : <ul className="vc-todo-steps">{open.map((step) => <li key={step.code}><span>{say(step.words)}</span>
    <Button size="small" busy={busy} onClick={() => send({ to: 'steps', body: { code: step.code } })}>{w.did}</Button></li>)}</ul>
}

function OpinionForm({ send, busy }: Props) {
  const w = useWords(deskWords)
  const [form, set] = useState({ stance: 'supports', words: '' })
  const said = SAYS[usePost()?.audience ?? ''] ?? 'committee'
  return <Form word={w.saySo} busy={busy} onSend={() => send({ to: 'opinions', body: { saidBy: said, stance: form.stance, words: form.words.trim() } })}>
    <p className="lk-second">{w.opinionLine}</p>
    <Select label={w.opinion} quietLabel value={form.stance} onChange={(event) => set({ ...form, stance: event.target.value })}
      options={(['supports', 'advises', 'warns'] as const).map((value) => ({ value, word: w[value] }))} />
    <TextArea label={w.said} rows={3} most={2000} value={form.words} onChange={(event) => set({ ...form, words: event.target.value })} /></Form>
}
/** Whose opinion the post gives, by its audience. */
const SAYS: Readonly<Record<string, string>> = { branch: 'branch', community: 'committee', street: 'street' }

function WithdrawForm({ vote, send, busy }: Props) {
  const w = useWords(deskWords)
  const [reason, setReason] = useState('')
  return <Form word={w.withdraw} busy={busy} onSend={() => send({ to: 'withdraw', body: { version: vote.version, reason: reason.trim() } })}>
    <TextArea label={w.reason} rows={2} most={300} value={reason} onChange={(event) => setReason(event.target.value)} /></Form>
}

function ReferenceForm({ vote, send, busy }: Props) {
  const w = useWords(deskWords)
  const [reference, setReference] = useState('')
  return <Form word={w.file} busy={busy} onSend={() => send({ to: 'file', body: { version: vote.version, day: today(), reference: reference.trim() } })}>
    <Field label={w.reference} required maxLength={60} value={reference} onChange={(event) => setReference(event.target.value)} /></Form>
}

const ABOUT = ['notice', 'delivery', 'register', 'proxy', 'count', 'collector', 'other'] as const
function Objections({ vote, send, busy, open, onOpen }: Props & { open: boolean; onOpen: () => void }) {
  const w = useWords(deskWords)
  const [form, set] = useState({ about: 'notice', words: '' })
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  return <>
    {vote.objections.length > 0 && <><b>{w.objections}</b><ul className="vc-objections">{vote.objections.map((one) => <li key={one.id}><b>{isAbout(one.about) ? w[one.about] : one.about}</b><span>{one.words}</span>
      {one.answer ? <span className="lk-second">{one.answer}</span> : vote.may.includes('answers') && <Form word={w.answer} busy={busy} onSend={() => send({ to: 'answers', body: { objection: one.id, answer: answers[one.id] ?? '' } })}>
        <TextArea label={w.answer} quietLabel rows={2} value={answers[one.id] ?? ''} onChange={(event) => setAnswers({ ...answers, [one.id]: event.target.value })} /></Form>}</li>)}</ul></>}
    {vote.may.includes('objections') && <Button look="quiet" onClick={onOpen}>{w.object}</Button>}
    {open && <Form word={w.object} busy={busy} onSend={() => send({ to: 'objections', body: { about: form.about, words: form.words.trim() } })}>
      <Select label={w.about} value={form.about} onChange={(event) => set({ ...form, about: event.target.value })} options={ABOUT.map((value) => ({ value, word: w[value] }))} />
      <TextArea label={w.reason} rows={3} most={2000} value={form.words} onChange={(event) => set({ ...form, words: event.target.value })} /></Form>}
  </>
}
const isAbout = (word: string): word is (typeof ABOUT)[number] => ABOUT.some((one) => one === word)
