/**
 * Finding people and homes over HTTP, by a community's worker, in a district with 10,000 and then 1,000,000 people: by name, initials, telephone,
 * its last
 * four digits, and room. A search names the communities of its reader and compares keyed hashes; `whole_reads` counts rows read by going through
 * a table.
 */
import type pg from 'pg'
import { demoPlaces } from '../demo/places.ts'
import { demoRoster } from '../demo/roster.ts'
import { initialsOf } from '../src/roster/index.ts'
import { installation, percentile, type Installation } from './support/installation.ts'
import { growRoster, layRoster, people } from './support/people.ts'
import { signIn, startServer, type Server } from './support/visitor.ts'

const SIZES = [10_000, Number(process.env['PEOPLE'] ?? 1_000_000)] as const
const ASKED = 200
const COMMUNITY = '990106003001'
type Measured = { readonly people: number; readonly p50: number; readonly p95: number; readonly each: Readonly<Record<string, number>>
  readonly found: number; readonly whole_reads: number }

/** What is looked for, by kind: people and homes of the worker's community. */
function questions(): ReadonlyMap<string, readonly string[]> {
  const codes = new Map(demoPlaces().map(({ id, code, fullName }) => [id, { code, fullName }]))
  const roster = demoRoster()
  const here = roster.ties.filter((tie) => tie.until === null && codes.get(tie.home)?.code.startsWith(COMMUNITY))
  const byId = new Map(roster.people.map((one) => [one.id, one]))
  const own = here.flatMap(({ person }) => byId.get(person) ?? []).filter(({ phone }) => phone !== null)
  const spread = <T>(all: readonly T[]): T[] => Array.from({ length: ASKED }, (_, i) => all[(i * 7919) % all.length]).filter((one) =>
    one !== undefined)
  return new Map([
    ['name', spread(own).map(({ name }) => name)], ['initials', spread(own).map(({ name }) => initialsOf(name))],
    ['phone', spread(own).map(({ phone }) => phone ?? '')], ['phone end', spread(own).map(({ phone }) => phone?.slice(-4) ?? '')],
    ['room', spread(here).map(({ home }) => codes.get(home)?.fullName.replace(/室$/, '') ?? '')],
  ])
}

const wholeReads = async (client: pg.Client): Promise<number> => {
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ n: string }>(`select coalesce(sum(seq_tup_read), 0) as n from pg_stat_user_tables
    where relname in ('dweller', 'dweller_value', 'dweller_token', 'dwelling')`)
  return Number(rows[0]?.n ?? 0)
}

async function ask(client: pg.Client, server: Server): Promise<Measured> {
  const worker = await signIn(server.url, 'worker')
  const headers = { ...worker.headers, 'x-linli': '1', 'content-type': 'application/json' }
  let found = 0
  const one = async (q: string): Promise<number> => {
    const from = performance.now()
    const answer = await fetch(`${server.url}/api/v1/roster/find`, { method: 'POST', headers, body: JSON.stringify({ q }) })
    const text = await answer.text()
    const ms = performance.now() - from
    if (!answer.ok) throw new Error(`finding was answered ${answer.status}`)
    const hits = JSON.parse(text) as { people: unknown[]; homes: unknown[] } // the route's reply
    if (hits.people.length + hits.homes.length > 0) found++
    return ms
  }
  const asked = [...questions()]
  for (const [, all] of asked) for (const q of all.slice(0, 20)) await one(q) // warms up
  found = 0
  const before = await wholeReads(client)
  const times = new Map<string, number[]>(asked.map(([kind]) => [kind, []]))
  for (let n = 0; n < ASKED; n++) for (const [kind, all] of asked) times.get(kind)?.push(await one(all[n] ?? ''))
  await new Promise((resolve) => setTimeout(resolve, 1500)) // the server's connections tell their statistics within a second
  const round = (ms: number): number => Number(ms.toFixed(1))
  const each = Object.fromEntries([...times].map(([kind, some]) => [kind, round(percentile(some, 0.95))]))
  const slowest = Object.keys(each).reduce((a, b) => ((each[a] ?? 0) > (each[b] ?? 0) ? a : b))
  const whole_reads = await wholeReads(client) - before
  return { people: await people(client), p50: round(percentile(times.get(slowest) ?? [], 0.5)), p95: each[slowest] ?? 0, each,
    found: found / (ASKED * asked.length), whole_reads }
}

async function measure(here: Installation): Promise<object> {
  const client = await layRoster(here)
  const measured: Measured[] = []
  try {
    for (const size of SIZES) {
      const from = performance.now()
      await growRoster(client, size)
      console.error(`${await people(client)} people after ${((performance.now() - from) / 1000).toFixed(0)} s`)
      const server = await startServer(here)
      const one = await ask(client, server).finally(() => server.process.kill())
      console.error(JSON.stringify(one))
      measured.push(one)
    }
  } finally {
    await client.end()
  }
  const [small, big] = measured
  if (!small || !big) throw new Error('nothing was measured')
  return { ours: big.p95, reference: small.p95, ratio: Number((big.p95 / small.p95).toFixed(2)), unit: 'ms', goal: 30, goal_ratio: 1.5, small, big }
}

/** Runs the benchmark: `ours` is the 95th percentile of the slowest kind of search at 1,000,000 people, `ratio` that to the same at 10,000. */
export async function run(): Promise<object> {
  const here = await installation(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB'])
  try {
    return await measure(here)
  } finally {
    await here.end()
  }
}
