import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '../../kit/config.ts'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { addPersonWith, clockActor, openKeys, openKeyOf, opensOf, publicActor, residentActor, useKeys } from '../../trust/index.ts'
import { savePlaces } from '../../places/index.ts'
import type { Command } from './command.ts'
import { command as exporting } from './export.ts'
import { command as keys } from './keys.ts'
import { command as people } from './people.ts'

const district = '990106'
const at = new Date('2026-11-20T10:40:00+08:00')
const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-keys-cli-'))
const PEOPLE = 6000
let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 2)
  useKeys(openKeys(dataDir))
  await withScope(db, publicActor(district), async (tx) => {
    await tx.insertInto('district').values({ district, name: '汀南区', path: 'd990106', installed_at: at }).execute()
    for (let n = 0; n < PEOPLE; n++) void addPersonWith(tx, { district, kind: 'resident', at, fields: [] })
    await addPersonWith(tx, { district, kind: 'resident', at, fields: [] })
  })
}, 60_000)
afterAll(async () => {
  await db.destroy()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const env = (): NodeJS.ProcessEnv => {
  const { host, port, database: name } = database.connection
  const url = `postgres://localhost:${port}/${name}?host=${encodeURIComponent(host)}`
  return { ...process.env, DATA_DIR: dataDir, DATABASE_URL: url, LINLI_MODE: 'live', LINLI_KEY: '' }
}
const keyFile = (name: string): string => path.join(dataDir, 'keys', name)
const cli = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/app/linli.mjs', ...args, '--json'], { encoding: 'utf8', env: env() })
  const last: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  return { status, last, said: stdout + stderr }
}
/** Everybody's key, opened by what stands in the key folder now: how many can be read. */
async function readable(): Promise<number> {
  useKeys(openKeys(dataDir))
  const { rows } = await database.pool('linli_owner')
    .query<{ person: string; wrapped: Buffer; alg: string }>('select person, wrapped, alg from person_key')
  return rows.filter(({ wrapped, alg, person }) => {
    try {
      return Boolean(openKeyOf(wrapped, alg, district, person))
    } catch {
      return false
    }
  }).length
}

test('[T11] killed half-way, keys rotate leaves everybody readable; run again it ends, and no key is printed', { timeout: 90_000 }, async () => {
  const [old, before] = [readFileSync(keyFile('master'), 'utf8').trim(), await database.pool('linli_owner').query('select wrapped from person_key')]
  const child = spawn(process.execPath, ['src/app/linli.mjs', 'keys', 'rotate', '--stopped'], { env: env(), stdio: 'ignore', detached: true })
  const was = new Set(before.rows.map(({ wrapped }) => String(wrapped.toString('hex'))))
  const changed = async (): Promise<number> => {
    const { rows } = await database.pool('linli_owner').query<{ wrapped: Buffer }>('select wrapped from person_key')
    return rows.filter(({ wrapped }) => !was.has(wrapped.toString('hex'))).length
  }
  const begun = performance.now()
  while (await changed() === 0 && performance.now() - begun < 60_000) await wait(1)
  process.kill(-(child.pid ?? 0), 'SIGKILL') // the launcher and the program in it
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  const half = await changed()
  expect(half).toBeGreaterThan(0)
  expect(existsSync(keyFile('master.before'))).toBe(true)
  expect(await readable()).toBe(PEOPLE + 1)
  const again = cli('keys', 'rotate', '--stopped')
  expect(again).toMatchObject({ status: 0, last: { keys: PEOPLE + 1, wentOn: true } })
  expect(existsSync(keyFile('master.before'))).toBe(false)
  expect(await readable()).toBe(PEOPLE + 1)
  expect(await changed()).toBe(PEOPLE + 1)
  expect(readFileSync(keyFile('master'), 'utf8').trim()).not.toBe(old)
  expect(again.said).not.toMatch(/[0-9a-f]{64}/i)
  const { rows } = await database.pool('linli_owner').query("select facts from act where kind = 'master.changed'")
  expect(rows).toEqual([{ facts: { keys: PEOPLE + 1 } }])
})

/** As the command line does, in this process: its start is what takes time. */
async function run(command: Command, positionals: readonly string[], values: Readonly<Record<string, string>> = {}) {
  const { LINLI_MODE, DATA_DIR, DATABASE_URL } = env()
  const tell = { json: true, line: () => undefined, result: () => undefined, paint: (_: string, text: string) => text,
    progress: () => ({ step: () => undefined, done: () => undefined }) }
  try {
    return await command.run({ values, positionals, settings: readSettings({ LINLI_MODE, DATA_DIR, DATABASE_URL }), tell, failed: () => undefined })
  } catch (error) {
    return error instanceof Error ? error.name : error
  }
}

test('keys and people tell what is meant when they are called wrongly', async () => {
  expect(await run(keys, [])).toBe('WrongUsage')
  expect(await run(keys, ['rotate'], { leave: 'x' })).toBe('WrongUsage')
  expect(await run(people, ['export', '019a9f3e-5c00-7a01-8b02-0123456789ab'])).toBe('Refused')
  expect(await run(people, ['list'])).toBe('WrongUsage')
  expect(await run(people, ['erase', 'somebody'], { reason: 'asked' })).toBe('WrongUsage')
  expect(await run(people, ['erase', '019a9f3e-5c00-7a01-8b02-0123456789ab'], { reason: 'asked' })).toBe('Refused')
})

test('[T12] people erase destroys the key and is an act; a second time there is nobody', async () => {
  const person = await withScope(db, publicActor(district), (tx) =>
    addPersonWith(tx, { district, kind: 'resident', at, fields: [{ field: 'phone', value: '13900000001', purpose: 'follow' }] }))
  expect(await run(people, ['erase', person])).toBe('WrongUsage')
  expect(await run(people, ['erase', person], { reason: 'asked' })).toEqual({ person, erased: true, reason: 'asked', persons: 1 })
  expect(await run(people, ['erase', person], { reason: 'asked' })).toBe('Refused')
  const { rows } = await database.pool('linli_owner').query('select kind, channel, facts from act where subject_id = $1', [person])
  expect(rows).toEqual([{ kind: 'person.erased', channel: 'desk', facts: { reason: 'asked' } }])
})

test('[T5] people show masks, people export writes the copy for this account alone and is an act', async () => {
  const fields = [{ field: 'name', value: '亓官彧璟', purpose: 'follow' }, { field: 'phone', value: '13900000002', purpose: 'follow' }] as const
  const person = await withScope(db, publicActor(district), (tx) => addPersonWith(tx, { district, kind: 'resident', at, fields }))
  const shown = await run(people, ['show', person])
  expect(shown).toMatchObject({ persons: [person], ties: [], fields: [{ field: 'name', shown: '亓官＊＊' }, { field: 'phone', shown: '139****0002' }] })
  const file = path.join(dataDir, 'copy.json')
  expect(await run(people, ['export', person, file])).toEqual({ person, file, persons: 1, ties: 0 })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ fields: [{ shown: '亓官彧璟' }, { shown: '13900000002', keptSince: '2026-11-20' }] })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await run(people, ['export', person, file])).toBe('Refused')
  expect(await run(people, ['export', person, path.join(dataDir, 'nowhere', 'copy.json')])).toBe('Refused')
  const self = { ...residentActor(district, null), residents: [person] }
  expect(await withScope(db, self, (tx) => opensOf(tx, district, [person]))).toMatchObject([{ field: 'all', purpose: 'person_asked', post: null }])
})

test('[RO28] export roster writes a new file for this account alone, and says so when it can’t; what is there already is left alone', async () => {
  await withScope(db, clockActor(district, 'd990106'), (tx) => savePlaces(tx, district, [{ code: '990106', name: '汀南区' }, { code: '990106003', name: '桐荫街道' },
    { code: '990106003001', name: '梧桐里社区' }]))
  const roster = (file: string) => run(exporting, ['roster', file], { place: '梧桐里社区' })
  for (const name of ['list.xlsx', 'list.csv']) {
    const file = path.join(dataDir, name)
    expect(await roster(file)).toEqual({ people: 0, clear: false, purpose: 'know_homes' })
    expect([name, statSync(file).mode & 0o777]).toEqual([name, 0o600])
    const before = readFileSync(file)
    expect(await roster(file)).toBe('Refused')
    expect(readFileSync(file)).toEqual(before)
  }
  expect(await roster(path.join(dataDir, 'nowhere', 'list.csv'))).toBe('Refused')
  expect(await roster(path.join(dataDir, 'list.pdf'))).toBe('WrongUsage')
})
