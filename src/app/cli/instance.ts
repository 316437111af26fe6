/** The file by which a running installation is found: DATA_DIR/instance.json, written by the supervisor and taken away when it stops. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { connectionOfJson, type Connection } from '../../kit/connection.ts'

export type Instance = { readonly pid: number; readonly url: string; readonly connection: Connection }

const fileOf = (dataDir: string): string => path.join(dataDir, 'instance.json')

/** When process `pid` started, in clock ticks since the machine did; undefined when it doesn't live. Numbers come back, this doesn't. */
export function startedAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return afterName[0] === 'Z' || afterName[0] === 'X' ? undefined : afterName[19]
  } catch {
    return undefined
  }
}

/** Notes that this process runs the installation in `dataDir`. Readable by this account only, as it may hold a password. */
export function noteInstance(dataDir: string, instance: Omit<Instance, 'pid'>): void {
  mkdirSync(dataDir, { recursive: true })
  const fresh = `${fileOf(dataDir)}.${process.pid}`
  const noted = { pid: process.pid, started: startedAt(process.pid), url: instance.url, connection: instance.connection }
  writeFileSync(fresh, `${JSON.stringify(noted)}\n`, { mode: 0o600 })
  renameSync(fresh, fileOf(dataDir))
}

/** Takes the note away, if it is this process's. */
export function forgetInstance(dataDir: string): void {
  if (runningInstance(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true })
}

/** The installation that runs in `dataDir` now; undefined when none does, also when one was killed and left its note. */
export function runningInstance(dataDir: string): Instance | undefined {
  try {
    const noted: Record<string, unknown> = Object(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
    const { pid, url, started, connection } = noted
    if (typeof pid !== 'number' || typeof url !== 'string' || typeof started !== 'string' || startedAt(pid) !== started) return undefined
    return { pid, url, connection: connectionOfJson(JSON.stringify(connection)) }
  } catch {
    return undefined
  }
}
