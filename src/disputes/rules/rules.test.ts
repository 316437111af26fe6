import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf, type Result } from '../../kit/pure.ts'
import type { Change } from './change.ts'
import { actKindsOf } from './rules.testing.ts'
import { checkClauses, checkWords } from './clauses.ts'
import { confirmBy, nextClockStep } from './clock.ts'
import { dayAt, daysAfter, endOf, monthAfter } from './days.ts'
import { decideAppoint, decideConsent, decideDecline, decideObject } from './decide/begin.ts'
import { decideFail, decideStop, stateByDuties } from './decide/end.ts'
import { decideOpen } from './decide/open.ts'
import { decideDraft, decideHold, decidePlan, decideSign } from './decide/talk.ts'
import type { Clause } from './dispute.ts'
import { MOVES, mayMove, moves } from './moves.ts'
import { TIES, tiesOf } from './ties.ts'
import { after, clause, clock, fresh, mediating, mediator, member, opener, sideA, sideB, stranger, type World } from './rules.testing.ts'

const code = (result: { ok: boolean; refusal?: { code: string } }): string => (result.ok ? 'ok' : result.refusal?.code ?? '')
const at = Date.parse('2026-11-20T10:40:00+08:00')

test('[D3] one no ends it, the second yes begins a month', () => {
  const first = decideConsent(fresh, sideA, { side: 'a', yes: true, via: 'code' }, at)
  expect(first.ok && first.value.set).toEqual({})
  const yes = after(fresh, first)
  const second = decideConsent(yes, sideB, { side: 'b', yes: true, via: 'code' }, at)
  expect(second.ok && second.value.set).toEqual({ state: 'accepted', acceptedOn: '2026-11-20', until: '2026-12-20' })
  const no = decideConsent(yes, opener, { side: 'b', yes: false, via: 'door' }, at)
  expect(no.ok && no.value.set).toEqual({ state: 'refused', endedHow: 'side_declined' })
})

test('[D4] a side speaks for itself alone, and a stranger makes no move at all', () => {
  expect(code(decideConsent(fresh, sideA, { side: 'b', yes: true, via: 'code' }, at))).toBe('not_yours')
  for (const state of ['asked', 'accepted', 'appointed', 'mediating', 'drafted', 'signed', 'kept', 'broken'] as const) {
    for (const move of MOVES) expect([move, mayMove(move, { state }, stranger).ok]).toEqual([move, false])
  }
})

test('[D3] every move has a state to come from, and what was refused or stopped hears nothing more', () => {
  for (const move of MOVES) {
    expect(moves[move].from.length).toBeGreaterThan(0)
    expect(moves[move].from.filter((state) => state === 'refused' || state === 'stopped')).toEqual([])
  }
})

test('[D5] each tie alone keeps somebody from mediating', () => {
  const free = { person: 'p', posts: ['post'], home: 'b1', tiedPlaces: [], tiedOrgs: [], orgs: ['committee'], captainOf: [] }
  const to = { buildings: ['b2', 'b3'], orgs: ['firm'], persons: ['x'], hands: ['y'], declined: ['z'] }
  expect(tiesOf(free, to)).toEqual([])
  const cases: readonly (readonly [Partial<typeof free> | object, string])[] = [
    [{ person: 'x' }, 'is_side'], [{ home: 'b3' }, 'same_building'], [{ orgs: ['firm'] }, 'own_org'], [{ tiedPlaces: ['b2'] }, 'declared'],
    [{ tiedOrgs: ['firm'] }, 'declared'], [{ captainOf: ['b2'] }, 'captain'], [{ person: 'y' }, 'on_matter'], [{ posts: ['y'] }, 'on_matter'],
    [{ person: 'z' }, 'declined'],
  ]
  for (const [change, tie] of cases) expect([tie, tiesOf({ ...free, ...change }, to)]).toEqual([tie, [tie]])
  for (const tie of TIES) expect(code(decideAppoint({ ...fresh, state: 'accepted' }, member, { person: 'p', post: 'q', ties: [tie] }))).toBe('tied')
})

test('[D5] no sequence of moves lets a tied mediator hold a session', () => {
  const step = fc.record({
    move: fc.constantFrom('appoint', 'appoint', 'plan', 'plan', 'hold', 'hold', 'object_a', 'object_b', 'decline'),
    person: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'),
    becomesTied: fc.constantFrom(false, false, false, false, false, false, true),
  })
  let sat = 0
  fc.assert(fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
    let world: World = { dispute: { ...fresh, state: 'accepted', until: '2026-12-20' }, at }
    const tied = new Set<string>(['m3'])
    for (const { move, person, becomesTied } of steps) {
      if (becomesTied && world.dispute.mediator) tied.add(world.dispute.mediator)
      const held = world.dispute.sessions.filter(({ state }) => state === 'held').length
      const before = world.dispute.mediator
      world = actOn(world, move, person, tied)
      const now = world.dispute.sessions.filter(({ state }) => state === 'held').length
      sat += now - held
      if (now > held) expect(before !== null && !tied.has(before) && !world.dispute.declined.includes(before)).toBe(true)
      expect(world.dispute.mediator === null || !world.dispute.declined.includes(world.dispute.mediator)).toBe(true)
    }
  }), { numRuns: 1000 })
  expect(sat).toBeGreaterThan(100) // some 330: far enough that chance alone never fails it
})

function actOn(world: World, move: string, person: string, tied: ReadonlySet<string>): World {
  const { dispute } = world
  const ties = (who: string | null) => (who !== null && tied.has(who) ? ['declared' as const] : dispute.declined.includes(who ?? '') ?
    ['declined' as const] : [])
  const now = world.at + 3_600_000
  const own = { ...mediator, person: dispute.mediator, mediates: dispute.mediator !== null }
  const planned = dispute.sessions.find(({ state }) => state === 'planned')?.id ?? ''
  const decided: Readonly<Record<string, () => Result<Change>>> = {
    appoint: () => decideAppoint(dispute, member, { person, post: 'post', ties: ties(person) }),
    object_a: () => decideObject(dispute, sideA, { side: 'a', via: 'code' }),
      object_b: () => decideObject(dispute, sideB, { side: 'b', via: 'code' }),
    decline: () => decideDecline(dispute, own),
    plan: () => decidePlan(dispute, own, { at: now + 60_000, spot: '调解室', ties: ties(dispute.mediator) }, now),
    hold: () => decideHold(dispute, own, { session: planned, present: ['a', 'b'], words: '谈了', ties: ties(dispute.mediator) }, now),
  }
  const done = decided[move]?.()
  return { dispute: done ? after(dispute, done) : dispute, at: now }
}

test('[D6] each side may ask for another mediator once, and not after a session', () => {
  const appointed = { ...fresh, state: 'appointed' as const, mediator: 'm' }
  const first = decideObject(appointed, sideA, { side: 'a', via: 'code' })
  expect(first.ok && first.value.set).toMatchObject({ state: 'accepted', mediator: null, declined: 'm' })
  const again = { ...after(appointed, first), state: 'appointed' as const, mediator: 'm2' }
  const second = decideObject(again, sideA, { side: 'a', via: 'code' })
  expect(code(second)).toBe('objected_once')
  expect(!second.ok && second.refusal.source?.law).toContain('人民调解法')
  expect(code(decideObject(again, sideB, { side: 'b', via: 'code' }))).toBe('ok')
  expect(code(decideObject(mediating, sideA, { side: 'a', via: 'code' }))).toBe('objected_late')
})

test('[D2] violence, harm to a child and crime are not for mediation, and the refusal says where to go', () => {
  for (const words of ['老公喝了酒又打我，脸都肿了', '隔壁天天打孩子，孩子一直哭']) {
    const checked = checkWords(words)
    expect([words, code(checked)]).toEqual([words, 'not_for_mediation'])
    expect(!checked.ok && checked.refusal.explain.zh).toContain('110')
  }
  expect(code(checkWords('楼上十一点还在拖椅子，睡不着'))).toBe('ok')
  const opening = { audience: ['community'], ofCommittee: false, inReach: true, words: '停车位争了半年', matter: null,
    sides: [{ persons: 1, org: false }, { persons: 0, org: true }] }
  expect(code(decideOpen(opening))).toBe('ok')
  expect(code(decideOpen({ ...opening, matter: { sensitive: 'harm', urgent: null } }))).toBe('not_for_mediation')
  expect(code(decideOpen({ ...opening, audience: ['captain'] }))).toBe('not_yours')
  expect(code(decideOpen({ ...opening, inReach: false }))).toBe('not_here')
  expect(code(decideOpen({ ...opening, sides: [{ persons: 1, org: false }, { persons: 0, org: false }] }))).toBe('two_sides')
  expect(code(decideStop(fresh, member, 'violence'))).toBe('ok')
})

test('[D9] an agreement waives no police, bars no court, fines nobody; money names its basis', () => {
  const bad: readonly (readonly [Partial<Clause>, string])[] = [
    [{ what: '双方不再报警，也不追究' }, 'clause_crime'], [{ what: '乙方以后不得起诉甲方' }, 'clause_court_closed'], [{ what: '再吵一次罚款200元' }, 'clause_fine'],
    [{ what: '不交钱就断水' }, 'clause_freedom'], [{ what: '乙方在楼下下跪道歉' }, 'clause_dignity'], [{ what: '赔偿', fen: 50_000 }, 'clause_basis'],
    [{ until: '2026-11-19' }, 'clause_past'], [{ fen: 0, basis: 'damage' }, 'clause_amount'], [{ fen: 10.5, basis: 'damage' }, 'clause_amount'],
  ]
  for (const [change, expected] of bad) expect([change, code(checkClauses([{ ...clause, ...change }], '2026-11-20'))]).toEqual([change, expected])
  expect(checkClauses([clause], '2026-11-20')).toEqual({ ok: true, value: false })
  expect(code(checkClauses([], '2026-11-20'))).toBe('no_clause')
})

test('[D9] money that goes with the end of a complaint needs a second person before anybody signs', () => {
  const paid: readonly Clause[] = [{ ...clause, what: '甲方付给乙方修墙的钱', fen: 80_000, basis: 'damage' }, { ...clause, n: 2, what: '乙方收到后不再向12345投诉这件事' }]
  expect(checkClauses(paid, '2026-11-20')).toEqual({ ok: true, value: true })
  const drafted = after(mediating, decideDraft(mediating, mediator, { facts: '楼上漏水，墙皮脱落', clauses: paid }, at))
  expect(drafted.agreement).toEqual({ secondNeeded: true, second: null })
  expect(code(decideSign(drafted, sideA, { side: 'a', via: 'code' }, at))).toBe('second_missing')
  expect(code(mayMove('second', drafted, mediator))).toBe('not_yours')
  const seconded = { ...drafted, agreement: { secondNeeded: true, second: 'other' } }
  expect(code(decideSign(seconded, sideA, { side: 'a', via: 'code' }, at))).toBe('ok')
})

test('[D8] nothing is written before a session, and writing anew takes back the signatures', () => {
  expect(code(decideDraft({ ...mediating, sessions: [] }, mediator, { facts: '事情经过', clauses: [clause] }, at))).toBe('no_session')
  const once = after(mediating, decideDraft(mediating, mediator, { facts: '事情经过', clauses: [clause] }, at))
  const signed = after(once, decideSign(once, sideA, { side: 'a', via: 'code' }, at))
  expect(signed.sides.map(({ signed: one }) => one)).toEqual([true, false])
  expect(code(decideSign(signed, sideA, { side: 'a', via: 'code' }, at))).toBe('already')
  const anew = after(signed, decideDraft(signed, mediator, { facts: '事情经过', clauses: [clause] }, at))
  expect(anew.sides.map(({ signed: one }) => one)).toEqual([false, false])
})

test('[D10] the month is a civil month: 31 January ends in February, and ended by the clock it says so', () => {
  expect([monthAfter('2027-01-31'), monthAfter('2028-01-31'), monthAfter('2026-12-05')]).toEqual(['2027-02-28', '2028-02-29', '2027-01-05'])
  const accepted = { ...fresh, state: 'accepted' as const, until: '2026-12-20' }
  expect(nextClockStep(accepted)).toEqual({ step: 'fail', at: Date.parse('2026-12-21T00:00:00+08:00'), n: null })
  const over = decideFail(accepted, clock)
  expect(over.ok && over.value.set.endedHow).toBe('month_over')
  expect(code(decidePlan({ ...mediating, until: '2026-12-20' }, mediator, { at: Date.parse('2026-12-21T09:00:00+08:00'), spot: '', ties: [] },
    at))).toBe('after_month')
})

test('[D3] silence is asked once after a week and ends after two; [D11] a duty is looked at on the next morning', () => {
  expect(nextClockStep(fresh)).toEqual({ step: 'remind', at: Date.parse('2026-11-28T00:00:00+08:00'), n: null })
  expect(nextClockStep({ ...fresh, remindedAt: at })).toEqual({ step: 'lapse', at: Date.parse('2026-12-05T00:00:00+08:00'), n: null })
  const duty = { ...clause, state: 'open' as const, reminded: false }
  const signed = { ...mediating, state: 'signed' as const, duties: [{ ...duty, n: 2, until: '2026-12-30' }, { ...duty, until: '2026-12-01' }] }
  expect(nextClockStep(signed)).toEqual({ step: 'remind', at: Date.parse('2026-12-02T09:00:00+08:00'), n: 1 })
})

test('[D11] kept when all are, broken when one is not, running otherwise', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('open', 'kept', 'not_kept' as const), { minLength: 1, maxLength: 8 }), (states) => {
    const state = stateByDuties(states.map((one) => ({ state: one as 'open' | 'kept' | 'not_kept' }))) // one of the three above
    expect(state).toBe(states.includes('not_kept') ? 'broken' : states.includes('open') ? 'signed' : 'kept')
  }))
})

test('[D8] the court may be asked until the thirtieth day after signing', () => {
  expect(confirmBy('2026-11-20')).toBe('2026-12-20')
})

test('civil days count as the calendar does, over four hundred years', () => {
  fc.assert(fc.property(fc.integer({ min: -60_000, max: 90_000 }), (days) => {
    const day = new Date(days * 86_400_000).toISOString().slice(0, 10)
    expect(daysOf(day)).toBe(days)
    expect(daysAfter(day, 1)).toBe(new Date((days + 1) * 86_400_000).toISOString().slice(0, 10))
    expect(dayAt(endOf(day) - 1)).toBe(day)
    expect(monthAfter(day) > daysAfter(day, 27) && monthAfter(day) <= daysAfter(day, 31)).toBe(true)
  }))
})

test('every move that changes something has its act', () => {
  expect(MOVES.filter((move) => !actKindsOf().includes(`dispute.${move}`))).toEqual([])
})
