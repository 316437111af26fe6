import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { askPhoneCode, clockActor, openKeys, publicActor, useKeys } from '../index.ts'
import { forgetEnded } from './forget.ts'

const district = '990106'
const asked = new Date('2026-11-20T10:40:00+08:00')
const hours = (count: number, from = asked): Date => new Date(from.getTime() + count * 3_600_000)
let database: TestDatabase
let db: Db
let auth: Db

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  auth = openDb(database.connection, 'linli_auth', 1)
  useKeys(openKeys('', { LINLI_KEY: '5a'.repeat(32) }))
})
afterAll(async () => {
  await Promise.all([db.destroy(), auth.destroy()])
  await database.close()
})

const codes = async (): Promise<number> => (await database.pool('linli_owner').query('select 1 from phone_code')).rowCount ?? 0
const forget = (product: Date, machine = product): Promise<void> => forgetEnded(db, auth, clockActor(district, 'd990106'), { product, machine })

test('[T6] a code stays for the day in which the limits of rate count it, and then goes', async () => {
  await withScope(db, publicActor(district), (tx) =>
    askPhoneCode(tx, { district, phone: '13900000000', person: null, subject: { kind: 'matter', id: newId() }, at: asked }))
  await forget(hours(24))
  expect(await codes()).toBe(1)
  await forget(hours(25))
  expect(await codes()).toBe(0)
})

test('[T3] a wrong try goes after a day of the machine\'s clock, whatever the product\'s says', async () => {
  const tries = async (): Promise<number> => (await database.pool('linli_auth').query('select 1 from auth.attempt')).rowCount ?? 0
  await database.pool('linli_auth').query("insert into auth.attempt (key_hash, failures, last_at) values ('\\x01', 5, $1)", [asked])
  await forget(hours(1000), hours(23))
  expect(await tries()).toBe(1)
  await forget(hours(0), hours(25))
  expect(await tries()).toBe(0)
})
