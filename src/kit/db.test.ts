import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, openDb, statement, withScope, type Db, type Scope, type Tx } from './db.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
})
afterAll(async () => {
  await db.destroy()
  await database.close()
})

const scope: Scope = { district: '990106', person: '019a0000-0000-7000-8000-000000000001',
  scopes: ['d990106.s003', 'k1.b03'], orgs: ['019a0000-0000-7000-8000-000000000002'],
  audience: ['community'], matters: ['019a0000-0000-7000-8000-000000000003'] }
const nobody: Scope = { district: '990106', person: null, scopes: [], orgs: [], audience: [] }
const seen = async (tx: Db | Tx): Promise<unknown> => (await sql`select app_district() as district, app_person() as person, app_scopes()::text as scopes, app_orgs()::text as orgs,
  app_audience()::text as audience, app_matters()::text as matters`.execute(tx)).rows[0]
const put = statement<{ district: string; name: string; value: string }>('test.put', (q, p) =>
  q.insertInto('setting').values({ district: p('district'), name: p('name'), value: p('value') }))
const names = async (): Promise<string[]> => (await db.selectFrom('setting').select('name').orderBy('name').execute()).map((row) => row.name)

test('a transaction carries its scope, and the connection forgets it', async () => {
  expect(await withScope(db, scope, seen))
    .toEqual({ district: '990106', person: scope.person, scopes: '{d990106.s003,k1.b03}', orgs: `{${scope.orgs[0]}}`, audience: '{community}',
    matters: `{${scope.matters?.[0]}}` })
  expect(await withScope(db, nobody, seen)).toEqual({ district: '990106', person: null, scopes: '{}', orgs: '{}', audience: '{}', matters: '{}' })
  for (let n = 0; n < 4; n++) expect(JSON.stringify(await seen(db))).not.toContain('990106')
})

test('quotes, braces and backslashes in a scope stay text', async () => {
  const odd = ["it's", 'a"b', 'c\\d', '{e,f}', "'; drop table setting; --", '甲 乙', '']
  const { rows } = await withScope(db, { ...nobody, audience: odd }, (tx) =>
    sql<{ audience: string[] }>`select app_audience() as audience`.execute(tx))
  expect(rows[0]?.audience).toEqual(odd)
})

test('scopes of transactions side by side never mix', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => withScope(db, { ...nobody, audience: [`a${n}`] }, async (tx) => {
    await sql`select pg_sleep(0.001)`.execute(tx)
    return (await sql<{ audience: string[] }>`select app_audience() as audience`.execute(tx)).rows[0]?.audience[0]
  })))
  expect(all).toEqual(all.map((_, n) => `a${n}`))
})

test('actAs goes on in the same transaction as somebody else', async () => {
  await withScope(db, scope, async (tx) => {
    await actAs(tx, nobody)
    expect(await seen(tx)).toMatchObject({ person: null, scopes: '{}' })
  })
})

test('a statement is bound by its values and planned once under its name', async () => {
  await withScope(db, scope, async (tx) => {
    for (const name of ['a', "b'; --"]) await put(tx, { district: '990106', name, value: '1' })
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements where name = 'test.put'`.execute(tx)
    expect(rows[0]?.n).toBe(1)
  })
  expect(await names()).toEqual(['a', "b'; --"])
})

test('what throws is rolled back, and the connection is good for the next', async () => {
  const failing = (): Promise<never> => withScope(db, scope, async (tx) => {
    await put(tx, { district: '990106', name: 'lost', value: '1' })
    throw new Error('changed my mind')
  })
  for (let n = 0; n < 5; n++) await expect(failing()).rejects.toThrow('changed my mind')
  await expect(withScope(db, scope, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero')
  expect(await names()).not.toContain('lost')
})

test('a failure that the work did not look at is not mistaken for a commit', async () => {
  const careless = withScope(db, scope, async (tx) => {
    await put(tx, { district: '990106', name: 'careless', value: '1' })
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    return 'done'
  })
  await expect(careless).rejects.toThrow('rolled back')
  expect(await names()).not.toContain('careless')
  expect(await withScope(db, scope, async () => 'well')).toBe('well')
})

test('a Tx is made by withScope alone', async () => {
  await withScope(db, scope, async (tx) => {
    await expect(tx.transaction().execute(async () => 1)).rejects.toThrow('withScope alone')
  })
})
