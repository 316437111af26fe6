/** The routes of matters on a real database, asked without a network; used by tests alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { common, makeApp, type App } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { cookieText, followCookie, signFollow, type Actor, type Trust } from '../../trust/index.ts'
import { matterRoutes } from '../index.ts'
import { district, districtPath, openNeighbourhood, start, type Neighbourhood, type PostKey } from '../testing.ts'

export type Method = 'GET' | 'POST' | 'DELETE'
type Injected = ReturnType<typeof inject>
const inject = (app: App, method: Method, url: string, headers: Record<string, string>, body?: object) =>
  app.inject({ method, url, headers, ...(body ? { payload: body } : {}) })

export type Asked = {
  readonly n: Neighbourhood; readonly app: App
  /** Every route as it was registered, as 'GET /api/v1/matters'. */
  readonly routes: readonly string[]
  /** Who asks from now on: a post, or nobody. */
  readonly as: (key: PostKey | null) => void
  /** Asks below /api/v1 with a key of its own. */
  readonly send: (method: Method, url: string, body?: object, more?: Record<string, string>) => Injected
  readonly close: () => Promise<void>
}

/** Opens the neighbourhood and the routes upon it; who is signed in is said by `as`. Close it in afterAll. */
export async function openRoutes(): Promise<Asked> {
  const n = await openNeighbourhood()
  const app = makeApp()
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-routes-'))
  const routes: string[] = []
  let actor: Actor | null = null
  let keys = 0
  app.addHook('onRoute', ({ method, url }) => { for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`) })
  // what these routes ask of trust
  const trust = { district, mode: 'demo', now: () => start, actorOf: async () => actor,
    staffOf: async () => (actor === null ? refuse(common.signedOut) : ok(actor)) } as unknown as Trust
  await matterRoutes(app, { db: n.db, trust, dataDir: folder, host: 'linli.example', path: districtPath, filingLimit: 0 })
  await app.ready()
  return {
    n, app, routes, as: (key) => { actor = key === null ? null : n.as(key) },
    send: (method, url, body, more = {}) => inject(app, method, `/api/v1${url}`, { 'idempotency-key': `test-key-${keys++}`, ...more }, body),
    close: async () => { await app.close(); await n.close(); rmSync(folder, { recursive: true, force: true }) },
  }
}

/** The cookie of a resident who follows a matter. */
export const follow = (matter: string): { cookie: string } =>
  ({ cookie: cookieText(followCookie, signFollow({ district, matter, expires: Math.floor(start.getTime() / 1000) + 60 }), 60,
    false).split(';')[0] ?? '' })
