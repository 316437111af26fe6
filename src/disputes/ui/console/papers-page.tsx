/** The papers of a dispute on A4: a slip for each side, the agreement, the ways on. */
import './disputes.css'
import { useEffect, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Button, Choices, ConsoleFrame, Empty, ErrorNote, PageHead, Skeleton, useWords } from '../../../ui-kit/index.ts'
import type { SideName } from '../../rules/index.ts'
import { useDispute, useDisputeMove, useFullNames, type Dispute, type FullNames } from '../api.ts'
import { newWords } from './new-words.ts'
import { AgreementSheet } from './papers/agreement-sheet.tsx'
import { SlipSheet } from './papers/slip-sheet.tsx'
import { WaysSheet } from './papers/ways-sheet.tsx'
import { disputeWords } from './words.ts'

type Which = 'slip_a' | 'slip_b' | 'agreement' | 'ways'

export default function PapersPage() {
  const d = useWords(disputeWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const query = useDispute(id)
  return <ConsoleFrame current="/console/disputes">{query.data ? <Papers dispute={query.data} />
    : query.error ? <ErrorNote title={d.failed} error={query.error} /> : <Skeleton />}</ConsoleFrame>
}

/** What paper is wanted at this state. */
const first = ({ state }: Dispute): Which =>
  state === 'asked' ? 'slip_a' : state === 'refused' || state === 'failed' || state === 'stopped' ? 'ways' : state === 'accepted' ||
    state === 'appointed' || state === 'mediating' ? 'slip_a' : 'agreement'

function Papers({ dispute }: { dispute: Dispute }) {
  const w = useWords(newWords)
  const d = useWords(disputeWords)
  const [which, choose] = useState<Which>(first(dispute))
  const slips = dispute.moves.includes('slip')
  const options: readonly (readonly [Which, string, boolean])[] = [['slip_a', w.slipA, slips], ['slip_b', w.slipB, slips],
    ['agreement', w.agreement, dispute.agreement !== null], ['ways', w.ways, dispute.role !== 'opener']]
  return <>
    <div className="dc-no-print"><PageHead title={w.papers} line={d.nth(dispute.number)}
      back={{ href: `/console/disputes/${dispute.id}`, word: w.show }} /></div>
    <div className="dc-tools"><Choices legend={w.which} value={which} onChange={choose}
      options={options.filter(([, , shown]) => shown).map(([value, word]) => ({ value, word }))} /></div>
    {which === 'slip_a' && slips && <Slip key="a" dispute={dispute} side="a" />}
    {which === 'slip_b' && slips && <Slip key="b" dispute={dispute} side="b" />}
    {which === 'agreement' && (dispute.agreement ? <Agreement dispute={dispute} /> : <Empty title={w.noAgreement} />)}
    {which === 'ways' && <><div className="dc-tools"><Button look="primary" icon="print" onClick={() => print()}>{w.print}</Button></div>
      <WaysSheet number={dispute.number} kind={dispute.kind} place={dispute.place.name} committee={dispute.committee} /></>}
  </>
}

function Slip({ dispute, side }: { dispute: Dispute; side: SideName }) {
  const w = useWords(newWords)
  const [code, keep] = useState<string | null>(null)
  const make = useDisputeMove<{ code: string }>(dispute.id, 'slip', (done) => keep(done.code))
  return <>
    <div className="dc-tools">{code === null ? <><Button look="primary" busy={make.isPending}
      onClick={() => make.mutate({ side })}>{w.makeSlip}</Button>
      <p className="dc-small">{w.slipNote}</p></> : <Button look="primary" icon="print" onClick={() => print()}>{w.print}</Button>}</div>
    {make.error && <ErrorNote error={make.error} />}
    {code !== null && <SlipSheet side={side} code={code} number={dispute.number} kind={dispute.kind} place={dispute.place.name}
      committee={dispute.committee} />}
  </>
}

const SECONDS = 60
function Agreement({ dispute }: { dispute: Dispute }) {
  const w = useWords(newWords)
  const [names, show] = useState<FullNames | null>(null)
  const [left, setLeft] = useState(0)
  const reveal = useFullNames(dispute.id, (shown) => { show(shown); setLeft(SECONDS) })
  useEffect(() => {
    if (names === null) return
    const tick = setInterval(() => setLeft((n) => { if (n <= 1) show(null); return n - 1 }), 1000)
    return () => clearInterval(tick)
  }, [names])
  return <>
    <div className="dc-tools"><Button look="primary" icon="print" onClick={() => print()}>{w.print}</Button>
      {dispute.role === 'mediator' ? names ? <p className="dc-small" role="timer">{w.hidesIn(left)}</p>
        : <><Button busy={reveal.isPending} onClick={() => reveal.mutate({ purpose: 'identity_check' })}>{w.fullNames}</Button><p
          className="dc-small">{w.fullNote}</p></>
        : <p className="dc-small">{w.onlyMediator}</p>}</div>
    {reveal.error && <ErrorNote error={reveal.error} />}
    <AgreementSheet dispute={dispute} names={names} />
  </>
}
