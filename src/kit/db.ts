import { CompiledQuery, Kysely, PostgresDialect, sql, type Compilable, type RawBuilder } from 'kysely'
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
}

/** The pool of one role. */
export type Db = Kysely<DB>

declare const inTransaction: unique symbol
/** A transaction that carries its actor's scope. Only `withScope` makes one. */
export type Tx = Kysely<DB> & { readonly [inTransaction]: true }

const names = new Map<string, string>()

/** pg's client, except that a text known as a statement is sent under its name, so that the server plans it once. */
class NamingClient extends pg.Client {
  // pg's overloads can't be restated in TypeScript: the arguments pass through unchanged but for the name.
  override query(...args: unknown[]): never {
    const [text, values] = args
    const name = typeof text === 'string' ? names.get(text) : undefined
    const passed = name === undefined ? args : [{ name, text, values }, ...args.slice(2)]
    return Reflect.apply(pg.Client.prototype.query, this, passed) as never
  }
}

/** Opens a pool as `role`. `max` is the number of connections. */
export function openDb(connection: Connection, role: Role, max = 10): Db {
  const pool = new pg.Pool({ ...as(role, connection), max, Client: NamingClient })
  pool.on('error', () => {}) // an idle connection that broke is replaced at its next use; the query that needs it reports
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

const literal = (value: string): string => `'${value.replace(/'/g, "''")}'`
const arrayOf = (values: readonly string[]): string => literal(`{${values.map((v) => `"${v.replace(/(["\\])/g, '\\$1')}"`).join(',')}}`)

/** The scope's settings as one message. SET LOCAL and not set_config: only the former reaches the shards of Citus. */
function settings(scope: Scope): string {
  return `set local app.district = ${literal(scope.district)}; set local app.person = ${literal(scope.person ?? '')}; ` +
    `set local app.scopes = ${arrayOf(scope.scopes)}; set local app.orgs = ${arrayOf(scope.orgs)}; set local app.audience = ${arrayOf(scope.audience)}; ` +
    `set local app.matters = ${arrayOf(scope.matters ?? [])}`
}

/** Runs `work` in one transaction that sees and writes only what `scope` may. Commits its value, rolls back if it throws. */
export async function withScope<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw(`begin; ${settings(scope)}`))
    try {
      // The brand says that BEGIN was sent; nothing else may make a Tx.
      const value = await work(connection as Tx)
      await connection.executeQuery(CompiledQuery.raw('commit'))
      return value
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
      throw error
    }
  })
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
    const bound = compiled.parameters.map((value) => (value instanceof Slot ? values[value.name] : value))
    const { rows } = await tx.executeQuery({ ...compiled, parameters: bound })
    return rows as Row[] // the caller states the row of its own statement; checked by the tests of each store
  }
}
