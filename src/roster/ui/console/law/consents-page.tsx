/** 同意与约定: what the people of one household agreed to, for the community; and the paper that they sign. */
import './law.css'
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, ErrorNote, MaskedName, Meta, PageHead, SectionTitle, Skeleton, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { sensitiveKinds, sensitiveRules, type SensitiveKind } from '../../../rules/law/index.ts'
import { revealSensitive, useHomeLaw, type HomeLaw, type LawKind, type LawPerson } from '../../law-api.ts'
import { PURPOSE_SAID, RELATION_SAID, REVEAL_PURPOSES, SEX_SAID } from '../../parts/home-words.ts'
import { CONSENT_HOW_SAID, GIVEN_SAID, IS_SAID } from '../../parts/law-words.ts'
import { homeWords } from '../home/words.ts'
import { CareDialog, ValueDialog, WithdrawDialog, WriteDialog } from './consent-dialogs.tsx'
import { consentWords, lawWords } from './law-words.ts'

type Asking = { readonly what: 'write' | 'withdraw' | 'value'; readonly tie: string; readonly who: string; readonly of: LawKind }
  | { readonly what: 'care'; readonly tie: string; readonly who: string }

export default function ConsentsPage() {
  const w = useWords(consentWords)
  const l = useWords(lawWords)
  const { home = '' } = useParams({ strict: false }) as { home?: string } // the route's own parameter
  const law = useHomeLaw(home)
  return <ConsoleFrame current="/console/roster" backToList={{ href: `/console/roster/homes/${home}`, word: w.back }}>
    <PageHead title={law.data ? law.data.home.name : w.title} over={law.data ? w.title : undefined} line={w.line}
      tools={<Button icon="print" onClick={() => print()}>{w.paper}</Button>} />
    {law.error && !law.data ? <ErrorNote title={l.failed} error={law.error}><Button look="primary" onClick={() => void law.refetch()}>
      {l.again}</Button></ErrorNote>
      : !law.data ? <Skeleton repeat={4} /> : <People law={law.data} />}
  </ConsoleFrame>
}

function People({ law }: { law: HomeLaw }) {
  const w = useWords(consentWords)
  const say = useSay()
  const [asking, ask] = useState<Asking | null>(null)
  const [said, tell] = useState('')
  const close = () => ask(null)
  const done = (what: string) => { tell(what); close() }
  const missing = sensitiveKinds.filter((kind) => !law.assessed.includes(kind))
  return <div className="lw-page" data-blank>
    {missing.length > 0 && <p className="lk-second">{w.notAssessed(missing.map((kind) => say(sensitiveRules[kind].said)).join(w.and))}{' '}
      <Button look="quiet" size="small" href="/console/roster/law">{w.assess}</Button></p>}
    {law.people.length === 0 && <Empty title={w.nobody} />}
    {law.people.map((person) => <Person key={person.tie} person={person} onAsk={ask} />)}
    <p role="status" className="lk-second">{said}</p>
    <BlankForm law={law} />
    {asking?.what === 'write' && <WriteDialog who={asking.who} tie={asking.tie} kind={asking.of.kind} onClose={close} onDone={done} />}
    {asking?.what === 'withdraw' && <WithdrawDialog who={asking.who} of={asking.of} onClose={close} onDone={done} />}
    {asking?.what === 'value' && <ValueDialog who={asking.who} tie={asking.tie} kind={asking.of.kind} onClose={close} onDone={done} />}
    {asking?.what === 'care' && <CareDialog who={asking.who} tie={asking.tie} onClose={close} onDone={done} />}
  </div>
}

function Person({ person, onAsk }: { person: LawPerson; onAsk: (asking: Asking) => void }) {
  const w = useWords(consentWords)
  const h = useWords(homeWords)
  const say = useSay()
  const who = [person.name, person.relation && say(RELATION_SAID[person.relation])].filter(Boolean).join(' ')
  return <section className="lw-person">
    <SectionTitle aside={<Button size="small" onClick={() => onAsk({ what: 'care', tie: person.tie, who })}>{w.care}</Button>}>{person.name}
      <span className="lw-person__about"><Meta>{person.relation && <span>{say(RELATION_SAID[person.relation])}</span>}
        {person.sex && person.sex !== 'unknown' && <span>{say(SEX_SAID[person.sex])}</span>}
        {person.born && <span>{h.bornIn(person.born.slice(0, 4))}</span>}</Meta></span></SectionTitle>
    <ul>{person.kinds.map((of) => <Kind key={of.kind} of={of} onAsk={(what) => onAsk({ what, tie: person.tie, who, of })} />)}</ul>
  </section>
}

function Kind({ of, onAsk }: { of: LawKind; onAsk: (what: 'write' | 'withdraw' | 'value') => void }) {
  const w = useWords(consentWords)
  const say = useSay()
  const { lang } = useSettings()
  const { consent } = of
  const [last] = of.before
  const by = consent ? consent.guardianIs ? say(IS_SAID[consent.guardianIs]) : say(GIVEN_SAID[consent.givenBy]) : ''
  return <li className={consent ? 'lw-kind lw-kind--held' : 'lw-kind'}>
    <span>{say(sensitiveRules[of.kind].said)}</span>
    <span><Meta>{consent ? <span>{w.yes(sayDay(consent.givenOn, lang), by, say(CONSENT_HOW_SAID[consent.how]))}</span> : <span>{w.no}</span>}
      {!consent && last?.withdrawnOn ? <span>{w.before(sayDay(last.withdrawnOn, lang))}</span> : null}</Meta>
      {of.value && <span className="lw-kind__value">
        <MaskedName masked="＊＊＊" purposes={REVEAL_PURPOSES.map((one) => ({ value: one, word: say(PURPOSE_SAID[one]) }))}
        reveal={(purpose) => revealSensitive(of.value ?? '', purpose)} /></span>}</span>
    <span className="lw-kind__tools">{consent ? <>
      <Button size="small" look="quiet" whyNot={of.why ? say(of.why) : undefined} onClick={() => onAsk('value')}>
        {of.value ? w.change : w.keep}</Button>
      <Button size="small" look="quiet" onClick={() => onAsk('withdraw')}>{w.withdraw}</Button></>
      : <Button size="small" look="quiet" onClick={() => onAsk('write')}>{w.write}</Button>}</span>
  </li>
}

/** On paper this page is a blank form to sign; nothing of anybody stands on it. */
function BlankForm({ law }: { law: HomeLaw }) {
  const w = useWords(consentWords)
  const say = useSay()
  const line = (kind: SensitiveKind) => <li key={kind}><span>□</span><span>{say(sensitiveRules[kind].said)}{w.colon}{w.formWhy}{say(sensitiveRules[kind].why)}{w.semicolon}{w.formKept(sensitiveRules[kind].months)}</span></li>
  return <section className="lw-blank" aria-hidden="true"><h2>{w.formTitle}</h2><p>{w.formName}{w.colon}　　　　　　　　{w.formHome}{w.colon}　　　　　　　　</p>
    <p>{w.formWhat}</p><ul>{law.assessed.map(line)}</ul><p>{w.formRights}</p><p>{w.formWho}</p><p>{w.formSign}</p></section>
}
