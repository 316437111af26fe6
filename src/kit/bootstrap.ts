/** What an administrator prepares once on a fresh PostgreSQL: roles, the database, extensions. The embedded one gets it at each start. */
import type pg from 'pg'
import { withClient, type Connection } from './connection.ts'

/** Extensions that the migrations rely on; all three are trusted ones of PostgreSQL itself. */
export const extensions = ['ltree', 'pg_trgm', 'btree_gist'] as const

/**
 * The statements, in order, that make the product's three roles; each may be run again. Shown by `linli doctor --sql` for a server of one's
 * own, where the administrator adds passwords.
 */
export const roleStatements: readonly string[] = [
  ...['linli_owner', 'linli_app', 'linli_auth'].map(
    (role) => `do $$ begin create role ${role} login; exception when duplicate_object or unique_violation then null; end $$`,
  ),
  ...['linli_owner', 'linli_app', 'linli_auth'].map((role) => `alter role ${role} set timezone = 'Asia/Shanghai'`),
  'alter role linli_auth set search_path = auth',
  'grant linli_auth to linli_owner',
]

/** The statements to run inside the product's database; each may be run again. */
export const databaseStatements: readonly string[] = [
  ...extensions.map((name) => `create extension if not exists ${name}`),
  'revoke create on schema public from public',
  'grant usage on schema public to linli_app',
]

/** How the database itself is made, by an administrator who isn't in it. `name` comes from settings, never from a request. */
export const createDatabase = (name: string): string => `create database "${name.replaceAll('"', '""')}" owner linli_owner`

async function runAll(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement)
}

/**
 * Makes roles, the database `name` and the extensions on an embedded server, signed in as its superuser; does nothing
 * that is done already. Answers the connection to that database, for the role functions of kit/connection.
 */
export async function bootstrap(server: Connection, name = 'linli'): Promise<Connection> {
  await withClient('postgres', { ...server, database: 'postgres' }, async (client) => {
    await runAll(client, roleStatements)
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(createDatabase(name))
  })
  const database = { ...server, database: name }
  await withClient('postgres', database, (client) => runAll(client, databaseStatements))
  return database
}
