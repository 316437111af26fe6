import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoVisits } from '../../../demo/index.ts'
import { openWorld, type World } from '../testing/world.ts'
import { fillVisits } from './fill-visits.ts'

let world: World
beforeAll(async () => { world = await openWorld() })
afterAll(async () => { await world?.close() })

test('the demo’s visits pass the rules, every one, and are recorded once', async () => {
  const told = demoVisits()
  expect(told.length).toBeGreaterThan(400)
  expect(told).toEqual(demoVisits()) // the same bytes every time
  const where = { district: '990106', path: 'd990106' }
  expect(await fillVisits(world.db, where)).toBe(told.length)
  expect(await fillVisits(world.db, where)).toBe(0)
})
