import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { sweepTimers } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { blowWhistle } from '../commands/blow-whistle.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { reportIn } from '../commands/report-in.ts'
import { matterTimers } from '../jobs/clock.ts'
import { district, districtPath, file, on, openNeighbourhood, run, start, type Neighbourhood, type PostKey } from '../testing.ts'
import { listSupervised } from './supervision.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const clock = clockActor(district, districtPath)
const sweep = (at: Date): Promise<number> => sweepTimers(n.db, () => clock, matterTimers(() => districtPath), at)
const list = async (key: PostKey, at: Date) => (await withScope(n.db, n.as(key), (tx) => listSupervised(tx, n.as(key), { limit: 100 }, at))).items

const one = async (id: string, at: Date) => (await list('street', at)).find((card) => card.id === id)

test('[M19] what nobody took stands with whoever has it, since when and since what hour; another community does not see it', async () => {
  const { id } = await file(n)
  for (const at of [on(20, '16:10'), on(23, '9:40')]) await sweep(at)
  expect(await one(id, on(23, '10:00'))).toMatchObject({
    dueKind: 'sign', supervisedAt: on(23, '9:40').toISOString(), late: [{ name: '楼栋长联合会', kind: 'team', post: '3号楼楼栋长', by: on(20, '16:10').toISOString() }],
  })
  expect((await list('secretary', on(23, '10:00'))).map((card) => card.id)).toContain(id)
  expect((await list('secretary2', on(23, '10:00'))).map((card) => card.id)).not.toContain(id)
})

test('[M19] of a whistle only the parties past their own hour are late', async () => {
  const { id } = await file(n)
  const [lead, support] = [n.org('enforcement'), n.org('police')]
  const difficulty = '没有执法权'
  await run(n, n.as('secretary'), start, blowWhistle, {
    id, situation: 'joint_enforcement', difficulty, lead: { org: lead, task: '查处' }, supports: [{ org: support, task: '配合' }],
  })
  await sweep(on(20, '16:10'))
  await run(n, n.as('police'), on(20, '16:30'), reportIn, { id, note: '人已到场' })
  await sweep(on(23, '9:40'))
  expect((await one(id, on(23, '10:00')))?.late).toMatchObject([{ name: '街道综合行政执法队', kind: 'station', post: null }])
})

test('[M15] [M19] after the work the community that has to verify it is late, not those who did it', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), start, finishMatter, { id, outcome: 'solved', note: '搬走了' })
  for (const at of [on(25, '9:00'), on(25, '11:00')]) await sweep(at)
  expect((await one(id, on(25, '12:00')))?.late).toMatchObject([{ name: '梧桐里社区居委会', kind: 'community', post: null }])
})
