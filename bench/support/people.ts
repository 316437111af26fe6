/** A district with as many people of the roster as asked for: the demo's two communities with their homes, copied in SQL. */
import pg from 'pg'
import { fillRoster } from '../../src/app/work/fill-roster.ts'
import { as } from '../../src/kit/connection.ts'
import { openDb } from '../../src/kit/db.ts'
import type { Installation } from './installation.ts'

/** Ids of a copy: the same for ever, and another for each copy. */
const idIn = (column: string): string => `md5(c.n || ${column}::text)::uuid`
/** The two communities of a copy have numbers of their own, in codes and in both paths. */
const moved = (column: string): string => `replace(replace(replace(replace(${column}::text, '990106003001', '990106003' || c.one), '990106003002',
  '990106003' || c.two), '.c001', '.c' || c.one), '.c002', '.c' || c.two)`
const path = (column: string): string => `${moved(column)}::ltree`

type Copied = { readonly table: string; readonly where: string; readonly columns: Readonly<Record<string, string>> }
const ids = (...columns: string[]): Readonly<Record<string, string>> => Object.fromEntries(columns.map((column) => [column, idIn(column)]))
const paths = { path: path('path'), compound_path: path('compound_path') }

const copied: readonly Copied[] = [
  { table: 'place', where: "community is not null or kind = 'community'", columns: { ...ids('id', 'community', 'grid', 'compound', 'building',
    'unit'),
    parent: `case when kind = 'community' then parent else ${idIn('parent')} end`, code: moved('code'), door_code: 'null', ...paths } },
  { table: 'person', where: "kind = 'resident'", columns: ids('id') },
  { table: 'person_key', where: 'true', columns: ids('person') },
  { table: 'dwelling', where: 'true', columns: { ...ids('home', 'community', 'compound', 'building'), ...paths } },
  { table: 'dweller', where: 'true', columns: { ...ids('id', 'person', 'who', 'home', 'community', 'building'), ...paths } },
  { table: 'dweller_value', where: 'true', columns: { ...ids('id', 'dweller', 'person'), ...paths } },
  { table: 'dweller_token', where: 'true', columns: ids('community', 'dweller') },
]
const grown = copied.map(({ table }) => table).filter((table) => table !== 'place')

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{
    name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table])
  return rows.map(({ name }) => name)
}

/** Takes away indexes and keys of the tables that grow, and puts them back when `work` is done: rows are sorted once. */
async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string;
    kind: string }>(`select conrelid::regclass::text as table,
    conname as name, pg_get_constraintdef(oid) as definition, contype::text as kind from pg_constraint where contype in ('p', 'u', 'f')
    and (conrelid::regclass::text = any ($1::text[]) or confrelid::regclass::text = any ($1::text[]))`, [grown])
  const { rows: indexes } = await client.query<{ name: string;
    definition: string }>(`select c.relname as name, pg_get_indexdef(c.oid) as definition from pg_index i
    join pg_class c on c.oid = i.indexrelid where i.indrelid::regclass::text = any ($1::text[])
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`, [grown])
  const [foreign, own] = [keys.filter(({ kind }) => kind === 'f'), keys.filter(({ kind }) => kind !== 'f')]
  for (const { table, name } of [...foreign, ...own]) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await work()
  await client.query(`set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2`)
  for (const { table, name, definition } of own) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  for (const { definition } of indexes) await client.query(definition)
  // the copies are whole by construction; looking at each again would take as long as making them
  for (const { table, name, definition } of foreign) await client.query(`alter table ${table} add constraint ${name} ${definition} not valid`)
}

/** Lays out the two communities with their roster, and answers a client for growing it. End it when done. */
export async function layRoster({ connection }: Installation): Promise<pg.Client> {
  const db = openDb(connection, 'linli_app', 2)
  await fillRoster(db, { district: '990106', path: 'd990106' }).finally(() => db.destroy())
  const client = new pg.Client(as('postgres', connection))
  client.on('error', () => undefined) // the database goes first where something failed, and what failed is told elsewhere
  await client.connect()
  // what is copied is what stands there now, however often it is grown
  for (const { table, where } of copied) await client.query(`create table bench_${table} as select * from ${table} where ${where}`)
  await client.query('create table bench_copies (n int)')
  return client
}

/** How many people the roster holds. */
export const people = async (client: pg.Client): Promise<number> =>
  (await client.query<{ n: number }>('select count(*)::int as n from dweller where until is null')).rows[0]?.n ?? 0

/** Copies the two communities until there are `total` people, or a few more. */
export async function growRoster(client: pg.Client, total: number): Promise<void> {
  const { rows: [row] } = await client.query<{ each: number;
    copies: number }>(`select (select count(*)::int from bench_dweller where until is null) as each,
    (select count(*)::int from bench_copies) as copies`)
  const [from, to] = [(row?.copies ?? 0) + 1, Math.max(0, Math.ceil(total / (row?.each ?? 1)) - 1)]
  if (to < from) return
  await withoutIndexes(client, async () => {
    for (const { table, columns } of copied) {
      const names = await columnsOf(client, table)
      await client.query(`insert into ${table} (${names.join(', ')})
        select ${names.map((name) => columns[name] ?? name).join(', ')} from bench_${table},
        (select n, lpad((n * 2 + 1)::text, 3, '0') as one, lpad((n * 2 + 2)::text, 3, '0') as two from generate_series(${from}, ${to}) as n) as c`)
    }
    await client.query(`insert into bench_copies select n from generate_series(${from}, ${to}) as n`)
  })
  await client.query('vacuum analyze')
}
