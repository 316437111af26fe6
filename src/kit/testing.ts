/** What tests ask of the machine: a database of their own in milliseconds. Used by tests alone. */
import { createConnection } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { connectionOfJson, poolAs, withClient, type Connection, type Role } from './connection.ts'

/** The database that each test file's own is copied from, and the one without migrations. */
export const template = 'linli_template'
export const emptyTemplate = 'linli_empty'

export type TestDatabase = {
  /** Where it is; pass it to whatever opens pools by itself. */
  readonly connection: Connection
  /** A pool as that role, made on first asking and ended by close(). */
  pool(role: Role): pg.Pool
  /** Ends the pools and drops the database, also while somebody else is still connected. */
  close(): Promise<void>
}

/** Rows that several files begin with: written once per run into a database that is then copied. `fill` leaves no connection open. */
export type Filled = { readonly name: string; readonly from?: Filled; readonly fill: (connection: Connection) => Promise<void> }

async function server(empty: boolean): Promise<Connection> {
  const door = process.env['LINLI_TEST_DOOR']
  if (!door) throw new Error('a test database exists only under vitest with its global setup')
  const answer = await text(createConnection(door))
  if (answer.startsWith('{"error"')) throw new Error(`the test database couldn't be prepared: ${answer}`)
  const read: unknown = JSON.parse(answer)
  if (!empty && typeof read === 'object' && read !== null && 'trouble' in read) throw new Error(String(read.trouble))
  return connectionOfJson(answer)
}

const copied = (name: string, from: string): string => `create database ${name} owner linli_owner template ${from} strategy file_copy`

/** The name of the filled database, made now if no other file of this run did so; whoever asks meanwhile waits for it. */
async function filledDatabase(here: Connection, { name, from, fill }: Filled): Promise<string> {
  const source = from ? await filledDatabase(here, from) : template
  const [whole, half] = [`linli_filled_${name}`, `linli_filling_${name}`]
  await withClient('postgres', here, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [whole]) // until this connection ends
    if ((await client.query('select 1 from pg_database where datname = $1', [whole])).rowCount) return
    await client.query(`drop database if exists ${half} with (force)`) // a filling that failed
    await client.query(copied(half, source))
    await fill({ ...here, database: half })
    await client.query(`alter database ${half} rename to ${whole}`)
  })
  return whole
}

/** Where test files of one run keep what belongs to a filled database but isn't in it, such as keys; gone when the run ends. */
export const runFolder = (): string => path.dirname(process.env['LINLI_TEST_DOOR'] ?? '')

/**
 * A fresh database with every migration applied and no rows, for one test file: call it at the top or in beforeAll, and close() in afterAll.
 * `empty` leaves the migrations out, `filled` has rows in it that only the first file of a run waits for.
 */
export async function testDatabase(options: { readonly empty?: boolean; readonly filled?: Filled } = {}): Promise<TestDatabase> {
  const empty = options.empty ?? false
  const here = await server(empty)
  const name = `t_${randomBytes(6).toString('hex')}`
  const pools = new Map<Role, pg.Pool>()
  const admin = (statement: string): Promise<unknown> => withClient('postgres', here, (client) => client.query(statement))
  await admin(copied(name, options.filled ? await filledDatabase(here, options.filled) : empty ? emptyTemplate : template))
  const connection = { ...here, database: name }
  return {
    connection,
    pool(role) {
      const pool = pools.get(role) ?? poolAs(role, connection)
      pools.set(role, pool)
      return pool
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()))
      await admin(`drop database ${name} with (force)`)
    },
  }
}
