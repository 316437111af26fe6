/**
 * Casting a ballot over HTTP, the whole path, 20 clients, against a bare loop of the very same SQL statements: they are recorded from a real cast and
 * replayed for other homes, named, by as many connections as the server has. Server, loop and voters are processes of their own; interleaved rounds, medians.
 */
import path from 'node:path'
import { aheadOf, layVote } from './support/ballots.ts'
import { installation, median } from './support/installation.ts'
import { measure, part, type Measured } from './support/part.ts'
import { startServer } from './support/visitor.ts'

const CLIENTS = 20
const POOL = 10
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const SECONDS = 4
/** Enough for both at two thousand ballots a second. */
const HOMES = Number(process.env['HOMES'] ?? 100_000)

const here = (file: string): string => path.resolve(import.meta.dirname, file)

/** Runs the benchmark: `ours` and `reference` in ballots per second. */
export async function run(): Promise<object> {
  const place = await installation()
  const { vote, file } = await layVote(place, HOMES)
  const server = await startServer(place)
  const env = { LINLI_DB: JSON.stringify(place.connection), DATA_DIR: place.dataDir, LINLI_MODE: 'demo', HOST: '127.0.0.1', PORT: '0', FILING_LIMIT: '0', VOTE: vote, VOTERS: file,
    URL: server.url, AHEAD: String(await aheadOf(server.url)), POOL: String(POOL) }
  const [load, bare] = await Promise.all([part(here('support/load-cast.ts'), env), part(here('support/bare-cast.ts'), env)])
  const rounds: { http: Measured; loop: Measured }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const http = await measure(load, SECONDS, CLIENTS)
    const loop = await measure(bare, SECONDS, CLIENTS)
    if (round > 0) rounds.push({ http, loop }) // the first warms up
    console.error(`${round === 0 ? 'warm-up' : `round ${round}`}: HTTP ${http.perSecond.toFixed(0)}/s, bare loop ${loop.perSecond.toFixed(0)}/s`)
  }
  for (const one of [load, bare]) one.kill()
  server.process.kill()
  await place.end()
  const ours = median(rounds.map((r) => r.http.perSecond))
  const reference = median(rounds.map((r) => r.loop.perSecond))
  return {
    ours: Math.round(ours), reference: Math.round(reference), ratio: Number(median(rounds.map((r) => r.http.perSecond / r.loop.perSecond)).toFixed(3)), unit: 'ballots/s', goal: 0.5,
    p50: median(rounds.map((r) => r.http.p50)), p99: median(rounds.map((r) => r.http.p99)), clients: CLIENTS, pool: POOL, statements: rounds[0]?.loop.statements, homes: HOMES,
  }
}
