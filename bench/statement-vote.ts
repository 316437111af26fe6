/**
 * Answering a statement and receiving the next over HTTP, by 1 and by 20 clients, against a bare loop of the very same SQL, recorded from a real answer and
 * replayed for other neighbours by as many connections as the server has. Server, loop and neighbours are processes of their own; interleaved rounds, medians.
 */
import path from 'node:path'
import { aheadOf } from './support/ballots.ts'
import { installation, median } from './support/installation.ts'
import { layPoll, STATEMENTS } from './support/polls.ts'
import { measure, part, type Measured } from './support/part.ts'
import { startServer } from './support/visitor.ts'

const CLIENTS = 20
const POOL = 10
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const SECONDS = Number(process.env['SECONDS'] ?? 4)
const PEOPLE = Number(process.env['PEOPLE'] ?? 4000)

const here = (file: string): string => path.resolve(import.meta.dirname, file)

/** Runs the benchmark: `ours` and `reference` in answers per second by 20 clients; `p50` in milliseconds by one. */
export async function run(): Promise<object> {
  const place = await installation()
  const { poll, file } = await layPoll(place, PEOPLE)
  const server = await startServer(place)
  const env = { LINLI_DB: JSON.stringify(place.connection), DATA_DIR: place.dataDir, LINLI_MODE: 'demo', HOST: '127.0.0.1', PORT: '0', FILING_LIMIT: '0', POLL: poll, SPEAKERS: file,
    URL: server.url, AHEAD: String(await aheadOf(server.url)), POOL: String(POOL) }
  const [load, bare] = await Promise.all([part(here('support/load-poll.ts'), env), part(here('support/bare-poll.ts'), env)])
  const rounds: { alone: Measured; http: Measured; loop: Measured }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const alone = await measure(load, SECONDS / 2, 1)
    const http = await measure(load, SECONDS, CLIENTS)
    const loop = await measure(bare, SECONDS, CLIENTS)
    if (round > 0) rounds.push({ alone, http, loop }) // the first warms up
    console.error(`${round === 0 ? 'warm-up' : `round ${round}`}: one client ${alone.p50} ms, HTTP ${http.perSecond.toFixed(0)}/s, bare loop ${loop.perSecond.toFixed(0)}/s`)
  }
  for (const one of [load, bare]) one.kill()
  server.process.kill()
  await place.end()
  const middle = (of: (round: (typeof rounds)[number]) => number): number => median(rounds.map(of))
  return {
    ours: Math.round(middle(({ http }) => http.perSecond)), reference: Math.round(middle(({ loop }) => loop.perSecond)),
    ratio: Number(middle(({ http, loop }) => http.perSecond / loop.perSecond).toFixed(3)), unit: 'answers/s', goal: 'p50 ≤ 8 ms; ours ≥ 400; ratio ≥ 0.5',
    p50: middle(({ alone }) => alone.p50), p99: middle(({ alone }) => alone.p99), p50_of_20: middle(({ http }) => http.p50), p99_of_20: middle(({ http }) => http.p99),
    clients: CLIENTS, pool: POOL, statements: rounds[0]?.loop.statements, asked: STATEMENTS,
  }
}
