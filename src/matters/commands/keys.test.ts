import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Keyed } from '../../kit/command.ts'
import { withScope } from '../../kit/db.ts'
import { readCode, sha256 } from '../../kit/ids.ts'
import { ok } from '../../kit/pure.ts'
import { clockActor, receiptCodeOf } from '../../trust/index.ts'
import { building3, district, districtPath, file, filerAt, followerOf, later, openNeighbourhood, recordOf, run, sees, sendPhoto, start, sure, told,
  type Neighbourhood } from '../testing.ts'
import { addNote } from './add-note.ts'
import { fileMatter, type FileMatter } from './file-matter.ts'
import { takeMatter } from './take-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const keyed = (key: string, body: string): Keyed => ({ actor: 'resident', key, request: sha256(body) })
const input = (words: string): FileMatter => ({ place: n.place(building3).id, words, category: 'corridor_clutter', channel: 'qr', onBoard: true })
const send = (key: string, words: string, body = words) => run(n, filerAt(n, building3), start, async (ctx, given: FileMatter) => {
  const filed = await fileMatter(ctx, given)
  return filed.ok ? ok({ id: filed.value.id, number: filed.value.number, state: 'filed' }) : filed
}, input(words), keyed(key, body))
const count = async (): Promise<number> => Number((await n.database.pool('linli_owner').query('select count(*) as n from matter')).rows[0]?.n)

test('[M2] the same key with the same body, sent again when the answer was lost, is answered the same and acts once (case 14)', async () => {
  const before = await count()
  const first = sure(await send('key-one-1', '楼道堆物'))
  expect(sure(await send('key-one-1', '楼道堆物'))).toEqual(first)
  expect(await count()).toBe(before + 1)
  expect((await recordOf(n, first.id)).acts).toEqual(['filed'])
})

test('[M2] the same key with another body is refused and does nothing', async () => {
  sure(await send('key-two-1', '楼道堆物'))
  const before = await count()
  expect(told(await send('key-two-1', '换一件事'))).toBe('key_reused')
  expect(await count()).toBe(before)
})

test('[M2] two sent at the same moment with one key act once and are answered alike', async () => {
  const before = await count()
  const answers = await Promise.all(Array.from({ length: 4 }, () => send('key-three', '楼道堆物')))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await count()).toBe(before + 1)
})

test('[M2] what was refused may be sent again under its key', async () => {
  const { id } = await file(n)
  const key: Keyed = { actor: n.post('grid'), key: 'key-four-1', request: sha256('take') }
  expect(told(await run(n, n.as('grid'), start, takeMatter, { id }, key))).toBe('not_yours')
  expect(told(await run(n, n.as('captain'), start, takeMatter, { id }, { ...key, actor: n.post('captain') }))).toBe('taken')
  expect(told(await run(n, n.as('captain'), later(1), takeMatter, { id }, { ...key, actor: n.post('captain') }))).toBe('taken')
  expect((await recordOf(n, id)).acts).toEqual(['filed', 'take'])
})

test('[M2] two who press at the same moment: the row waits for the first, the second is told what it is now', async () => {
  const { id } = await file(n)
  const answers = (await Promise.all([1, 2, 3].map(() => run(n, n.as('captain'), later(1), takeMatter, { id })))).map(told)
  expect(answers.sort()).toEqual(['taken', 'wrong_state', 'wrong_state'])
  expect((await recordOf(n, id)).row.version).toBe(2)
})

test('[M3] a number is month, day and four random signs: two in a row tell nothing of each other', async () => {
  const numbers = []
  for (let at = 0; at < 12; at++) numbers.push((await file(n, { at: new Date('2026-11-20T16:30:00Z') })).number)
  for (const number of numbers) expect(number).toMatch(/^1121-[0-9A-HJKMNP-TV-Z]{4}$/)
  const tails = numbers.map((number) => number.slice(5))
  expect(new Set(tails).size).toBe(12)
  expect(tails).not.toEqual([...tails].sort())
})

test('[M1] a receipt opens exactly one matter: its row, story and photos, and nothing else of the place', async () => {
  const [mine, other] = [await file(n, { photos: [await sendPhoto(n)] }), await file(n)]
  const follower = followerOf(mine.id)
  const seen = await withScope(n.db, follower, async (tx) => ({
    matters: await tx.selectFrom('matter').select('id').execute(), entries: await tx.selectFrom('matter_entry').select('matter').execute(),
    photos: await tx.selectFrom('photo').select('matter').execute(), acts: await tx.selectFrom('act').select('subject_id').execute(),
  }))
  expect(seen).toEqual({ matters: [{ id: mine.id }], entries: [{ matter: mine.id }], photos: [{ matter: mine.id }], acts: [{ subject_id: mine.id }] })
  expect(await sees(n, follower, other.id)).toBe(false)
  expect(told(await run(n, follower, start, addNote, { id: other.id, note: '别人的', seenBy: 'reporter' }))).toBe('not_found')
})

test('[M1] the code on the receipt is found as people type it, stands nowhere, and belongs to one matter', async () => {
  const { id, receipt } = await file(n)
  const find = async (typed: string): Promise<readonly string[]> => withScope(n.db, clockActor(district, districtPath), async (tx) =>
    (await tx.selectFrom('matter').select('id').where('receipt', '=', sha256(readCode(typed))).execute()).map((row) => row.id))
  expect(receipt).toBe(receiptCodeOf(id))
  expect(await find(` ${receipt.slice(0, 4)}-${receipt.slice(4).toLowerCase()} `)).toEqual([id])
  expect(await find(`${receipt.slice(0, 11)}${receipt.endsWith('7') ? '8' : '7'}`)).toEqual([])
  const { row } = await recordOf(n, id)
  expect(JSON.stringify(row)).not.toContain(receipt)
})

test('[M20] a photo is claimed once, by its code; a missing one undoes the filing, and nine are the most', async () => {
  const claim = await sendPhoto(n)
  const before = await count()
  await expect(file(n, { photos: [claim, 'A'.repeat(26)] })).rejects.toThrow(/photo did not arrive/)
  expect(await count()).toBe(before)
  const { id } = await file(n, { photos: [claim] })
  await expect(file(n, { photos: [claim] })).rejects.toThrow(/photo did not arrive/)
  const eight = await Promise.all(Array.from({ length: 8 }, () => sendPhoto(n)))
  expect(told(await run(n, n.as('captain'), start, addNote, { id, note: '看过', seenBy: 'staff', photos: eight }))).toBe('filed')
  expect(told(await run(n, n.as('captain'), start, addNote, { id, note: '又一张', seenBy: 'staff',
    photos: [await sendPhoto(n)] }))).toBe('too_many_photos')
})

test('[M3] a phone that is left is kept apart, and the record, story and notices hold no trace of it or of a name', async () => {
  const { id } = await file(n, { phone: '13800138000', name: '张三丰', words: '楼道堆物' })
  const held = await recordOf(n, id)
  expect(held.row.contact).not.toBeNull()
  const { rows } = await n.database.pool('linli_owner').query(`select string_agg(t, ' ') as all from (select a::text as t from act a union all select
    e::text from matter_entry e
    union all select o::text from outbox o union all select m::text from matter m union all select f::text from person_field f) x`)
  for (const secret of ['13800138000', '张三丰']) expect(rows[0]?.all).not.toContain(secret)
})
