/**
 * Filing over HTTP, the whole path, 16 clients, against a bare loop of the very same SQL statements: they are recorded from a real filing and
 * replayed with fresh ids, named, by as many connections as the server has. Server, loop and load generator are processes of their own;
 * five interleaved rounds, medians.
 */
import path from 'node:path'
import { installation, median } from './support/installation.ts'
import { begun, measure, part, type Measured } from './support/part.ts'

const CLIENTS = 16
const POOL = 10
const ROUNDS = 5
const SECONDS = 5

const here = (file: string): string => path.resolve(import.meta.dirname, file)

/** Runs the benchmark: `ours` and `reference` in filings per second. */
export async function run(): Promise<object> {
  const { connection, settings, end } = await installation()
  const db = { LINLI_DB: JSON.stringify(connection), DATA_DIR: settings.dataDir, LINLI_MODE: 'demo', HOST: '127.0.0.1', PORT: '0', FILING_LIMIT: '0' }
  const { child: server, said } = await begun<{ url: string }>(here('../src/app/server.ts'), db)
  const [load, bare] = await Promise.all([part(here('support/load.ts'), { URL: said.url }), part(here('support/bare-loop.ts'), { ...db, POOL: String(POOL) })])
  const rounds: { http: Measured; loop: Measured }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const http = await measure(load, SECONDS, CLIENTS)
    const loop = await measure(bare, SECONDS, CLIENTS)
    if (round > 0) rounds.push({ http, loop }) // the first warms up
    console.error(`${round === 0 ? 'warm-up' : `round ${round}`}: HTTP ${http.perSecond.toFixed(0)}/s, bare loop ${loop.perSecond.toFixed(0)}/s`)
  }
  for (const one of [load, bare, server]) one.kill()
  await end()
  const ours = median(rounds.map((r) => r.http.perSecond))
  const reference = median(rounds.map((r) => r.loop.perSecond))
  return {
    ours: Math.round(ours), reference: Math.round(reference), ratio: Number((ours / reference).toFixed(3)), unit: 'filings/s', goal: 0.5,
    p50: median(rounds.map((r) => r.http.p50)), p99: median(rounds.map((r) => r.http.p99)),
    clients: CLIENTS, pool: POOL, statements: rounds[0]?.loop.statements,
  }
}
