import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactPrice, histogramOf, nearPrice, NEAR, type Near } from './price.ts'
import { firstPurses } from './purses.ts'

const LARGE = 10 ** 15
// sums that differ in their last figures, so that doubles leave it open who is poor
const held = fc.array(fc.record({ has: fc.integer({ min: 0, max: 3 }).map((more) => LARGE + more), voters: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 5 })

test('[B41] the price is exact: who pays all they have has no more than it, the others no less, and together they pay the cost', () => {
  fc.assert(fc.property(held, fc.integer({ min: 0, max: 10 }), fc.boolean(), (all, less, blind) => {
    const total = all.reduce((sum, { has, voters }) => sum + BigInt(has) * BigInt(voters), 0n)
    const cost = total - BigInt(less)
    const purses = firstPurses(LARGE)
    for (const { has } of all) {
      purses.exact.push({ num: BigInt(has), level: 0 })
      purses.near.push(has)
    }
    const supporters = { members: Int32Array.from(all.keys()), from: 0, to: all.length, sizes: Int32Array.from(all.map(({ voters }) => voters)) }
    const near = nearPrice(supporters, Float64Array.from(all.map(({ has }) => has)), Number(cost), LARGE / 2, () => false)
    if (typeof near === 'number') throw new Error('nothing was too dear')
    const guess: Near = blind ? { price: near.price, error: Infinity } : near
    const { num, rich, poor } = exactPrice(purses, histogramOf(supporters, Int32Array.from(all.keys(), (i) => i + 2), purses), cost, guess)
    const isPoor = (i: number): boolean => poor.includes(i + 2)
    all.forEach(({ has }, i) => {
      const more = BigInt(has) * BigInt(rich) - num
      expect(isPoor(i) ? more <= 0n : more >= 0n).toBe(true)
    })
    const paid = all.reduce((sum, { has, voters }, i) => sum + (isPoor(i) ? BigInt(has) * BigInt(voters) : 0n), num)
    expect({ paid, rich }).toEqual({ paid: cost, rich: all.reduce((sum, { voters }, i) => sum + (isPoor(i) ? 0 : voters), 0) })
    expect(near.error === Infinity || Math.abs(Number(num) / rich - near.price) <= near.price * NEAR).toBe(true)
  }), { numRuns: 500 })
})
