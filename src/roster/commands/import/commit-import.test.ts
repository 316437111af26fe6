import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand, type Context } from '../../../kit/command.ts'
import { withScope } from '../../../kit/db.ts'
import type { Result } from '../../../kit/pure.ts'
import { clockActor, type Actor } from '../../../trust/index.ts'
import { district, later, openDoors, start, type Doors, type PostKey } from '../../../visits/testing.ts'
import { openWorkbook } from '../../file/index.ts'
import { listConflicts, listPairs } from '../../views/import-queues.ts'
import { changeImport, importById } from '../../store/import-file.ts'
import { commitImport } from './commit-import.ts'
import { decideConflict } from './decide-conflict.ts'
import { decidePair } from './decide-pair.ts'
import { importTable, rosterOf, sizes, table } from './import.testing.ts'
import { judgeImport } from './judge-import.ts'
import { moveImport } from './move-import.ts'
import { readImport } from './read-import.ts'
import { reopenConflict } from './reopen-conflict.ts'
import { startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

let d: Doors
const clock = clockActor(district, 'd990106')
beforeAll(async () => { d = await openDoors() })
afterAll(async () => { await d?.close() })

const act = <T extends object>(key: PostKey, work: (ctx: Context<Actor>) => Promise<Result<T>>): Promise<Result<T>> => {
  const actor = d.as(key)
  // what the commands answer are ids, codes and numbers
  return runCommand(d.db, actor, start, undefined, (tx) => work({ tx, actor, at: start }) as never) as Promise<Result<T>>
}
const sure = <T>(result: Result<T>): T => { if (!result.ok) throw new Error(result.refusal.explain.en); return result.value }
const undo = async (id: string | null): Promise<void> => {
  await withScope(d.db, clock, (tx) => changeImport(tx, district, id ?? '', { state: 'undoing' }))
  await undoImport(d.db, clock, id ?? '', () => start)
}

const head = ['姓名', '手机号', '小区', '楼栋', '单元', '房号']
const signs = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
const nameOf = (n: number): string => `${signs[n % 32] ?? ''}${signs[Math.floor(n / 32) % 32] ?? ''}${signs[Math.floor(n / 1024) + 3] ?? ''}`
const many = Array.from({ length: 1200 }, (_, n) => [nameOf(n), '', '梧桐苑', '3', '1', ['101', '102', '201', '202'][Math.floor(n / 300)] ?? ''])

test('[RO22] a commit that dies in the middle goes on where it was: no row twice, none left out', async () => {
  const bytes = table([head, ...many])
  const { id } = sure(await act('secretary', (ctx) => startImport(ctx, { community: d.place('990106003001').id, hash: 'ab'.repeat(32), seenOn: '2026-11-20', generated: false })))
  await readImport(d.db, clock, id, await openWorkbook(bytes), () => start)
  expect(await judgeImport(d.db, clock, id)).toBe(true)
  sure(await act('secretary', (ctx) => moveImport(ctx, id, 'commit')))
  let asked = 0
  await expect(commitImport(d.db, clock, id, () => { if (++asked === 2) throw new Error('killed'); return start })).rejects.toThrow('killed')
  expect(await withScope(d.db, clock, (tx) => importById(tx, district, id))).toMatchObject({ state: 'committing', doneRows: 500 })
  expect(await sizes(d.db, clock)).toMatchObject({ dweller: 500 })
  sure(await act('secretary', (ctx) => moveImport(ctx, id, 'pause')))
  await commitImport(d.db, clock, id, () => start)
  expect(await sizes(d.db, clock)).toMatchObject({ dweller: 500 })
  sure(await act('secretary', (ctx) => moveImport(ctx, id, 'resume')))
  await commitImport(d.db, clock, id, () => start)
  expect(await withScope(d.db, clock, (tx) => importById(tx, district, id))).toMatchObject({ state: 'done', doneRows: 1200, counts: { numbers: { newPeople: 1200 } } })
  expect(await sizes(d.db, clock)).toMatchObject({ dweller: 1200, person_key: 1200, roster_row: 0, roster_import_key: 0 })
  await undo(id)
  expect(await sizes(d.db, clock)).toMatchObject({ dweller: 0, dweller_value: 0, dweller_token: 0, person_key: 0 })
})

test('[RO22] [RO26] in one go, chunks beside each other bring everybody once and count them all', async () => {
  const { id, done } = await importTable(d.db, clock, start, [head, ...many])
  expect(done).toMatchObject({ people: 1200, ties: 1200, values: 1200 })
  expect(await sizes(d.db, clock)).toMatchObject({ dweller: 1200, person_key: 1200 })
  expect((await importTable(d.db, clock, start, [head, ...many])).done).toMatchObject({ people: 0, ties: 0, values: 0 })
  await undo(id)
})

test('[RO4] [RO25] [RO27] [RO49] the new value takes the old one’s place when somebody says so, and undoing its import brings the old one back', async () => {
  const one = await importTable(d.db, clock, start, [head, ['王国华', '19900001001', '梧桐苑', '3', '1', '101']])
  const before = await rosterOf(d.db, clock)
  const two = await importTable(d.db, clock, later(1), [head, ['王国华', '19900001009', '梧桐苑', '3', '1', '101']])
  const queue = await withScope(d.db, d.as('secretary'), (tx) => listConflicts(tx, d.as('secretary'), undefined, 10))
  expect(queue).toMatchObject({ count: 1, items: [{ field: 'phone', name: '王＊＊', old: [{ shown: '199****1001' }], new: { shown: '199****1009', source: 'import' } }] })
  const value = queue?.items[0]?.id ?? ''
  const waiting = await rosterOf(d.db, clock)
  for (const key of ['firm', 'secretary2', 'captain4'] as const) expect([key, (await act(key, (ctx) => decideConflict(ctx, { value, kept: 'new' }))).ok]).toEqual([key, false])
  sure(await act('secretary', (ctx) => decideConflict(ctx, { value, kept: 'new' })))
  expect((await rosterOf(d.db, clock)).join()).toContain('phone=19900001001 past | phone=19900001009')
  const decided = await rosterOf(d.db, clock)
  expect((await act('firm', (ctx) => reopenConflict(ctx, { value }))).ok).toBe(false)
  for (const kept of ['new', 'old', 'both'] as const) { // taken back, all is as it was before the key was pressed [RO49]
    sure(await act('secretary', (ctx) => reopenConflict(ctx, { value })))
    expect([kept, await rosterOf(d.db, clock)]).toEqual([kept, waiting])
    if (kept !== 'both') sure(await act('secretary', (ctx) => decideConflict(ctx, { value, kept: kept === 'new' ? 'old' : 'both' })))
  }
  sure(await act('secretary', (ctx) => decideConflict(ctx, { value, kept: 'new' })))
  expect(await rosterOf(d.db, clock)).toEqual(decided)
  expect(await act('secretary', (ctx) => reopenConflict({ ...ctx, at: new Date(start.getTime() + 601_000) }, { value }))).toMatchObject({ refusal: { code: 'too_late' } })
  expect((await act('secretary', (ctx) => decideConflict(ctx, { value, kept: 'old' }))).ok).toBe(false)
  expect((await importTable(d.db, clock, later(2), [head, ['王国华', '19900001001', '梧桐苑', '3', '1', '101']])).done).toMatchObject({ waiting: 0, values: 0 })
  await undo(two.id)
  expect(await rosterOf(d.db, clock)).toEqual(before)
  await undo(one.id)
})

test('[RO32] [RO33] two entries joined and split again are what they were; what was kept apart is not asked again, and is found to be joined after all', async () => {
  const rows = [head, ['李秀兰', '19900001002', '梧桐苑', '3', '1', '101'], ['李秀兰', '19900001002', '梧桐苑', '4', '1', '201']]
  const { id, done } = await importTable(d.db, clock, start, rows)
  expect(done).toMatchObject({ people: 2, asked: 1 })
  const apart = await rosterOf(d.db, clock)
  const pairs = await withScope(d.db, d.as('secretary'), (tx) => listPairs(tx, d.as('secretary'), 'open', 0, 10))
  expect(pairs).toMatchObject({ count: 1, items: [{ weight: 45, evidence: [{ code: 'name_same', weight: 20 }, { code: 'phone_same', weight: 25 }], one: { name: '李＊＊', phone: '199****1002' } }] })
  const pair = pairs?.items[0]?.id ?? ''
  expect((await act('secretary2', (ctx) => decidePair(ctx, { pair, move: 'join' }))).ok).toBe(false)
  sure(await act('secretary', (ctx) => decidePair(ctx, { pair, move: 'join' })))
  expect((await rosterOf(d.db, clock)).filter((line) => line.includes('李秀兰'))).toHaveLength(1)
  for (const move of ['reopen', 'apart', 'reopen', 'join', 'split'] as const) {
    sure(await act('secretary', (ctx) => decidePair(ctx, { pair, move })))
    if (move !== 'join') expect([move, await rosterOf(d.db, clock)]).toEqual([move, apart])
  }
  expect(await rosterOf(d.db, clock)).toEqual(apart)
  expect((await importTable(d.db, clock, later(1), rows)).done).toMatchObject({ people: 0, asked: 0, joined: 0 })
  const kept = await withScope(d.db, d.as('secretary'), (tx) => listPairs(tx, d.as('secretary'), 'apart', 0, 10))
  expect(kept).toMatchObject({ count: 1, items: [{ id: pair, state: 'split' }] })
  sure(await act('secretary', (ctx) => decidePair(ctx, { pair, move: 'join' })))
  await undo(id)
})
