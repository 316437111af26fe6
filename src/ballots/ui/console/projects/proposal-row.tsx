/** One proposal at the desk: the proposer's words, its reviews, the decision, and delivery. */
import { useState, type ReactNode } from 'react'
import { Button, ErrorNote, Field, Select, Switch, Tag, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { GROUNDS, groundWords, projectKindWords, projectStateWords, proposerWords } from '../../../rules/projects/index.ts'
import { fenOf, yuanOf } from '../../money.ts'
import { useStep, type StaffProject, type StaffRound, type Step } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { DeliveryForm } from './delivery-form.tsx'

export function ProposalRow({ project, round }: { project: StaffProject; round: StaffRound }) {
  const w = useWords(projectWords)
  const say = useSay()
  const [doing, setDoing] = useState<'review' | 'decide'>()
  const step = useStep(() => setDoing(undefined))
  const send = (body: Step['body'], to: string) => step.mutate({ to: `projects/${project.id}/${to}`, body })
  const open = project.state === 'proposed'
  return <article className="mpc-row">
    <header><h3>{project.title || project.place}</h3>{!open && <Tag>{say(projectStateWords[project.state])}</Tag>}</header>
    <p className="lk-second">{[project.place, say(projectKindWords[project.kind]), project.group ?? say(proposerWords[project.proposer]), project.contact].filter(Boolean).join('，')}
      {project.cost !== null ? `，${yuanOf(project.cost)}` : project.asked !== null ? `，${w.asked} ${yuanOf(project.asked)}` : ''}</p>
    <blockquote>{project.words}</blockquote>
    {project.reviews.length > 0 && <ul className="mpc-reviews">{project.reviews.map((review, at) => <li key={at} className={review.tied ? 'is-tied' : ''}>
      <b>{review.title}</b><span>{review.eligible ? `${w.eligible}，${yuanOf(review.cost ?? 0)}` : review.ground ? say(groundWords[review.ground]) : w.notEligible}</span>
      <span>{review.reason}</span></li>)}</ul>}
    {open && <p className="mpc-do">{project.missing > 0 && <span className="lk-second">{w.missing(project.missing)}</span>}
      <Button onClick={() => setDoing(doing === 'review' ? undefined : 'review')}>{w.myReview}</Button>
      {round.leads && project.mayDecide && <Button look="primary" onClick={() => setDoing(doing === 'decide' ? undefined : 'decide')}>{w.decide}</Button>}</p>}
    {doing === 'review' && <ReviewForm busy={step.isPending} onSend={(body) => send(body, 'review')} />}
    {doing === 'decide' && <DecideForm project={project} busy={step.isPending} onSend={(body) => send(body, 'decide')} />}
    {step.error && <ErrorNote title={w.refusedStep} error={step.error} />}
    {round.leads && <DeliveryForm project={project} />}
  </article>
}

type FormProps = { readonly busy: boolean; readonly onSend: (body: Step['body']) => void }
const Form = ({ onSend, children }: { onSend: () => void; children: ReactNode }) =>
  <form className="mpc-form" onSubmit={(event) => { event.preventDefault(); onSend() }}>{children}</form>

function useGrounds() {
  const say = useSay()
  return GROUNDS.map((value) => ({ value, word: say(groundWords[value]) }))
}

function ReviewForm({ busy, onSend }: FormProps) {
  const w = useWords(projectWords)
  const grounds = useGrounds()
  const [form, set] = useState({ eligible: true, ground: '', cost: '', reason: '', tied: false })
  return <Form onSend={() => onSend({ eligible: form.eligible, ground: form.eligible ? null : form.ground || null, cost: form.eligible ? fenOf(form.cost) ?? null : null,
    reason: form.reason.trim(), tied: form.tied })}>
    <Switch label={form.eligible ? w.eligible : w.notEligible} checked={form.eligible} onChange={(eligible) => set({ ...form, eligible })} />
    {form.eligible ? <Field label={w.costOf} inputMode="decimal" value={form.cost} onChange={(event) => set({ ...form, cost: event.target.value })} />
      : <Select label={w.ground} empty={w.choose} options={grounds} value={form.ground} onChange={(event) => set({ ...form, ground: event.target.value })} />}
    <TextArea label={w.reason} rows={2} most={300} value={form.reason} onChange={(event) => set({ ...form, reason: event.target.value })} />
    <Switch label={w.tied} checked={form.tied} onChange={(tied) => set({ ...form, tied })} />
    <Button look="primary" type="submit" busy={busy}>{w.keep}</Button>
  </Form>
}

function DecideForm({ project, busy, onSend }: FormProps & { project: StaffProject }) {
  const w = useWords(projectWords)
  const grounds = useGrounds()
  const [form, set] = useState({ title: '', summary: '', cost: project.costs ? String(project.costs[1] / 100) : '', ground: '', reason: '' })
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const accept = project.costs !== null
  return <Form onSend={() => onSend(accept ? { accept, title: form.title.trim(), summary: form.summary.trim(), cost: fenOf(form.cost) ?? 0 }
    : { accept, title: form.title.trim(), ground: form.ground || undefined, reason: form.reason.trim() })}>
    <Field label={w.publicTitle} maxLength={40} value={form.title} onChange={put('title')} />
    {accept ? <><TextArea label={w.summary} rows={2} most={300} value={form.summary} onChange={put('summary')} />
      <Field label={w.costOf} hint={project.costs ? w.range(yuanOf(project.costs[0]), yuanOf(project.costs[1])) : undefined} value={form.cost} onChange={put('cost')} /></>
      : <><Select label={w.ground} empty={w.choose} options={grounds} value={form.ground} onChange={put('ground')} />
        <TextArea label={w.reason} rows={2} most={300} value={form.reason} onChange={put('reason')} /></>}
    <Button look="decide" type="submit" busy={busy}>{accept ? w.accept : w.turnDown}</Button>
  </Form>
}
