/** Who delivers a project, whether ties are declared, and its milestones. [B65] */
import { useState } from 'react'
import { Button, Field, Switch, useWords } from '../../../../ui-kit/index.ts'
import { projectWords } from '../../project-words.ts'

export function BeginForm({ busy, onSend }: { busy: boolean; onSend: (body: Readonly<Record<string, unknown>>) => void }) {
  const w = useWords(projectWords)
  const [supplier, setSupplier] = useState('')
  const [declared, declare] = useState(false)
  const [steps, setSteps] = useState([{ title: '', due: '' }])
  const change = (at: number, name: 'title' | 'due') => (event: { target: { value: string } }) =>
    setSteps(steps.map((one, n) => (n === at ? { ...one, [name]: event.target.value } : one)))
  const milestones = steps.filter(({ title, due }) => title.trim() && due)
  const whyNot = !declared ? w.tiesFirst : !supplier.trim() || milestones.length === 0 ? w.fillFirst : undefined
  return <form className="mpc-form" onSubmit={(event) => { event.preventDefault(); if (!whyNot) onSend({ supplier: supplier.trim(), declared,
    milestones }) }}>
    <Field label={w.supplier} value={supplier} maxLength={60} onChange={(event) => setSupplier(event.target.value)} />
    {steps.map((one, at) => <div key={at} className="mpc-pair"><Field label={`${w.step} ${at + 1}`} value={one.title}
      onChange={change(at, 'title')} />
      <Field label={w.stepDue} type="date" value={one.due} onChange={change(at, 'due')} /></div>)}
    <Button look="quiet" icon="plus" onClick={() => setSteps([...steps, { title: '', due: '' }])}>{w.addStep}</Button>
    <Switch label={w.ties} checked={declared} onChange={declare} />
    <Button look="primary" type="submit" busy={busy} whyNot={whyNot}>{w.begin}</Button>
  </form>
}
