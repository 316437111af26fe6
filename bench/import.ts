/**
 * The hotline sample, 203,935 rows, through the same code as `import matters … --commit`: checked and judged from end to end, then read again and
 * imported, with acts, stories and receipts. The reference is a bare COPY of the same rows as texts into a table without index. Afterwards a second
 * import, which changes nothing, and searches among what was imported.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { copyInto, openBulk } from '../src/kit/copy.ts'
import { openDb, withScope, type Db } from '../src/kit/db.ts'
import { importMatters, importPlace, openMatterFile, tallier, type Imported, type MatterFile } from '../src/matters/index.ts'
import { listCards } from '../src/matters/views/cards.ts'
import { standingOf } from '../src/offices/index.ts'
import { clockActor, staffActor, type Actor } from '../src/trust/index.ts'
import { installation, percentile, type Installation } from './support/installation.ts'

const FILE = path.resolve(import.meta.dirname, '../../shared/data/hotline/taipei1999-sample.csv.gz')
const [DISTRICT, PATH, COMMUNITY] = ['990106', 'd990106', '990106003001']
const AT = new Date('2026-11-20T02:40:00Z')
const clock = clockActor(DISTRICT, PATH)

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void // the flag's function; Node has no other name for it
/** Resident memory in MB; what nobody holds any more is counted too unless it is collected first. */
const rss = (): number => Math.round(process.memoryUsage().rss / 1e6)
async function seconds<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now()
  const value = await work()
  return [(performance.now() - start) / 1000, value]
}

/** What is really held, in MB. */
function live(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return Math.round((heapUsed + external) / 1e6)
}

/** Rows as they stand in the file, in batches as long as the import's, by COPY alone; answers rows a second of the COPY, reading not counted. */
async function bareCopy({ connection }: Installation, file: MatterFile): Promise<number> {
  const owner = openBulk(connection, 'linli_owner')
  let [rows, spent] = [0, 0]
  try {
    await sql`create table bare (number text, words text, address text, filed_at text, category text, source_id text)`.execute(owner)
    for await (const batch of file.judged()) {
      const cells = batch.flatMap(({ judged, sourceId }) => judged.kind === 'cannot' ? []
        : [[judged.row.number, judged.row.words, judged.row.address, judged.row.filedAt, judged.row.category, sourceId] as const])
      spent += (await seconds(() => withScope(owner, clock, (tx) => copyInto(tx, 'bare', cells))))[0]
      rows += batch.length
    }
    await sql`drop table bare`.execute(owner)
    return rows / spent
  } finally {
    await owner.destroy()
  }
}

async function secretary(db: Db): Promise<Actor> {
  return withScope(db, clock, async (tx) => {
    const { person } = await tx.selectFrom('tenure as t').innerJoin('post as p', (join) => join.onRef('p.district', '=', 't.district').onRef('p.id', '=', 't.post'))
      .innerJoin('place as l', (join) => join.onRef('l.district', '=', 'p.district').onRef('l.id', '=', 'p.place')).select('t.person')
      .where('p.kind', '=', 'community_secretary').where('l.code', '=', COMMUNITY).where('t.to_date', 'is', null).executeTakeFirstOrThrow()
    const standing = (await standingOf(tx, DISTRICT, person, AT)).find((one) => one.kind === 'community_secretary')
    if (!standing) throw new Error('the community has no secretary')
    return staffActor(DISTRICT, person, standing)
  })
}

/** 95th percentile in milliseconds of a page of the inbox, and of searches that find much, little and nothing. */
async function reading(db: Db): Promise<{ inbox_p95_ms: number; search_p95_ms: number }> {
  const actor = await secretary(db)
  const page = async (tab: 'mine' | 'all', q?: string) => 1000 * (await seconds(() => withScope(db, actor, (tx) => listCards(tx, actor, { tab, q, limit: 50 }))))[0]
  const [inbox, search]: [number[], number[]] = [[], []]
  for (let round = 0; round < 10; round++) {
    for (const tab of ['mine', 'all'] as const) inbox.push(await page(tab))
    for (const q of ['路燈', '漏水', '動物虐待', '一二三四五', 'zzz']) search.push(await page('all', q))
  }
  return { inbox_p95_ms: Math.round(percentile(inbox, 0.95)), search_p95_ms: Math.round(percentile(search, 0.95)) }
}

async function measure(here: Installation, db: Db) {
  const to = await withScope(db, clock, (tx) => importPlace(tx, DISTRICT, COMMUNITY, AT))
  if (!to.ok) throw new Error(to.refusal.explain.en)
  const [samples, held]: [number[], number[]] = [[], []]
  const once = async (): Promise<Imported> => {
    const file = await openMatterFile(FILE, {})
    const tally = tallier()
    for await (const rows of file.judged(false)) tally.add(rows)
    held.push(live())
    samples.push(rss())
    const progress = (rows: number): void => { if (rows > 0) samples.push(rss()) }
    const done = await importMatters({ connection: here.connection, district: DISTRICT, districtPath: PATH, at: AT, file, to: to.value, progress })
    held.push(live())
    return done
  }
  const [first_s, first] = await seconds(once)
  const memory = { rss_mb_start: samples[0], rss_mb_end: samples.at(-1), rss_mb_most: Math.max(...samples), live_mb_start: held[0], live_mb_end: held[1] }
  const [second_s, second] = await seconds(once)
  if (first.imported + first.cannot !== first.rows || second.imported !== 0) throw new Error('the sums of the import are wrong')
  return { first, first_s, second_s, memory }
}

/** Runs the benchmark: `ours` and `reference` in rows of the file a second, the check before the import included. */
export async function run(): Promise<object> {
  if (!existsSync(FILE)) {
    console.error(`skipped: the hotline sample is not at ${FILE}`)
    return { ours: null, reference: null, ratio: null, unit: 'rows/s', skipped: 'no sample' }
  }
  const here = await installation()
  const db = openDb(here.connection, 'linli_app', 2)
  try {
    const { first, first_s, second_s, memory } = await measure(here, db)
    const ours = first.rows / first_s
    const reference = await bareCopy(here, await openMatterFile(FILE, {}))
    return {
      ours: Math.round(ours), reference: Math.round(reference), ratio: Number((ours / reference).toFixed(3)), unit: 'rows/s', goal: 5000,
      rows: first.rows, imported: first.imported, cannot: first.cannot, ...memory, second_rows_per_s: Math.round(first.rows / second_s), ...await reading(db),
    }
  } finally {
    await db.destroy()
    await here.end()
  }
}
