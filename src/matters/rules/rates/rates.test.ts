import fc from 'fast-check'
import { expect, test } from 'vitest'
import { added, countsOf, explainedShare, groundOf, mayAskExclusion, mayDecideExclusion, NOTHING, periodOf, periodOfMonth, PUBLIC_BASE, RATE_PACKS, ratePackFor, rateReachOf,
  ratesOf, ratesOfCounts, sumOf, visitAfter, wilson, type Counts, type Judgment, type Rate, type RatePack, type Visit,
  type VisitEvent } from './index.ts'

const found = ratePackFor('990106', '2026-11-20')
if (found === null) throw new Error('no pack holds in the demo')
const pack: RatePack = found
const monthPack: RatePack = { ...pack, values: { ...pack.values, monthStartsOn: 1 } }
const shanghai = (text: string): number => Date.parse(`${text}+08:00`)

const judged = (over: Partial<Visit> = {}): Visit => ({
  state: 'judged', round: 1, at: 0, reached: true, solved: true, satisfied: 'yes', outcome: 'solved', via: 'link', tries: 0, ground: null, ...over,
})
const saying = (round: number, happy: boolean): Extract<VisitEvent, { kind: 'judged' }> => ({
  kind: 'judged', at: round, round, outcome: 'solved', via: 'link', verdict: { reached: true, solved: happy, satisfied: happy ? 'yes' : 'no' },
})

test('[R1] the pack of a district on a day: the nearest region’s, of several the newest, none before it holds', () => {
  const city = { ...pack, region: '99', version: 'city' }
  const newer = { ...city, version: 'city-2', validFrom: '2026-06-01' }
  const packs = [pack, newer, { ...city, validTo: '2026-06-01' }]
  expect(ratePackFor('990106', '2026-05-31', packs)?.version).toBe('city')
  expect(ratePackFor('990106', '2026-06-01', packs)?.version).toBe('city-2')
  expect(ratePackFor('110101', '2026-06-01', packs)?.version).toBe(pack.version)
  expect(ratePackFor('110101', '2018-12-31', packs)).toBeNull()
  for (const { values } of RATE_PACKS) {
    expect(values.weights.reached + values.weights.solved + values.weights.satisfied).toBe(1000)
    expect(new Set(values.exclusionGrounds.map(({ code }) => code)).size).toBe(values.exclusionGrounds.length)
  }
})

test('[R2] (case 23) the 18th 23:59 and the 19th 00:00 lie in different assessment months, in Shanghai', () => {
  expect(periodOf(shanghai('2026-11-18T23:59:59.999'), pack)).toEqual({ month: '2026-11', first: '2026-10-19', last: '2026-11-18' })
  expect(periodOf(shanghai('2026-11-19T00:00:00.000'), pack)).toEqual({ month: '2026-12', first: '2026-11-19', last: '2026-12-18' })
  expect(periodOf(shanghai('2026-12-19T00:00'), pack)).toEqual({ month: '2027-01', first: '2026-12-19', last: '2027-01-18' })
  expect(periodOf(shanghai('2028-02-29T23:59'), monthPack)).toEqual({ month: '2028-02', first: '2028-02-01', last: '2028-02-29' })
})

test('[R2] every moment lies in the month of its name, and months follow one another without a gap', () => {
  fc.assert(fc.property(fc.integer({ min: Date.parse('2019-01-01'), max: Date.parse('2040-01-01') }), fc.integer({ min: 1, max: 28 }), (at,
    starts) => {
    const own = { ...pack, values: { ...pack.values, monthStartsOn: starts } }
    const period = periodOf(at, own)
    expect(periodOfMonth(period.month, own)).toEqual(period)
    expect(periodOf(shanghai(`${period.first}T00:00`), own)).toEqual(period)
    expect(periodOf(shanghai(`${period.last}T23:59:59.999`), own)).toEqual(period)
    expect(periodOf(shanghai(`${period.last}T23:59:59.999`) + 1, own).month > period.month).toBe(true)
  }))
})

test('[R3] (case 20) ended as unable or explained: counts as reached, never as solved, and stays in the base', () => {
  for (const outcome of ['unable', 'explained'] as const) {
    const counts = countsOf(judged({ outcome, solved: true, satisfied: 'basically' }))
    expect(counts).toMatchObject({ visits: 1, reached: 1, solved: 0, basically: 1, [outcome]: 1 })
  }
})

test('[R3] (case 21) unreachable after three tries: outside the base, counted apart, and in it again when the reporter answers after all', () => {
  const gone = visitAfter(null, { kind: 'given_up', at: 5, tries: 3 })
  expect(gone && countsOf(gone)).toEqual({ ...NOTHING, unreached: 1 })
  const back = visitAfter(gone, saying(1, true))
  expect(back && countsOf(back)).toMatchObject({ visits: 1, unreached: 0 })
})

test('[R3] an answer that is not one: nobody was found to ask, so it is counted apart; nobody got in touch, said with the rest, counts', () => {
  const said = saying(1, false)
  const nobody = visitAfter(null, { ...said, verdict: { reached: false, solved: null, satisfied: null } })
  expect(nobody && countsOf(nobody)).toEqual({ ...NOTHING, unreached: 1 })
  const ignored = visitAfter(null, { ...said, verdict: { reached: false, solved: false, satisfied: 'no' } })
  expect(ignored && countsOf(ignored)).toMatchObject({ visits: 1, reached: 0, unsatisfied: 1, unreached: 0 })
})

test('[R5] (case 22) without a visit there is no rate: not 0, not 100', () => {
  const none = ratesOf([], pack)
  for (const rate of Object.values(none)) expect(rate).toMatchObject({ num: 0, den: 0, size: 'none', permille: null, low: null, high: null })
  const apart = ratesOf([judged({ state: 'unreached' }), judged({ state: 'left_out' })], pack)
  expect(apart.solved.size).toBe('none')
})

test('[R4] (case 18) six reporters of what became one matter are six visits: one unhappy one lowers the rate by a sixth', () => {
  const six = [...Array.from({ length: 5 }, () => judged()), judged({ solved: false, satisfied: 'no' })]
  const rates = ratesOf(six, pack)
  expect(rates.solved).toMatchObject({ num: 5000, den: 6, permille: 833, size: 'small' })
})

test('[R5] satisfied on the whole counts 0.9, and the composite is 0.1, 0.5 and 0.4 of the three', () => {
  const visits = [...Array.from({ length: 6 }, () => judged()), ...Array.from({ length: 4 }, () => judged({ satisfied: 'basically' }))]
  const rates = ratesOf(visits, pack)
  expect(rates.satisfied).toMatchObject({ num: 9600, den: 10, permille: 960, approximate: true, size: 'enough' })
  expect(rates.composite).toMatchObject({ permille: 984 })
  expect(rates.reached.approximate).toBe(false)
})

test('[R4] the last given judgment stands, in whatever order rounds are heard, and silence leaves the earlier one', () => {
  const [first, second] = [saying(1, false), saying(2, true)]
  const forward = visitAfter(visitAfter(null, first), second)
  const backward = visitAfter(visitAfter(null, second), first)
  expect(forward).toEqual(backward)
  expect(forward).toMatchObject({ round: 2, solved: true })
  const silent = visitAfter(visitAfter(null, first), { kind: 'given_up', at: 9, tries: 3 })
  expect(silent).toMatchObject({ state: 'judged', solved: false, satisfied: 'no' })
  expect(visitAfter(null, { ...first, verdict: { reached: true, solved: null, satisfied: null } })).toBeNull()
})

test('[R6] what was left out comes in again with a new judgment, and what was never judged cannot be left out', () => {
  const out = visitAfter(visitAfter(null, saying(1, false)), { kind: 'left_out', ground: 'judged_other' })
  expect(out).toMatchObject({ state: 'left_out', ground: 'judged_other' })
  expect(visitAfter(out, saying(2, true))).toMatchObject({ state: 'judged', ground: null })
  expect(visitAfter(null, { kind: 'left_out', ground: 'judged_other' })).toBeNull()
})

const visits = fc.array(fc.record({
  reached: fc.boolean(), solved: fc.boolean(), satisfied: fc.constantFrom('yes' as const, 'basically' as const, 'no' as const),
  outcome: fc.constantFrom('solved' as const, 'unable' as const, 'explained' as const),
  state: fc.constantFrom('judged' as const, 'judged' as const, 'judged' as const, 'left_out' as const, 'unreached' as const),
}).map(judged), { maxLength: 40 })
const value = ({ num, den }: Rate): bigint => (den === 0 ? -1n : (BigInt(num) * 1_000_000_000n) / BigInt(den))
const packs = fc.record({ basically: fc.integer({ min: 0, max: 1000 }), a: fc.integer({ min: 0, max: 500 }), b: fc.integer({ min: 0, max: 500 }) })
  .map(({ basically, a, b }): RatePack =>
    ({ ...pack, values: { ...pack.values, basicallyPermille: basically, weights: { reached: a, solved: b, satisfied: 1000 - a - b } } }))

test('[R5] the rates of a union of periods lie between those of its parts', () => {
  fc.assert(fc.property(visits, visits, packs, (one, other, own) => {
    const [left, right, both] = [ratesOf(one, own), ratesOf(other, own), ratesOf([...one, ...other], own)]
    for (const name of ['reached', 'solved', 'satisfied', 'composite'] as const) {
      const parts = [left[name], right[name]].filter(({ den }) => den > 0)
      if (parts.length === 0) { expect(both[name].den).toBe(0); continue }
      const values = parts.map(value).sort((x, y) => (x < y ? -1 : 1))
      expect(value(both[name])).toBeGreaterThanOrEqual(values[0] ?? 0n)
      expect(value(both[name])).toBeLessThanOrEqual(values.at(-1) ?? 0n)
    }
  }))
})

test('[R5] the composite never falls when a visit is answered better', () => {
  const better = fc.constantFrom<readonly [Partial<Visit>, Partial<Visit>]>([{ reached: false }, { reached: true }], [{ solved: false },
    { solved: true }],
    [{ satisfied: 'no' }, { satisfied: 'basically' }], [{ satisfied: 'basically' }, { satisfied: 'yes' }])
  fc.assert(fc.property(visits, better, packs, (rest, [worse, good], own) => {
    const [low, high] = [ratesOf([...rest, judged(worse)], own), ratesOf([...rest, judged(good)], own)]
    expect(value(high.composite)).toBeGreaterThanOrEqual(value(low.composite))
  }))
})

test('[R5] Wilson’s interval holds the point, stays within 0 and 1000, and narrows as visits grow', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 2, max: 50 }), (base, share,
    times) => {
    const num = Math.floor((share * base * 1000) / 1000)
    const [few, more] = [wilson(num, base), wilson(num * times, base * times)]
    for (const { low, high } of [few, more]) {
      expect(low * base).toBeLessThanOrEqual(num)
      expect(high * base).toBeGreaterThanOrEqual(num)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1000)
    }
    expect(more.high - more.low).toBeLessThanOrEqual(few.high - few.low)
  }))
})

test('[R5] Wilson’s interval is the one of the books: 187 of 214 lies between 82.2 and 91.2 %, 0 of 10 below 27.8 %', () => {
  expect(wilson(187_000, 214)).toEqual({ low: 822, high: 912 })
  expect(wilson(0, 10)).toEqual({ low: 0, high: 278 })
  expect(wilson(10_000, 10)).toEqual({ low: 722, high: 1000 })
})

test('[R3] counts add up and take away again, so that a rollup may be moved by differences', () => {
  fc.assert(fc.property(visits, visits, (one, other) => {
    const [left, right] = [sumOf(one.map(countsOf)), sumOf(other.map(countsOf))]
    expect(added(added(left, right), right, -1)).toEqual(left)
    expect(ratesOfCounts(added(left, right), pack)).toEqual(ratesOf([...one, ...other], pack))
    const all: Counts = added(left, right)
    expect(all.satisfied + all.basically + all.unsatisfied).toBe(all.visits)
    expect(all.visits + all.unreached + all.leftOut).toBe(one.length + other.length)
  }))
})

const work: Judgment = { state: 'judged', doneBy: 'firm', accountable: 'community', parties: ['firm', 'station'], doers: ['worker'] }
const secretary = { person: 'p1', org: 'community', audience: ['community'] }
const director = { person: 'p2', org: 'street', audience: ['street'] }
const asked = { org: 'community', person: 'p1', ground: 'judged_other' }
const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string => result.refusal?.code ?? 'ok'

test('[R6] the community and a station of the matter may ask, on a ground of the pack and with its facts', () => {
  const ask = (who: Parameters<typeof mayAskExclusion>[0], over: Partial<Judgment> = {}, ground = 'judged_other', note = '评的是另一件') =>
    code(mayAskExclusion(who, { ...work, ...over }, null, ground, note, pack))
  expect(ask(secretary)).toBe('ok')
  expect(ask({ person: 's', org: 'station', audience: ['station'] })).toBe('ok')
  expect(ask({ person: 'f', org: 'firm', audience: ['firm'] })).toBe('not_yours')
  expect(ask({ person: 'x', org: 'community2', audience: ['community'] })).toBe('not_yours')
  expect(ask(director)).toBe('not_yours')
  expect(ask(secretary, { state: 'unreached' })).toBe('nothing_to_leave_out')
  expect(ask(secretary, {}, 'bad_temper')).toBe('no_such_ground')
  expect(ask(secretary, {}, 'judged_other', '不服')).toBe('say_more')
  expect(code(mayAskExclusion(secretary, work, asked, 'judged_other', '评的是另一件', pack))).toBe('already')
  expect(groundOf(pack, 'disaster')?.say.zh).toContain('灾害')
})

test('[R6] a second office decides: never who asked, in whatever post, nor who did the work', () => {
  const decide = (who: Parameters<typeof mayDecideExclusion>[0], over: Partial<Judgment> = {}) =>
    code(mayDecideExclusion(who, { ...work, ...over }, asked))
  expect(decide(director)).toBe('ok')
  expect(decide(secretary)).toBe('not_yours')
  expect(decide({ ...director, person: 'p1' })).toBe('own_request')
  expect(decide({ ...director, person: 'worker' })).toBe('own_work')
  expect(decide(director, { doneBy: 'street' })).toBe('own_work')
  expect(code(mayDecideExclusion(director, work, null))).toBe('nothing_asked')
})

test('[R7] captains and grid workers have no rates; a street, a community and a party read', () => {
  expect(['captain', 'grid'].map(one => rateReachOf([one]).ok)).toEqual([false, false])
  expect(['street', 'community', 'firm', 'station'].map(one => rateReachOf([one])).map(r => r.ok && r.value)).toEqual(['street', 'community',
    'party', 'party'])
})

test('[R10] the public share of what was only explained: a fraction with its base, from ten answers on, whatever a pack allows', () => {
  const generous: RatePack = { ...pack, values: { ...pack.values, minBase: 2 } }
  expect(explainedShare(NOTHING, pack)).toEqual({ size: 'none' })
  expect(explainedShare({ ...NOTHING, visits: 9, explained: 9 }, generous)).toEqual({ size: 'small' })
  expect(explainedShare({ ...NOTHING, visits: 10 }, generous)).toEqual({ size: 'enough', explained: 0, base: 10, permille: 0 })
  fc.assert(fc.property(fc.nat(500), fc.nat(500), (base, part) => {
    const share = explainedShare({ ...NOTHING, visits: base, explained: Math.min(base, part) }, pack)
    expect(share.size).toBe(base === 0 ? 'none' : base < PUBLIC_BASE ? 'small' : 'enough')
    if (share.size !== 'enough') expect(Object.keys(share)).toEqual(['size']) // a small base tells neither
    else expect(Math.abs(share.permille * base - 1000 * share.explained) * 2).toBeLessThanOrEqual(base)
  }))
})
