import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parameters } from './parameters.ts'
import { aboveHalf, aboveOther, rootOf } from './proportions.ts'
import { missingByBuilding } from './disclosure.ts'
import { readyAnswers } from './held-back.ts'
import { drawNext, weightOf, type Standing } from './routing.ts'
import { keptNumbers, steadied, type Steady } from './steady.ts'

const standing = (id: string, seen: number, agree: number, disagree: number, extremity = 0): Standing => ({ id, seen, agree, disagree, extremity })
const poll = [standing('new', 0, 0, 0), standing('liked', 40, 36, 2, 1.5), standing('passed', 40, 6, 4, 0.2), standing('split', 20, 10, 9, 2),
  standing('done', 5, 5, 0)]

test('[OM10] what is asked next follows the weights: 20,000 drawings, chi-square under its 99.9 % bound', () => {
  const open = poll.filter(({ id }) => id !== 'done')
  const total = open.reduce((sum, one) => sum + weightOf(one), 0)
  const drawn = new Map<string, number>()
  const draws = 20_000
  for (let i = 0; i < draws; i++) {
    const id = drawNext(poll, new Set(['done']), `person ${i % 500} answer ${Math.floor(i / 500)}`) ?? ''
    drawn.set(id, (drawn.get(id) ?? 0) + 1)
  }
  const chi = open.reduce((sum, one) => {
    const expected = draws * weightOf(one) / total
    return sum + ((drawn.get(one.id) ?? 0) - expected) ** 2 / expected
  }, 0)
  expect(chi).toBeLessThan(16.27)
  expect(drawn.has('done')).toBe(false)
  expect(new Set(open.map(weightOf)).size).toBe(4)
})

test('[OM10] a new statement is asked before a known one of the same kind, what people pass on less, and all answered is the end', () => {
  const [fresh, liked, passed] = poll.map(weightOf)
  expect(fresh).toBeCloseTo((0.5 * 0.5 * 9) ** 2, 12)
  expect(fresh).toBeGreaterThan(liked ?? Infinity)
  expect(liked).toBeGreaterThan(passed ?? Infinity)
  expect(weightOf(standing('five', 5, 5, 0))).toBeCloseTo(((1 - 1 / 7) * (6 / 7) * 5) ** 2, 12)
  expect(drawNext(poll, new Set(poll.map(({ id }) => id)), 's')).toBeUndefined()
  expect(drawNext(poll.toReversed(), new Set(), 'same seed')).toBe(drawNext(poll, new Set(), 'same seed'))
})

test('[OM7] the tests of proportions give the published figures', () => {
  expect(aboveHalf(36, 39)).toBeCloseTo(5.375872022286246, 12)
  expect(aboveHalf(1, 10)).toBeCloseTo(-2.1105794120443457, 12)
  expect(aboveOther(2, 2, 2, 2)).toBe(0)
  expect(aboveOther(9, 9, 1, 9)).toBeGreaterThan(parameters.significant)
  for (const n of [2, 3, 4, 5]) expect(rootOf(0.3, n) ** n).toBeCloseTo(0.3, 13)
  expect(rootOf(0, 3)).toBe(0)
})

test('[OM11] nothing is said of a building with under 30 homes or 10 answers, nor can it be reckoned from the total', () => {
  const large = { id: '1', homes: 96, answers: 40 }
  const one = missingByBuilding([large, { id: '2', homes: 29, answers: 20 }])
  expect(one).toEqual({ shown: [{ ...large, missing: 56 / 96 }], others: undefined, total: undefined })
  const two = missingByBuilding([large, { id: '2', homes: 29, answers: 6 }, { id: '3', homes: 60, answers: 9 }])
  expect(two.shown.map(({ id }) => id)).toEqual(['1'])
  expect(two.others).toEqual({ homes: 89, answers: 15 })
  expect(two.total).toEqual({ homes: 185, answers: 55 })
  expect(missingByBuilding([large]).total).toEqual({ homes: 96, answers: 40 })
})

test('[OM14] five people at least are in what goes into a live map and in what waits for the next, and nobody is torn apart without need', () => {
  const voters = fc.array(fc.constantFrom(...'abcdefghijklmn'), { maxLength: 60 })
  fc.assert(fc.property(voters, (said) => {
    const ready = readyAnswers(said, 5)
    const [now, later] = [new Set(said.slice(0, ready)), new Set(said.slice(ready))]
    expect(ready === 0 || (now.size >= 5 && later.size >= 5)).toBe(true)
  }))
  expect(readyAnswers([...'abcdeabcde'], 5)).toBe(0) // five people who answered twice
  expect(readyAnswers([...'abcdefghi'], 5)).toBe(0)
  expect(readyAnswers([...'abcdefghij'], 5)).toBe(5)
  expect(readyAnswers([...'aabbccddeeffgghhiijj'], 5)).toBe(10)
})

test('[OM12] another number of groups is shown after winning four times in a row, and groups keep their numbers', () => {
  const shown = [2, 3, 3, 2, 3, 3, 3, 3, 3].reduce<readonly Steady[]>((states, groups) => [...states, steadied(states.at(-1), groups)], [])
  expect(shown.map((state) => state.shown)).toEqual([2, 2, 2, 2, 2, 2, 2, 3, 3])
  const before = new Map([['a', 0], ['b', 0], ['c', 1], ['d', 1]])
  const now = new Map([['a', 1], ['b', 1], ['c', 0], ['d', 0], ['e', 2]])
  expect(keptNumbers(before, now, 3)).toEqual([1, 0, 2])
})
