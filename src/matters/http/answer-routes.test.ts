import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverNotices } from '../../kit/outbox.ts'
import { clockActor } from '../../trust/index.ts'
import { blowWhistle } from '../commands/blow-whistle.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { reportIn } from '../commands/report-in.ts'
import { verifyMatter } from '../commands/verify-matter.ts'
import { building3, district, districtPath, file, later, recordOf, run, start, sure, type Neighbourhood, type PostKey } from '../testing.ts'
import { openRoutes, type Asked, type Method } from './routes.testing.ts'

let asked: Asked
let n: Neighbourhood
beforeAll(async () => { asked = await openRoutes(); n = asked.n })
afterAll(async () => { await asked.close() })

async function whistled(): Promise<string> {
  const { id } = await file(n)
  sure(await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [] }))
  return id
}
async function answered(): Promise<string> {
  const id = await whistled()
  sure(await run(n, n.as('enforcement'), start, reportIn, { id, note: '到了' }))
  sure(await run(n, n.as('enforcement'), start, finishMatter, { id, outcome: 'solved', note: '清走了' }))
  sure(await run(n, n.as('grid'), start, verifyMatter, { id, pass: true, note: '看过' }))
  return id
}
async function as(key: PostKey | null, method: Method, url: string, body?: object, more?: Record<string, string>) {
  asked.as(key)
  return asked.send(method, url, body, more)
}
const status = async (...call: Parameters<typeof as>): Promise<[number, string | undefined]> => {
  const reply = await as(...call)
  return [reply.statusCode, reply.json<{ code?: string }>().code]
}
type Made = { token: string; code: string; until: string; version: number }
const link = async (id: string): Promise<Made> => (await as('secretary', 'POST', `/matters/${id}/answer-link`,
  { org: n.org('enforcement') })).json<Made>()

const lines = () => ({ lacked: '没有夜间电话', changes: '给一个夜间电话', by: n.org('enforcement'), until: '2026-12-10' })
type Case = { readonly ready: () => Promise<string>; readonly body: () => object; readonly right: PostKey; readonly wrong: PostKey }
const CASES: Readonly<Record<string, Case>> = {
  'answer-link': { ready: whistled, body: () => ({ org: n.org('enforcement') }), right: 'grid', wrong: 'captain' },
  'type-in': { ready: whistled, body: () => ({ org: n.org('enforcement'), what: 'report_in', note: '到了' }), right: 'worker', wrong: 'captain' },
  'number': { ready: whistled, body: () => ({ org: n.org('enforcement'), number: 'C-1' }), right: 'enforcement', wrong: 'captain' },
  'outside-update': { ready: whistled, body: () => ({ org: n.org('enforcement'), updateId: 'u-1', at: start.toISOString(), text: '到了' }),
    right: 'enforcement', wrong: 'captain' },
  'rate': { ready: answered, body: () => ({ of: n.org('enforcement'), answers: [2, 2, 1] }), right: 'secretary', wrong: 'captain' },
  'review': { ready: answered, body: lines, right: 'secretary', wrong: 'street' },
}

test.each(Object.entries(CASES))('POST /matters/:id/%s: signed out, not found elsewhere, refused to the wrong post, then done', async (move, { ready,
  body, right, wrong }) => {
  const id = await ready()
  const url = `/matters/${id}/${move}`
  expect(await status(null, 'POST', url, body())).toEqual([401, 'signed_out'])
  for (const elsewhere of ['secretary2', 'firm2', 'power'] as const) expect([elsewhere, (await status(elsewhere, 'POST', url,
    body()))[0]]).toEqual([elsewhere, 404])
  expect((await status(right, 'POST', url, { ...body(), surprise: 1 }))[0]).toBe(400)
  const before = (await recordOf(n, id)).acts.length
  expect(await status(wrong, 'POST', url, body())).toEqual([422, 'not_yours'])
  expect((await recordOf(n, id)).acts).toHaveLength(before)
  const done = await as(right, 'POST', url, body())
  expect([done.statusCode, done.json<{ id: string }>().id]).toEqual([200, id])
  expect((await recordOf(n, id)).acts).toHaveLength(before + 1)
})

test('[M27] a scanner that fetches the link, or asks without the code, records and reveals nothing (case 26)', async () => {
  const id = await whistled()
  const { token, code } = await link(id)
  const before = await recordOf(n, id)
  for (const method of ['GET', 'DELETE'] as const) expect((await as(null, method, '/answer')).statusCode).toBe(404)
  expect((await as(null, 'GET', '/answer/open')).statusCode).toBe(404)
  const wrong = await as(null, 'POST', '/answer/open', { token, code: code === '111111' ? '222222' : '111111' })
  const unknown = await as(null, 'POST', '/answer/open', { token: '000000000000', code })
  expect(wrong.body.replace(/"instance":"[^"]*",?/, '')).toEqual(unknown.body.replace(/"instance":"[^"]*",?/, ''))
  expect(await recordOf(n, id)).toEqual(before)
  const slip = await as(null, 'POST', '/answer/open', { token: ` ${token.toLowerCase()} `, code })
  expect([slip.statusCode, slip.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(slip.json()).toMatchObject({ number: before.row.number, task: '查处', answers: ['report_in', 'object', 'number'], used: false })
  expect(await recordOf(n, id)).toEqual(before)
})

test('[M27] an answer whose reply was lost is answered the same, once: one act (case 14)', async () => {
  const id = await whistled()
  const { token, code } = await link(id)
  const send = (note = '到了') => as(null, 'POST', '/answer', { token, code, what: 'report_in', note }, { 'idempotency-key': 'lost-reply-1' })
  const first = await send()
  expect([first.statusCode, first.json()]).toEqual([200, { number: (await recordOf(n, id)).row.number, state: 'whistled' }])
  expect((await send()).json()).toEqual(first.json())
  expect((await send('另一句')).statusCode).toBe(409)
  expect(await status(null, 'POST', '/answer', { token, code, what: 'log', note: '再来' })).toEqual([422, 'link_used'])
  expect((await recordOf(n, id)).acts.filter((one) => one === 'report_in')).toHaveLength(1)
  expect((await as(null, 'POST', '/answer/open', { token, code })).json()).toMatchObject({ used: true, answers: [] })
})

type Ruling = { id: string; objection: { by: string; ground: string; said: string } }
const rulings = async (id: string): Promise<Ruling[]> =>
  (await as('street', 'GET', '/rulings?limit=100')).json<{ items: Ruling[] }>().items.filter((one) => one.id === id)
const object = { what: 'object', reason: 'other_owner', note: '产权归供水公司，见竣工图' }

test('[M33] a station that signed in to nothing objects by its link: a ground of the list, evidence in words, clocks that run on, and the street rules', async () => {
  const id = await whistled()
  const { token, code } = await link(id)
  const answer = (body: object) => status(null, 'POST', '/answer', { token, code, ...body })
  const clocks = async () => ((await recordOf(n, id)).row.clocks as { stage: string }[]).filter(({ stage }) => stage !== 'ruling')
  const before = await clocks()
  for (const short of [{ what: 'object', note: object.note }, { ...object, reason: 'tired' }, { ...object, note: '' }]) {
    expect([short, ...await answer(short)]).toEqual([short, 422, 'reason_missing']) // and the link still opens
  }
  expect(await answer(object)).toEqual([200, undefined])
  expect(await rulings(id)).toMatchObject([{ objection: { by: '街道综合行政执法队', ground: 'other_owner', said: object.note } }])
  expect(await clocks()).toEqual(before)
  const { rows } = await n.database.pool('linli_owner').query('select channel, on_behalf_of, actor_post from act where subject_id = $1 order by at desc, id desc limit 1', [id])
  expect(rows[0]).toEqual({ channel: 'link', on_behalf_of: n.org('enforcement'), actor_post: null })
  const next = await link(id)
  expect(await status(null, 'POST', '/answer', { token: next.token, code: next.code, ...object })).toEqual([422, 'not_there']) // it is being ruled on
  expect((await as('street', 'POST', `/matters/${id}/rule`, { ruling: 'rejected', owner: n.org('enforcement'), why: '占道经营归执法队查处',
    basis: '权责清单第三项' })).statusCode).toBe(200)
  expect((await as(null, 'POST', '/answer/open', { token: next.token, code: next.code })).json()).toMatchObject({ answers: ['report_in', 'number'] })
  expect(await status(null, 'POST', '/answer', { token: next.token, code: next.code, ...object })).toEqual([422, 'ruled'])
})

test('[M28] [M33] an objection on paper is typed in as the party’s own', async () => {
  const id = await whistled()
  const type = (key: PostKey) => status(key, 'POST', `/matters/${id}/type-in`, { org: n.org('enforcement'), ...object })
  expect(await type('captain')).toEqual([422, 'not_yours'])
  expect(await type('grid')).toEqual([200, undefined])
  expect(await rulings(id)).toMatchObject([{ objection: { by: '街道综合行政执法队', ground: 'other_owner' } }])
})

test('[M27] a repeated request for a link is given the same link', async () => {
  const id = await whistled()
  const make = () => as('secretary', 'POST', `/matters/${id}/answer-link`, { org: n.org('enforcement') }, { 'idempotency-key': 'one-link-1' })
  expect((await make()).json()).toEqual((await make()).json())
})

test('reading a whistle: in reach only; links for who hands them out, ratings and review for who may', async () => {
  const id = await answered()
  expect(await status(null, 'GET', `/matters/${id}/whistle`)).toEqual([401, 'signed_out'])
  expect((await status('secretary2', 'GET', `/matters/${id}/whistle`))[0]).toBe(404)
  const read = async (key: PostKey) => (await as(key, 'GET',
    `/matters/${id}/whistle`)).json<{ links: unknown[]; mayReview: boolean; pairs: { rate: string | null }[] }>()
  expect(await read('secretary')).toMatchObject({ mayReview: true, pairs: [{ rate: n.org('enforcement') }] })
  expect(await read('grid')).toMatchObject({ mayReview: false, pairs: [{ rate: null }] })
  expect(await read('enforcement')).toMatchObject({ mayReview: false, pairs: [{ rate: n.org('community') }], links: [] })
  for (const list of ['to_rate', 'to_review', 'promised']) {
    expect(await status(null, 'GET', `/whistles?list=${list}`)).toEqual([401, 'signed_out'])
    expect((await as('secretary', 'GET', `/whistles?list=${list}`)).statusCode).toBe(200)
  }
})

test('POST /whistle-reviews/:id/done and POST /stuck/:id/retry are for those whose they are', async () => {
  const id = await answered()
  await as('secretary', 'POST', `/matters/${id}/review`, lines())
  const { review } = (await as('secretary', 'GET', `/matters/${id}/whistle`)).json<{ review: { id: string } }>()
  expect(await status(null, 'POST', `/whistle-reviews/${review.id}/done`, {})).toEqual([401, 'signed_out'])
  expect((await status('secretary2', 'POST', `/whistle-reviews/${review.id}/done`, {}))[0]).toBe(404)
  expect(await status('street', 'POST', `/whistle-reviews/${review.id}/done`, {})).toEqual([422, 'not_yours'])
  expect((await as('enforcement', 'POST', `/whistle-reviews/${review.id}/done`, {})).json()).toEqual({ id })
  await deliverNotices(n.db, () => clockActor(district, districtPath), new Map(), later(1), { limit: 5000 })
  const { items } = (await as('secretary', 'GET', '/stuck')).json<{ items: { id: string; matter: string }[] }>()
  const one = items.find((item) => item.matter === id)?.id ?? ''
  expect(await status(null, 'GET', '/stuck')).toEqual([401, 'signed_out'])
  expect((await as('secretary2', 'GET', '/stuck')).json()).toEqual({ items: [] })
  expect((await status('enforcement', 'POST', `/stuck/${one}/retry`, {}))[0]).toBe(404)
  expect((await as('secretary', 'POST', `/stuck/${one}/retry`, {})).json()).toEqual({ id: one })
})

const item = { name: { zh: '电动车入户', en: 'E-bikes in homes' }, situation: 'joint_enforcement', categories: ['ebike'], lead: 'fire',
  supports: ['police'],
  does: { fire: { zh: '查处', en: 'Acts' } }, done: { zh: '搬出来了', en: 'Taken out' }, source: { law: '消防法', article: '第二十八条' } }
type List = { items: { code: string; version: number; name: { zh: string } }[]; coming: unknown[]; history: unknown[] }
test('[M32] everybody reads the list of what may be whistled; the street alone amends it, from a case, and every version stays', async () => {
  const { id } = await file(n, { code: building3 })
  const { number } = (await recordOf(n, id)).row
  const amend = (key: PostKey | null, more: object = {}) => status(key, 'POST', '/whistle-list', { code: 'ebike_home', validFrom: '2026-11-20', item,
    reason: '三件都没人来', fromNumber: number, ...more })
  const list = async () => (await as(null, 'GET', '/whistle-list')).json<List>()
  const before = await list()
  expect(before.items.length).toBeGreaterThan(10)
  expect(await amend(null)).toEqual([401, 'signed_out'])
  for (const key of ['secretary', 'enforcement', 'captain'] as const) expect([key, await amend(key)]).toEqual([key, [422, 'not_yours']])
  expect(await amend('street', { fromNumber: '0000-XXXX' })).toEqual([422, 'no_such_matter'])
  expect(await amend('street', { validFrom: '2026-11-19' })).toEqual([422, 'past_day'])
  expect(await amend('street')).toEqual([200, 'ebike_home'])
  expect(await amend('street', { validFrom: '2027-01-01', item: { ...item, name: { zh: '电动车进楼入户', en: '' } } })).toEqual([200, 'ebike_home'])
  const after = await list()
  expect(after.items.filter((one) => one.code === 'ebike_home')).toMatchObject([{ version: 1, name: { zh: '电动车入户' } }])
  expect([after.items.length, after.coming.length, after.history.length]).toEqual([before.items.length + 1, 1, 2])
  expect(await amend('street', { code: 'gas_smell', item: null })).toEqual([200, 'gas_smell'])
  expect((await list()).items.some((one) => one.code === 'gas_smell')).toBe(false)
  expect((await status(null, 'GET', `/whistle-list?street=${n.org('firm')}`))[0]).toBe(404)
})
