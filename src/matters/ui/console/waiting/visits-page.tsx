/** Whom to ask the three questions: by phone, at the door, or on paper; nobody asks about what passed through their own hands. */
import './waiting.css'
import { useState } from 'react'
import { Button, ConsoleFrame, DateText, Empty, ErrorNote, MaskedName, PageHead, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { useReturnVisits, type ReturnVisit } from './waiting-api.ts'
import { useConfirmed } from '../../parts/rests-on.tsx'
import { useReveal } from '../../staff-api.ts'
import { VerdictForm } from '../moves/judging-moves.tsx'
import { VisitTriedForm } from '../moves/visit-moves.tsx'
import { MatterLine } from './matter-line.tsx'
import { waitingWords } from './waiting-words.ts'

type Asking = { readonly visit: ReturnVisit; readonly how: 'phone' | 'door' | 'vain' }

function Reporter({ visit }: { visit: ReturnVisit }) {
  const w = useWords(waitingWords)
  const reveal = useReveal(visit.id)
  const fields = (['name', 'phone'] as const).filter((field) => visit.reporter?.[field])
  if (fields.length === 0) return <span className="lk-second">{w.none}</span>
  return <>{fields.map((field) => <p key={field}><MaskedName masked={visit.reporter?.[field] ?? ''} purposes={[{ value: 'call_back', word: w.call }]}
    reveal={async () => (await reveal.mutateAsync({ field, purpose: 'call_back' })).value} /></p>)}</>
}

function VisitRow({ visit, onAsk }: { visit: ReturnVisit; onAsk: (how: Asking['how']) => void }) {
  const w = useWords(waitingWords)
  const confirmed = useConfirmed()
  const looked = confirmed(visit.verified)
  return <tr>
    <td><Reporter visit={visit} /></td>
    <td><MatterLine card={visit}>{looked && <span>{looked}</span>}</MatterLine></td>
    <td className="lk-nowrap">{visit.tried > 0 ? w.times(visit.tried) : ''}</td>
    <td className="lk-nowrap">{visit.due && <DateText at={Date.parse(visit.due)} look="day" />}</td>
    <td><div className="wt-moves">{visit.reporter?.['phone'] && <Button size="small" onClick={() => onAsk('phone')}>{w.got}</Button>}
      <Button size="small" onClick={() => onAsk('door')}>{w.met}</Button>
      <Button size="small" look="quiet" onClick={() => onAsk('vain')}>{w.vain}</Button></div><span className="wt-blank">{w.blank}</span></td>
  </tr>
}

export default function VisitsPage() {
  const w = useWords(waitingWords)
  const list = useReturnVisits()
  const [asking, ask] = useState<Asking | null>(null)
  const visits = list.data ?? []
  const close = () => ask(null)
  return <ConsoleFrame current="/console/return-visits">
    <PageHead title={w.visits} line={w.visitsLine} tools={visits.length > 0 && <Button icon="print" onClick={() => print()}>{w.print}</Button>} />
    {list.isPending && <Skeleton repeat={4} />}
    {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary"
      onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
    {list.data && visits.length === 0 && <Empty title={w.noVisits} line={w.noVisitsLine} />}
    {visits.length > 0 && <><p className="wt-sum">{w.visitsSum(visits.length)}</p>
      <table className="lk-table wt-table"><thead><tr>{[w.who, w.matter, w.tried, w.until, w.answers].map((head) => <th key={head}
        scope="col">{head}</th>)}</tr></thead>
        <tbody>{visits.map((visit) => <VisitRow key={visit.id} visit={visit} onAsk={(how) => ask({ visit, how })} />)}</tbody></table></>}
    {asking && asking.how !== 'vain' && <VerdictForm matter={asking.visit} by={asking.how} onClose={close} />}
    {asking?.how === 'vain' && <VisitTriedForm matter={asking.visit} onClose={close} />}
  </ConsoleFrame>
}
