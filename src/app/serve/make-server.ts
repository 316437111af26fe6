import { budgetVoteRoutes, electionRoutes, linkRoutes, ownBallotRoutes, projectRoutes, registerRoutes, voteFileRoutes, votesRoutes } from '../../ballots/index.ts'
import { confidentialRoutes } from '../../confidential/index.ts'
import { now } from '../../kit/clock.ts'
import type { Settings } from '../../kit/config.ts'
import type { Db } from '../../kit/db.ts'
import { makeApp, type App, type AppOptions } from '../../kit/http.ts'
import { disputeRoutes } from '../../disputes/index.ts'
import { deliberationRoutes } from '../../deliberation/index.ts'
import { matterLabels, matterRoutes, openMattersAt, passOnWithin, photoFolder, photosIn } from '../../matters/index.ts'
import { noticeRoutes } from '../../notices/index.ts'
import { officerName, officeRoutes, standingOf } from '../../offices/index.ts'
import { placeRoutes, placeTableRoutes, planRoutes, tableReader } from '../../places/index.ts'
import { BadFile, plainRows } from '../../roster/file/index.ts'
import { recordRoutes } from '../../record/index.ts'
import { doorRoutes, homeRoutes, importRoutes, lawRoutes, ownAgreementRoutes, ownFileRoutes, ROSTER_MARK, sizingRoutes } from '../../roster/index.ts'
import { visitRoutes } from '../../visits/index.ts'
import { cardRoutes, guard, openTrust, trustRoutes, type Keys } from '../../trust/index.ts'
import { demoRoutes } from './demo-routes.ts'
import { healthRoutes } from './health.ts'
import { describeRoutes } from './openapi.ts'
import { pages } from './pages.ts'
import { rosterExamples } from './roster-examples.ts'
import { actKinds } from '../acts.ts'
import { eraseHooks } from '../erasing.ts'
import { noticeWords } from '../notices.ts'
import { guardBehalf } from '../on-behalf.ts'
import type { Installed } from '../installed.ts'

export type Parts = {
  readonly db: Db; readonly auth: Db; readonly keys: Keys; readonly settings: Settings
  readonly installed: Installed; readonly logger?: AppOptions['logger']
}

const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

function headers(app: App): void {
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': policy, 'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin', 'linli-now': String(now().getTime()), 'x-robots-tag': 'noindex',
    })
  })
}

/** The whole server, not yet listening: also what tests and openapi.json are made from. */
export async function makeServer({ db, auth, keys, settings, installed, logger = true }: Parts): Promise<App> {
  const app = makeApp({ logger, proxy: settings.trustedProxy })
  headers(app)
  await describeRoutes(app)
  const trust = openTrust({ app: db, auth, keys, district: installed.district, mode: settings.mode, standingOf, nameOf: officerName, now })
  guard(app, trust)
  guardBehalf(app, trust)
  const host = process.env['PUBLIC_HOST'] ?? `${settings.host}:${settings.port}`
  await app.register(async (scope: App) => {
    recordRoutes(scope, {
      db, kinds: actKinds, staffOf: trust.staffOf,
      labelsOf: (tx, district, subjects) => matterLabels(tx, district, subjects.filter(({ kind }) => kind === 'matter').map(({ id }) => id)),
    })
    trustRoutes(scope, trust)
    cardRoutes(scope, trust)
    placeRoutes(scope, { db, trust })
    const readTable = tableReader(plainRows, (error) => (error instanceof BadFile ? error.said : null))
    placeTableRoutes(scope, { db, trust, readTable })
    planRoutes(scope, { db, trust })
    registerRoutes(scope, { db, trust, path: installed.path, mark: settings.mode === 'demo' ? ROSTER_MARK : null, readTable })
    noticeRoutes(scope, { db, trust, words: noticeWords })
    visitRoutes(scope, { db, trust })
    officeRoutes(scope, { db, trust, domain: host })
    homeRoutes(scope, { db, trust, mattersOf: (tx, actor, home) => openMattersAt(tx, actor.district, home) })
    doorRoutes(scope, { db, trust, mattersOf: async () => [] })
    sizingRoutes(scope, { db, trust, passWork: passOnWithin })
    lawRoutes(scope, { db, trust })
    await matterRoutes(scope, { db, trust, dataDir: settings.dataDir, host, path: installed.path, filingLimit: settings.filingLimit })
    importRoutes(scope, { db, trust, examples: settings.mode === 'demo' ? rosterExamples : [] }) // after matters, which take files too
    confidentialRoutes(scope, { db, trust, limited: settings.filingLimit > 0 })
    disputeRoutes(scope, { db, trust, path: installed.path })
    ownFileRoutes(scope, { db, trust, path: installed.path, limit: settings.filingLimit, hooks: eraseHooks })
    ownAgreementRoutes(scope, { db, trust, path: installed.path, limit: settings.filingLimit, hooks: eraseHooks })
    votesRoutes(scope, { db, trust, path: installed.path })
    electionRoutes(scope, { db, trust, path: installed.path })
    voteFileRoutes(scope, { db, trust, path: installed.path, host, photos: photoFolder(photosIn(settings.dataDir)) })
    ownBallotRoutes(scope, { db, trust, path: installed.path, limit: settings.filingLimit })
    linkRoutes(scope, { db, trust, path: installed.path })
    budgetVoteRoutes(scope, { db, trust, path: installed.path, limit: settings.filingLimit })
    projectRoutes(scope, { db, trust, path: installed.path, limit: settings.filingLimit })
    await deliberationRoutes(scope, { db, trust, dataDir: settings.dataDir, host, path: installed.path, limit: settings.filingLimit })
    if (settings.mode === 'demo') demoRoutes(scope, { db, trust })
    healthRoutes(scope, db)
    scope.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  await pages(app, settings.mode)
  return app
}
