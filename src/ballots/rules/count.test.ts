import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countMotion, type MotionInput } from './count.ts'
import type { EventKind } from './events.ts'
import { thresholdsFor } from './items.ts'
import { ballotPackFor } from './packs/index.ts'
import { turnoutOf } from './turnout.ts'
import type { Choice, Expression, Item } from './vote.ts'

const pack = ballotPackFor('990106', '2026-11-20')
if (pack === null) throw new Error('no pack')
const thresholds = (item: Item) => {
  const found = thresholdsFor(item, pack.terms)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
const one = (elector: string, content: string, area: number, heads = 1, more: Partial<Expression> = {}): Expression =>
  ({ elector, seq: 1, channel: 'paper', content, area, heads, ...more })
const motion = (item: Item, area: number, heads: number, expressions: readonly Expression[], more: Partial<MotionInput> = {}): MotionInput => ({
  item, totals: { area, heads }, thresholds: thresholds(item), holds: 'first', silence: 'not_counted', silentDelivered: { area: 0, heads: 0 },
  expressions, events: [], ...more,
})
/** A count as a table gives it: totals, who took part, who agreed, in whole m². */
const table = (item: Item, [area, heads]: readonly [number, number], took: readonly [number, number], agreed: readonly [number, number]) =>
  countMotion(motion(item, area * 100, heads, [
    one('yes', 'agree', agreed[0] * 100, agreed[1]), ...(took[0] > agreed[0] || took[1] > agreed[1] ? [one('no', 'against', (took[0] - agreed[0]) * 100, took[1] - agreed[1])] : []),
  ]))

test.each([
  ['V1', 'property', [60_000, 600], [30_000, 301], 'not_passed'],
  ['V2', 'property', [60_000, 600], [30_001, 301], 'passed'],
  ['V3', 'property', [60_000, 599], [60_000, 599], 'no_quorum'],
  ['V4', 'fund_raise', [60_000, 600], [45_000, 450], 'passed'],
  ['V5', 'rebuild', [60_000, 600], [44_999, 450], 'not_passed'],
  ['V8', 'fund_use', [60_000, 600], [30_001, 301], 'passed'],
  ['V8', 'fund_raise', [60_000, 600], [30_001, 301], 'not_passed'],
] as const)('[B15] %s: %s with %j of 90,000 m² and 900 heads, %j agreeing: %s', (_, item, took, agreed, outcome) => {
  expect(table(item, [90_000, 900], took, agreed).outcome).toBe(outcome)
})

test.each([
  ['v1', 'property', { area: 9_130_832, heads: 846 }, [3_561_208, 329], [6_388_452, 602], 'passed', ['69.97%', '71.16%', '55.74%', '54.65%'], { area: 0, heads: 0 }],
  ['v2', 'rebuild', { area: 70_860, heads: 12 }, [52_878, 9], [64_688, 11], 'passed', ['91.29%', '91.67%', '81.74%', '81.82%'], { area: 0, heads: 0 }],
  ['v3', 'common_use', { area: 9_130_832, heads: 846 }, [4_670_000, 436], [6_214_736, 583], 'not_passed', ['68.06%', '68.91%', '75.14%', '74.79%'],
    { area: 0, heads: 2 }],
] as const)('[B15] the demo’s %s (%s) comes out as its papers say', (_, item, totals, agree, took, outcome, percents, short) => {
  const found = countMotion(motion(item, totals.area, totals.heads, [
    one('yes', 'agree', agree[0], agree[1]), one('no', 'against', took[0] - agree[0], took[1] - agree[1])]))
  expect(found.outcome).toBe(outcome)
  expect(found.majorities.short).toEqual(short)
  expect(found.reasons.slice(0, 4).map(({ say }) => /[0-9.]+%/.exec(say.zh)?.[0])).toEqual(percents)
  expect(found.reasons.every(({ met, source }) => met === null || source !== null || met === (outcome === 'passed'))).toBe(true)
})

test('[B11] what is still needed is said by heads and area, and nobody taking part reaches nothing', () => {
  const { say, missing } = turnoutOf({ area: 9_130_832, heads: 846 }, { area: 5_873_167, heads: 526 }, thresholds('property'))
  expect(say).toEqual({ zh: '还差38人、2,140.55平方米', en: '38 owners and 2,140.55 m² still needed' })
  expect(missing).toEqual({ area: 214_055, heads: 38 })
  expect(turnoutOf({ area: 0, heads: 0 }, { area: 0, heads: 0 }, thresholds('property')).reached).toEqual({ area: false, heads: false })
})

test('[B12] first, last and paper-first choose differently, and each conflict is listed with what holds', () => {
  const twice = [one('a', 'agree', 100, 1, { channel: 'phone' }), one('a', 'against', 100, 1, { seq: 2 }), one('a', 'abstain', 100, 1, { seq: 3, channel: 'phone' })]
  const held = (holds: MotionInput['holds']) => countMotion(motion('other', 100, 1, twice, { holds })).conflicts.map((found) => [found.held, found.differ])
  expect([held('first'), held('last'), held('paper_first')]).toEqual([[[1, true]], [[3, true]], [[2, true]]])
})

test('[B12] two that claim the same place and differ hold nothing; an unknown word or an open question takes no part', () => {
  const found = countMotion(motion('other', 1000, 4, [
    one('a', 'agree', 100), one('a', 'against', 100), one('b', 'maybe', 100), one('c', '', 100), one('d', 'agree', 100)]))
  expect(found.conflicts).toMatchObject([{ elector: 'a', held: null }])
  expect(found.invalid).toMatchObject([{ elector: 'b', content: 'maybe' }])
  expect(found.unmarked).toEqual(['c'])
  expect(found.participation.took).toEqual({ area: 100, heads: 1 })
  const again = countMotion(motion('other', 100, 1, [one('a', 'spoilt', 100), one('a', 'agree', 100, 1, { seq: 2 })]))
  expect([again.majorities.sides.agree.heads, again.conflicts]).toEqual([1, []])
})

test('[B14] silence with proof of delivery counts only where the compound’s rule says so, and follows only a side that is ahead by both counts', () => {
  const votes = [one('a', 'agree', 40_000, 40), one('b', 'against', 10_000, 10)]
  const counted = (silence: MotionInput['silence'], expressions = votes) =>
    countMotion(motion('property', 90_000, 90, expressions, { silence, silentDelivered: { area: 30_000, heads: 30 } }))
  expect(counted('not_counted').outcome).toBe('no_quorum')
  expect(counted('takes_part')).toMatchObject({ outcome: 'not_passed', participation: { took: { area: 80_000, heads: 80 } } })
  expect(counted('with_majority')).toMatchObject({ outcome: 'passed', majorities: { silentWith: 'agree' } })
  const split = [one('a', 'agree', 40_000, 10), one('b', 'against', 10_000, 40)]
  expect(counted('with_majority', split)).toMatchObject({ outcome: 'not_passed', majorities: { silentWith: null } })
  expect(counted('with_majority', []).outcome).toBe('no_quorum')
})

test('[B13] a home that changes hands, a death and three kinds of court order each do what their rule says, and leave a trace', () => {
  const votes = [one('a', 'agree', 100), one('b', 'agree', 100), one('c', 'agree', 100), one('d', 'agree', 100)]
  const after = (kind: EventKind) => countMotion(motion('other', 600, 6, votes, {
    events: [{ kind, elector: kind === 'court_stayed' ? null : 'a', on: '2026-10-01', paper: '（2026）1号', area: kind === 'court_struck' ? 100 : 0, heads: kind === 'court_struck' ? 1 : 0 }] }))
  expect((['changed_hands', 'died', 'court_set_aside', 'court_struck', 'court_stayed'] as const).map((kind) => {
    const { outcome, participation: { took, totals }, trace } = after(kind)
    return [outcome, took.heads, totals.heads, trace.length]
  })).toEqual([['passed', 4, 6, 1], ['passed', 4, 6, 1], ['no_quorum', 3, 6, 1], ['no_quorum', 3, 5, 1], ['stayed', 4, 6, 1]])
})

test('[B15] what cannot be a count is thrown back', () => {
  expect(() => countMotion(motion('other', 100, 1, [one('a', 'agree', 50.5)]))).toThrow(RangeError)
  expect(() => countMotion(motion('other', 100, 1, [one('a', 'agree', 101)]))).toThrow('more took part')
  expect(() => countMotion(motion('other', 300, 3, [one('a', 'agree', 100), one('a', 'agree', 101, 1, { seq: 2 })]))).toThrow('two weights')
})

const votes = fc.array(fc.record({ area: fc.integer({ min: 1, max: 20_000 }), content: fc.constantFrom<Choice[]>('agree', 'against', 'abstain') }), { maxLength: 14 })
  .map((all) => all.map(({ area, content }, i) => one(`e${i}`, content, area)))
const silences = fc.constantFrom('not_counted', 'takes_part', 'with_majority')
const items = fc.constantFrom<Item[]>('property', 'common_use')
const total = (all: readonly Expression[]) => all.reduce((sum, { area }) => sum + area, 0)

test('[B11] without votes there is no quorum, whatever the register and whatever silence means', () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.nat(1000), silences, items, (area, heads, silence, item) => {
    expect(countMotion(motion(item, area, heads, [], { silence, silentDelivered: { area, heads } })).outcome).toBe('no_quorum')
  }))
})

test('[B15] an agreeing vote more never turns passed into not passed, also when silence counts', () => {
  fc.assert(fc.property(votes, fc.integer({ min: 1, max: 20_000 }), fc.nat(20_000), fc.nat(9), silences, items, (given, area, restArea, restHeads, silence, item) => {
    const totals: [number, number] = [total(given) + area + restArea, given.length + 1 + restHeads]
    const silent = { area: restArea, heads: restHeads }
    const before = countMotion(motion(item, ...totals, given, { silence, silentDelivered: { area: silent.area + area, heads: silent.heads + 1 } }))
    const then = countMotion(motion(item, ...totals, [...given, one('new', 'agree', area)], { silence, silentDelivered: silent }))
    if (before.outcome === 'passed') expect(then.outcome).toBe('passed')
  }), { numRuns: 1000 })
})

test('[B15] order does not matter, a single expression’s channel does not, and two counts are the same to the byte', () => {
  const many = fc.array(fc.record({ who: fc.nat(5), seq: fc.nat(3), channel: fc.constantFrom('phone' as const, 'paper' as const, 'door' as const),
    content: fc.constantFrom('agree', 'against', 'abstain', '', 'x') }), { maxLength: 12 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all.map((_, i) => i), { minLength: all.length, maxLength: all.length })))
  fc.assert(fc.property(many, fc.constantFrom('first' as const, 'last' as const, 'paper_first' as const), ([all, order], holds) => {
    const given = all.map(({ who, seq, channel, content }) => one(`e${who}`, content, 100 + who, 1, { seq, channel }))
    const count = (expressions: readonly Expression[]) => JSON.stringify(countMotion(motion('property', 5000, 8, expressions, { holds })))
    expect(count(order.flatMap((i) => given[i] ?? []))).toBe(count(given))
  }))
  fc.assert(fc.property(votes, fc.constantFrom('phone' as const, 'door' as const), (given, channel) => {
    const count = (expressions: readonly Expression[]) => JSON.stringify(countMotion(motion('property', total(given) + 1, given.length + 1, expressions)))
    expect(count(given.map((vote) => ({ ...vote, channel })))).toBe(count(given))
  }))
})
