/** Running one of the children by itself, as on a server where something else looks after processes. */
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { childEnv, keepChild } from '../child.ts'
import { assertPortFree } from '../port.ts'
import { WrongUsage, type Call } from './command.ts'
import { withDatabase } from './database.ts'
import { forgetInstance, noteInstance, runningInstance } from './instance.ts'

/** Starts the module `file` of src/app on the installation's database, says when it is ready, and stops it when asked. Takes no arguments. */
export async function runAlone(file: 'server.ts' | 'worker.ts', { settings, tell, positionals }: Call): Promise<void> {
  if (positionals.length > 0) throw new WrongUsage(`不需要参数。No argument is expected, not '${positionals.join(' ')}'.`)
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  if (file === 'server.ts') await assertPortFree(settings.host, settings.port)
  const logFile = path.join(settings.dataDir, `${path.basename(file, '.ts')}.log`)
  await withDatabase(settings, async (connection) => {
    const child = keepChild({
      module: path.resolve(import.meta.dirname, '..', file), env: childEnv(settings, connection), logFile,
      onDeath: (how, ms) => tell.line(`意外退出 died (${how})，${ms / 1000} s`),
    })
    try {
      const { url } = await child.ready
      // lets `work` and other commands use the embedded database that this one started
      if (!settings.databaseUrl && !runningInstance(settings.dataDir)) noteInstance(settings.dataDir, { url: url ?? '', connection })
      tell.line(url ? `打开 Open ${url}` : '后台已启动 the worker is running')
      tell.result({ url: url ?? null, pid: process.pid })
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    } finally {
      forgetInstance(settings.dataDir)
      await child.stop()
    }
  })
}
