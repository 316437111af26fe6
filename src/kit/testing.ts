/** What tests ask of the machine: a database of their own in milliseconds. Used by tests alone. */
import { createConnection } from 'node:net'
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

async function server(empty: boolean): Promise<Connection> {
  const door = process.env['LINLI_TEST_DOOR']
  if (!door) throw new Error('a test database exists only under vitest with its global setup')
  const answer = await text(createConnection(door))
  if (answer.startsWith('{"error"')) throw new Error(`the test database couldn't be prepared: ${answer}`)
  const read: unknown = JSON.parse(answer)
  if (!empty && typeof read === 'object' && read !== null && 'trouble' in read) throw new Error(String(read.trouble))
  return connectionOfJson(answer)
}

/**
 * A fresh database with every migration applied and no rows, for one test file: call it at the top or in beforeAll, and close() in afterAll.
 * `empty` leaves the migrations out.
 */
export async function testDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const empty = options.empty ?? false
  const here = await server(empty)
  const name = `t_${randomBytes(6).toString('hex')}`
  const pools = new Map<Role, pg.Pool>()
  const admin = (statement: string): Promise<unknown> => withClient('postgres', here, (client) => client.query(statement))
  await admin(`create database ${name} owner linli_owner template ${empty ? emptyTemplate : template} strategy file_copy`)
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
