import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelsOf, checkCompoundRule, checkProxy, UNWRITTEN } from './compound-rule.ts'
import { areaOf, DEVELOPER, electorateOf, headsOf, mayFreeze, totalsOf, type Title } from './heads.ts'
import { ITEM_WORDS, itemNumber, mayDecide } from './items.ts'
import { ballotPackFor } from './packs/index.ts'
import { ITEMS, type CompoundRule } from './vote.ts'

const title = (id: string, owners: readonly string[], more: Partial<Title> = {}): Title =>
  ({ id, kind: 'home', area: 10_000, state: 'sold', owners, building: 'b1', unit: 'b1-1', ...more })
const { counts } = UNWRITTEN
const measures = (titles: readonly Title[], rule = counts) => headsOf(titles, rule).map(({ id, area, heads, titles: of, counts: in_ }) => [id, area, heads, of, in_])
const termsOf = (region: string) => {
  const pack = ballotPackFor(region, '2026-11-20')
  if (pack === null) throw new Error('no pack')
  return pack.terms
}

test('[B6] V6: one owner of 5 flats with 500 m² is area 500 and one head', () => {
  expect(measures([1, 2, 3, 4, 5].map((n) => title(`h${n}`, ['o1'])))).toEqual([['o1', 50_000, 1, 5, true]])
})

test('[B6] V7: 40 unsold flats of the developer are area 4,000 and one head, and stay one head with what is sold and not handed over', () => {
  const unsold = Array.from({ length: 40 }, (_, n) => title(`h${n}`, [], { state: 'unsold' }))
  expect(measures(unsold)).toEqual([[DEVELOPER, 400_000, 1, 40, true]])
  expect(measures([...unsold, title('x', ['buyer'], { state: 'undelivered' })])).toEqual([[DEVELOPER, 410_000, 1, 41, true]])
})

test('[B6] joint owners are one head, in whatever order they are written; one of them alone is another', () => {
  expect(measures([title('a', ['o2', 'o1']), title('b', ['o1', 'o2']), title('c', ['o1'])])).toEqual([['o1', 10_000, 1, 1, true], ['o1+o2', 20_000, 1, 2, true]])
})

test('[B6] a garage counts for nothing, for area, or for a head as well: the compound’s rule says which', () => {
  const titles = [title('a', ['o1']), title('g1', ['o1'], { kind: 'garage', area: 1_250 }), title('g2', ['o2'], { kind: 'garage', area: 1_250 })]
  const totals = (garage: CompoundRule['counts']['garage']) => totalsOf(headsOf(titles, { ...counts, garage }))
  expect([totals('nothing'), totals('area'), totals('area_and_head')])
    .toEqual([{ area: 10_000, heads: 1 }, { area: 11_250, heads: 1 }, { area: 12_500, heads: 2 }])
  // somebody is found at the building of their home, whichever title comes first
  expect(headsOf([title('a', ['o1'], { kind: 'garage', area: 1_250, building: null }), title('h', ['o1'])], counts).map(({ building }) => building)).toEqual(['b1'])
})

test('[B5] the land register’s area goes before the surveyor’s, that before the contract’s', () => {
  expect([areaOf({ contract: 3, survey: 2, register: 1 }), areaOf({ contract: 3, survey: 2 }), areaOf({ contract: 3, register: null }), areaOf({})])
    .toEqual([{ area: 1, source: 'register' }, { area: 2, source: 'survey' }, { area: 3, source: 'contract' }, null])
})

test('[B7] a building or a staircase votes alone, with its own heads', () => {
  const titles = [title('a', ['o1']), title('b', ['o1'], { unit: 'b1-2' }), title('c', ['o2'], { building: 'b2', unit: 'b2-1' })]
  const ids = (kind: 'compound' | 'building' | 'unit', place: string) => electorateOf(titles, { kind, place }).map(({ id }) => id)
  expect([ids('compound', 'k'), ids('building', 'b1'), ids('unit', 'b1-2')]).toEqual([['a', 'b', 'c'], ['a', 'b'], ['b']])
})

test('[B6] splitting what one owner has into more rows changes neither heads nor area, and order changes nothing', () => {
  const rows = fc.array(fc.record({ owner: fc.nat(4), area: fc.integer({ min: 2, max: 50_000 }), cut: fc.integer({ min: 1, max: 49_999 }) }), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(rows, (all) => {
    const whole = all.map(({ owner, area }, n) => title(`t${n}`, [`o${owner}`], { area }))
    const split = all.flatMap(({ owner, area, cut }, n) => {
      const part = Math.min(cut, area - 1)
      return [title(`t${n}a`, [`o${owner}`], { area: part }), title(`t${n}b`, [`o${owner}`], { area: area - part })]
    })
    const of = (titles: readonly Title[]) => headsOf(titles, counts).map(({ id, area, heads }) => ({ id, area, heads }))
    expect(of(split)).toEqual(of(whole))
    expect(headsOf([...whole].reverse(), counts)).toEqual(headsOf(whole, counts))
  }))
})

test('[B6] a register with a sold home without owner, or with nobody who counts, is not frozen', () => {
  const code = (titles: readonly Title[]) => { const may = mayFreeze(titles, counts); return may.ok ? 'yes' : may.refusal.code }
  expect([code([title('a', ['o1'])]), code([title('a', ['o1']), title('b', [])]), code([title('g', ['o1'], { kind: 'garage' })])])
    .toEqual(['yes', 'owner_unknown', 'nobody_votes'])
})

test('[B4] none of the nine matters is for the committee, in Beijing by art. 34 and 44; a committee’s matter is brought as what it is', () => {
  for (const [n, item] of ITEMS.entries()) {
    const may = mayDecide('committee', item, termsOf('110105'))
    expect(may).toMatchObject({ ok: false, refusal: { code: 'not_for_committee', source: { article: '第三十四条、第四十四条' } } })
    expect([itemNumber(item), may.ok ? '' : may.refusal.explain.zh]).toEqual([n + 1, expect.stringContaining(ITEM_WORDS[item].zh)])
    expect(mayDecide('assembly', item, termsOf('990106')).ok).toBe(true)
  }
  expect(mayDecide('committee', 'committee_matter', termsOf('990106')).ok).toBe(true)
  expect(mayDecide('assembly', 'committee_matter', termsOf('990106'))).toMatchObject({ refusal: { code: 'name_the_item' } })
})

test('[B8] silence, last-counts and the phone need the file, day and vote of the rules; without them the unwritten holds', () => {
  const terms = termsOf('330106')
  const code = (more: Partial<CompoundRule>) => { const kept = checkCompoundRule({ ...UNWRITTEN, ...more }, terms); return kept.ok ? 'yes' : kept.refusal.code }
  const adopted = { file: 'f', day: '2025-01-01', vote: 'v' }
  expect([code({}), code({ silence: 'with_majority' }), code({ holds: 'last' }), code({ phone: true })])
    .toEqual(['yes', 'rule_without_file', 'rule_without_file', 'rule_without_file'])
  expect([code({ adopted, phone: true, holds: 'last' }), code({ adopted, silence: 'takes_part', delivery: [] }), code({ window: { minDays: 3, maxDays: 30 } }),
    code({ window: { minDays: 9, maxDays: 8 } })]).toEqual(['yes', 'silence_without_delivery', 'window_against_law', 'window_upside_down'])
})

test('[B9] the phone is off unless the compound’s rules allow it, and off in Beijing also then', () => {
  const channels = (phone: boolean, region: string) => channelsOf({ ...UNWRITTEN, phone }, termsOf(region)).channels
  expect([channels(false, '990106'), channels(true, '990106'), channels(true, '110105')])
    .toEqual([['paper', 'door'], ['phone', 'paper', 'door'], ['paper', 'door']])
})

test('[B10] a proxy votes in its scope, until its day, not for the collectors, and for no more than the rules allow', () => {
  const proxy = { head: 'h', person: 'p', vote: 'v1', from: '2026-01-01', until: '2026-12-31', held: 0, collector: false }
  const code = (more: Partial<typeof proxy>, on = '2026-06-01', rule = UNWRITTEN) => {
    const may = checkProxy({ ...proxy, ...more }, 'v1', on, rule, termsOf('990106'))
    return may.ok ? 'yes' : may.refusal.code
  }
  expect([code({}), code({ vote: 'v2' }), code({}, '2025-12-31'), code({}, '2027-01-01'), code({ collector: true })])
    .toEqual(['yes', 'proxy_of_another', 'proxy_early', 'proxy_over', 'proxy_collects'])
  expect([code({ held: 2 }, '2026-06-01', { ...UNWRITTEN, proxies: { allowed: true, mostPerProxy: 2 } }),
    code({}, '2026-06-01', { ...UNWRITTEN, proxies: { allowed: false, mostPerProxy: null } })]).toEqual(['proxy_too_many', 'no_proxies'])
})
