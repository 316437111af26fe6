import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sealedReceipt } from '../../../packages/recount/ballots.testing.ts'
import { checkBallotReceipt, textHash } from '../../../packages/recount/ballot.mjs'
import { countBudget as again } from '../../../packages/recount/budget.mjs'
import { checkCount } from '../../../packages/recount/count.mjs'
import { openKeys, useKeys } from '../../trust/index.ts'
import {
  budgetFileResult, choiceLine, groupsOf, headerLine, motionFileResult, rulesText, sealedFacts, type CountResultLine, type CountRules, type MotionRules,
  type OpenChoice,
} from '../rules/sealed/index.ts'
import { countBudget, lotteryOrder } from '../rules/shares/index.ts'
import { ballotReceipt, commitmentOf, makeVoteKeys, newBallotSalt, openChoice, pseudonymOf, rulesHash, sealChoice, sealTree } from './index.ts'

const [district, vote] = ['990106', '019a9f3e-5c00-7a01-8b02-00000000000a']
beforeAll(() => useKeys(openKeys('', { LINLI_KEY: '07'.repeat(32) })))

/** The file of a vote as we write it, and its lines for the program that knows nothing of us. */
function fileOf(rules: CountRules, choices: readonly OpenChoice[], result: CountResultLine) {
  const tree = sealTree(choices.map((one) => commitmentOf(vote, one)))
  const by = new Map(choices.map((one) => [commitmentOf(vote, one), one]))
  const sealed = sealedReceipt({ vote, root: tree.root, size: tree.size, rules: rulesHash(rules) })
  const text = headerLine({ vote, root: tree.root, size: tree.size, rules, result, sealed })
    + tree.commitments.map((one) => choiceLine(by.get(one) ?? choices[0]!)).join('')
  const receipts = tree.commitments.map((one) => ({ name: one, value: ballotReceipt(tree, vote, one, sealed) }))
  return { lines: text.split('\n'), receipts, tree }
}
const wrong = (checks: readonly { ok: boolean; en: string }[]): string => checks.filter(({ ok }) => !ok).map(({ en }) => en).join('; ')

const share = (part: number, whole: number, more: boolean) => ({ of: [part, whole] as const, more })
const word = fc.constantFrom('agree', 'against', 'abstain', 'spoilt', '')
const expressions = fc.array(fc.record({ elector: fc.nat(8), channel: fc.constantFrom('phone', 'paper', 'door' as const), q1: word, q2: word }), { maxLength: 30 })
const rulesOf = fc.record({ holds: fc.constantFrom('first', 'last', 'paper_first' as const), means: fc.constantFrom('not_counted', 'takes_part', 'with_majority' as const),
  court: fc.constantFrom('court_set_aside', 'court_struck', 'court_stayed', null) })

test('[B-seal] sealed, opened and counted here, a motion is the same when it is counted again from the page of the format', () => {
  const { seal, link } = makeVoteKeys(district, vote)
  const pseudonyms = Array.from({ length: 9 }, (_, n) => pseudonymOf(link, `019a9f3e-5c00-7a01-8b02-00000000000${n}`))
  fc.assert(fc.property(expressions, rulesOf, (said, { holds, means, court }) => {
    const choices = said.map(({ elector, channel, q1, q2 }, n): OpenChoice => {
      const choice: OpenChoice = { pseudonym: pseudonyms[elector] ?? '', seq: n + 1, channel, area: 5000 + elector, heads: 1, content: `q1=${q1}\nq2=${q2}`,
        salt: newBallotSalt() }
      return { ...choice, ...openChoice(seal, choice, sealChoice(seal, vote, choice).sealed) }
    })
    const rules: MotionRules = { kind: 'motion', holds, totals: { area: 60_000, heads: 12 }, silence: { means, delivered: { area: 9000, heads: 2 } },
      questions: [{ id: 'q1', item: 'property', quorum: share(2, 3, false), majority: share(1, 2, true) },
        { id: 'q2', item: 'rebuild', quorum: share(1, 3, true), majority: share(3, 4, false) }],
      orders: court === null ? [] : court === 'court_stayed' ? [{ kind: court, pseudonym: '', area: 0, heads: 0 }]
        : [{ kind: court, pseudonym: pseudonyms[3] ?? '', area: 5003, heads: 1 }] }
    const { lines, receipts } = fileOf(rules, choices, motionFileResult(rules, choices))
    expect(wrong(checkCount(lines, { receipts }).checks)).toBe('')
  }), { numRuns: 50 })
})

const instance = fc.record({
  costs: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }), budget: fc.integer({ min: 0, max: 120 }), step: fc.integer({ min: 1, max: 9 }),
  ballots: fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 6 }), { maxLength: 14 }), order: fc.shuffledSubarray(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']),
})
const ways = [['greedy', 'none'], ['equal-shares', 'none'], ['equal-shares', 'add1'], ['equal-shares', 'add1u']] as const

test('[B-seal] a budget shared here is shared the same from the page of the format, to the order of selection', () => {
  fc.assert(fc.property(instance, ({ costs, budget, step, ballots, order }) => {
    const projects = costs.map((cost, n) => ({ id: `c${n}`, cost }))
    const named = ballots.map((ids) => ids.filter((n) => n < costs.length).map((n) => `c${n}`).sort())
    for (const [rule, completion] of ways) {
      const ours = countBudget({ budget, projects, ballots: named }, { rule, completion, ties: order, step })
      const theirs = again({ rule, completion, budget, projects, step, lottery: { order } }, named)
      expect(theirs, `${rule} ${completion}`).toEqual({ winners: ours.winners, spent: ours.spent })
    }
  }), { numRuns: 200 })
})

test('[B-seal] a budget’s file, the receipts of its ballots and the facts of its sealing hold', () => {
  const rules: CountRules = { kind: 'budget', holds: 'last', totals: { area: 0, heads: 40 }, question: 'q1', rule: 'equal-shares', completion: 'add1u',
    budget: 1000, step: 1, projects: [{ id: 'c1', cost: 600 }, { id: 'c2', cost: 500 }, { id: 'c3', cost: 300 }],
    lottery: { seed: 'feather', committed: textHash('feather'), order: lotteryOrder(['c1', 'c2', 'c3'], 'feather', textHash) } }
  const choices = Array.from({ length: 30 }, (_, n): OpenChoice => ({ pseudonym: n.toString(16).padStart(32, '0'), seq: 1, channel: 'phone', area: 0, heads: 1,
    content: n % 3 === 0 ? 'q1=c1' : n % 3 === 1 ? 'q1=c1,c2' : 'q1=c3', salt: newBallotSalt() }))
  const { lines, receipts, tree } = fileOf(rules, choices, budgetFileResult(rules, choices))
  expect(wrong(checkCount(lines, { receipts }).checks)).toBe('')
  expect(wrong(checkBallotReceipt(receipts[7]?.value).checks)).toBe('')
  expect(sealedFacts({ vote, size: tree.size, root: tree.root, rules: rulesHash(rules) }).root.join('')).toBe(tree.root)
  expect(groupsOf(tree.root).every((part) => part.length === 8)).toBe(true)
  expect(rulesText(rules)).toContain('{"budget":1000,"completion":"add1u"')
})
