/** A second world as a copy of the first: a server over each, turned by hand, and what they answer as bytes. */
import { turnLines } from '../../confidential/index.ts'
import { now } from '../../kit/clock.ts'
import { withClient } from '../../kit/connection.ts'
import { openDb, type Db } from '../../kit/db.ts'
import type { App } from '../../kit/http.ts'
import { openSigner, sealAll } from '../../record/index.ts'
import { clockActor, openKeys } from '../../trust/index.ts'
import { installedDistrict } from '../installed.ts'
import { makeServer } from '../serve/make-server.ts'
import type { Reply, World } from './world.ts'

export type Side = { readonly name: string; readonly db: Db; readonly auth: Db; readonly owner: Db; readonly server: App; readonly log: string[] }

export const district = '990106'

/** A server over one of the databases, with the keys and settings of the world. */
export async function openSide(world: World, name: string, database: string): Promise<Side> {
  const connection = { ...world.database.connection, database }
  const [db, auth, owner] = [openDb(connection, 'linli_app', 4), openDb(connection, 'linli_auth', 2), openDb(connection, 'linli_owner', 2)]
  const log: string[] = []
  const server = await makeServer({
    db, auth, keys: openKeys(world.settings.dataDir, process.env), settings: { ...world.settings, filingLimit: 30 },
    installed: await installedDistrict(db),
    logger: { write: (line: string): void => { log.push(line) } },
  })
  await server.ready()
  return { name, db, auth, owner, server, log }
}

/** Closes the server and its pools. */
export async function closeSide({ server, db, auth, owner }: Side): Promise<void> {
  server.server.closeAllConnections() // those that listened
  await server.close()
  await Promise.all([db.destroy(), auth.destroy(), owner.destroy()])
}

/** The worker's turn at this moment: full hours, then sealing. */
export async function turn(world: World, { db, owner }: Pick<Side, 'db' | 'owner'>): Promise<void> {
  await turnLines(db, clockActor(district, `d${district}`), now())
  await sealAll(owner, await openSigner(world.settings.dataDir), now)
}

const asSuperuser = (world: World, text: readonly string[]): Promise<void> =>
  withClient('postgres', { ...world.database.connection, database: 'postgres' }, async (client) => {
    for (const one of text) await client.query(one)
  })

/** Copies the world's database, file by file, and answers the name of the copy. */
export async function copyOf(world: World): Promise<string> {
  const { database } = world.database.connection
  await asSuperuser(world, [
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`,
    `create database ${database}_copy owner linli_owner template ${database} strategy file_copy`,
  ])
  return `${database}_copy`
}

/** Drops a copy. */
export const dropCopy = (world: World, copy: string): Promise<void> => asSuperuser(world, [`drop database ${copy} with (force)`])

/**
 * Status, headers and body; without the date of the machine, which Node keeps by itself. Hashes and signatures of the record are random by
 * design in both worlds (each block of commitments is): they count by their length.
 */
export function bytesOf({ statusCode, headers: { date: _date, ...headers }, rawPayload }: Reply): string {
  const body = Buffer.from(rawPayload).toString('latin1').replace(/"[0-9a-f]{64}"/g, '"(hash)"')
    .replace(/"signature":"[\w+/=]{88}"/g, '"(signature)"')
  return `${statusCode} ${JSON.stringify(headers)}\n${body}`
}
