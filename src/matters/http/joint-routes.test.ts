import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PostKey } from '../testing.ts'
import { openRoutes, type Asked } from './routes.testing.ts'

let asked: Asked
let compound: string
beforeAll(async () => { asked = await openRoutes(); compound = asked.n.place('990106003001K1').id })
afterAll(async () => { await asked?.close() })

const item = (more: object = {}) => ({ compound, title: '充电棚加装烟感', seat: 'firm', agreed: '2026-12-01', ...more })
const put = async (): Promise<string> => {
  asked.as('branch')
  return (await asked.send('POST', '/joint-items', item())).json<{ id: string }>().id
}

test('[M45] strangers are refused on every route: signed out, captain, grid, another compound’s firm, a station', async () => {
  const id = await put()
  const writes: readonly (readonly [string, object])[] = [['/joint-items', item()], [`/joint-items/${id}/move`, { version: 1, seat: 'owners',
    agreed: '2026-12-02', reason: '试试' }],
    [`/joint-items/${id}/result`, { version: 1, result: '已经办好了' }], ['/joint-meetings', { compound, on: '2026-11-19', present: [asked.n.org('firm'),
      asked.n.org('owners')],
      decisions: [] }]]
  const ask = async (as: PostKey | null): Promise<number[]> => {
    asked.as(as)
    const reads = [(await asked.send('GET', `/joint-boards/${compound}`)).statusCode]
    for (const [url, body] of writes) reads.push((await asked.send('POST', url, body)).statusCode)
    return reads
  }
  expect(await ask(null)).toEqual([401, 401, 401, 401, 401])
  for (const as of ['captain', 'grid', 'firm2', 'police', 'secretary2'] as const) expect([as, await ask(as)]).toEqual([as, [404, 404, 404, 404, 404]])
  expect(await ask('street')).toEqual([200, 422, 404, 404, 422]) // it reads; to change an item the wall itself does not let it through
})

test('[M46] given the board in the browser, when an item is moved and ended, then all four and the street read the same', async () => {
  const id = await put()
  asked.as('firm')
  expect((await asked.send('POST', `/joint-items/${id}/move`, { version: 1, seat: 'firm', agreed: '2026-12-08',
    reason: '配件晚到' })).json()).toEqual({ id, version: 2 })
  expect((await asked.send('POST', `/joint-items/${id}/result`, { version: 1, result: '已经装好了' })).statusCode).toBe(409)
  expect((await asked.send('POST', `/joint-items/${id}/result`, { version: 2, result: '已经装好了' })).statusCode).toBe(200)
  const seen = await Promise.all((['branch', 'owners', 'secretary', 'firm', 'street'] as const).map(async (as) => {
    asked.as(as)
    return (await asked.send('GET', `/joint-boards/${compound}`)).json<{ items: { id: string }[] }>().items.find((one) => one.id === id)
  }))
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(seen[0]).toMatchObject({ state: 'done', result: '已经装好了', changes: [{ agreedBefore: '2026-12-01', agreed: '2026-12-08', reason: '配件晚到' }] })
})

test('[M46] two clicks put one item; nonsense is answered with a sentence', async () => {
  asked.as('owners')
  const [one, two] = [await asked.send('POST', '/joint-items', item(), { 'idempotency-key': 'joint-key-1' }), await asked.send('POST',
    '/joint-items', item(), { 'idempotency-key': 'joint-key-1' })]
  expect(two.json()).toEqual(one.json())
  for (const more of [{ seat: 'street' }, { agreed: '2026-02-30' }, { agreed: '2026-11-01' }, { title: '张秀英阿姨家漏水' }, { number: '1120-ABCD' },
    { title: undefined }]) {
    const answer = await asked.send('POST', '/joint-items', item(more))
    expect([more, answer.statusCode >= 400 && answer.statusCode < 500, typeof answer.json<{ explain: { zh: string } }>().explain.zh]).toEqual([more,
      true, 'string'])
  }
})
