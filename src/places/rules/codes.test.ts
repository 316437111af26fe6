import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesAbove, compoundPathOf, formatCode, isWithin, parentCode, parseCode, parseDoorCode, pathOf, type PlaceCode } from './index.ts'

const digits = (length: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'))
const building = fc.oneof(fc.integer({ min: 1, max: 199 }).map(String), fc.constantFrom('A', 'B2', '3A'))
const base = fc.record({ district: digits(6), street: digits(3), community: digits(3) })
const inCompound = fc.tuple(base, fc.integer({ min: 1, max: 99 }).map(String)).map(([wide, compound]) => ({ ...wide, compound }))
const inBuilding = fc.tuple(inCompound, building).map(([wide, own]) => ({ ...wide, building: own }))
const inUnit = fc.tuple(inBuilding, fc.integer({ min: 1, max: 20 }).map(String)).map(([wide, unit]) => ({ ...wide, unit }))
const room = fc.oneof(fc.integer({ min: 101, max: 3310 }).map(String), fc.constantFrom('S01', '1201A', '01'))

const code: fc.Arbitrary<PlaceCode> = fc.oneof(
  digits(6).map((district) => ({ kind: 'district', district }) as const),
  base.map(({ district, street }) => ({ kind: 'street', district, street }) as const),
  base.map((wide) => ({ ...wide, kind: 'community' }) as const),
  fc.tuple(base, digits(2)).map(([wide, grid]) => ({ ...wide, kind: 'grid', grid }) as const),
  fc.tuple(base, digits(2), digits(2)).map(([wide, grid, smallGrid]) => ({ ...wide, kind: 'grid', grid, smallGrid }) as const),
  fc.tuple(base, digits(2)).map(([wide, spot]) => ({ ...wide, kind: 'spot', spot }) as const),
  inCompound.map((wide) => ({ ...wide, kind: 'compound' }) as const),
  fc.tuple(inCompound, digits(2)).map(([wide, spot]) => ({ ...wide, kind: 'spot', spot }) as const),
  inBuilding.map((wide) => ({ ...wide, kind: 'building' }) as const),
  inUnit.map((wide) => ({ ...wide, kind: 'unit' }) as const),
  fc.tuple(inUnit, room).map(([wide, own]) => ({ ...wide, kind: 'room', room: own }) as const),
)

test('[P1] a code that is written reads back as the same place, in small letters too', () => {
  fc.assert(fc.property(code, (given) => {
    expect(parseCode(formatCode(given))).toEqual(given)
    expect(parseCode(` ${formatCode(given).toLowerCase()} `)).toEqual(given)
  }))
})

test('[P1] what reads as a code is written as the same code', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{12}K\d{1,2}-[0-9A-Z]{1,4}(-\d{1,2}){0,2}$/), (text) => {
    const read = parseCode(text)
    if (read !== null) expect(formatCode(read)).toBe(text)
  }))
})

test.each(['', '99010', '9901060', '990106003001K0', '990106003001K1-3', '990106003001K1-00', '990106003001K1-03-0', '990106003001K1-03-2-1201-9',
  '990106003001-1', '990106003001X', '3-2-1201', '梧桐苑'])('[P1] %j is no code', (text) => {
  expect(parseCode(text)).toBeNull()
})

test('[P1] the examples of the README read as their kinds', () => {
  const kinds = ['990106', '990106003', '990106003001', '990106003001-01', '990106003001-01-02', '990106003001K1', '990106003001K1-03',
    '990106003001K1-03-2', '990106003001K1-03-2-1201', '990106003001K1-P01', '990106003001P01'].map((text) => parseCode(text)?.kind)
  expect(kinds).toEqual(['district', 'street', 'community', 'grid', 'grid', 'compound', 'building', 'unit', 'room', 'spot', 'spot'])
})

test('[P2] every place lies in one place of the next level up to the district', () => {
  fc.assert(fc.property(code, (given) => {
    const above = codesAbove(given)
    expect(above.at(-1)?.kind ?? given.kind).toBe('district')
    expect(parentCode({ kind: 'district', district: given.district })).toBeNull()
    for (const one of above) expect(parseCode(formatCode(one))).toEqual(one)
  }))
})

test('[P3] a door code survives a person who types it, and nothing else passes', () => {
  expect(parseDoorCode('7kq3-m2xz')).toBe('7KQ3M2XZ')
  expect(parseDoorCode('oil0 1234')).toBe('01101234')
  for (const text of ['7KQ3M2X', '7KQ3M2XZZ', '7KQ3M2XU', '梧桐苑三号楼二单']) expect(parseDoorCode(text)).toBeNull()
})

test('[P4] both paths say the same: a place is within another by code when it is by path', () => {
  const grid = { kind: 'grid', district: '990106', street: '003', community: '001', grid: '01' } as const
  const room = parseCode('990106003001K1-03-2-1201')
  if (room === null) throw new Error('not a code')
  expect(pathOf(room, grid)).toBe('d990106.s003.c001.g01.k1b03.u2.r1201')
  expect(compoundPathOf(room)).toBe('k990106003001K1.b03.u2.r1201')
  fc.assert(fc.property(code, (given) => {
    for (const above of codesAbove(given).filter((one) => one.kind !== 'compound')) expect(isWithin(pathOf(given, null),
      pathOf(above, null))).toBe(true)
    const own = compoundPathOf(given)
    for (const above of codesAbove(given)) {
      const wide = compoundPathOf(above)
      if (own !== null && wide !== null) expect(isWithin(own, wide)).toBe(true)
    }
    expect(own?.startsWith('k') ?? true).toBe(true)
    expect(pathOf(given, null)).toMatch(/^d\d{6}(\.[A-Za-z0-9]+)*$/)
  }))
})

test('[P4] buildings 3 of two compounds in one grid have different paths', () => {
  const [one, two] = ['990106003001K1-03', '990106003001K2-03'].map((text) => parseCode(text))
  if (!one || !two) throw new Error('not a code')
  expect(pathOf(one, null)).not.toBe(pathOf(two, null))
})
