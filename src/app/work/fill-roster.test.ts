import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoRoster } from '../../../demo/index.ts'
import { withScope } from '../../kit/db.ts'
import { clockActor } from '../../trust/index.ts'
import { openWorld, type World } from '../testing/world.ts'
import { fillRoster } from './fill-roster.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(async () => { await world?.close() })

test('[RO2] the demo’s roster is written once, and no name or telephone of it stands in clear', async () => {
  const where = { district: '990106', path: 'd990106' }
  const roster = demoRoster()
  // somebody was quicker with a file: a home is there already
  await world.database.pool('linli_owner').query(`insert into dwelling (district, home, path, compound_path, community, compound, building)
    select district, id, path, compound_path, community, compound, building from place where kind = 'room' order by code limit 1`)
  expect(await fillRoster(world.db, where)).toBe(roster.people.length)
  expect(await fillRoster(world.db, where)).toBe(0)
  const counts = await withScope(world.db, clockActor('990106', 'd990106'), async (tx) => {
    const n = async (table: 'dwelling' | 'dweller' | 'same_person') =>
      Number((await tx.selectFrom(table).select((e) => e.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
    return [await n('dwelling'), await n('dweller'), await n('same_person')]
  })
  expect(counts).toEqual([2800, roster.ties.length, 12])
  const text = await world.database.pool('linli_owner').query<{ t: string }>('select string_agg(v::text, chr(10)) as t from dweller_value v')
  for (const { name, phone, idNumber } of roster.people.slice(0, 300)) {
    for (const clear of [name, phone, idNumber]) if (clear !== null && clear.length > 2) expect(text.rows[0]?.t.includes(clear)).toBe(false)
  }
}, 60_000)
