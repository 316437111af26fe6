/** '/vote/:id': a vote as everybody may read it: what is asked, how many take part, which steps are done, and after the close the result. [B33] */
import './vote.css'
import { useState } from 'react'
import { Button, dayOf, ErrorNote, Facts, Icon, now, ResidentShell, SectionTitle, Skeleton, sourceLine, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { usePublicVote, type Counted, type PublicVote } from '../../resident-api.ts'
import { BudgetForm } from './budget-form.tsx'
import { areaOf, voteWords, whole } from './vote-words.ts'

export default function VotePage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(voteWords)
  const vote = usePublicVote(params['id'])
  const [voting, setVoting] = useState(false)
  const budget = vote.data?.kind === 'budget'
  if (voting && vote.data) return <BudgetForm vote={vote.data} onBack={() => { setVoting(false); scrollTo(0, 0) }} />
  return <ResidentShell back={{ href: '/', word: w.home }} bar={vote.data?.state === 'open' && vote.data.channelsAllowed.includes('phone')
    && (budget ? <Button look="primary" size="bar" onClick={() => { setVoting(true); scrollTo(0, 0) }}>{w.mine}</Button>
      : <Button look="primary" size="bar" href="/vote">{w.mine}</Button>)}>
    {vote.data ? <Whole vote={vote.data} /> : vote.error ? <ErrorNote title={w.failed} error={vote.error}><Button look="primary" onClick={() => void vote.refetch()}>{w.again}</Button></ErrorNote>
      : <Skeleton lines={[60, 100, 100]} repeat={3} />}
  </ResidentShell>
}

function Track({ name, n, needed, total, unit }: { name: string; n: string; needed: string; total: string; unit: readonly [number, number, number] }) {
  const w = useWords(voteWords)
  const [have, need, all] = unit
  const share = (value: number): string => `${all === 0 ? 0 : Math.min(100, (100 * value) / all)}%`
  return <div className="bv-bar"><span>{name}</span><span className="bv-track" aria-hidden="true"><i style={{ width: share(have) }} />{need > 0 && <b style={{ left: share(need) }} />}</span>
    <span><b>{n}</b>，{w.need(needed)}，{w.all(total)}</span></div>
}

function Whole({ vote }: { vote: PublicVote }) {
  const w = useWords(voteWords)
  const say = useSay()
  const { lang } = useSettings()
  const { participation: p } = vote
  const day = (at: string | null): string => (at ? dayOf(Date.parse(at), now(), lang) : '')
  return <>
    <p className="bv-crumbs">{vote.placeName}，{w.nth(vote.number)}</p>
    <h1 className="bv-title">{vote.title}</h1>
    {vote.words && <p className="bv-words">{vote.words}</p>}
    <p className="lk-second">{w.window(day(vote.opensAt), day(vote.closesAt))}</p>
    {vote.kind !== 'budget' && p.headsTotal > 0 && <><p className="bv-said">{say(p.words)}</p>
      <Track name={w.heads} n={whole(p.heads)} needed={whole(p.headsNeeded)} total={whole(p.headsTotal)} unit={[p.heads, p.headsNeeded, p.headsTotal]} />
      <Track name={w.area} n={areaOf(p.area)} needed={areaOf(p.areaNeeded)} total={`${areaOf(p.areaTotal)} ${w.m2}`} unit={[p.area, p.areaNeeded, p.areaTotal]} /></>}
    {vote.result ? <Result result={vote.result} /> : vote.sealed && <section className="bv-receipt"><h2><Icon name="lock" size={20} />{w.sealed}</h2><p>{w.sealedLine}</p></section>}
    {vote.objectionsUntil && <p className="lk-second">{w.objections(vote.objectionsUntil)}</p>}
    <section><SectionTitle rule="above">{w.steps}</SectionTitle><ul className="bv-steps">{vote.steps.map((step) => <li key={step.code} className={step.state === 'done' ? 'is-done' : ''}>
      <Icon name={step.state === 'done' ? 'check' : 'calendar'} size={18} /><span>{say(step.words)}</span><span>{step.doneOn ?? step.due ?? ''}</span></li>)}</ul></section>
    {vote.opinions.length > 0 && <section><SectionTitle rule="above">{w.opinions}</SectionTitle><ul className="bv-opinions">{vote.opinions.map((one) => <li key={one.saidBy}><b>{w[one.saidBy]}</b>{one.words}</li>)}</ul></section>}
    <section><SectionTitle rule="above">{w.rules}</SectionTitle><ul className="bv-rules">{vote.rules.map((rule) => <li key={rule.code}>{say(rule.words)}{rule.source && <span className="lk-small"> {sourceLine(rule.source)}</span>}</li>)}</ul></section>
    {vote.root && <section><SectionTitle rule="above">{w.root}</SectionTitle><p className="lk-second">{w.rootLine(vote.size ?? 0)}</p><p className="bv-root">{vote.root}</p>
      {vote.seed && <Facts facts={[[w.draw, <span key="seed" className="bv-root">{vote.seed}</span>]]} />}<p><Button look="quiet" href="/vote">{w.check}</Button></p></section>}
  </>
}

function Result({ result }: { result: Counted }) {
  const w = useWords(voteWords)
  const say = useSay()
  return <section><SectionTitle rule="above">{w.result}</SectionTitle>
    {result.questions.map((question) => <div key={question.n}>
      <p className="bv-said">{result.questions.length > 1 && `${question.title}：`}{w[question.outcome]}</p>
      <ul className="bv-result">{question.options.map((one) => <li key={one.id}><span>{one.label}{one.won && question.options.length > 3 ? `，${w.won}` : ''}</span>
        <span>{w.votes(whole(one.heads))}</span><span>{one.area > 0 ? `${areaOf(one.area)} ${w.m2}` : ''}</span></li>)}</ul></div>)}
    <ul className="bv-rules">{result.reasons.map((reason, n) => <li key={n}>{say(reason.words)}{reason.source && <span className="lk-small"> {sourceLine(reason.source)}</span>}</li>)}</ul>
  </section>
}
