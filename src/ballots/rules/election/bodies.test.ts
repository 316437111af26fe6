import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../../../kit/pure.ts'
import { ballotPackFor } from '../packs/index.ts'
import { checkAbsence, nextReserve, termStands, vacancies, type Seated } from './bodies.ts'
import { slateTarget } from './candidates.ts'
import { checkGround, compositionOf, mayPost, mayStillSay } from './review.ts'

const shanghai = ballotPackFor('310101', '2026-11-20')?.terms ?? {}
const national = ballotPackFor('990106', '2026-11-20')?.terms ?? {}
const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

test('[B104] the first reserve moves up, whatever order they are read in; absence ends a seat only where the place has a number and it is reached', () => {
  const reserves: Seated[] = [3, 1, 2].map((rank) => ({ person: `r${rank}`, role: 'reserve', rank }))
  const members: Seated[] = ['a', 'b'].map((person) => ({ person, role: 'member', rank: null }))
  fc.assert(fc.property(fc.shuffledSubarray([...reserves, ...members], { minLength: 5 }), (all) => nextReserve(all)?.person === 'r1'))
  expect([nextReserve(members), vacancies(3, [...members, ...reserves])]).toEqual([null, 1])
  expect([checkAbsence(6, 3, shanghai), checkAbsence(6, 2, shanghai), checkAbsence(0, 0, shanghai), checkAbsence(6, 6, national), checkAbsence(2, 3, shanghai)].map(code))
    .toEqual(['ok', 'absence_too_small', 'absence_too_small', 'no_absence_rule', 'missed_more'])
})

test('[B103] a candidate is refused by an article of the place alone, and with a reason', () => {
  const facts = { owner: true, overlap: true }
  expect(checkGround('fees_unpaid', '欠费两年', facts, shanghai)).toMatchObject({ ok: true, value: { law: expect.stringContaining('上海市') } })
  expect([checkGround('fees_unpaid', '欠费两年', facts, national), checkGround('overlap', '居委会成员', facts, shanghai), checkGround('not_an_owner', '卖了', facts, national),
    checkGround('not_an_owner', '卖了', { ...facts, owner: false }, national), checkGround('fees_unpaid', ' ', facts, shanghai)].map(code))
    .toEqual(['no_article', 'no_article', 'no_article', 'ok', 'reason_missing'])
})

test('[B102] P09 an opinion is waited for until its last day and no longer, and none is taken after it', () => {
  const waits = { open: ['branch'] as const, until: '2026-11-27' }
  expect([mayPost([waits], '2026-11-27'), mayPost([waits], '2026-11-28'), mayPost([{ ...waits, open: [] }], '2026-11-20'), mayPost([], '2026-11-28')].map(code))
    .toEqual(['opinions_open', 'ok', 'ok', 'nobody_stands'])
  expect([mayStillSay('branch', '2026-11-27', '2026-11-27'), mayStillSay('street', '2026-11-27', '2026-11-28'), mayStillSay('preparatory_group', '2026-11-27', '2026-12-28')]
    .map(code)).toEqual(['ok', 'limit_over', 'ok'])
})

test('[B105] the next election is told of as many months before as the place says; where it says nothing only a term that is over is due', () => {
  expect(termStands('2029-06-07', '2029-01-07', shanghai)).toMatchObject({ tellFrom: '2029-01-07', due: true })
  expect(termStands('2029-06-07', '2029-01-06', shanghai)).toMatchObject({ due: false, daysLeft: 152 })
  expect([termStands('2029-06-07', '2029-06-07', national), termStands('2029-06-07', '2029-06-08', national)]).toEqual([{ daysLeft: 0, tellFrom: null, due: false },
    { daysLeft: -1, tellFrom: null, due: true }])
})

test('[B106] P08 no public number of a list tells of each candidate: where none or all are counted it is left out', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(30), (candidates, party, overlaps) => {
    fc.pre(party <= candidates && overlaps <= candidates)
    const lines = compositionOf(slateTarget(candidates, party, true), { candidates, overlaps, seats: 5 }).filter((one) => one.code !== 'odd_seats')
    return lines.every(({ have }) => have === null || (have > 0 && have < candidates)) && lines.find((one) => one.code === 'half_party')?.met === (2 * party >= candidates)
  }))
})
