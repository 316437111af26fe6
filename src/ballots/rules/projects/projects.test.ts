import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptance, decideProject, mayCloseCall, mayPropose, mayReview, reviewed, roundSaid, settleBudget, type Project, type Review, type Round } from './index.ts'

const round: Round = { id: 'r', state: 'call', budget: 24_000_000, proposeUntil: '2026-11-30', opensOn: null, closesOn: null,
  rules: { rule: 'equal-shares', completion: 'add1u', caps: { goods: 5_000_000 }, reviewers: 2 } }
const project: Project = { id: 'p', state: 'proposed', kind: 'goods', cost: null, proposerPost: 'mine', reviews: [] }
const review = (eligible: boolean, cost: number | null = null, tied = false): Review => ({ post: 'x', eligible, ground: eligible ? null : 'firm_duty', cost, tied })
const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string => (result.ok ? 'ok' : result.refusal?.code ?? '')

test('[B60] one proposes until the posted day and the call never ends before it is over', () => {
  expect([code(mayPropose(round, '2026-11-30')), code(mayPropose(round, '2026-12-01'))]).toEqual(['ok', 'call_over'])
  expect([code(mayCloseCall(round, '2026-11-30')), code(mayCloseCall(round, '2026-12-01'))]).toEqual(['call_runs', 'ok'])
  expect(mayPropose(round, '2026-12-01')).toMatchObject({ refusal: { explain: { zh: '征集到11月30日为止，已经结束了。下一轮再提。' } } })
})

test('[B61] nobody reviews their own, a cost stays under the cap of its kind, and every review has a reason', () => {
  const said = { ...review(true, 4_000_000), reason: '看过现场，能做' }
  expect([code(mayReview(round, project, 'mine', said)), code(mayReview(round, project, 'other', said)), code(mayReview(round, project, 'other', { ...said, cost: 5_000_001 })),
    code(mayReview(round, project, 'other', { ...said, reason: '' })), code(mayReview(round, project, 'other', { ...said, eligible: false, ground: null }))])
    .toEqual(['own_proposal', 'ok', 'over_cap', 'no_reason', 'no_ground'])
  expect(mayReview(round, project, 'other', { ...said, cost: 5_000_001 })).toMatchObject({ refusal: { explain: { zh: expect.stringContaining('最多50,000.00元') } } })
})

test('[B62] a proposal is decided as its untied reviews say, never against them and never outside what they found', () => {
  const decided = (reviews: readonly Review[], cost = 4_000_000) =>
    code(decideProject(round, { ...project, reviews }, { accept: true, cost, title: '添置雨衣架', summary: '门口放三排' }))
  expect([decided([review(true, 4_000_000)]), decided([review(true, 4_000_000), review(true, 4_500_000, true)]), decided([review(true, 4_000_000), review(false)]),
    decided([review(true, 4_000_000), review(true, 4_500_000)]), decided([review(true, 4_000_000), review(true, 4_500_000)], 4_600_000),
    decided([review(false), review(false), review(true, 1)])]).toEqual(['reviews_missing', 'reviews_missing', 'reviews_tied', 'ok', 'cost_outside', 'against_reviews'])
  expect(code(decideProject(round, { ...project, reviews: [review(true, 1), review(true, 1)] }, { accept: true, cost: 1, title: '打13800001234', summary: '' }))).toBe('names_somebody')
  fc.assert(fc.property(fc.array(fc.record({ eligible: fc.boolean(), cost: fc.integer({ min: 1, max: 9_999_999 }), tied: fc.boolean() }), { maxLength: 7 }), (all) => {
    const of = { ...project, reviews: all.map(({ eligible, cost, tied }) => review(eligible, eligible ? cost : null, tied)) }
    const { counted, eligible } = reviewed(of)
    const refused = code(decideProject(round, of, { accept: false, ground: 'firm_duty', reason: '物业自己的事', title: '换大门道闸' }))
    expect(refused === 'ok').toBe(counted >= 2 && eligible * 2 < counted)
  }))
})

test('[B66] three residents at least, and most of them say that it works', () => {
  expect([code(acceptance(['works', 'works'])), acceptance(['works', 'works', 'not']), acceptance(['works', 'partly', 'not', 'works'])])
    .toEqual(['answers_missing', { ok: true, value: 'accepted_by_residents' }, { ok: true, value: 'running' }])
})

test('[B64] 听雨桥 2026: shares leave 72 with nothing where votes alone leave 200, and each says why', () => {
  const kinds: readonly [number, string][] = [[150, 'p1,p2'], [72, 'p1'], [58, 'p2'], [96, 'p3'], [34, 'p2,p3'], [64, 'p4'], [36, 'p4,p5'], [30, 'p3,p5'], [20, 'p5'], [40, 'p3,p4']]
  const settled = settleBudget({
    budget: 24_000_000, projects: [['p1', 98_000], ['p2', 118_000], ['p3', 46_000], ['p4', 38_000], ['p5', 24_000]].map(([id, yuan]) => ({ id: String(id), cost: Number(yuan) * 100 })),
    ballots: kinds.flatMap(([n, ids]) => Array.from({ length: n }, () => ids.split(','))),
  }, { rule: 'equal-shares', completion: 'add1u' }, ['p1', 'p2', 'p3', 'p4', 'p5'])
  expect(settled.compared).toMatchObject([{ rule: 'equal-shares', spent: 22_600_000, without: 72 }, { rule: 'greedy', spent: 24_000_000, winners: ['p2', 'p1', 'p5'], without: 200 }])
  expect(settled.projects.find(({ option }) => option === 'p1')).toMatchObject({ funded: false, greedy: true, votes: 222, words: { zh: expect.stringContaining('差') } })
})

test('[B63] a round says of its vote what its days say', () => {
  const round = { state: 'posted' as const, opensOn: '2026-11-14', closesOn: '2026-11-28' }
  expect(['2026-11-13', '2026-11-14', '2026-11-28', '2026-11-29'].map((day) => roundSaid(round, day).zh)).toEqual(['等投票', '正在投票', '正在投票', '投完了，等计票'])
  expect(roundSaid({ ...round, state: 'decided' }, '2026-11-29').zh).toBe('已选出，在办')
})
