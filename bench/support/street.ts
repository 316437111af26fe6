/** A street of sixteen communities with as many matters as asked for: the demo's two communities with their year, copied, and their matters multiplied. */
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { fillDemo } from '../../src/app/work/fill-demo.ts'
import { as } from '../../src/kit/connection.ts'
import { now } from '../../src/kit/clock.ts'
import { openDb } from '../../src/kit/db.ts'
import { foldAllRates } from '../../src/matters/index.ts'
import { openSigner, sealAll } from '../../src/record/index.ts'
import type { Installation } from './installation.ts'
import { multiply, PARTS } from './multiply.ts'

/** How often the two communities stand there, themselves included. */
const COPIES = 8
const CHUNK = 2000
type Row = { [column: string]: unknown }

const count = async (client: pg.Client, text: string): Promise<number> => Number((await client.query<{ n: string }>(text)).rows[0]?.n ?? 0)
const idsOf = async (client: pg.Client, text: string): Promise<string[]> => (await client.query<{ id: string }>(text)).rows.map((row) => row.id)

/** Tables of what lies in a community and goes with it, and which rows; stations and offices of the street stay as they are. */
const ground: readonly (readonly [string, string])[] = [
  ['place', `community is not null or kind = 'community'`],
  ['org', `place in (select id from place where community is not null or kind = 'community')`],
  ['post', `place in (select id from place where community is not null or kind = 'community')`],
]

const OF_MATTERS = `subject_kind = 'matter'`

/** Another id for the same thing in copy `copy`, of the version (8) that is made by oneself. */
const idIn = (copy: number, id: string): string => {
  const hex = createHash('md5').update(`${copy} ${id}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** A row as it stands in copy `copy`: its own ids, codes and paths, those of what it shares with others unchanged. */
function rowIn(copy: number, text: string, own: ReadonlySet<string>): Row {
  const numbered = (digit: string): string => String(copy * 2 + Number(digit)).padStart(3, '0')
  const moved = text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (own.has(id) ? idIn(copy, id) : id))
    .replace(/990106003(?:00)([12])/g, (_, digit: string) => `990106003${numbered(digit)}`).replace(/\bc00([12])\b/g, (_, digit: string) => `c${numbered(digit)}`)
  return JSON.parse(moved) as Row // it was a row of a table before
}

async function copyTable(client: pg.Client, table: string, where: string, own: ReadonlySet<string>, change: (row: Row) => Row): Promise<void> {
  const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t where ${where}`)
  for (let copy = 1; copy < COPIES; copy++) {
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK).map(({ row }) => change(rowIn(copy, row, own)))
      await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(chunk)])
    }
  }
}

/** Copies the two communities, their offices and their matters. */
async function copyCommunities(client: pg.Client): Promise<void> {
  const own = new Set<string>()
  const keyed = ['matter', 'act', 'matter_entry', 'clock_entry']
  for (const [table, where] of [...ground, ...keyed.map((name) => [name, name === 'act' ? OF_MATTERS : 'true'] as const)] as const) {
    for (const id of await idsOf(client, `select id from ${table} where ${where}`)) own.add(id)
  }
  const same = (row: Row): Row => row
  const changes: Readonly<Record<string, (row: Row) => Row>> = {
    place: (row) => ({ ...row, door_code: null }),
    matter: (row) => ({ ...row, number: `${String(row['number']).slice(0, 5)}${randomBytes(6).toString('hex').toUpperCase()}`, receipt: `\\x${randomBytes(32).toString('hex')}` }),
  }
  await client.query('begin; set local session_replication_role = replica')
  // what was read before the first copy was written is what is copied
  for (const [table, where] of ground) await copyTable(client, table, where, own, changes[table] ?? same)
  for (const table of ['matter', ...PARTS]) await copyTable(client, table, 'true', own, changes[table] ?? same)
  await copyTable(client, 'act', OF_MATTERS, own, same)
  await client.query('insert into act_unsealed (district, act) select a.district, a.id from act a on conflict do nothing')
  await client.query('commit')
}

/** The ways an index that is no constraint's is taken away and put back: a million rows are sorted once and not inserted one by one. */
async function indexesOf(client: pg.Client, tables: readonly string[]): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`select c.relname as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relname = any($1::text[]) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`, [tables])
  return rows
}

async function withoutIndexes(client: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const indexes = await indexesOf(client, tables)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await work()
  await client.query(`set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2`)
  for (const { definition } of indexes) await client.query(definition)
}

const open = `state not in ('closed', 'withdrawn')`
const matters = (client: pg.Client): Promise<number> => count(client, 'select count(*) as n from matter')

/** Each copy of what ended lies eleven days further back, so that years of it stand behind the open ones. */
const DAYS_BACK = 11

/**
 * Makes it `total` matters in all: of the open ones `opens` copies more, of the others what is left. One copy in `storied` brings its story and its acts
 * along, the others only the parties. Then everything is sealed and the rates are counted from it.
 */
export async function growTo({ connection, dataDir }: Installation, client: pg.Client, total: number, opens: number, storied = 25): Promise<void> {
  const templates = (where: string): Promise<string[]> => idsOf(client, `select id from bench_template where ${where} order by md5(id::text)`)
  await withoutIndexes(client, ['matter', ...PARTS, 'act'], async () => {
    const openOnes = await templates('open')
    await multiply(client, { templates: openOnes, count: openOnes.length * opens, acts: true })
    const [ended, rest] = [await templates('not open'), total - await matters(client)]
    const withStory = Math.floor(rest / storied)
    const back = { daysBack: DAYS_BACK }
    await multiply(client, { templates: ended, count: withStory, acts: true, ...back })
    await multiply(client, { templates: ended, count: rest - withStory, parts: ['matter_party'], ...back })
  })
  await client.query('vacuum analyze')
  const owner = openDb(connection, 'linli_owner', 2)
  try {
    await sealAll(owner, await openSigner(dataDir), now)
    await foldAllRates(owner)
  } finally {
    await owner.destroy()
  }
  await client.query('vacuum analyze')
}

/** Lays the street out with its first matters, some seven thousand; `growTo` makes it more. End the client when done. */
export async function layStreet({ connection, dataDir }: Installation): Promise<pg.Client> {
  const db = openDb(connection, 'linli_app', 2)
  try {
    const left = await fillDemo(db, { district: '990106', path: 'd990106', dataDir })
    if (left > 0) throw new Error(`${left} stories of the demo were refused`)
  } finally {
    await db.destroy()
  }
  const client = new pg.Client(as('postgres', connection))
  client.on('error', () => undefined) // the database goes first where something failed, and what failed is told elsewhere
  await client.connect()
  await copyCommunities(client)
  await client.query(`create table bench_template as select id, ${open} as open from matter`)
  await client.query('vacuum analyze')
  return client
}
