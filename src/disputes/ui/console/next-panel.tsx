/** What comes next, with the moves that are open to who reads it: one that is due, a few that fit, the rare ones folded away. */
import { useState } from 'react'
import { Button, DecisionPanel, Icon, useNow, useSay, useWords } from '../../../ui-kit/index.ts'
import { moves, type MoveName } from '../../rules/index.ts'
import type { Dispute } from '../api.ts'
import { dayIsOver } from '../parts/clauses.tsx'
import { MoveForm } from './move-forms.tsx'
import { disputeWords, nextWords, openerWords } from './words.ts'
import { moveWords } from './move-words.ts'

const RARE: readonly MoveName[] = ['object', 'decline', 'leave', 'fail', 'stop', 'slip']

/** The one move that the state asks for. */
function mainMove(dispute: Dispute, now: number): MoveName | null {
  const planned = dispute.sessions.find(({ state }) => state === 'planned')
  if (dispute.state === 'mediating') {
    if (planned) return Date.parse(planned.at) <= now ? 'hold' : null
    return dispute.sessions.some(({ state }) => state === 'held') ? 'draft' : 'plan'
  }
  if (dispute.state === 'drafted') return dispute.agreement?.secondNeeded && !dispute.agreement.second ? 'second' : 'sign'
  if (dispute.state === 'asked') return 'consent'
  if (dispute.state === 'accepted') return 'appoint'
  if (dispute.state === 'appointed') return 'plan'
  if (dispute.state === 'kept') return 'visit'
  return dispute.state === 'signed' || dispute.state === 'broken' ? 'check' : null
}

/** Moves that make no sense just now although the table allows them: nothing left to enter, or the time has not come. */
function idle(dispute: Dispute, move: MoveName, now: number): boolean {
  const planned = dispute.sessions.find(({ state }) => state === 'planned')
  if (move === 'hold') return !planned || Date.parse(planned.at) > now
  if (move === 'draft') return !dispute.sessions.some(({ state }) => state === 'held')
  if (move === 'second') return !dispute.agreement?.secondNeeded || dispute.agreement.second !== null
  if (move === 'sign') return Boolean(dispute.agreement?.secondNeeded && !dispute.agreement.second)
  if (move === 'object') return dispute.sessions.some(({ state }) => state === 'held') || dispute.sides.every(({ objected }) => objected)
  if (move === 'check') return dispute.clauses.every(({ state }) => state === 'kept')
  return false
}

/** `phone`: moves that print something are left to the desk, and said so. */
export function NextPanel({ dispute, phone = false }: { dispute: Dispute; phone?: boolean }) {
  const w = useWords(nextWords)
  const d = useWords(disputeWords)
  const told: Partial<Record<string, string>> = useWords(openerWords)
  const m = useWords(moveWords)
  const say = useSay()
  const now = useNow()
  const [making, make] = useState<MoveName | null>(null)
  const open = dispute.moves.filter((move) => !idle(dispute, move, now) && !(phone && move === 'slip'))
  const wanted = mainMove(dispute, now)
  const main = wanted !== null && open.includes(wanted) ? wanted : null
  const beside = open.filter((move) => move !== main && !RARE.includes(move))
  const rare = open.filter((move) => RARE.includes(move))
  const second = dispute.state === 'drafted' && dispute.agreement?.secondNeeded && !dispute.agreement.second
  const forOpener = dispute.role === 'opener' ? told[dispute.state] : undefined
  const over = dispute.clauses.some(({ state, until }) => state === 'open' && dayIsOver(until, now))
  const reason = forOpener ?? (second ? d.secondNeeded : dispute.state === 'signed' && over ? w.dutyDue : w[dispute.state])
  // A duty whose day is still to come asks for nothing yet.
  const due = main !== null && main !== 'visit' && main !== 'consent' && dispute.role !== 'opener' && (dispute.state !== 'signed' || over)
  const waysOn = dispute.role !== 'opener' && !phone && (dispute.state === 'refused' || dispute.state === 'failed')
  const press = (move: MoveName) => (move === 'slip' ? undefined : () => make(move))
  const button = (move: MoveName, look: 'decide' | 'primary' | 'plain' | 'quiet') => <Button key={move} look={look} onClick={press(move)}
    {...(move === 'slip' ? { href: `/console/disputes/${dispute.id}/papers` } : {})}>{move === 'slip' ? m.slipTitle : say(moves[move].say)}</Button>
  const buttons = <>{main && button(main, due ? 'decide' : 'primary')}{beside.map((move) => button(move, 'plain'))}
    {rare.length > 0 && <details className="dc-more"><summary>{m.moreMoves}<Icon name="down" size={16} /></summary>
      <div className="dc-more__moves">{rare.map((move) => button(move, 'quiet'))}</div></details>}</>
  return <div className="lk-no-print">
    {due ? <DecisionPanel lead={w.yourTurn} reason={reason}>{buttons}</DecisionPanel>
      : <section className="lk-card"><p><b>{w.waits}</b> {reason}</p>{(open.length > 0 || waysOn) && <div className="lk-moves">{waysOn && <Button
        look="primary" icon="print" href={`/console/disputes/${dispute.id}/papers`}>{d.waysPaper}</Button>}{buttons}</div>}</section>}
    {phone && dispute.role !== 'opener' && <p className="dc-small dc-at-desk">{d.papersAtDesk}</p>}
    {making && <MoveForm dispute={dispute} move={making} onClose={() => make(null)} />}
  </div>
}
