/** Writes src/kit/tables.gen.ts from a freshly migrated database. Run after every change of db/migrations; `--check` only compares. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bootstrap } from '../src/kit/bootstrap.ts'
import { migrate } from '../src/kit/migrate.ts'
import { startPostgres } from '../src/kit/postgres.ts'

const kept = path.resolve(import.meta.dirname, '../src/kit/tables.gen.ts')
const check = process.argv.includes('--check')
const folder = mkdtempSync(path.join(tmpdir(), 'linli-types-'))
const server = await startPostgres({ dir: path.join(folder, 'pg'), flags: ['-c', 'fsync=off'] })
try {
  const connection = await bootstrap(server.connection)
  await migrate(connection)
  const out = check ? path.join(folder, 'tables.gen.ts') : kept
  const url = `postgres://postgres@${encodeURIComponent(connection.host)}:${connection.port}/${connection.database}`
  execFileSync(
    'kysely-codegen', ['--url', url, '--dialect', 'postgres', '--default-schema', 'public', '--exclude-pattern', 'migration*', '--out-file', out],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (check && readFileSync(out, 'utf8') !== readFileSync(kept, 'utf8')) {
    console.error('src/kit/tables.gen.ts is not what the migrations make: npm run db-types')
    process.exitCode = 1
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
