/** After a meeting: posting its minutes, the objections and their answers, approval. [DM13] */
import { useState } from 'react'
import { Button, DecisionPanel, ErrorNote, Field, SectionTitle, Switch, TextArea, useSay, useSettings,
  useWords, colon } from '../../../../../ui-kit/index.ts'
import { useStep, type Objection, type StaffMeeting } from '../../../meeting-api.ts'
import { sayDay, sayDayOf } from '../../../parts/meetings/day.ts'
import { meetingWords } from '../meeting-words.ts'
import { may, moveOf } from '../moves.ts'

export function AfterPart({ meeting }: { meeting: StaffMeeting }) {
  return <>
    {meeting.mine && meeting.state !== 'approved' && <Next meeting={meeting} />}
    {['posted', 'approved'].includes(meeting.state) && <Objections meeting={meeting} />}
  </>
}

/** The one step that waits: posting, or approving once objections are over; else what it waits for. */
function Next({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const step = useStep(meeting.id)
  const move = meeting.state === 'minuted' ? 'post' : 'approve'
  const offered = moveOf(meeting, move)
  const waits = meeting.state === 'posted' && meeting.objectionsUntil ? w.waitsObjections(sayDay(meeting.objectionsUntil, lang)) : ''
  if (!offered?.may) return <section className="me-todo"><p className="me-todo__lead">{move === 'post' ? w.postTurn : waits}</p>
    {offered?.why && (move === 'post' || meeting.objections.some(({ answer }) => answer === null)) && <ul><li>{say(offered.why)}</li></ul>}</section>
  return <DecisionPanel lead={move === 'post' ? w.postTurn : w.approveTurn}
    reason={move === 'post' ? w.postLine(meeting.rules.objectionDays) : w.approveLine}>
    <Button look="decide" busy={step.isPending} onClick={() => step.mutate({ to: move === 'post' ? 'post-minutes' : move,
      body: {} })}>{move === 'post' ? w.post : w.approve}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </DecisionPanel>
}

function Objections({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const { lang } = useSettings()
  const answers = meeting.mine && may(meeting, 'answer_objection')
  const aside = meeting.approvedAt ? w.approvedOn(sayDayOf(meeting.approvedAt, lang)) : meeting.objectionsUntil
    ? w.until(sayDay(meeting.objectionsUntil, lang)) : ''
  return <section><SectionTitle aside={aside}>{w.objections}</SectionTitle>
    {meeting.objections.length === 0 ? <p className="lk-second">{w.noObjections}</p>
      : <ul className="me-objections">{meeting.objections.map((one) => <li key={one.id}><One one={one} meeting={meeting}
        answers={answers} /></li>)}</ul>}
    {meeting.mine && may(meeting, 'object') && <OnPaper meeting={meeting} />}
  </section>
}

function One({ one, meeting, answers }: { one: Objection; meeting: StaffMeeting; answers: boolean }) {
  const w = useWords(meetingWords)
  const [answer, write] = useState('')
  const [withdraw, take] = useState(false)
  const step = useStep(meeting.id)
  const n = meeting.resolutions.find(({ id }) => id === one.resolution)?.n
  return <article><p><b>{one.label}</b><span className="lk-second"> {n === undefined ? w.toMinutes
    : w.toNth(n)}</span></p><blockquote>{one.words}</blockquote>
    {one.answer !== null ? <p className="lk-second">{w.reply}{colon()}{one.answer}</p> : answers && <div className="me-stack">
      <TextArea label={w.reply} rows={2} value={answer} most={1000} onChange={(event) => write(event.target.value)} />
      {n !== undefined && <Switch label={w.withdraw} checked={withdraw} onChange={take} />}
      <Button look="primary" busy={step.isPending} whyNot={answer.trim().length < 4 ? w.need(w.reply) : undefined}
        onClick={() => step.mutate({ to: 'answer-objection', body: { objection: one.id, answer: answer.trim(), withdraw } })}>{w.sendReply}</Button>
      {step.error && <ErrorNote title={w.refused} error={step.error} />}</div>}
  </article>
}

/** An objection that came on paper counts as one that came by phone. */
function OnPaper({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const [form, set] = useState({ label: '', words: '' })
  const step = useStep(meeting.id, () => set({ label: '', words: '' }))
  return <details className="me-fold"><summary>{w.paperObjection}</summary><div className="me-stack">
    <Field label={w.whose} hint={w.calledHint} value={form.label} maxLength={40} onChange={(event) => set({ ...form, label: event.target.value })} />
    <TextArea label={w.whatObjection} rows={2} value={form.words} most={1000} onChange={(event) => set({ ...form, words: event.target.value })} />
    <Button busy={step.isPending} whyNot={form.label.trim() === '' ? w.need(w.whose) : form.words.trim() === '' ? w.need(w.whatObjection) : undefined}
      onClick={() => step.mutate({ to: 'objections', body: { resolution: null, label: form.label.trim(),
        words: form.words.trim() } })}>{w.keepCount}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}</div></details>
}
