/**
 * Runs once per test run, in the process that starts the workers: offers the whole product to every journey. It is started when the first one
 * asks, as `npm start` does it, with a folder and a port of its own, and stopped at the end.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const repository = path.resolve(import.meta.dirname, '../..')
let folder = ''
let door: Server | undefined
let product: ChildProcess | undefined

/** A port that nobody listens on just now. */
const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer()
  probe.once('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const at = probe.address()
    probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
  })
})

/** Starts everything and answers its address, or what went wrong. */
async function start(): Promise<string> {
  const env = {
    ...process.env, DATA_DIR: path.join(folder, 'data'), PORT: String(await freePort()),
    HOST: '127.0.0.1', FILING_LIMIT: '0', LINLI_MODE: 'demo', DATABASE_URL: '',
    NODE_ENV: 'production',
  }
  const child = spawn(process.execPath, [path.join(repository, 'src/app/linli.mjs'), 'start', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  product = child
  let said = ''
  let log = ''
  child.stderr.on('data', (piece: Buffer) => { log = (log + piece.toString()).slice(-4000) })
  return new Promise((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      const url = /"url":\s*"([^"]+)"/.exec(said)?.[1]
      if (url) resolve(JSON.stringify({ url: url.replace(/\/$/, ''), data: env.DATA_DIR }))
    })
    child.once('exit', (code) => resolve(JSON.stringify({ error: `the product ended with ${code}: ${said}${log}` })))
  })
}

/** Asks it to stop, and waits until it has. */
async function stop(): Promise<void> {
  const child = product
  if (!child || child.exitCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const last = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(last)
}

/** Removes what runs that were killed left behind. */
function dropLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^linli-e2e-(\d+)-/.exec(name)?.[1]
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** Called by vitest before the journeys; answers what is to be done after them. */
export default async function setup(): Promise<() => Promise<void>> {
  dropLeft()
  folder = mkdtempSync(path.join(tmpdir(), `linli-e2e-${process.pid}-`))
  let ready: Promise<string> | undefined
  door = createServer((socket) => {
    socket.on('error', () => undefined)
    ready ??= start()
    void ready.then((answer) => socket.end(answer))
  })
  const address = path.join(folder, 'door')
  await new Promise<void>((resolve) => door?.listen(address, resolve))
  process.env['LINLI_PRODUCT_DOOR'] = address
  return async () => {
    door?.close()
    await stop()
    if (process.env['LINLI_E2E_LOG']) {
      for (const name of ['server.log', 'worker.log']) process.stderr.write(readFileSync(path.join(folder, 'data', name), 'utf8').slice(-4000))
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
