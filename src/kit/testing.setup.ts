/**
 * Runs once per test run, in the process that starts the workers: offers one PostgreSQL to all of them. It is started when the first test file
 * asks, so that a run of rules alone needs none, and it writes without waiting for the disk.
 */
import { createServer, type Server } from 'node:net'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bootstrap } from './bootstrap.ts'
import { migrate } from './migrate.ts'
import { startPostgres, type RunningPostgres } from './postgres.ts'
import { emptyTemplate, template } from './testing.ts'

const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=200', 'wal_level=minimal',
  'max_wal_senders=0', 'shared_buffers=128MB'].flatMap((setting) => ['-c', setting])

let users = 0
let folder = ''
let door: Server | undefined
let server: Promise<RunningPostgres> | undefined

/** What a worker is told: where the server is, and what went wrong with the migrations if anything did. */
async function prepare(): Promise<string> {
  server ??= startPostgres({ dir: path.join(folder, 'pg'), flags })
  const { connection } = await server
  await bootstrap(connection, emptyTemplate)
  const database = await bootstrap(connection, template)
  const trouble = await migrate(database).then(() => undefined, String)
  return JSON.stringify({ ...connection, trouble })
}

/** Removes what test runs that were killed left behind. */
function dropLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^linli-test-(\d+)-/.exec(name)?.[1]
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** Called by vitest before a project's tests; both projects share one server. Answers what is to be done after them. */
export default async function setup(): Promise<() => Promise<void>> {
  if (users++ === 0) {
    dropLeft()
    folder = mkdtempSync(path.join(tmpdir(), `linli-test-${process.pid}-`))
    let ready: Promise<string> | undefined
    door = createServer((socket) => {
      ready ??= prepare().catch((error: unknown) => JSON.stringify({ error: String(error) }))
      socket.on('error', () => undefined)
      void ready.then((answer) => socket.end(answer))
    })
    const address = path.join(folder, 'door')
    await new Promise<void>((resolve) => door?.listen(address, resolve))
    process.env['LINLI_TEST_DOOR'] = address
  }
  return async () => {
    if (--users > 0) return
    door?.close()
    await (await server?.catch(() => undefined))?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
