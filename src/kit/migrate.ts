/** Brings a database to the newest shape: plain SQL files, forward only, each applied once, all of one run or none. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { poolAs, type Connection } from './connection.ts'

/** Where the product's own migrations lie. */
export const migrationFolder = path.resolve(import.meta.dirname, '../../db/migrations')

const bookkeeping = `
  comment on table migration is 'Which migrations have been applied; kept by the migrator.';
  comment on column migration.name is 'File name without its ending.';
  comment on column migration.timestamp is 'When it was applied, ISO 8601.';
  comment on table migration_lock is 'One row: keeps two migrators from running at once.';
  comment on column migration_lock.id is 'Always the same word.';
  comment on column migration_lock.is_locked is 'Not used on PostgreSQL, which locks by itself.'`

async function migrationsOf(folder: string): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort()
  return Object.fromEntries(await Promise.all(names.map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8')
    const migration: Migration = { up: async (db) => { await sql.raw(text).execute(db) } }
    return [name.slice(0, -'.sql'.length), migration] as const
  })))
}

/** What PostgreSQL said, with the place in the file where it said it. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const hint = 'hint' in error && typeof error.hint === 'string' ? ` (${error.hint})` : ''
  const position = 'position' in error && typeof error.position === 'string' ? ` at character ${error.position}` : ''
  return `${error.message}${position}${hint}`
}

/**
 * Applies what is missing from `folder` to the database as linli_owner and answers the names applied, in order; none if it is up to date.
 * Throws an Error naming the migration that failed; then nothing of this run has been applied.
 */
export async function migrate(connection: Connection, folder = migrationFolder): Promise<{ readonly applied: readonly string[] }> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: poolAs('linli_owner', connection, 2) }) })
  try {
    const migrator = new Migrator({
      db, provider: { getMigrations: () => migrationsOf(folder) }, migrationTableName: 'migration', migrationLockTableName: 'migration_lock',
    })
    const { error, results = [] } = await migrator.migrateToLatest()
    const failed = results.find((result) => result.status === 'Error')
    if (error) throw new Error(failed ? `migration ${failed.migrationName}: ${told(error)}` : told(error), { cause: error })
    const applied = results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
    if (applied.length > 0) await sql.raw(bookkeeping).execute(db)
    return { applied }
  } finally {
    await db.destroy()
  }
}
