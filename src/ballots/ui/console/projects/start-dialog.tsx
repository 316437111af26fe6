/** Opening a round: its money, until when one may propose, what one project may cost, and how it is counted. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Field, RadioCards, useSay, useWords } from '../../../../ui-kit/index.ts'
import { PROJECT_KINDS, projectKindWords, type ProjectKind } from '../../../rules/projects/index.ts'
import { fenOf } from '../../money.ts'
import { useStartRound } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

export function StartDialog({ community, onClose, onStarted }: { community: string; onClose: () => void; onStarted: (id: string) => void }) {
  const w = useWords(projectWords)
  const say = useSay()
  const [form, set] = useState({ title: '', budget: '', until: '', works: '', service: '', goods: '' })
  const [rule, setRule] = useState<'equal-shares' | 'greedy'>('equal-shares')
  const start = useStartRound(({ id }) => onStarted(id))
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const caps: { [kind in ProjectKind]?: number } = {}
  for (const kind of PROJECT_KINDS) { const fen = fenOf(form[kind]); if (fen) caps[kind] = fen }
  const budget = fenOf(form.budget)
  const ready = form.title.trim().length >= 4 && budget && form.until
  return <Dialog title={w.start} onClose={onClose} wide foot={<><Button onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={start.isPending} whyNot={ready ? undefined : w.nameFirst}
      onClick={() => start.mutate({ community, title: form.title.trim(), budget: budget ?? 0, proposeUntil: form.until,
        rules: { rule, completion: rule === 'greedy' ? 'none' : 'add1u', caps, reviewers: 2 } })}>{w.start}</Button></>}>
    <div className="lk-stack">
      <Field label={w.name} data-focus value={form.title} maxLength={60} onChange={put('title')} />
      <div className="mpc-pair"><Field label={w.budget} inputMode="decimal" value={form.budget} onChange={put('budget')} />
        <Field label={w.until} type="date" value={form.until} onChange={put('until')} /></div>
      <RadioCards legend={w.rule} value={rule} onChange={setRule} options={[{ value: 'equal-shares', word: w.shares, note: w.compareLine },
        { value: 'greedy', word: w.greedy }]} />
      <p className="lk-second">{w.capLine}</p>
      <div className="mpc-pair">{PROJECT_KINDS.map((kind) => <Field key={kind} label={say(projectKindWords[kind])} inputMode="decimal"
        value={form[kind]} onChange={put(kind)} />)}</div>
      {start.error && <ErrorNote title={w.refusedStep} error={start.error} />}
    </div>
  </Dialog>
}
