import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sealedReceipt } from '../../../packages/recount/ballots.testing.ts'
import { checkBallotReceipt, textHash } from '../../../packages/recount/ballot.mjs'
import { countBudget as again } from '../../../packages/recount/budget.mjs'
import { checkCount } from '../../../packages/recount/count.mjs'
import { openKeys, useKeys } from '../../trust/index.ts'
import { EVENT_KINDS } from '../rules/events.ts'
import { UNWRITTEN } from '../rules/compound-rule.ts'
import { countVote, heldBy, type CountInput } from '../rules/life/index.ts'
import { choiceLine, headerLine, rulesText, sealedFacts, type OpenChoice } from '../rules/sealed/index.ts'
import { countBudget, lotteryOrder } from '../rules/shares/index.ts'
import { CHANNELS, HOLDS, SILENCES, type VoteKind } from '../rules/vote.ts'
import { ballotReceipt, commitmentOf, makeVoteKeys, newBallotSalt, openChoice, pseudonymOf, rulesHash, sealChoice, sealTree } from './index.ts'

const [district, vote] = ['990106', '019a9f3e-5c00-7a01-8b02-00000000000a']
beforeAll(() => useKeys(openKeys('', { LINLI_KEY: '07'.repeat(32) })))

/** The file of a vote as the product writes it, and the receipts of its ballots. */
function fileOf(input: CountInput) {
  const { rules, line: result } = countVote(input)
  const tree = sealTree(input.choices.map((one) => commitmentOf(vote, one)))
  const by = new Map(input.choices.map((one) => [commitmentOf(vote, one), one]))
  const sealed = sealedReceipt({ vote, root: tree.root, size: tree.size, rules: rulesHash(rules) })
  const text = headerLine({ vote, root: tree.root, size: tree.size, rules, result, sealed })
    + tree.commitments.flatMap((one) => by.get(one) ?? []).map(choiceLine).join('')
  const receipts = tree.commitments.map((one) => ({ name: one, value: ballotReceipt(tree, vote, one, sealed) }))
  return { lines: text.split('\n'), receipts, tree, rules }
}
const wrong = (checks: readonly { ok: boolean; en: string }[]): string => checks.filter(({ ok }) => !ok).map(({ en }) => en).join('; ')

const made = (): ReturnType<typeof makeVoteKeys> => makeVoteKeys(district, vote)
const ids = ['c1', 'c2', 'c3', 'c4'] as const
const lottery = { seed: 'feather', committed: textHash('feather'), order: lotteryOrder(ids, 'feather', textHash) }
const motion = fc.constantFrom('agree', 'against', 'abstain', '', 'nothing', 'abstain,agree', 'b,a')
const marks = fc.oneof(fc.subarray([...ids]).map((some) => some.join(',')), fc.constantFrom('', 'c9', 'c2,c1', 'c1,c1', 'X'))
const someVote = fc.constantFrom<VoteKind>('motion', 'election', 'budget').chain((kind) => fc.record({
  kind: fc.constant(kind), holds: fc.constantFrom(...HOLDS), silence: fc.constantFrom(...SILENCES),
  rankBy: fc.constantFrom('heads' as const, 'area' as const), event: fc.constantFrom(null, ...EVENT_KINDS),
  matter: fc.constantFrom('property' as const, 'rebuild' as const),
  said: fc.array(fc.record({
    elector: fc.nat(11), channel: fc.constantFrom(...CHANNELS), one: kind === 'motion' ? motion : marks, two: motion,
  }), { maxLength: 40 }),
}))

test('[B55] whatever was said, sealed and counted here, it is the same when it is counted again from the page of the format', () => {
  const { seal, link } = made()
  const pseudonyms = Array.from({ length: 12 }, (_, n) => pseudonymOf(link, `019a9f3e-5c00-7a01-8b02-0000000000${n + 10}`))
  fc.assert(fc.property(someVote, ({ kind, holds, silence, rankBy, event, matter, said }) => {
    const choices = said.map(({ elector, channel, one, two }, n): OpenChoice => {
      const choice: OpenChoice = { pseudonym: pseudonyms[elector] ?? '', seq: n + 1, channel, area: 5000 + elector, heads: 1, salt: newBallotSalt(),
        content: kind === 'motion' ? `q1=${one}\nq2=${two}` : `q1=${one}` }
      return { ...choice, ...openChoice(seal, choice, sealChoice(seal, vote, choice).sealed) }
    })
    const held = heldBy('990106', '2026-11-20', matter, { ...UNWRITTEN, holds, silence, rankBy }, null)
    if (!held.ok) throw new Error(held.refusal.code)
    const options = kind === 'motion' ? [] : ids.map((id, n) => ({ id, label: id, cost: 300 + 100 * n }))
    const { lines, receipts } = fileOf({
      kind, matter, held: { ...held.value, seats: 2, reserves: 1 }, totals: { area: 75_066, heads: 14 }, choices, lottery,
      silentDelivered: { area: 10_000, heads: 2 },
      questions: [1, 2].slice(0, kind === 'motion' ? 2 : 1).map((n) => ({ n, title: '', pick: 3, options })),
      events: event === null ? [] : [{ kind: event, elector: event === 'court_stayed' ? null : pseudonyms[3] ?? '', on: '2026-11-20', paper: '',
        area: event === 'court_stayed' ? 0 : 5003, heads: event === 'court_stayed' ? 0 : 1 }],
      sharing: { rule: 'equal-shares', completion: 'add1u', budget: 1000, step: 10 },
    })
    expect(wrong(checkCount(lines, { receipts }).checks)).toBe('')
  }), { numRuns: 150 })
})

const instance = fc.record({
  costs: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }),
  budget: fc.integer({ min: 0, max: 120 }), step: fc.integer({ min: 1, max: 9 }),
  ballots: fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 6 }), { maxLength: 14 }), order: fc.shuffledSubarray(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']),
})
const ways = [['greedy', 'none'], ['equal-shares', 'none'], ['equal-shares', 'add1'], ['equal-shares', 'add1u']] as const

test('[B55] a budget shared here is shared the same from the page of the format, to the order of selection', () => {
  fc.assert(fc.property(instance, ({ costs, budget, step, ballots, order }) => {
    const projects = costs.map((cost, n) => ({ id: `c${n}`, cost }))
    const named = ballots.map((some) => some.filter((n) => n < costs.length).map((n) => `c${n}`).sort())
    for (const [rule, completion] of ways) {
      const ours = countBudget({ budget, projects, ballots: named }, { rule, completion, ties: order, step })
      const theirs = again({ rule, completion, budget, projects, step, lottery: { order } }, named)
      expect(theirs, `${rule} ${completion}`).toEqual({ winners: ours.winners, spent: ours.spent })
    }
  }), { numRuns: 200 })
})

test('[B52] the receipt of a ballot and the facts of the sealing are what the page of the format says', () => {
  const choices = Array.from({ length: 30 }, (_, n): OpenChoice => ({
    pseudonym: n.toString(16).padStart(32, '0'), seq: 1, channel: 'phone', area: 0, heads: 1,
    content: `q1=${['c1', 'c1,c2', 'c3'][n % 3] ?? ''}`, salt: newBallotSalt() }))
  const held = heldBy('990106', '2026-11-20', null, UNWRITTEN, null)
  if (!held.ok) throw new Error(held.refusal.code)
  const { receipts, tree, rules } = fileOf({ kind: 'budget', matter: null, held: held.value, totals: { area: 0, heads: 30 }, choices,
    events: [], lottery, silentDelivered: { area: 0, heads: 0 }, sharing: { rule: 'greedy', completion: 'none', budget: 1000, step: 1 },
    questions: [{ n: 1, title: '', pick: 4, options: ids.map((id) => ({ id, label: id, cost: 400 })) }] })
  expect(wrong(checkBallotReceipt(receipts[7]?.value).checks)).toBe('')
  const { root, rules: sealedRules } = sealedFacts({ vote, size: tree.size, root: tree.root, rules: rulesHash(rules) })
  expect([root.join(''), sealedRules.join('')]).toEqual([tree.root, textHash(rulesText(rules))])
})
