/** Which database a command works on. */
import path from 'node:path'
import { bootstrap } from '../../kit/bootstrap.ts'
import type { Settings } from '../../kit/config.ts'
import { connectionOfUrl, type Connection } from '../../kit/connection.ts'
import { startPostgres, type RunningPostgres } from '../../kit/postgres.ts'
import { runningInstance } from './instance.ts'

/** The embedded database of an installation, prepared up to its roles but not migrated. Throws an Error with a sentence. */
export async function startEmbedded(settings: Settings, onWait?: () => void): Promise<{ server: RunningPostgres; connection: Connection }> {
  const dir = path.join(settings.dataDir, 'pg')
  const server = await startPostgres({ dir, logFile: path.join(settings.dataDir, 'postgres.log'), ...(onWait ? { onWait } : {}) })
  try {
    return { server, connection: await bootstrap(server.connection) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * Runs `work` on the installation's database: the server's own if DATABASE_URL is set, else that of the running instance, else the embedded
 * one, started for as long as `work` takes.
 */
export async function withDatabase<T>(settings: Settings, work: (connection: Connection) => Promise<T>): Promise<T> {
  if (settings.databaseUrl) return work(connectionOfUrl(settings.databaseUrl))
  const running = runningInstance(settings.dataDir)
  if (running) return work(running.connection)
  const { server, connection } = await startEmbedded(settings)
  try {
    return await work(connection)
  } finally {
    await server.stop()
  }
}
