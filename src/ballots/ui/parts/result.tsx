/** What a count says: the outcome in a sentence, the choices as bars of heads, and the reasons with their articles. [B15] */
import './result.css'
import { SectionTitle, sourceLine, useSay, useWords, words, comma } from '../../../ui-kit/index.ts'
import type { Counted } from '../resident-api.ts'
import { areaOf, whole } from './turnout-words.ts'

const resultWords = words({
  result: { zh: '结果', en: 'Result' }, passed: { zh: '通过', en: 'Passed' }, not_passed: { zh: '没有通过', en: 'Not passed' },
  no_quorum: { zh: '参加表决的不够数，不算数', en: 'Not enough took part: it does not count' }, stayed: { zh: '法院叫停，等裁定', en: 'Stayed by a court' },
  agree: { zh: '同意', en: 'Agree' }, against: { zh: '反对', en: 'Against' }, abstain: { zh: '弃权', en: 'Abstain' },
  won: { zh: '选上', en: 'chosen' }, people: (n: string) => ({ zh: `${n}人`, en: `${n} people` }), square: (area: string) => ({ zh: `${area}平方米`,
    en: `${area} m²` }),
  took: (heads: string) => ({ zh: `${heads}人投了票`, en: `${heads} voted` }), reasons: { zh: '为什么这样算', en: 'Why' },
})
const isChoice = (id: string): id is 'agree' | 'against' | 'abstain' => ['agree', 'against', 'abstain'].includes(id)
type Question = Counted['questions'][number]

export function Result({ result, rule = 'below' }: { result: Counted; rule?: 'above' | 'below' }) {
  const w = useWords(resultWords)
  const say = useSay()
  return <section className="rs"><SectionTitle rule={rule} aside={w.took(whole(result.tookPart.heads))}>{w.result}</SectionTitle>
    {result.questions.map((one) => <Answered key={one.n} question={one} alone={result.questions.length === 1} took={result.tookPart.heads} />)}
    <h3 className="rs-why">{w.reasons}</h3>
    <ul className="rs-reasons">{result.reasons.map((reason, n) => <li key={n}>{say(reason.words)}
      {reason.source && <span className="lk-small">{sourceLine(reason.source)}</span>}</li>)}</ul>
  </section>
}

function Answered({ question, alone, took }: { question: Question; alone: boolean; took: number }) {
  const w = useWords(resultWords)
  const elected = question.options.length > 3 || question.options.some(({ id }) => /^c\d/.test(id))
  const most = Math.max(1, took)
  return <div className="rs-question">{!alone && <p className="lk-second">{question.title}</p>}
    <p className="rs-outcome">{w[question.outcome]}</p>
    <ul>{question.options.map((one) => <li key={one.id}><span>{isChoice(one.id) ? w[one.id] : one.label}{elected && one.won && <b>{comma()}{w.won}</b>}</span>
      <span className="rs-track" aria-hidden="true"><i style={{ width: `${Math.min(100, (100 * one.heads) / most)}%` }} /></span>
      <span className="rs-figure"><b>{w.people(whole(one.heads))}</b>{one.area > 0 && <span>{w.square(areaOf(one.area))}</span>}</span></li>)}</ul>
        </div>
}
