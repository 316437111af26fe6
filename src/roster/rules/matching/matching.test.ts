import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followsFrom, PHONE_ALONE_NEEDS_NAME, weigh, whoIs, type Edge, type Known } from './index.ts'

const wang: Known = { name: 'n1', idNumber: 'i1', phones: ['p1'], born: 'b1', sex: 'male' }

test('[RO30] the sum of readable weights: same ID number and name 80, with phone and birthday 120', () => {
  expect(weigh(wang, { name: 'n1', idNumber: 'i1', phones: [] }).weight).toBe(80)
  expect(weigh(wang, wang)).toMatchObject({ weight: 120 })
  expect(weigh(wang, { name: 'n1', idNumber: 'i2', phones: [] }).evidence).toEqual([{ code: 'id_differs', weight: -80 },
    { code: 'name_same', weight: 20 }])
})

test('[RO31] joined by itself only with ID number and name the same and nothing against; a couple on one phone is not asked about', () => {
  expect(followsFrom(weigh(wang, { name: 'n1', idNumber: 'i1', phones: [] }))).toBe('join')
  expect(followsFrom(weigh(wang, { name: 'n1', idNumber: 'i1', phones: [], sex: 'female' }))).toBe('ask')
  expect(followsFrom(weigh(wang, { name: 'n2', idNumber: 'i1', phones: [] }))).toBe('ask')
  expect(followsFrom(weigh(wang, { name: 'n1', phones: ['p1'] }))).toBe('ask')
  expect(followsFrom(weigh(wang, { name: 'n1', phones: [] }))).toBe('nothing')
  expect(followsFrom(weigh(wang, { name: 'n2', phones: ['p1'], sex: 'female' }))).toBe('nothing')
  expect(followsFrom(weigh(wang, { name: 'n1', idNumber: 'i2', phones: ['p1'], born: 'b1' }))).toBe('nothing')
})

const known = fc.record({
  name: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }), idNumber: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  phones: fc.array(fc.constantFrom('1', '2'), { maxLength: 2 }), born: fc.option(fc.constantFrom('s', 't'), { nil: undefined }),
  sex: fc.option(fc.constantFrom('male', 'female', 'unknown'), { nil: undefined }),
})
test('[RO30] which of the two comes first makes no difference', () => {
  fc.assert(fc.property(known, known, (one, other) => { expect(weigh(one, other)).toEqual(weigh(other, one)) }))
})

test('[RO31] a telephone in common comes to nothing beside another name, whatever else two say, unless they share the ID number', () => {
  expect(PHONE_ALONE_NEEDS_NAME).toBe(true)
  fc.assert(fc.property(known, known, (one, other) => {
    const [a, b]: [Known, Known] = [{ ...one, name: 'a', phones: ['1'], idNumber: one.idNumber && 'x' }, { ...other, name: 'b', phones: ['1'], idNumber: other.idNumber && 'y' }]
    expect(followsFrom(weigh(a, b))).toBe('nothing')
  }))
})

const edge = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).filter(([a, b]) => a !== b)
  .map(([a, b]): Edge => ({ one: `p${Math.min(a, b)}`, other: `p${Math.max(a, b)}` }))
const seen = (edges: readonly Edge[]): readonly string[] => {
  const who = whoIs(edges)
  return Array.from({ length: 9 }, (_, n) => who.get(`p${n + 1}`) ?? `p${n + 1}`)
}

test('[RO32] joining and then splitting changes nobody, and the order of joining does not matter', () => {
  fc.assert(fc.property(fc.array(edge, { maxLength: 12 }), edge, (edges, more) => {
    fc.pre(!edges.some((e) => e.one === more.one && e.other === more.other))
    expect(seen([...edges, more].filter((e) => e !== more))).toEqual(seen(edges))
    expect(seen([...edges].reverse())).toEqual(seen(edges))
    const joined = seen([...edges, more])
    expect(joined[Number(more.one.slice(1)) - 1]).toBe(joined[Number(more.other.slice(1)) - 1])
  }))
})

test('[RO32] three rows of one person are the first of them; taking the middle finding away parts them as they were', () => {
  const [ab, bc]: [Edge, Edge] = [{ one: 'p1', other: 'p2' }, { one: 'p2', other: 'p3' }]
  expect([...whoIs([ab, bc]).values()]).toEqual(['p1', 'p1', 'p1'])
  expect(whoIs([bc]).get('p3')).toBe('p2')
})
