import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { placeById } from '../../places/index.ts'
import { clockActor, publicActor } from '../../trust/index.ts'
import { assignMatter } from '../commands/assign-matter.ts'
import { blowWhistle } from '../commands/blow-whistle.ts'
import { enterVerdict } from '../commands/enter-verdict.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { remindMatter, superviseMatter } from '../commands/press-matter.ts'
import { reportIn } from '../commands/report-in.ts'
import { stepClock } from '../commands/step-clock.ts'
import { takeMatter } from '../commands/take-matter.ts'
import { verifyMatter } from '../commands/verify-matter.ts'
import { listCards } from '../views/cards.ts'
import { boardOf, boardScope } from '../views/board.ts'
import { district, districtPath, file, followerOf, later, openNeighbourhood, recordOf, run, start, told, type Neighbourhood,
  type PostKey } from '../testing.ts'
import { matterTimers } from './clock.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const clock = clockActor(district, districtPath)
/** The worker's sweep at a moment of the product's clock. */
const sweep = (at: Date): Promise<number> => sweepTimers(n.db, () => clock, matterTimers(() => districtPath), at)
const done = { outcome: 'solved', note: '搬走了' } as const
const supervised = async (key: PostKey): Promise<string[]> => (await withScope(n.db, n.as(key),
  (tx) => listCards(tx, n.as(key), { tab: 'supervised', limit: 100 }))).items.map(({ id }) => id)
const told3 = async (id: string): Promise<string[]> => (await recordOf(n, id)).notices.map(({ recipient, template }) => `${recipient} ${template}`)

test('[M19] given a matter that nobody takes, then who has it is reminded when it is due, and after the grace it stands on the street’s list, by itself', async () => {
  const { id } = await file(n)
  expect((await recordOf(n, id)).timers).toEqual([{ step: 'remind', due: later(4).toISOString() }])
  await sweep(later(3.99))
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
  await sweep(later(4))
  const reminded = await recordOf(n, id)
  expect(reminded.acts).toEqual(['filed', 'remind'])
  expect(reminded.row).toMatchObject({ state: 'filed', reminded_at: later(4), supervised_at: null, due: later(4) })
  expect(reminded.timers).toEqual([{ step: 'supervise', due: later(6).toISOString() }])
  expect(await told3(id)).toEqual(expect.arrayContaining([`post:${n.post('captain')} matter.reminded`, `org:${n.org('community')} matter.late`]))
  await sweep(later(5.9))
  expect(await supervised('street')).not.toContain(id)
  await sweep(later(6))
  const late = await recordOf(n, id)
  expect(late.acts).toEqual(['filed', 'remind', 'supervise'])
  expect(late.row.supervised_at).toEqual(later(6))
  expect(late.timers).toEqual([])
  expect(await supervised('street')).toContain(id)
  expect(await told3(id)).toContain('street matter.supervised')
  expect(await sweep(later(500))).toBe(0)
})

test('[M19] [M7] taking it on ends the stage: it leaves the list, and the next stage has a clock of its own', async () => {
  const { id } = await file(n)
  await sweep(later(4))
  await sweep(later(6))
  await run(n, n.as('captain'), later(7), takeMatter, { id })
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ supervised_at: null, reminded_at: null, due_kind: 'finish', due: later(79) })
  expect(held.timers).toEqual([{ step: 'remind', due: later(79).toISOString() }])
  await sweep(later(79))
  await sweep(later(81))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind', 'supervise', 'take', 'remind', 'supervise'])
})

test('[M13] [M19] given a whistle to which nobody reports in, then it is reminded and supervised, and the lead’s report clears it', async () => {
  const { id } = await file(n)
  await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [{ org: n.org('police'), task: '配合' }] })
  await sweep(later(4))
  await run(n, n.as('police'), later(5), reportIn, { id, note: '人已到场' })
  await sweep(later(6))
  expect(await supervised('street')).toContain(id)
  expect(await told3(id)).toEqual(expect.arrayContaining([`org:${n.org('enforcement')} matter.reminded`,
    `org:${n.org('enforcement')} matter.supervised`]))
  await run(n, n.as('enforcement'), later(7), reportIn, { id, note: '人已到场' })
  const held = await recordOf(n, id)
  expect(held.row.supervised_at).toBeNull()
  expect(held.timers).toEqual([{ step: 'remind', due: later(168).toISOString() }])
  expect(await supervised('street')).not.toContain(id)
})

test('[M15] [M19] a verification that nobody makes is reminded and supervised, and never solved by itself', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  for (const hours of [48, 50, 100, 500, 2000]) await sweep(later(hours))
  const held = await recordOf(n, id)
  expect(held.acts).toEqual(['filed', 'finish', 'remind', 'supervise'])
  expect(held.row).toMatchObject({ state: 'finished', ended_at: null })
})

test('[M17] given no answer in seven days, then it closes without a verdict and counts in no rate', async () => {
  const { id } = await file(n, { code: '990106003002K1-02' })
  expect((await recordOf(n, id)).row.held_post).toBe(n.post('grid5')) // that building has no captain
  await run(n, n.as('grid5'), later(1), finishMatter, { id, ...done })
  await run(n, n.as('secretary2'), later(2), verifyMatter, { id, pass: true, note: '' })
  await sweep(later(2 + 7 * 24 - 1))
  expect((await recordOf(n, id)).row.state).toBe('answered')
  await sweep(later(2 + 7 * 24))
  const held = await recordOf(n, id)
  expect(held.acts.at(-1)).toBe('close')
  expect(held.row).toMatchObject({ state: 'closed', reached: null, solved: null, satisfied: null, ended_at: later(170), due: null })
  expect(held.timers).toEqual([])
  const tally = await withScope(n.db, publicActor(district), (tx) => placeById(tx, district, n.place('990106003002K1').id)).then(async (compound) =>
    compound && withScope(n.db, boardScope(district, compound), async (tx) => (await boardOf(tx, district, compound, later(170))).tally))
  expect(tally).toMatchObject({ judged: 0, solved: 0 })
})

test('[M17] [M16] silence in the second round leaves the answers of the first in no rate either', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  await run(n, n.as('grid'), later(1), verifyMatter, { id, pass: true, note: '' })
  await run(n, followerOf(id), later(2), enterVerdict, { id, reached: true, solved: false, satisfied: 'no', said: '', via: 'follow' })
  await run(n, n.as('deputy'), later(3), finishMatter, { id, ...done })
  await run(n, n.as('worker'), later(4), verifyMatter, { id, pass: true, note: '' })
  expect((await recordOf(n, id)).row).toMatchObject({ state: 'answered', reached: null, solved: null, satisfied: null, judged_at: null })
  await sweep(later(4 + 7 * 24))
  expect((await recordOf(n, id)).row).toMatchObject({ state: 'closed', reopened: 1, solved: null, judged_at: null })
})

test('[M19] a step that fires late does nothing when the matter has moved on, and a handler may run twice', async () => {
  const { id } = await file(n)
  const handler = matterTimers(() => districtPath).get('matter.clock')
  const fire = (at: Date) => withScope(n.db, clock,
    async (tx) => { await handler?.(tx, { id, district, due: start, kind: 'matter.clock', subject: id, facts: { step: 'remind' } }, at) })
  await fire(later(1))
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
  await fire(later(4))
  await fire(later(4))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind'])
  await run(n, n.as('captain'), later(5), takeMatter, { id })
  await fire(later(6))
  await run(n, n.as('captain'), later(7), finishMatter, { id, ...done })
  await run(n, n.as('grid'), later(8), verifyMatter, { id, pass: true, note: '' })
  await run(n, followerOf(id), later(9), enterVerdict, { id, reached: true, solved: true, satisfied: 'yes', said: '', via: 'follow' })
  await fire(later(5000))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind', 'take', 'finish', 'verify', 'verdict'])
})

test('[M19] a timer without its matter, or of a matter in another place, breaks nothing', async () => {
  const ghost = '01a00000-0000-7000-8000-000000000000'
  await n.database.pool('linli_owner').query("insert into timer (id, district, due, kind, subject) values ($1, $2, $3, 'matter.clock', $1)",
    [ghost, district, start])
  expect(await sweep(start)).toBe(1)
  expect((await n.database.pool('linli_owner').query('select 1 from timer where subject = $1', [ghost])).rows).toEqual([])
})

test('[M19] two workers that sweep at the same moment do each step once', async () => {
  const { id } = await file(n)
  await Promise.all([sweep(later(4)), sweep(later(4)), sweep(later(4))])
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind'])
})

test('[M19] a reminder by people neither hastens nor delays the list; only the street puts on it by hand, once', async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('captain'), later(1), remindMatter, { id }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), later(1), remindMatter, { id }))).toBe('filed')
  expect((await recordOf(n, id)).timers).toEqual([{ step: 'remind', due: later(4).toISOString() }])
  expect(told(await run(n, n.as('secretary'), later(2), superviseMatter, { id }))).toBe('not_yours')
  expect(told(await run(n, n.as('street'), later(2), superviseMatter, { id }))).toBe('filed')
  expect(told(await run(n, n.as('street'), later(2), superviseMatter, { id }))).toBe('already')
  await sweep(later(4))
  await sweep(later(6))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind', 'supervise', 'remind'])
})

test('[M4] [M19] a late matter of harm is brought to the community and not to the street, which does not see it', async () => {
  const { id } = await file(n, { words: '隔壁男的天天打老婆' })
  await sweep(later(0.25))
  await sweep(later(2.25))
  const held = await recordOf(n, id)
  expect(held.acts).toEqual(['filed', 'remind', 'supervise'])
  expect(held.notices.map(({ recipient }) => recipient)).not.toContain('street')
  expect(await told3(id)).toContain(`org:${n.org('community')} matter.supervised`)
  expect(await supervised('street')).not.toContain(id)
  expect(await supervised('secretary')).toContain(id)
})

test('[M10] [M18] given few hours to finish, the firm’s signing clock is never longer than its finishing clock', async () => {
  const { id } = await file(n, { category: 'other', words: '地砖松了' })
  await run(n, n.as('secretary'), start, assignMatter, { id, org: n.org('firm'), note: '请修', hours: 2 })
  expect((await recordOf(n, id)).row).toMatchObject({ due: later(2), due_kind: 'sign' })
})
