import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../../../offices/rules/index.ts'
import { thresholdsFor } from '../items.ts'
import { ballotPackFor, type PackTerms } from '../packs/index.ts'
import type { Expression } from '../vote.ts'
import { checkNomination, slateTarget, type Nomination } from './candidates.ts'
import { checkHandOver, checkReserves, checkSeats, HAND_OVER, handOverBy, meetingOf, termOf, UNWRITTEN_MEETING, type Meeting } from './committee.ts'
import { countElection, type ElectionInput } from './count-election.ts'
import { checkGroup, firstWayOpen, preparingSteps, type Preparing, type PreparingCode } from './preparing.ts'
import { mayVoteOnline, residentsSteps } from './residents.ts'

const termsOf = (region: string): PackTerms => {
  const pack = ballotPackFor(region, '2026-11-20')
  if (pack === null) throw new Error('no pack')
  return pack.terms
}
const [national, beijing, shanghai, hangzhou, shandong] = [termsOf('990106'), termsOf('110105'), termsOf('310115'), termsOf('330106'), termsOf('370102')]
const found = thresholdsFor('committee', national)
if (!found.ok) throw new Error('no thresholds')
const thresholds = found.value
const ballot = (elector: string, content: string, area = 100): Expression => ({ elector, seq: 1, channel: 'paper', content, area, heads: 1 })
const election = (expressions: readonly Expression[], more: Partial<ElectionInput> = {}): ElectionInput => ({
  options: ['c1', 'c2', 'c3', 'c4', 'c5'], most: 3, seats: 3, reserves: 1, totals: { area: expressions.reduce((sum, { area }) => sum + area, 0), heads: expressions.length },
  thresholds, holds: 'first', rankBy: 'heads', lots: [], expressions, events: [], ...more,
})
const code = (result: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } }) => (result.ok ? 'yes' : result.refusal.code)

test('[B70] elected is who has both majorities, in order; a place without a majority stays open; too many marks are no ballot, none is one', () => {
  const result = countElection(election([ballot('a', 'c1,c2,c3'), ballot('b', 'c1,c2'), ballot('c', 'c1', 900), ballot('d', 'c2,c5'), ballot('e', ''), ballot('f', 'c1,c2,c3,c4')]))
  expect(result).toMatchObject({ outcome: 'elected', elected: ['c1'], reserves: [], open: 2, participation: { took: { heads: 5 } } })
  expect(result.votes['c2']).toEqual({ area: 300, heads: 3 })
  expect(result.invalid.map(({ elector }) => elector)).toEqual(['f'])
  expect(countElection(election([ballot('a', 'c1')], { totals: { area: 400, heads: 4 } }))).toMatchObject({ outcome: 'no_quorum', elected: [], open: 3 })
})

test('[B70] the order of ballots and of candidates on the paper changes no winner', () => {
  const ballots = fc.array(fc.subarray(['c1', 'c2', 'c3', 'c4', 'c5'], { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(ballots, fc.shuffledSubarray(['c1', 'c2', 'c3', 'c4', 'c5'], { minLength: 5 }), (given, lots) => {
    const votes = given.map((ids, n) => ballot(`e${n}`, ids.join(','), 100 + n))
    const one = countElection(election(votes, { lots }))
    const two = countElection(election([...votes].reverse(), { lots, options: ['c5', 'c3', 'c1', 'c2', 'c4'] }))
    expect([two.elected, two.reserves, two.open]).toEqual([one.elected, one.reserves, one.open])
  }))
})

test('[B70] equals across the line wait for the lot, which then decides', () => {
  const tied = [ballot('a', 'c1,c2'), ballot('b', 'c1,c3'), ballot('c', 'c2,c3')]
  const open = countElection(election(tied, { seats: 2, reserves: 0 }))
  expect(open).toMatchObject({ elected: [], ties: [{ candidates: ['c1', 'c2', 'c3'], decided: false }], open: 2 })
  expect(countElection(election(tied, { seats: 2, reserves: 1, lots: ['c3', 'c1', 'c2'] }))).toMatchObject({ elected: ['c3', 'c1'], reserves: ['c2'], ties: [{ decided: true }] })
})

test('[B72] who is a party member changes nothing in a count: the slate is only reminded of its target', () => {
  const ballots = fc.array(fc.subarray(['c1', 'c2', 'c3', 'c4', 'c5'], { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(ballots, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (given, party) => {
    const votes = given.map((ids, n) => ballot(`e${n}`, ids.join(',')))
    const input = { ...election(votes), party, halfParty: true }
    expect(countElection(input)).toEqual(countElection(election(votes)))
    const target = slateTarget(5, party.filter(Boolean).length, true)
    expect(target?.met).toBe(party.filter(Boolean).length >= 3)
    expect(JSON.stringify(target)).not.toMatch(/c[1-5]/)
  }))
  expect(slateTarget(5, 0, false)).toBeNull()
})

test('[B71] conditions bar with the article of the place; overlap and ties to the firm warn and need a reason, and bar only by an article', () => {
  const fine: Nomination = { known: { civil_capacity: true, residence_time: true, firm_interest: true, defaulter: true, banned_use: true }, owner: true,
    overlap: false, firmTie: false, reason: '' }
  const nominate = (more: Partial<Nomination>, terms = beijing) => checkNomination({ ...fine, ...more }, terms)
  expect(nominate({})).toEqual({ ok: true, value: [] })
  expect(nominate({ known: { ...fine.known, firm_interest: false } })).toMatchObject({ refusal: { code: 'firm_interest', source: { article: '第三十九条' } } })
  expect([nominate({ known: {} }), nominate({ owner: false }), nominate({ overlap: true }), nominate({ firmTie: true }, national)].map(code))
    .toEqual(['condition_open', 'not_an_owner', 'reason_missing', 'reason_missing'])
  expect(nominate({ overlap: true, firmTie: true, reason: '没有别的人选' }, national)).toMatchObject({ ok: true, value: [{ code: 'overlap' }, { code: 'firm_tie' }] })
  const barred = { ...national, overlapBarred: { value: { barred: true as const }, source: { law: '某地规定', article: '第一条' } } }
  expect(code(nominate({ overlap: true, reason: '有' }, barred))).toBe('overlap')
})

test('[B73] seats are odd and within the numbers of the place, small compounds have fewer; reserves and terms too', () => {
  const large = { homes: 860, area: 9_000_000 }
  expect([checkSeats(4, large, national), checkSeats(3, large, national), checkSeats(3, large, beijing), checkSeats(3, { homes: 100, area: 9_000_000 }, beijing),
    checkSeats(3, { homes: 900, area: 1_000_000 }, shanghai), checkSeats(13, large, hangzhou), checkSeats(11, large, hangzhou)].map(code))
    .toEqual(['seats_even', 'yes', 'seats_few', 'yes', 'yes', 'seats_many', 'yes'])
  expect([checkReserves(6, 5, beijing), checkReserves(5, 5, beijing), checkReserves(6, 5, national)].map(code)).toEqual(['reserves_many', 'yes', 'yes'])
  expect([termOf('2026-03-01', 5, beijing), termOf('2026-03-01', 2, shanghai)]).toMatchObject([{ ok: true, value: '2031-02-28' }, { refusal: { code: 'term' } }])
})

test('[B74] a meeting of the committee decides with enough members there themselves, enough of all agreeing and signing, and the residents’ committee told', () => {
  const meeting: Meeting = { members: 7, present: 4, proxies: 0, agreed: 4, signed: 4, heldOn: '2026-03-06', residentsToldOn: '2026-03-01', decisionPostedOn: null }
  const lacks = (more: Partial<Meeting>, terms = beijing) =>
    meetingOf({ ...meeting, ...more }, terms, UNWRITTEN_MEETING, NATIONAL_CALENDAR).checks.filter(({ met }) => !met).map((check) => check.code)
  expect([lacks({}), lacks({ present: 3 }), lacks({ proxies: 1 }), lacks({ agreed: 3 }), lacks({ signed: 3 }), lacks({ residentsToldOn: '2026-03-02' })])
    .toEqual([[], ['present'], ['present', 'no_proxy'], ['agree'], ['signed'], ['residents_told']])
  expect([lacks({ members: 9, present: 5, agreed: 5 }, shandong), lacks({ members: 9, present: 6, agreed: 5 }, shandong), lacks({ residentsToldOn: null }, hangzhou)])
    .toEqual([['present'], [], ['residents_told']])
  expect(meetingOf(meeting, beijing, UNWRITTEN_MEETING, NATIONAL_CALENDAR)).toMatchObject({ decided: true, postBy: { day: '2026-03-09' } })
})

test('[B76] when a first assembly is possible and who may prepare it, place by place', () => {
  const whole = { area: 100, heads: 100 }
  const way = (area: number, heads: number, since: string | null, terms: PackTerms) => firstWayOpen({ area, heads }, whole, since, '2026-11-20', terms) !== null
  expect([way(50, 10, null, beijing), way(49, 90, '2020-01-01', beijing), way(1, 1, '2024-11-20', shanghai), way(1, 1, '2024-11-21', shanghai),
    way(59, 90, '2023-01-01', hangzhou), way(29, 90, '2020-01-01', hangzhou), way(10, 25, '2024-01-01', shandong), way(10, 24, '2024-01-01', shandong)])
    .toEqual([true, false, true, false, true, false, true, false])
  const group = (size: number, owners: number, terms: PackTerms) => code(checkGroup(Array.from({ length: size }, (_, n) => ({ owner: n < owners })), terms))
  expect([group(7, 4, shandong), group(5, 3, shandong), group(6, 3, shanghai), group(7, 3, beijing), group(7, 4, hangzhou)])
    .toEqual(['yes', 'group_small', 'group_even', 'group_owners', 'no_group_here'])
})

test('[B77] the way to a committee has its days and articles, and what branch and street do not say in time holds nothing up', () => {
  const steps = (region: PackTerms, today: string, done: readonly (readonly [PreparingCode, string])[], termEnds: string | null = null) => {
    const preparing: Preparing = { done: done.map(([one, on]) => ({ code: one, on })), termEnds, today, terms: region, calendar: NATIONAL_CALENDAR, opinionDays: 5 }
    return new Map(preparingSteps(preparing).map((step) => [step.code, step]))
  }
  const anew = steps(beijing, '2026-06-10', [['asked', '2026-03-02'], ['street_checked', '2026-03-20'], ['group_formed', '2026-04-01'], ['nominated', '2026-06-01']])
  expect([anew.get('street_checked')?.due, anew.get('group_met')?.due, anew.get('list_posted'), anew.get('street_review')])
    .toMatchObject(['2026-04-01', '2026-04-20', { due: '2026-04-08', state: 'missing', source: { article: '第三十一条' } }, { due: '2026-06-08', state: 'waived' }])
  const again = steps(shanghai, '2026-06-10', [['assembly_held', '2026-11-02']], '2026-12-31')
  expect([again.get('expiry_told')?.due, again.get('hand_over')?.due, again.get('committee_filed')?.due]).toEqual(['2026-07-31', '2026-11-12', '2026-12-02'])
  expect([...steps(hangzhou, '2026-06-10', []).keys()]).not.toContain('group_formed')
  expect(handOverBy('2026-11-02', beijing, NATIONAL_CALENDAR)).toBeNull()
})

test('[B75] a hand-over names what is missing', () => {
  const lines = HAND_OVER.map((line) => ({ code: line.code, handed: line.code !== 'seals', reason: '' }))
  expect(checkHandOver(lines)).toMatchObject({ refusal: { explain: { zh: '还没有交接：印章。' } } })
  expect(checkHandOver(lines.map((line) => ({ ...line, reason: '在街道保管' })))).toMatchObject({ ok: true })
})

test('[B78] no online ballot for a residents’ committee unless a dated article allows it; its days are the election committee’s own', () => {
  expect([national, beijing, shanghai, hangzhou, shandong].map((terms) => code(mayVoteOnline(terms)))).toEqual(Array(5).fill('no_online_ballot'))
  expect(code(mayVoteOnline({ ...national, residentsOnline: { value: { allowed: true }, source: { law: '某地规定', article: '第一条' } } }))).toBe('yes')
  expect(residentsSteps({ voters_posted: '2026-03-01', election_day: '2026-03-25' }, { commission_formed: '2026-02-01' }, '2026-03-02').slice(0, 4).map(({ state, due }) => [state, due]))
    .toEqual([['done', null], ['due', null], ['due', null], ['missing', '2026-03-01']])
})
