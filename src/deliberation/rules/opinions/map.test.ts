import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addVotes, noOpinions, type Sign, type Vote } from './ledger.ts'
import { drawMap, type Drawing, type OpinionMap } from './map.ts'
import { adjustedRand, campVotes } from './polls.testing.ts'

const drawn = (votes: readonly Vote[], drawing: Drawing = {}): OpinionMap => drawMap(addVotes(noOpinions(), votes), drawing)
const bytes = (map: OpinionMap): string =>
  JSON.stringify(map, (_, value: unknown) => (ArrayBuffer.isView(value) ? [...value as Float64Array | Int32Array] : value)) // the map holds no other
const groupOf = (map: OpinionMap): Map<string, number | null> => new Map(map.participants.map(({ id, group }) => [id, group]))

const [yes, no, pass] = [1, -1, 0] as const
const sides = (text: string): Sign[] => [...text].map((sign) => (sign === '+' ? yes : sign === '-' ? no : pass))

const vote = fc.record({
  person: fc.integer({ min: 0, max: 30 }).map((n) => `p${n}`), statement: fc.integer({ min: 0, max: 12 }).map(String),
  sign: fc.constantFrom<Sign>(1, 0, -1), at: fc.integer({ min: 0, max: 3 }),
})
const votes = fc.array(vote, { minLength: 1, maxLength: 400 })

test('[OM1] the order of votes does not matter, nor how they are added, and two drawings give the same bytes', () => {
  fc.assert(fc.property(votes, fc.infiniteStream(fc.nat()), fc.nat(), (list, keys, cut) => {
    const shuffled = list.map((one) => ({ one, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ one }) => one)
    const before = addVotes(noOpinions(), shuffled.slice(0, cut % list.length))
    const other = addVotes(before, [{ person: 'elsewhere', statement: 'x', sign: 1, at: 9 }])
    const whole = addVotes(before, shuffled.slice(cut % list.length))
    expect(bytes(drawMap(whole))).toBe(bytes(drawn(list)))
    expect(other.length).toBe(before.length + 1)
  }), { numRuns: 60 })
})

test('[OM1] what people are called changes nothing but their names', () => {
  fc.assert(fc.property(votes, fc.integer({ min: 1, max: 30 }), (list, turn) => {
    const renamed = (person: string): string => `p${(Number(person.slice(1)) + turn) % 31}`
    const [map, other] = [drawn(list), drawn(list.map((one) => ({ ...one, person: renamed(one.person) })))]
    const expected = map.participants.map((person) => ({ ...person, id: renamed(person.id) }))
    expect(new Set(other.participants.map((person) => JSON.stringify(person)))).toEqual(new Set(expected.map((person) => JSON.stringify(person))))
    expect(bytes({ ...other, participants: [] })).toBe(bytes({ ...map, participants: [] }))
  }), { numRuns: 60 })
})

test('[OM2] a removed statement and a banned person leave every number of the map', () => {
  fc.assert(fc.property(votes, (list) => {
    const leaving = drawn(list, { removed: new Set(['3', '7']), banned: new Set(['p1', 'p2']) })
    const stayed = list.filter(({ statement, person }) => !['3', '7'].includes(statement) && !['p1', 'p2'].includes(person))
    const people = new Set(stayed.map(({ person }) => person))
    const without = drawn(stayed, { statements: leaving.statements })
    const here = leaving.participants.filter(({ id }) => people.has(id))
    expect(bytes({ ...leaving, participants: here })).toBe(bytes(without))
  }), { numRuns: 40 })
})

test('[OM3] every number of the map is a number, whatever the poll: nobody, one person, one statement, all alike', () => {
  const alike = campVotes([{ people: 20, sides: sides('++++++++') }], 'alike')
  for (const list of [[], [{ person: 'a', statement: '1', sign: yes, at: 0 }], campVotes([{ people: 9, sides: sides('+') }], 's'), alike]) {
    expect(bytes(drawn(list))).not.toMatch(/null,"y"|NaN|"x":null/)
  }
  expect(drawn(alike).groups.map(({ size }) => size)).toEqual([20])
  expect(drawn(alike).components[0].every((value) => value === 0)).toBe(true)
  const opposed = drawn(campVotes([{ people: 8, sides: sides('++') }, { people: 8, sides: sides('--') }], 'two'))
  expect(opposed.participants.every(({ x, y }) => Math.abs(Math.abs(x) - Math.SQRT2) < 1e-9 && y === 0)).toBe(true)
})

const three = [
  { people: 60, sides: sides('++++++----++++++'), firm: 0.85 },
  { people: 40, sides: sides('------++++++++++'), firm: 0.85 },
  { people: 12, sides: sides('+++-------++--++'), firm: 1 },
]

test('[OM5] [OM6] three camps are found, the smallest of twelve people too, and each is told by what it holds', () => {
  const map = drawn(campVotes(three, 'three', 0.9))
  expect(map.groups).toHaveLength(3)
  expect(adjustedRand(map.participants.map(({ id, group }) => [Number(id.split('-')[0]), group ?? -1]))).toBeGreaterThan(0.95)
  const smallest = map.groups[2]
  expect(Math.abs((smallest?.size ?? 0) - 12)).toBeLessThanOrEqual(1)
  expect(smallest?.representative.some(({ column, side }) => column >= 12 && column <= 13 && side === 'disagree')).toBe(true)
  expect(map.common.agree.map(({ column }) => column).toSorted()).toEqual([10, 11, 14, 15])
})

test('[OM6] fewer than five who stand far out are not drawn, and do not hide a minority among the others', () => {
  const far = { people: 3, sides: sides('----------------') }
  const map = drawn(campVotes([three[0] ?? far, three[1] ?? far, far], 'far', 0.95))
  expect(map.groups.every(({ size }) => size >= 5)).toBe(true)
  expect(map.groups.length).toBeGreaterThanOrEqual(2)
  const others = map.participants.filter(({ id }) => !id.startsWith('2'))
  expect(adjustedRand(others.map(({ id, group }) => [Number(id[0]), group ?? -1]))).toBeGreaterThan(0.9)
  expect(drawn(campVotes([{ people: 4, sides: sides('++++----') }], 'four')).groups).toEqual([])
})

test('[OM5] somebody who agrees with everything moves nobody else to another group', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 8 }), (seed) => {
    const list = campVotes(three.map((camp) => ({ ...camp, firm: 0.95 })), seed)
    const agreeing = sides('++++++++++++++++').map((sign, statement): Vote => ({ person: 'agrees', statement: String(statement), sign, at: 0 }))
    const [before, after] = [groupOf(drawn(list)), groupOf(drawn([...list, ...agreeing]))]
    const moved = [...before].filter(([id, group]) => after.get(id) !== group)
    expect(moved).toEqual([])
  }), { numRuns: 25 })
})

test('[OM9] common ground counts disagreement and does not shrink because there are more groups', () => {
  const [two, four] = [2, 4].map((camps) => {
    const list = campVotes(Array.from({ length: camps }, () => ({ people: 10, sides: sides('+0-') })), 'x')
    return drawn(list, { groups: new Map(list.map(({ person }) => [person, Number(person.split('-')[0])])) })
  })
  expect(two?.common.agree).toEqual([{ column: 0, ground: expect.closeTo(0.911, 3) }])
  expect(four?.common.agree[0]?.ground).toBeCloseTo(two?.common.agree[0]?.ground ?? 0, 12)
  expect(four?.common.disagree.map(({ column }) => column)).toEqual([2])
  const split = [{ people: 10, sides: sides('+') }, { people: 10, sides: sides('-') }]
  expect(drawn(campVotes(split, 'y'), { groups: 2 }).common).toEqual({ agree: [], disagree: [] })
})
