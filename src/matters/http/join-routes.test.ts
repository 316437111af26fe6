import { afterAll, beforeAll, expect, test } from 'vitest'
import { building3, file, later, recordOf, start } from '../testing.ts'
import { follow, openRoutes, type Asked } from './routes.testing.ts'

let asked: Asked
beforeAll(async () => { asked = await openRoutes() })
afterAll(async () => { await asked.close() })

const light = { words: '楼道灯坏了，晚上很黑', category: 'lighting' as const, at: later(-24) }
type Alike = { readonly number: string; readonly title: string; readonly also: number; readonly why: { readonly zh: string } }
const similar = async (words: string, more: object = {}): Promise<readonly Alike[]> =>
  (await asked.send('POST', '/similar', { place: asked.n.place(building3).id, words, ...more })).json<{ items: Alike[] }>().items

test('[M26] while it is written: open matters of the building, by their public titles, with no word, name or id of anybody', async () => {
  asked.as(null)
  const known = await file(asked.n, { ...light, words: '楼道灯坏了，我是302的张秀英' })
  const found = await similar('我们单元的楼道灯又不亮了')
  expect(found).toEqual([{ number: known.number, title: '梧桐苑3号楼楼道灯不亮', category: 'lighting', state: 'filed', filedAt: later(-24).toISOString(),
    why: { zh: '就在这个地方，同一类事', en: expect.any(String) }, also: 0 }])
  expect(JSON.stringify(found)).not.toMatch(/302|张秀英|[0-9a-f]{8}-[0-9a-f]{4}-7/)
  for (const i of [1, 2]) await file(asked.n, { ...light, join: known.number, words: `我家也是${i}` })
  expect((await similar('我们单元的楼道灯又不亮了')).map(({ number, also }) => [number, also])).toEqual([[known.number, 2]])
})

test('[M26] (P34) never hinted: what is closed to the board, private, of harm, ended or joined', async () => {
  asked.as(null)
  const hidden = [await file(asked.n, { category: 'pest', words: '老鼠很多', onBoard: false }), await file(asked.n, { category: 'noise_decoration', words: '楼上装修吵' }),
    await file(asked.n, { category: 'violence', words: '楼上在打孩子' }), await file(asked.n, { category: 'dog', words: '有人打孩子，还放狗' })]
  for (const words of ['老鼠很多', '楼上装修太吵', '楼上在打孩子', '有人放狗', '狗咬人']) {
    const found = await similar(words)
    expect(found.filter(({ number }) => hidden.some((one) => one.number === number))).toEqual([])
  }
})

test('[M24] a resident joins, has a receipt of their own, follows, and is asked; staff see count and numbers and may undo', async () => {
  asked.as(null)
  const root = await file(asked.n, { category: 'cleaning', words: '楼道没人扫' })
  const body = { place: asked.n.place(building3).id, words: '三楼也没人扫', category: 'cleaning', onBoard: true, channel: 'page', join: root.number }
  const filed = (await asked.send('POST', '/matters', body)).json<{ id: string; receipt: string; joined: { number: string; title: string } | null }>()
  expect(filed.joined?.number).toBe(root.number)
  expect((await asked.send('GET', '/followed/joined', undefined, follow(filed.id))).json()).toMatchObject({ joined: { number: root.number, state: 'filed' }, also: 0, split: [] })
  expect((await asked.send('GET', '/followed', undefined, follow(filed.id))).json()).toMatchObject({ state: 'joined' })
  asked.as('secretary')
  expect((await asked.send('GET', `/matters/${root.id}/joined`)).json()).toMatchObject({ count: 1, items: [{ id: filed.id }] })
  asked.as('secretary2')
  expect((await asked.send('GET', `/matters/${root.id}/joined`)).statusCode).toBe(404)
  asked.as(null)
  expect((await asked.send('POST', '/followed/unjoin', {}, follow(filed.id))).json()).toMatchObject({ state: 'filed' })
  expect((await asked.send('POST', '/followed/unjoin', {})).statusCode).toBe(404)
})

test('[M25] the receipt of the first opens both halves, and no other matter', async () => {
  const both = await file(asked.n, { words: '堆物，灯也不亮' })
  const other = await file(asked.n)
  asked.as('secretary')
  await asked.send('POST', `/matters/${both.id}/split`, { words: '灯不亮', category: 'lighting' })
  const half = (await asked.send('GET', `/matters/${both.id}/joined`)).json<{ split: { id: string }[] }>().split[0]?.id ?? ''
  asked.as(null)
  const opened = await asked.send('POST', '/followed/other', { id: half }, follow(both.id))
  expect([opened.statusCode, String(opened.headers['set-cookie'])]).toEqual([200, expect.stringContaining('=')])
  const back = await asked.send('POST', '/followed/other', { id: both.id }, follow(half))
  expect(back.statusCode).toBe(200)
  expect((await asked.send('POST', '/followed/other', { id: other.id }, follow(both.id))).statusCode).toBe(404)
  expect((await recordOf(asked.n, half)).row.filed_at).toEqual(start)
})

test('[M26] staff are offered what may be the same among the matters that they see, never themselves', async () => {
  const [one, two] = [await file(asked.n, { category: 'greening', words: '树枝挡窗' }), await file(asked.n, { category: 'greening', words: '树太高', onBoard: false })]
  asked.as('secretary')
  const items = (await asked.send('GET', `/matters/${one.id}/similar`)).json<{ items: { id: string }[] }>().items.map(({ id }) => id)
  expect([items.includes(two.id), items.includes(one.id)]).toEqual([true, false])
  asked.as('secretary2')
  expect((await asked.send('GET', `/matters/${one.id}/similar`)).statusCode).toBe(404)
})
