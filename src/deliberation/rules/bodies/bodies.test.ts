import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDay, daysOf } from '../../../kit/pure.ts'
import { answerBy, compositionOf, evaluationLate, LIVE_HERE, mayAnswer, mayEnd, mayHavePowers, maySeat, rhythmOf, SIDES, sitsOn, termEnd, type Body, type Seat } from './index.ts'

const council: Body = { id: 'b', kind: 'residents_council', seats: 7, rhythmDays: 30, termMonths: 36, powers: ['take_up'], foundedOn: '2026-01-10', endedOn: null }
const seat = (n: number, side: Seat['side'], role: Seat['role'] = 'member'): Seat => ({ id: `s${n}`, role, side, since: '2026-01-10', until: '2029-01-09', leftOn: null })

test('[DB2] a term ends on the day before the same day, the months told, and the last day of a short month stands for a missing one', () => {
  expect([termEnd('2026-11-20', 24), termEnd('2026-01-01', 12), termEnd('2026-01-31', 1), termEnd('2024-02-29', 12)]).toEqual(['2028-11-19', '2026-12-31', '2026-02-27', '2025-02-27'])
})

test('[DB3] whoever is let in, in whatever order, those who live there never fall under half of the seats of a residents’ council', () => {
  fc.assert(fc.property(fc.integer({ min: 3, max: 20 }), fc.array(fc.constantFrom(...SIDES), { maxLength: 40 }), (seats, asked) => {
    const body = { ...council, seats }
    const sitting: Seat[] = []
    for (const side of asked) if (maySeat(body, sitting, { role: 'member', side, since: '2026-03-01' }).ok) sitting.push(seat(sitting.length, side))
    expect(sitting.length).toBeLessThanOrEqual(seats)
    const others = sitting.filter((one) => !LIVE_HERE.includes(one.side)).length
    expect(others).toBeLessThanOrEqual(seats / 2)
    expect(compositionOf(body, sitting, '2026-03-01')).toMatchObject({ taken: sitting.length, others, residents: sitting.length - others })
  }))
})

test('[DB2] [DB3] one chair at a time, no seat for the firm where it is judged, nobody before the founding, and a sentence with the numbers', () => {
  const sitting = [seat(1, 'residents', 'chair'), seat(2, 'community'), seat(3, 'branch'), seat(4, 'firm')]
  expect(maySeat(council, sitting, { role: 'chair', side: 'residents', since: '2026-03-01' })).toMatchObject({ refusal: { code: 'role_taken' } })
  expect(maySeat(council, sitting, { role: 'member', side: 'units', since: '2026-03-01' })).toMatchObject({ refusal: { code: 'residents_half', explain: { zh: '7席里单位最多坐3席，已经坐满了，余下的留给住在这里的人。' } } })
  expect(maySeat({ ...council, kind: 'listening_council' }, [], { role: 'member', side: 'firm', since: '2026-03-01' })).toMatchObject({ refusal: { code: 'judged_does_not_sit' } })
  expect(maySeat(council, [], { role: 'member', side: 'residents', since: '2026-01-09' })).toMatchObject({ refusal: { from: '2026-01-10' } })
  expect(maySeat(council, [], { role: 'member', side: 'residents', since: '2026-03-01' })).toEqual({ ok: true, value: '2029-02-28' })
  expect(compositionOf(council, sitting, '2026-03-01')).toMatchObject({ good: false, open: 3, say: { zh: '7席，坐了4位，其中1位住在这里，住在这里的人还不到一半，要再请2位' } })
  expect(sitsOn({ since: '2026-01-10', until: '2026-02-10', leftOn: '2026-02-01' }, '2026-02-01')).toBe(false)
})

test('[DB4] [DB5] the rhythm runs from the last meeting, or the founding; what was brought is due within one rhythm and never declined without words', () => {
  expect(rhythmOf(council, null, '2026-02-09')).toMatchObject({ due: '2026-02-09', late: 0 })
  expect(rhythmOf(council, '2026-03-01', '2026-04-05')).toEqual({ last: '2026-03-01', due: '2026-03-31', late: 5 })
  expect(rhythmOf({ ...council, endedOn: '2026-03-02' }, '2026-03-01', '2027-01-01').late).toBe(0)
  expect(answerBy(council, '2026-03-01')).toBe('2026-03-31')
  expect(mayAnswer('open', { to: 'declined', reason: '不要' })).toMatchObject({ refusal: { code: 'no_reason' } })
  expect(mayAnswer('declined', { to: 'meeting', meeting: 'm', title: '扶手' })).toMatchObject({ refusal: { code: 'answered' } })
  expect(mayAnswer('open', { to: 'thread', thread: 't' })).toEqual({ ok: true, value: 'on_agenda' })
})

test('[DB6] [DB7] [DB8] powers are of the list, an end waits for answers and evaluations, and only a carried one that is not judged is late', () => {
  expect(mayHavePowers('sub_committee', ['deliberate'])).toMatchObject({ refusal: { code: 'power_not_listed', source: { article: '278' } } })
  expect(mayHavePowers('residents_council', ['take_up', 'deliberate'])).toMatchObject({ ok: true })
  expect(mayEnd(council, 1, 0)).toMatchObject({ refusal: { code: 'intakes_open' } })
  expect(mayEnd(council, 0, 2)).toMatchObject({ refusal: { code: 'decisions_open' } })
  fc.assert(fc.property(fc.integer({ min: -30, max: 30 }), fc.boolean(), fc.option(fc.constantFrom('kept', 'not_kept')), (days, carried, verdict) => {
    const late = evaluationLate({ carried, evaluateOn: civilDay(daysOf('2026-05-01') - days), verdict }, '2026-05-01')
    expect(late).toBe(carried && verdict === null && days > 0 ? days : 0)
  }))
})
