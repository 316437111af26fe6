import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { foldAllRates, foldRates } from './rates.ts'
import { append, judgedMatter, newDistrict, openRateWorld, shanghai, type ActOf, type RateWorld } from './rates.testing.ts'

let w: RateWorld
beforeAll(async () => { w = await openRateWorld() })
afterAll(async () => { await w.close() })

const filed = shanghai('2026-10-20T09:00')
const judged = shanghai('2026-11-02T09:00')
const sums = async (district: string, ...columns: readonly string[]): Promise<number[]> => {
  const rows = await w.rows(district)
  return columns.map(column => rows.reduce((sum, row) => sum + Number(row[column]), 0))
}

test('[R9] given judged matters, when they are sealed and read, then the rollup has one row a cell, and reading again changes nothing', async () => {
  const district = newDistrict()
  for (let n = 0; n < 5; n++) await w.tell(district, ...judgedMatter({ filed, judged, satisfied: n === 0 ? 'basically' : 'yes' }))
  expect(await foldRates(w.owner, district)).toBe(0)
  await w.settle(district)
  expect(await w.rows(district)).toMatchObject([{ period: '2026-11', community: `d${district}.s001.c001`, compound: `k${district}001`,
    category: 'lighting',
    visits: 5, reached: 5, solved: 5, satisfied: 4, basically: 1, unsatisfied: 0 }])
  await w.settle(district)
  expect(await sums(district, 'visits')).toEqual([5])
  expect(await w.verify(district)).toMatchObject({ ok: true, visits: 5, rows: 1, leaves: 15 })
})

test('[R2] (case 23) a matter filed on the 18th at 23:59 and one on the 19th at 00:00 stand in different months, whenever they are judged',
  async () => {
  const district = newDistrict()
  await w.tell(district, ...judgedMatter({ filed: shanghai('2026-11-18T23:59:59.999'), judged: shanghai('2026-12-05T10:00') }),
    ...judgedMatter({ filed: shanghai('2026-11-19T00:00:00.000'), judged: shanghai('2026-12-05T10:00') }))
  await w.settle(district)
  expect((await w.rows(district)).map(({ period, visits }) => [period, visits])).toEqual([['2026-11', 1], ['2026-12', 1]])
})

test('[R3] (case 20) (case 21) unable is in the base and not solved; given up after three tries is outside of it and counted apart', async () => {
  const district = newDistrict()
  const matter = newId()
  await w.tell(district, ...judgedMatter({ filed, judged, outcome: 'unable', solved: false, satisfied: 'basically' }),
    { matter, kind: 'matter.filed', at: filed, facts: { category: 'lighting', channel: 'qr', to: newId() } },
    { matter, kind: 'matter.visit_failed', at: judged, facts: { tries: 3, org: newId(), category: 'lighting', outcome: 'solved' } })
  await w.settle(district)
  expect(await sums(district, 'visits', 'reached', 'solved', 'unable', 'unreached')).toEqual([1, 1, 0, 1, 1])
  expect(await w.verify(district)).toMatchObject({ ok: true })
})

test('[R4] (case 18) six joined matters give six visits, and a second judgment of one takes the place of its first', async () => {
  const district = newDistrict()
  const unhappy = newId()
  const six = Array.from({ length: 6 }, (_, n) => judgedMatter({ filed, judged, ...(n === 0 ? { matter: unhappy, solved: false,
    satisfied: 'no' } : {}) }))
  await w.tell(district, ...six.flat())
  await w.settle(district)
  expect(await sums(district, 'visits', 'solved', 'unsatisfied')).toEqual([6, 5, 1])
  await w.tell(district, { matter: unhappy, kind: 'matter.verdict', at: shanghai('2026-11-09T09:00'),
    facts: { reached: true, solved: true, satisfied: 'yes', via: 'door', round: 2, org: newId(), category: 'lighting', outcome: 'solved' } })
  await w.settle(district)
  expect(await sums(district, 'visits', 'solved', 'unsatisfied')).toEqual([6, 6, 0])
  expect(await w.verify(district)).toMatchObject({ ok: true, visits: 6 })
})

test('[R8] what is closed to the street stands in no rate, and leaves the rates when it becomes so', async () => {
  const district = newDistrict()
  const matter = newId()
  await w.tell(district, ...judgedMatter({ filed, judged, closedTo: ['captain', 'street'] }), ...judgedMatter({ filed, judged, matter }))
  await w.settle(district)
  expect(await sums(district, 'visits')).toEqual([1])
  await w.tell(district, { matter, kind: 'matter.note', at: judged, facts: {}, closedTo: ['street'] })
  await w.settle(district)
  expect(await w.rows(district)).toEqual([])
  expect(await w.verify(district)).toMatchObject({ ok: true, visits: 0, rows: 0 })
})

test('[R6] what was left out is counted by its ground, outside of the base', async () => {
  const district = newDistrict()
  const matter = newId()
  await w.tell(district, ...judgedMatter({ filed, judged, matter, solved: false, satisfied: 'no' }),
    { matter, kind: 'matter.excluded', at: judged, facts: { ground: 'judged_other' } })
  await w.settle(district)
  expect(await w.rows(district)).toMatchObject([{ visits: 0, left_out: 1, ground: 'judged_other' }])
})

test('[R9] an act whose transaction commits late is read late: neither lost nor read twice', async () => {
  const district = newDistrict()
  const [first, ...rest] = judgedMatter({ filed, judged })
  if (!first) throw new Error('a judged matter has acts')
  let commit: () => void = () => {}
  const waiting = new Promise<void>(resolve => { commit = resolve })
  const slow = withScope(w.app, { district, person: null, scopes: [`d${district}`], orgs: [], audience: [] }, async tx => {
    await append(tx, district, first)
    for (const act of rest) await append(tx, district, act)
    await waiting
  })
  await w.tell(district, ...judgedMatter({ filed, judged }))
  await w.settle(district)
  expect(await sums(district, 'visits')).toEqual([1])
  commit()
  await slow
  await Promise.all([w.settle(district), foldRates(w.owner, district), foldRates(w.owner, district)])
  await foldAllRates(w.owner)
  expect(await sums(district, 'visits')).toEqual([2])
})

const step = fc.record({
  matter: fc.integer({ min: 0, max: 5 }), kind: fc.constantFrom('verdict', 'verdict', 'verdict', 'failed', 'excluded', 'closed'),
  round: fc.integer({ min: 1, max: 2 }), reached: fc.boolean(), solved: fc.boolean(), satisfied: fc.constantFrom('yes', 'basically', 'no'),
  outcome: fc.constantFrom('solved', 'unable', 'explained'), day: fc.integer({ min: 1, max: 28 }), place: fc.integer({ min: 1, max: 2 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function actOf(district: string, matters: readonly string[], s: Step): ActOf {
  const shared = { matter: matters[s.matter] ?? '', at: shanghai(`2026-11-${String(s.day).padStart(2, '0')}T12:00`),
    path: `d${district}.s001.c00${s.place}.g01` }
  if (s.kind === 'failed') return { ...shared, kind: 'matter.visit_failed', facts: { tries: 3 } }
  if (s.kind === 'excluded') return { ...shared, kind: 'matter.excluded', facts: { ground: 'disaster' } }
  if (s.kind === 'closed') return { ...shared, kind: 'matter.note', facts: {}, closedTo: s.reached ? ['street'] : ['captain'] }
  const { reached, solved, satisfied, outcome, round } = s
  return { ...shared, kind: 'matter.verdict', facts: { reached, solved, satisfied, outcome, round, via: 'door', category: 'lift' } }
}

test('[R9] whatever happens in whatever batches, the rollup moved by differences is what the acts come to', { timeout: 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.array(step, { maxLength: 8 }), fc.integer({ min: 1, max: 7 })), { minLength: 1,
    maxLength: 4 }),
    async rounds => {
      const district = newDistrict()
      const matters = Array.from({ length: 6 }, () => newId())
      for (const [steps, batch] of rounds) {
        await w.tell(district, ...steps.map(one => actOf(district, matters, one)))
        await w.seal(district, batch)
        if (batch % 2 === 0) await w.settle(district, batch)
      }
      await w.settle(district, 3)
      expect(await w.verify(district)).toMatchObject({ ok: true, findings: [] })
    }), { numRuns: 20 })
})

test('[R9] verify finds a row that was changed, one that was made up, and a visit that was', async () => {
  const district = newDistrict()
  const matter = newId()
  await w.tell(district, ...judgedMatter({ filed, judged, matter }), ...judgedMatter({ filed, judged }))
  await w.settle(district)
  const owner = w.database.pool('linli_owner')
  await owner.query('update rate set solved = 1 where district = $1', [district])
  expect(await w.verify(district)).toMatchObject({ ok: false, amiss: 1, findings: [{ what: 'rate-differs' }] })
  await owner.query('update rate set solved = 2 where district = $1', [district])
  await owner.query('update rate_visit set solved = false where district = $1 and matter = $2', [district, matter])
  expect(await w.verify(district)).toMatchObject({ ok: false, amiss: 1, findings: [{ what: 'visit-differs', where: matter }] })
  await owner.query('delete from rate_visit where district = $1', [district])
  expect(await w.verify(district)).toMatchObject({ amiss: 2 })
  await owner.query("insert into rate select district, '2026-01', community, compound, org, category, ground, within, visits, reached, solved, satisfied, basically, " +
    'unsatisfied, unable, explained, unreached, left_out from rate where district = $1', [district])
  expect(await w.verify(district)).toMatchObject({ amiss: 3 })
})
