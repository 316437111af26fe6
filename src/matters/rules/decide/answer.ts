import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { linkExpires, partyStanding, stillAsked, waitedFor, type AnswerName } from '../answering.ts'
import { change, type Change } from '../change.ts'
import type { Moment } from '../clocks.ts'
import type { Matter, Outcome, Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { decideFinish, decideLog, decideTake } from './handle.ts'
import { decideReportIn, decideSlipAnswer } from './joint.ts'
import { decideObject } from './ruling.ts'

/** What a party answers: which move, in which words, with its own number. `kind` is that of its organisation; `reason` also the ground of an objection. */
export type Answer = {
  readonly org: string; readonly kind: string; readonly what: AnswerName; readonly note: string
  readonly outcome?: Outcome | undefined; readonly reason?: string | undefined; readonly outsideNumber?: string | undefined
}

/** A number of the party's own system, kept beside its part. [M29] */
const withNumber = (decided: Change, matter: Matter, org: string, number: string | undefined): Change => {
  if (!number) return decided
  const own = matter.parties.find((p) => p.org === org)
  const parties = decided.parties.some((p) => p.org === org) ? decided.parties.map((p) => (p.org === org ? { ...p, outsideNumber: number } : p))
    : own ? [...decided.parties, { org, state: own.state, outsideNumber: number }] : decided.parties
  return { ...decided, parties }
}

/** [M29] A party's number in its own system, by itself or typed in. Nothing else changes. */
export function decideNumber(matter: Matter, standing: Standing,
  given: { readonly org: string; readonly number: string; readonly note?: string }): Result<Change> {
  const may = mayMove('number', matter, standing)
  if (!may.ok) return may
  const own = matter.parties.find((p) => p.org === given.org && p.state !== 'released')
  if (!own || (standing.party && standing.party.org !== given.org)) {
    return refuse({ code: 'not_a_party', rule: 'M29', explain: { zh: '只能给参加这件事的一方记编号。', en: 'A number is kept for a party of this matter only.' } })
  }
  return ok(change('number', { facts: { of: given.org }, said: given.note ?? '', seenBy: 'staff',
    parties: [{ org: given.org, state: own.state, outsideNumber: given.number }] }))
}

/** What the party's own words would decide, had its post said them. */
function asParty(matter: Matter, given: Answer, moment: Moment, whistledAt: number): Result<Change> {
  const standing = partyStanding(matter, given.org, given.kind)
  switch (given.what) {
    case 'report_in': return decideReportIn(matter, standing, given.note, moment, whistledAt)
    case 'take': return decideTake(matter, standing, moment)
    case 'finish': return decideFinish(matter, standing, { outcome: given.outcome ?? 'solved', note: given.note, reason: given.reason }, moment)
    case 'log': return decideLog(matter, standing, given.note)
    case 'object': return decideObject(matter, standing, { ground: given.reason ?? '', note: given.note }, moment)
    case 'slip_answer': return decideSlipAnswer(matter, standing, { from: given.org, note: given.note })
    default: return given.outsideNumber ? decideNumber(matter, standing, { org: given.org, number: given.outsideNumber, note: given.note })
      : refuse({ code: 'number_missing', rule: 'M29', explain: { zh: '请写上贵单位的编号。', en: 'Write down your own number.' } })
  }
}

/**
 * [M27] A party answers by a single-use link: what its own post could do, on behalf of the organisation and of no person. The words are what
 * the party said.
 */
export function decideByLink(matter: Matter, given: Answer, moment: Moment, whistledAt: number): Result<Change> {
  const asked = stillAsked(matter, given.org)
  if (!asked.ok) return asked
  const decided = asParty(matter, given, moment, whistledAt)
  if (!decided.ok) return decided
  const told = withNumber(decided.value, matter, given.org, given.outsideNumber)
  return ok({ ...told, facts: { ...told.facts, of: given.org }, said: told.said === '' ? given.note : told.said, onBehalfOf: given.org,
    channel: 'link' })
}

/**
 * [M28] Somebody of the community types in what a party's paper says 代录. It counts as the party's act; who typed it in did not do the work and
 * may all the same not verify it: they would be confirming their own reading of a paper.
 */
export function decideTypeIn(matter: Matter, standing: Standing, given: Answer, moment: Moment, whistledAt: number): Result<Change> {
  const may = mayMove('type_in', matter, standing)
  if (!may.ok) return may
  if (given.note.trim() === '' && given.what !== 'number') {
    return refuse({ code: 'note_missing', rule: 'M28', explain: { zh: '请照回执写上原话。', en: 'Copy the words of the slip.' } })
  }
  const asked = stillAsked(matter, given.org)
  if (!asked.ok) return asked
  const decided = asParty(matter, given, moment, whistledAt)
  if (!decided.ok) return decided
  const told = withNumber(decided.value, matter, given.org, given.outsideNumber)
  return ok({ ...told, facts: { ...told.facts, of: given.org, typed: true }, said: told.said === '' ? given.note : told.said,
    onBehalfOf: given.org, channel: 'paper' })
}

/** [M27] A link for a party that is waited for, and until when it opens. */
export function decideAnswerLink(matter: Matter, standing: Standing, org: string,
  { at }: Moment): Result<{ readonly change: Change; readonly until: number }> {
  const may = mayMove('answer_link', matter, standing)
  if (!may.ok) return may
  const party = waitedFor(matter, org)
  if (!party) {
    return refuse({ code: 'not_asked', rule: 'M27', explain: { zh: '这一方没有要答复的事。', en: 'This party has nothing to answer.' } })
  }
  const until = linkExpires(party, at)
  return ok({ until, change: change('answer_link', { facts: { to: org, hours: Math.round((until - at) / 3_600_000) }, seenBy: 'staff' }) })
}

export const OUTSIDE_STATES = ['came', 'done', 'unable', 'explained'] as const
export type OutsideState = (typeof OUTSIDE_STATES)[number]
export type OutsideUpdate = {
  readonly org: string; readonly kind: string; readonly text: string; readonly told: number
  readonly state?: OutsideState | undefined; readonly reason?: string | undefined; readonly outsideNumber?: string | undefined
}
const MOVE_OF: Readonly<Record<OutsideState, { readonly what: AnswerName; readonly outcome?: Outcome }>> = {
  came: { what: 'report_in' }, done: { what: 'finish', outcome: 'solved' }, unable: { what: 'finish', outcome: 'unable' },
  explained: { what: 'finish', outcome: 'explained' },
}

/**
 * [M29] An update from the system of a party. Its words are always kept. Its state is taken over unless it is older than the last change of that
 * party's part (case 12) or does not fit any more. `changedAt` is that last change, epoch ms.
 */
export function decideOutsideUpdate(
  matter: Matter, standing: Standing, given: OutsideUpdate, moment: Moment, whistledAt: number, changedAt: number,
): Result<{ readonly change: Change; readonly applied: boolean }> {
  const may = mayMove('outside_update', matter, standing)
  if (!may.ok) return may
  if (!matter.parties.some((p) => p.org === given.org) || (standing.party && standing.party.org !== given.org)) {
    return refuse({ code: 'not_a_party', rule: 'M29', explain: { zh: '只能记参加这件事的一方的消息。', en: 'Only updates of a party of this matter are taken.' } })
  }
  const { org, kind, text, told, state, reason, outsideNumber } = given
  const tried = state && told > changedAt ? asParty(matter, { org, kind, note: text, reason, ...MOVE_OF[state] }, moment, whistledAt) : null
  const applied = tried?.ok ?? false
  const base = tried?.ok ? tried.value : change('outside_update', { tell: [{ to: 'accountable', template: 'matter.outside_update' }] })
  return ok({ applied, change: withNumber({
    ...base, act: 'outside_update', facts: { of: org, minutes: Math.max(0, Math.round((moment.at - told) / 60_000)), state, applied }, said: text,
      seenBy: 'staff',
    onBehalfOf: org, channel: 'outside',
  }, matter, org, outsideNumber) })
}
