import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../kit/command.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { saveCalendarDay } from '../../offices/commands/keep-time.ts'
import { clockActor } from '../../trust/index.ts'
import { blowWhistle } from '../commands/blow-whistle.ts'
import { takeMatter } from '../commands/take-matter.ts'
import { district, districtPath, file, on, openNeighbourhood, recordOf, run, type Neighbourhood } from '../testing.ts'
import { matterTimers } from './clock.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const sweep = (at: Date) => sweepTimers(n.db, () => clockActor(district, districtPath), matterTimers(() => districtPath), at)

test('[M48] given a day that the street declares off, then open matters are due a day later, with an act, and others are left alone', async () => {
  const [open, taken] = [await file(n), await file(n)]
  await run(n, n.as('captain'), on(20, '11:00'), takeMatter, { id: taken.id })
  expect((await recordOf(n, taken.id)).row).toMatchObject({ due_kind: 'finish', due: on(25, '17:30') })
  const actor = n.as('street')
  const done = await runCommand(n.db, actor, on(20, '12:00'), undefined, (tx) => saveCalendarDay({ tx, actor, at: on(20, '12:00') },
    { day: '2026-11-24', work: false, name: '停电检修', source: '街道通知（演示）' }))
  expect(done.ok).toBe(true)
  await sweep(on(20, '12:00'))
  const after = await recordOf(n, taken.id)
  expect(after.row).toMatchObject({ due_kind: 'finish', due: on(26, '17:30') })
  expect([after.acts.at(-1), after.facts.at(-1)]).toEqual(['recount', { clocks: 2 }])
  expect(after.timers).toEqual([{ step: 'warn', due: on(26, '9:00').toISOString() }]) // in the morning of its new last day
  expect((await recordOf(n, open.id)).row).toMatchObject({ due_kind: 'sign', due: on(20, '16:10') }) // signing ends before that day
  await sweep(on(20, '12:01'))
  expect((await recordOf(n, taken.id)).acts.filter((act) => act === 'recount')).toHaveLength(1)
})

test('[M48] given a whistle, when a day is declared off, then each department’s part says the same time as its clock', async () => {
  const { id } = await file(n)
  await run(n, n.as('secretary'), on(20, '11:00'), blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [{ org: n.org('police'), task: '维持秩序' }] })
  const parts = async () => (await n.database.pool('linli_owner').query<{ org: string; finish_by: Date }>(
    'select org, finish_by from matter_party where matter = $1 and finish_by is not null order by org', [id])).rows
  const clocks = async () => (await recordOf(n, id)).row.clocks as { stage: string; org: string | null; due: number }[] // as the ledger left them
  const dueOf = async (org: string) => (await clocks()).find((clock) => clock.stage === 'finish' && clock.org === org)?.due
  const before = await parts()
  expect(before.length).toBe(2)
  const actor = n.as('street')
  await runCommand(n.db, actor, on(20, '12:30'), undefined, (tx) => saveCalendarDay({ tx, actor, at: on(20, '12:30') },
    { day: '2026-11-25', work: false, name: '台风停工', source: '街道通知（演示）' }))
  await sweep(on(20, '12:31'))
  const after = await parts()
  expect(after.map(({ finish_by: due }) => due)).not.toEqual(before.map(({ finish_by: due }) => due))
  for (const { org, finish_by: due } of after) expect([org, due.getTime()]).toEqual([org, await dueOf(org)])
})
