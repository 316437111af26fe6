/** Whether it works, by somebody who went and looked. [B66] */
import { useState } from 'react'
import { Button, Choices, ErrorNote, Field, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { ANSWERS, answerWords, type Answer } from '../../../rules/projects/index.ts'
import { useAnswer, type Project } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

export function Asking({ project }: { project: Project }) {
  const w = useWords(projectWords)
  const say = useSay()
  const [answer, choose] = useState<Answer>()
  const [slip, setSlip] = useState('')
  const [words, setWords] = useState('')
  const send = useAnswer(() => {})
  if (send.isSuccess) return <p className="mp-found" role="status">{w.answered}</p>
  return <section className="mp-asking">
    <Choices legend={w.asks} shown look="answer" value={answer} onChange={choose}
      options={ANSWERS.map((value) => ({ value, word: say(answerWords[value]) }))} />
    {answer && <>
      {answer !== 'works' && <TextArea label={w.more} value={words} most={300} onChange={(event) => setWords(event.target.value)} />}
      <Field label={w.slip} hint={w.slipHint} value={slip} autoComplete="tel" onChange={(event) => setSlip(event.target.value)} />
      {send.error && <ErrorNote title={w.notSent} error={send.error} />}
      <Button look="primary" busy={send.isPending} whyNot={slip.trim().length < 4 ? w.slip : undefined}
        onClick={() => send.mutate({ id: project.id, answer, words: words.trim(), slip: slip.trim() })}>{w.answer}</Button></>}
  </section>
}
