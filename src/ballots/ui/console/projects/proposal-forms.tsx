/** Reviewing a proposal, and deciding on it once enough people have. [B61] [B62] */
import { useState, type ReactNode } from 'react'
import { Button, Choices, Field, Select, Switch, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { GROUNDS, groundWords } from '../../../rules/projects/index.ts'
import { fenOf, useYuan } from '../../money.ts'
import type { StaffProject } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

type FormProps = { readonly busy: boolean; readonly onSend: (body: Readonly<Record<string, unknown>>) => void }
type Typed = { readonly target: { readonly value: string } }
const Form = ({ onSend, children }: { onSend: () => void; children: ReactNode }) =>
  <form className="mpc-form" onSubmit={(event) => { event.preventDefault(); onSend() }}>{children}</form>

function GroundField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const w = useWords(projectWords)
  const say = useSay()
  return <Select label={w.ground} empty={w.choose} value={value} onChange={(event) => onChange(event.target.value)}
    options={GROUNDS.map((one) => ({ value: one, word: say(groundWords[one]) }))} />
}

export function ReviewForm({ busy, onSend }: FormProps) {
  const w = useWords(projectWords)
  const [eligible, setEligible] = useState<'yes' | 'no'>()
  const [form, set] = useState({ ground: '', cost: '', reason: '' })
  const [tied, tie] = useState(false)
  const put = (name: keyof typeof form) => (event: Typed) => set({ ...form, [name]: event.target.value })
  const cost = fenOf(form.cost)
  const ready = form.reason.trim() && (eligible === 'yes' ? cost : eligible === 'no' && form.ground)
  return <Form onSend={() => onSend({ eligible: eligible === 'yes', ground: eligible === 'no' ? form.ground : null, cost: eligible === 'yes'
    ? cost ?? null : null, reason: form.reason.trim(), tied })}>
    <Choices legend={w.myReview} value={eligible} onChange={setEligible} options={[{ value: 'yes', word: w.eligible },
      { value: 'no', word: w.notEligible }]} />
    {eligible === 'yes' && <Field label={w.costOf} inputMode="decimal" value={form.cost} onChange={put('cost')} />}
    {eligible === 'no' && <GroundField value={form.ground} onChange={(ground) => set({ ...form, ground })} />}
    <TextArea label={w.reason} rows={2} most={300} value={form.reason} onChange={put('reason')} />
    <Switch label={w.tied} checked={tied} onChange={tie} />
    <Button look="primary" type="submit" busy={busy} whyNot={ready ? undefined : w.fillFirst}>{w.keep}</Button>
  </Form>
}

export function DecideForm({ project, busy, onSend }: FormProps & { project: StaffProject }) {
  const w = useWords(projectWords)
  const yuan = useYuan()
  const [form, set] = useState({ title: '', summary: '', cost: project.costs ? String(project.costs[1] / 100) : '', ground: '', reason: '' })
  const put = (name: keyof typeof form) => (event: Typed) => set({ ...form, [name]: event.target.value })
  const accept = project.costs !== null
  const ready = form.title.trim().length >= 4 && (accept ? form.summary.trim().length >= 4 && fenOf(form.cost) : form.ground && form.reason.trim())
  return <Form onSend={() => onSend(accept ? { accept, title: form.title.trim(), summary: form.summary.trim(), cost: fenOf(form.cost) ?? 0 }
    : { accept, title: form.title.trim(), ground: form.ground, reason: form.reason.trim() })}>
    <Field label={w.publicTitle} maxLength={40} value={form.title} onChange={put('title')} />
    {accept ? <><TextArea label={w.summary} rows={2} most={300} value={form.summary} onChange={put('summary')} />
      <Field label={w.costOf} hint={project.costs ? w.range(yuan(project.costs[0]), yuan(project.costs[1])) : undefined} inputMode="decimal"
        value={form.cost} onChange={put('cost')} /></>
      : <><GroundField value={form.ground} onChange={(ground) => set({ ...form, ground })} />
        <TextArea label={w.reason} rows={2} most={300} value={form.reason} onChange={put('reason')} /></>}
    <Button look="primary" type="submit" busy={busy} whyNot={ready ? undefined : w.fillFirst}>{accept ? w.accept : w.turnDown}</Button>
  </Form>
}
