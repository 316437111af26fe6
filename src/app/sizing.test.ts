/** A grid divided and put together again, with homes, posts and open work: roster, places, offices and matters together. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../kit/command.ts'
import { withScope } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { passOnWithin } from '../matters/index.ts'
import { district, file, openNeighbourhood, recordOf, run, start, sure, type Neighbourhood, type PostKey } from '../matters/testing.ts'
import { chainOf, saveOfficers, savePosts, saveTenures, standingOf } from '../offices/index.ts'
import { placeByCode, savePlaces } from '../places/index.ts'
import { divideGrid, enterNorm, rejoinGrid } from '../roster/index.ts'
import { sizingOf } from '../roster/views/sizing.ts'
import type { Actor } from '../trust/index.ts'

const grid = '990106003002-05'
const [one, two] = ['990106003002K1-01', '990106003002K1-02'] as const
let n: Neighbourhood
const lead = { post: newId(), person: newId() }
beforeAll(async () => {
  n = await openNeighbourhood()
  await withScope(n.db, n.as('street'), async (tx) => {
    sure(await savePosts(tx, district, [{ id: lead.post, org: n.org('community2'), kind: 'grid_lead', title: '05网格网格长', place: n.place(grid).id }]))
    sure(await saveOfficers(tx, district, [{ person: lead.person, name: '邹丽君' }]))
    sure(await saveTenures(tx, district, [{ id: newId(), post: lead.post, person: lead.person, from: '2025-01-01' }]))
  })
})
afterAll(async () => { await n.close() })

const told = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)
const community = () => n.place('990106003002').id
const sizing = (key: PostKey) => withScope(n.db, n.as(key), (tx) => sizingOf(tx, n.as(key), community(), '2026-11-20'))
const divide = (ctx: Context<Actor>, input: Parameters<typeof divideGrid>[1]) => divideGrid(ctx, input, passOnWithin)
const rejoin = (ctx: Context<Actor>, input: Parameters<typeof rejoinGrid>[1]) => rejoinGrid(ctx, input, passOnWithin)
const place = (code: string) => withScope(n.db, n.as('street'), (tx) => placeByCode(tx, district, code))
const norm = (most: number) => ({ street: n.place('990106003').id, kind: 'grid' as const, least: null, most, validFrom: '2026-11-01', source: '演示：网格划分办法第六条' })
const parts = () => [[n.place(one).id], [n.place(two).id]]

test('[RO70] without a norm nothing is too big and nothing can be divided; only the street enters one', async () => {
  const before = await sizing('street')
  expect([before?.areas.map(({ homes, fit }) => [homes, fit]), before?.proposals]).toEqual([[[6, 'none'], [6, 'none']], []])
  expect(told(await run(n, n.as('street'), start, divide, { grid: n.place(grid).id, parts: parts() }))).toBe('no_norm')
  expect(told(await run(n, n.as('secretary2'), start, enterNorm, norm(5)))).toBe('not_found')
  expect(told(await run(n, n.as('street'), start, enterNorm, { ...norm(5), least: 9 }))).toBe('norm_bounds')
  sure(await run(n, n.as('street'), start, enterNorm, norm(5)))
  const after = await sizing('secretary2')
  expect(after?.areas.map(({ kind, fit }) => [kind, fit])).toEqual([['community', 'none'], ['grid', 'over']])
  expect(after?.proposals[0]).toMatchObject({ source: '演示：网格划分办法第六条', parts: [{ homes: 3, said: { zh: '1号楼' } }, { homes: 3, said: { zh: '2号楼' } }] })
  expect([after?.mayDivide, (await sizing('street'))?.mayDivide]).toEqual([false, true])
})

test('[RO72] a grid that is divided takes homes, posts and open work along, and putting it together again brings all of it back', async () => {
  const filed = await file(n, { code: two, words: '楼道堆了纸箱' })
  expect((await recordOf(n, filed.id)).row.held_post).toBe(n.post('grid5'))
  expect(told(await run(n, n.as('secretary2'), start, divide, { grid: n.place(grid).id, parts: parts() }))).toBe('wrong_post')
  const split = sure(await run(n, n.as('street'), start, divide, { grid: n.place(grid).id, parts: parts() }))
  const made = await place('990106003002-06')
  expect(made).toMatchObject({ name: '第6网格', homes: 3 })
  expect((await place(`${two}-1-302`))?.path).toBe('d990106.s003.c002.g06.k1b02.u1.r302')
  const moved = (await recordOf(n, filed.id)).row
  expect([moved.held_post, moved.path]).toEqual([lead.post, 'd990106.s003.c002.g06.k1b02'])
  const chain = await withScope(n.db, n.as('street'), (tx) => chainOf(tx, district, n.place(two).id, '2026-11-20'))
  const worker = chain?.levels.find(({ level }) => level === 'grid_worker')
  expect([worker?.posts.length, worker?.gap?.fallsTo?.name]).toEqual([1, '邹丽君'])
  const reach = await withScope(n.db, n.as('street'), (tx) => standingOf(tx, district, lead.person, start))
  expect(reach[0]?.scopes.toSorted()).toEqual(['d990106.s003.c002.g05', 'd990106.s003.c002.g06'])
  expect((await sizing('street'))?.areas.map(({ name, homes, fit }) => [name, homes, fit])).toEqual([['听雨桥社区', 6, 'none'], ['05网格', 3, 'fits'], ['第6网格', 3, 'fits']])

  sure(await run(n, n.as('street'), start, rejoin, { id: split.id }))
  const back = (await recordOf(n, filed.id)).row
  expect([back.held_post, back.path, (await place('990106003002-06'))?.homes]).toEqual([n.post('grid5'), 'd990106.s003.c002.g05.k1b02', 0])
  expect((await sizing('street'))?.areas.map(({ homes }) => homes)).toEqual([6, 6])
  expect(told(await run(n, n.as('street'), start, rejoin, { id: split.id }))).toBe('not_found')
  const { rows: acts } = await n.database.pool('linli_owner').query("select kind, facts from act where kind like 'grid.%' order by at, id")
  expect(acts).toEqual([{ kind: 'grid.divided', facts: { split: split.id, homes: 6, parts: 2, moved: 1, work: 1 } },
    { kind: 'grid.rejoined', facts: { split: split.id, work: 1 } }])
})

test('[RO72] what was moved again since is not taken back as a whole', async () => {
  const split = sure(await run(n, n.as('street'), start, divide, { grid: n.place(grid).id, parts: parts() }))
  await withScope(n.db, n.as('street'), async (tx) => { sure(await savePlaces(tx, district, [{ code: two, grid, doorCode: '7KQ3M2X2' }])) })
  expect(told(await run(n, n.as('street'), start, rejoin, { id: split.id }))).toBe('changed_since')
})
