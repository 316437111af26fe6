import type { Writable } from 'node:stream'
import {
  CompiledQuery, Kysely, PostgresAdapter, PostgresDialect, PostgresIntrospector, PostgresQueryCompiler, sql,
  type Compilable, type DatabaseConnection, type Dialect, type Driver, type QueryResult, type RawBuilder,
} from 'kysely'
import pg from 'pg'
import { as, type Connection, type Role } from './connection.ts'
import type { DB } from './tables.gen.ts'

/** What a transaction knows of its actor; the row-level security of the database reads exactly this. */
export type Scope = {
  readonly district: string
  readonly person: string | null
  readonly scopes: readonly string[]
  readonly orgs: readonly string[]
  readonly audience: readonly string[]
  /** Single matters that a receipt opened; nothing else of the place is seen. */
  readonly matters?: readonly string[]
  /** Single disputes that a side opened with its code. */
  readonly disputes?: readonly string[]
  /** Persons of the roster whose own file a phone code opened. */
  readonly residents?: readonly string[]
  /** Heads of the voting register opened by a phone or ballot code. */
  readonly heads?: readonly string[]
  /** Votes whose ballot team the actor was found on. */
  readonly votes?: readonly string[]
  /** The post acted in, for rows that one post alone may read; absent or null: none of them. */
  readonly post?: string | null
}

/** The pool of one role. */
export type Db = Kysely<DB>

declare const inTransaction: unique symbol
/** A transaction that carries its actor's scope. Only `withScope` makes one. */
export type Tx = Kysely<DB> & { readonly [inTransaction]: true }

const names = new Map<string, string>()

/**
 * pg's client, except that a text known as a statement is sent under its name, so that the server plans it once, and that what is sent in one
 * turn leaves in one write: waking the database was the dearest part of a request.
 */
class NamingClient extends pg.Client {
  #corked = false

  #gather(): void {
    const stream = (this as { connection?: { stream?: Writable } }).connection?.stream // pg's own, missing in its typings
    if (this.#corked || !stream) return
    this.#corked = true
    stream.cork()
    process.nextTick(() => { this.#corked = false; stream.uncork() })
  }

  // pg's overloads can't be restated in TypeScript: arguments and answer pass through unchanged but for the name, hence `never`.
  override query(...args: unknown[]): never {
    this.#gather()
    const [text, values] = args
    const name = typeof text === 'string' ? names.get(text) : undefined
    const passed = name === undefined ? args : [{ name, text, values }, ...args.slice(2)]
    return Reflect.apply(pg.Client.prototype.query, this, passed) as never
  }
}

const pools = new WeakMap<object, pg.Pool>()
const clients = new WeakMap<object, pg.PoolClient>()
const bound = new WeakMap<pg.PoolClient, Tx>()

/**
 * Opens a pool as `role`. `max` is the number of connections. Statements that are not awaited one by one travel together (pipelining): the
 * cost of a request was its round trips.
 */
export function openDb(connection: Connection, role: Role, max = 10): Db {
  // pipeline is not in the typings of 8.20
  const pool = new pg.Pool({ ...as(role, connection), max, Client: NamingClient, pipeline: true } as pg.PoolConfig)
  return dbOn(pool)
}

/** Kysely on a pool of its own making: bulk work needs connections without pipelining, which COPY does not bear (kit/copy.ts). */
export function dbOn(pool: pg.Pool): Db {
  pool.on('error', () => {}) // an idle connection that broke is replaced at its next use; the query that needs it reports
  // one that breaks while it is in use fails its query, and says so once more when nobody asks: unheard, that would end the process
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return db
}

/** The connection of a transaction, for what kysely has no words for. */
export function clientOf(tx: Tx): pg.PoolClient {
  const client = clients.get(tx)
  if (!client) throw new Error('only withScope makes a transaction')
  return client
}

const literal = (value: string): string => `'${value.replace(/'/g, "''")}'`
const arrayOf = (values: readonly string[]): string => literal(`{${values.map((v) => `"${v.replace(/(["\\])/g, '\\$1')}"`).join(',')}}`)

/** The scope's settings as one message. SET LOCAL and not set_config: only the former reaches the shards of Citus. */
function settings(scope: Scope): string {
  return `set local app.district = ${literal(scope.district)}; set local app.person = ${literal(scope.person ?? '')}; ` +
    `set local app.scopes = ${arrayOf(scope.scopes)}; set local app.orgs = ${arrayOf(scope.orgs)}; set local app.audience = ${arrayOf(scope.audience)}; ` +
    `set local app.matters = ${arrayOf(scope.matters ?? [])}; set local app.disputes = ${arrayOf(scope.disputes ?? [])}; ` +
    `set local app.residents = ${arrayOf(scope.residents ?? [])}; set local app.post = ${literal(scope.post ?? '')}; ` +
    `set local app.heads = ${arrayOf(scope.heads ?? [])}; set local app.votes = ${arrayOf(scope.votes ?? [])}`
}

/** Kysely on one connection that is already ours: it neither takes nor gives back, and lets statements travel together. */
function boundTo(client: pg.PoolClient): Tx {
  const known = bound.get(client)
  if (known) return known
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, rowCount, command } = await client.query(query.sql, [...query.parameters])
      // kysely states the row of its own query
      return { rows: (rows ?? []) as R[], ...(command === 'SELECT' ? {} : { numAffectedRows: BigInt(rowCount ?? 0) }) }
    },
    streamQuery: () => { throw new Error('a transaction here has no cursors') },
  }
  const no = async (): Promise<void> => { throw new Error('a scoped transaction is begun and ended by withScope alone') }
  const driver: Driver = {
    init: async () => {}, acquireConnection: async () => connection, releaseConnection: async () => {},
    beginTransaction: no, commitTransaction: no, rollbackTransaction: no, destroy: async () => {},
  }
  const dialect: Dialect = {
    createDriver: () => driver, createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(), createIntrospector: (db) => new PostgresIntrospector(db),
  }
  const tx = new Kysely<DB>({ dialect }) as Tx // the brand says that BEGIN was sent: only withScope hands it out
  bound.set(client, tx)
  clients.set(tx, client)
  return tx
}

/** Runs `work` in one transaction that sees and writes only what `scope` may. Commits its value, rolls back if it throws. */
export async function withScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = pools.get(db)
  if (!pool) throw new Error('withScope needs a pool of openDb')
  const client = await pool.connect()
  const begun = client.query(`begin; ${settings(scope)}`)
  begun.catch(() => {}) // reported below; the first statements of `work` travel with it
  try {
    const value = await work(boundTo(client))
    await begun
    const { command } = await client.query('commit')
    // PostgreSQL answers COMMIT with ROLLBACK when a statement failed whose error nobody looked at: then nothing was saved.
    if (command !== 'COMMIT') throw new Error('a statement failed unseen and the transaction was rolled back')
    client.release()
    return value
  } catch (error) {
    // a connection that can't even roll back is thrown away
    await client.query('rollback').then(() => client.release(), (broken: Error) => client.release(broken))
    throw error
  }
}

/** Goes on in the same transaction as another actor: for playing a story of several people as one unit, as the demo does. */
export const actAs = async (tx: Tx, scope: Scope): Promise<void> => { await tx.executeQuery(CompiledQuery.raw(settings(scope))) }

class Slot {
  readonly name: string
  constructor(name: string) { this.name = name }
}

type Slots<P> = <K extends keyof P & string>(name: K) => RawBuilder<P[K]>
const compiler = new Kysely<DB>({ dialect: new PostgresDialect({ pool: async () => { throw new Error('the compiler has no connection') } }) })

/**
 * A hot statement: the kysely query is built once, at load, and later only bound by values and sent under `name`.
 * `build` marks each value with `p('name')`. Building queries was the cost of a request, not round trips.
 */
export function statement<P extends Record<string, unknown>, Row = unknown>(
  name: string, build: (db: Kysely<DB>, p: Slots<P>) => Compilable,
): (tx: Kysely<DB>, values: P) => Promise<Row[]> {
  const compiled = build(compiler, (key) => sql`${new Slot(key)}`).compile()
  names.set(compiled.sql, name)
  return async (tx, values) => {
    const given = compiled.parameters.map((value) => (value instanceof Slot ? values[value.name] : value))
    const client = clients.get(tx)
    const { rows } = client ? await client.query({ name, text: compiled.sql, values: given })
      : await tx.executeQuery({ ...compiled, parameters: given })
    return rows as Row[] // the caller states the row of its own statement; checked by the tests of each store
  }
}
