/** What the leader does with a funded project: begin, milestones, delivered, close the asking, publish the cost. */
import { useState } from 'react'
import { Button, ErrorNote, Field, now, Switch, useWords, wall } from '../../../../ui-kit/index.ts'
import { fenOf } from '../../money.ts'
import { useStep, type StaffProject } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

const today = (): string => { const { year, month, day } = wall(now()); return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }

export function DeliveryForm({ project }: { project: StaffProject }) {
  const w = useWords(projectWords)
  const step = useStep()
  const [note, setNote] = useState('')
  const [cost, setCost] = useState('')
  const send = (to: string, body: Readonly<Record<string, unknown>> = {}) => step.mutate({ to: `projects/${project.id}/${to}`, body })
  const { state, milestones, answers } = project
  const next = milestones.find(({ doneOn }) => doneOn === null)
  const answered = answers.works + answers.partly + answers.not
  return <div className="mpc-delivery">
    {milestones.length > 0 && <ol className="mpc-steps">{milestones.map((one) => <li key={one.n} className={one.doneOn ? 'is-done' : ''}>
      <span>{one.title}</span><span>{one.doneOn ?? w.due(one.due)}</span>{one.note && <span className="lk-second">{one.note}</span>}</li>)}</ol>}
    {state === 'funded' && <BeginForm busy={step.isPending} onSend={(body) => send('begin', body)} />}
    {state === 'running' && (next
      ? <p className="mpc-do"><Field quietLabel label={w.note} placeholder={w.note} value={note} onChange={(event) => setNote(event.target.value)} />
        <Button busy={step.isPending} onClick={() => send('milestone', { n: next.n, on: today(), note: note.trim() })}>{next.title} {w.reached}</Button></p>
      : <Button look="primary" busy={step.isPending} onClick={() => send('deliver')}>{w.deliver}</Button>)}
    {state === 'delivered' && <p className="mpc-do"><span className="lk-second">{w.answers(String(answers.works), String(answers.partly), String(answers.not))}</span>
      <Button busy={step.isPending} whyNot={answered < 3 ? w.asks : undefined} onClick={() => send('accept')}>{w.close}</Button></p>}
    {state === 'accepted_by_residents' && <p className="mpc-do"><Field label={w.finalCost} value={cost} onChange={(event) => setCost(event.target.value)} />
      <Button look="primary" busy={step.isPending} onClick={() => send('publish', { finalCost: fenOf(cost) ?? -1 })}>{w.publish}</Button></p>}
    {step.error && <ErrorNote title={w.refusedStep} error={step.error} />}
  </div>
}

function BeginForm({ busy, onSend }: { busy: boolean; onSend: (body: Readonly<Record<string, unknown>>) => void }) {
  const w = useWords(projectWords)
  const [supplier, setSupplier] = useState('')
  const [declared, declare] = useState(false)
  const [steps, setSteps] = useState([{ title: '', due: '' }])
  const change = (at: number, name: 'title' | 'due') => (event: { target: { value: string } }) =>
    setSteps(steps.map((one, n) => (n === at ? { ...one, [name]: event.target.value } : one)))
  return <form className="mpc-form" onSubmit={(event) => { event.preventDefault(); onSend({ supplier: supplier.trim(), declared, milestones: steps.filter(({ title, due }) => title && due) }) }}>
    <Field label={w.supplier} value={supplier} maxLength={60} onChange={(event) => setSupplier(event.target.value)} />
    <Switch label={w.ties} checked={declared} onChange={declare} />
    {steps.map((one, at) => <div key={at} className="mpc-pair"><Field label={`${w.step} ${at + 1}`} value={one.title} onChange={change(at, 'title')} />
      <Field label={w.until} type="date" value={one.due} onChange={change(at, 'due')} /></div>)}
    <p className="mpc-do"><Button look="quiet" icon="plus" onClick={() => setSteps([...steps, { title: '', due: '' }])}>{w.addStep}</Button>
      <Button look="primary" type="submit" busy={busy}>{w.begin}</Button></p>
  </form>
}
