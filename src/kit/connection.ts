/** Where the database is and as whom one speaks to it. Nothing here opens a connection by itself. */
import pg from 'pg'

/**
 * The four database roles. `postgres` is the embedded superuser and is never used by the product itself; `linli_owner` migrates,
 * seals and backs up; `linli_app` serves requests; `linli_auth` sees the schema `auth` alone.
 */
export const roles = ['postgres', 'linli_owner', 'linli_app', 'linli_auth'] as const
export type Role = (typeof roles)[number]

/** A database without the role: `host` is a socket folder or a name, `password` (if any) is the same for each role. */
export type Connection = { readonly host: string; readonly port: number; readonly database: string; readonly password?: string }

/** Options of node-postgres for `role` on `connection`. A server's own password file (PGPASSFILE) is used where no password is given. */
export function as(role: Role, connection: Connection): pg.PoolConfig & { user: string; host: string; port: number; database: string } {
  return { ...connection, user: role, application_name: role }
}

/** A pool for `role`; an idle connection that breaks is dropped quietly, the next query opens another. The caller ends it. */
export function poolAs(role: Role, connection: Connection, size = 4): pg.Pool {
  const pool = new pg.Pool({ ...as(role, connection), max: size })
  pool.on('error', () => undefined)
  return pool
}

/** Opens one connection as `role`, runs `work` and closes it, also when `work` throws. */
export async function withClient<T>(role: Role, connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(as(role, connection))
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Reads a DATABASE_URL as `postgres://[:password@]host[:5432]/database`. The user in it is not used: the product signs in as its own
 * three roles. Throws an Error with a sentence when it isn't such an address.
 */
export function connectionOfUrl(url: string): Connection {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const database = parsed ? decodeURIComponent(parsed.pathname.slice(1)) : ''
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || !database) {
    throw new Error('DATABASE_URL should look like postgres://:password@host:5432/linli')
  }
  const password = decodeURIComponent(parsed.password)
  const host = parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname)
  return { host: host || 'localhost', port: Number(parsed.port || 5432), database, ...(password ? { password } : {}) }
}

/**
 * Reads a connection that a parent process passed on as JSON (variable LINLI_DB, file instance.json).
 * Throws an Error with a sentence when a part is missing.
 */
export function connectionOfJson(text: string): Connection {
  const read: unknown = JSON.parse(text)
  if (typeof read === 'object' && read !== null && 'host' in read && 'port' in read && 'database' in read) {
    const { host, port, database } = read
    const password = 'password' in read && typeof read.password === 'string' ? { password: read.password } : {}
    if (typeof host === 'string' && typeof port === 'number' && typeof database === 'string') return { host, port, database, ...password }
  }
  throw new Error('a database connection needs host, port and database')
}
