/** Two questions after the end: fair, and again? Only counted. */
import { useState } from 'react'
import { Button, Choices, DecisionPanel, ErrorNote, useWords } from '../../../ui-kit/index.ts'
import { useMediationAct } from './api.ts'
import { mediationWords } from './words.ts'

export function Judge() {
  const w = useWords(mediationWords)
  const [fair, setFair] = useState<'yes' | 'partly' | 'no'>()
  const [again, setAgain] = useState<'yes' | 'no'>()
  const act = useMediationAct('verdict')
  return <DecisionPanel lead={w.judgeTitle} reason={w.judgeLine}><div className="lk-stack">
    <Choices legend={w.judgeTitle} look="answer" columns={3} value={fair} onChange={setFair}
      options={[{ value: 'yes', word: w.fairYes }, { value: 'partly', word: w.fairPartly }, { value: 'no', word: w.fairNo }]} />
    {fair && <Choices legend={w.againTitle} shown look="answer" columns={2} value={again} onChange={setAgain}
      options={[{ value: 'yes', word: w.againYes }, { value: 'no', word: w.againNo }]} />}
    {fair && again && <Button look="decide" busy={act.isPending} onClick={() => act.mutate({ fair, again: again === 'yes' })}>{w.judge}</Button>}
    {act.error && <ErrorNote error={act.error} />}
  </div></DecisionPanel>
}
