/** One question with its choices: large, for one thumb. */
import { useWords } from '../../../../ui-kit/index.ts'
import { useYuan } from '../../money.ts'
import type { Option, Question } from '../../resident-api.ts'
import { voteWords } from './vote-words.ts'

type Words = ReturnType<typeof useWords<typeof voteWords>>
const CHOICES = ['agree', 'against', 'abstain'] as const

/** What one may choose of a question: its options, or agree, against, abstain. */
export const optionsOf = (question: Question, w: Words): readonly Option[] =>
  (question.options.length > 0 ? question.options : CHOICES.map((id) => ({ id, label: w[id], cost: null })))

type Props = { readonly question: Question; readonly alone: boolean; readonly chosen: readonly string[];
  readonly onChoose: (next: readonly string[]) => void }
export function QuestionPart({ question, alone, chosen, onChoose }: Props) {
  const w = useWords(voteWords)
  const yuan = useYuan()
  const options = optionsOf(question, w)
  const many = question.options.length > 0 && question.pick > 1
  const press = (id: string) => onChoose(!many ? [id] : chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return <fieldset className="bv-question">
    <legend className={alone ? 'lk-hidden' : ''}>{question.title}</legend>
    {question.words && <p className="lk-second">{question.words}</p>}
    {many && <p className="lk-second">{question.pick >= options.length ? w.pickAny : w.pickSome(question.pick)}</p>}
    {options.map(({ id, label, cost }) => <label key={id} className={chosen.includes(id) ? 'bv-choice is-chosen' : 'bv-choice'}>
      <input type={many ? 'checkbox' : 'radio'} name={`q${question.n}`} checked={chosen.includes(id)} onChange={() => press(id)} />
      <span>{label}</span>{cost !== null && <span className="bv-cost">{yuan(cost)}</span>}</label>)}
  </fieldset>
}
