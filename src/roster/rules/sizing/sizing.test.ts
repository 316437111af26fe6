import fc from 'fast-check'
import { expect, test } from 'vitest'
import { besides, checkParts, explainSplit, fitOf, hangTogether, inOrder, normOn, proposeSplit, sayBuildings, type Block, type Norm,
  type Part } from './index.ts'

const blocksOf = (count: number, drawn: boolean): fc.Arbitrary<Block[]> => fc.tuple(
  fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 })),
    { minLength: count, maxLength: count, selector: String }),
  fc.array(fc.integer({ min: 1, max: 160 }), { minLength: count, maxLength: count }),
).map(([places, homes]) => places.map(([x, y], at) => ({
  id: `b${at + 1}`, compound: 'k1', no: String(at + 1), homes: homes[at] ?? 1, x: drawn ? x : null, y: drawn ? y : null })))
const some = fc.integer({ min: 2, max: 9 }).chain((count) => blocksOf(count, true))
const many = fc.integer({ min: 15, max: 40 }).chain((count) => blocksOf(count, true))
const most = fc.integer({ min: 40, max: 500 })
const total = (blocks: readonly Block[]): number => blocks.reduce((all, { homes }) => all + homes, 0)

function holds(blocks: readonly Block[], bound: number, parts: readonly Part[]): void {
  const ordered = inOrder(blocks)
  const near = besides(ordered)
  expect(parts.flatMap((part) => part.blocks.map(({ id }) => id)).sort()).toEqual(blocks.map(({ id }) => id).sort())
  for (const part of parts) {
    expect(part.homes).toBe(total(part.blocks))
    expect(part.homes).toBeLessThanOrEqual(Math.max(bound, ...blocks.map(({ homes }) => homes)))
    expect(hangTogether(part.blocks.map((one) => ordered.indexOf(one)), near)).toBe(true)
  }
}

test('[RO71] a proposal takes every building once, each part hangs together, and none is above the norm or its largest building', () => {
  for (const blocks of [some, many]) {
    fc.assert(fc.property(blocks, most, (given, bound) => {
      const parts = proposeSplit(given, bound)
      if (parts === null) expect(total(given)).toBeLessThanOrEqual(bound)
      else holds(given, bound, parts)
    }), { numRuns: 60 })
  }
})

test('[RO71] nothing is proposed where the norm is kept, and whatever is above it is divided', () => {
  fc.assert(fc.property(some, most, (blocks, bound) => { expect(proposeSplit(blocks, bound) === null).toBe(total(blocks) <= bound) }))
})

test('[RO71] in two parts there is none more even: every other way of cutting was looked at by hand', () => {
  fc.assert(fc.property(some, (blocks) => {
    const bound = Math.max(Math.ceil(total(blocks) * 0.75), ...blocks.map(({ homes }) => homes))
    const parts = proposeSplit(blocks, bound)
    if (parts === null || parts.length !== 2) return
    const near = besides(inOrder(blocks))
    const ordered = inOrder(blocks)
    const apart = Math.abs((parts[0]?.homes ?? 0) - (parts[1]?.homes ?? 0))
    for (let bits = 1; bits < 2 ** blocks.length - 1; bits++) {
      const one = ordered.flatMap((_, at) => (bits & (1 << at) ? [at] : []))
      const two = ordered.flatMap((_, at) => (bits & (1 << at) ? [] : [at]))
      if (!hangTogether(one, near) || !hangTogether(two, near)) continue
      const homes = one.reduce((all, at) => all + (ordered[at]?.homes ?? 0), 0)
      expect(apart).toBeLessThanOrEqual(Math.abs(total(blocks) - 2 * homes))
    }
  }), { numRuns: 40 })
})

test('[RO71] a row of buildings in two: the halves differ by no more than the largest building', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 30 }).chain((count) => blocksOf(count, false)), (blocks) => {
    const largest = Math.max(...blocks.map(({ homes }) => homes))
    const parts = proposeSplit(blocks, Math.max(largest, total(blocks) - 1))
    if (parts?.length === 2) expect(Math.abs((parts[0]?.homes ?? 0) - (parts[1]?.homes ?? 0))).toBeLessThanOrEqual(largest)
  }))
})

test('[RO71] the order in which buildings are named changes nothing', () => {
  fc.assert(fc.property(some.chain((blocks) => fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length }))), most,
    ([blocks, other], bound) => { expect(proposeSplit(other, bound)).toEqual(proposeSplit(blocks, bound)) }))
})

test('[RO71] a sketch always hangs together, so that something can be proposed', () => {
  fc.assert(fc.property(fc.oneof(some, many), (blocks) => { expect(hangTogether(blocks.map((_, at) => at), besides(inOrder(blocks)))).toBe(true) }))
})

const jinlan: readonly Block[] = ['1', '2', '3', '4', '5', '6'].map((no, at) => ({
  id: no, compound: 'k2', no, homes: no === '6' ? 80 : 88, x: (at % 3) * 70, y: at < 3 ? 90 : 0 }))
const norm: Norm = { kind: 'grid', least: 200, most: 500, validFrom: '2026-01-01', source: '演示' }

test('[RO71] six towers in two rows become the two rows, and the sentence says so', () => {
  const parts = proposeSplit(jinlan, 500) ?? []
  expect(parts.map((part) => [sayBuildings(part.blocks, () => '').zh, part.homes])).toEqual([['1–3号楼', 264], ['4–6号楼', 256]])
  expect(explainSplit('第3网格', parts, norm).zh).toBe('第3网格有520户，超过每个网格500户。分成2个最匀：264户、256户，相差8户；每一部分的楼都挨着，不拆开任何一栋楼。')
})

test('[RO71] several compounds are named, numbers in a row are one span, letters stand alone', () => {
  const at = (compound: string, no: string): Block => ({ id: compound + no, compound, no, homes: 1, x: null, y: null })
  expect(sayBuildings([at('b', 'A'), at('a', '10'), at('a', '2'), at('a', '1'), at('b', '3')], (one) => (one === 'a' ? '甲院' : '乙院')))
    .toEqual({ zh: '甲院1–2号楼、10号楼、乙院A座、3号楼', en: '甲院 1–2, 10; 乙院 A, 3' })
})

test('[RO72] a person may move buildings between the parts, as long as each part hangs together and nothing is left out', () => {
  const made = checkParts(jinlan, [['4', '5', '6'], ['3', '2', '1']])
  expect(made.ok && made.value.map((part) => part.blocks.map(({ no }) => no))).toEqual([['1', '2', '3'], ['4', '5', '6']])
  const code = (parts: string[][]) => { const checked = checkParts(jinlan, parts); return checked.ok ? 'ok' : checked.refusal.code }
  expect(code([['1', '3'], ['2', '4', '5', '6']])).toBe('not_together')
  expect(code([['1', '2', '3'], ['4', '5']])).toBe('not_all')
  expect(code([['1', '2', '3'], ['3', '4', '5', '6']])).toBe('not_all')
  expect(code([['1', '2', '3', '4', '5', '6'], []])).toBe('no_parts')
})

test('[RO70] the norm of a day is the latest that began, and without one nothing is over it', () => {
  const later = { ...norm, most: 400, validFrom: '2026-12-01' }
  expect([normOn([later, norm], 'grid', '2026-11-20')?.most, normOn([later, norm], 'grid', '2026-12-01')?.most]).toEqual([500, 400])
  expect(normOn([norm], 'captain', '2026-11-20')).toBeNull()
  expect([fitOf(501, norm), fitOf(500, norm), fitOf(199, norm), fitOf(null, norm), fitOf(9999, null)]).toEqual(['over', 'fits', 'under', 'unknown',
    'none'])
})
