import { expect, test } from 'vitest'
import { parseCode } from '../src/places/rules/codes.ts'
import { compoundPathOf, pathOf } from '../src/places/rules/paths.ts'
import { demoPlaces } from './places.ts'

const places = demoPlaces()
const of = (kind: string) => places.filter((p) => p.kind === kind)

test('the homes of the six compounds add up to 2,800 in 40 buildings', () => {
  expect(of('compound').map((p) => p.homes)).toEqual([860, 520, 220, 432, 480, 288])
  expect(of('building')).toHaveLength(40)
  expect(of('room')).toHaveLength(2800)
  expect(of('grid').map((p) => p.homes)).toEqual([432, 428, 520, 220, 432, 480, 288])
  expect(of('community').map((p) => p.homes)).toEqual([1600, 1200])
})

test('codes, ids, paths and door codes are each used once', () => {
  for (const column of ['id', 'code', 'path', 'doorCode', 'compoundPath'] as const) {
    const used = places.map((p) => p[column]).filter((v) => v !== undefined && v !== null)
    expect(new Set(used).size, column).toBe(used.length)
  }
})

test('a building and what lies in it are at the same place in both trees', () => {
  const byId = new Map(places.map((p) => [p.id, p]))
  for (const p of places) {
    const up = p.parent ? byId.get(p.parent) : undefined
    expect(up !== undefined || p.kind === 'district', p.code).toBe(true)
    if (!up || !['unit', 'room'].includes(p.kind)) continue
    expect(p.path.startsWith(`${up.path}.`), p.code).toBe(true)
    expect(p.compoundPath?.startsWith(`${up.compoundPath}.`), p.code).toBe(true)
  }
})

test('paths are those of the rules for places', () => {
  const byId = new Map(places.map((p) => [p.id, p]))
  for (const p of places) {
    const code = parseCode(p.code)
    const grid = p.grid ? parseCode(byId.get(p.grid)?.code ?? '') : null
    if (!code) throw new Error(`the code ${p.code} cannot be read`)
    expect(pathOf(code, grid)).toBe(p.path)
    expect(compoundPathOf(code)).toBe(p.compoundPath)
  }
})

test('ids have the shape of UUIDv7 and door codes eight characters of Crockford', () => {
  for (const p of places) {
    expect(p.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    if (p.doorCode) expect(p.doorCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  }
})

test('codes follow the examples of the glossary', () => {
  const byCode = new Map(places.map((p) => [p.code, p]))
  expect(byCode.get('990106003001K1-03-1-1201')?.path).toBe('d990106.s003.c001.g01.k1b03.u1.r1201')
  expect(byCode.get('990106003001K1-03-1-1201')?.compoundPath).toBe('k990106003001K1.b03.u1.r1201')
  expect(byCode.get('990106003001K1-07-1-101')).toBeUndefined()
})
