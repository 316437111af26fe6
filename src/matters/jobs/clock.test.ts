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
import { district, districtPath, file, followerOf, later, on, openNeighbourhood, recordOf, run, start, told, type Neighbourhood,
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

test('[M19] given a matter that nobody takes (case 16), then the clock ran from dispatch on: reminded when due, on the street’s list after the grace, then the street is asked to rule', async () => {
  const { id } = await file(n)
  expect((await recordOf(n, id)).timers).toEqual([{ step: 'warn', due: on(20, '15:10').toISOString() }])
  await sweep(on(20, '16:09'))
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
  await sweep(on(20, '16:10'))
  const reminded = await recordOf(n, id)
  expect(reminded.acts).toEqual(['filed', 'remind'])
  expect(reminded.row).toMatchObject({ state: 'filed', reminded_at: on(20, '16:10'), supervised_at: null, due: on(20, '16:10') })
  expect(reminded.timers).toEqual([{ step: 'supervise', due: on(23, '9:40').toISOString() }]) // two working hours lie over the weekend
  expect(await told3(id)).toEqual(expect.arrayContaining([`post:${n.post('captain')} matter.reminded`, `org:${n.org('community')} matter.late`]))
  await sweep(on(23, '9:39'))
  expect(await supervised('street')).not.toContain(id)
  await sweep(on(23, '9:40'))
  const late = await recordOf(n, id)
  expect(late.acts).toEqual(['filed', 'remind', 'supervise'])
  expect(late.row.supervised_at).toEqual(on(23, '9:40'))
  expect(await supervised('street')).toContain(id)
  expect(await told3(id)).toContain('street:d990106.s003 matter.supervised')
  await sweep(on(26, '9:00'))
  const ruling = await recordOf(n, id)
  expect([ruling.acts.at(-1), ruling.facts.at(-1)]).toEqual(['call_ruling', { stage: 'sign' }])
  expect(await told3(id)).toContain('street:d990106.s003 matter.call_ruling')
})

test('[M19] (case 7) given a clock that runs out at the end of the day, then it is told when duty begins again, and the breach keeps its time', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), later(1), takeMatter, { id })
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ due_kind: 'finish', due: on(25, '17:30') })
  await sweep(on(25, '9:00')) // warned in the morning of its last day
  expect((await recordOf(n, id)).timers).toEqual([{ step: 'remind', due: on(26, '9:00').toISOString() }])
})

test('[M19] [M7] taking it on ends the stage: it leaves the list, and the finishing clock that ran since dispatch rules', async () => {
  const { id } = await file(n)
  await sweep(on(20, '16:10'))
  await sweep(on(23, '9:40'))
  await run(n, n.as('captain'), on(23, '10:00'), takeMatter, { id })
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ supervised_at: null, reminded_at: null, due_kind: 'finish', due: on(25, '17:30') })
  await sweep(on(26, '9:00'))
  await sweep(on(26, '11:00'))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind', 'supervise', 'take', 'remind', 'supervise'])
})

test('[M13] [M19] given a whistle to which nobody reports in, then each department is reminded and supervised by its own clock, and its report clears it', async () => {
  const { id } = await file(n)
  await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [{ org: n.org('police'), task: '配合' }] })
  await sweep(on(20, '16:10'))
  expect(await told3(id)).toContain(`org:${n.org('enforcement')} matter.reminded`)
  expect(await told3(id)).not.toContain(`org:${n.org('police')} matter.reminded`)
  await run(n, n.as('police'), on(20, '16:30'), reportIn, { id, note: '人已到场' })
  await sweep(on(23, '9:40'))
  expect(await supervised('street')).toContain(id)
  expect(await told3(id)).toContain(`org:${n.org('enforcement')} matter.supervised`)
  await run(n, n.as('enforcement'), on(23, '10:00'), reportIn, { id, note: '人已到场' })
  expect((await recordOf(n, id)).row.supervised_at).toBeNull()
  expect(await supervised('street')).not.toContain(id)
})

test('[M19] given a support that never comes while the lead works, then the support is pressed and the lead is not', async () => {
  const { id } = await file(n)
  await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [{ org: n.org('police'), task: '配合' }] })
  await run(n, n.as('enforcement'), later(1), reportIn, { id, note: '人已到场' })
  await sweep(on(21, '12:00'))
  expect(await told3(id)).toContain(`org:${n.org('police')} matter.reminded`)
  expect(await told3(id)).not.toContain(`org:${n.org('enforcement')} matter.reminded`)
})

test('[M15] [M19] a verification that nobody makes is reminded and supervised, and never solved by itself', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, ...done })
  for (const day of [25, 26, 27, 30]) for (const time of ['9:00', '11:00', '17:30']) await sweep(on(day, time))
  const held = await recordOf(n, id)
  expect(held.acts.slice(0, 4)).toEqual(['filed', 'finish', 'remind', 'supervise'])
  expect(held.row).toMatchObject({ state: 'answered', verified: 'overdue', solved: null, ended_at: null })
})

test('[M17] given no answer in seven days, then it closes without a verdict and counts in no rate', async () => {
  const { id } = await file(n, { code: '990106003002K1-02' })
  expect((await recordOf(n, id)).row.held_post).toBe(n.post('grid5')) // that building has no captain
  await run(n, n.as('grid5'), later(1), finishMatter, { id, ...done })
  await run(n, n.as('secretary2'), later(2), verifyMatter, { id, pass: true, note: '' })
  await sweep(on(27, '17:29'))
  expect((await recordOf(n, id)).row.state).toBe('answered')
  await sweep(on(27, '17:30'))
  const held = await recordOf(n, id)
  expect(held.acts.at(-1)).toBe('close')
  expect(held.row).toMatchObject({ state: 'closed', reached: null, solved: null, satisfied: null, ended_at: on(27, '17:30'), due: null })
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
  await sweep(on(27, '17:30'))
  expect((await recordOf(n, id)).row).toMatchObject({ state: 'closed', reopened: 1, solved: null, judged_at: null })
})

test('[M19] a step that fires late does nothing when the matter has moved on, and a handler may run twice', async () => {
  const { id } = await file(n)
  const handler = matterTimers(() => districtPath).get('matter.clock')
  const fire = (at: Date) => withScope(n.db, clock,
    async (tx) => { await handler?.(tx, { id, district, due: start, kind: 'matter.clock', subject: id, facts: { step: 'remind' } }, at) })
  await fire(later(1))
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
  await fire(on(20, '16:10'))
  await fire(on(20, '16:10'))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind'])
  await run(n, n.as('captain'), on(20, '16:20'), takeMatter, { id })
  await fire(on(23, '9:40'))
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
  await Promise.all([1, 2, 3].map(() => sweep(on(20, '16:10'))))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind'])
})

test('[M19] a reminder by people neither hastens nor delays the list; only the street puts on it by hand, once', async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('captain'), later(1), remindMatter, { id }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), later(1), remindMatter, { id }))).toBe('filed')
  expect((await recordOf(n, id)).timers).toEqual([{ step: 'warn', due: on(20, '15:10').toISOString() }])
  expect(told(await run(n, n.as('secretary'), later(2), superviseMatter, { id }))).toBe('not_yours')
  expect(told(await run(n, n.as('street'), later(2), superviseMatter, { id }))).toBe('filed')
  expect(told(await run(n, n.as('street'), later(2), superviseMatter, { id }))).toBe('already')
  await sweep(on(20, '16:10'))
  await sweep(on(23, '9:40'))
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'remind', 'supervise'])
})

test('[M4] [M19] a late matter of harm is brought to the community and not to the street, which does not see it', async () => {
  const { id } = await file(n, { words: '隔壁男的天天打老婆' })
  await sweep(later(0.25))
  await sweep(on(20, '14:25'))
  const held = await recordOf(n, id)
  expect(held.acts).toEqual(['filed', 'remind', 'supervise'])
  expect(held.notices.filter(({ recipient }) => recipient.startsWith('street'))).toEqual([])
  expect(await told3(id)).toContain(`org:${n.org('community')} matter.supervised`)
  expect(await supervised('street')).not.toContain(id)
  expect(await supervised('secretary')).toContain(id)
})

test('[M10] [M18] given little time to finish, then the firm has it from the assignment on, whether it signs or not', async () => {
  const { id } = await file(n, { category: 'other', words: '地砖松了' })
  await run(n, n.as('secretary'), start, assignMatter, { id, org: n.org('firm'), note: '请修', finish: { amount: 2, unit: 'hour' } })
  const clocks = async () => new Map(((await recordOf(n, id)).row.clocks as { stage: string; due: number }[]).map((c) => [c.stage, new Date(c.due)]))
  expect((await clocks()).get('finish')).toEqual(later(2))
  await run(n, n.as('firm'), later(1), takeMatter, { id })
  expect([(await clocks()).get('finish'), (await clocks()).has('sign')]).toEqual([later(2), false])
})
