import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyInto, openBulk } from './copy.ts'
import { withScope, type Db } from './db.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await testDatabase({ empty: true })
  db = openBulk(database.connection, 'linli_app')
  await sql`create temporary table copied (n int, said text, list text[], raw bytea, at timestamptz) on commit delete rows`.execute(db)
})
afterAll(async () => { await db.destroy(); await database.close() })

const scope = { district: '990106', person: null, scopes: [], orgs: [], audience: [] }
const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\\N', '\\', 'a\tb\r\nc', '"{,}"', 'NULL', '\\x41', '邻里')).map(text =>
  text.replaceAll('\0', ''))
const row = fc.tuple(fc.nat(), fc.option(words), fc.array(words, { maxLength: 4 }), fc.uint8Array({ maxLength: 20 }).map(bytes => Buffer.from(bytes)),
  fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }))

test('what is copied is what was given, whatever signs are in it', async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
    const read = await withScope(db, scope, async (tx) => {
      await copyInto(tx, 'copied (n, said, list, raw, at)', rows)
      return (await sql<Record<string, unknown>>`select * from copied`.execute(tx)).rows
    })
    const byText = (list: readonly unknown[]) => list.map(one => JSON.stringify(one)).sort()
    expect(byText(read)).toEqual(byText(rows.map(([n, said, list, raw, at]) => ({ n, said, list, raw, at }))))
  }), { numRuns: 40 })
})

test('a row that does not fit ends the transaction and leaves the connection usable', async () => {
  await expect(withScope(db, scope, tx => copyInto(tx, 'copied (n)', [['many']]))).rejects.toThrow(/integer/)
  expect(await withScope(db, scope, async tx => (await sql`select 1 as one`.execute(tx)).rows)).toEqual([{ one: 1 }])
})
