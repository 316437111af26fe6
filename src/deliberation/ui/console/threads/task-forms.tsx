/** What is entered of one task: a later day, what came of it, how it was judged. */
import { useState } from 'react'
import { Choices, Field, TextArea, useWords } from '../../../../ui-kit/index.ts'
import { TASK_VERDICTS, type TaskVerdict } from '../../../rules/threads/index.ts'
import { useOnePhoto } from '../meetings/one-photo.tsx'
import { Sheet } from './thread-forms.tsx'
import { formWords, threadWords } from './thread-words.ts'

type TaskProps = { readonly id: string; readonly onClose: () => void }

export function DelayForm({ id, due, onClose }: TaskProps & { due: string }) {
  const f = useWords(formWords)
  const [to, setTo] = useState('')
  const [why, setWhy] = useState('')
  return <Sheet title={f.delay} to={`tasks/${id}/delay`} body={{ to, why }} ready={to > due && why.trim().length >= 4} onClose={onClose}>
    <Field label={f.delay} type="date" data-focus value={to} min={due} onChange={(event) => setTo(event.target.value)} />
    <TextArea label={f.delayWhy} hint={f.whyHint} value={why} most={200} rows={2} onChange={(event) => setWhy(event.target.value)} /></Sheet>
}

export function FinishForm({ id, dropped = false, onClose }: TaskProps & { dropped?: boolean }) {
  const f = useWords(formWords)
  const [result, setResult] = useState('')
  const photo = useOnePhoto()
  return <Sheet title={dropped ? f.drop : f.finish} to={`tasks/${id}/finish`} body={{ result, dropped, photo: photo.claim }} ready={result.trim().length >= 4 && !photo.waits} onClose={onClose}>
    <TextArea label={dropped ? f.drop : f.finish} data-focus hint={f.finishHint} value={result} most={300} onChange={(event) => setResult(event.target.value)} />
    {!dropped && <div className="th-photo"><p className="lk-legend">{f.photo}</p>{photo.picker}<p className="th-hint">{f.photoHint}</p></div>}</Sheet>
}

export function JudgeForm({ id, onClose }: TaskProps) {
  const [f, w] = [useWords(formWords), useWords(threadWords)]
  const [verdict, choose] = useState<TaskVerdict>()
  return <Sheet title={f.judge} to={`tasks/${id}/judge`} body={{ verdict }} ready={verdict !== undefined} onClose={onClose}>
    <Choices legend={f.judge} options={TASK_VERDICTS.map((value) => ({ value, word: w[value] }))} value={verdict} onChange={choose} /></Sheet>
}
