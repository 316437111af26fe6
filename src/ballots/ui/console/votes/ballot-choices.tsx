/** What a paper ballot says, question by question, as somebody reads it: for two people who enter it and for the scrutineer who looks again. */
import { Chip, useWords } from '../../../../ui-kit/index.ts'
import type { Answer, Question } from '../../resident-api.ts'
import type { Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export type Chosen = Readonly<Record<number, readonly string[]>>
export const answersOf = (vote: Detail, chosen: Chosen): readonly Answer[] => vote.questions.map(({ n }) => ({ n, choose: chosen[n] ?? [] }))
/** Whether every question has an answer, and none too many. */
export const complete = (vote: Detail, chosen: Chosen): boolean => vote.questions.every(({ n, pick }) => {
  const many = chosen[n]?.length ?? 0
  return many > 0 && many <= Math.max(1, pick)
})

export function BallotChoices({ vote, chosen, onChoose }: { vote: Detail; chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
  const alone = vote.questions.length === 1
  return <>{vote.questions.map((question) => <OneQuestion key={question.n} question={question} alone={alone} chosen={chosen[question.n] ?? []}
    onChoose={(next) => onChoose({ ...chosen, [question.n]: next })} />)}</>
}

function OneQuestion({ question, alone, chosen, onChoose }:
  { question: Question; alone: boolean; chosen: readonly string[]; onChoose: (next: readonly string[]) => void }) {
  const w = useWords(deskWords)
  const many = question.pick > 1
  const options = question.options.length > 0 ? question.options : (['agree', 'against', 'abstain'] as const).map((id) => ({ id, label: w[id] }))
  const press = (id: string) => onChoose(!many ? [id] : chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return <fieldset className="vc-channels"><legend className={alone ? 'lk-hidden' : ''}>{question.title}</legend>
    {options.map(({ id, label }) => <Chip key={id} kind={many ? 'checkbox' : 'radio'} name={`entry-${question.n}`} checked={chosen.includes(id)}
      onChange={() => press(id)}>{label}</Chip>)}
  </fieldset>
}
