/** What stands in the database and on the disk after everything came back, held against what clients were told. */
import { readdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { as, type Connection } from '../../../kit/connection.ts'
import { openDb } from '../../../kit/db.ts'
import { photosIn } from '../../../matters/index.ts'
import { verifyDistrict } from '../../../record/index.ts'
import type { Write } from './writes.ts'

/** Each is the number of things that are wrong; a sound installation has 0 everywhere. */
export type Faults = {
  /** Acknowledged and not there, or there without its photos. */
  readonly lost: number
  /** There more than once. */
  readonly doubled: number
  /** Sent in order from one queue and standing in another order. */
  readonly out_of_order: number
  /** Lines of the story without their act in the record, or acts of matters without their line. */
  readonly unrecorded: number
  readonly fired_twice: number
  /** Timers that are overdue and did not fire. */
  readonly unfired: number
  /** Notices that are overdue and did not go out, or went out and are not there. */
  readonly undelivered: number
  /** What verifying the sealed record finds, and acts that were not sealed in time. */
  readonly seal: number
  /** Photos of which a row speaks and no file is there, and files that are left when the sweep is through. */
  readonly orphans: number
}

const count = async (client: pg.Client, text: string, values: readonly unknown[] = []): Promise<number> =>
  Number((await client.query<{ n: string }>(text, [...values])).rows[0]?.n ?? 0)

const productNow = `select now() + make_interval(secs => value::float8 / 1000) as now from setting where name = 'clock_offset_ms'`
const unfired = 'select count(*) as n from timer where due < $1'
const unsent = 'select count(*) as n from outbox where due < $1 and sent_at is null'
const unsealed = 'select count(*) as n from act_unsealed u join act a on a.district = u.district and a.id = u.act where a.at < $1'

/**
 * Waits until the worker has fired, sent and sealed what was due, at most `ms` milliseconds. Answers the moment of the product's clock up to which
 * everything has to be done; what comes after it may be under way.
 */
async function settle(client: pg.Client, ms: number): Promise<Date> {
  const { rows: [moment] } = await client.query<{ now: Date }>(productNow)
  const due = moment?.now ?? new Date(0)
  for (const until = performance.now() + ms; performance.now() < until; await wait(200)) {
    let left = 0
    for (const text of [unfired, unsent, unsealed]) left += await count(client, text, [due])
    if (left === 0) break
  }
  return due
}

/** Writes with what stands of each: `there` times, `photos` of theirs. */
async function writesIn(client: pg.Client, writes: readonly Write[]): Promise<{ lost: number; doubled: number }> {
  await client.query(`create temp table sent (n int primary key, move text, words text, matter uuid, photos int)`)
  await client.query('insert into sent select * from unnest($1::int[], $2::text[], $3::text[], $4::uuid[], $5::int[])', [
    writes.map((_, n) => n), writes.map((w) => w.move), writes.map((w) => w.words), writes.map((w) => w.matter ?? null), writes.map((w) => w.photos),
  ])
  await client.query('analyze sent')
  const { rows } = await client.query<{ n: number; times: number; photos: number }>(`
    with stands as (
      select s.n, e.district, e.id from sent s join matter m on m.words = s.words
        join matter_entry e on e.district = m.district and e.matter = m.id and e.kind = 'filed' where s.move = 'filed'
      union all select s.n, e.district, e.id from sent s join matter_entry e on e.said = s.words and e.kind = s.move where s.move <> 'filed' and s.words <> ''
      union all select s.n, e.district, e.id from sent s join matter_entry e on e.matter = s.matter and e.kind = s.move where s.words = '')
    select n, count(distinct t.id)::int as times, count(distinct p.id)::int as photos
    from stands t left join photo p on p.district = t.district and p.entry = t.id group by n`)
  await client.query('drop table sent')
  const there = new Map(rows.map((row) => [row.n, row]))
  const stands = writes.map((write, n) => ({ write, times: there.get(n)?.times ?? 0, photos: there.get(n)?.photos ?? 0 }))
  return {
    lost: stands.filter(({ write, times, photos }) => write.acknowledged && (times === 0 || photos < write.photos)).length,
    doubled: stands.filter(({ write, times, photos }) => times > 1 || photos > write.photos).length,
  }
}

/** How many entries of queues stand before one that was sent earlier. */
async function outOfOrder(client: pg.Client, writes: readonly Write[]): Promise<number> {
  const queued = writes.filter((write) => write.queue !== undefined && write.move !== 'filed' && write.acknowledged)
  const { rows } = await client.query<{ said: string }>('select said from matter_entry where said = any($1::text[]) order by id', [queued.map((w) => w.words)])
  const place = new Map(rows.map((row, n) => [row.said, n]))
  let wrong = 0
  for (const queue of Map.groupBy(queued, (write) => write.queue).values()) {
    const places = queue.map((write) => place.get(write.words) ?? -1)
    wrong += places.filter((at, n) => n > 0 && at < (places[n - 1] ?? -1)).length
  }
  return wrong
}

const unrecorded = `select (select count(*) from matter_entry e where not exists (select 1 from act a where a.district = e.district and a.id = e.act))
  + (select count(*) from act a where a.subject_kind = 'matter' and a.kind like 'matter.%'
    and not exists (select 1 from matter_entry e where e.district = a.district and e.act = a.id)) as n`
// the same press of the same clock, with nothing between that would have started a clock anew
const firedTwice = `with told as (select e.matter, e.kind, e.facts, a.channel, count(*) filter (where a.channel <> 'clock' and e.kind not in ('note', 'log'))
    over (partition by e.matter order by e.id) as stage from matter_entry e join act a on a.district = e.district and a.id = e.act)
  select count(*) as n from (select 1 from told where channel = 'clock' group by matter, kind, facts, stage having count(*) > 1) t`
// what the demo's history told long ago was never sent
const undelivered = `select count(*) as n from outbox o where due < $1 and (sent_at is null
  or channel = 'app' and template like 'matter.%' and not exists (select 1 from notice n where n.district = o.district and n.id = o.id))`

/** Names of photos on the disk; each is two files, and one without the other counts as none. */
async function photosOnDisk(dataDir: string): Promise<{ whole: Set<string>; all: Set<string> }> {
  const names = await readdir(photosIn(dataDir), { recursive: true }).catch(() => [])
  const files = names.map((name) => name.slice(name.lastIndexOf('/') + 1)).filter((name) => name.includes('.'))
  const of = (suffix: string): Set<string> => new Set(files.filter((name) => name.length === 36 + suffix.length && name.endsWith(suffix)).map((name) => name.slice(0, 36)))
  const small = of('-small.jpg')
  return { whole: new Set([...of('.jpg')].filter((name) => small.has(name))), all: new Set(files.map((name) => name.slice(0, 36))) }
}

/** Photos that rows name without files, and files that no row names. */
async function orphans(client: pg.Client, dataDir: string): Promise<{ rows: number; files: number }> {
  const { rows } = await client.query<{ file: string }>('select file from photo union select file from upload')
  const named = new Set(rows.map((row) => row.file))
  const { whole, all } = await photosOnDisk(dataDir)
  const missing = (from: ReadonlySet<string>, there: ReadonlySet<string>): number => [...from].filter((name) => !there.has(name)).length
  return { rows: missing(named, whole), files: missing(all, named) }
}

/** What is checked: the installation, the writes of its clients so far, and the sweep of photos, told to take no account of age. */
export type Checked = {
  readonly connection: Connection; readonly dataDir: string; readonly writes: readonly Write[]; readonly settleMs: number
  readonly sweep: (connection: Connection) => Promise<number>
}

/**
 * Looks at everything, once what was due has had its time. `swept` counts files that a killed server left behind and the sweep took away, `fired` what
 * timers did so far.
 */
export async function check({ connection, dataDir, writes, settleMs, sweep }: Checked): Promise<Faults & { readonly swept: number; readonly fired: number }> {
  const client = new pg.Client(as('linli_owner', connection))
  const owner = openDb(connection, 'linli_owner', 1)
  try {
    await client.connect()
    const due = await settle(client, settleMs)
    const { rows: [installed] } = await client.query<{ district: string }>('select district from district')
    const verified = await verifyDistrict(owner, installed?.district ?? '')
    const before = await orphans(client, dataDir)
    const swept = await sweep(connection)
    const after = await orphans(client, dataDir)
    return {
      ...await writesIn(client, writes), out_of_order: await outOfOrder(client, writes), unrecorded: await count(client, unrecorded),
      fired_twice: await count(client, firedTwice), unfired: await count(client, unfired, [due]),
      undelivered: await count(client, undelivered, [due]), seal: verified.amiss + await count(client, unsealed, [due]), orphans: before.rows + after.rows + after.files, swept,
      fired: await count(client, `select count(*) as n from act where channel = 'clock' and subject_kind = 'matter'`),
    }
  } finally {
    await Promise.all([client.end(), owner.destroy()])
  }
}
