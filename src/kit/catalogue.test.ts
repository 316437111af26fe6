import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from './testing.ts'

/** Tables that are neither distributed by district nor shared: bookkeeping of migrations, and what stays on the coordinator. */
const EXEMPT: readonly string[] = ['migration', 'migration_lock', 'timer', 'outbox']
/** The four tables of the sign-in library, which prints them itself; reached by the role linli_auth alone. */
const LIBRARY: readonly string[] = ['auth.user', 'auth.session', 'auth.account', 'auth.verification']
/** Tables with a path that everybody of the district may read: public offices and places, and nothing of residents. */
const OPEN_PATHS: readonly string[] = ['place', 'district']

let database: TestDatabase
// columns named in each query
const read = async <Row>(text: string): Promise<Row[]> => (await database.pool('linli_owner').query(text)).rows as Row[]
beforeAll(async () => { database = await testDatabase() })
afterAll(async () => { await database.close() })

const tables = `select c.oid, n.nspname as schema, c.relname as table, obj_description(c.oid, 'pg_class') as said, c.relrowsecurity as walled
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth')`
const nameOf = ({ schema, table }: { schema: string; table: string }): string => (schema === 'public' ? table : `${schema}.${table}`)
const ours = (name: string): boolean => !LIBRARY.includes(name)

test('there is a catalogue to look at: the tables of every capability', async () => {
  const names = (await read<{ schema: string; table: string }>(tables)).map(nameOf)
  expect(names).toEqual(expect.arrayContaining(['act', 'leaf', 'place', 'org', 'post', 'tenure', 'person', 'person_key', 'matter', 'matter_party',
    'matter_entry', 'photo', 'draft', 'upload', 'timer', 'outbox']))
  for (const name of [...EXEMPT, ...OPEN_PATHS, ...LIBRARY]) expect(names).toContain(name)
})

test('every table’s primary key begins with the district, or the table stands on the short list', async () => {
  const rows = await read<{ schema: string; table: string; first: string | null }>(`with t as (${tables}) select t.schema, t.table, (select a.attname
    from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = t.oid and i.indisprimary) as first from t`)
  expect(rows.filter(({ schema, first }) => schema === 'public' && first !== 'district').map(nameOf).sort()).toEqual([...EXEMPT].sort())
})

test('every unique key of a distributed table carries the district', async () => {
  const rows = await read<{ table: string; index: string; columns: string[] }>(`with t as (${tables}) select t.table, c.relname as index,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) as columns
    from t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid where t.schema = 'public' and i.indisunique`)
  expect(rows.filter(({ table, columns }) => !EXEMPT.includes(table) && !columns.includes('district')).map(({ index }) => index)).toEqual([])
})

test('every foreign key carries the district on both sides, and none leaves its schema', async () => {
  const rows = await read<{ name: string; schema: string; target: string; from: string[]; to: string[] }>(`with t as (${tables})
    select k.conname as name, t.schema, tn.nspname as target, (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = k.conrelid
      and a.attnum = any (k.conkey)) as from,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = k.confrelid and a.attnum = any (k.confkey)) as to
    from pg_constraint k join t on t.oid = k.conrelid join pg_class tc on tc.oid = k.confrelid join pg_namespace tn on tn.oid = tc.relnamespace where
      k.contype = 'f'`)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ schema, target }) => schema !== target)).toEqual([])
  expect(rows.filter(({ schema, from, to }) => schema === 'public' && !(from.includes('district') && to.includes('district'))).map(({ name }) =>
    name)).toEqual([])
})

test('a copied path is tied to the place’s, so that it cannot go stale in silence', async () => {
  const rows = await read<{ table: string; tied: boolean }>(`with t as (${tables}) select t.table, exists (select 1 from pg_constraint k join
    pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    where k.conrelid = t.oid and k.contype = 'f' and a.attname = 'path' and k.confupdtype = 'c') as tied
    from t join pg_attribute p on p.attrelid = t.oid and p.attname = 'path' and not p.attisdropped where t.schema = 'public'`)
  // an act keeps the path of its time; a draft only says where it was pasted
  expect(rows.filter(({ tied }) => !tied).map(({ table }) => table).sort()).toEqual(['act', 'district', 'draft', 'place'])
})

test('every table and every column has a comment', async () => {
  const rows = await read<{ schema: string; table: string; said: string | null; silent: string[] | null }>(`with t as (${tables}) select t.schema,
    t.table, t.said,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and
      col_description(t.oid, a.attnum) is null) as silent from t`)
  expect(rows.filter((row) => ours(nameOf(row)) && (!row.said || row.silent)).map((row) => [nameOf(row), row.silent])).toEqual([])
})

test('every index that is no key names its query', async () => {
  const rows = await read<{ schema: string; table: string; index: string; said: string | null }>(`with t as (${tables}) select t.schema, t.table,
    c.relname as index, obj_description(c.oid, 'pg_class') as said
    from t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid where not exists (select 1 from pg_constraint k where
      k.conindid = c.oid and k.contype in ('p', 'u'))`)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter((row) => ours(nameOf(row)) && !/^Query: .{10,}/.test(row.said ?? '')).map(({ index }) => index)).toEqual([])
})

test('every table with a path or with parties that linli_app may read is behind the wall, and so is every table of persons', async () => {
  const rows = await read<{ table: string; walled: boolean }>(`with t as (${tables}) select t.table, t.walled from t where t.schema = 'public' and
    has_table_privilege('linli_app', t.oid, 'select')
    and (t.table ~ '^(person|phone)' or exists (select 1 from pg_attribute a where a.attrelid = t.oid and not a.attisdropped and a.attname in
      ('path', 'compound_path', 'parties', 'closed_to')))`)
  expect(rows.map(({ table }) => table)).toEqual(expect.arrayContaining(['matter', 'matter_party', 'matter_entry', 'photo', 'act', 'org', 'post',
    'person', 'person_field']))
  expect(rows.filter(({ table, walled }) => !walled && !OPEN_PATHS.includes(table)).map(({ table }) => table)).toEqual([])
})

test('a wall is enabled and not forced, has a policy, and its policies hold no subquery, so that they run on Citus too', async () => {
  const rows = await read<{ table: string; forced: boolean; policies: number; text: string | null }>(`with t as (${tables}) select t.table,
    c.relforcerowsecurity as forced,
    (select count(*)::int from pg_policy p where p.polrelid = t.oid) as policies, (select string_agg(coalesce(pg_get_expr(p.polqual, p.polrelid), '')
      || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), ' ')
    from pg_policy p where p.polrelid = t.oid) as text from t join pg_class c on c.oid = t.oid where t.walled`)
  expect(rows.filter(({ forced, policies }) => forced || policies === 0).map(({ table }) => table)).toEqual([])
  for (const { table, text } of rows) expect([table, /\bselect\b/i.test(text ?? '')]).toEqual([table, false])
  for (const { table, text } of rows) expect([table, text?.includes('app_district()')]).toEqual([table, true])
})

test('no role that serves requests owns a table, passes the wall, or reaches the other’s schema', async () => {
  const roles = await read<{
    rolname: string; rolsuper: boolean; rolbypassrls: boolean
  }>("select rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'linli_%'")
  expect(roles.filter(({ rolsuper, rolbypassrls }) => rolsuper || rolbypassrls)).toEqual([])
  const owned = await read<{ table: string; owner: string }>(`with t as (${tables}) select t.table, pg_get_userbyid(c.relowner) as owner from t join
    pg_class c on c.oid = t.oid where t.schema = 'public'`)
  expect(new Set(owned.map(({ owner }) => owner))).toEqual(new Set(['linli_owner']))
  const [reach] = await read<{ app: boolean; auth: boolean }>("select has_schema_privilege('linli_app', 'auth', 'usage') as app, has_table_privilege('linli_auth', 'matter', 'select') as auth")
  expect(reach).toEqual({ app: false, auth: false })
})

test('the functions of the wall are stable and answer empty when no scope is set', async () => {
  const rows = await read<{ name: string; volatile: string }>("select proname as name, provolatile as volatile from pg_proc where proname like 'app\\_%' and pronamespace = 'public'::regnamespace")
  expect(rows.length).toBeGreaterThanOrEqual(6)
  expect(rows.filter(({ volatile }) => volatile !== 's')).toEqual([])
  const { rows: answers } = await database.pool('linli_app')
    .query('select app_district() as d, app_person() as p, app_scopes()::text as s, app_orgs()::text as o, app_audience()::text as a, app_matters()::text as m')
  expect(answers).toEqual([{ d: '', p: null, s: '{}', o: '{}', a: '{}', m: '{}' }])
})
