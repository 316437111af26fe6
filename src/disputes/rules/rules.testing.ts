/** Disputes and standings for the tests of rules, and what a decided change makes of a dispute. */
import type { Result } from '../../kit/pure.ts'
import { disputeActs } from './acts.ts'
import type { Change } from './change.ts'
import type { Clause, Dispute, Session, Side, Standing } from './dispute.ts'

export type World = { readonly dispute: Dispute; readonly at: number }
const side = (name: 'a' | 'b'): Side => ({ side: name, consent: 'asked', objected: null, signed: false, judged: false })

export const fresh: Dispute = {
  id: 'd', kind: 'leaking', state: 'asked', committee: 'committee', mediator: null, declined: [], openedPerson: 'o',
  openedAt: 1_795_142_400_000, remindedAt: null, until: null, sides: [side('a'), side('b')], sessions: [], agreement: null,
  duties: [], version: 1,
}
export const mediating: Dispute = {
  ...fresh, state: 'mediating', mediator: 'm', until: '2026-12-20', sides: [{ ...side('a'), consent: 'yes' }, { ...side('b'), consent: 'yes' }],
  sessions: [{ id: 's', at: fresh.openedAt, state: 'held' }],
}
export const clause: Clause = { n: 1, by: 'a', what: '更换漏水的角阀', until: '2026-12-01', fen: null, basis: null }

export const stranger: Standing = { person: 'x', committee: false, mediates: false, opener: false, side: null, clock: false }
export const member: Standing = { ...stranger, person: 'c', committee: true }
export const mediator: Standing = { ...member, person: 'm', mediates: true }
export const opener: Standing = { ...stranger, person: 'o', opener: true }
export const sideA: Standing = { ...stranger, person: null, side: 'a' }
export const sideB: Standing = { ...sideA, side: 'b' }
export const clock: Standing = { ...stranger, person: null, clock: true }

function sidesAfter(dispute: Dispute, change: Change): readonly Side[] {
  return dispute.sides.map((one) => {
    const made = change.sides.find((changed) => changed.side === one.side)
    return made ? { ...one, consent: made.consent ?? one.consent, objected: made.objected ?? one.objected, signed: made.signed ?? one.signed,
      judged: made.judged ?? one.judged } : one
  })
}

function sessionsAfter(dispute: Dispute, change: Change): readonly Session[] {
  const kept = dispute.sessions.map((one) => (change.cancel && one.state === 'planned' ? { ...one, state: 'cancelled' as const }
    : change.held?.session === one.id ? { ...one, state: 'held' as const } : one))
  return change.plan ? [...kept, { id: `s${kept.length}`, at: change.plan.at, state: 'planned' }] : kept
}

/** The dispute after a change, as the store would make it; unchanged when it was refused. */
export function after(dispute: Dispute, decided: Result<Change>): Dispute {
  if (!decided.ok) return dispute
  const { set, agreement, second } = decided.value
  return {
    ...dispute, state: set.state ?? dispute.state, mediator: set.mediator === undefined ? dispute.mediator : set.mediator?.person ?? null,
    declined: set.declined ? [...dispute.declined, set.declined] : dispute.declined, until: set.until ?? dispute.until,
    sides: sidesAfter(dispute, decided.value), sessions: sessionsAfter(dispute, decided.value),
    agreement: agreement ? { secondNeeded: agreement.secondNeeded, second: null } : second && dispute.agreement ? { ...dispute.agreement, second }
      : dispute.agreement,
    duties: agreement ? agreement.clauses.map((one) => ({ ...one, state: 'open', reminded: false })) : dispute.duties, version: dispute.version + 1,
  }
}

/** The kinds of act that disputes declare. */
export const actKindsOf = (): readonly string[] => Object.keys(disputeActs.kinds)
