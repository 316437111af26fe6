import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { readSettings } from '../kit/config.ts'
import { withClient } from '../kit/connection.ts'
import { backOff } from './child.ts'
import { runningInstance, startedAt } from './cli/instance.ts'
import { teller } from './cli/tell.ts'
import { supervise, type Watcher } from './supervisor.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-supervisor-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// stand-ins for server and worker: a page that answers, and a process that waits
writeFileSync(path.join(folder, 'server.mjs'), `import { createServer } from 'node:http'
  process.on('disconnect', () => process.exit(1))
  createServer((_, reply) => reply.end(process.env.LINLI_DB)).listen(Number(process.env.PORT), '127.0.0.1', function () {
    process.send({ ready: true, url: 'http://127.0.0.1:' + this.address().port + '/' }) })`)
writeFileSync(path.join(folder, 'worker.mjs'), `process.on('disconnect', () => process.exit(1))
  process.send({ ready: true }); setInterval(() => {}, 1000)`)
writeFileSync(path.join(folder, 'broken.mjs'), `throw new TypeError('no such thing')`)

mkdirSync(path.join(folder, 'none'))
const within = (name: string): string => path.join(folder, name)
const parts = { server: within('server.mjs'), worker: within('worker.mjs'), build: undefined, migrations: within('none') }
const quiet: Watcher = { done: () => undefined, trouble: () => undefined }
const lives = (pid: number | undefined): boolean => pid !== undefined && startedAt(pid) !== undefined

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo // a TCP server's address is this once it listens
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function settingsFor(name: string) {
  return readSettings({ DATA_DIR: path.join(folder, name), PORT: String(await freePort()), LINLI_MODE: 'live' }) // without tables no demo is laid out
}

/** Waits until `truth`, at most half a minute. */
async function until(truth: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !truth(); i++) await wait(50)
  expect(truth()).toBe(true)
}

test('everything starts, a killed server and a killed database come back, and all of it stops', { timeout: 60_000 }, async () => {
  const settings = await settingsFor('kept')
  const running = await supervise(settings, quiet, teller(true), parts)
  expect(runningInstance(settings.dataDir)).toMatchObject({ pid: process.pid, url: running.url })
  await expect(supervise(settings, quiet, teller(true), parts)).rejects.toThrow(/already running/)
  const first = running.pids()
  process.kill(first.server ?? 0, 'SIGKILL')
  await until(() => lives(running.pids().server) && running.pids().server !== first.server)
  for (let i = 0; i < 600 && !(await fetch(running.url).then((reply) => reply.ok, () => false)); i++) await wait(50)
  const connection = JSON.parse(await (await fetch(running.url)).text())
  process.kill(first.postgres ?? 0, 'SIGKILL')
  await until(() => lives(running.pids().postgres) && running.pids().postgres !== first.postgres)
  const answer = await withClient('linli_app', connection, (client) => client.query('select 1 as one'))
  expect(answer.rows).toEqual([{ one: 1 }])
  expect(running.pids().worker).toBe(first.worker)
  const last = running.pids()
  await running.stop()
  expect([last.server, last.worker, last.postgres].filter(lives)).toEqual([])
  expect(existsSync(path.join(settings.dataDir, 'instance.json'))).toBe(false)
})

/** The supervisor in a process of its own, as `npm start` runs it. */
async function start(name: string): Promise<{ child: ChildProcess; pids: number[]; dataDir: string }> {
  const settings = await settingsFor(name)
  const program = `import { supervise } from ${JSON.stringify(path.resolve('src/app/supervisor.ts'))}
    import { teller } from ${JSON.stringify(path.resolve('src/app/cli/tell.ts'))}
    const running = await supervise(${JSON.stringify(settings)}, { done() {}, trouble() {} }, teller(true), ${JSON.stringify(parts)})
    process.on('SIGTERM', () => running.stop().then(() => process.exit(0)))
    console.log(JSON.stringify(Object.values(running.pids())))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pids: number[] = JSON.parse(await new Promise<string>((resolve) => child.stdout.once('data', (text: Buffer) => resolve(text.toString()))))
  return { child, pids, dataDir: settings.dataDir }
}

test('kill -9 of the supervisor leaves no child behind, and the next start finds its way', { timeout: 60_000 }, async () => {
  const { child, pids, dataDir } = await start('killed')
  expect(pids.filter(lives)).toHaveLength(3)
  child.kill('SIGKILL')
  await until(() => !pids.some(lives))
  expect(runningInstance(dataDir)).toBeUndefined()
  const again = await supervise(readSettings({ DATA_DIR: dataDir, PORT: String(await freePort()), LINLI_MODE: 'live' }), quiet, teller(true), parts)
  await again.stop()
})

test('SIGTERM stops everything cleanly', { timeout: 60_000 }, async () => {
  const { child, pids } = await start('asked')
  const code = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await code).toBe(0)
  expect(pids.filter(lives)).toEqual([])
})

test('a taken port and a child that cannot start are told in a sentence, with nothing left running', { timeout: 60_000 }, async () => {
  const settings = await settingsFor('trouble')
  const other = createServer().listen(settings.port, '127.0.0.1')
  const taken = new RegExp(`端口 ${settings.port} 已被占用.*Port ${settings.port} is taken`)
  await expect(supervise(settings, quiet, teller(true), parts)).rejects.toThrow(taken)
  await new Promise((resolve) => other.close(resolve))
  const broken = { ...parts, server: path.join(folder, 'broken.mjs') }
  await expect(supervise(settings, quiet, teller(true), broken)).rejects.toThrow(/TypeError: no such thing/)
  expect(existsSync(path.join(settings.dataDir, 'pg', 'postmaster.pid'))).toBe(false)
})

test('the wait before a restart grows and stays bounded', () => {
  expect([1, 2, 3, 100].map(backOff)).toEqual([200, 500, 1000, 30_000])
})
