/** One child process of the supervisor: started with fork, so that it ends when the supervisor does, and started again when it dies. */
import { fork, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { timeZone, type Settings } from '../kit/config.ts'
import type { Connection } from '../kit/connection.ts'

/** Milliseconds before each further try; the last one repeats. */
const backOffMs = [200, 500, 1000, 2000, 5000, 10_000, 30_000]
/** A child that lived this long counts as healthy again. */
export const HEALTHY_MS = 30_000
/** How long a child may take to finish what it is doing when it is asked to stop. */
const GRACE_MS = 8000

export type KeptChild = {
  /** What the child says when it is ready the first time; rejects with its last words if it dies before. */
  readonly ready: Promise<{ readonly url?: string }>
  /** The process now; undefined while it is down. */
  readonly pid: () => number | undefined
  /** Asks it to finish, then makes it. */
  stop(): Promise<void>
}

export type ChildPlan = {
  readonly module: string
  readonly env: Readonly<Record<string, string>>
  /** Gets what the child prints. */
  readonly logFile: string
  /** Told when it died after it had been ready, and in how many milliseconds it is started again. */
  readonly onDeath: (how: string, againMs: number) => void
}

/** The environment that a child reads its settings and its database from. */
export function childEnv(settings: Settings, connection: Connection): Record<string, string> {
  const { host, port, dataDir, mode } = settings
  return { LINLI_DB: JSON.stringify(connection), HOST: host, PORT: String(port), DATA_DIR: dataDir, LINLI_MODE: mode, TZ: timeZone }
}

/** The wait before try `deaths` (from 1). Pure. */
export const backOff = (deaths: number): number => backOffMs[Math.min(deaths, backOffMs.length) - 1] ?? 0

const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

function start(plan: ChildPlan): ChildProcess {
  const out = openSync(plan.logFile, 'a', 0o600)
  // a group of its own: Ctrl-C reaches the supervisor alone, which then stops things in order
  const child = fork(plan.module, [], { execArgv: [], env: { ...process.env, ...plan.env }, stdio: ['ignore', out, out, 'ipc'], detached: true })
  closeSync(out)
  return child
}

/** The last thing that the log says of an error, for a child that died before it was ready. */
function lastWords(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString().trim().split('\n')
  return lines.find((line) => /^\w*Error/.test(line)) ?? lines.at(-1) ?? ''
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || gone(child)) return
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await over
  clearTimeout(hard)
}

function urlOf(message: unknown): { readonly url?: string } | undefined {
  if (typeof message !== 'object' || message === null || !('ready' in message)) return undefined
  return 'url' in message && typeof message.url === 'string' ? { url: message.url } : {}
}

/** Starts `plan` and keeps it running until stop(). A child that dies before it was ever ready isn't tried again. */
export function keepChild(plan: ChildPlan): KeptChild {
  let child: ChildProcess | undefined
  let stopped = false
  let again: NodeJS.Timeout | undefined
  let deaths = 0
  const ready = new Promise<{ readonly url?: string }>((resolve, reject) => {
    let wasReady = false
    const run = (): void => {
      const since = performance.now()
      const logged = (() => { try { return readFileSync(plan.logFile).length } catch { return 0 } })()
      child = start(plan)
      child.on('error', () => undefined)
      child.on('message', (message) => {
        const said = urlOf(message)
        if (said) { wasReady = true; resolve(said) }
      })
      child.once('exit', (code, signal) => {
        if (stopped) return
        if (!wasReady) return reject(new Error(lastWords(plan.logFile, logged) || `ended with ${signal ?? code}`))
        deaths = performance.now() - since > HEALTHY_MS ? 1 : deaths + 1
        plan.onDeath(String(signal ?? code), backOff(deaths))
        again = setTimeout(run, backOff(deaths))
      })
    }
    run()
  })
  return {
    ready,
    pid: () => (child && !gone(child) ? child.pid : undefined),
    async stop() {
      stopped = true
      clearTimeout(again)
      await end(child)
    },
  }
}
