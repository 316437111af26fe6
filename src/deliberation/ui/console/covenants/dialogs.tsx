/** Answering an amendment, entering one that came on paper, entering signed slips. [DC6] [DC9] */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, Select, TextArea, useWords } from '../../../../ui-kit/index.ts'
import { CLAUSE_MOST } from '../../../rules/covenant/index.ts'
import { useCovenantStep, type Amendment, type StaffCovenant } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { Amendments } from '../../parts/covenant/amendments.tsx'
import { useClauseName } from '../../parts/covenant/clauses.tsx'

export function AnswerDialog({ amendment, onClose }: { amendment: Amendment; onClose: () => void }) {
  const w = useWords(covenantWords)
  const [to, turn] = useState<'take' | 'decline'>()
  const [answer, say] = useState('')
  const step = useCovenantStep(onClose)
  const ready = to !== undefined && [...answer.trim()].length >= 4
  return <Dialog title={w.answer} wide onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending} whyNot={ready ? undefined : w.needed}
    onClick={() => step.mutate({ to: `amendments/${amendment.id}/answer`, body: { take: to === 'take', answer: answer.trim() } })}>{w.sendAnswer}</Button></>}>
    <div className="cv-form"><Amendments named items={[amendment]} />
      <Choices legend={w.answer} value={to} onChange={turn} options={[{ value: 'take', word: w.take }, { value: 'decline', word: w.decline }]} />
      <TextArea label={w.answerWhy} rows={3} most={300} value={answer} onChange={(event) => say(event.target.value)} />
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}

export function NoteDialog({ file, onClose }: { file: StaffCovenant; onClose: () => void }) {
  const w = useWords(covenantWords)
  const name = useClauseName()
  const text = file.next?.text ?? []
  const [form, set] = useState({ clause: '', words: '', reason: '', name: '' })
  const step = useCovenantStep(onClose)
  const put = (key: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [key]: event.target.value })
  const choose = (event: { target: { value: string } }) => set({ ...form, clause: event.target.value, words: text.find(({ key }) => key === event.target.value)?.words ?? '' })
  const ready = form.name.trim() !== '' && [...form.reason.trim()].length >= 4
  return <Dialog title={w.write} wide onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending} whyNot={ready ? undefined : w.needed}
    onClick={() => step.mutate({ to: `covenants/${file.id}/amendments`, body: { clause: form.clause || null, words: form.words.trim(), reason: form.reason.trim(), name: form.name.trim() } })}>{w.keep}</Button></>}>
    <div className="cv-form"><Select label={w.whichClause} empty={w.addClause} value={form.clause} onChange={choose}
      options={text.map(({ key, words }, at) => ({ value: key, word: `${name(at + 1)}　${[...words].slice(0, 20).join('')}` }))} />
      <TextArea label={w.newWords} hint={form.clause ? w.newHint : w.addHint} rows={3} most={CLAUSE_MOST} value={form.words} onChange={put('words')} />
      <TextArea label={w.why} rows={2} most={500} value={form.reason} onChange={put('reason')} />
      <Field label={w.writeName} maxLength={20} value={form.name} onChange={put('name')} />{step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}

export function SlipsDialog({ file, onClose }: { file: StaffCovenant; onClose: () => void }) {
  const w = useWords(covenantWords)
  const [text, type] = useState('')
  const [added, done] = useState<number>()
  const step = useCovenantStep<{ added: number }>((output) => { done(output.added); type('') })
  const slips = text.split('\n').map((line) => line.trim()).filter(Boolean)
  return <Dialog title={w.paperSign} onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending} whyNot={slips.length > 0 ? undefined : w.slips}
    onClick={() => step.mutate({ to: `covenants/${file.id}/paper-signatures`, body: { slips } })}>{w.enter}</Button></>}>
    <div className="cv-form"><TextArea label={w.slips} data-focus hint={w.slipsLine} rows={8} value={text} onChange={(event) => type(event.target.value)} />
      {added !== undefined && <p role="status">{w.added_n(added)}</p>}{step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}
