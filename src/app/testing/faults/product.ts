/** The whole product as `npm start` runs it, on a folder of its own, with the process numbers of its parts: for ending them without warning. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readSettings } from '../../../kit/config.ts'
import { withClient } from '../../../kit/connection.ts'
import { migrate } from '../../../kit/migrate.ts'
import { startEmbedded } from '../../cli/database.ts'
import { seedDemo } from '../../seed-demo.ts'

export type Part = 'worker' | 'server' | 'database'
export type Product = { readonly url: string; readonly pid: (part: Part) => number | undefined; readonly stop: () => Promise<void> }

const marks: Readonly<Record<Part, RegExp>> = { worker: /\/app\/worker\.ts/, server: /\/app\/server\.ts/, database: /\/postgres\0-D\0/ }

/** Process numbers of the children of `parent`, each with its command line. */
function childrenOf(parent: number): { readonly pid: number; readonly command: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return Number(ppid) === parent && state !== 'Z' ? [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }] : []
    } catch {
      return [] // it ended while we looked
    }
  })
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Lays out the made-up community in `dataDir` without its year of history, which would be played beside what is tested. */
export async function layOut(dataDir: string): Promise<void> {
  const settings = readSettings({ DATA_DIR: dataDir })
  const { server, connection } = await startEmbedded(settings)
  try {
    await migrate(connection)
    await seedDemo(connection, settings)
    await withClient('linli_owner', connection, (client) => client.query(`update setting set value = '1' where name in ('demo_done', 'demo_total')`))
  } finally {
    await server.stop()
  }
}

async function ready(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (piece: Buffer) => {
        said = (said + piece.toString()).slice(-4000)
        const url = /"url":\s*"([^"]+)"/.exec(said)?.[1]
        if (url) resolve(url.replace(/\/$/, ''))
      })
    }
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${said}`)))
  })
}

/** Starts the product on `dataDir` and a free port; resolves when its first page can be opened. */
export async function startProduct(dataDir: string): Promise<Product> {
  const env = {
    ...process.env, DATA_DIR: dataDir, PORT: String(await freePort()), HOST: '127.0.0.1', FILING_LIMIT: '0', LINLI_MODE: 'demo', DATABASE_URL: '',
    NODE_ENV: 'production',
  }
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'supervised.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await ready(child)
  const pid = (part: Part): number | undefined => childrenOf(child.pid ?? 0).find(({ command }) => marks[part].test(command))?.pid
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    const last = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await gone
    clearTimeout(last)
  }
  return { url, pid, stop }
}

/** Ends parts of the product with `kill -9`, all at the same moment. Answers whether each was there to be killed. */
export function kill(product: Product, parts: readonly Part[]): boolean {
  const found = parts.map((part) => product.pid(part))
  for (const pid of found) if (pid !== undefined) process.kill(pid, 'SIGKILL')
  return found.every((pid) => pid !== undefined)
}

/** Waits until every part lives again and the server answers from the database, at most `ms` milliseconds. */
export async function up(product: Product, ms = 30_000): Promise<void> {
  const until = performance.now() + ms
  const answers = (): Promise<boolean> =>
    fetch(`${product.url}/api/v1/demo/progress`, { signal: AbortSignal.timeout(2000) }).then((reply) => reply.ok, () => false)
  while (!(['worker', 'server', 'database'] as const).every((part) => product.pid(part) !== undefined) || !await answers()) {
    if (performance.now() > until) throw new Error('the product did not come back')
    await wait(50)
  }
}
