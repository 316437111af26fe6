/** One dispute: how far it is, what comes next, the sides, sessions, words, agreement and duties. */
import type { ReactNode } from 'react'
import { Button, DateText, Empty, ErrorNote, Icon, Meta, moment, problemOf, SectionTitle, Skeleton, Timeline, TimelineEntry, useNow, useSay,
  useSettings, useWords } from '../../../ui-kit/index.ts'
import { KIND_WORDS, SIDE_WORDS, STATE_WORDS, type SideName } from '../../rules/index.ts'
import { useDispute, type Dispute, type DisputeSide } from '../api.ts'
import { ClauseList } from '../parts/clauses.tsx'
import { DisputeAside } from './dispute-aside.tsx'
import { NextPanel } from './next-panel.tsx'
import { Steps } from './steps.tsx'
import { disputeWords, nextWords } from './words.ts'

/** The dispute `id` for who is signed in; `phone`: without what is done on paper, which is the desk's. */
export function DisputePane({ id, phone = false }: { id: string; phone?: boolean }) {
  const w = useWords(disputeWords)
  const query = useDispute(id)
  if (query.isPending) return <Skeleton lines={[30, 62, 100, 100, 84]} />
  if (!query.data) {
    if (problemOf(query.error).status === 404) return <Empty title={w.gone} line={w.goneLine} />
    return <ErrorNote title={w.failed} error={query.error}><Button look="primary" onClick={() => void query.refetch()}>{w.again}</Button></ErrorNote>
  }
  return <Whole dispute={query.data} phone={phone} />
}

function Whole({ dispute, phone }: { dispute: Dispute; phone: boolean }) {
  const w = useWords(disputeWords)
  const inside = dispute.role !== 'opener'
  return <article className="dc-pane">
    <Head dispute={dispute} phone={phone} />
    <Steps state={dispute.state} />
    <NextPanel dispute={dispute} phone={phone} />
    {!inside && <p className="dc-sealed"><Icon name="lock" size={18} />{w.openerLine}</p>}
    <div className={inside || dispute.sides.length > 0 ? 'lk-split' : undefined}><div className="dc-pane">
      {dispute.sides.length > 0 && <Sides sides={dispute.sides} />}
      {dispute.agreement && <Part title={w.agreement} aside={dispute.agreement.second ? w.secondBy(dispute.agreement.second) : undefined}>
        <p className="dc-facts-text">{dispute.agreement.facts}</p>
        <ClauseList clauses={dispute.clauses} running={dispute.state === 'signed' || dispute.state === 'broken'} /></Part>}
      {inside && ['appointed', 'mediating', 'drafted', 'signed', 'kept', 'broken', 'failed'].includes(dispute.state) && <Sessions
        dispute={dispute} />}
      {inside && <Notes dispute={dispute} />}
    </div><DisputeAside dispute={dispute} phone={phone} /></div>
  </article>
}

const Part = ({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) =>
  <section><SectionTitle aside={aside}>{title}</SectionTitle>{children}</section>

function Head({ dispute, phone }: { dispute: Dispute; phone: boolean }) {
  const w = useWords(disputeWords)
  const v = useWords(nextWords)
  const say = useSay()
  const how = dispute.endedHow === null ? undefined : v[dispute.endedHow as keyof typeof v] // a word the catalogue lacks comes out as undefined
  return <header>
    <div className="dc-head"><p
      className="dc-small"><Meta><span>{w.nth(dispute.number)}</span><span>{dispute.place.name}</span><span>{dispute.committee}</span></Meta></p>
      {dispute.role !== 'opener' && !phone && <Button size="small" icon="print" href={`/console/disputes/${dispute.id}/papers`}>{w.papers}</Button>}</div>
    <h1 className="lk-title">{w.heading(say(KIND_WORDS[dispute.kind]))}</h1>
    <p className="lk-second"><Meta><span>{say(STATE_WORDS[dispute.state])}</span>{typeof how === 'string' && <span>{how}</span>}</Meta></p>
  </header>
}

function Answer({ side }: { side: DisputeSide }) {
  const w = useWords(disputeWords)
  const via = side.consentVia === 'door' ? w.door : side.consentVia === 'code' ? w.code : w.paper
  return <span className={`dc-answer dc-answer--${side.consent}`}>{side.consent === 'yes' && '✓ '}{w[side.consent]}{side.consent !== 'asked' &&
    w.via(via)}</span>
}

/** An address that was masked whole says nothing. */
const hasWords = (masked: string | null): boolean => masked !== null && !/^[＊*]+$/.test(masked)

function Sides({ sides }: { sides: readonly DisputeSide[] }) {
  const w = useWords(disputeWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  return <Part title={w.sides}><div className="dc-sides">{sides.map((side) => <section key={side.side} className="dc-side">
    <h3>{say(SIDE_WORDS[side.side])}<Answer side={side} /></h3>
    {side.org && <p>{side.org}</p>}
    {side.persons.map((person, i) => <p key={i} className="dc-side__person"><span>{person.name}</span>{person.phone && <span
      className="dc-small">{person.phone}</span>}
      {hasWords(person.address) && <span className="dc-small">{person.address}</span>}</p>)}
    {side.objected && <p className="dc-small">{w.objected}</p>}
    {side.signedAt && <p className="dc-answer dc-answer--yes">✓ {w.signed(moment(Date.parse(side.signedAt), now, lang),
      side.signedVia === 'code' ? w.code : w.paper)}</p>}
  </section>)}</div></Part>
}

function Sessions({ dispute }: { dispute: Dispute }) {
  const w = useWords(disputeWords)
  const say = useSay()
  const { lang } = useSettings()
  const who = (present: readonly SideName[]) => present.map((side) => say(SIDE_WORDS[side])).join(lang === 'zh' ? '、' : ', ')
  return <Part title={w.sessions}>{dispute.sessions.length === 0 ? <p className="lk-second">{dispute.endedAt ? w.neverSat : w.noSession}</p>
    : dispute.sessions.map((one) => <div key={one.id} className="dc-sitting"><DateText at={Date.parse(one.at)} /><span>{one.spot}</span>
      <span className="dc-small">{one.state === 'held' ? `${w.held}${lang === 'zh' ? '，' : ', '}${w.present(who(one.present))}`
        : w.planned}</span></div>)}</Part>
}

function Notes({ dispute }: { dispute: Dispute }) {
  const w = useWords(disputeWords)
  const mine = dispute.role === 'mediator'
  return <Part title={w.notes} aside={mine ? w.notesMine : undefined}>
    {!mine && <p className="dc-sealed"><Icon name="lock" size={18} />{w.notesClosed}</p>}
    <Timeline>{dispute.notes.map((note) => <TimelineEntry key={note.id} kind={note.kind === 'opening' ? 'said' : 'done'} who={note.who ?? undefined}
      time={<DateText at={Date.parse(note.at)} look="story" />} quote={note.said}>{w[note.kind]}</TimelineEntry>)}</Timeline>
  </Part>
}
