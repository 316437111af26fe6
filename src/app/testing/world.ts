/** A whole server on a database of its own with the made-up community in it, for tests that ask it over HTTP as anybody at all. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { demoGround, demoSignIns } from '../../../demo/index.ts'
import { setClockOffset } from '../../kit/clock.ts'
import { readSettings, type Settings } from '../../kit/config.ts'
import { openDb, type Db } from '../../kit/db.ts'
import type { App } from '../../kit/http.ts'
import { runFolder, testDatabase, type Filled, type TestDatabase } from '../../kit/testing.ts'
import { openKeys, useKeys, type Keys } from '../../trust/index.ts'
import { installedDistrict, type Installed } from '../installed.ts'
import { DEMO_START, seedDemo } from '../seed-demo.ts'
import { makeServer } from '../serve/make-server.ts'

/** Signed-in people by the key they have on the demo's first page; `nobody` is signed out. */
export type Who = 'nobody' | 'captain' | 'captain-old' | 'grid' | 'worker' | 'secretary' | 'firm' | 'enforcement' | 'fire' | 'supervisor' | 'discipline' | 'mediator'
export type Method = 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH' | 'HEAD' | 'OPTIONS'
export type Sent = {
  readonly as?: Who; readonly method?: Method; readonly url: string; readonly body?: unknown; readonly raw?: Buffer | string
  readonly headers?: { readonly [name: string]: string }; readonly cookie?: string | undefined; readonly from?: string
}
export type Reply = {
  readonly statusCode: number; readonly headers: { readonly [name: string]: unknown }; readonly body: string; readonly rawPayload: Buffer
  json<T = unknown>(): T
}
export type World = {
  readonly database: TestDatabase; readonly db: Db; readonly server: App; readonly settings: Settings; readonly demo: ReturnType<typeof demoGround>
  /** Every line that servers of this world wrote to their log. */
  readonly log: string[]
  /** Sends one request, from an address of its own unless told, as our own pages would. */
  readonly send: (sent: Sent) => Promise<Reply>
  /** Another server over the same database with other settings. */
  readonly another: (
    settings: Partial<Settings>, pools?: { readonly db: Db; readonly auth: Db },
  ) => Promise<{ server: App; send: (sent: Sent) => Promise<Reply> }>
  readonly cookies: ReadonlyMap<Who, string>
  /** Signs everybody in once more, after something signed them out. */
  readonly renew: () => Promise<void>
  readonly close: () => Promise<void>
}

let addresses = 0
const nextAddress = (): string => `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`

function sender(server: App, cookies: ReadonlyMap<Who, string>): World['send'] {
  return async ({ as = 'nobody', method = 'POST', url, body, raw, headers, cookie, from }) => {
    const cookieHeader = [cookies.get(as), cookie].filter(Boolean).join('; ')
    const json: { [name: string]: string } = body === undefined ? {} : { 'content-type': 'application/json' }
    return server.inject({
      method, url, remoteAddress: from ?? nextAddress(),
      headers: { 'x-linli': '1', ...json, ...(cookieHeader ? { cookie: cookieHeader } : {}), ...headers },
      ...(raw === undefined ? body === undefined ? {} : { payload: JSON.stringify(body) } : { payload: raw }),
    })
  }
}

/** The first part of a Set-Cookie header, as a browser sends it back. */
export const cookieFrom = (reply: Reply): string => String(reply.headers['set-cookie']).split(';')[0] ?? ''

async function signInAll(send: World['send'], cookies: Map<Who, string>): Promise<void> {
  const wanted: readonly Who[] = ['captain', 'captain-old', 'grid', 'worker', 'secretary', 'firm', 'enforcement', 'fire', 'supervisor', 'discipline', 'mediator']
  for (const who of wanted) {
    const person = demoSignIns().find(({ key }) => key === who)?.person
    const reply = await send({ url: '/api/v1/demo/session', body: { person } })
    if (reply.statusCode !== 204) throw new Error(`${who} can't sign in: ${reply.body}`)
    cookies.set(who, cookieFrom(reply))
  }
}

const filledFolder = (): string => path.join(runFolder(), 'world')

/** The community, laid out once per run; its keys lie in the run's own folder and every world has a copy. */
export const community: Filled = {
  name: 'community',
  fill: async (connection) => { await seedDemo(connection, readSettings({ DATA_DIR: filledFolder(), FILING_LIMIT: '0' })) },
}

/** The keys that the community was laid out with. */
export const communityKeys = (): Keys => openKeys(filledFolder(), process.env)

/** The community with more on it, written once per run under that name. */
export const onCommunity = (name: string, fill: (db: Db, where: Installed) => Promise<unknown>): Filled => ({
  name, from: community,
  fill: async (connection) => {
    useKeys(communityKeys())
    setClockOffset(DEMO_START - Date.now())
    const db = openDb(connection, 'linli_app', 2)
    try { await fill(db, await installedDistrict(db)) } finally { await db.destroy() }
  },
})

/** The community (no history) with whatever `filled` puts on it, a server that does not listen, and everybody signed in. About a second. */
export async function openWorld(filled: Filled = community): Promise<World> {
  const database = await testDatabase({ filled })
  const dataDir = mkdtempSync(path.join(tmpdir(), `linli-test-${process.pid}-world-`))
  if (existsSync(filledFolder())) cpSync(filledFolder(), dataDir, { recursive: true }) // not with LINLI_KEY
  const settings = readSettings({ DATA_DIR: dataDir, FILING_LIMIT: '0' })
  const keys = openKeys(dataDir, process.env)
  useKeys(keys)
  setClockOffset(DEMO_START - Date.now())
  const [db, auth] = [openDb(database.connection, 'linli_app', 6), openDb(database.connection, 'linli_auth', 4)]
  const installed = await installedDistrict(db)
  const log: string[] = []
  const logger = { write: (line: string): void => { log.push(line) } }
  const servers: App[] = []
  const serve = async (own: Settings, pools: { readonly db: Db; readonly auth: Db }): Promise<App> => {
    const server = await makeServer({ ...pools, keys, settings: own, installed, logger })
    servers.push(server)
    await server.ready()
    return server
  }
  const server = await serve(settings, { db, auth })
  const cookies = new Map<Who, string>()
  const renew = (): Promise<void> => signInAll(sender(server, new Map()), cookies)
  await renew()
  return {
    database, db, server, settings, log, cookies, renew, demo: demoGround(), send: sender(server, cookies),
    another: async (own, pools = { db, auth }) => {
      const other = await serve({ ...settings, ...own }, pools)
      return { server: other, send: sender(other, cookies) }
    },
    close: async () => {
      setClockOffset(0)
      await Promise.all(servers.map((one) => one.close()))
      await Promise.all([db.destroy(), auth.destroy()])
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
