/** Answering what was brought, and entering a note that came on paper. [DB5] */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, Go, Select, TextArea, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { useBodyStep, type Intake, type StaffBody } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { sayDayOf } from '../../parts/meetings/day.ts'

type To = 'meeting' | 'thread' | 'declined'

export function AnswerDialog({ body, intake, onClose }: { body: StaffBody; intake: Intake; onClose: () => void }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const planned = body.meetings.filter(({ state }) => state === 'planned')
  const [to, turn] = useState<To>('meeting') // to refuse is never what is offered first
  const [form, set] = useState({ meeting: planned[0]?.id ?? '', thread: '', reason: '', title: [...intake.words.replace(/\s+/g, ' ')].slice(0, 30).join('') })
  const step = useBodyStep(onClose)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const answers = { meeting: { to, meeting: form.meeting, title: form.title.trim() }, thread: { to, thread: form.thread }, declined: { to, reason: form.reason.trim() } }
  const ready = { meeting: form.meeting !== '' && form.title.trim().length > 1, thread: form.thread !== '', declined: [...form.reason.trim()].length > 3 }[to]
  return <Dialog title={w.answer} wide onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending} whyNot={ready ? undefined : w.needed}
    onClick={() => step.mutate({ to: `intakes/${intake.id}/answer`, body: answers[to] })}>{w.sendAnswer}</Button></>}>
    <div className="bo-form">
      <p className="bo-words">{intake.words}</p>
      <Choices legend={w.answer} value={to} onChange={turn} options={[{ value: 'meeting', word: w.toMeeting }, { value: 'thread', word: w.toThread }, { value: 'declined', word: w.toDeclined }]} />
      {to === 'meeting' && (planned.length === 0 ? <p className="lk-second">{w.noPlanned} <Go className="lk-link" href={`/console/meetings/new?body=${body.id}`}>{w.planMeeting}</Go></p> : <>
        <Select label={w.which} value={form.meeting} onChange={put('meeting')} options={planned.map((one) => ({ value: one.id, word: `${sayDayOf(one.startsAt, lang)} ${one.title}` }))} />
        <Field label={w.agendaTitle} maxLength={80} value={form.title} onChange={put('title')} /></>)}
      {to === 'thread' && <><Select label={w.whichThread} empty={w.choose} value={form.thread} onChange={put('thread')} options={body.threads.map(({ id, title }) => ({ value: id, word: title }))} />
        <p><Button size="small" look="quiet" href="/console/threads">{w.newThread}</Button></p></>}
      {to === 'declined' && <TextArea label={w.reason} rows={3} most={300} value={form.reason} onChange={put('reason')} />}
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}
    </div>
  </Dialog>
}

export function WriteDialog({ body, onClose }: { body: StaffBody; onClose: () => void }) {
  const w = useWords(bodyWords)
  const [form, set] = useState({ name: '', words: '' })
  const step = useBodyStep(onClose)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const ready = form.name.trim() !== '' && [...form.words.trim()].length >= 4
  return <Dialog title={w.write} onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending} whyNot={ready ? undefined : w.needed}
    onClick={() => step.mutate({ to: `councils/${body.id}/intakes`, body: { words: form.words.trim(), name: form.name.trim() } })}>{w.keep}</Button></>}>
    <div className="bo-form"><TextArea label={w.writeWords} data-focus rows={4} most={500} value={form.words} onChange={put('words')} />
      <Field label={w.writeName} maxLength={20} value={form.name} onChange={put('name')} />
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}
