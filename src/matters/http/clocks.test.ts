import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignMatter } from '../commands/assign-matter.ts'
import { blowWhistle } from '../commands/blow-whistle.ts'
import { contactReporter } from '../commands/contact-reporter.ts'
import { enterVerdict } from '../commands/enter-verdict.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { suspendMatter } from '../commands/suspend-matter.ts'
import { takeMatter } from '../commands/take-matter.ts'
import { verifyMatter } from '../commands/verify-matter.ts'
import { file, later, run, start, sure, type Neighbourhood, type PostKey } from '../testing.ts'
import type { ClockExplained } from '../views/clocks.ts'
import { follow, openRoutes, type Asked } from './routes.testing.ts'

let asked: Asked
let n: Neighbourhood
beforeAll(async () => { asked = await openRoutes(); n = asked.n })
afterAll(async () => { await asked.close() })

async function clocksOf(key: PostKey, id: string): Promise<readonly ClockExplained[]> {
  asked.as(key)
  const reply = await asked.send('GET', `/matters/${id}/clocks`)
  expect([key, reply.statusCode]).toEqual([key, 200])
  return reply.json<{ items: ClockExplained[] }>().items
}
const forReporter = async (id: string): Promise<readonly ClockExplained[]> =>
  (await asked.send('GET', '/followed/clocks', undefined, follow(id))).json<{ items: ClockExplained[] }>().items
const stages = (clocks: readonly ClockExplained[]) => clocks.map(({ stage, state }) => `${stage} ${state}`)
const whistled = async (): Promise<string> => {
  const { id } = await file(n, { phone: '13800138000' })
  sure(await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [{ org: n.org('police'), task: '到场' }] }))
  return id
}

test('[M18] a matter has the clocks of its stages at once, each explained day by day with its source', async () => {
  const { id } = await file(n, { phone: '13800138000' })
  const clocks = await clocksOf('secretary', id)
  expect(stages(clocks)).toEqual(['sign running', 'contact running', 'finish running', 'reply running'])
  for (const { stage, due, explain, events } of clocks) {
    expect([stage, explain?.due]).toEqual([stage, due])
    expect(events.map(({ kind, said }) => [kind, said.zh])).toEqual([['start', '报来了，开始算']])
    expect(explain?.sources[0]?.law).toContain('办理时限')
    expect(explain?.sentence.zh).toMatch(/工作/)
  }
  const finish = clocks.find(({ stage }) => stage === 'finish')
  expect(finish?.explain?.steps[0]).toMatchObject({ day: '2026-11-20', kind: 'start' })
  expect(finish?.explain?.steps.filter(({ kind }) => kind === 'off').map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22'])
})

test('[M18] a clock that was stopped says when and why, and the detail carries the same clocks', async () => {
  const { id } = await file(n, { phone: '13800138000' })
  sure(await run(n, n.as('captain'), later(1), takeMatter, { id }))
  sure(await run(n, n.as('grid'), later(2), contactReporter, { id, via: 'phone', note: '' }))
  const clocks = await clocksOf('captain', id)
  expect(stages(clocks)).toEqual(['sign ended', 'contact ended', 'finish running', 'reply running'])
  expect(clocks[0]).toMatchObject({ endedAt: later(1).toISOString(), events: [{ kind: 'start' }, { kind: 'stop', said: { zh: '接了，停表' } }] })
  const detail = (await asked.send('GET', `/matters/${id}`)).json<{ clocks: object[] }>()
  expect(detail.clocks).toEqual(clocks.map(({ events: _events, explain: _explain, ...clock }) => clock))
})

test('[M18] staff of another place find no clocks, nor does who follows another matter', async () => {
  const { id } = await file(n)
  for (const key of ['secretary2', 'grid5', 'firm', 'captain7', 'power'] as const) {
    asked.as(key)
    expect([key, (await asked.send('GET', `/matters/${id}/clocks`)).statusCode]).toEqual([key, 404])
  }
  asked.as(null)
  expect((await asked.send('GET', `/matters/${id}/clocks`)).statusCode).toBe(401)
  expect((await asked.send('GET', '/followed/clocks')).statusCode).toBe(404)
  expect((await asked.send('GET', '/followed/clocks', undefined, follow(n.org('water')))).statusCode).toBe(404)
})

test('[M18] a party sees its own deadlines, the holder’s and the matter’s; who answers to the resident sees all', async () => {
  const id = await whistled()
  const seen = async (key: PostKey) => (await clocksOf(key, id)).filter(({ org }) => org !== null).map(({ stage, name }) => `${stage} ${name ?? ''}`)
  const [lead, support] = [['report_in 街道综合行政执法队', 'finish 街道综合行政执法队'], ['report_in 桐荫派出所', 'finish 桐荫派出所']]
  expect((await seen('secretary')).sort()).toEqual([...lead, ...support].sort())
  expect((await seen('enforcement')).sort()).toEqual([...lead].sort())
  expect((await seen('police')).sort()).toEqual([...lead, ...support].sort())
  const [own] = (await clocksOf('police', id)).filter(({ org, stage }) => org === n.org('police') && stage === 'report_in')
  expect(own).toMatchObject({ name: '桐荫派出所', pace: { amount: 8, unit: 'working_hour' } })
  expect(own?.explain?.sources[0]).toEqual({ law: '桐荫街道吹哨报到办法（演示）2026版', article: '第五条' })
})

test('[M18] a resident sees what concerns them: no reporting in, no deadline of a supporting station, and until when in the same words', async () => {
  const id = await whistled()
  const clocks = await forReporter(id)
  expect(new Set(clocks.map(({ stage }) => stage))).toEqual(new Set(['sign', 'contact', 'finish', 'reply']))
  expect(clocks.every(({ org }) => org === null || org === n.org('enforcement'))).toBe(true)
  const page = (await asked.send('GET', '/followed', undefined, follow(id))).json<{ due: string; dueKind: string; clocks: { stage: string }[] }>()
  expect(page.clocks.map(({ stage }) => stage)).toEqual(clocks.map(({ stage }) => stage))
  expect(['contact', 'finish', 'reply']).toContain(page.dueKind)
  expect(page.due).toBe(clocks.find(({ stage }) => stage === page.dueKind)?.due)
})

test('[M18] a second round shows its own clocks alone', async () => {
  const { id } = await file(n)
  sure(await run(n, n.as('captain'), later(1), finishMatter, { id, outcome: 'solved', note: '好了' }))
  sure(await run(n, n.as('grid'), later(2), verifyMatter, { id, pass: true, note: '' }))
  expect(stages(await clocksOf('captain', id))).toEqual(['sign ended', 'finish ended', 'reply ended', 'verify ended', 'verdict running'])
  sure(await run(n, n.as('secretary'), later(3), enterVerdict, { id, reached: true, solved: false, satisfied: 'no', said: '还坏着', via: 'door' }))
  expect(stages(await clocksOf('captain', id))).toEqual(['sign running', 'finish running', 'reply running'])
})

test('[M18] a time that an assignment sets is the one explained', async () => {
  const { id } = await file(n)
  sure(await run(n, n.as('secretary'), later(1), assignMatter, { id, org: n.org('firm'), note: '请修', finish: { amount: 1, unit: 'working_day' } }))
  const finish = (await clocksOf('firm', id)).find(({ stage }) => stage === 'finish')
  expect(finish?.pace).toEqual({ amount: 1, unit: 'working_day' })
  expect(finish?.events.at(-1)).toMatchObject({ kind: 'start', said: { zh: '派出去，重新算' } })
})

test('[M18] what is put aside stands still, says since when, and rests on its way to the money', async () => {
  const { id } = await file(n)
  sure(await run(n, n.as('captain'), later(1), takeMatter, { id }))
  sure(await run(n, n.as('secretary'), later(2), suspendMatter, { id, path: 'repair_fund', reviewOn: '2026-12-18', note: '等业主表决' }))
  const clocks = await clocksOf('secretary', id)
  expect(stages(clocks)).toEqual(['sign ended', 'finish paused', 'reply paused', 'review running'])
  const finish = clocks.find(({ stage }) => stage === 'finish')
  expect(finish?.events.map(({ said }) => said.zh)).toEqual(['报来了，开始算', '挂账，暂停计时'])
  expect(finish?.explain).toMatchObject({ due: null })
  expect(clocks.find(({ stage }) => stage === 'review')?.explain?.sources[0]?.law).toBe('《中华人民共和国民法典》')
})
