import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accountableOf, decideMet, decideMoved, decidePut, decideResult, itemState, linkageOf, mayBeShared, mustSit, partiesAt, SEATS, seatsFor,
    type Around, type JointItem,
} from './joint-board.ts'

const one = (kind: Around['kind'], name: string, stationKind: string | null = null): Around => ({ org: `${kind}-${name}`, kind, name, stationKind })
const community = one('community', '梧桐里社区')
const firm = one('firm', '润庭物业')
const branch = one('branch', '支部')
const committee = one('owners', '梧桐苑业主委员会')
const full = seatsFor([community, firm, branch, committee], 'commodity')
const sits = (around: readonly Around[], type: Parameters<typeof seatsFor>[1]) =>
  seatsFor(around, type).map(({ org, standIn }) => [org, standIn?.code ?? null])

test('[M45] where all four are there, each sits on its own chair', () => {
  expect(sits([community, firm, branch, committee], 'commodity').map(([, code]) => code)).toEqual([null, null, null, null])
  expect(linkageOf(full)).toBe('four')
})

test('[M45] an empty chair says who sits there and by what rule', () => {
  const owners = (around: readonly Around[], type: Parameters<typeof seatsFor>[1]) => sits(around, type)[1]
  expect(owners([community], 'commodity')).toEqual([community.org, 'community_for_owners'])
  expect(owners([community, one('owners', '纺机新村物业管理委员会')], 'work_unit')?.[1]).toBe('management_committee')
  expect(owners([community, one('owners', '老官塘院自管小组')], 'old_courtyard')?.[1]).toBe('self_management')
  expect(owners([community, one('station', '区住房保障中心', 'rental_housing')], 'public_rental')?.[1]).toBe('landlord')
  expect(owners([community, one('station', '区住房保障中心', 'rental_housing')], 'commodity')?.[1]).toBe('community_for_owners')
  expect(sits([community, branch], 'old_courtyard')[3]).toEqual([community.org, 'community_for_firm'])
  for (const chair of seatsFor([community], 'new')) if (chair.standIn) expect(chair.standIn.source.law).not.toBe('')
})

test('[M45] without a branch it is three parties, and nobody is made accountable on the empty chair', () => {
  const three = seatsFor([community, firm, committee], 'commodity')
  expect(linkageOf(three)).toBe('three')
  expect(decidePut(three, { seat: 'branch', agreed: '2026-12-01' }, '2026-11-20')).toMatchObject({ ok: false, refusal: { code: 'empty_chair' } })
  expect(mustSit(three, [branch.org])).toMatchObject({ ok: false, refusal: { code: 'not_at_table' } })
  expect(partiesAt(three)).toHaveLength(3)
})

test('[M46] a day that is over is no agreement; late is open and past its day', () => {
  expect(decidePut(full, { seat: 'firm', agreed: '2026-11-19' }, '2026-11-20').ok).toBe(false)
  expect(decidePut(full, { seat: 'firm', agreed: '2028-11-21' }, '2026-11-20').ok).toBe(false)
  expect(itemState({ agreed: '2026-11-19', done: false }, '2026-11-20')).toBe('late')
  expect(itemState({ agreed: '2026-11-20', done: false }, '2026-11-20')).toBe('open')
  expect(itemState({ agreed: '2026-11-19', done: true }, '2026-11-20')).toBe('done')
})

test('[M46] the accountable party writes the result, the residents’ committee may, the other two may not', () => {
  const item: JointItem = { seat: 'firm', agreed: '2026-12-01', done: false }
  expect([firm, community, committee, branch].map(({ org }) => decideResult(full, item, [org]).ok)).toEqual([true, true, false, false])
})

test('[M46] what is closed to anybody, sensitive, or over is not shared', () => {
  expect(mayBeShared({ sensitive: null, closedTo: [], open: true }).ok).toBe(true)
  for (const bad of [{ sensitive: 'family' }, { closedTo: ['firm'] }, { open: false }]) {
    expect(mayBeShared({ sensitive: null, closedTo: [], open: true, ...bad }).ok).toBe(false)
  }
})

test('[M47] a meeting has two of the table, lies within the last month and names each item once', () => {
  const met = (more: object) => decideMet(full, { on: '2026-11-18', present: [firm.org, community.org], decided: [], ...more }, '2026-11-20',
    '2026-10-20')
  expect(met({}).ok).toBe(true)
  for (const bad of [{ on: '2026-11-21' }, { on: '2026-10-19' }, { present: [firm.org, firm.org] }, { present: [firm.org, 'stranger'] },
    { decided: ['a', 'a'] }]) {
    expect([bad, met(bad).ok]).toEqual([bad, false])
  }
})

const around = fc.subarray([firm, branch, committee, one('owners', '物管会'), one('station', '保障中心', 'rental_housing')])
  .map((some): readonly Around[] => [community, ...some])
const day = fc.integer({ min: 0, max: 60 }).map((n) => `2026-${n < 30 ? '11' : '12'}-${String(1 + (n % 30)).padStart(2, '0')}`)

test('[M46] property: whatever is agreed and changed, and whoever leaves, exactly one party of the table is accountable, and no change is silent',
  () => {
  fc.assert(fc.property(around, around, fc.array(fc.record({ seat: fc.constantFrom(...SEATS), agreed: day, reason: fc.constantFrom('', '等配件') })),
    (then, now, moves) => {
    const chairs = seatsFor(then, 'commodity')
    let item: JointItem = { seat: 'community', agreed: '2026-11-30', done: false }
    for (const move of moves) {
      const decided = decideMoved(chairs, item, move, '2026-11-15')
      if (!decided.ok) continue
      expect(move.reason).not.toBe('')
      expect([item.seat, item.agreed]).not.toEqual([decided.value.seat, decided.value.agreed])
      item = decided.value
      expect(chairs.filter(({ seat, org }) => seat === item.seat && org !== null)).toHaveLength(1)
    }
    const later = seatsFor(now, 'commodity')
    expect(partiesAt(later)).toContain(accountableOf(later, item.seat)?.org)
  }))
})
