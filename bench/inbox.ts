/**
 * A community's inbox over HTTP, full pages of fifty, in a street of sixteen communities with 10,000 and then 1,000,000 matters. `whole_reads` counts rows
 * that were read by going through whole tables of matters while the pages were asked for.
 */
import type pg from 'pg'
import { installation, percentile } from './support/installation.ts'
import { growTo, layStreet } from './support/street.ts'
import { signIn, startServer, type Visitor } from './support/visitor.ts'

const SIZES = [10_000, Number(process.env['MATTERS'] ?? 1_000_000)] as const
const ASKED = 100
const PAGE = 50
type Cards = { readonly items: readonly unknown[]; readonly next: string | null }
type Measured = { readonly matters: number; readonly p50: number; readonly p95: number; readonly each: Readonly<Record<string, number>>; readonly whole_reads: number }

const wholeReads = async (client: pg.Client): Promise<number> => {
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ n: string }>(`select coalesce(sum(seq_tup_read), 0) as n from pg_stat_user_tables where relname like 'matter%'`)
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

async function ask(client: pg.Client, secretary: Visitor, more: Readonly<Record<string, string>>): Promise<Measured> {
  const asked = { ...await addresses(secretary), ...more }
  for (const address of Object.values(asked)) for (let n = 0; n < 10; n++) await secretary.get(address) // warms up
  const before = await wholeReads(client)
  const times = new Map<string, number[]>(Object.keys(asked).map((name) => [name, []]))
  for (let n = 0; n < ASKED; n++) for (const [name, address] of Object.entries(asked)) times.get(name)?.push((await secretary.get(address)).ms)
  await new Promise((resolve) => setTimeout(resolve, 1500)) // the server's connections tell their statistics within a second
  const { rows: [row] } = await client.query<{ n: number }>('select count(*)::int as n from matter')
  const round = (ms: number): number => Number(ms.toFixed(1))
  const each = Object.fromEntries([...times].map(([name, some]) => [name, round(percentile(some, 0.95))]))
  const slowest = Object.keys(each).reduce((a, b) => ((each[a] ?? 0) > (each[b] ?? 0) ? a : b))
  return {
    matters: row?.n ?? 0, p50: round(percentile(times.get(slowest) ?? [], 0.5)), p95: each[slowest] ?? 0, each, whole_reads: await wholeReads(client) - before,
  }
}

/** Runs the benchmark: `ours` is the 95th percentile of the slowest address at 1,000,000, `ratio` that to the same at 10,000. */
export async function run(): Promise<object> {
  const here = await installation(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB'])
  const client = await layStreet(here)
  const measured: Measured[] = []
  try {
    for (const size of SIZES) {
      const from = performance.now()
      await growTo(client, size, measured.length === 0 ? 3 : 20)
      console.error(`${size} matters after ${((performance.now() - from) / 1000).toFixed(0)} s`)
      const server = await startServer(here)
      const one = await ask(client, await signIn(server.url, 'secretary'), {})
      server.process.kill()
      console.error(JSON.stringify(one))
      measured.push(one)
    }
  } finally {
    await client.end()
    await here.end()
  }
  const [small, big] = measured
  if (!small || !big) throw new Error('nothing was measured')
  return { ours: big.p95, reference: small.p95, ratio: Number((big.p95 / small.p95).toFixed(2)), unit: 'ms', goal: 50, goal_ratio: 1.5, small, big }
}
