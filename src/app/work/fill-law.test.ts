import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRosterWorld, type RosterWorld } from '../testing/roster-world.ts'
import { fillLaw } from './fill-law.ts'

let world: RosterWorld
beforeAll(async () => { world = await openRosterWorld() }, 60_000)
afterAll(async () => { await world?.close() })

test('[RO60] the demo’s law is recorded once, through the commands and their rules', async () => {
  const where = { district: '990106', path: 'd990106' }
  expect(await fillLaw(world.db, where)).toBe(true)
  expect(await fillLaw(world.db, where)).toBe(false)
  const list = (await world.send({ as: 'captain', method: 'GET', url: '/api/v1/roster/care' })).json<{ buildings: { items: object[] }[] }>()
  expect(list.buildings.flatMap(({ items }) => items)).toHaveLength(2)
  const { rows } = await world.database.pool('linli_owner').query<{ n: number }>('select count(*)::int as n from party_tie')
  expect(rows[0]?.n).toBe(5)
})
