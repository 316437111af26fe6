import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { matterTimers } from '../jobs/clock.ts'
import { district, districtPath, file, on, openNeighbourhood, recordOf, run, start, sure, told, type Neighbourhood, type PostKey } from '../testing.ts'
import { bulkProgress } from '../views/bulk.ts'
import { resumeBulk, startBulk, stopBulk } from './bulk.ts'
import { finishMatter } from './finish-matter.ts'
import { handOverMatter } from './hand-over-matter.ts'
import { unjoinMatter } from './join-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const clock = clockActor(district, districtPath)
const sweep = (at = start) => sweepTimers(n.db, () => clock, new Map([...matterTimers(() => districtPath)].filter(([kind]) => kind === 'matter.bulk')), at)
const progress = (key: PostKey, id: string) => withScope(n.db, n.as(key), (tx) => bulkProgress(tx, n.as(key), id))
const acts = async (act: string, ids: readonly string[]): Promise<number[]> => {
  const rows = (await n.database.pool('linli_owner').query(
    'select count(*)::int as n from act where kind = $1 and subject_id = any ($2) group by subject_id', [act, ids])).rows
  return rows.map((row) => row.n)
}

test('[M44] given sixty matters of a filter, when they are handed to the community, each has one act, also when the worker dies in between (case 29)', async () => {
  const ids: string[] = []
  for (let i = 0; i < 60; i++) ids.push((await file(n)).id)
  const input = { to: 'community', reason: 'needs_several', note: '集中清理，社区统一办' }
  const bulk = sure(await run(n, n.as('secretary'), start, startBulk, { move: 'hand_over', input, filter: { tab: 'all', category: 'corridor_clutter' } }))
  expect(bulk.total).toBe(60)
  const handler = matterTimers(() => districtPath).get('matter.bulk')
  const timer = (await n.database.pool('linli_owner').query("select * from timer where kind = 'matter.bulk'")).rows[0]
  // cut off after the first acts, before their transaction ends: nothing of it stands
  await expect(withScope(n.db, clock, async (tx) => { await handler?.(tx, timer, start); throw new Error('power cut') })).rejects.toThrow('power cut')
  expect(await progress('secretary', bulk.id)).toMatchObject({ total: 60, done: 0 })
  await sweep()
  expect((await progress('secretary', bulk.id))?.done).toBe(25)
  while (await sweep()) { /* until there is no timer left */ }
  expect(await progress('secretary', bulk.id)).toMatchObject({ total: 60, done: 60, refused: [] })
  expect(await acts('matter.hand_over', ids)).toEqual(Array(60).fill(1))
  expect(await progress('deputy', bulk.id)).toBeUndefined()
})

test('[M44] what is refused is listed with its reason and changes nothing; the rest is done', async () => {
  const [one, two] = [await file(n), await file(n)]
  await run(n, n.as('captain'), start, finishMatter, { id: two.id, outcome: 'solved', note: '搬走了' })
  const bulk = sure(await run(n, n.as('secretary'), start, startBulk, { move: 'assign', input: { org: n.org('firm'), note: '请修' }, ids: [one.id, two.id] }))
  await sweep()
  expect(await progress('secretary', bulk.id)).toMatchObject({ done: 2, refused: [{ id: two.id, code: 'wrong_state' }] })
  expect(await progress('secretary', bulk.id)).toMatchObject({ refusedCount: 1 })
  expect((await recordOf(n, one.id)).row.held_by).toBe(n.org('firm'))
  expect((await recordOf(n, two.id)).acts).toEqual(['filed', 'finish'])
})

test('[M44] what was stopped goes no further until it is gone on with, and then once, and a filter that finds nothing starts nothing', async () => {
  const { id } = await file(n)
  const bulk = sure(await run(n, n.as('secretary'), start, startBulk, { move: 'note', input: { note: '停水通知', seenBy: 'staff' }, ids: [id] }))
  expect((await run(n, n.as('secretary'), start, stopBulk, { id: bulk.id })).ok).toBe(true)
  await sweep()
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
  for (const stopped of [true, false]) expect((await run(n, n.as('secretary'), start, resumeBulk, { id: bulk.id })).ok).toBe(stopped)
  await sweep()
  await sweep()
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'note'])
  expect((await run(n, n.as('secretary2'), start, startBulk, { move: 'remind', input: {}, filter: { tab: 'supervised' } })).ok).toBe(false)
})

test('[M43] given a captain who leaves, when the community passes the open work on, then it is the next one’s, with clocks and counts as they were', async () => {
  const { id } = await file(n, { code: '990106003001K1-07' })
  const before = (await recordOf(n, id)).row
  const bulk = sure(await run(n, n.as('secretary'), on(20, '14:00'), startBulk, { move: 'pass_on', workOf: n.post('captain7'),
    input: { from: n.post('captain7'), to: n.post('grid2') } }))
  await sweep(on(20, '14:00'))
  expect(await progress('secretary', bulk.id)).toMatchObject({ total: 1, done: 1, refused: [] })
  const after = await recordOf(n, id)
  expect(after.row).toMatchObject({ held_post: n.post('grid2'), due: before.due, clocks: before.clocks, handovers: 0 })
  expect(after.facts.at(-1)).toEqual({ from: n.post('captain7'), to: n.post('grid2') })
  expect(told(await run(n, n.as('grid2'), on(20, '15:00'), handOverMatter, { id, to: 'community', reason: 'no_power', note: '要社区来定' }))).toBe('filed')
})

test('[M43] [M24] given matters of a captain who leaves that were joined to another, when the work is passed on, then undoing gives them to the next one', async () => {
  const own = await file(n, { code: '990106003001K1-07' })
  const joined = await file(n, { code: '990106003001K1-07', join: own.number })
  const elsewhere = await file(n, { code: '990106003001K1-07', join: (await file(n)).number }) // joined to what another captain has
  const before = await Promise.all([joined, elsewhere].map(async ({ id }) => (await recordOf(n, id)).row))
  expect(before.map((row) => [row.state, row.held_post])).toEqual(Array(2).fill(['joined', n.post('captain7')]))
  const bulk = sure(await run(n, n.as('secretary'), on(20, '14:00'), startBulk, { move: 'pass_on', workOf: n.post('captain7'),
    input: { from: n.post('captain7'), to: n.post('grid2') } }))
  await sweep(on(20, '14:00'))
  expect(await progress('secretary', bulk.id)).toMatchObject({ total: 3, done: 3, refused: [] })
  for (const [nth, { id }] of [joined, elsewhere].entries()) {
    const still = await recordOf(n, id)
    expect(still.row).toMatchObject({ state: 'joined', joined_to: before[nth]?.joined_to, held_post: n.post('grid2'), clocks: before[nth]?.clocks, handovers: 0 })
    expect(still.notices.filter(({ template }) => template === 'matter.passed_on')).toEqual([])
    expect(still.timers).toEqual([])
    expect(told(await run(n, n.as('secretary'), on(20, '15:00'), unjoinMatter, { id }))).toBe('filed')
    expect((await recordOf(n, id)).row.held_post).toBe(n.post('grid2'))
  }
})
