import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { common, id, plainText, problemSchema, sendRefusal, words, type App } from '../../kit/http.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { refuse, type Result } from '../../kit/pure.ts'
import { askExclusion, decideExclusion } from '../commands/leave-out.ts'
import { RATE_CUTS, rateReachOf } from '../rules/rates/index.ts'
import { exclusionsOf } from '../views/rate-exclusions.ts'
import { rateScopeOf, type RateScope } from '../views/rate-scope.ts'
import { VISIT_SETS, visitsView } from '../views/rate-visits.ts'
import { ratesView } from '../views/rates.ts'
import { Done } from './replies.ts'
import { RateExclusions, Rates, RateVisits } from './rate-replies.ts'
import { ById } from './requests.ts'
import { asStaff } from './staff-routes.ts'
import { act, type Wiring } from './wiring.ts'

const tags = ['rates']
const problems = { '4xx': problemSchema }
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const cut = z.enum(RATE_CUTS)
const where = { place: id().optional() }

const RatesQuery = z.object({ ...where, by: cut.optional(), period: month.optional() })
const VisitsQuery = z.object({
  ...where, period: month, by: cut.optional(), key: plainText(80).optional(), set: z.enum(VISIT_SETS).default('judged'),
    after: plainText(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
const ExclusionsQuery = z.object({ ...where, period: month.optional(), waiting: z.enum(['true',
  'false']).default('false').transform(one => one === 'true') })
const version = z.int().min(1).max(1_000_000).optional()
const AskBody = z.strictObject({ version, ground: z.string().regex(/^[a-z_]{1,40}$/), note: words(500) })
const DecideBody = z.strictObject({ version, leaveOut: z.boolean(), note: words(500) })

/** Reads within the reader's reach of the rates: refused for posts that have none, not found outside of it. */
async function inReach<V>(
  wiring: Wiring, request: FastifyRequest, reply: FastifyReply, place: string | undefined, view: (tx: Tx, actor: Actor,
    scope: RateScope) => Promise<V>,
): Promise<V | FastifyReply> {
  return asStaff(wiring, request, reply, async (actor) => {
    const reach = rateReachOf(actor.audience)
    if (!reach.ok) return sendRefusal(reply, reach.refusal)
    const found = await withScope(wiring.db, actor, async (tx): Promise<Result<V>> => {
      const scope = await rateScopeOf(tx, actor, reach.value, place)
      return scope ? { ok: true, value: await view(tx, actor, scope) } : refuse(common.notFound)
    })
    return found.ok ? found.value : sendRefusal(reply, found.refusal)
  })
}

function readRoutes(app: App, wiring: Wiring): void {
  app.get('/api/v1/rates', {
    schema: { operationId: 'readRates', summary: 'The three rates of a month, by community, compound, party or category', tags,
      querystring: RatesQuery,
      response: { 200: Rates, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, async (actor) => {
    const view = await withScope(wiring.db, actor, (tx) => ratesView(tx, actor, request.query, wiring.trust.now().getTime()))
    return view.ok ? view.value : sendRefusal(reply, view.refusal)
  }))
  app.get('/api/v1/rates/visits', {
    schema: { operationId: 'listRateVisits', summary: 'The visits behind a figure, newest first', tags, querystring: VisitsQuery,
      response: { 200: RateVisits, ...problems } },
  }, async (request, reply) => inReach(wiring, request, reply, request.query.place, (tx, actor, scope) => visitsView(tx, actor, scope,
    request.query)))
  app.get('/api/v1/rates/exclusions', {
    schema: { operationId: 'listRateExclusions', summary: 'Judgments that are or shall be left out: who asked, who decided, why', tags,
      querystring: ExclusionsQuery, response: { 200: RateExclusions, ...problems } },
  }, async (request, reply) => inReach(wiring, request, reply, request.query.place, async (tx, actor, scope) =>
    ({ items: await exclusionsOf(tx, actor, scope, request.query) })))
}

/** The three rates: figures, the visits behind them, and leaving a judgment out by two offices. */
export function rateRoutes(app: App, wiring: Wiring): void {
  readRoutes(app, wiring)
  app.post('/api/v1/matters/:id/exclusion', {
    schema: { operationId: 'askExclusion', summary: 'Ask for a judgment to be left out of the rates', tags, params: ById, body: AskBody,
      response: { 200: Done, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) =>
    act(wiring, request, reply, actor, askExclusion, { ...request.body, id: request.params.id }, (done) => done)))
  app.post('/api/v1/matters/:id/exclusion-decision', {
    schema: { operationId: 'decideExclusion', summary: 'Leave the judgment out, or keep it in', tags, params: ById, body: DecideBody,
      response: { 200: Done, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) =>
    act(wiring, request, reply, actor, decideExclusion, { ...request.body, id: request.params.id }, (done) => done)))
}
