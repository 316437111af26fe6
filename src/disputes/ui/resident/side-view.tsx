/** A dispute for one of its sides: what is asked of it now, the mediator, the meetings, the agreement, and the ways on. */
import { useState } from 'react'
import { Button, dayOf, DateText, DecisionPanel, Dialog, ErrorNote, Meta, moment, ResidentShell, SectionTitle, useNow, useSay, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { ABOUT, KIND_WORDS, SIDE_WORDS, WAYS, type State } from '../../rules/index.ts'
import { ClauseList, noon } from '../parts/clauses.tsx'
import { useMediationAct, type Mediation } from './api.ts'
import { Judge } from './judge.tsx'
import { mediationWords } from './words.ts'

type Asking = 'no' | 'object' | 'leave'

export function SideView({ mediation, onOther }: { mediation: Mediation; onOther: () => void }) {
  const w = useWords(mediationWords)
  const say = useSay()
  const [asking, ask] = useState<Asking | null>(null)
  const may = (move: Mediation['moves'][number]) => mediation.moves.includes(move)
  const without = ['refused', 'failed', 'broken'].includes(mediation.state)
  return <ResidentShell back={{ href: '/', word: w.home }} right={<span>{w.nth(mediation.number)}</span>}>
    <header className="dm-head"><h1 className="lk-title">{w.heading(say(KIND_WORDS[mediation.kind]))}</h1>
      <p className="lk-second"><Meta><span>{mediation.place}</span><span>{w.youAre(say(SIDE_WORDS[mediation.side]))}</span></Meta></p></header>
    <div className="dm-body">
      <Now mediation={mediation} onNo={() => ask('no')} />
      {may('judge') && mediation.state !== 'signed' && <Judge />}
      {mediation.sides.some((side) => side.own && side.judged) && <p role="status">{w.judged}</p>}
      {mediation.agreement && <Agreement mediation={mediation} />}
      {without && <Ways />}
      {mediation.mediator && <section className="dm-person"><SectionTitle
        rule="above">{w.mediator}</SectionTitle><p><b>{mediation.mediator.name}</b></p>
        <p className="lk-second">{mediation.mediator.title}</p>{may('object') && <><p className="lk-small">{w.mediatorLine}</p><Button
          onClick={() => ask('object')}>{w.object}</Button></>}</section>}
      {['appointed', 'mediating'].includes(mediation.state) && <Meetings mediation={mediation} />}
      {['asked', 'accepted', 'appointed', 'mediating'].includes(mediation.state) && <About />}
      <section><SectionTitle rule="above">{w.who}</SectionTitle><p className="lk-second">{w.whoLine}</p></section>
      <div className="dm-foot">{may('leave') && <Button look="quiet" onClick={() => ask('leave')}>{w.leave}</Button>}
        <Button look="quiet" onClick={onOther}>{w.title}</Button></div>
    </div>
    {asking && <Sure asking={asking} onClose={() => ask(null)} />}
  </ResidentShell>
}

/** What is asked of this side now, or what it waits for. */
function Now({ mediation, onNo }: { mediation: Mediation; onNo: () => void }) {
  const w = useWords(mediationWords)
  const now = useNow()
  const { lang } = useSettings()
  const consent = useMediationAct('consent')
  const sign = useMediationAct('sign')
  if (mediation.moves.includes('consent')) {
    return <DecisionPanel lead={w.askTitle} reason={w.askLine}>
      <Button look="decide" busy={consent.isPending} onClick={() => consent.mutate({ yes: true })}>{w.yes}</Button>
      <Button onClick={onNo}>{w.no}</Button>{consent.error && <ErrorNote error={consent.error} />}</DecisionPanel>
  }
  if (mediation.state === 'drafted' && mediation.agreement?.waitsForSecond) return <p className="lk-second" role="status">{w.waitSecond}</p>
  if (mediation.moves.includes('sign')) {
    return <DecisionPanel lead={w.signTitle} reason={w.signLine}>
      <Button look="decide" busy={sign.isPending}
        onClick={() => sign.mutate({ drafted: mediation.agreement?.draftedAt })}>{w.sign}</Button>{sign.error && <ErrorNote
        error={sign.error} />}</DecisionPanel>
  }
  const planned = mediation.sessions.find(({ state }) => state === 'planned')
  const month = mediation.until ? w.monthTo(dayOf(noon(mediation.until), now, lang)) : ''
  const lines: Readonly<Record<State, string>> = {
    asked: w.waitOther, accepted: w.waitMediator, appointed: w.noSession,
      mediating: planned ? w.meet(moment(Date.parse(planned.at), now, lang), planned.spot) : w.noSession,
    drafted: w.waitSign, signed: w.running, kept: w.kept, broken: w.broken, refused: w.refused, failed: w.failed, stopped: w.stopped,
  }
  return <section className="lk-card" role="status"><p><b>{lines[mediation.state]}</b></p>
    {(mediation.state === 'appointed' || mediation.state === 'mediating') && <p className="lk-small">{month}</p>}
    {mediation.confirmBy && ['signed', 'kept', 'broken'].includes(mediation.state) && <p
      className="lk-small">{w.confirm(dayOf(noon(mediation.confirmBy), now, lang))}</p>}</section>
}

function Agreement({ mediation }: { mediation: Mediation }) {
  const w = useWords(mediationWords)
  const signed = mediation.sides.filter((side) => side.signed)
  return <section><SectionTitle rule="above">{w.agreement}</SectionTitle>
    <p className="dm-facts">{mediation.agreement?.facts}</p>
    <ClauseList clauses={mediation.clauses} running={mediation.state === 'signed'} />
    {signed.length > 0 && <p className="dm-signed">{signed.map((side) => <span
      key={side.side}>✓ {side.own ? w.signedYou : w.signedOther} </span>)}</p>}
  </section>
}

function Meetings({ mediation }: { mediation: Mediation }) {
  const w = useWords(mediationWords)
  return <section><SectionTitle rule="above">{w.sessions}</SectionTitle>{mediation.sessions.length === 0 ? <p className="lk-second">{w.noSession}</p>
    : mediation.sessions.map((one) => <p key={one.at} className="dm-sitting"><b><DateText at={Date.parse(one.at)} /></b><span>{one.spot}</span><span
      className="lk-second">{w[one.state]}</span></p>)}</section>
}

function About() {
  const w = useWords(mediationWords)
  const say = useSay()
  return <section><SectionTitle rule="above" aside={w.free}>{w.about}</SectionTitle><ul
    className="dm-about">{ABOUT.map(({ code, say: line, source }) =>
    <li key={code}><span>{say(line)}</span><span className="lk-caption">{source.law}{source.article}</span></li>)}</ul></section>
}

function Ways() {
  const w = useWords(mediationWords)
  const say = useSay()
  return <section><SectionTitle rule="above" aside={<Button look="quiet" size="small" icon="print" className="lk-no-print"
    onClick={() => print()}>{w.print}</Button>}>{w.ways}</SectionTitle>
    <ol className="dm-ways">{WAYS.map(({ code, name, say: line }) => <li key={code}><b>{say(name)}</b>{say(line)}</li>)}</ol></section>
}

const SURE = {
  no: ['no', 'noSure', 'noDo', 'consent'], object: ['object', 'objectSure', 'objectDo', 'object'], leave: ['leave', 'leaveSure', 'leaveDo', 'leave'],
} as const
function Sure({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  const w = useWords(mediationWords)
  const [title, line, label, move] = SURE[asking]
  const act = useMediationAct(move, onClose)
  return <Dialog title={w[title]} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={act.isPending} onClick={() => act.mutate(asking === 'no' ? { yes: false } : {})}>{w[label]}</Button></>}>
    <p>{w[line]}</p>{act.error && <ErrorNote error={act.error} />}</Dialog>
}
