/** Many matters out of few: each is a copy of one that the real commands made, with its parts, its clocks and its timer. */
import type pg from 'pg'

export type Multiply = {
  /** Matters to copy; in the order given, so that the first copies are of the first. */
  readonly templates: readonly string[]
  /** How many copies there are to be, all templates together. */
  readonly count: number
  /** Tables whose rows are copied too, besides `matter`. */
  readonly parts?: readonly string[]
  /** Whether the timers of the templates are copied. */
  readonly timers?: boolean
  /** Whether the acts of the templates are copied too, and wait to be sealed. */
  readonly acts?: boolean
  /** How many days further back each further copy of a template lies; 0: all at the times of the template. */
  readonly daysBack?: number
}

/** The parts that lists, stories and clocks are read from. Photos have files, and slips and links have codes of their own: neither is copied. */
export const PARTS = ['matter_party', 'matter_entry', 'clock_entry'] as const

/** Copies the rows of `table` for every copy of a matter, which its column `key` names; times go back with the copy. */
async function copyRows(client: pg.Client, table: string, key: string, set: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(`select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`, [table])
  const values = rows.map(({ name, type }) =>
    (name in set || name !== 'id' ? set[name] : 'uuidv7()') ?? (type.startsWith('timestamp') ? `m.${name} - c.back` : `m.${name}`))
  await client.query(`insert into ${table} (${rows.map(({ name }) => name).join(', ')})
    select ${values.join(', ')} from copy_of c join ${table} m on m.${key} = c.old`)
}

/**
 * Makes copies as the superuser, without checking foreign keys: a copy is as right as its template. Every copy has an id, a number and a receipt of
 * its own.
 */
export async function multiply(client: pg.Client, { templates, count, parts = PARTS, timers = false, acts = false, daysBack = 0 }: Multiply): Promise<void> {
  if (count <= 0) return
  await client.query('begin; set local session_replication_role = replica')
  await client.query('create temp table copy_of (old uuid not null, new uuid not null, back interval not null) on commit drop')
  await client.query(`insert into copy_of select t.id, uuidv7(), make_interval(days => $3::int * (1 + g.n / cardinality($1::uuid[])))
    from generate_series(0, $2::int - 1) g(n) join unnest($1::uuid[]) with ordinality t(id, place) on t.place = g.n % cardinality($1::uuid[]) + 1`,
  [templates, count, daysBack])
  await client.query('analyze copy_of')
  await copyRows(client, 'matter', 'id', {
    id: 'c.new', number: `left(m.number, 5) || upper(right(replace(c.new::text, '-', ''), 14))`, receipt: 'sha256(c.new::text::bytea)', source_id: 'null',
  })
  for (const table of parts) await copyRows(client, table, 'matter', { matter: 'c.new' })
  if (acts) {
    await copyRows(client, 'act', 'subject_id', { subject_id: 'c.new' })
    await client.query(`insert into act_unsealed (district, act) select a.district, a.id from copy_of c join act a on a.subject_id = c.new`)
  }
  if (timers) await copyRows(client, 'timer', 'subject', { subject: 'c.new' })
  await client.query('commit')
}
