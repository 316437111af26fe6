import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runCommand, type Keyed } from './command.ts'
import { openDb, type Db, type Tx } from './db.ts'
import { sha256 } from './ids.ts'
import { ok, refuse, type Result } from './pure.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

const scope = { district: '990106', person: null, scopes: [], orgs: [], audience: [] }
const at = new Date('2026-11-20T02:40:00Z')
let database: TestDatabase
let db: Db
let done = 0
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 8)
})
beforeEach(() => { done = 0 })
afterAll(async () => {
  await db.destroy()
  await database.close()
})

const keyed = (key: string, body = 'body', actor = 'post-1'): Keyed => ({ actor, key, request: sha256(body) })
const work = (name: string) => async (tx: Tx): Promise<Result<{ n: number; name: string }>> => {
  done++
  await tx.insertInto('setting').values({ district: '990106', name, value: '1' }).execute()
  return ok({ n: done, name })
}
const run = (key: Keyed | undefined, name: string) => runCommand(db, scope, at, key, work(name))
const saved = async (name: string): Promise<number> => (await db.selectFrom('setting').select('name').where('name', '=', name).execute()).length

test('[K1] the first request does the work and a repeat gets the same answer', async () => {
  const first = await run(keyed('key-00001'), 'once')
  expect(first).toEqual({ ok: true, value: { n: 1, name: 'once' } })
  expect(await run(keyed('key-00001'), 'never')).toEqual(first)
  expect([done, await saved('once'), await saved('never')]).toEqual([1, 1, 0])
})

test('[K1] the same key with another body is refused, and nothing is done', async () => {
  await run(keyed('key-00002'), 'two')
  expect(await run(keyed('key-00002', 'another'), 'other')).toMatchObject({ ok: false, refusal: { code: 'key_reused', rule: 'K1' } })
  expect([done, await saved('other')]).toEqual([1, 0])
})

test('[K1] somebody else’s key is somebody else’s', async () => {
  await run(keyed('key-00003'), 'mine')
  expect(await run(keyed('key-00003', 'body', 'post-2'), 'theirs')).toMatchObject({ ok: true, value: { name: 'theirs' } })
})

test('[K1] ten at once with one key do the work once and answer alike', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => run(keyed('key-00004'), 'raced')))
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
  expect([done, await saved('raced')]).toEqual([1, 1])
})

test('a refusal rolls everything back, its key too, so that the corrected request may use it', async () => {
  const refused = await runCommand(db, scope, at, keyed('key-00005'), async (tx) => {
    await work('half')(tx)
    return refuse({ code: 'no', rule: 'X1', explain: { zh: '不行。', en: 'No.' } })
  })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'no' } })
  expect(await saved('half')).toBe(0)
  expect(await run(keyed('key-00005', 'corrected'), 'whole')).toMatchObject({ ok: true })
})

test('an error rolls everything back and is passed on', async () => {
  await expect(runCommand(db, scope, at, keyed('key-00006'), async (tx) => {
    await work('broken')(tx)
    throw new Error('disk')
  })).rejects.toThrow('disk')
  expect(await saved('broken')).toBe(0)
  expect(await run(keyed('key-00006'), 'mended')).toMatchObject({ ok: true })
})

test('without a key each request does its work', async () => {
  await run(undefined, 'a')
  await run(undefined, 'b')
  expect(done).toBe(2)
})
