/**
 * The live page of a motion with 100,000 homes, half of which have voted, over HTTP by whoever leads it, while more votes come in. The page has
 * participation against both quorums, each building, each channel, steps and what waits.
 */
import { fork } from 'node:child_process'
import path from 'node:path'
import { aheadOf, layVote } from './support/ballots.ts'
import { installation, percentile } from './support/installation.ts'
import { signIn, startServer } from './support/visitor.ts'

const HOMES = Number(process.env['HOMES'] ?? 100_000)
const ASKED = 200
/** Voters at the same time, each waiting a moment between two ballots: some two hundred ballots a second. */
const [VOTERS, PAUSE] = [20, 100]

type Live = { readonly participation: { readonly heads: number; readonly headsTotal: number }; readonly buildings: readonly { readonly tookPart: number }[] }

/** Runs the benchmark: `ours` is the p95 of the page in milliseconds. */
export async function run(): Promise<object> {
  const place = await installation()
  const { vote, file } = await layVote(place, HOMES, HOMES / 2)
  const server = await startServer(place)
  const chair = await signIn(server.url, 'owners')
  const load = fork(path.resolve(import.meta.dirname, 'support/load-cast.ts'), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TZ: 'Asia/Shanghai', URL: server.url, DATA_DIR: place.dataDir, VOTERS: file, VOTE: vote, AHEAD: String(await aheadOf(server.url)) } })
  await new Promise((resolve) => { load.once('message', resolve) })
  const address = `/api/v1/votes/${vote}`
  for (let n = 0; n < 20; n++) await chair.get<Live>(address) // warms up
  const before = (await chair.get<Live>(address)).value
  const voted = new Promise<{ perSecond: number }>((resolve) => { load.once('message', (message) => resolve(message as { perSecond: number })) }) // the child's one shape
  load.send({ seconds: 20, clients: VOTERS, pause: PAUSE })
  const times: number[] = []
  const until = performance.now() + 19_000
  while (times.length < ASKED && performance.now() < until) {
    times.push((await chair.get<Live>(address)).ms)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { perSecond } = await voted
  const { value } = await chair.get<Live>(address)
  load.kill()
  server.process.kill()
  await place.end()
  const sum = value.buildings.reduce((all, { tookPart }) => all + tookPart, 0)
  const round = (ms: number): number => Number(ms.toFixed(1))
  return {
    ours: round(percentile(times, 0.95)), unit: 'ms (p95)', goal: 100, p50: round(percentile(times, 0.5)), asked: times.length, homes: value.participation.headsTotal,
    votes_per_second: Math.round(perSecond), came_in: value.participation.heads - before.participation.heads, adds_up: sum === value.participation.heads,
  }
}
