import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBudget, lotteryOrder, lotteryText, sayOf, type BudgetInstance, type BudgetOptions, type Completion } from './index.ts'
import { textbook } from './textbook.testing.ts'

const yuan = 100
const kinds: readonly (readonly [number, string])[] = [
  [150, 'p1 p2'], [72, 'p1'], [58, 'p2'], [96, 'p3'], [34, 'p2 p3'], [64, 'p4'], [36, 'p4 p5'], [30, 'p3 p5'], [20, 'p5'], [40, 'p3 p4'],
]
const community: BudgetInstance = {
  budget: 240_000 * yuan,
  projects: Object.entries({ p1: 98_000, p2: 118_000, p3: 46_000, p4: 38_000, p5: 24_000 }).map(([id, cost]) => ({ id, cost: cost * yuan })),
  ballots: kinds.flatMap(([voters, ids]) => Array.from({ length: voters }, () => ids.split(' '))),
}

// few sums and few voters, so that equals are common
const instances = fc.record({
  budget: fc.integer({ min: 0, max: 60 }),
  costs: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  ballots: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
}).map(({ budget, costs, ballots }): BudgetInstance => ({
  budget, projects: costs.map((cost, i) => ({ id: `p${i}`, cost })), ballots: ballots.map((ballot) => ballot.map((i) => `p${i}`)),
}))
const completions = fc.constantFrom<Completion>('none', 'add1', 'add1u')
const shares = completions.map((completion): BudgetOptions => ({ rule: 'equal-shares', completion, step: 1 }))
const options = fc.oneof(fc.constant<BudgetOptions>({ rule: 'greedy' }), shares)
const idsOf = (instance: BudgetInstance): string[] => instance.projects.map(({ id }) => id)

test('[B40] [B41] [B42] five projects in 听雨桥社区: greedy leaves 200 without any, equal shares with add1u 72, plain ones most of the money', () => {
  const greedy = countBudget(community, { rule: 'greedy' })
  expect(greedy).toMatchObject({ winners: ['p2', 'p1', 'p5'], spent: 240_000 * yuan, leftOut: 200 })
  const shared = countBudget(community, { rule: 'equal-shares', completion: 'add1u' })
  expect([...shared.winners].sort()).toEqual(['p2', 'p3', 'p4', 'p5'])
  expect(shared).toMatchObject({ spent: 226_000 * yuan, leftOut: 72, sharedOut: 600 * 770 * yuan })
  expect(countBudget(community, { rule: 'equal-shares' })).toMatchObject({ winners: ['p3', 'p4'], spent: 84_000 * yuan })
})

test('[B43] what a project has or lacked is said in one sentence', () => {
  const { explanations } = countBudget(community, { rule: 'equal-shares', completion: 'add1u' })
  const said = (id: string) => { const one = explanations[id]; return one && sayOf(one) }
  expect(said('p2')).toEqual({ zh: '242票，支持者每人分摊487.61元', en: '242 votes, each supporter pays ¥487.61' })
  expect(said('p1')).toEqual({ zh: '差20票或60,806.50元', en: 'short by 20 votes or ¥60,806.50' })
  const plain = countBudget(community, { rule: 'equal-shares' }).explanations['p4']
  expect(plain && sayOf(plain).zh).toBe('140票，折合121.79个足额票，每人最多分摊312元')
  const nobody = countBudget({ budget: 100, projects: [{ id: 'a', cost: 200 }], ballots: [[]] }, { rule: 'equal-shares' }).explanations['a']
  expect(nobody && sayOf(nobody).zh).toBe('没有人选，价钱也超过预算')
})

test('[B41] [B42] it finds what the textbook finds, voter by voter in fractions', () => {
  fc.assert(fc.property(instances, completions, (instance, completion) => {
    const ties = idsOf(instance).reverse()
    const { winners } = countBudget(instance, { rule: 'equal-shares', completion, ties, step: 1, effort: 0 })
    expect(winners).toEqual(textbook(instance, completion, ties, 1))
  }), { numRuns: 600 })
})

test('[B41] [B42] it finds what the textbook finds with sums that doubles cannot hold apart', () => {
  const close = fc.record({ more: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 5 }), instance: instances })
  fc.assert(fc.property(close, completions, ({ more, instance }, completion) => {
    const large = 3 * 10 ** 13
    const projects = instance.projects.map(({ id, cost }, i) => ({ id, cost: cost * large + (more[i] ?? 0) }))
    const big = { ...instance, budget: instance.budget * large, projects }
    const counted = countBudget(big, { rule: 'equal-shares', completion, step: large, effort: 0 })
    expect(counted.winners).toEqual(textbook(big, completion, idsOf(big), large))
  }), { numRuns: 300 })
})

test('[B42] steps that change nothing are passed over, and the count is the same as step by step', () => {
  fc.assert(fc.property(instances, fc.integer({ min: 3, max: 9 }), (small, times) => {
    const projects = small.projects.map(({ id, cost }, i) => ({ id, cost: cost * times + i }))
    const instance = { ...small, budget: small.budget * times, projects }
    const n = instance.ballots.length
    const wanted = projects.filter(({ id }) => instance.ballots.some((ballot) => ballot.includes(id))).length
    const at = (budget: number) => countBudget({ ...instance, budget }, { rule: 'equal-shares', effort: 0 })
    let [sum, counted] = [instance.budget, at(instance.budget)]
    for (let next = at(sum + n); counted.winners.length < wanted && next.spent <= instance.budget; next = at(sum + n)) [sum, counted] = [sum + n, next]
    const { winners, sharedOut } = countBudget(instance, { rule: 'equal-shares', completion: 'add1', step: 1, effort: 0 })
    expect({ winners, sharedOut }).toEqual({ winners: counted.winners, sharedOut: sum })
  }), { numRuns: 150 })
  const few: BudgetInstance = {
    budget: 10 ** 13, projects: [{ id: 'a', cost: 9 * 10 ** 12 }, { id: 'b', cost: 10 ** 12 }, { id: 'c', cost: 2 * 10 ** 12 }],
    ballots: [['a'], ['a', 'b'], ['c']],
  }
  let tried = 0
  const counted = countBudget(few, { rule: 'equal-shares', completion: 'add1', effort: 0, onProgress: () => { tried++ } })
  expect(counted.spent).toBeLessThanOrEqual(few.budget)
  expect(tried).toBeLessThan(200)
})

test('[B40] [B41] [B42] the budget is never exceeded, and neither the order of ballots nor that of projects matters', () => {
  fc.assert(fc.property(instances, options, fc.nat(), (instance, option, turn) => {
    const ties = idsOf(instance)
    const counted = countBudget(instance, { ...option, ties })
    expect(counted.spent).toBeLessThanOrEqual(instance.budget)
    expect(counted.spent).toBe(instance.projects.reduce((sum, { id, cost }) => sum + (counted.winners.includes(id) ? cost : 0), 0))
    const turned = <T>(all: readonly T[]): readonly T[] => [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
    const ballots = turned(instance.ballots).map((ballot) => [...ballot].reverse())
    expect(countBudget({ ...instance, projects: turned(instance.projects), ballots }, { ...option, ties })).toEqual(counted)
  }), { numRuns: 300 })
})

/** All sets of some of `all`. */
const setsOf = (all: readonly string[]): string[][] => all.reduce<string[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])

/**
 * Extended justified representation up to one project, for approvals and cost utilities: if all voters of a group approve all projects T, and the
 * group's part of the budget pays for T, then somebody in it has winners worth as much as T, or with one more project of T has winners worth more. So
 * fewer than cost(T) × n / budget of those who approve T may have less.
 */
function unrepresented(instance: BudgetInstance, winners: readonly string[]): string[][] {
  const worth = (ids: readonly string[]): number => instance.projects.reduce((sum, { id, cost }) => sum + (ids.includes(id) ? cost : 0), 0)
  return setsOf(idsOf(instance)).filter((wish) => wish.length > 0).filter((wish) => {
    const short = instance.ballots.filter((ballot) => wish.every((id) => ballot.includes(id))).filter((ballot) => {
      const has = winners.filter((id) => ballot.includes(id))
      return worth(has) < worth(wish) && !wish.some((id) => !has.includes(id) && worth([...has, id]) > worth(wish))
    })
    return short.length > 0 && short.length * instance.budget >= worth(wish) * instance.ballots.length
  })
}

test('[B41] every group that could pay for what it agrees on is represented, up to one project; by votes alone it is not', () => {
  fc.assert(fc.property(instances, (instance) => {
    expect(unrepresented(instance, countBudget(instance, { rule: 'equal-shares', effort: 0 }).winners)).toEqual([])
  }), { numRuns: 600 })
  expect(unrepresented(community, countBudget(community, { rule: 'greedy' }).winners)).not.toEqual([])
  expect(unrepresented(community, countBudget(community, { rule: 'equal-shares' }).winners)).toEqual([])
})

/** The same vote with further voters who want `id` alone, and with `id` at `fen` less. */
const withVoters = (instance: BudgetInstance, id: string, more: number): BudgetInstance =>
  ({ ...instance, ballots: [...instance.ballots, ...Array.from({ length: more }, () => [id])] })
const withCost = (instance: BudgetInstance, id: string, less: number): BudgetInstance =>
  ({ ...instance, projects: instance.projects.map((project) => (project.id === id ? { id, cost: project.cost - less } : project)) })

test('[B43] with what a project lacked it has money, and with one less it has not', () => {
  fc.assert(fc.property(instances, options, (instance, option) => {
    const ties = idsOf(instance)
    const funds = (changed: BudgetInstance, id: string): boolean => countBudget(changed, { ...option, ties, effort: 0 }).winners.includes(id)
    const { explanations } = countBudget(instance, { ...option, ties, effort: Infinity })
    for (const [id, one] of Object.entries(explanations)) {
      if (one.funded) continue
      const { votes, fen } = one.lacks
      if (votes !== null) expect([votes, votes - 1].map((more) => funds(withVoters(instance, id, more), id))).toEqual([true, false])
      if (fen !== null) expect([fen, fen - 1].map((less) => funds(withCost(instance, id, less), id))).toEqual([true, false])
      else expect(one.votes).toBe(0)
    }
  }), { numRuns: 300 })
})

test('[B43] in a large count the rounds tell what a project lacked, where each further voter brings a share', () => {
  fc.assert(fc.property(instances, (small) => {
    const n = small.ballots.length
    const instance = { ...small, budget: small.budget * n }
    const option: BudgetOptions = { rule: 'equal-shares', ties: idsOf(instance), effort: 0 }
    const funds = (changed: BudgetInstance, id: string): boolean => countBudget(changed, option).winners.includes(id)
    for (const [id, one] of Object.entries(countBudget(instance, option).explanations)) {
      if (one.funded) continue
      const { votes, fen } = one.lacks
      const bringing = (more: number): BudgetInstance => ({ ...withVoters(instance, id, more), budget: small.budget * (n + more) })
      if (votes !== null) expect([votes, votes - 1].map((more) => funds(bringing(more), id))).toEqual([true, false])
      if (fen !== null) expect([fen, fen - 1].map((less) => funds(withCost(instance, id, less), id))).toEqual([true, false])
    }
  }), { numRuns: 300 })
})

test('[B44] equals are drawn by a seed: anybody draws the same, and another seed another order', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  expect(lotteryText('2026', 'p1')).toBe('linli-lottery-1\n2026\np1')
  const drawn = lotteryOrder(['p1', 'p2', 'p3', 'p4', 'p5'], '2026', sha256)
  expect(drawn).toEqual(lotteryOrder(['p5', 'p4', 'p3', 'p2', 'p1', 'p1'], '2026', sha256))
  expect(new Set(['a', 'b', 'c', 'd', 'e'].map((seed) => lotteryOrder(drawn, seed, sha256).join())).size).toBeGreaterThan(1)
  const even: BudgetInstance = { budget: 10, projects: [{ id: 'a', cost: 10 }, { id: 'b', cost: 10 }], ballots: [['a', 'b']] }
  for (const rule of ['greedy', 'equal-shares'] as const) {
    expect(countBudget(even, { rule, ties: ['b', 'a'] }).winners).toEqual(['b'])
    expect(countBudget(even, { rule, ties: ['a', 'b'] }).winners).toEqual(['a'])
  }
})

test('[B40] [B41] what costs nothing and is wanted is taken; without voters, money or known ids a count is empty, not an error', () => {
  const projects = [{ id: 'a', cost: 0 }, { id: 'b', cost: 1 }, { id: 'c', cost: 0 }]
  const free: BudgetInstance = { budget: 0, projects, ballots: [['a', 'b', 'b', 'x']] }
  for (const option of [{ rule: 'greedy' }, { rule: 'equal-shares', completion: 'add1u' }] as const) {
    expect(countBudget(free, option)).toMatchObject({ winners: ['a'], explanations: { b: { votes: 1 }, c: { funded: false } } })
    expect(countBudget({ ...free, ballots: [] }, option)).toMatchObject({ winners: [], voters: 0, leftOut: 0 })
  }
})
