import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCouncils } from '../../../demo/councils.ts'
import { demoCovenants } from '../../../demo/covenants.ts'
import { compositionOf, powersOf, type BodyKind, type Power, type Side } from '../../deliberation/rules/bodies/index.ts'
import { mayStand } from '../../deliberation/rules/covenant/index.ts'
import { openWorld, type World } from '../testing/world.ts'
import { fillCouncils } from './fill-councils.ts'
import { fillCovenants } from './fill-covenants.ts'

let world: World
beforeAll(async () => { world = await openWorld() }, 120_000)
afterAll(async () => { await world?.close() })
const read = async <T>(url: string): Promise<T> => (await world.send({ as: 'nobody', method: 'GET', url: `/api/v1/public/${url}` })).json<T>()

test('[DB3] [DB8] [DC8] the demo’s bodies and covenants keep the rules, are written once, and show one evaluation and one answer that are late', async () => {
  for (const one of demoCouncils) {
    const kind = one.kind as BodyKind
    const seats = one.members.map(({ role, side }, at) => ({ id: String(at), role, side: side as Side, since: one.foundedOn, until: one.until, leftOn: null }))
    expect([one.name, compositionOf({ kind, seats: one.seats }, seats, '2026-11-20').good, one.powers.every((power) => powersOf[kind].includes(power as Power))]).toEqual([one.name, true, true])
    expect(seats.length).toBeLessThanOrEqual(one.seats)
  }
  for (const { versions } of demoCovenants) for (const { clauses } of versions) expect(mayStand(clauses)).toMatchObject({ ok: true })
  const where = { district: '990106', path: 'd990106' }
  expect([await fillCouncils(world.db, where), await fillCouncils(world.db, where)]).toEqual([demoCouncils.length, 0])
  expect([await fillCovenants(world.db, where), await fillCovenants(world.db, where)]).toEqual([demoCovenants.length, 0])
  const council = demoCouncils[0]
  expect(await read(`councils?place=${council?.place}`)).toMatchObject({ overdue: [{ words: '社区活动室暑假每天开到晚上九点，居民轮流值班。', late: 20 }] })
  expect(await read(`councils/${council?.id}`)).toMatchObject({ members: expect.arrayContaining([expect.objectContaining({ label: '梧桐苑1号楼楼栋长' }), expect.objectContaining({ label: '老官塘院1号楼楼栋长' })]), next: { title: '十一月例会' }, rhythm: { late: 0 }, intakes: [{ late: 0 }, { meeting: { title: '十一月例会' } }, { late: 9 }, { state: 'declined' }] })
  const [garden] = demoCovenants
  expect(await read(`covenants/${garden?.id}`)).toMatchObject({ force: { n: 2, yes: 318, answers: 402, signatures: 126, from: 1, changes: [{ kind: 'same' }, { kind: 'changed' }, { kind: 'changed' }, {}, {}, {}] } })
})
