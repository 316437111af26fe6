import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope, type Scope, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { openNeighbourhood, district, start, type Neighbourhood } from '../testing.ts'
import { visibleTo, type Legs } from '../rules/visibility.ts'

type Planted = { readonly id: string; readonly place: string; readonly legs: Legs }
const AUDIENCES = ['captain', 'grid', 'community', 'branch', 'owners', 'firm', 'station', 'utility', 'developer', 'street', 'unit', 'board',
  'public'] as const
const TABLES = ['matter', 'matter_party', 'matter_entry', 'photo'] as const
const CHILDREN = ['matter_party', 'matter_entry', 'photo'] as const
const orgs = Array.from({ length: 6 }, newId)
const text = (list: readonly string[]): string => `{${list.join(',')}}`

let n: Neighbourhood
let planted: Planted[]
beforeAll(async () => {
  n = await openNeighbourhood()
  planted = fc.sample(legsOf(n), { numRuns: 120, seed: 20261120 }).map(({ place, ...legs }) => ({ id: newId(), place, legs }))
  for (const one of planted) await plant(one)
})
afterAll(async () => { await n.close() })

const few = <T>(list: readonly T[], most: number) => fc.subarray([...list], { maxLength: most })
/** Random legs on a real place: its own path, its compound's path or none, parties and closed audiences in any mixture. */
const legsOf = (here: Neighbourhood) => fc.record({
  at: fc.constantFrom(...here.places), outside: fc.boolean(), parties: few(orgs, 3), closedTo: few(AUDIENCES, 4),
}).map(({ at, outside, parties, closedTo }) => ({ place: at.id, path: at.path, compoundPath: outside ? '' : at.compoundPath ?? '', parties,
  closedTo }))
/** Random reach: paths of either hierarchy, whole or cut short at any label, organisations, audiences, and now and then one opened matter. */
const lookerOf = (here: Neighbourhood) => fc.record({
  scopes: fc.array(fc.record({ at: fc.constantFrom(...here.places), compound: fc.boolean(), labels: fc.integer({ min: 1, max: 8 }) })
    .map(({ at, compound, labels }) => (compound ? at.compoundPath ?? at.path : at.path).split('.').slice(0, labels).join('.')), { maxLength: 3 }),
  orgs: few(orgs, 2), audience: few(AUDIENCES, 2), opened: fc.option(fc.nat(119), { freq: 4 }),
    district: fc.constantFrom(district, district, district, '990107'),
}).map(({ opened, ...rest }) => ({ ...rest, matters: opened === null ? [] : [planted[opened]?.id ?? ''] }))
type Looker = Omit<Scope, 'person'> & { readonly matters: readonly string[] }
const asScope = (looker: Looker): Scope => ({ ...looker, person: null })
const maySee = (one: { readonly id: string; readonly legs: Legs }, looker: Looker): boolean =>
  looker.district === district && (looker.matters.includes(one.id) || visibleTo(one.legs, looker))

const matterRow = ({ id, place, legs }: Planted) =>
  sql`insert into matter (district, id, number, place, path, compound_path, community, category, words, title, title_from, state, held_by,
  accountable,
    parties, closed_to, channel, filed_at, receipt, touched)
  values (${district}, ${id}, ${id.slice(-12)}, ${place}, ${legs.path}::ltree, ${legs.compoundPath}::ltree, ${place}, 'other', 'w', 't', 'template',
    'filed', ${orgs[0]}, ${orgs[0]},
    ${text(legs.parties)}::uuid[], ${text(legs.closedTo)}::text[], 'qr', ${start}, decode(replace(${id}, '-', ''), 'hex'), ${start})`
const childRows = ({ id, legs }: Planted) => {
  const carried = sql`${legs.path}::ltree, ${legs.compoundPath}::ltree, ${text(legs.parties)}::uuid[], ${text(legs.closedTo)}::text[]`
  return [
    sql`insert into matter_party (district, matter, path, compound_path, parties, closed_to, org, role, state) values (${district}, ${id},
      ${carried}, ${orgs[0]}, 'support', 'asked')`,
    sql`insert into matter_entry (district, id, matter, path, compound_path, parties, closed_to, at, kind, seen_by, act) values (${district},
      ${newId()}, ${id}, ${carried}, ${start}, 'filed', 'staff', ${newId()})`,
    sql`insert into photo (district, id, matter, path, compound_path, parties, closed_to, entry, phase, file, width, height, at)
      values (${district}, ${newId()}, ${id}, ${carried}, ${newId()}, 'before', 'f', 1, 1, ${start})`,
    sql`insert into act (district, id, at, kind, channel, place, path, compound_path, subject_kind, subject_id, facts, leaf, parties, closed_to)
      values (${district}, ${newId()}, ${start}, 'matter.filed', 'web', ${newId()}, ${legs.path}::ltree, ${legs.compoundPath}::ltree, 'matter',
        ${id}, '{}', '', ${text(legs.parties)}::uuid[], ${text(legs.closedTo)}::text[])`,
  ]
}
/** The scope in which exactly this row may be written: the matter in hand. */
const inHand = (id: string): Scope => ({ district, person: null, scopes: [], orgs: [], audience: [], matters: [id] })
const plant = (one: Planted): Promise<void> => withScope(n.db, inHand(one.id), async (tx) => {
  for (const row of [matterRow(one), ...childRows(one)]) await row.execute(tx)
})

const seen = async (tx: Tx, table: (typeof TABLES)[number] | 'act'): Promise<string[]> => {
  const column = table === 'matter' ? 'id' : table === 'act' ? 'subject_id' : 'matter'
  const { rows } = await sql<{ id: string }>`select ${sql.ref(column)} as id from ${sql.table(table)} order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}
class Undo extends Error {}
/** Runs `work` in a scope and takes everything back; answers whether the database refused by its wall. */
const attempt = (looker: Looker, work: (tx: Tx) => Promise<void>): Promise<'done' | 'refused'> =>
  withScope(n.db, asScope(looker), async (tx) => { await work(tx); throw new Undo() }).catch((error: unknown) => {
    if (error instanceof Undo) return 'done'
    if (error instanceof Error && /row-level security/.test(error.message)) return 'refused'
    throw error
  })

test('[M1] whoever looks, every table of matters shows exactly what the rule shows', async () => {
  await fc.assert(fc.asyncProperty(lookerOf(n), async (looker) => {
    const expected = planted.filter((one) => maySee(one, looker)).map(({ id }) => id).sort()
    const got = await withScope(n.db, asScope(looker), async (tx) => {
      const all: string[][] = []
      for (const table of [...TABLES, 'act' as const]) all.push(await seen(tx, table))
      return all
    })
    expect(got).toEqual([expected, expected, expected, expected, expected])
  }), { numRuns: 150 })
})

test('[M1] the sample is worth its name: some see all, some see part, some see nothing', () => {
  const counts = fc.sample(lookerOf(n), { numRuns: 300, seed: 7 }).map((looker) => planted.filter((one) => maySee(one, looker)).length)
  expect(counts.some((count) => count === 0)).toBe(true)
  expect(counts.filter((count) => count > 0 && count < 60).length).toBeGreaterThan(50)
  expect(counts.some((count) => count > 60)).toBe(true)
})

test('[M1] an update without a condition changes only what the actor sees, in every table', async () => {
  await fc.assert(fc.asyncProperty(lookerOf(n), async (looker) => {
    const expected = BigInt(planted.filter((one) => maySee(one, looker)).length)
    await attempt(looker, async (tx) => {
      const changed = [await sql`update matter set version = version + 1`.execute(tx), await sql`update matter_party set task = 'x'`.execute(tx),
        await sql`update matter_entry set said = 'x'`.execute(tx), await sql`update photo set phase = 'after'`.execute(tx)]
      expect(changed.map(({ numAffectedRows }) => numAffectedRows)).toEqual([expected, expected, expected, expected])
    })
  }), { numRuns: 60 })
})

test('[M1] a row outside the reach is not let in, neither a matter nor a part of one', async () => {
  await fc.assert(fc.asyncProperty(lookerOf(n), legsOf(n), async (looker, { place, ...legs }) => {
    const fresh = { id: newId(), place, legs }
    const answer = maySee(fresh, looker) ? 'done' : 'refused'
    expect(await attempt(looker, async (tx) => { await matterRow(fresh).execute(tx) })).toBe(answer)
    const there = planted[fresh.place.charCodeAt(35) % planted.length] ?? fresh
    const rows = childRows(there).map((row, at) => [row, at] as const)
    for (const [row, at] of rows) {
      if (at === 0) continue // that organisation is a party already
      // an act is appended by whoever acts in reach, also when the matter is closed to them: they may hand on what they may not follow
      const may = at === 3 ? maySee({ ...there, legs: { ...there.legs, closedTo: [] } }, looker) : maySee(there, looker)
      expect(await attempt(looker, async (tx) => { await row.execute(tx) })).toBe(may ? 'done' : 'refused')
    }
  }), { numRuns: 40 })
})

test('[M1] nobody moves a matter out of their own sight', async () => {
  const grid = n.as('grid')
  const [mine] = planted.filter((one) => maySee(one, { ...grid, matters: [] }) && !one.legs.closedTo.includes('grid')
    && one.legs.parties.length === 0)
  expect(mine).toBeDefined()
  expect(await attempt({ ...grid, matters: [] },
    async (tx) => { await sql`update matter set closed_to = '{grid}' where id = ${mine?.id}`.execute(tx) })).toBe('refused')
})

test('[M1] without a scope nothing is seen and nothing goes in', async () => {
  const pool = n.database.pool('linli_app')
  for (const table of [...TABLES, 'draft', 'upload', 'act']) expect((await pool.query(`select 1 from ${table}`)).rows).toEqual([])
  await expect(pool.query('update matter set title = $1', ['x'])).resolves.toMatchObject({ rowCount: 0 })
  const nothing: Looker = { district: '', scopes: [], orgs: [], audience: [], matters: [] }
  const [one] = planted
  if (one) expect(await attempt(nothing, async (tx) => { await matterRow({ ...one, id: newId() }).execute(tx) })).toBe('refused')
})

test('[M1] nobody who serves requests removes a matter, a part of it, or an act', async () => {
  for (const table of [...TABLES,
    'act']) await expect(n.database.pool('linli_app').query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
})

test('[M1] parts carry the legs of their matter after every change of parties, closed audiences and path', async () => {
  const differ = async (): Promise<number> => {
    let sum = 0
    for (const table of CHILDREN) {
      const { rows } = await n.database.pool('linli_owner').query(`select count(*)::int as n from ${table} c join matter m on m.district = c.district
        and m.id = c.matter
        where (c.path, c.compound_path, c.parties, c.closed_to) is distinct from (m.path, m.compound_path, m.parties, m.closed_to)`)
      sum += Number(rows[0]?.n)
    }
    return sum
  }
  await fc.assert(fc.asyncProperty(fc.nat(119), few(orgs, 4), few(AUDIENCES, 4), async (at, parties, closedTo) => {
    const one = planted[at]
    if (!one) return
    await withScope(n.db, inHand(one.id),
      (tx) => sql`update matter set parties = ${text(parties)}::uuid[], closed_to = ${text(closedTo)}::text[] where id = ${one.id}`.execute(tx))
    expect(await differ()).toBe(0)
  }), { numRuns: 25 })
  // a building moves to another grid: its homes and their matters follow, whoever may see them
  const { path } = n.place('990106003001K1-03')
  const before = await n.database.pool('linli_owner').query('select id from matter where path <@ $1::ltree', [path])
  await n.database.pool('linli_owner').query("update place set path = replace(path::text, '.g01.', '.g02.')::ltree where path <@ $1::ltree", [path])
  const after = await n.database.pool('linli_owner').query('select id from matter where path <@ $1::ltree', [path.replace('.g01.', '.g02.')])
  expect(after.rows.length).toBe(before.rows.length)
  expect(before.rows.length).toBeGreaterThan(3)
  expect(await differ()).toBe(0)
})
