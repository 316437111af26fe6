/** A resolution as it is read out and counted: words, hands, what those against say, and when it is judged. [DM11] */
import { useState } from 'react'
import { Button, ErrorNote, Field, TextArea, useWords } from '../../../../../ui-kit/index.ts'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { useDrafting } from '../../../parts/polls/poll-api.ts'
import { useGround } from '../../polls/desk-polls.ts'
import { deskWords } from '../../polls/words.ts'
import { meetingWords } from '../meeting-words.ts'
import { PowerField } from './power-field.tsx'

export function ResolutionForm({ meeting, onDone }: { meeting: StaffMeeting; onDone: () => void }) {
  const w = useWords(meetingWords)
  const [form, set] = useState({ words: '', yes: '', no: '0', abstained: '0', minority: '', evaluateOn: '', power: '' })
  const step = useStep(meeting.id, onDone)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const counts = [form.yes, form.no, form.abstained].map(Number)
  const [yes = 0, no = 0, abstained = 0] = counts
  const whyNot = form.words.trim().length < 4 ? w.need(w.resWords) : form.yes === '' || counts.some((n) => !Number.isInteger(n) || n < 0)
    ? w.countFirst
    : yes + no + abstained > meeting.present ? w.handsOver : no > 0 && form.minority.trim().length < 4 ? w.need(w.minority) : undefined
  const send = () => step.mutate({ to: 'resolutions', body: { words: form.words.trim(), yes, no, abstained, minority: form.minority.trim(),
    evaluateOn: form.evaluateOn || null, power: form.power || null } })
  return <form className="me-card-form" onSubmit={(event) => { event.preventDefault(); if (!whyNot) send() }}>
    <p className="lk-second">{w.resolveLine}</p>
    <TextArea label={w.resWords} value={form.words} most={1000} autoFocus onChange={put('words')} tool={meeting.thread
      && <FromGround thread={meeting.thread.id} onWords={(said) => set((was) =>
        ({ ...was, words: [was.words.trim(), said].filter(Boolean).join('\n') }))} />} />
    <div className="me-three">{(['yes', 'no', 'abstained'] as const).map((name) => <Field key={name} label={w[name]} type="number" min={0}
      inputMode="numeric" value={form[name]} onChange={put(name)} />)}</div>
    {meeting.present > 0 && <p className="lk-caption">{w.carriedIf(Math.floor(meeting.present / 2) + 1)}</p>}
    {no > 0 && <TextArea label={w.minority} value={form.minority} most={1000} onChange={put('minority')} />}
    <Field label={w.evaluateOn} type="date" hint={w.evaluateHint} value={form.evaluateOn} onChange={put('evaluateOn')} />
    {meeting.body && <PowerField body={meeting.body.id} value={form.power} onChange={(power) => set({ ...form, power })} />}
    <p className="lk-moves"><Button look="primary" type="submit" busy={step.isPending} whyNot={whyNot}>{w.keepRes}</Button><Button look="quiet"
      onClick={onDone}>{w.close}</Button></p>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </form>
}

/** What every group of the thread's opinion map accepts, in their own words, taken over at a press; the meeting changes it as it likes. [OM18] */
function FromGround({ thread, onWords }: { thread: string; onWords: (words: string) => void }) {
  const w = useWords(deskWords)
  const poll = useGround(thread)
  const drafting = useDrafting(({ words }) => onWords(words))
  if (!poll) return null
  return <>
    <Button look="quiet" size="small" icon="chart" busy={drafting.isPending} onClick={() => drafting.mutate(poll.id)}>{w.fromGround}</Button>
    {drafting.error && <ErrorNote title={w.notDone} error={drafting.error} />}
  </>
}
