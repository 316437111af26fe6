import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict } from './matter.ts'
import { isValid, mayEnter, QUESTIONS, reopens, tallyOf } from './verdict.ts'

const verdict = (reached: boolean, solved: boolean | null, satisfied: Verdict['satisfied']): Verdict => ({ reached, solved, satisfied })
const anyVerdict = fc.record({
  reached: fc.boolean(), solved: fc.constantFrom(true, false, null), satisfied: fc.constantFrom('yes', 'basically', 'no', null),
})
const anyOutcome = fc.constantFrom('solved', 'unable', 'explained', null)

test('three questions in both languages', () => expect(QUESTIONS.map(q => q.key)).toEqual(['reached', 'solved', 'satisfied']))

test.each<[string, Verdict, 'solved' | 'unable' | 'explained', number, boolean]>([
  ['not satisfied', verdict(true, true, 'no'), 'solved', 0, true], ['not solved', verdict(true, false, 'basically'), 'solved', 0, true],
  ['happy', verdict(true, true, 'yes'), 'solved', 0, false], ['unhappy a second time', verdict(true, false, 'no'), 'solved', 1, false],
  ['nobody got in touch and it is not solved', verdict(false, false, 'no'), 'solved', 0, true],
  ['honestly unable', verdict(true, false, 'no'), 'unable', 0, false],
])('[M16] %s: reopens once and never twice', (_, answers, outcome, reopened, expected) => expect(reopens(answers, outcome, reopened)).toBe(expected))

test('[M16] no answers reopen a matter twice', () => {
  fc.assert(fc.property(anyVerdict, anyOutcome, fc.integer({ min: 1, max: 9 }),
    (answers, outcome, reopened) => { expect(reopens(answers, outcome, reopened)).toBe(false) }))
})

test('[P03] who did anything on it may not enter the verdict, whatever post they sit in now', () => {
  const hands = { persons: ['p1'], posts: ['post1'] }
  expect(mayEnter({ isReporter: true, personId: null, postId: null }, hands)).toBe(true)
  expect(mayEnter({ isReporter: false, personId: 'p2', postId: 'post2' }, hands)).toBe(true)
  expect(mayEnter({ isReporter: false, personId: 'p1', postId: 'post2' }, hands)).toBe(false)
  expect(mayEnter({ isReporter: false, personId: 'p2', postId: 'post1' }, hands)).toBe(false)
  expect(mayEnter({ isReporter: false, personId: null, postId: null }, hands)).toBe(false)
})

test('[M16] nobody reached for a verdict stands outside every base', () => {
  const tally = tallyOf([
    ...Array.from({ length: 10 }, () => ({ outcome: 'solved' as const, verdict: verdict(true, true, 'basically') })),
    { outcome: 'solved', verdict: null },
  ])
  expect(tally).toMatchObject({ ended: 11,
    judged: 10, unjudged: 1, solved: { part: 10, base: 10, permille: 1000, say: { zh: '100.0%' } }, satisfied: { permille: 1000 } })
})

test('[M16] nobody got in touch is an answer: it stands in the base and lowers the first share', () => {
  const tally = tallyOf(Array.from({ length: 10 }, (_, i) => ({ outcome: 'solved' as const, verdict: verdict(i > 0, true, 'yes') })))
  expect(tally.reached).toMatchObject({ part: 9, base: 10, permille: 900 })
  expect(tally.solved.part).toBe(10)
})

test('[M16] no data is a word, and a small base too', () => {
  expect(tallyOf([]).solved).toEqual({ part: 0, base: 0, permille: null, say: { zh: '还没有评价', en: 'Not judged yet' } })
  expect(tallyOf([{ outcome: 'solved', verdict: verdict(true, true, 'yes') }]).solved).toMatchObject({ permille: null, say: { zh: '样本少' } })
})

test('[M16] explained and unable never count as solved, and every count adds up', () => {
  fc.assert(fc.property(fc.array(fc.record({ outcome: anyOutcome, verdict: fc.option(anyVerdict) }), { maxLength: 60 }), matters => {
    const tally = tallyOf(matters)
    expect(tally.judged + tally.unjudged).toBe(tally.ended)
    expect(tally.judged).toBe(matters.filter(m => isValid(m.verdict)).length)
    for (const s of [tally.reached, tally.solved, tally.satisfied]) {
      expect(s.base).toBe(tally.judged)
      expect(s.part).toBeLessThanOrEqual(s.base)
      if (s.permille !== null) expect(Math.abs(s.permille - 1000 * s.part / s.base)).toBeLessThanOrEqual(0.5)
    }
    const unsolved = matters.map(m => ({ ...m, outcome: 'explained' as const }))
    expect(tallyOf(unsolved).solved.part).toBe(0)
  }))
})
