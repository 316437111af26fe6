/** Owns PostgreSQL, the server and the worker as three children; starts them in order, restarts each, and lets none outlive it. */
import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { WrongSetting, type Settings } from '../kit/config.ts'
import { connectionOfUrl, type Connection } from '../kit/connection.ts'
import { migrate } from '../kit/migrate.ts'
import type { RunningPostgres } from '../kit/postgres.ts'
import { backOff, childEnv, HEALTHY_MS, keepChild, type ChildPlan, type KeptChild } from './child.ts'
import { startEmbedded } from './cli/database.ts'
import { forgetInstance, noteInstance, runningInstance } from './cli/instance.ts'
import type { Teller } from './cli/tell.ts'
import { firstSteps } from './first-steps.ts'
import { assertPortFree } from './port.ts'

/** Told as things happen: `done` a step is finished, `trouble` something died and is being started again. */
export type Watcher = {
  done(zh: string, en: string, detail: string, ms: number): void
  trouble(zh: string, en: string): void
}

export type Supervised = {
  readonly url: string
  /** Process numbers, for tests and for doctor; undefined while one is down or isn't ours. */
  readonly pids: () => { readonly postgres: number | undefined; readonly server: number | undefined; readonly worker: number | undefined }
  stop(): Promise<void>
}

/** What may be replaced in a test: the modules of the children, the build of the pages and the migrations. */
export type Parts = { readonly server: string; readonly worker: string; readonly build: string | undefined; readonly migrations: string | undefined }

const here = (file: string): string => path.resolve(import.meta.dirname, file)
const realParts: Parts = { server: here('server.ts'), worker: here('worker.ts'), build: here('../../tools/build.mjs'), migrations: undefined }

const LOG_MAX = 10_000_000

/** Keeps one older log beside the one in use. */
function turnLog(file: string): string {
  try {
    if (statSync(file).size > LOG_MAX) renameSync(file, `${file}.old`)
  } catch { /* there is none yet */ }
  return file
}

async function buildPages(script: string): Promise<void> {
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-4000) })
  const stopBuild = (): void => void child.kill()
  process.once('exit', stopBuild)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  process.off('exit', stopBuild)
  if (code !== 0) throw new Error(`页面没有构建成功。The pages couldn't be built:\n${said.trim()}`)
}

/** The database server of this run: ours, restarted when it dies, or somebody else's. */
type Database = { readonly connection: Connection; readonly pid: () => number | undefined; stop(): Promise<void> }

async function openDatabase(settings: Settings, watcher: Watcher): Promise<Database> {
  if (settings.databaseUrl) return { connection: connectionOfUrl(settings.databaseUrl), pid: () => undefined, stop: async () => undefined }
  turnLog(path.join(settings.dataDir, 'postgres.log'))
  let stopped = false
  let deaths = 0
  const start = (): ReturnType<typeof startEmbedded> => startEmbedded(settings,
    () => watcher.trouble('等待上一次运行退出…', 'waiting for the last run to end'))
  let { server, connection } = await start()
  const keep = async (current: RunningPostgres): Promise<void> => {
    const since = performance.now()
    await current.exited
    if (stopped) return
    if (performance.now() - since > HEALTHY_MS) deaths = 0
    watcher.trouble('数据库意外退出，正在重新启动', 'the database died and is being started again')
    await wait(backOff(++deaths))
    try {
      if (!stopped) ({ server } = await start())
      if (stopped) await server.stop()
    } catch (error) {
      watcher.trouble(`数据库未能重新启动：${String(error)}`, 'the database could not be started again')
    }
    if (!stopped) void keep(server)
  }
  void keep(server)
  return { connection, pid: () => server.pid, stop: async () => { stopped = true; await server.stop() } }
}

async function timed<T>(watcher: Watcher, zh: string, en: string, work: () => Promise<T>, detail: (value: T) => string = () => ''): Promise<T> {
  const since = performance.now()
  const value = await work()
  watcher.done(zh, en, detail(value), performance.now() - since)
  return value
}

/** Database, its shape and the first steps, in order; pages at the same time. */
async function prepare(settings: Settings, parts: Parts, watcher: Watcher, tell: Teller, opened: (database: Database) => void): Promise<Connection> {
  const pages = parts.build === undefined ? Promise.resolve() : timed(watcher, '页面', 'pages', () => buildPages(parts.build ?? ''))
  pages.catch(() => undefined) // awaited below; the database may fail first
  const database = await timed(watcher, '数据库', 'database', () => openDatabase(settings, watcher))
  opened(database)
  const words = ({ applied }: { readonly applied: readonly string[] }): string => (applied.length ? `+${applied.length}` : '')
  await timed(watcher, '结构', 'schema', () => migrate(database.connection, parts.migrations), words)
  for (const step of firstSteps) {
    await timed(watcher, step.zh, step.en, () => step.run(database.connection, settings, tell), (said) => said ?? '')
  }
  await pages
  return database.connection
}

/**
 * Starts everything and resolves when the first page can be opened. Throws WrongSetting when the port is taken or the installation
 * already runs, any other Error when a part can't start; then nothing is left running.
 */
export async function supervise(settings: Settings, watcher: Watcher, tell: Teller, parts: Parts = realParts): Promise<Supervised> {
  const other = runningInstance(settings.dataDir)
  if (other) throw new WrongSetting(`Linli 已在运行：${other.url}。Linli is already running there (process ${other.pid}).`)
  await assertPortFree(settings.host, settings.port)
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const children: KeptChild[] = []
  let database: Database | undefined
  const stop = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()))
    await database?.stop()
    forgetInstance(settings.dataDir)
  }
  const keep = (name: string, zh: string, module: string, connection: Connection): KeptChild => {
    const plan: ChildPlan = {
      module, env: childEnv(settings, connection), logFile: turnLog(path.join(settings.dataDir, `${name}.log`)),
      onDeath: (how, ms) => watcher.trouble(`${zh}意外退出（${how}），${ms / 1000} 秒后重新启动`, `the ${name} died and is being started again`),
    }
    const child = keepChild(plan)
    children.push(child)
    return child
  }
  try {
    const connection = await prepare(settings, parts, watcher, tell, (opened) => { database = opened })
    const server = keep('server', '服务', parts.server, connection)
    const worker = keep('worker', '后台', parts.worker, connection)
    const [{ url }] = await timed(watcher, '服务与后台', 'server, worker', () => Promise.all([server.ready, worker.ready]))
    const address = url ?? `http://${settings.host}:${settings.port}/`
    noteInstance(settings.dataDir, { url: address, connection })
    return { url: address, pids: () => ({ postgres: database?.pid(), server: server.pid(), worker: worker.pid() }), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
