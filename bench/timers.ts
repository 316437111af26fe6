/**
 * Due times of 100,000 open matters, spread over one hour of the product's clock, fired by the real worker, which is killed twice and started again as
 * the supervisor does it. The clock runs RATE times as fast (10 unless told), so the worker has RATE times the work of a real hour; lag is measured in
 * real seconds from the moment a timer is due to the moment its act is committed, because pauses and restarts take real seconds.
 */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { childEnv, keepChild, type KeptChild } from '../src/app/child.ts'
import { as, type Connection } from '../src/kit/connection.ts'
import { openDb, withScope } from '../src/kit/db.ts'
import { fileMatter } from '../src/matters/index.ts'
import { placeByCode } from '../src/places/index.ts'
import { clockActor, publicActor } from '../src/trust/index.ts'
import { installation, percentile, type Installation } from './support/installation.ts'
import { multiply } from './support/multiply.ts'

const MATTERS = Number(process.env['MATTERS'] ?? 100_000)
const RATE = Number(process.env['RATE'] ?? 10)
const HOUR = 3600
const BUILDING = '990106003001K1-03'
/** Friday morning: matters filed then are due to be signed for within the same day. */
const FILED = Date.parse('2026-11-20T09:00:00+08:00')
const say = (text: string): void => console.error(text)

/** One matter for each second of an hour, by the real command. */
async function fileTemplates({ connection }: Installation): Promise<string[]> {
  const db = openDb(connection, 'linli_app', 4)
  const { district, path: root } = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
  const place = await withScope(db, clockActor(district, root), (tx) => placeByCode(tx, district, BUILDING))
  if (!place) throw new Error(`the demo has no ${BUILDING}`)
  const actor = { ...publicActor(district), audience: ['public'], scopes: [place.path, ...(place.compoundPath ? [place.compoundPath] : [])], kind: 'resident' as const }
  const ids: string[] = []
  try {
    for (let from = 0; from < HOUR; from += 4) {
      ids.push(...await Promise.all([0, 1, 2, 3].map((step) => withScope(db, actor, async (tx) => {
        const filed = await fileMatter({ tx, actor, at: new Date(FILED + (from + step) * 1000) },
          { place: place.id, words: '楼道灯坏了三个月，晚上不敢下楼倒垃圾。', category: 'lighting', channel: 'qr', onBoard: true }, place)
        if (!filed.ok) throw new Error(filed.refusal.explain.en)
        return filed.value.id
      }))))
    }
    return ids
  } finally {
    await db.destroy()
  }
}

type Fired = { readonly times: number; readonly due: Date; readonly committed: Date }

/** Every matter with when it was due and when its act was committed; `times`: how many acts there are, which has to be one. */
async function firedOf(client: pg.Client): Promise<Fired[]> {
  const { rows } = await client.query<Fired>(`select count(a.id)::int as times, d.due, min(pg_xact_commit_timestamp(a.xmin)) as committed
    from bench_due d left join act a on a.district = d.district and a.subject_kind = 'matter' and a.subject_id = d.subject and a.kind = 'matter.remind'
    group by d.subject, d.due`)
  return rows
}

async function left(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from timer t join bench_due d on d.id = t.id')
  return rows[0]?.n ?? 0
}

type Restart = { readonly killed: number; readonly ready: number }

async function kill(worker: KeptChild, client: pg.Client): Promise<Restart> {
  const [old, killed] = [worker.pid(), Date.now()]
  const acts = async (): Promise<number> => (await client.query<{ n: string }>('select count(*) as n from act')).rows.map((row) => Number(row.n))[0] ?? 0
  process.kill(old ?? 0, 'SIGKILL')
  await wait(100)
  const before = await acts()
  while (worker.pid() === undefined || worker.pid() === old || await acts() === before) await wait(50)
  say(`killed and fires again after ${Date.now() - killed} ms`)
  return { killed, ready: Date.now() }
}

/** Runs the worker for an hour of its clock; answers the moment at which the hour began, and the restarts. */
async function hour({ connection, settings }: Installation, client: pg.Client, first: number): Promise<{ from: number; restarts: Restart[] }> {
  const from = Date.now() + 5000
  const env = { ...childEnv({ ...settings, mode: 'live' }, connection), LINLI_FAST: JSON.stringify({ from, starts: first, rate: RATE }) }
  const worker = keepChild({
    module: path.resolve(import.meta.dirname, 'support/fast-worker.ts'), env, logFile: path.join(settings.dataDir, 'worker.log'), onDeath: () => undefined,
  })
  await worker.ready
  const restarts: Restart[] = []
  try {
    const length = HOUR * 1000 / RATE
    for (const share of [1 / 3, 2 / 3]) {
      await wait(from + length * share - Date.now())
      restarts.push(await kill(worker, client))
    }
    for (let rest = await left(client); rest > 0 && Date.now() < from + length * 3; rest = await left(client)) {
      say(`${rest} to go`)
      await wait(Date.now() < from + length ? 5000 : 250)
    }
  } finally {
    await worker.stop()
  }
  return { from, restarts }
}

async function prepare(here: Installation, client: pg.Client): Promise<number> {
  const started = performance.now()
  const templates = await fileTemplates(here)
  await client.query(`update outbox set sent_at = due`)
  await multiply(client, { templates, count: MATTERS - templates.length, timers: true })
  // what is measured is the deadline itself: the warning an hour before it was given, and the same row now waits for it
  await client.query(`update timer t set due = m.due, facts = '{"step": "remind"}' from matter m
    where m.district = t.district and m.id = t.subject and t.kind = 'matter.clock'`)
  await client.query('create table bench_due as select id, district, subject, due from timer')
  await client.query('vacuum analyze')
  const { rows } = await client.query<{ n: number; first: Date; last: Date }>('select count(*)::int as n, min(due) as first, max(due) as last from bench_due')
  const [{ n, first, last } = { n: 0, first: new Date(0), last: new Date(0) }] = rows
  say(`${n} timers from ${first.toISOString()} to ${last.toISOString()}, made in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  return first.getTime()
}

const round = (seconds: number): number => Number(seconds.toFixed(3))

async function measure(here: Installation, connection: Connection) {
  const client = new pg.Client(as('postgres', connection))
  await client.connect()
  try {
    const first = await prepare(here, client)
    const { from, restarts } = await hour(here, client, first)
    const fired = await firedOf(client)
    const dueAt = (one: Fired): number => from + (one.due.getTime() - first) / RATE
    const good = fired.filter((one) => one.times === 1)
    const lag = (some: readonly Fired[]): number[] => some.map((one) => (one.committed.getTime() - dueAt(one)) / 1000)
    // what fell due while it was down, and in the minute after it was up again
    const after = good.filter((one) => restarts.some(({ killed, ready }) => dueAt(one) >= killed - 500 && dueAt(one) <= ready + 60_000 / RATE))
    const p = (share: number): number => round(percentile(lag(good), share))
    const { rows: [waiting] } = await client.query<{ n: number }>('select count(*)::int as n from outbox where sent_at is null')
    return {
      ours: round(percentile(lag(after), 0.99)), p50_s: p(0.5), p99_s: p(0.99), most_s: p(1), fired: good.length,
      fired_twice: fired.filter((one) => one.times > 1).length, never: fired.filter((one) => one.times === 0).length,
      restarts_s: restarts.map(({ killed, ready }) => round((ready - killed) / 1000)), notices_waiting: waiting?.n ?? -1,
    }
  } finally {
    await client.end()
  }
}

/** Runs the benchmark: `ours` is the 99th percentile of the lag of what fell due around the restarts, in real seconds. */
export async function run(): Promise<object> {
  const here = await installation(['-c', 'track_commit_timestamp=on'])
  try {
    const { ours, ...more } = await measure(here, here.connection)
    return { ours, reference: 5, ratio: Number((ours / 5).toFixed(3)), unit: 's', goal: 5, matters: MATTERS, clock_rate: RATE, per_s: Math.round(MATTERS / HOUR * RATE), ...more }
  } finally {
    await here.end()
  }
}
