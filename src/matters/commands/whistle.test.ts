import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { listCards } from '../views/cards.ts'
import { file, followerOf, later, on, openNeighbourhood, recordOf, run, sees, start, told, type Neighbourhood, type PostKey } from '../testing.ts'
import { assignMatter } from './assign-matter.ts'
import { blowWhistle, type BlowWhistle } from './blow-whistle.ts'
import { enterVerdict } from './enter-verdict.ts'
import { finishMatter } from './finish-matter.ts'
import { handOverMatter } from './hand-over-matter.ts'
import { logWork } from './log-work.ts'
import { reportIn } from './report-in.ts'
import { takeMatter } from './take-matter.ts'
import { verifyMatter } from './verify-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

type Given = { readonly id: string; readonly lead?: string; readonly supports?: readonly string[]; readonly situation?: string }
const call = ({ id, lead = 'enforcement', supports = ['police'], situation = 'joint_enforcement' }: Given): BlowWhistle => ({
  id, situation, plan: 'shared_plan', difficulty: '社区没有执法权', lead: { org: n.org(lead), task: '现场查处' },
    supports: supports.map((key) => ({ org: n.org(key), task: '维持秩序' })),
})
const blow = async (key: PostKey, given: Given, at = start): Promise<string> => told(await run(n, n.as(key), at, blowWhistle, call(given)))
const done = { outcome: 'solved', note: '已拆除' } as const
const inbox = async (key: PostKey): Promise<string[]> => (await withScope(n.db, n.as(key),
  (tx) => listCards(tx, n.as(key), { tab: 'mine', limit: 100 }))).items.map(({ id }) => id)
const partiesOf = async (id: string) =>
  (await n.database.pool('linli_owner').query(
    'select org, role, state, report_by, finish_by, reported_at, finished_at from matter_party where matter = $1', [id],
  )).rows
const partyOf = async (id: string, key: string) => (await partiesOf(id)).find(({ org }) => org === n.org(key))

test('[M12] given a street stall under building 3, when the secretary blows, then lead and support see it, each with its deadlines, and nobody else newly does', async () => {
  const { id } = await file(n)
  expect(await sees(n, n.as('enforcement'), id)).toBe(false)
  expect(await blow('secretary', { id }, later(1))).toBe('whistled')
  for (const key of ['enforcement', 'enforcementHead', 'police'] as const) expect([await sees(n, n.as(key), id), await inbox(key)]).toEqual([true,
    expect.arrayContaining([id])])
  for (const key of ['water', 'firm', 'owners', 'secretary2'] as const) expect(await sees(n, n.as(key), id)).toBe(false)
  expect(await partyOf(id, 'enforcement')).toMatchObject({ role: 'lead', state: 'asked', report_by: on(20, '17:10'), finish_by: on(27, '17:30') })
  expect(await partyOf(id, 'police')).toMatchObject({ role: 'support', state: 'asked', report_by: on(20, '19:40'), finish_by: on(28, '0:00') })
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ state: 'whistled', held_by: n.org('enforcement'), situation: 'joint_enforcement', due: on(20, '17:10'),
    due_kind: 'report_in', accountable: n.org('community') })
  expect(held.row.parties).toEqual([n.org('enforcement'), n.org('police')].sort())
  expect(held.facts.at(-1)).toMatchObject({ situation: 'joint_enforcement', lead: n.org('enforcement'), supports: 1, pack: 'whistle:2026-demo-2' })
  expect(held.notices.filter(({ template }) => template === 'matter.whistled').map(({ recipient }) =>
    recipient).sort()).toEqual([`org:${n.org('enforcement')}`, `org:${n.org('police')}`].sort())
})

test('[M12] only posts of the pack blow, and only for the situation that is theirs', async () => {
  const { id } = await file(n)
  for (const key of ['captain', 'branch', 'street'] as const) expect([key, await blow(key, { id })]).toEqual([key, 'not_yours'])
  for (const key of ['grid', 'worker'] as const) expect([key, await blow(key, { id })]).toEqual([key, 'may_not_blow'])
  expect(await blow('secretary', { id, situation: 'because' })).toBe('no_such_situation')
  expect(await blow('grid', { id, situation: 'emergency' }, later(1))).toBe('whistled')
  expect((await recordOf(n, id)).row.due).toEqual(later(1.5))
})

test('[M12] [M14] a utility, a firm and a committee hear no whistle, neither as lead nor as support, and nobody is asked twice', async () => {
  const { id } = await file(n)
  for (const key of ['water', 'firm', 'owners', 'community', 'street', 'branch']) {
    expect([key, await blow('secretary', { id, lead: key, supports: [] })]).toEqual([key, 'wrong_party'])
    expect([key, await blow('secretary', { id, supports: ['police', key] })]).toEqual([key, 'wrong_party'])
  }
  expect(await blow('secretary', { id, supports: ['enforcement'] })).toBe('twice')
  expect((await recordOf(n, id)).row).toMatchObject({ state: 'filed', version: 1, parties: [] })
})

test('[M13] given a whistle, when the lead reports in, then the finishing deadline runs; a support reports in for itself only', async () => {
  const { id } = await file(n)
  await blow('deputy', { id })
  expect(told(await run(n, n.as('enforcement'), later(1), finishMatter, { id, ...done }))).toBe('not_yours')
  expect(told(await run(n, n.as('enforcement'), later(1), logWork, { id, note: '还没去' }))).toBe('not_yours')
  expect(told(await run(n, n.as('police'), later(1), reportIn, { id, note: '人已到场' }))).toBe('whistled')
  expect((await recordOf(n, id)).row).toMatchObject({ due: on(20, '16:10'), due_kind: 'report_in' })
  expect(told(await run(n, n.as('enforcement'), later(2), reportIn, { id, note: '人已到场' }))).toBe('whistled')
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ due: on(27, '17:30'), due_kind: 'finish' })
  expect(held.facts.at(-1)).toEqual({ minutes: 120 })
  expect(told(await run(n, n.as('enforcement'), later(2), reportIn, { id, note: '再报一次' }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), later(2), reportIn, { id, note: '我来报' }))).toBe('not_yours')
  expect(told(await run(n, n.as('enforcementHead'), later(3), logWork, { id, note: '劝离摊主' }))).toBe('whistled')
})

test('[M9] [M15] [M16] given a whistle at work, the support finishes its part, the lead ends it, no station verifies it, another community worker does', async () => {
  const { id } = await file(n)
  await blow('secretary', { id })
  for (const key of ['enforcement', 'police'] as const) await run(n, n.as(key), later(1), reportIn, { id, note: '人已到场' })
  expect(told(await run(n, n.as('police'), later(2), finishMatter, { id, ...done }))).toBe('whistled')
  expect(await partyOf(id, 'police')).toMatchObject({ state: 'finished', finished_at: later(2) })
  expect(told(await run(n, n.as('police'), later(2), finishMatter, { id, ...done }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), later(2), finishMatter, { id, ...done }))).toBe('not_yours')
  expect(told(await run(n, n.as('enforcement'), later(3), finishMatter, { id, ...done }))).toBe('finished')
  for (const key of ['enforcement', 'enforcementHead', 'police'] as const) expect(told(await run(n, n.as(key), later(4), verifyMatter,
    { id, pass: true, note: '' }))).toBe('not_yours')
  expect(told(await run(n, n.as('worker'), later(4), verifyMatter, { id, pass: true, note: '' }))).toBe('answered')
  expect(told(await run(n, n.as('worker'), later(5), enterVerdict, { id, reached: true, solved: true, satisfied: 'yes', said: '',
    via: 'door' }))).toBe('not_yours')
  expect(told(await run(n, n.as('enforcementHead'), later(5), enterVerdict, { id, reached: true, solved: true, satisfied: 'yes', said: '',
    via: 'door' }))).toBe('not_yours')
  expect(told(await run(n, n.as('street'), later(5), enterVerdict, { id, reached: true, solved: true, satisfied: 'yes', said: '',
    via: 'door' }))).toBe('closed')
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'whistle', 'report_in', 'report_in', 'finish', 'finish', 'verify', 'verdict'])
})

test('[M15] given work of a whistle that does not stand, then the lead is at work again and may finish it', async () => {
  const { id } = await file(n)
  await blow('secretary', { id, supports: [] })
  await run(n, n.as('enforcement'), later(1), reportIn, { id, note: '人已到场' })
  await run(n, n.as('enforcement'), later(2), finishMatter, { id, ...done })
  expect(told(await run(n, n.as('grid'), later(3), verifyMatter, { id, pass: false, reason: 'came_back', note: '又摆出来了' }))).toBe('whistled')
  expect(await partyOf(id, 'enforcement')).toMatchObject({ role: 'lead', state: 'reported' })
  expect(told(await run(n, n.as('enforcement'), later(4), finishMatter, { id, ...done }))).toBe('finished')
})

test('[M16] given a whistle that did not satisfy, it reopens with the community; who gets it next has it alone, and a rejected end goes back to them and not to the old lead', async () => {
  const { id } = await file(n)
  await blow('secretary', { id })
  for (const key of ['enforcement', 'police'] as const) await run(n, n.as(key), later(1), reportIn, { id, note: '人已到场' })
  await run(n, n.as('enforcement'), later(2), finishMatter, { id, ...done })
  await run(n, n.as('worker'), later(3), verifyMatter, { id, pass: true, note: '' })
  expect(told(await run(n, followerOf(id), later(4), enterVerdict, { id, reached: true, solved: false, satisfied: 'no', said: '',
    via: 'follow' }))).toBe('filed')
  expect((await partiesOf(id)).filter(({ role }) => role !== 'verify').map(({ state }) => state).sort()).toEqual(['finished', 'released'])
  for (const key of ['enforcement', 'police'] as const) {
    expect(told(await run(n, n.as(key), later(5), takeMatter, { id }))).toBe('not_yours')
    expect(told(await run(n, n.as(key), later(5), finishMatter, { id, ...done }))).toBe('not_yours')
  }
  await run(n, n.as('secretary'), later(6), assignMatter, { id, org: n.org('firm'), note: '请物业巡查', hours: 24 })
  await run(n, n.as('firm'), later(7), finishMatter, { id, ...done })
  expect(told(await run(n, n.as('grid'), later(8), verifyMatter, { id, pass: false, reason: 'not_done', note: '没有去巡查' }))).toBe('taken')
  expect(told(await run(n, n.as('firm'), later(9), finishMatter, { id, ...done }))).toBe('finished')
})

test('[M12] given a second whistle in a second round, then the same station is asked anew, with nothing left of the first', async () => {
  const { id } = await file(n)
  await blow('secretary', { id, supports: [] })
  await run(n, n.as('enforcement'), later(1), reportIn, { id, note: '人已到场' })
  await run(n, n.as('enforcement'), later(2), finishMatter, { id, ...done })
  await run(n, n.as('worker'), later(3), verifyMatter, { id, pass: true, note: '' })
  await run(n, followerOf(id), later(4), enterVerdict, { id, reached: true, solved: false, satisfied: 'no', said: '', via: 'follow' })
  expect(await blow('secretary', { id, supports: [] }, later(5))).toBe('whistled')
  expect(await partyOf(id, 'enforcement')).toMatchObject({ role: 'lead', state: 'asked', reported_at: null, finished_at: null, report_by: on(23, '11:10') })
  expect(told(await run(n, n.as('enforcement'), later(6), reportIn, { id, note: '又到场' }))).toBe('whistled')
  expect((await recordOf(n, id)).facts.at(-1)).toEqual({ minutes: 60 })
})

test('[M12] [M8] while stations are called, the matter is neither handed over nor assigned nor whistled again', async () => {
  const { id } = await file(n)
  await blow('secretary', { id })
  expect(await blow('secretary', { id })).toBe('wrong_state')
  expect(told(await run(n, n.as('secretary'), later(1), handOverMatter, { id, to: 'community', reason: 'no_power',
    note: '收回自己办' }))).toBe('wrong_state')
  expect(told(await run(n, n.as('secretary'), later(1), assignMatter, { id, org: n.org('firm'), note: '请办', hours: 4 }))).toBe('wrong_state')
})
