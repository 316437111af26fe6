import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import { checkClauses, checkWords } from '../clauses.ts'
import { dayAt, endOf } from '../days.ts'
import { sideOf, type Clause, type Dispute, type SideName, type Standing } from '../dispute.ts'
import { mayMove } from '../moves.ts'
import { LAW } from '../packs/law.ts'
import { tied, type Tie } from '../ties.ts'
import { ownSide, type OfSide } from './begin.ts'

/** [D7] A time and a place for sitting down together. A tie that came up since keeps the mediator from it. An earlier plan falls away. */
export function decidePlan(
  dispute: Dispute, standing: Standing, given: { readonly at: number; readonly spot: string; readonly ties: readonly Tie[] }, at: number,
): Result<Change> {
  const may = mayMove('plan', dispute, standing)
  if (!may.ok) return may
  if (given.ties.length > 0) return tied(given.ties)
  if (given.at <= at) return refuse({ code: 'past', rule: 'D7', explain: { zh: '约的时间已经过了。', en: 'That time has passed.' } })
  if (dispute.until !== null && given.at >= endOf(dispute.until)) {
    return refuse({ code: 'after_month', rule: 'D10', source: LAW.month, explain: {
      zh: `调解一般一个月内办完，这件到${dispute.until}为止。请约在这之前。`, en: `Mediation takes a month at most, here until ${dispute.until}: choose an earlier time.`,
    } })
  }
  return ok(change('plan', {
    set: { state: 'mediating' }, cancel: true, plan: { at: given.at, spot: given.spot }, tell: [{ to: 'sides', template: 'dispute.session' }],
  }))
}

/** [D7] What came of a session: who came, and words that only its mediators read. */
export function decideHold(
  dispute: Dispute, standing: Standing,
  given: { readonly session: string; readonly present: readonly SideName[]; readonly words: string; readonly ties: readonly Tie[] }, at: number,
): Result<Change> {
  const may = mayMove('hold', dispute, standing)
  if (!may.ok) return may
  if (given.ties.length > 0) return tied(given.ties)
  const session = dispute.sessions.find(({ id, state }) => id === given.session && state === 'planned')
  if (!session) return refuse({ code: 'no_session', rule: 'D7', explain: { zh: '没有约好的这一次。', en: 'No such session is planned.' } })
  if (session.at > at) return refuse({ code: 'not_yet', rule: 'D7', explain: { zh: '还没到约的时间。', en: 'It is not yet time.' } })
  if (given.present.length === 0) {
    return refuse({ code: 'nobody', rule: 'D7', explain: { zh: '没有人来，就另约时间，不算谈过。', en: 'Nobody came: set another time.' } })
  }
  const held = dispute.sessions.filter(({ state }) => state === 'held').length
  return ok(change('hold', {
    facts: { present: given.present.length, count: held + 1 }, held: { session: given.session, present: given.present },
    said: { kind: 'session', words: given.words, session: given.session },
  }))
}

/** The mediator's own word. */
export function decideNote(dispute: Dispute, standing: Standing, words: string): Result<Change> {
  const may = mayMove('note', dispute, standing)
  return may.ok ? ok(change('note', { said: { kind: 'note', words } })) : may
}

/** [D8] [D9] The agreement as it stands now. Writing it anew takes back the signatures. Source: 《人民调解法》第二十九条. */
export function decideDraft(
  dispute: Dispute, standing: Standing, given: { readonly facts: string; readonly clauses: readonly Clause[] }, at: number,
): Result<Change> {
  const may = mayMove('draft', dispute, standing)
  if (!may.ok) return may
  if (!dispute.sessions.some(({ state }) => state === 'held')) {
    return refuse({ code: 'no_session', rule: 'D8', explain: { zh: '还没坐下来谈过，先约一次。', en: 'No session has been held yet.' } })
  }
  const words = checkWords([given.facts, ...given.clauses.map(({ what }) => what)].join('\n'))
  if (!words.ok) return words
  const checked = checkClauses(given.clauses, dayAt(at))
  if (!checked.ok) return checked
  return ok(change('draft', {
    facts: { clauses: given.clauses.length, second: checked.value }, set: { state: 'drafted' },
    sides: [{ side: 'a', signed: false }, { side: 'b', signed: false }],
    agreement: { facts: given.facts, clauses: given.clauses, secondNeeded: checked.value },
    tell: [{ to: 'sides', template: 'dispute.drafted' }, ...(checked.value ? [{ to: 'committee' as const, template: 'dispute.second' as const }] : [])],
  }))
}

/** [D9] Somebody else of the committee looks, where money goes with the end of a complaint. Source: mission M55. */
export function decideSecond(dispute: Dispute, standing: Standing): Result<Change> {
  const may = mayMove('second', dispute, standing)
  if (!may.ok) return may
  return ok(change('second', { ...(standing.person ? { second: standing.person } : {}), tell: [{ to: 'mediator', template: 'dispute.seconded' }] }))
}

/** [D8] A side signs, by code or on paper; with the second signature the agreement binds. Source: 《人民调解法》第二十九条、第三十一条. */
export function decideSign(dispute: Dispute, standing: Standing, given: OfSide, at: number): Result<Change> {
  const may = mayMove('sign', dispute, standing)
  if (!may.ok) return may
  const own = ownSide(standing, given.side)
  if (!own.ok) return own
  if (sideOf(dispute, given.side).signed) return refuse({ code: 'already', rule: 'D8', explain: { zh: '这一方已经签过。', en: 'This side has signed.' } })
  if (dispute.agreement?.secondNeeded && dispute.agreement.second === null) {
    return refuse({ code: 'second_missing', rule: 'D9', explain: {
      zh: '协议里给了钱又要求不再反映，要调解委员会另一位看过才能签。',
      en: 'Money goes with the end of a complaint: another member of the committee has to look first.',
    } })
  }
  const sides = [{ side: given.side, signed: true, via: given.via }]
  const facts = { side: given.side, via: given.via }
  if (!sideOf(dispute, given.side === 'a' ? 'b' : 'a').signed) return ok(change('sign', { facts, sides }))
  return ok(change('sign', {
    facts, sides, set: { state: 'signed', signedOn: dayAt(at) }, cancel: true,
    tell: [{ to: 'committee', template: 'dispute.signed' }, { to: 'sides', template: 'dispute.signed' }],
  }))
}
