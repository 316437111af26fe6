import { readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { now } from '../../kit/clock.ts'
import type { Settings } from '../../kit/config.ts'
import type { Db } from '../../kit/db.ts'
import { makeApp, type App, type AppOptions } from '../../kit/http.ts'
import { matterLabels, matterRoutes } from '../../matters/index.ts'
import { officerName, officeRoutes, standingOf } from '../../offices/index.ts'
import { placeRoutes } from '../../places/index.ts'
import { recordRoutes } from '../../record/index.ts'
import { cardRoutes, guard, openTrust, trustRoutes, type Keys } from '../../trust/index.ts'
import { demoRoutes } from './demo-routes.ts'
import { healthRoutes } from './health.ts'
import { describeRoutes } from './openapi.ts'
import { actKinds } from '../acts.ts'
import type { Installed } from '../installed.ts'

export type Parts = { readonly db: Db; readonly auth: Db; readonly keys: Keys; readonly settings: Settings; readonly installed: Installed; readonly logger?: AppOptions['logger'] }

const pagesDir = path.resolve(import.meta.dirname, '../../../dist')
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

function headers(app: App): void {
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'linli-now': String(now().getTime()), 'x-robots-tag': 'noindex' })
  })
}

/** Which front end answers an address. */
function pageOf(url: string): string {
  if (url === '/console' || url.startsWith('/console/')) return 'console.html'
  return url === '/field' || url.startsWith('/field/') ? 'field.html' : 'resident.html'
}

async function pages(app: App, mode: Settings['mode']): Promise<void> {
  await app.register(fastifyStatic, { root: pagesDir, serve: false, index: false })
  app.get('/assets/*', { schema: { hide: true } }, (request, reply) => reply.sendFile(new URL(request.url, 'http://x').pathname.slice(1), { maxAge: '365d', immutable: true }))
  const html = new Map<string, string>()
  const page = (name: string): string => {
    const known = html.get(name) ?? readFileSync(path.join(pagesDir, name), 'utf8').replace('name="linli-mode" content=""', `name="linli-mode" content="${mode}"`)
    html.set(name, known)
    return known
  }
  for (const address of ['/', '/d/*', '/m', '/m/*', '/board/*', '/report', '/report/*', '/field', '/field/*', '/console', '/console/*', '/about', '/sign-in', '/sign-in/*']) {
    app.get(address, { schema: { hide: true } }, (request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page(pageOf(request.url.split('?')[0] ?? '/'))))
  }
}

/** The whole server, not yet listening: also what tests and openapi.json are made from. */
export async function makeServer({ db, auth, keys, settings, installed, logger = true }: Parts): Promise<App> {
  const app = makeApp({ logger, proxy: settings.trustedProxy })
  headers(app)
  await describeRoutes(app)
  const trust = openTrust({ app: db, auth, keys, district: installed.district, mode: settings.mode, standingOf, nameOf: officerName, now })
  guard(app, trust)
  const host = process.env['PUBLIC_HOST'] ?? `${settings.host}:${settings.port}`
  await app.register(async (scope: App) => {
    recordRoutes(scope, {
      db, kinds: actKinds, staffOf: trust.staffOf,
      labelsOf: (tx, district, subjects) => matterLabels(tx, district, subjects.filter(({ kind }) => kind === 'matter').map(({ id }) => id)),
    })
    trustRoutes(scope, trust)
    cardRoutes(scope, trust)
    placeRoutes(scope, { db, trust })
    officeRoutes(scope, { db, trust, domain: host })
    await matterRoutes(scope, { db, trust, dataDir: settings.dataDir, host, path: installed.path, filingLimit: settings.filingLimit })
    if (settings.mode === 'demo') demoRoutes(scope, { db, trust })
    healthRoutes(scope, db)
    scope.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  await pages(app, settings.mode)
  return app
}
