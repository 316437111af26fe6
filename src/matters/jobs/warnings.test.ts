import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { deliverNotices } from '../../kit/outbox.ts'
import { clockActor } from '../../trust/index.ts'
import { askExtension, decideOnExtension } from '../commands/extend-time.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { resumeMatter, suspendMatter } from '../commands/suspend-matter.ts'
import { takeMatter } from '../commands/take-matter.ts'
import { district, districtPath, file, on, openNeighbourhood, recordOf, run, sure, type Neighbourhood } from '../testing.ts'
import { matterTimers } from './clock.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const clock = clockActor(district, districtPath)
const sweep = (at: Date): Promise<number> => sweepTimers(n.db, () => clock, matterTimers(() => districtPath), at, { limit: 500 })
/** What was told of deadlines that come near, and when it goes out. */
const warned = async (id: string) => (await n.database.pool('linli_owner').query<{ recipient: string; stage: string; of: string; due: Date }>(
  "select recipient, facts->>'stage' as stage, facts->>'due' as of, due from outbox where template = 'matter.due_soon' and facts->>'matter' = $1 order by id",
  [id])).rows
const iso = (day: number, time: string): string => on(day, time).toISOString()
/** Filed on Monday at 15:30: to be taken within four working hours, by Tuesday 11:00. */
const monday = async (): Promise<string> => (await file(n, { at: on(23, '15:30') })).id

test('[M49] (case 6) given a deadline of Tuesday 11:00, then who has it is warned at 10:00 and not at midnight, once, without an act; then it is due', async () => {
  const id = await monday()
  expect((await recordOf(n, id)).row).toMatchObject({ due_kind: 'sign', due: on(24, '11:00') })
  expect((await recordOf(n, id)).timers).toEqual([{ step: 'warn', due: iso(24, '10:00') }]) // one row serves both
  await sweep(on(24, '9:59'))
  expect(await warned(id)).toEqual([])
  await Promise.all([sweep(on(24, '10:00')), sweep(on(24, '10:00'))])
  const before = await recordOf(n, id)
  expect(await warned(id)).toEqual([{ recipient: `post:${n.post('captain')}`, stage: 'sign', of: iso(24, '11:00'), due: on(24, '10:00') }])
  expect([before.acts, before.row.version, before.timers]).toEqual([['filed'], 1, [{ step: 'remind', due: iso(24, '11:00') }]])
  await sweep(on(24, '11:00'))
  expect([(await recordOf(n, id)).acts, (await warned(id)).length]).toEqual([['filed', 'remind'], 0]) // it waited too long to be sent: it is late now
})

test('[M49] given a worker that dies while it warns, then nothing of it stands, and the next one warns once', async () => {
  const id = await monday()
  const handler = matterTimers(() => districtPath).get('matter.clock')
  const timer = (await n.database.pool('linli_owner').query('select * from timer where subject = $1', [id])).rows[0]
  await expect(withScope(n.db, clock, async (tx) => { await handler?.(tx, timer, on(24, '10:00')); throw new Error('power cut') })).rejects.toThrow('power cut')
  expect(await warned(id)).toEqual([])
  await sweep(on(24, '10:05'))
  await sweep(on(24, '10:06'))
  expect((await warned(id)).map(({ due }) => due)).toEqual([on(24, '10:05')])
})

test('[M49] a worker that was down until it was late warns no more: it reminds at once', async () => {
  const id = await monday()
  await sweep(on(24, '11:30'))
  const { acts, notices } = await recordOf(n, id)
  expect([acts, notices.some(({ template }) => template === 'matter.due_soon')]).toEqual([['filed', 'remind'], false])
})

test('[M49] whoever took it in time is not warned of taking; of the end they are warned on the morning of its last day, and not when it is done', async () => {
  const [id, done] = [await monday(), await monday()]
  for (const one of [id, done]) sure(await run(n, n.as('captain'), on(23, '16:00'), takeMatter, { id: one }))
  await sweep(on(24, '10:00'))
  expect(await warned(id)).toEqual([])
  expect((await recordOf(n, id)).row).toMatchObject({ due_kind: 'finish', due: on(26, '17:30') })
  sure(await run(n, n.as('captain'), on(25, '9:00'), finishMatter, { id: done, outcome: 'solved', note: '搬走了' }))
  await sweep(on(25, '17:30')) // one working day before: duty is over then
  await sweep(on(26, '9:00'))
  expect((await warned(id)).map(({ stage, due }) => [stage, due])).toEqual([['finish', on(26, '9:00')]])
  expect((await warned(done)).filter(({ stage }) => stage === 'finish')).toEqual([])
})

test('[M49] given a deadline that moves, then a warning that waits is taken back, and who has it is warned of the new one', async () => {
  const id = await monday()
  sure(await run(n, n.as('captain'), on(23, '16:00'), takeMatter, { id }))
  await sweep(on(26, '9:00'))
  expect((await warned(id)).map(({ of }) => of)).toEqual([iso(26, '17:30')])
  sure(await run(n, n.as('captain'), on(26, '10:00'), askExtension, { id, days: 2, note: '等业主清点' }))
  expect(await warned(id)).toHaveLength(1) // it was only asked for
  sure(await run(n, n.as('secretary'), on(26, '11:00'), decideOnExtension, { id, granted: true, note: '可以' }))
  const { row, timers } = await recordOf(n, id)
  expect([await warned(id), row.due, timers]).toEqual([[], on(30, '17:30'), [{ step: 'warn', due: iso(30, '9:00') }]])
  await sweep(on(30, '9:00'))
  expect((await warned(id)).map(({ of }) => of)).toEqual([iso(30, '17:30')])
})

test('[M49] what went out stays told; put aside nothing warns, and taken up again it warns of what is due then', async () => {
  const id = await monday()
  sure(await run(n, n.as('captain'), on(23, '16:00'), takeMatter, { id }))
  await sweep(on(26, '9:00'))
  const ways = new Map([['app', async () => {}], ['sms', async () => {}]])
  while (await deliverNotices(n.db, () => clock, ways, on(26, '9:00'), { limit: 5000 }) > 0) { /* in their order, one after another */ }
  sure(await run(n, n.as('captain'), on(26, '10:00'), suspendMatter, { id, path: 'owners_share', reviewOn: '2026-12-04', note: '等分摊' }))
  expect(await warned(id)).toHaveLength(1)
  expect((await recordOf(n, id)).timers.map(({ step }) => step)).toEqual(['remind']) // of the review alone
  sure(await run(n, n.as('captain'), on(27, '18:00'), resumeMatter, { id, note: '' }))
  const { row, timers: [next] } = await recordOf(n, id)
  expect([row.due, next]).toEqual([on(30, '17:30'), { step: 'warn', due: iso(30, '9:00') }])
  await sweep(on(30, '9:00'))
  expect((await warned(id)).map(({ of }) => of)).toEqual([iso(26, '17:30'), iso(30, '17:30')])
})
