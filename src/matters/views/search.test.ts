import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { withScope, type Scope } from '../../kit/db.ts'
import { newId, randomCode } from '../../kit/ids.ts'
import { district, openNeighbourhood, start, type Neighbourhood } from '../testing.ts'
import { searchMatters } from './search.ts'

const AUDIENCES = ['captain', 'grid', 'community', 'firm', 'station', 'street', 'board'] as const
const WORDS = ['灯坏了', '路灯不亮', 'Wi-Fi 坏了', 'WIFI 100%', '电梯_坏', '水管\\漏'] as const
const orgs = Array.from({ length: 4 }, newId)
const few = <T>(list: readonly T[], most: number) => fc.subarray([...list], { maxLength: most })
const text = (list: readonly string[]): string => `{${list.join(',')}}`

let n: Neighbourhood
let planted: string[]
beforeAll(async () => {
  n = await openNeighbourhood()
  const legs = fc.record({ at: fc.constantFrom(...n.places), parties: few(orgs, 2), closedTo: few(AUDIENCES, 3), words: fc.constantFrom(...WORDS),
    title: fc.constantFrom('路灯', 'Lamp', ''), open: fc.boolean(), minutes: fc.nat(5) })
  planted = []
  for (const one of fc.sample(legs, { numRuns: 150, seed: 20261120 })) {
    const id = newId()
    planted.push(id)
    await withScope(n.db, { district, person: null, scopes: [], orgs: [], audience: [], matters: [id] }, tx => sql`insert into matter (district, id, number, place, path,
      compound_path, community, category, words, title, title_from, state, held_by, accountable, parties, closed_to, channel, filed_at, receipt, touched)
      values (${district}, ${id}, ${`1120-${randomCode(6)}`}, ${one.at.id}, ${one.at.path}::ltree, ${one.at.compoundPath ?? ''}::ltree, ${n.place('990106003001').id}, 'other',
        ${one.words}, ${one.title}, 'template', ${one.open ? 'filed' : 'closed'}, ${orgs[0]}, ${orgs[0]}, ${text(one.parties)}::uuid[], ${text(one.closedTo)}::text[], 'qr',
        ${new Date(start.getTime() + one.minutes * 60_000)}, decode(replace(${id}, '-', ''), 'hex'), ${start})`.execute(tx))
  }
})
afterAll(async () => { await n.close() })

const lookers = () => fc.record({
  district: fc.constantFrom(district, district, district, '990107'), person: fc.constant(null), orgs: few(orgs, 2), audience: few(AUDIENCES, 2),
  scopes: fc.array(fc.record({ at: fc.constantFrom(...n.places), labels: fc.integer({ min: 1, max: 8 }), compound: fc.boolean() })
    .map(({ at, labels, compound }) => (compound ? at.compoundPath ?? at.path : at.path).split('.').slice(0, labels).join('.')), { maxLength: 3 }),
  matters: fc.option(fc.nat(149), { freq: 4 }).map(at => (at === null ? [] : [planted[at] ?? ''])),
})
const sought = fc.constantFrom('灯', '坏', '路灯', 'wi', 'WIFI', '100%', '_', '\\', '%', 'lamp', '没有')

const byPolicy = (scope: Scope, q: string, onlyOpen: boolean) => withScope(n.db, scope, async tx => {
  const { rows } = await sql<{ id: string }>`select id from matter where community = ${n.place('990106003001').id} and (${!onlyOpen} or state <> 'closed')
    and (strpos(lower(words), lower(${q})) > 0 or strpos(lower(title), lower(${q})) > 0) order by filed_at desc, id desc`.execute(tx)
  return rows.map(row => row.id)
})
const plain = { category: null, state: null, compound: null, before: null, take: 1000 }

test('[M1] searching finds exactly what the policy lets through: random scopes, organisations, audiences, opened matters and words', { timeout: 60_000 }, async () => {
  let hits = 0
  await fc.assert(fc.asyncProperty(lookers(), sought, fc.boolean(), async (scope, q, onlyOpen) => {
    const found = await withScope(n.db, scope, tx => searchMatters(tx, { ...plain, text: q, communities: [n.place('990106003001').id], onlyOpen }))
    expect(found).toEqual(await byPolicy(scope, q, onlyOpen))
    hits += found.length
  }), { numRuns: 400 })
  expect(hits).toBeGreaterThan(500)
})

test('without a scope, without words or in another community it finds nothing', async () => {
  const none: Scope = { district: '', person: null, scopes: ['d990106'], orgs: [], audience: [] }
  const street = n.as('street')
  const find = (scope: Scope, text: string, community: string) =>
    withScope(n.db, scope, tx => searchMatters(tx, { ...plain, text, communities: [community], onlyOpen: false }))
  expect(await find(none, '灯', n.place('990106003001').id)).toEqual([])
  expect(await find(street, '', n.place('990106003001').id)).toEqual([])
  expect(await find(street, '灯', n.place('990106003002').id)).toEqual([])
  expect((await find(street, '灯', n.place('990106003001').id)).length).toBeGreaterThan(10)
})

test('pages follow each other without a gap, and a number is found in any case', async () => {
  const scope = n.as('street')
  const find = (more: Partial<Parameters<typeof searchMatters>[1]>) =>
    withScope(n.db, scope, tx => searchMatters(tx, { ...plain, text: '坏', communities: [n.place('990106003001').id], onlyOpen: false, ...more }))
  const all = await find({})
  const pages: string[] = []
  for (let last: { at: string; id: string } | null = null; ;) {
    const page = await find({ before: last, take: 7 })
    pages.push(...page)
    const id = page.at(-1)
    if (id === undefined) break
    const row = await withScope(n.db, scope, tx =>
      tx.selectFrom('matter').select(['id', 'filed_at', 'number']).where('id', '=', id).executeTakeFirstOrThrow())
    last = { at: row.filed_at.toISOString(), id }
    expect(await find({ text: ` ${row.number.toLowerCase()} ` })).toEqual([id])
  }
  expect(pages).toEqual(all)
})
