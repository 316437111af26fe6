/** One ballot: what is asked, whose it is and how it counts, the choice, and one button that says what it does. */
import { useState } from 'react'
import { Button, Dot, ErrorNote, Facts, Icon, moment, now, OfflineBar, ResidentShell, Tools, useOnline, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { yuanOf } from '../../money.ts'
import { useCast, type Answer, type Ballot, type Cast, type Question } from '../../resident-api.ts'
import { areaOf, voteWords } from './vote-words.ts'

type Words = ReturnType<typeof useWords<typeof voteWords>>
const CHOICES = ['agree', 'against', 'abstain'] as const
/** What one may choose of a question: its options, or agree, against, abstain. */
const optionsOf = (question: Question, w: Words): readonly { id: string; label: string; cost: number | null }[] =>
  (question.options.length > 0 ? question.options : CHOICES.map((id) => ({ id, label: w[id], cost: null })))

export function BallotForm({ ballot, onBack, onCast }: { ballot: Ballot; onBack: () => void; onCast: (cast: Cast) => void }) {
  const w = useWords(voteWords)
  const say = useSay()
  const online = useOnline()
  const { lang } = useSettings()
  const [chosen, choose] = useState<Readonly<Record<number, readonly string[]>>>({})
  const [opened, open] = useState<'opinions' | 'paper'>()
  const cast = useCast(onCast)
  const answers: readonly Answer[] = ballot.questions.map(({ n }) => ({ n, choose: chosen[n] ?? [] }))
  const over = ballot.questions.find(({ n, pick }) => (chosen[n]?.length ?? 0) > pick)
  const whyNot = !online ? w.offline : over ? w.tooMany(over.pick) : answers.some((one) => one.choose.length === 0) ? w.chooseFirst : undefined
  const [only] = ballot.questions
  const [pick] = answers[0]?.choose ?? []
  const said = ballot.questions.length === 1 && only && answers[0]?.choose.length === 1 ? w.cast(optionsOf(only, w).find(({ id }) => id === pick)?.label ?? '')
    : w.castSome(answers.reduce((sum, one) => sum + one.choose.length, 0))
  const close = ballot.closesAt ? moment(Date.parse(ballot.closesAt), now(), lang) : ''
  const holds = ballot.holds === 'first' ? w.first : ballot.holds === 'last' ? w.last(close) : w.paperFirst(close)
  const who = { sole: w.sole, chosen: w.chosen, proxy: w.proxy, company: w.company }[ballot.as](ballot.owner)
  const send = () => cast.mutate({ vote: ballot.vote, elector: ballot.elector, answers })
  return <ResidentShell right={<><Button look="quiet" size="small" icon="left" onClick={onBack}>{w.title}</Button><Tools /></>} barNote={ballot.mayCast ? w.receiptNote : undefined}
    bar={ballot.mayCast && <Button look="decide" size="bar" busy={cast.isPending} busyWord={w.casting} whyNot={whyNot} onClick={send}>{said}</Button>}>
    <p className="bv-crumbs">{ballot.placeName}{ballot.kind === 'budget' ? '' : w.assembly}<Dot />{w.nth(ballot.number)}<Dot />{w.ballot}</p>
    <h1 className="bv-title">{ballot.title}</h1>
    {ballot.words && <p className="bv-words">{ballot.words}</p>}
    {ballot.opinions.length > 0 && <p><button type="button" className="bv-link" aria-expanded={opened === 'opinions'} onClick={() => open(opened === 'opinions' ? undefined : 'opinions')}>
      <Icon name="chat" size={18} />{w.opinions}</button></p>}
    {opened === 'opinions' && <ul className="bv-opinions">{ballot.opinions.map((one) => <li key={one.saidBy + one.at}><b>{w[one.saidBy]}</b>{one.words}</li>)}</ul>}
    <div className="bv-facts"><Facts facts={ballot.kind === 'budget' ? [[w.counts, w.one]] : [[w.thisBallot, ballot.homes.join('、')], [w.who, who],
      [w.counts, w.countsLine(ballot.heads, areaOf(ballot.area))]]} /></div>
    {!online && <OfflineBar />}
    {ballot.why && <p className="bv-why"><Icon name="warn" size={16} />{say(ballot.why)}</p>}
    {ballot.tookPart && <p className="bv-took" role="status"><Icon name="check" size={16} />{w.took}。{w.tookLine(ballot.casts)}</p>}
    {ballot.mayCast && ballot.questions.map((question) => <QuestionPart key={question.n} question={question} alone={ballot.questions.length === 1} chosen={chosen[question.n] ?? []}
      onChoose={(next) => choose({ ...chosen, [question.n]: next })} />)}
    {cast.error && <ErrorNote title={w.notSent} error={cast.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
    <p className="lk-second bv-note">{holds}{ballot.secret ? w.secret : w.hidden}{ballot.secret && ballot.area > 0 && w.secretArea}</p>
    <button type="button" className="bv-more" aria-expanded={opened === 'paper'} onClick={() => open(opened === 'paper' ? undefined : 'paper')}>{w.paper}<Icon name="right" size={18} /></button>
    {opened === 'paper' && <p className="lk-second">{w.paperLine}</p>}
  </ResidentShell>
}

/** One question with its choices: large, one thumb. */
export function QuestionPart({ question, alone, chosen, onChoose }: { question: Question; alone: boolean; chosen: readonly string[]; onChoose: (next: readonly string[]) => void }) {
  const w = useWords(voteWords)
  const options = optionsOf(question, w)
  const many = question.options.length > 0 && question.pick > 1
  const press = (id: string) => onChoose(!many ? [id] : chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return <fieldset className="bv-question">
    <legend className={alone && !many ? 'lk-hidden' : ''}>{question.title}</legend>
    {question.words && <p className="lk-second">{question.words}</p>}
    {many && <p className="lk-second">{question.pick >= options.length ? w.pickAny : w.pickSome(question.pick)}</p>}
    {options.map(({ id, label, cost }) => <label key={id} className={chosen.includes(id) ? 'bv-choice is-chosen' : 'bv-choice'}>
      <input type={many ? 'checkbox' : 'radio'} name={`q${question.n}`} checked={chosen.includes(id)} onChange={() => press(id)} />
      <span>{label}</span>{cost !== null && <span className="bv-cost">{yuanOf(cost)}</span>}</label>)}
  </fieldset>
}
