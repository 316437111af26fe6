import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORIES } from './categories.ts'
import { cellsAround, likeness, mostAlike, SIMILAR, type Candidate, type Sought } from './similar.ts'

const DAY = 86_400_000
const at = Date.UTC(2026, 10, 20)
const light: Candidate = { title: '梧桐苑3号楼楼道灯不亮', category: 'lighting', where: 'building', filedAt: at - DAY }
const sought: Sought = { words: '我们楼道灯坏了，晚上看不见', category: null, at }

test('[M26] the same building, the same kind, yesterday: alike, and it says why', () => {
  expect(likeness(sought, light)).toMatchObject({ why: { zh: '同一栋楼，同一类事', en: expect.stringContaining('in the same building') } })
  expect(mostAlike(sought, [light])).toHaveLength(1)
})

test('[M26] what is of another kind, said in other words, is not offered, however near', () => {
  expect(mostAlike(sought, [{ ...light, category: 'dog', title: '梧桐苑3号楼不文明养犬', where: 'here' }])).toEqual([])
})

test('[M26] nearer, newer and of the chosen kind comes first; at most three', () => {
  const near = { ...light, where: 'near' as const }
  const old = { ...light, filedAt: at - 20 * DAY }
  expect(mostAlike(sought, [old, near, light]).map(({ where, filedAt }) => [where, (at - filedAt) / DAY])).toEqual([['building', 1], ['near', 1], ['building', 20]])
  expect(mostAlike(sought, Array.from({ length: 9 }, () => light))).toHaveLength(SIMILAR.most)
})

test('[M26] what belongs to one building is not the same in the building across; what lies over the quarter is', () => {
  expect(mostAlike(sought, [{ ...light, where: 'across' }])).toEqual([])
  const dark: Sought = { words: '又停电了，整个小区没电', category: null, at }
  expect(mostAlike(dark, [{ ...light, where: 'across', category: 'power', title: '梧桐苑6号楼供电故障' }])).toHaveLength(1)
})

test('[M26] points are whole, between 0 and 100, and the same for the same words', () => {
  const candidate = fc.record({ title: fc.string(), category: fc.constantFrom(...CATEGORIES.map(({ code }) => code)),
    where: fc.constantFrom('here' as const, 'building' as const, 'near' as const, 'across' as const), filedAt: fc.integer({ min: at - 90 * DAY, max: at + DAY }) })
  fc.assert(fc.property(fc.string(), candidate, (words, one) => {
    const { score } = likeness({ words, category: null, at }, one)
    expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true)
    expect(likeness({ words, category: null, at }, one).score).toBe(score)
  }))
})

test('[M26] a cell and its eight neighbours; none beyond the edge of the district, none where the cell is not known', () => {
  expect(cellsAround(81)).toEqual([40, 41, 42, 80, 81, 82, 120, 121, 122])
  expect(cellsAround(0)).toEqual([0, 1, 40, 41])
  expect(cellsAround(79)).toEqual([38, 39, 78, 79, 118, 119])
  expect(cellsAround(null)).toEqual([])
})
