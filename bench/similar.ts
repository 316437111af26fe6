/**
 * Similar matters while somebody types, over HTTP, in a street of sixteen communities with 1,000,000 matters: each sentence is asked about as it grows, at
 * many buildings. Narrowed by place and time first, so the number of matters elsewhere and of years before does not count.
 */
import type pg from 'pg'
import { installation, percentile, type Installation } from './support/installation.ts'
import { growTo, layStreet } from './support/street.ts'
import { startServer, type Server } from './support/visitor.ts'

const MATTERS = Number(process.env['MATTERS'] ?? 1_000_000)
const ROUNDS = 20
/** What people begin to write; each is asked about after every third sign. */
const SENTENCES = [
  '楼道灯坏了三个月，晚上不敢下楼倒垃圾', '电梯又停在三楼，老人上不去', '楼上半夜装修，孩子睡不着', '电动车堵着楼梯口充电', '下水道返水，一楼都是味', '外墙的瓷砖要掉下来了',
]

async function busiest(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ building: string }>(`select building from matter where building is not null and state in ('filed', 'taken', 'whistled', 'finished')
    group by building order by count(*) desc, building limit 40`)
  return rows.map((row) => row.building)
}

const wholeReads = async (client: pg.Client): Promise<number> => {
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ n: string }>(`select coalesce(sum(seq_tup_read), 0) as n from pg_stat_user_tables where relname like 'matter%'`)
  return Number(rows[0]?.n ?? 0)
}

async function ask(server: Server, place: string, words: string): Promise<{ ms: number; found: boolean }> {
  const from = performance.now()
  const reply = await fetch(`${server.url}/api/v1/similar`, {
    method: 'POST', headers: { 'x-linli': '1', 'content-type': 'application/json' }, body: JSON.stringify({ place, words }),
  })
  const text = await reply.text()
  const ms = performance.now() - from
  if (!reply.ok) throw new Error(`similar matters were answered ${reply.status}: ${text.slice(0, 200)}`)
  const { items } = JSON.parse(text) as { items: unknown[] } // the route's reply
  return { ms, found: items.length > 0 }
}

type Asked = { readonly times: readonly number[]; readonly answered: number; readonly wholeReads: number }

/** Types every sentence at one building after the other; the first two rounds warm up. */
async function type(client: pg.Client, server: Server, places: readonly string[]): Promise<Asked> {
  const times: number[] = []
  let [answered, before] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    if (round === 2) before = await wholeReads(client)
    for (const [n, sentence] of SENTENCES.entries()) {
      for (let length = 3; length <= sentence.length; length += 3) {
        const { ms, found } = await ask(server, places[(round * SENTENCES.length + n) % places.length] ?? '', sentence.slice(0, length))
        if (round < 2) continue
        times.push(ms)
        if (found) answered++
      }
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1500)) // the server's connections tell their statistics within a second
  return { times, answered, wholeReads: await wholeReads(client) - before }
}

async function measure(here: Installation): Promise<object> {
  const client = await layStreet(here)
  try {
    const started = performance.now()
    await growTo(here, client, MATTERS, 20)
    console.error(`${MATTERS} matters after ${((performance.now() - started) / 1000).toFixed(0)} s`)
    const places = await busiest(client)
    const server = await startServer(here)
    const asked = await type(client, server, places).finally(() => server.process.kill())
    const p = (share: number): number => Number(percentile(asked.times, share).toFixed(1))
    return {
      ours: p(0.95), reference: 60, ratio: Number((p(0.95) / 60).toFixed(3)), unit: 'ms', goal: 60, p50: p(0.5), p99: p(0.99), matters: MATTERS,
      asked: asked.times.length, answered: asked.answered, whole_reads: asked.wholeReads,
    }
  } finally {
    await client.end()
  }
}

/** Runs the benchmark: `ours` is the 95th percentile of an answer in milliseconds. */
export async function run(): Promise<object> {
  const here = await installation(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB'])
  try {
    return await measure(here)
  } finally {
    await here.end()
  }
}
