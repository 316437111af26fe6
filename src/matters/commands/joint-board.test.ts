import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { saveOrgs } from '../../offices/index.ts'
import { publicActor, type Actor } from '../../trust/index.ts'
import { district, file, later, openNeighbourhood, run, start, sure, type Neighbourhood, type PostKey } from '../testing.ts'
import { jointBoard, jointCompounds } from '../views/joint-board.ts'
import { finishItem, moveItem, putItem, type PutItem } from './joint-items.ts'
import { recordMeeting } from './joint-meeting.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n?.close() })
let compound: string
beforeEach(() => { compound = n.place('990106003001K1').id })

const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string => (result.ok
  ? 'ok' : result.refusal?.code ?? '')
const board = (actor: Actor, where = compound, at = start) => withScope(n.db, actor, (tx) => jointBoard(tx, actor, where, at))
const put = (as: PostKey, more: Partial<PutItem> = {}) =>
  run(n, n.as(as), start, putItem, { compound, seat: 'firm', agreed: '2026-12-01', ...('number' in more ? {} : { title: '充电棚加装烟感' }), ...more })
const table = ['branch', 'owners', 'secretary', 'firm'] as const

test('[M45] [M46] each of the four puts something on the table and all four and the street see it', async () => {
  for (const as of table) expect([as, code(await put(as))]).toEqual([as, 'ok'])
  for (const as of [...table, 'street'] as const) expect([as, (await board(n.as(as)))?.items.length]).toEqual([as, 4])
})

test('[M45] captain, grid, police, another community and the public see nothing, neither by the page nor by the tables', async () => {
  const { id } = sure(await put('firm'))
  const strangers = [...(['captain', 'grid', 'police', 'secretary2', 'firm2', 'water'] as const).map((as) => n.as(as)), publicActor(district)]
  for (const actor of strangers) {
    expect(await board(actor)).toBeUndefined()
    const rows = await withScope(n.db, actor, (tx) => tx.selectFrom('joint_item').select('id').execute())
    expect(rows).toEqual([])
    expect(code(await run(n, actor, start, moveItem, { id, version: 1, seat: 'community', agreed: '2026-12-02', reason: '试试' }))).toBe('not_found')
  }
  expect(code(await put('captain'))).toBe('not_found')
})

test('[M45] the street reads and does not write; the compounds offered are those that may be looked at', async () => {
  expect(code(await put('street'))).toBe('not_at_table')
  const offered = async (as: PostKey) => (await withScope(n.db, n.as(as), (tx) => jointCompounds(tx, n.as(as)))).map(({ name }) => name)
  expect(await offered('street')).toEqual(['梧桐苑', '纺机新村'])
  for (const as of table) expect([as, await offered(as)]).toEqual([as, ['梧桐苑']])
  expect(await offered('firm2')).toEqual(['纺机新村'])
  expect(await offered('captain')).toEqual([])
})

test('[M45] a compound without committee and branch: the residents’ committee sits in, by a rule that is named', async () => {
  const where = n.place('990106003002K1').id
  const seen = await board(n.as('firm2'), where)
  expect(seen?.linkage).toBe('three')
  expect(seen?.chairs.map(({ seat, name, standIn }) => [seat, name, standIn?.code ?? null])).toEqual([
    ['branch', null, 'no_branch'], ['owners', '听雨桥社区居委会', 'community_for_owners'], ['community', '听雨桥社区居委会', null], ['firm', '惠邻物业', null]])
  expect(code(await put('firm2', { compound: where, seat: 'branch' }))).toBe('empty_chair')
  expect(code(await put('firm2', { compound: where, seat: 'owners' }))).toBe('ok')
})

test('[M46] a matter lies on the board once, by its public title; a sensitive one and one of elsewhere never', async () => {
  const open = await file(n)
  expect(code(await put('secretary', { number: open.number }))).toBe('ok')
  const item = (await board(n.as('owners')))?.items.find(({ title }) => title.includes('3号楼'))
  expect(item).toMatchObject({ matter: null, number: null, state: 'open' }) // the owners' body is no party to the matter itself
  expect(JSON.stringify(item)).not.toContain('纸箱')
  expect(code(await put('secretary', { number: open.number }))).toBe('on_board')
  const quarrel = await file(n, { category: 'noise_home', words: '楼上半夜拖椅子' })
  expect(code(await put('secretary', { number: quarrel.number }))).toBe('not_shared')
  const elsewhere = await file(n, { code: '990106003002K1-01' })
  expect(code(await put('secretary', { number: elsewhere.number }))).toBe('no_such_matter')
  expect(code(await put('firm', { number: quarrel.number }))).toBe('no_such_matter')
})

test('[P19] names, phones and doors stand nowhere on the board', async () => {
  expect(code(await put('firm', { title: '王阿姨家漏水' }))).toBe('private_words')
  const { id } = sure(await put('firm'))
  expect(code(await run(n, n.as('firm'), start, moveItem, { id, version: 1, seat: 'firm', agreed: '2026-12-03',
    reason: '等13800001234回话' }))).toBe('private_words')
  expect(code(await run(n, n.as('firm'), start, finishItem, { id, version: 1, result: '3-1-302已装好' }))).toBe('private_words')
})

test('[M46] a new day and a new owner are acts with a reason; the earlier day stays readable; a stale page is told so', async () => {
  const { id } = sure(await put('branch'))
  sure(await run(n, n.as('firm'), later(1), moveItem, { id, version: 1, seat: 'firm', agreed: '2026-12-10', reason: '配件晚到' }))
  expect(code(await run(n, n.as('owners'), later(1), moveItem, { id, version: 1, seat: 'owners', agreed: '2026-12-10',
    reason: '改由业委会' }))).toBe('stale')
  sure(await run(n, n.as('owners'), later(2), moveItem, { id, version: 2, seat: 'owners', agreed: '2026-12-10', reason: '钱要业委会定' }))
  const item = (await board(n.as('street')))?.items.find((one) => one.id === id)
  expect(item?.changes.map(({ agreedBefore, agreed, seatBefore, seat, by }) => [agreedBefore, agreed, seatBefore, seat, by])).toEqual([
    ['2026-12-01', '2026-12-10', 'firm', 'firm', '润庭物业'], ['2026-12-10', '2026-12-10', 'firm', 'owners', '梧桐苑业委会']])
  const pool = n.database.pool('linli_owner')
  const { rows } = await pool.query<{ kind: string }>('select kind from act where subject_id = $1 order by at, id', [id])
  expect(rows.map(({ kind }) => kind)).toEqual(['joint.put', 'joint.moved', 'joint.moved'])
})

test('[M46] the result of the accountable party is the same for all; what is past its day is late until then', async () => {
  const { id } = sure(await put('secretary'))
  const at = later(24 * 12)
  const item = async (as: PostKey) => (await board(n.as(as), compound, at))?.items.find((one) => one.id === id)
  expect((await item('street'))?.state).toBe('late')
  expect(code(await run(n, n.as('owners'), at, finishItem, { id, version: 1, result: '已经装好了' }))).toBe('not_accountable')
  sure(await run(n, n.as('firm'), at, finishItem, { id, version: 1, result: '六处都装好，试过响' }))
  for (const as of [...table, 'street'] as const) expect(await item(as)).toMatchObject({ state: 'done', result: '六处都装好，试过响', doneBy: '润庭物业' })
  expect(code(await run(n, n.as('firm'), at, finishItem, { id, version: 2, result: '再写一遍' }))).toBe('item_done')
})

test('[M47] a meeting names organisations and what was decided on each item', async () => {
  const { id } = sure(await put('owners'))
  const decided = { compound, on: '2026-11-19', present: [n.org('firm'), n.org('owners')], decisions: [{ item: id, said: '下周报价' }] }
  sure(await run(n, n.as('branch'), start, recordMeeting, decided))
  expect((await board(n.as('firm')))?.meetings[0]).toMatchObject({ on: '2026-11-19', by: '梧桐苑支部', present: ['润庭物业', '梧桐苑业委会'],
    decisions: [{ title: '充电棚加装烟感', said: '下周报价' }] })
  expect(code(await run(n, n.as('branch'), start, recordMeeting, { ...decided, on: '2026-11-21' }))).toBe('not_yet')
  expect(code(await run(n, n.as('firm2'), start, recordMeeting, decided))).toBe('not_found')
})

test('[M45] a firm that comes new to the compound finds everything on the table, and the one that left sees it no more', async () => {
  await withScope(n.db, publicActor(district), async (tx) => {
    await tx.updateTable('org_place').set({ valid_to: '2026-11-20' }).where('org', '=', n.org('firm')).execute()
    await tx.updateTable('org').set({ valid_to: '2026-11-20' }).where('id', '=', n.org('firm')).execute()
    sure(await saveOrgs(tx, district, [{ id: n.org('firm2'), kind: 'firm', name: '惠邻物业', place: n.place('990106003').id,
      serves: [{ place: n.place('990106003002K1').id, from: '2024-01-01' }, { place: compound, from: '2026-11-20' }] }]))
  })
  const seen = await board(n.as('firm2'))
  expect(seen?.chairs.find(({ seat }) => seat === 'firm')?.name).toBe('惠邻物业')
  expect(seen?.items.length).toBeGreaterThan(5)
  expect(await board(n.as('firm'))).toBeUndefined()
})
