/** The three questions: one after the other, each answered by one press, with what follows said before it is sent. */
import { useState } from 'react'
import { Button, Choices, DecisionPanel, moment, TextArea, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import { useFollowedAct, type Followed, type Verdict } from '../resident-api.ts'
import { verdictWords } from './follow-words.ts'
import { StaleNote } from './stale-note.tsx'

type Answers = { readonly reached?: 'yes' | 'no'; readonly solved?: 'yes' | 'no'; readonly satisfied?: 'yes' | 'basically' | 'no' }

/** Whether all three were answered; whoever nobody got in touch with is asked the other two as well, so that an unsolved matter opens again. */
const complete = ({ reached, solved, satisfied }: Answers): boolean => reached !== undefined && solved !== undefined && satisfied !== undefined
const unhappy = ({ solved, satisfied }: Answers): boolean => solved === 'no' || satisfied === 'no'

function useConsequence(matter: Followed, answers: Answers): string {
  const w = useWords(verdictWords)
  if (!unhappy(answers)) return w.willClose
  if (matter.outcome !== 'solved') return w.willRecord
  return matter.reopened === 0 ? w.willReopen : w.willNotReopen
}

export function ThreeQuestions({ matter }: { matter: Followed }) {
  const w = useWords(verdictWords)
  const { lang } = useSettings()
  const present = useNow()
  const [answers, set] = useState<Answers>({})
  const [said, setSaid] = useState('')
  const act = useFollowedAct<Verdict>('verdict')
  const consequence = useConsequence(matter, answers)
  const { reached, solved, satisfied } = answers
  const reopens = unhappy(answers) && matter.outcome === 'solved' && matter.reopened === 0
  const send = () => act.mutate({
    version: matter.version, reached: reached === 'yes', solved: solved === 'yes', satisfied: satisfied ?? null, said: said.trim(),
  })
  return <div className="mr-verdict"><DecisionPanel lead={w.title} reason={matter.due ? w.until(moment(Date.parse(matter.due), present, lang))
    : undefined}>
    <div className="lk-stack mr-verdict__inside">
      <Choices legend={w.reached} shown look="answer" columns={2} value={reached} onChange={(value) => set({ ...answers, reached: value })}
        options={[{ value: 'yes', word: w.reachedYes }, { value: 'no', word: w.reachedNo }]} />
      {reached !== undefined && <Choices legend={w.solved} shown look="answer" columns={2} value={solved}
        onChange={(value) => set({ ...answers, solved: value })}
        options={[{ value: 'yes', word: w.solvedYes }, { value: 'no', word: w.solvedNo }]} />}
      {reached !== undefined && solved !== undefined && <Choices legend={w.satisfied} shown look="answer" columns={3} value={satisfied}
        onChange={(value) => set({ ...answers, satisfied: value })}
        options={[{ value: 'yes', word: w.yes }, { value: 'basically', word: w.basically }, { value: 'no', word: w.no }]} />}
      {complete(answers) && <>
        <TextArea label={w.said} optional value={said} most={500} rows={2} onChange={(event) => setSaid(event.target.value)} />
        <p className="lk-second" role="status">{consequence}</p>
        {act.error && <StaleNote error={act.error} />}
        <Button look="decide" busy={act.isPending} onClick={send}>{reopens ? w.sendReopen : w.send}</Button>
      </>}
    </div>
  </DecisionPanel></div>
}
