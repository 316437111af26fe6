/** One ballot: what is asked, whose it is and how it counts, the choice, and one button that says what it does. */
import { useState } from 'react'
import { Button, ErrorNote, Facts, Icon, Meta, moment, now, OfflineBar, ResidentShell, Tools, useOnline, useSay, useSettings,
  useWords, between } from '../../../../ui-kit/index.ts'
import { areaOf } from '../../parts/turnout-words.ts'
import { useCast, type Answer, type Ballot, type Cast } from '../../resident-api.ts'
import { optionsOf, QuestionPart } from './question-part.tsx'
import { voteWords } from './vote-words.ts'

type Words = ReturnType<typeof useWords<typeof voteWords>>

export function BallotForm({ ballot, onBack, onCast }: { ballot: Ballot; onBack: () => void; onCast: (cast: Cast) => void }) {
  const w = useWords(voteWords)
  const say = useSay()
  const online = useOnline()
  const [chosen, choose] = useState<Readonly<Record<number, readonly string[]>>>({})
  const cast = useCast(onCast)
  const answers: readonly Answer[] = ballot.questions.map(({ n }) => ({ n, choose: chosen[n] ?? [] }))
  const send = () => cast.mutate({ vote: ballot.vote, elector: ballot.elector, answers })
  return <ResidentShell right={<><Button look="quiet" size="small" icon="left" onClick={onBack}>{w.title}</Button><Tools /></>}
    barNote={ballot.mayCast ? w.receiptNote : undefined}
    bar={ballot.mayCast && <Button look="decide" size="bar" busy={cast.isPending} busyWord={w.casting} whyNot={whyNot(ballot, answers, online, w)}
      onClick={send}>
      {buttonWord(ballot, answers, w)}</Button>}>
    <Asked ballot={ballot} />
    {!online && <OfflineBar />}
    {ballot.why && <p className="bv-why"><Icon name="warn" size={18} /><span>{say(ballot.why)}</span></p>}
    {ballot.tookPart && <p className="bv-took" role="status"><Icon name="check" size={18} /><span>{ballot.casts > 1 ? w.tookMany(ballot.casts)
      : w.took}</span></p>}
    {ballot.mayCast && ballot.questions.map((question) => <QuestionPart key={question.n} question={question} alone={ballot.questions.length === 1}
      chosen={chosen[question.n] ?? []}
      onChoose={(next) => choose({ ...chosen, [question.n]: next })} />)}
    {cast.error && <ErrorNote title={w.notSent} error={cast.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
    <WhatHolds ballot={ballot} />
  </ResidentShell>
}

/** Why the button does nothing yet, in the button itself. */
function whyNot(ballot: Ballot, answers: readonly Answer[], online: boolean, w: Words): string | undefined {
  if (!online) return w.offline
  const over = ballot.questions.find(({ n, pick }) => (answers.find((one) => one.n === n)?.choose.length ?? 0) > pick)
  if (over) return w.tooMany(over.pick)
  return answers.some(({ choose }) => choose.length === 0) ? w.chooseFirst : undefined
}

/** '投出“同意”' for one answer, '投出选的 3 个' for more. */
function buttonWord({ questions }: Ballot, answers: readonly Answer[], w: Words): string {
  const [question, answer] = [questions[0], answers[0]]
  const only = questions.length === 1 && answer?.choose.length === 1 && question ? optionsOf(question, w).find(({ id }) => id === answer.choose[0])
    : undefined
  return only ? w.cast(only.label) : w.castSome(answers.reduce((sum, { choose }) => sum + choose.length, 0))
}

/** What is asked, what others say of it, and whose ballot this is. */
function Asked({ ballot }: { ballot: Ballot }) {
  const w = useWords(voteWords)
  const [opened, open] = useState(false)
  const who = { sole: w.sole, chosen: w.chosen, proxy: w.proxy, company: w.company }[ballot.as](ballot.owner)
  return <>
    <p className="bv-crumbs"><Meta>{[`${ballot.placeName}${ballot.kind === 'budget' ? '' : w.assembly}`, w.nth(ballot.number), w.ballot]}</Meta></p>
    <h1 className="bv-title">{ballot.title}</h1>
    {ballot.words && <p className="bv-words">{ballot.words}</p>}
    {ballot.opinions.length > 0 && <button type="button" className="bv-link" aria-expanded={opened} onClick={() => open(!opened)}><Icon name="chat"
      size={20} />{w.opinions}</button>}
    {opened && <ul className="bv-opinions">{ballot.opinions.map((one) => <li key={one.saidBy + one.at}><b>{w[one.saidBy]}</b>{one.words}</li>)}</ul>}
    <div className="bv-facts"><Facts facts={ballot.kind === 'budget' ? [[w.counts, w.one]]
      : [[w.thisBallot, ballot.homes.join(between())], [w.who, who], [w.counts, w.countsLine(ballot.heads, areaOf(ballot.area))]]} /></div>
  </>
}

/** Until when it may be changed, who sees what, and the way of paper. */
function WhatHolds({ ballot }: { ballot: Ballot }) {
  const w = useWords(voteWords)
  const { lang } = useSettings()
  const [opened, open] = useState(false)
  const close = ballot.closesAt ? moment(Date.parse(ballot.closesAt), now(), lang) : ''
  const holds = ballot.holds === 'first' ? w.first : ballot.holds === 'last' ? w.last(close) : w.paperFirst(close)
  // once voting is over, what came of it is what is left to see
  const over = !['noticed', 'frozen', 'open'].includes(ballot.state)
  return <>
    <p className="lk-second bv-note">{[ballot.mayCast ? holds : '', ballot.secret ? w.secret : w.hidden, ballot.secret && ballot.area > 0
      ? w.secretArea : ''].filter(Boolean).join(lang === 'zh' ? '' : ' ')}</p>
    {over ? <p><Button look="plain" href={`/vote/${ballot.vote}`}>{w.seeVote}</Button></p> : <button type="button" className="bv-more" aria-expanded={opened} onClick={() => open(!opened)}>{w.paper}
      <Icon name={opened ? 'up' : 'down'} size={20} /></button>}
    {opened && !over && <p className="lk-second">{w.paperLine}</p>}
  </>
}
