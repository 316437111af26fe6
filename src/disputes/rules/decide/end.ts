import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import { sideOf, type Dispute, type Duty, type SideName, type Standing, type State } from '../dispute.ts'
import { mayMove } from '../moves.ts'
import { ownSide, type OfSide } from './begin.ts'

const waysToBoth = [{ to: 'sides' as const, template: 'dispute.ways' as const }]

/** [D10] A side ends it whenever it wants. Source: 《人民调解法》第二十三条. */
export function decideLeave(dispute: Dispute, standing: Standing, given: OfSide): Result<Change> {
  const may = mayMove('leave', dispute, standing)
  if (!may.ok) return may
  const own = ownSide(standing, given.side)
  if (!own.ok) return own
  return ok(change('leave', {
    facts: { side: given.side, via: given.via }, set: { state: 'failed', endedHow: 'side_left' }, cancel: true,
    tell: [{ to: 'committee', template: 'dispute.left' }, ...waysToBoth],
  }))
}

/** [D10] No agreement: by the mediator's word, or when the month is over. Both sides get the ways on in writing. Source: 《人民调解法》第二十六条. */
export function decideFail(dispute: Dispute, standing: Standing): Result<Change> {
  const may = mayMove('fail', dispute, standing)
  if (!may.ok) return may
  const why = standing.clock ? 'month_over' : 'not_agreed'
  return ok(change('fail', {
    facts: { why }, set: { state: 'failed', endedHow: why }, cancel: true, tell: [{ to: 'mediator', template: 'dispute.failed' }, ...waysToBoth],
  }))
}

/** Why a dispute is not for mediation. */
export const STOP_REASONS = ['violence', 'police', 'in_court', 'authority'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** [D2] It turns out not to be for mediation: violence, a matter of the police, already before a court, or an authority's alone. */
export function decideStop(dispute: Dispute, standing: Standing, why: StopReason): Result<Change> {
  const may = mayMove('stop', dispute, standing)
  if (!may.ok) return may
  return ok(change('stop', {
    facts: { why }, set: { state: 'stopped', endedHow: why }, cancel: true, tell: [{ to: 'committee', template: 'dispute.stopped' }],
  }))
}

/** Where an agreement stands by its duties: all kept, one not kept, or still running. */
export const stateByDuties = (duties: readonly Pick<Duty, 'state'>[]): State =>
  duties.some(({ state }) => state === 'not_kept') ? 'broken' : duties.every(({ state }) => state === 'kept') ? 'kept' : 'signed'

/** [D11] The mediator looks whether a duty was kept; what was not may be kept later. Source: 《人民调解法》第三十一条. */
export function decideCheck(
  dispute: Dispute, standing: Standing, given: { readonly n: number; readonly kept: boolean; readonly words: string },
): Result<Change> {
  const may = mayMove('check', dispute, standing)
  if (!may.ok) return may
  const duty = dispute.duties.find(({ n }) => n === given.n)
  if (!duty) return refuse({ code: 'no_clause', rule: 'D11', explain: { zh: '协议里没有这一条。', en: 'The agreement has no such clause.' } })
  const state = given.kept ? 'kept' as const : 'not_kept' as const
  if (duty.state === state) return refuse({ code: 'already', rule: 'D11', explain: { zh: '这一条已经这样记了。', en: 'It is entered so already.' } })
  const after = stateByDuties(dispute.duties.map((one) => (one.n === given.n ? { state } : one)))
  return ok(change('check', {
    facts: { n: given.n, kept: given.kept }, set: { state: after }, duty: { n: given.n, state },
    ...(given.words === '' ? {} : { said: { kind: 'check' as const, words: given.words } }),
    tell: after === dispute.state ? [] : [{ to: 'sides', template: after === 'kept' ? 'dispute.kept' : 'dispute.ways' }],
  }))
}

/** [D11] A visit to see how it goes. */
export function decideVisit(dispute: Dispute, standing: Standing, words: string): Result<Change> {
  const may = mayMove('visit', dispute, standing)
  return may.ok ? ok(change('visit', { said: { kind: 'visit', words } })) : may
}

/** [D12] A side says once how it went; what it said is only counted. */
export function decideJudge(dispute: Dispute, standing: Standing, side: SideName): Result<Change> {
  const may = mayMove('judge', dispute, standing)
  if (!may.ok) return may
  const own = ownSide(standing, side)
  if (!own.ok) return own
  if (sideOf(dispute, side).judged) return refuse({ code: 'already', rule: 'D12',
    explain: { zh: '您已经评过，谢谢。', en: 'You have answered already, thank you.' } })
  return ok(change('judge', { sides: [{ side, judged: true }] }))
}

/** [D3] [D11] The clock asks somebody to look: at an invitation without an answer, or at a duty whose day has passed. */
export function decideRemind(dispute: Dispute, standing: Standing, n: number | null): Result<Change> {
  const may = mayMove('remind', dispute, standing)
  if (!may.ok) return may
  return ok(n === null
    ? change('remind', { set: { reminded: true }, tell: [{ to: 'committee', template: 'dispute.ask_again' }] })
    : change('remind', { facts: { n }, duty: { n, reminded: true }, tell: [{ to: 'mediator', template: 'dispute.check' }] }))
}

/** [D3] Nobody answered in time: it ends as not agreed, with the ways on. */
export function decideLapse(dispute: Dispute, standing: Standing): Result<Change> {
  const may = mayMove('lapse', dispute, standing)
  return may.ok
    ? ok(change('lapse', { set: { state: 'refused', endedHow: 'no_answer' },
      tell: [{ to: 'committee', template: 'dispute.refused' }, ...waysToBoth] }))
    : may
}

