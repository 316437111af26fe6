import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countMotionFile, readMotion, UnreadableMotion } from './motion.ts'

const homes = [
  { id: '1-101', area: '89.56', owners: ['a', 'b'] }, { id: '1-102', area: 61.5, owners: ['c'] }, { id: '1-103', area: 61, owners: ['c'] },
  { id: '1-104', area: '70', owners: ['e'], delivered: true }, { id: 'G1', kind: 'garage', area: 12.5, owners: ['a'] },
  { id: '1-105', area: '0.1', state: 'unsold' }, { id: '1-106', area: '0.20', state: 'undelivered', owners: ['f'] },
]
const ballots = [{ home: '1-101', choice: 'agree', channel: 'door' }, { owner: 'c', choice: 'agree' }, { home: '1-103', choice: 'against', channel: 'phone' }]
const file = (more: object = {}) => JSON.stringify({ day: '2026-04-01', matter: 4, homes, ballots, ...more })
const counted = (more: object = {}) => countMotionFile(readMotion(file(more)))

test('[B15] a file with homes, areas, owners and ballots is counted by heads: joint owners, a buyer of two, the developer; garages by the rule', () => {
  const { result, totals, packs } = counted()
  expect(totals).toEqual({ area: 8_956 + 6_150 + 6_100 + 7_000 + 10 + 20, heads: 4 })
  expect(result).toMatchObject({ outcome: 'no_quorum', missing: { area: 0, heads: 1 }, conflicts: [{ elector: 'c', held: 1, differ: true }] })
  expect(packs).toEqual(['ballots-cn@2021-01-01'])
  expect(counted({ rule: { counts: { garage: 'area_and_head' } } }).totals).toEqual({ area: totals.area + 1_250, heads: 5 })
  const adopted = { file: 'f', day: '2025-01-01', vote: 'v' }
  expect(counted({ rule: { silence: 'with_majority', adopted } }).result).toMatchObject({ outcome: 'passed', participation: { took: { heads: 3 } } })
})

test('[B15] two counts of one file are the same to the byte, and so is one of its ballots in another order', () => {
  const [one, two] = [JSON.stringify(counted()), JSON.stringify(counted())]
  expect(two).toBe(one)
  const ordered = ballots.map((ballot, n) => ({ ...ballot, seq: n + 1 }))
  expect(JSON.stringify(counted({ ballots: [...ordered].reverse() }))).toBe(JSON.stringify(counted({ ballots: ordered })))
})

test.each([
  ['{', '不是 JSON'], [file({ day: '2026-4-1' }), 'day'], [file({ homes: [{ id: 'x', area: '1.234' }] }), 'homes.0.area'], [file({ homes: [homes[0], homes[0]] }), '编号相同'],
  [file({ ballots: [{ home: 'x', choice: 'agree' }] }), '名册里没有 x'], [file({ ballots: [{ choice: 'agree' }] }), 'a home or an owner'],
  [file({ body: 'committee' }), '业主大会也不能授权业委会决定'], [file({ day: '2020-12-31' }), '没有可依据的规定'],
  [file({ rule: { silence: 'takes_part' } }), '议事规则里才算数'], [file({ homes: [...homes, { id: '1-107', area: 50, owners: ['a'], kind: 'shop' }, { id: 'G2', kind: 'garage', area: 9, owners: ['z'] }],
    ballots: [{ owner: 'z', choice: 'agree' }] }), '按议事规则不计票'],
])('what cannot be counted says why: %#', (text, why) => {
  expect(() => countMotionFile(readMotion(text))).toThrow(UnreadableMotion)
  expect(() => countMotionFile(readMotion(text))).toThrow(why)
})

test('the example of docs/count-formats.md is counted', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/count-formats.md', 'utf8')) ?? []
  expect(countMotionFile(readMotion(example)).result).toMatchObject({ outcome: 'not_passed', participation: { took: { area: 15_106, heads: 2 } } })
})
