/**
 * A dirty roster of 100,000 people (.xlsx), made by the demo's generator, through the same code as `import roster`: read, judged, homes looked up, and
 * written with a key for each person. The reference is the spreadsheet library alone, reading every cell of the same file as text, before and after, so that
 * a machine that is busy with something else is as busy for both. Each runs in a process of its own, so that its peak memory and its CPU are its own; what
 * the database took of the processor meanwhile stands beside it. `PEOPLE` makes it smaller.
 */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { dirtyBook } from '../demo/rosters/book.ts'
import { madeUpHomes, type Home } from '../demo/rosters/world.ts'
import { writeWorkbook } from '../demo/rosters/write.ts'
import { openDb, withScope, type Db } from '../src/kit/db.ts'
import { savePlaces } from '../src/places/index.ts'
import { clockActor } from '../src/trust/index.ts'
import { installation, type Installation } from './support/installation.ts'

const PEOPLE = Number(process.env['PEOPLE'] ?? 100_000)
const [COMMUNITY, COMPOUND] = ['990106003001', '990106003001K9']
const clock = clockActor('990106', 'd990106')
const two = (text: string): string => text.padStart(2, '0')

/** The homes of the file, as places. */
async function layOut(db: Db, homes: readonly Home[]): Promise<void> {
  const buildings = [...new Set(homes.map(({ building }) => building))]
  const units = [...new Set(homes.map(({ building, unit }) => `${COMPOUND}-${two(building)}-${unit}`))]
  const saved = await withScope(db, clock, async (tx) => {
    const grid = await tx.selectFrom('place').select('code').where('kind', '=', 'grid').where('code', 'like', `${COMMUNITY}-%`).orderBy('code').executeTakeFirstOrThrow()
    return savePlaces(tx, '990106', [{ code: COMPOUND, name: '望江里', compoundType: 'commodity' as const }, ...buildings.map((no) => ({ code: `${COMPOUND}-${two(no)}`, grid: grid.code })),
      ...units.map((code) => ({ code })), ...homes.map(({ building, unit, room }) => ({ code: `${COMPOUND}-${two(building)}-${unit}-${room}` }))])
  })
  if (!saved.ok) throw new Error(saved.refusal.explain.en)
}

type Ran = { readonly seconds: number; readonly cpu_s: number; readonly peak_mb: number; readonly rows: number; readonly [name: string]: unknown }
async function child(here: Installation, what: 'alone' | 'dry' | 'import', file: string): Promise<Ran> {
  const run = spawn(process.execPath, [path.join(import.meta.dirname, 'support/roster-child.ts'), what, file, JSON.stringify(here.connection), COMMUNITY, here.dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, code] = await Promise.all([text(run.stdout), new Promise((done) => run.on('exit', done))])
  if (code !== 0) throw new Error(`the process for '${what}' failed`)
  const ran = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Ran // printed by roster-child.ts
  console.error(`${what}: ${ran.seconds.toFixed(1)} s, ${ran.peak_mb} MB`)
  return ran
}

/** What the database of an installation took of the processor so far, with all that it started; in seconds. Linux says it in hundredths. */
function databaseCpu(dataDir: string): number {
  const [postmaster = ''] = readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')
  const ticks = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      const [, parent, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      const used = fields.slice(9, 13).map(Number) // its own in user and system mode, and of its children that ended
      return pid === postmaster ? used : parent === postmaster ? used.slice(0, 2) : []
    } catch {
      return [] // it ended meanwhile
    }
  })
  return ticks.flat().reduce((sum, one) => sum + one, 0) / 100
}

/** Runs the benchmark: `ours` and `reference` in seconds, `ratio` the former by the latter. */
export async function run(): Promise<object> {
  const here = await installation()
  const db = openDb(here.connection, 'linli_app', 2)
  try {
    const homes = madeUpHomes(Math.ceil(PEOPLE / 2.6))
    await layOut(db, homes)
    const book = dirtyBook({ seed: 'bench', layout: 'grid', homes })
    const file = path.join(here.dataDir, 'roster.xlsx')
    await writeWorkbook(book, file)
    console.error(`${book.people} people in ${homes.length} homes, ${Math.round(statSync(file).size / 1e6)} MB`)
    const alone = await child(here, 'alone', file)
    const dry = await child(here, 'dry', file)
    const before = databaseCpu(here.dataDir)
    const ours = await child(here, 'import', file)
    const database = databaseCpu(here.dataDir) - before
    const again = await child(here, 'alone', file)
    const reference = (alone.seconds + again.seconds) / 2
    const { rows } = await withScope(db, clock, (tx) => sql<{ ties: number }>`select count(*)::int as ties from dweller`.execute(tx))
    if (rows[0]?.ties !== ours['people']) throw new Error('the sums of the import are wrong')
    const { seconds: _s, cpu_s: _c, peak_mb: _m, id: _id, ...came } = ours
    return {
      ours: Number(ours.seconds.toFixed(1)), reference: Number(reference.toFixed(1)), ratio: Number((ours.seconds / reference).toFixed(2)), unit: 's', goal: 6,
      read_and_judged: Number(dry.seconds.toFixed(1)), read_ratio: Number((dry.seconds / reference).toFixed(2)),
      cpu_s: Number(ours.cpu_s.toFixed(1)), database_cpu_s: Number(database.toFixed(1)), reference_cpu_s: Number(((alone.cpu_s + again.cpu_s) / 2).toFixed(1)), peak_mb: ours.peak_mb, goal_mb: 600,
      read_peak_mb: dry.peak_mb, reference_peak_mb: alone.peak_mb, people_in_file: book.people, rows_per_s: Math.round(ours.rows / ours.seconds), ...came, ties_kept: rows[0]?.ties ?? 0,
    }
  } finally {
    await db.destroy()
    await here.end()
  }
}
