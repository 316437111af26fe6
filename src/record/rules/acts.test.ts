import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { defineActs, joinActs, type FactsOf } from './acts.ts'
import { checkFacts, code, codeOf, codes, day, flag, id, ids, isCode, maybe, time, whole } from './facts.ts'

const say = { zh: '报了一件事', en: 'filed a matter' }
const acts = defineActs({
  'matter.filed': { say, facts: { category: code, way: codeOf('web', 'desk'), photos: whole, party: maybe(id) } },
  'matter.assigned': { say, facts: { to: ids, tags: maybe(codes), due: time, from: day, urgent: flag } },
})
const party = '019a9f3e-5c00-7a01-8b02-0123456789ab'

test('[R2] what is declared can be stated, and what is left out stays out', () => {
  expect(acts.state('matter.filed', { category: 'hall.light', way: 'web', photos: 2 })).toEqual(
    { kind: 'matter.filed', facts: { category: 'hall.light', way: 'web', photos: 2 } })
  expect(acts.state('matter.filed', { category: 'a', way: 'desk', photos: 0, party: undefined }).facts).not.toHaveProperty('party')
  const assigned = acts.state('matter.assigned', { to: [party], due: '2026-11-20T02:40:00.000Z', from: '2026-11-20', urgent: true })
  expect(assigned.facts).toMatchObject({ to: [party] })
  expectTypeOf<FactsOf<typeof acts.kinds['matter.filed']>>().toEqualTypeOf<
    { readonly category: string; readonly way: 'web' | 'desk'; readonly photos: number } & { readonly party?: string | undefined }>()
})

test('[R2] names, sentences, phones and identity numbers are refused', () => {
  const filed = (facts: object) => () => acts.state('matter.filed', { category: 'a', way: 'web', photos: 0, ...facts })
  const text = ['王芳', '楼道灯不亮', 'hall light', '', 'a'.repeat(65), '13912345678', '139-1234-5678', 'tel:139.1234.5678',
    '110101199003071234', 'a/b', 'é', 'a\n', '１２３']
  for (const category of text) expect(filed({ category }), category).toThrow(TypeError)
  for (const photos of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 13_912_345_678, '2', null]) {
    expect(filed({ photos }), String(photos)).toThrow(TypeError)
  }
  expect(filed({ party: '王芳' })).toThrow(/party/)
  expect(filed({ party: party.toUpperCase() })).toThrow(/party/)
  expect(filed({ note: 'x' })).toThrow(/not declared/)
  expect(filed({ way: 'phone' })).toThrow(/web, desk/)
  expect(() => acts.state('matter.filed', JSON.parse('{"way":"web","photos":1}') as never)).toThrow(/category/)
  expect(() => acts.state('toString' as 'matter.filed', {} as never)).toThrow(/not declared/)
})

test('[R2] the compiler refuses facts that were not declared', () => {
  // @ts-expect-error a note is no fact
  expect(() => acts.state('matter.filed', { category: 'a', way: 'web', photos: 0, note: '楼道灯不亮' })).toThrow()
  // @ts-expect-error a number is not a code
  expect(() => acts.state('matter.filed', { category: 1, way: 'web', photos: 0 })).toThrow()
  // @ts-expect-error this kind was not declared
  expect(() => acts.state('matter.lost', {})).toThrow()
})

test('[R2] an id whose digits look like a phone is still an id; other runs of eleven digits are no codes', () => {
  expect(isCode('01912345-6789-7012-8345-678901234567')).toBe(true)
  fc.assert(fc.property(fc.stringMatching(/^\d{11,18}$/), fc.stringMatching(/^[a-z]{0,4}$/), (digits, word) => {
    expect(isCode(`${word}${digits}${word}`)).toBe(false)
    expect(isCode(`${word}${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`)).toBe(false)
  }))
  expect(isCode('2026-11-20T02:40:00.000Z')).toBe(true)
})

test('[R2] facts of whatever kind are checked once more before they are written', () => {
  expect(checkFacts({ a: 'b', n: 1, f: true, l: ['x', party], e: [] }).ok).toBe(true)
  for (const facts of [{ A: 'b' }, { a: '王' }, { a: null }, { a: { b: 1 } }, { a: [1] }, { a: [''] }, { '': 'b' }, { a: 1e12 }, { __proto: 'x y' }])
    expect(checkFacts(facts), JSON.stringify(facts)).toMatchObject({ ok: false, refusal: { rule: 'R2' } })
  expect(checkFacts(Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`k${i}`, 1]))).ok).toBe(false)
})

test('[R12] a kind is declared once and is well named', () => {
  expect(Object.keys(joinActs([acts, defineActs({ 'post.opened': { say, facts: {} } })]))).toEqual(['matter.filed', 'matter.assigned', 'post.opened'])
  expect(() => joinActs([acts, defineActs({ 'matter.filed': { say, facts: {} } })])).toThrow(/twice/)
  expect(() => defineActs({ Filed: { say, facts: {} } })).toThrow(/no name/)
  expect(() => defineActs({ 'a.b': { say, facts: { Name: code } } })).toThrow(/no name/)
})
