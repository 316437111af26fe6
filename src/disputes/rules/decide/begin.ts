import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import { dayAt, monthAfter } from '../days.ts'
import { sideOf, type Dispute, type SideName, type Standing } from '../dispute.ts'
import { mayMove } from '../moves.ts'
import { LAW } from '../packs/law.ts'
import { tied, type Tie } from '../ties.ts'

export type Via = 'door' | 'paper' | 'code'
export type OfSide = { readonly side: SideName; readonly via: Via }

/** A side speaks for itself alone. */
export const ownSide = (standing: Standing, side: SideName): Result<SideName> =>
  standing.side !== null && standing.side !== side
    ? refuse({ code: 'not_yours', rule: 'D4', explain: { zh: '只能替自己这一方说。', en: 'You speak for your own side only.' } })
    : ok(side)

/** [D3] Yes or no of one side. One no ends it; the second yes begins the month. Source: 《人民调解法》第十七条. */
export function decideConsent(dispute: Dispute, standing: Standing, given: OfSide & { readonly yes: boolean }, at: number): Result<Change> {
  const may = mayMove('consent', dispute, standing)
  if (!may.ok) return may
  const own = ownSide(standing, given.side)
  if (!own.ok) return own
  const facts = { side: given.side, yes: given.yes, via: given.via }
  const sides = [{ side: given.side, consent: given.yes ? 'yes' as const : 'no' as const, via: given.via }]
  if (!given.yes) {
    return ok(change('consent', {
      facts, sides, set: { state: 'refused', endedHow: 'side_declined' },
      tell: [{ to: 'committee', template: 'dispute.refused' }, { to: 'sides', template: 'dispute.ways' }],
    }))
  }
  const other = sideOf(dispute, given.side === 'a' ? 'b' : 'a')
  if (other.consent !== 'yes') return ok(change('consent', { facts, sides }))
  const today = dayAt(at)
  return ok(change('consent', {
    facts, sides, set: { state: 'accepted', acceptedOn: today, until: monthAfter(today) }, tell: [{ to: 'committee', template: 'dispute.accepted' }],
  }))
}

/** [D5] The committee chooses a mediator who is tied to neither side. */
export function decideAppoint(
  dispute: Dispute, standing: Standing, given: { readonly person: string; readonly post: string; readonly ties: readonly Tie[] },
): Result<Change> {
  const may = mayMove('appoint', dispute, standing)
  if (!may.ok) return may
  if (given.ties.length > 0) return tied(given.ties)
  return ok(change('appoint', {
    set: { state: 'appointed', mediator: { person: given.person, post: given.post } },
    tell: [{ to: 'mediator', template: 'dispute.yours' }, { to: 'sides', template: 'dispute.mediator' }],
  }))
}

const withoutMediator = (dispute: Dispute): Change['set'] =>
  ({ state: 'accepted', mediator: null, ...(dispute.mediator ? { declined: dispute.mediator } : {}) })

/** [D6] Each side may ask for another mediator once, before the first session. Source: 《人民调解法》第二十三条. */
export function decideObject(dispute: Dispute, standing: Standing, given: OfSide): Result<Change> {
  const may = mayMove('object', dispute, standing)
  if (!may.ok) return may
  const own = ownSide(standing, given.side)
  if (!own.ok) return own
  if (sideOf(dispute, given.side).objected !== null) {
    return refuse({ code: 'objected_once', rule: 'D6', source: LAW.rights, explain: {
      zh: '每一方可以要求换一次，您这一方已经换过。不想继续，可以随时说“不调了”。',
      en: 'Each side may ask for another mediator once, and yours has. You may end the mediation at any time.',
    } })
  }
  if (dispute.sessions.some(({ state }) => state === 'held')) {
    return refuse({ code: 'objected_late', rule: 'D6', source: LAW.rights, explain: {
      zh: '已经坐下来谈过，不能再换人。不想继续，可以随时说“不调了”。', en: 'A session has been held. You may still end the mediation at any time.',
    } })
  }
  return ok(change('object', {
    facts: { side: given.side, via: given.via }, sides: [{ side: given.side, objected: dispute.mediator ?? '' }],
    set: withoutMediator(dispute), cancel: true, tell: [{ to: 'committee', template: 'dispute.objected' }],
  }))
}

/** [D5] A mediator who sees a tie stands aside and is not chosen again for it. */
export function decideDecline(dispute: Dispute, standing: Standing): Result<Change> {
  const may = mayMove('decline', dispute, standing)
  if (!may.ok) return may
  return ok(change('decline', { set: withoutMediator(dispute), cancel: true, tell: [{ to: 'committee', template: 'dispute.declined' }] }))
}
