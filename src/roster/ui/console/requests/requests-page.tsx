/** 居民申请: what residents ask about their own data, the nearest due first, answered here. */
import './requests.css'
import { useState } from 'react'
import { Button, ClockChip, ConsoleFrame, dayOf, Empty, ErrorNote, Go, Meta, PageHead, SectionTitle, Skeleton, Tag, useNow, useSay, useSettings,
  useWords, colon } from '../../../../ui-kit/index.ts'
import { fieldRules } from '../../../rules/fields.ts'
import { REASON_SAID } from '../../../rules/own-file/request.ts'
import { RELATION_SAID, SEX_SAID } from '../../parts/home-words.ts'
import { AnswerWindow } from './answer-window.tsx'
import { useDataRequests, useReadRequest, type DataRequest, type Read } from './requests-api.ts'
import { ASKS, requestWords } from './request-words.ts'

const HERE = '/console/requests'

export default function RequestsPage() {
  const w = useWords(requestWords)
  const asked = useDataRequests()
  const [answering, answer] = useState<{ readonly request: DataRequest; readonly outcome: 'done' | 'refused' } | null>(null)
  const open = asked.data?.filter(({ state }) => state === 'open') ?? []
  const closed = asked.data?.filter(({ state }) => state !== 'open') ?? []
  return <ConsoleFrame current={HERE}>
    <PageHead title={w.title} line={w.line} />
    <div className="rq-page">
      {asked.error && !asked.data ? <ErrorNote title={w.failed} error={asked.error}><Button onClick={() => void asked.refetch()}>
        {w.again}</Button></ErrorNote>
        : !asked.data ? <Skeleton repeat={4} /> : <>
          {open.length === 0 ? <Empty title={w.none} line={w.noneLine} /> : <section><SectionTitle>{w.open(open.length)}</SectionTitle>
            <ol>{open.map((one) => <OpenRequest key={one.id} request={one} onAnswer={(outcome) => answer({ request: one,
              outcome })} />)}</ol></section>}
          {closed.length > 0 && <section><SectionTitle>{w.closed}</SectionTitle>
            <ol>{closed.map((one) => <ClosedRequest key={one.id} request={one} />)}</ol></section>}</>}
    </div>
    {answering && <AnswerWindow {...answering} onClose={() => answer(null)} />}
  </ConsoleFrame>
}

function useDay(): (at: string) => string {
  const now = useNow()
  const { lang } = useSettings()
  return (at) => dayOf(Date.parse(at.length === 10 ? `${at}T12:00:00+08:00` : at), now, lang)
}

/** What is asked, in a line: 要改 手机号. */
export function useAsks(): (one: DataRequest) => string {
  const say = useSay()
  return ({ kind, field }) => [say(ASKS[kind]), field === 'tie' ? say({ zh: '住不住这里',
    en: 'the home' }) : say(fieldRules.find((one) => one.field === field)?.said
    ?? { zh: '', en: '' })].filter(Boolean).join(say({ zh: '', en: ': ' }))
}

/** A coded value in words; masked values stand as they are. */
export function useWanted(): (one: Pick<DataRequest, 'field'>, value: string) => string {
  const say = useSay()
  const coded: Readonly<Record<string, Readonly<Record<string, { zh: string; en: string }>>>> = { sex: SEX_SAID, relation: RELATION_SAID }
  return ({ field }, value) => { const said = coded[field ?? '']?.[value]; return said ? say(said) : value }
}

function Head({ request: one }: { request: DataRequest }) {
  const w = useWords(requestWords)
  const asks = useAsks()
  const day = useDay()
  const wanted = useWanted()
  return <div className="rq-head"><p><b>{asks(one)}</b>{one.askedBy === 'guardian' && <Tag>{w.guardian}</Tag>}</p>
    <Meta><span>{one.name ?? w.nobody}</span><Go className="lk-link" href={`/console/roster/homes/${one.home}`}>{one.homeName}</Go>
      <span>{w.asked(day(one.askedAt))}</span>{one.wanted && <span>{w.wants(wanted(one, one.wanted))}</span>}</Meta></div>
}

function OpenRequest({ request: one, onAnswer }: { request: DataRequest; onAnswer: (outcome: 'done' | 'refused') => void }) {
  const w = useWords(requestWords)
  const now = useNow()
  const wanted = useWanted()
  const [read, setRead] = useState<Read | null>(null)
  const look = useReadRequest(setRead)
  return <li className="rq-item"><div className="rq-top"><Head request={one} />
    <ClockChip due={Date.parse(one.due)} from={Date.parse(one.askedAt)} now={now} state={one.provisional ? 'provisional' : 'running'} /></div>
    {read && <div className="rq-said" role="status"><p>{read.words ?? w.noWords}</p>{read.wanted && <p><b>{wanted(one, read.wanted)}</b></p>}</div>}
    {look.error && <ErrorNote title={w.failed} error={look.error} />}
    <div className="lk-moves"><Button size="small" onClick={() => onAnswer('done')}>{w.done}</Button>
      <Button size="small" onClick={() => onAnswer('refused')}>{w.refuse}</Button>
      {!read && <Button size="small" look="quiet" busy={look.isPending} title={w.readNote} onClick={() => look.mutate(one.id)}>
        {w.read}</Button>}</div></li>
}

function ClosedRequest({ request: one }: { request: DataRequest }) {
  const w = useWords(requestWords)
  const say = useSay()
  const day = useDay()
  const what = one.state === 'done' ? w.answered : one.state === 'refused' ? w.refused : w.withdrawn
  return <li className="rq-item rq-item--closed"><Head request={one} />
    <p className="lk-second">{one.decidedOn ? w.outcome(what, day(one.decidedOn)) : what}{one.reason && `${colon()}${say(REASON_SAID[one.reason])}`}</p></li>
}
