/** Many matters out of few: each is a copy of one that the real commands made, with its parts, its clocks and its timer. */
import type pg from 'pg'

export type Multiply = {
  /** Matters to copy; in the order given, so that the first copies are of the first. */
  readonly templates: readonly string[]
  /** How many copies there are to be, all templates together. */
  readonly count: number
  /** Tables whose rows are copied too, besides `matter`; without it all that hold parts of a matter. */
  readonly parts?: readonly string[]
  /** Whether the timers of the templates are copied. */
  readonly timers?: boolean
  /** Further columns of the copied matters as SQL over `m` (the template) and `c` (old, new, n: the number of the copy, from 0). */
  readonly set?: Readonly<Record<string, string>>
}

/** Tables that hold parts of matters and name them in a column `matter`. Photos are left out: their files are not copied. */
async function partsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table_name: string }>(`select distinct c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'matter' and c.data_type = 'uuid'
      and exists (select 1 from information_schema.columns d
        where d.table_schema = 'public' and d.table_name = c.table_name and d.column_name = 'compound_path')`)
  return rows.map((row) => row.table_name).filter((name) => name !== 'photo').sort()
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ column_name: string }>(`select column_name from information_schema.columns
    where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`, [table])
  return rows.map((row) => row.column_name)
}

/** Copies the rows of `table` for every copy of a matter, which its column `key` names. */
async function copyRows(client: pg.Client, table: string, key: string, set: Readonly<Record<string, string>>): Promise<void> {
  const columns = await columnsOf(client, table)
  const values = columns.map((name) => set[name] ?? `m.${name}`)
  await client.query(`insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from copy_of c join ${table} m on m.${key} = c.old`)
}

/**
 * Makes copies as the superuser, without checking foreign keys: a copy is as right as its template. Every copy has an id, a number and a receipt of
 * its own and the times of its template.
 */
export async function multiply(client: pg.Client, { templates, count, parts, timers = false, set = {} }: Multiply): Promise<void> {
  await client.query('begin; set local session_replication_role = replica')
  await client.query('create temp table copy_of (old uuid not null, new uuid not null, n int not null) on commit drop')
  await client.query(`insert into copy_of select t.id, uuidv7(), g.n / cardinality($1::uuid[]) from generate_series(0, $2::int - 1) g(n)
    join lateral (select ($1::uuid[])[g.n % cardinality($1::uuid[]) + 1] as id) t on true`, [templates, count])
  await client.query('analyze copy_of')
  await copyRows(client, 'matter', 'id', {
    id: 'c.new', number: `left(m.number, 5) || upper(right(replace(c.new::text, '-', ''), 14))`, receipt: 'sha256(c.new::text::bytea)', source_id: 'null', ...set,
  })
  for (const table of parts ?? await partsOf(client)) {
    const hasId = (await columnsOf(client, table)).includes('id')
    await copyRows(client, table, 'matter', { matter: 'c.new', ...(hasId ? { id: 'uuidv7()' } : {}) })
  }
  if (timers) await copyRows(client, 'timer', 'subject', { id: 'uuidv7()', subject: 'c.new' })
  await client.query('commit')
}
