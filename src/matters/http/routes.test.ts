import { afterAll, beforeAll, expect, test } from 'vitest'
import { blowWhistle } from '../commands/blow-whistle.ts'
import { askExtension } from '../commands/extend-time.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { objectToDispatch } from '../commands/object-to-dispatch.ts'
import { sendSlip } from '../commands/send-slip.ts'
import { suspendMatter } from '../commands/suspend-matter.ts'
import { takeMatter } from '../commands/take-matter.ts'
import { verifyMatter } from '../commands/verify-matter.ts'
import { building3, file, recordOf, run, sendPhoto, start, type Neighbourhood, type PostKey } from '../testing.ts'
import { openRoutes, type Asked, type Method } from './routes.testing.ts'

let asked: Asked
let n: Neighbourhood
beforeAll(async () => { asked = await openRoutes(); n = asked.n })
afterAll(async () => { await asked.close() })
const as = (key: PostKey | null): void => asked.as(key)
const send: Asked['send'] = (...call) => asked.send(...call)

const fresh = async (): Promise<string> => (await file(n)).id
const finished = async (): Promise<string> => { const id = await fresh(); await run(n, n.as('captain'), start, finishMatter,
  { id, outcome: 'solved', note: '好了' }); return id }
const answered = async (): Promise<string> => { const id = await finished(); await run(n, n.as('grid'), start, verifyMatter,
  { id, pass: true, note: '' }); return id }
const whistled = async (): Promise<string> => {
  const id = await fresh()
  await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [] })
  return id
}
const taken = async (): Promise<string> => { const id = await fresh(); await run(n, n.as('captain'), start, takeMatter, { id }); return id }
const slipped = async (): Promise<string> => { const id = await fresh(); await run(n, n.as('grid'), start, sendSlip,
  { id, org: n.org('water'), note: '请看', urgent: false }); return id }
const objected = async (): Promise<string> => { const id = await whistled(); await run(n, n.as('enforcement'), start, objectToDispatch,
  { id, ground: 'other_owner', note: '产权归供水公司' }); return id }
const suspended = async (): Promise<string> => { const id = await taken(); await run(n, n.as('captain'), start, suspendMatter,
  { id, path: 'warranty', reviewOn: '2026-12-10', note: '等保修' }); return id }
const asked3 = async (): Promise<string> => { const id = await taken(); await run(n, n.as('captain'), start, askExtension,
  { id, days: 3, note: '要等配件' }); return id }
const station = () => ({ org: n.org('enforcement'), task: '查处' })
const note = { note: '一句话' }
let other = '1120-ZZZZ'
const joined = async (): Promise<string> => (await file(n, { join: (await file(n)).number })).id

type MoveCase = {
  readonly ready: () => Promise<string>; readonly body: () => object; readonly right: PostKey; readonly wrong: PostKey; readonly code?: string
}
/** For each move: a matter on which it may be made, a post that makes it, and one that sees the matter and may not. */
const MOVE_CASES: Readonly<Record<string, MoveCase>> = {
  'take': { ready: fresh, body: () => ({}), right: 'captain', wrong: 'secretary' },
  'contact': { ready: fresh, body: () => ({ via: 'phone', ...note }), right: 'grid', wrong: 'branch' },
  'visit-tried': { ready: answered, body: () => ({}), right: 'secretary', wrong: 'captain' },
  'object': { ready: whistled, body: () => ({ ground: 'other_owner', note: '产权归供水公司' }), right: 'enforcement', wrong: 'secretary' },
  'rule': { ready: objected, body: () => ({ ruling: 'rejected', owner: n.org('enforcement'), why: '在你方职责内', basis: '城管条例第三条' }),
    right: 'street', wrong: 'secretary' },
  'suspend': { ready: taken, body: () => ({ path: 'warranty', reviewOn: '2026-12-10', ...note }), right: 'captain', wrong: 'branch' },
  'resume': { ready: suspended, body: () => note, right: 'captain', wrong: 'branch' },
  'ask-extension': { ready: taken, body: () => ({ days: 3, note: '要等配件' }), right: 'captain', wrong: 'branch' },
  'decide-extension': { ready: asked3, body: () => ({ granted: true }), right: 'secretary', wrong: 'captain' },
  'finish': { ready: taken, body: () => note, right: 'captain', wrong: 'grid' },
  'hand-over': { ready: fresh, body: () => ({ to: 'grid', reason: 'no_power', note: '要网格来定' }), right: 'captain', wrong: 'grid' },
  'assign': { ready: fresh, body: () => ({ org: n.org('firm'), ...note }), right: 'secretary', wrong: 'grid' },
  'whistle': { ready: fresh, body: () => ({ situation: 'joint_enforcement', difficulty: '没有执法权', lead: station() }), right: 'secretary',
    wrong: 'grid', code: 'may_not_blow' },
  'slip': { ready: fresh, body: () => ({ org: n.org('water'), ...note }), right: 'grid', wrong: 'captain' },
  'slip-answer': { ready: slipped, body: () => ({ org: n.org('water'), ...note }), right: 'water', wrong: 'captain' },
  'report-in': { ready: whistled, body: () => note, right: 'enforcement', wrong: 'secretary' },
  'log': { ready: taken, body: () => note, right: 'captain', wrong: 'secretary' },
  'verify': { ready: finished, body: () => ({ pass: true }), right: 'grid', wrong: 'captain' },
  'verdict': { ready: answered, body: () => ({ reached: true, solved: true, satisfied: 'yes' }), right: 'secretary', wrong: 'grid' },
  'join': { ready: async () => { other = (await file(n)).number; return fresh() }, body: () => ({ to: other }), right: 'secretary', wrong: 'captain' },
  'unjoin': { ready: joined, body: () => ({}), right: 'secretary', wrong: 'captain' },
  'split': { ready: fresh, body: () => ({ words: '楼道灯也不亮', category: 'lighting' }), right: 'secretary', wrong: 'captain' },
  'tell': { ready: fresh, body: () => ({ via: 'door' }), right: 'grid', wrong: 'street' },
  'note': { ready: fresh, body: () => note, right: 'branch', wrong: 'captain', code: 'ok' },
  'title': { ready: fresh, body: () => ({ title: '楼道堆物' }), right: 'secretary', wrong: 'captain' },
  'release-photo': { ready: async () => (await file(n, { photos: [await sendPhoto(n)] })).id,
    body: () => ({ photo: n.org('water'), released: true }), right: 'secretary', wrong: 'captain' },
  'remind': { ready: fresh, body: () => ({}), right: 'street', wrong: 'captain' },
  'supervise': { ready: fresh, body: () => ({}), right: 'street', wrong: 'secretary' },
}
const STAFF_READS = ['GET /matters', 'GET /matters/counts', 'GET /matters/:id', 'GET /matters/:id/clocks', 'GET /matters/:id/parties', 'GET /supervision',
  'GET /rulings', 'GET /suspended', 'GET /return-visits', 'GET /unhappy-twice', 'GET /bulk/:id',
  'GET /matters/:id/precedents', 'GET /drafts', 'GET /events', 'GET /posts/:id/open-work']
const STAFF_WRITES = ['POST /matters/:id/reveal', 'POST /drafts', 'POST /drafts/:id/file', 'DELETE /drafts/:id', 'POST /drafts/answer',
  'POST /bulk', 'POST /bulk/:id/stop', 'POST /bulk/:id/resume']
const OPEN = ['POST /matters', 'GET /doors/:door', 'GET /places/:id/report', 'GET /boards/:compound', 'GET /boards/:compound/photos/:id',
  'GET /photos/:id', 'POST /photos', 'POST /receipts/open', 'POST /receipts/confirm', 'POST /receipts/link', 'POST /followed/accept']
/** Asked in rate-routes.test.ts. */
const RATES = ['GET /rates', 'GET /rates/visits', 'GET /rates/exclusions', 'POST /matters/:id/exclusion', 'POST /matters/:id/exclusion-decision']
/** Asked in answer-routes.test.ts. */
const WHISTLES = ['POST /matters/:id/answer-link', 'POST /matters/:id/type-in', 'POST /matters/:id/number', 'POST /matters/:id/outside-update',
  'POST /matters/:id/rate', 'POST /matters/:id/review', 'GET /matters/:id/whistle', 'GET /whistles', 'POST /whistle-reviews/:id/done', 'GET /stuck',
  'POST /stuck/:id/retry', 'GET /whistle-list', 'POST /whistle-list', 'POST /answer/open', 'POST /answer']
const FOLLOWER = ['GET /followed', 'GET /followed/clocks', 'GET /followed/receipt', 'POST /followed/note', 'POST /followed/verdict', 'POST /followed/withdraw',
  'POST /followed/board']
/** Asked in join-routes.test.ts. */
const JOINING = ['POST /similar', 'GET /matters/:id/similar', 'GET /matters/:id/joined', 'GET /followed/joined', 'POST /followed/unjoin', 'POST /followed/other']
/** Asked in joint-routes.test.ts. */
const JOINT = ['GET /joint-boards', 'GET /joint-boards/:compound', 'POST /joint-items', 'POST /joint-items/:id/move', 'POST /joint-items/:id/result',
  'POST /joint-meetings']

test('every route of matters stands in one of the tables of this file', () => {
  const known = [...JOINING, ...JOINT, ...STAFF_READS, ...STAFF_WRITES, ...OPEN, ...FOLLOWER, ...RATES, ...WHISTLES,
    ...Object.keys(MOVE_CASES).map((move) => `POST /matters/:id/${move}`)].map((one) => one.replace(' ', ' /api/v1'))
  expect([...new Set(asked.routes)].sort()).toEqual(known.sort())
})

test('strangers are signed out at every staff route, whatever they send', async () => {
  as(null)
  const id = await fresh()
  const calls: [Method, string, object | undefined][] = [...Object.entries(MOVE_CASES).map(([move, { body }]): [Method, string, object] => ['POST',
    `/matters/${id}/${move}`, body()]),
    ['GET', '/matters', undefined], ['GET', '/matters/counts', undefined], ['GET', `/matters/${id}`, undefined],
      ['GET', `/matters/${id}/clocks`, undefined],
      ['GET', `/matters/${id}/parties`, undefined], ['GET', '/supervision', undefined], ['GET', '/rulings', undefined],
      ['GET', '/return-visits', undefined], ['GET', `/bulk/${id}`, undefined], ['POST', `/bulk/${id}/stop`, {}],
      ['POST', `/bulk/${id}/resume`, {}],
      ['POST', '/bulk', { move: 'remind', input: {}, ids: [id] }], ['GET', '/unhappy-twice', undefined], ['GET', '/suspended', undefined],
      ['GET', `/matters/${id}/precedents`, undefined],
    ['GET', `/posts/${id}/open-work`, undefined], ['GET', '/joint-boards', undefined],
    ['GET', '/drafts', undefined], ['GET', '/events', undefined], ['POST', `/matters/${id}/reveal`, { field: 'phone', purpose: 'call_back' }],
      ['POST', '/drafts', { text: '张三: 楼道灯坏了' }],
    ['POST', `/drafts/${id}/file`, { place: id, category: 'lighting', words: '灯坏了', onBoard: false }], ['DELETE', `/drafts/${id}`, undefined],
      ['POST', '/drafts/answer', { items: [] }]]
  for (const [method, url, body] of calls) {
    const reply = await send(method, url, body)
    expect([url, reply.statusCode, reply.json().code]).toEqual([url, 401, 'signed_out'])
  }
  expect((await recordOf(n, id)).acts).toEqual(['filed'])
})

test.each(Object.entries(MOVE_CASES))('POST /matters/:id/%s is not found elsewhere, refused to the wrong post with a reason, then done',
  async (move, { ready, body, right, wrong, code = 'not_yours' }) => {
  const id = await ready()
  let sent = body()
  if (move === 'release-photo') sent = { photo: (await n.database.pool('linli_owner').query('select id from photo where matter = $1',
    [id])).rows[0].id, released: true }
  const url = `/matters/${id}/${move}`
  const before = (await recordOf(n, id)).acts.length
  for (const elsewhere of ['secretary2', 'grid5', 'firm2', 'power'] as const) {
    as(elsewhere)
    expect([elsewhere, (await send('POST', url, sent)).statusCode]).toEqual([elsewhere, 404])
  }
  as(right)
  expect((await send('POST', `/matters/${n.org('water')}/${move}`, sent)).statusCode).toBe(404)
  expect((await send('POST', `/matters/nonsense/${move}`, sent)).statusCode).toBe(400)
  expect((await send('POST', url, { ...sent, surprise: 1 })).statusCode).toBe(400)
  if (code !== 'ok') {
    as(wrong)
    const refused = await send('POST', url, sent)
    expect([refused.statusCode, refused.json().code, refused.headers['content-type']]).toEqual([422, code,
      expect.stringContaining('application/problem+json')])
    expect(refused.json().explain.zh).toMatch(/[一-鿿]/)
  }
  expect((await recordOf(n, id)).acts).toHaveLength(before)
  as(right)
  expect((await send('POST', url, { ...sent, version: 900 })).statusCode).toBe(409)
  const done = await send('POST', url, sent)
  expect([done.statusCode, done.json()]).toEqual([200, { id, state: (await recordOf(n, id)).row.state,
    version: (await recordOf(n, id)).row.version }])
  expect((await recordOf(n, id)).acts.length).toBeGreaterThan(before)
})

test('a repeated key is answered the same and acts once, with another body it is refused', async () => {
  as('captain')
  const id = await fresh()
  const again = () => send('POST', `/matters/${id}/note`, note, { 'idempotency-key': 'one-and-the-same' })
  const first = await again()
  expect((await again()).json()).toEqual(first.json())
  const other = await send('POST', `/matters/${id}/note`, { note: '另一句' }, { 'idempotency-key': 'one-and-the-same' })
  expect([other.statusCode, other.json().code]).toEqual([409, 'key_reused'])
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'note'])
})

test('reading: a matter, its parties and the lists are found in reach only', async () => {
  const id = await fresh()
  for (const [key, status] of [['grid5', 404], ['firm', 404], ['captain7', 404], ['captain', 200], ['secretary', 200], ['street', 200]] as const) {
    as(key)
    expect([key, (await send('GET', `/matters/${id}`)).statusCode, (await send('GET', `/matters/${id}/parties`)).statusCode]).toEqual([key, status,
      status])
    const list = await send('GET', '/matters?tab=all')
    expect([key, list.json<{ items: { id: string }[] }>().items.some((one) => one.id === id)]).toEqual([key, status === 200])
    expect((await send('GET', '/matters/counts')).statusCode).toBe(200)
  }
  as('secretary')
  const { items } = (await send('GET', `/matters/${id}/parties`)).json<{ items: { kind: string; move: string }[] }>()
  for (const { kind, move } of items) expect([kind, move]).toEqual([kind, { station: 'whistle', utility: 'slip', firm: 'assign', owners: 'assign',
    developer: 'assign', branch: 'assign' }[kind] ?? 'none'])
  expect((await send('GET', '/matters?tab=nonsense')).statusCode).toBe(400)
  expect((await send('GET', '/matters?after=bm9uc2Vuc2U')).statusCode).toBe(200)
})

test('[M19] the supervision list shows what is late in one’s reach, and nothing elsewhere', async () => {
  const id = await fresh()
  as('street')
  await send('POST', `/matters/${id}/supervise`, {})
  for (const [key, there] of [['street', true], ['secretary', true], ['grid', true], ['secretary2', false], ['grid5', false], ['captain7', false],
    ['firm', false], ['enforcement', false]] as const) {
    as(key)
    const list = await send('GET', '/supervision')
    expect([key, list.statusCode, list.json<{ items: { id: string }[] }>().items.some((one) => one.id === id)]).toEqual([key, 200, there])
  }
})

test('[M21] drafts belong to the organisation that pasted them: others do not find, file or drop them', async () => {
  as('captain')
  expect((await send('POST', '/drafts', { text: '李姐 10:21\n3号楼楼道灯坏了好几天了' })).json().code).toBe('not_yours')
  as('grid')
  expect((await send('POST', '/drafts', { text: '李姐 10:21\n3号楼楼道灯坏了好几天了' })).json()).toMatchObject({ drafts: 1 })
  const [draft] = (await send('GET', '/drafts')).json<{ items: { id: string; words: string }[] }>().items
  expect(draft?.words).not.toContain('李姐')
  const body = { place: n.place(building3).id, category: 'lighting', words: '楼道灯坏了', onBoard: true }
  for (const key of ['grid5', 'secretary2', 'captain', 'firm', 'enforcement', 'street'] as const) {
    as(key)
    expect([key, (await send('GET', '/drafts')).json().items]).toEqual([key, []])
    expect([key, (await send('POST', `/drafts/${draft?.id}/file`, body)).statusCode]).toEqual([key, 404])
    expect([key, (await send('DELETE', `/drafts/${draft?.id}`)).statusCode]).toEqual([key, 404])
  }
  as('secretary')
  const filed = await send('POST', `/drafts/${draft?.id}/file`, body)
  expect(filed.statusCode).toBe(200)
  expect((await send('POST', `/drafts/${draft?.id}/file`, body)).statusCode).toBe(404)
  expect((await recordOf(n, filed.json<{ id: string }>().id)).row).toMatchObject({ channel: 'chat', filed_post: n.post('secretary') })
})

test('the reporter’s contact is shown to community and grid in reach, for a purpose, and by an act', async () => {
  const { id } = await file(n, { phone: '13800138000' })
  const body = { field: 'phone', purpose: 'call_back' }
  for (const key of ['captain', 'street', 'branch', 'grid5', 'secretary2', 'firm'] as const) {
    as(key)
    expect([key, (await send('POST', `/matters/${id}/reveal`, body)).statusCode]).toEqual([key, 404])
  }
  as('grid')
  expect((await send('POST', `/matters/${id}/reveal`, { field: 'phone', purpose: 'curious' })).statusCode).toBe(400)
  expect((await send('POST', `/matters/${id}/reveal`, body)).json()).toEqual({ value: '13800138000' })
  const { rows } = await n.database.pool('linli_owner').query("select facts from act where kind like '%reveal%'")
  expect(rows).toHaveLength(1)
  for (const key of ['captain', 'grid', 'secretary'] as const) {
    as(key)
    expect((await send('GET', `/matters/${id}`)).body).not.toContain('13800138000')
  }
})

test('[M21] a guess of the place is kept only when one place fits; a photo alone is no draft', async () => {
  as('secretary')
  const paste = async (text: string, more: object = {}) => {
    const sent = (await send('POST', '/drafts', { text, ...more })).json()
    const [draft] = (await send('GET', '/drafts')).json<{ items: { id: string; place: { name: string } | null }[] }>().items
    if (draft) await send('DELETE', `/drafts/${draft.id}`)
    return [sent.drafts, draft?.place?.name ?? null]
  }
  expect(await paste('李姐 10:21\n3号楼楼道灯坏了')).toEqual([1, '梧桐苑3号楼'])
  expect(await paste('李姐 10:21\n1单元楼道灯坏了')).toEqual([1, null]) // the first staircase of which building
  expect(await paste('李姐 10:21\n[图片]\n老王 10:22\n7号楼楼道灯坏了')).toEqual([1, '梧桐苑7号楼'])
})

test('[M21] a chat of more drafts than one paste may make is refused as a whole, and yesterday gets its date', async () => {
  as('secretary')
  const long = Array.from({ length: 101 }, (_, at) => `邻居${at} 10:21\n${at + 1}号楼楼道灯坏了`).join('\n')
  const refused = await send('POST', '/drafts', { text: long })
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'too_many_drafts'])
  expect((await send('GET', '/drafts')).json().items).toEqual([])
  await send('POST', '/drafts', { text: '李姐 昨天 10:21\n3号楼楼道灯坏了' })
  const [draft] = (await send('GET', '/drafts')).json<{ items: { id: string; saidAt: string }[] }>().items
  expect(draft?.saidAt).toMatch(/^\d{4}-\d\d-\d\d 10:21$/)
  if (draft) await send('DELETE', `/drafts/${draft.id}`)
})
