import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { bootstrap } from './bootstrap.ts'
import { connectionOfJson, connectionOfUrl, withClient } from './connection.ts'
import { startPostgres } from './postgres.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-pg-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const flags = ['-c', 'fsync=off']

/** Whether a process lives; one that nobody has reaped yet (state Z) doesn't. */
function lives(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('a first start makes the database, a second finds what was written', { timeout: 30_000 }, async () => {
  const dir = path.join(folder, 'one', 'pg')
  const first = await startPostgres({ dir, flags })
  const connection = await bootstrap(first.connection)
  await bootstrap(first.connection)
  await withClient('linli_owner', connection, (client) => client.query('create table kept (n int); insert into kept values (7)'))
  await first.stop()
  expect(lives(first.pid)).toBe(false)
  const second = await startPostgres({ dir, flags })
  const rows = await withClient('linli_owner', connection, (client) => client.query('select n from kept'))
  await second.stop()
  expect(rows.rows).toEqual([{ n: 7 }])
  expect(readdirSync(path.join(folder, 'one')).sort()).toEqual(['pg', 'pg.socket'])
})

test('the roles are not superusers, and the application cannot enter auth', { timeout: 30_000 }, async () => {
  const server = await startPostgres({ dir: path.join(folder, 'roles', 'pg'), flags })
  const connection = await bootstrap(server.connection)
  await withClient('linli_owner', connection, (client) => client.query('create schema auth authorization linli_auth'))
  await withClient('linli_auth', connection, (client) => client.query('create table session (id text)'))
  const supers = await withClient('postgres', connection, (client) => client.query(
    "select rolname from pg_roles where rolname like 'linli%' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)"))
  await expect(withClient('linli_app', connection, (client) => client.query('select * from auth.session'))).rejects.toThrow(/permission denied/)
  await expect(withClient('linli_app', connection, (client) => client.query('create table mine (n int)'))).rejects.toThrow(/permission denied/)
  const asked = "select 1 from auth.session; select current_setting('timezone') as zone"
  const seen = await withClient('linli_owner', connection, (client) => client.query(asked))
  await server.stop()
  expect(supers.rows).toEqual([])
  expect(seen).toMatchObject([{ rowCount: 0 }, { rows: [{ zone: 'Asia/Shanghai' }] }])
})

test('a very long folder gets a short socket, an interrupted first start and a stale lock are no trouble', { timeout: 30_000 }, async () => {
  const parent = path.join(folder, 'x'.repeat(100))
  mkdirSync(path.join(parent, 'pg.new-999999999'), { recursive: true })
  const dir = path.join(parent, 'pg')
  const server = await startPostgres({ dir, flags })
  expect(server.connection.host.length).toBeLessThan(90)
  await server.stop()
  writeFileSync(path.join(dir, 'postmaster.pid'), `${process.pid}\n${dir}\n1\n5432\n${server.connection.host}\n\n`)
  const again = await startPostgres({ dir, flags })
  await again.stop()
  expect(readdirSync(parent)).toEqual(['pg'])
  rmSync(server.connection.host, { recursive: true, force: true })
})

test('a start on a folder in use waits for it to be free', { timeout: 30_000 }, async () => {
  const dir = path.join(folder, 'busy', 'pg')
  const first = await startPostgres({ dir, flags })
  let waited = false
  const second = startPostgres({ dir, flags, onWait: () => { waited = true; void first.stop() } })
  await (await second).stop()
  expect(waited).toBe(true)
})

test('kill -9 of the process that started it takes PostgreSQL along', { timeout: 30_000 }, async () => {
  const dir = path.join(folder, 'kill', 'pg')
  const program = `import { startPostgres } from ${JSON.stringify(path.resolve('src/kit/postgres.ts'))}
    const server = await startPostgres({ dir: ${JSON.stringify(dir)} }); console.log(server.pid); setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = Number(await new Promise<string>((resolve) => parent.stdout.once('data', (text: Buffer) => resolve(text.toString()))))
  expect(lives(pid)).toBe(true)
  parent.kill('SIGKILL')
  for (let i = 0; i < 400 && lives(pid); i++) await wait(50)
  expect(lives(pid)).toBe(false)
})

test('where root gets no namespace, the database runs as nobody, and its files keep that account', { timeout: 30_000 }, async (context) => {
  if (process.getuid?.() !== 0) return context.skip()
  chmodSync(folder, 0o711)
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(path.join(bin, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const before = process.env['PATH']
  const dir = path.join(folder, 'nobody', 'pg')
  mkdirSync(path.dirname(dir), { mode: 0o700 })
  process.env['PATH'] = `${bin}:${before}`
  const first = await startPostgres({ dir, flags })
  await first.stop()
  process.env['PATH'] = before
  expect(statSync(dir).uid).toBe(65534)
  const second = await startPostgres({ dir, flags })
  expect(readFileSync(`/proc/${second.pid}/status`, 'utf8')).toMatch(/^Uid:\s65534/m)
  await second.stop()
})

test('an address of a database is read, and a wrong one is refused with a sentence', () => {
  expect(connectionOfUrl('postgres://:s%40t@db.example:6000/linli')).toEqual({ host: 'db.example', port: 6000, database: 'linli', password: 's@t' })
  expect(connectionOfUrl('postgres://localhost/linli')).toEqual({ host: 'localhost', port: 5432, database: 'linli' })
  expect(() => connectionOfUrl('mysql://x/y')).toThrow(/should look like/)
  expect(() => connectionOfJson('{"host":"/tmp"}')).toThrow(/needs host/)
})
