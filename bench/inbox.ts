/**
 * A community's inbox over HTTP, full pages of fifty, and its street's three rates, in a street of sixteen communities with 10,000 and then 1,000,000
 * matters. `whole_reads` counts rows that were read by going through whole tables of matters or rates while the pages were asked for. Rates are counted
 * from the acts of one matter in twenty-five, and verified against them afterwards.
 */
import type pg from 'pg'
import { openDb } from '../src/kit/db.ts'
import { verifyRates } from '../src/matters/index.ts'
import { installation, percentile, type Installation } from './support/installation.ts'
import { growTo, layStreet } from './support/street.ts'
import { signIn, startServer, type Server, type Visitor } from './support/visitor.ts'

const SIZES = [10_000, Number(process.env['MATTERS'] ?? 1_000_000)] as const
const ASKED = 100
const PAGE = 50
const MONTH = '2026-11'
type Cards = { readonly items: readonly unknown[]; readonly next: string | null }
type Measured = { readonly matters: number; readonly p50: number; readonly p95: number; readonly each: Readonly<Record<string, number>>; readonly whole_reads: number }

const wholeReads = async (client: pg.Client): Promise<number> => {
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ n: string }>(`select coalesce(sum(seq_tup_read), 0) as n from pg_stat_user_tables where relname like 'matter%' or relname in ('act', 'leaf', 'rate_visit')`)
  return Number(rows[0]?.n ?? 0)
}

/** What a community's page of the inbox asks for: its lists, the page after the first, and what stands on its tabs. */
async function addresses(secretary: Visitor): Promise<Record<string, string>> {
  const first: Record<string, string> = {}
  for (const tab of ['mine', 'all']) {
    const address = `/api/v1/matters?tab=${tab}&limit=${PAGE}`
    const { value } = await secretary.get<Cards>(address)
    if (value.items.length !== PAGE) throw new Error(`the page '${tab}' holds ${value.items.length} and not ${PAGE}`)
    first[tab] = address
    if (tab === 'all') first['all, next'] = `${address}&after=${encodeURIComponent(value.next ?? '')}`
  }
  return { ...first, counts: '/api/v1/matters/counts' }
}

/** The street's rates of a month, cut in three ways. */
async function rates(street: Visitor): Promise<Record<string, string>> {
  const asked = Object.fromEntries(['community', 'party', 'category'].map((by) => [`rates by ${by}`, `/api/v1/rates?by=${by}&period=${MONTH}`]))
  for (const address of Object.values(asked)) {
    const { value } = await street.get<{ total: { counts: { visits: number } } }>(address)
    if (value.total.counts.visits === 0) throw new Error(`${address} has no visits`)
  }
  return asked
}

async function ask(client: pg.Client, server: Server): Promise<Measured> {
  const [secretary, street] = [await signIn(server.url, 'secretary'), await signIn(server.url, 'street')]
  const asked = [...Object.entries(await addresses(secretary)).map((one) => [secretary, ...one] as const),
    ...Object.entries(await rates(street)).map((one) => [street, ...one] as const)]
  for (const [who, , address] of asked) for (let n = 0; n < 10; n++) await who.get(address) // warms up
  const before = await wholeReads(client)
  const times = new Map<string, number[]>(asked.map(([, name]) => [name, []]))
  for (let n = 0; n < ASKED; n++) for (const [who, name, address] of asked) times.get(name)?.push((await who.get(address)).ms)
  await new Promise((resolve) => setTimeout(resolve, 1500)) // the server's connections tell their statistics within a second
  const { rows: [row] } = await client.query<{ n: number }>('select count(*)::int as n from matter')
  const round = (ms: number): number => Number(ms.toFixed(1))
  const each = Object.fromEntries([...times].map(([name, some]) => [name, round(percentile(some, 0.95))]))
  const slowest = Object.keys(each).reduce((a, b) => ((each[a] ?? 0) > (each[b] ?? 0) ? a : b))
  return {
    matters: row?.n ?? 0, p50: round(percentile(times.get(slowest) ?? [], 0.5)), p95: each[slowest] ?? 0, each, whole_reads: await wholeReads(client) - before,
  }
}

/** The rollup recomputed from the acts. */
async function verify({ connection }: Installation): Promise<object> {
  const owner = openDb(connection, 'linli_owner', 1)
  try {
    const { ok, visits, rows, amiss } = await verifyRates(owner, '990106')
    return { ok, visits, rows, amiss }
  } finally {
    await owner.destroy()
  }
}

async function measure(here: Installation): Promise<object> {
  const client = await layStreet(here)
  const measured: Measured[] = []
  try {
    for (const size of SIZES) {
      const from = performance.now()
      await growTo(here, client, size, measured.length === 0 ? 3 : 20)
      console.error(`${size} matters after ${((performance.now() - from) / 1000).toFixed(0)} s`)
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
  return { ours: big.p95, reference: small.p95, ratio: Number((big.p95 / small.p95).toFixed(2)), unit: 'ms', goal: 50, goal_ratio: 1.5, small, big, rates: await verify(here) }
}

/** Runs the benchmark: `ours` is the 95th percentile of the slowest address at 1,000,000, `ratio` that to the same at 10,000. */
export async function run(): Promise<object> {
  const here = await installation(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB'])
  try {
    return await measure(here)
  } finally {
    await here.end()
  }
}
