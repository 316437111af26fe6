import { expect, test } from 'vitest'
import { comings, widestApart } from './map-said.ts'
import type { PollMap } from './poll-api.ts'

const shares = (agree: number | null) => ({ agree, disagree: null, pass: null })
const group = (id: number) => ({ id, size: 9, dots: [], outline: [], holds: [] })
const map: PollMap = {
  drawnAt: '2026-07-12T00:00:00Z', final: true, version: 'v', seed: 's', people: 18, answers: 90, apart: 0, unplaced: 0, missing: null, common: [],
    minority: [],
  groups: [group(0), group(1)], undecided: [{ n: 3, shares: [] }],
  table: [[0.9, 0.8], [0.9, 0.1], [0.2, 0.7], [1, null]].map((two, n) => ({ n: n + 1, agree: 0, disagree: 0, pass: 0,
    groups: two.map((one) => shares(one)) })),
}

test('[OM7] what divides most is where groups agree least alike; what fewer than five answered divides nobody', () => {
  expect(widestApart(map)).toBe(2)
  expect(widestApart({ ...map, groups: [group(0)] })).toBe(3)
  expect(widestApart({ ...map, table: map.table.slice(0, 1) })).toBe(undefined)
})

test('[OM11] a building is said to have come little only beside others, by its share and not by its size', () => {
  const building = (name: string, homes: number, answers: number) => ({ id: name, name, homes, answers, missing: 0 })
  const said = (...buildings: ReturnType<typeof building>[]) => comings({ buildings, others: null,
    total: null }).filter(({ little }) => little).map(({ name }) => name)
  expect(said(building('1', 100, 40), building('2', 50, 20), building('3', 100, 12))).toEqual(['3'])
  expect(said(building('3', 100, 12))).toEqual([])
})
