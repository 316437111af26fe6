/** A database of its own with the demo's places and offices, as a benchmark needs it; synced to disk like a real one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seedDemo } from '../../src/app/seed-demo.ts'
import { bootstrap } from '../../src/kit/bootstrap.ts'
import { readSettings, type Settings } from '../../src/kit/config.ts'
import type { Connection } from '../../src/kit/connection.ts'
import { migrate } from '../../src/kit/migrate.ts'
import { startPostgres } from '../../src/kit/postgres.ts'

export type Installation = {
  readonly connection: Connection; readonly settings: Settings; readonly dataDir: string; readonly end: () => Promise<void>
}

/** Starts PostgreSQL in a folder of its own (with further `flags` if any), migrates, lays out the demo. `end` takes everything away. */
export async function installation(flags: readonly string[] = []): Promise<Installation> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-bench-'))
  const settings = readSettings({ DATA_DIR: dataDir, PORT: '0', FILING_LIMIT: '0' })
  const server = await startPostgres({ dir: path.join(dataDir, 'pg'), flags })
  const connection = await bootstrap(server.connection)
  await migrate(connection)
  await seedDemo(connection, settings)
  return { connection, settings, dataDir, end: async () => { await server.stop(); rmSync(dataDir, { recursive: true, force: true }) } }
}

/** The middle value; of an even number, the lower of the two in the middle. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
/** The value below which `share` (0 to 1) of all values lie; 0 when there are none. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
