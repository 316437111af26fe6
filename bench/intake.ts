/**
 * Filing over HTTP, the whole path, 16 clients, against a bare loop of the very same SQL statements: they are recorded from a real filing and
 * replayed with fresh ids, named, by as many connections as the server has. Server, loop and load generator are processes of their own;
 * five interleaved rounds, medians.
 */
import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { installation, median } from './support/installation.ts'

const CLIENTS = 16
const POOL = 10
const ROUNDS = 5
const SECONDS = 5

type Measured = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly statements?: number }
const here = (file: string): string => path.resolve(import.meta.dirname, file)

function child(file: string, env: Record<string, string>): ChildProcess {
  return fork(file, [], { env: { ...process.env, TZ: 'Asia/Shanghai', ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}
const answer = <T>(from: ChildProcess): Promise<T> => new Promise((resolve, reject) => {
  from.once('message', (message) => resolve(message as T)) // each child sends one shape, stated where it is asked
  from.once('exit', (code) => reject(new Error(`a part of the benchmark ended with ${code}`)))
})

async function ask(part: ChildProcess): Promise<Measured> {
  part.send({ seconds: SECONDS, clients: CLIENTS })
  return answer<Measured>(part)
}

/** Runs the benchmark: `ours` and `reference` in filings per second. */
export async function run(): Promise<object> {
  const { connection, settings, end } = await installation()
  const db = { LINLI_DB: JSON.stringify(connection), DATA_DIR: settings.dataDir, LINLI_MODE: 'demo', HOST: '127.0.0.1', PORT: '0', FILING_LIMIT: '0' }
  const server = child(here('../src/app/server.ts'), db)
  const { url } = await answer<{ url: string }>(server)
  const load = child(here('support/load.ts'), { URL: url })
  const bare = child(here('support/bare-loop.ts'), { ...db, POOL: String(POOL) })
  await Promise.all([answer(load), answer(bare)])
  const rounds: { http: Measured; loop: Measured }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const http = await ask(load)
    const loop = await ask(bare)
    if (round > 0) rounds.push({ http, loop }) // the first warms up
    console.error(`${round === 0 ? 'warm-up' : `round ${round}`}: HTTP ${http.perSecond.toFixed(0)}/s, bare loop ${loop.perSecond.toFixed(0)}/s`)
  }
  for (const part of [load, bare, server]) part.kill()
  await end()
  const ours = median(rounds.map((r) => r.http.perSecond))
  const reference = median(rounds.map((r) => r.loop.perSecond))
  return {
    ours: Math.round(ours), reference: Math.round(reference), ratio: Number((ours / reference).toFixed(3)), unit: 'filings/s', goal: 0.5,
    p50: median(rounds.map((r) => r.http.p50)), p99: median(rounds.map((r) => r.http.p99)),
    clients: CLIENTS, pool: POOL, statements: rounds[0]?.loop.statements,
  }
}
