import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { testDatabase } from './testing.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-migrate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string) => writeFileSync(path.join(folder, name), text)

test('files with several statements are applied once, in order, as the owner', async () => {
  const database = await testDatabase({ empty: true })
  file('0001_first.sql', `create table first (n int); -- a remark; with a semicolon
    create function f() returns int language sql as $$ select 1; $$;`)
  file('0002_second.sql', 'alter table first add column m int; insert into first values (1, 2)')
  file('notes.txt', 'not SQL')
  expect(await migrate(database.connection, folder)).toEqual({ applied: ['0001_first', '0002_second'] })
  expect(await migrate(database.connection, folder)).toEqual({ applied: [] })
  const asked = "select tableowner, (select count(*)::int from first) as rows from pg_tables where tablename = 'first'"
  const owner = await database.pool('postgres').query(asked)
  expect(owner.rows).toEqual([{ tableowner: 'linli_owner', rows: 1 }])
  await database.close()
})

test('a migration that fails names itself and leaves nothing of the run behind', async () => {
  const database = await testDatabase({ empty: true })
  file('0003_wrong.sql', 'create table third (n int); create table third (n int)')
  await expect(migrate(database.connection, folder)).rejects.toThrow(/migration 0003_wrong: .*already exists/)
  const tables = await database.pool('linli_owner').query("select tablename from pg_tables where tablename in ('first', 'third')")
  expect(tables.rows).toEqual([])
  await database.close()
})

test('the product’s own migrations apply, and every test file gets a database of its own', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()])
  expect(await migrate(one.connection)).toEqual({ applied: [] })
  await one.pool('linli_owner').query('create table only_here (n int)')
  const elsewhere = await two.pool('linli_owner').query("select to_regclass('only_here') as found")
  expect(elsewhere.rows).toEqual([{ found: null }])
  await Promise.all([one.close(), two.close()])
})
