/** What the leader does with a funded project: begin, milestones, delivered, close the asking, publish the cost. [B65] [B66] [B67] */
import { useState } from 'react'
import { Button, ErrorNote, Field, Icon, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { fenOf } from '../../money.ts'
import { sayDay, today } from '../../parts/day.ts'
import { useStep, type StaffProject } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { BeginForm } from './begin-form.tsx'

export function DeliveryForm({ project }: { project: StaffProject }) {
  const w = useWords(projectWords)
  const [beginning, begin] = useState(false)
  const step = useStep(() => begin(false))
  const send = (to: string) => (body: Readonly<Record<string, unknown>> = {}) => step.mutate({ to: `projects/${project.id}/${to}`, body })
  return <div className="mpc-delivery">
    <Steps project={project} />
    {project.state === 'funded' && (beginning ? <BeginForm busy={step.isPending} onSend={send('begin')} /> : <Button onClick={() => begin(true)}>
      {w.startNow}</Button>)}
    {project.state === 'running' && <NextStep project={project} busy={step.isPending} onReached={send('milestone')}
      onDelivered={() => send('deliver')()} />}
    {project.state === 'delivered' && <Asked project={project} busy={step.isPending} onClose={() => send('accept')()} />}
    {project.state === 'accepted_by_residents' && <Publish busy={step.isPending} onSend={send('publish')} />}
    {step.error && <ErrorNote title={w.refusedStep} error={step.error} />}
  </div>
}

function Steps({ project: { milestones } }: { project: StaffProject }) {
  const w = useWords(projectWords)
  const { lang } = useSettings()
  if (milestones.length === 0) return null
  return <ol className="mpc-steps">{milestones.map((one) => <li key={one.n} className={one.doneOn ? 'is-done' : ''}>
    <span className="mpc-sign">{one.doneOn && <Icon name="check" size={14} />}</span><span>{one.title}</span>
    <span className="lk-second">{one.doneOn ? sayDay(one.doneOn, lang) : w.due(sayDay(one.due, lang))}</span>
      {one.note && <span className="lk-second mpc-note">{one.note}</span>}</li>)}</ol>
}

type NextProps = { readonly project: StaffProject; readonly busy: boolean; readonly onReached: (body: Readonly<Record<string, unknown>>) => void;
  readonly onDelivered: () => void }
function NextStep({ project, busy, onReached, onDelivered }: NextProps) {
  const w = useWords(projectWords)
  const [note, setNote] = useState('')
  const next = project.milestones.find(({ doneOn }) => doneOn === null)
  if (!next) return <Button look="primary" busy={busy} onClick={onDelivered}>{w.deliver}</Button>
  const late = next.due < today()
  return <div className="mpc-do">{late && <Field label={w.note} value={note} onChange={(event) => setNote(event.target.value)} />}
    <Button busy={busy} whyNot={late && !note.trim() ? w.note : undefined} onClick={() => onReached({ n: next.n, on: today(), note: note.trim() })}>
      {w.reachedBy(next.title)}</Button></div>
}

function Asked({ project: { answers }, busy, onClose }: { project: StaffProject; busy: boolean; onClose: () => void }) {
  const w = useWords(projectWords)
  const answered = answers.works + answers.partly + answers.not
  return <div className="mpc-do"><span className="lk-second">{w.answers(String(answers.works), String(answers.partly), String(answers.not))}</span>
    <Button busy={busy} whyNot={answered < 3 ? w.answersFew(answered) : undefined} onClick={onClose}>{w.close}</Button></div>
}

function Publish({ busy, onSend }: { busy: boolean; onSend: (body: Readonly<Record<string, unknown>>) => void }) {
  const w = useWords(projectWords)
  const [cost, setCost] = useState('')
  const fen = fenOf(cost)
  return <div className="mpc-do"><Field label={w.finalCost} inputMode="decimal" value={cost} onChange={(event) => setCost(event.target.value)} />
    <Button look="primary" busy={busy} whyNot={fen ? undefined : w.fillFirst} onClick={() => onSend({ finalCost: fen })}>{w.publish}</Button></div>
}
