/** One vote, live: who took part against both quorums in words, building by building, the steps, what waits, and what one may do next. */
import './votes.css'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, dayOf, ErrorNote, Go, Icon, moment, now, SectionTitle, Skeleton, sourceLine, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { areaOf, whole } from '../../resident/vote/vote-words.ts'
import type { Counted } from '../../resident-api.ts'
import { LinkPart } from './link-part.tsx'
import { NextPart } from './next-part.tsx'
import { PapersPart } from './papers-part.tsx'
import { useVote, type Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export default function VotePage() {
  const w = useWords(deskWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const vote = useVote(id)
  return <ConsoleFrame current="/console/votes"><div className="vc-page vc-page--one">
    {vote.data ? <Whole vote={vote.data} /> : vote.error ? <ErrorNote title={w.failed} error={vote.error}><Button look="primary" onClick={() => void vote.refetch()}>{w.again}</Button></ErrorNote>
      : <Skeleton repeat={4} />}
  </div></ConsoleFrame>
}

function Whole({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const say = useSay()
  const { lang } = useSettings()
  const { participation: p } = vote
  const day = (at: string | null): string => (at ? dayOf(Date.parse(at), now(), lang) : '')
  const left = vote.closesAt ? Math.ceil((Date.parse(vote.closesAt) - now()) / 86_400_000) : 0
  const when = vote.state === 'open' && vote.closesAt ? w.until(moment(Date.parse(vote.closesAt), now(), lang), left)
    : vote.opensAt && ['noticed', 'frozen'].includes(vote.state) ? w.opens(moment(Date.parse(vote.opensAt), now(), lang)) : w[vote.state]
  return <>
    <header className="vc-head"><div><p className="lk-second">{vote.electorate.name}{vote.kind === 'budget' ? '' : w.assembly}，{w.nth(vote.number)}</p><h1>{vote.title}</h1></div>
      <p className="vc-tools"><span className="vc-when"><Icon name="calendar" size={16} />{when}</span>
        {vote.may.includes('electors') && <Button icon="print" href={`/console/votes/${vote.id}/electors`}>{w.papersTool}</Button>}
        {vote.state !== 'draft' && <Button look="quiet" href={`/vote/${vote.id}`} outside>{w.openPage}</Button>}</p></header>
    {p.headsTotal > 0 && <><p className="vc-said">{say(p.words)}</p>
      <Track name={w.heads} have={p.heads} need={p.headsNeeded} all={p.headsTotal} said={whole} unit="" />
      {p.areaTotal > 0 && <Track name={w.area} have={p.area} need={p.areaNeeded} all={p.areaTotal} said={areaOf} unit={w.m2} />}
      {vote.kind !== 'budget' && <p className="lk-second">{w.basis(day(vote.frozenAt))}</p>}</>}
    {vote.result && <Result result={vote.result} />}
    <div className="vc-columns">
      {vote.buildings.length > 0 && <section><SectionTitle>{w.buildings}</SectionTitle><ul className="vc-buildings">{vote.buildings.map((one) => <li key={one.id}><span>{one.name}</span>
        <span className="vc-track" aria-hidden="true"><i style={{ width: `${one.titles === 0 ? 0 : (100 * one.tookPart) / one.titles}%` }} />{one.titles > 0 && <b style={{ left: `${(100 * one.needed) / one.titles}%` }} />}</span>
        <span>{one.tookPart}<span className="lk-second">/{one.titles}</span></span></li>)}</ul></section>}
      <section><SectionTitle>{w.steps}</SectionTitle><ul className="vc-steps">{vote.steps.map((step) => <li key={step.code} className={`is-${step.state}`}>
        <Icon name={step.state === 'done' ? 'check' : step.state === 'missing' ? 'warn' : 'calendar'} size={18} /><span>{say(step.words)}{step.source && <span className="lk-small"> {sourceLine(step.source)}</span>}</span>
        <span>{step.doneOn ?? step.due ?? ''}</span></li>)}</ul>
        {vote.frozenAt && <p className="vc-how"><span className="lk-second">{w.how}</span><span>{w.phone} {vote.channels.phone}，{w.paper} {vote.channels.paper}，{w.door} {vote.channels.door}</span></p>}</section>
      <div className="vc-side">
        {vote.todos.length > 0 && <section className="vc-todo"><p>{w.todo}</p>{vote.todos.map((one) => <div key={one.code}><b>{say(one.words)}</b>
          {one.code === 'doubles' || one.code === 'differing' ? <><span className="lk-second">{w.conflictsLine}</span><Button look="decide" href={`/console/votes/${vote.id}/conflicts`}>{w.conflictsGo}</Button></>
            : ['unentered', 'undelivered'].includes(one.code) && <Go href={`/console/votes/${vote.id}/electors`}>{w.todoGo}</Go>}</div>)}</section>}
        {vote.sealed && ['open', 'closed'].includes(vote.state) && <section className="vc-sealed"><h2><Icon name="lock" size={18} />{w.sealed}</h2><p className="lk-second">{w.sealedLine}</p></section>}
        <NextPart vote={vote} />
        <PapersPart vote={vote} />
        <LinkPart vote={vote} />
      </div>
    </div>
  </>
}

function Track({ name, have, need, all, said, unit }: { name: string; have: number; need: number; all: number; said: (n: number) => string; unit: string }) {
  const w = useWords(deskWords)
  const at = (n: number): string => `${all === 0 ? 0 : Math.min(100, (100 * n) / all)}%`
  return <div className="vc-quorum"><b>{name}</b><span className="vc-track vc-track--big" aria-hidden="true"><i style={{ width: at(have) }} />
    {need > have && <em style={{ left: at(have), width: `calc(${at(need)} - ${at(have)})` }} />}{need > 0 && <b style={{ left: at(need) }} />}</span>
    <span><b>{said(have)}</b>{need > 0 ? unit ? w.figureBare(said(have), `${said(need)} ${unit}`) : w.figure(said(have), said(need), said(all)) : ''}</span></div>
}

function Result({ result }: { result: Counted }) {
  const w = useWords(deskWords)
  const say = useSay()
  return <section className="vc-result"><SectionTitle>{w.result}</SectionTitle>
    {result.questions.map((question) => <div key={question.n}><p className="vc-said">{result.questions.length > 1 ? `${question.title}：` : ''}{w[question.outcome]}</p>
      <table className="vc-table"><tbody>{question.options.map((one) => <tr key={one.id}><th scope="row">{one.label}</th><td>{whole(one.heads)}</td><td>{one.area > 0 ? `${areaOf(one.area)} ${w.m2}` : ''}</td></tr>)}</tbody></table></div>)}
    <ul className="vc-reasons" aria-label={w.reasons}>{result.reasons.map((reason, n) => <li key={n}>{say(reason.words)}{reason.source && <span className="lk-small"> {sourceLine(reason.source)}</span>}</li>)}</ul></section>
}
