/** A budget's ballot by any phone of the community, and paper slips for those without one. */
import { z } from 'zod'
import { id, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { readAs, runAs, type Trust } from '../../trust/index.ts'
import { askBudgetCode, castOnBudget } from '../commands/votes/budget-voter.ts'
import { issueSlips, replaceSlip } from '../commands/votes/slips.ts'
import { slipsDesk } from '../views/slips.ts'
import * as own from './own-ballot-schemas.ts'
import { Answers, ById, Many } from './votes-schemas.ts'
import type { VotesWiring } from './votes-routes.ts'

const problems = { '4xx': problemSchema }
const tags = ['micro-projects']
const BallotBody = own.OpenBody.extend({ answers: Answers })
const SlipsBody = z.strictObject({ building: id(), count: z.int().min(1).max(500) })

const ReplaceBody = z.strictObject({ code: z.string().min(8).max(16) })
const Replaced = z.object({ id: z.string(), code: z.string() }).meta({ id: 'SlipReplaced' })
const Desk = z.object({ items: z.array(z.object({ building: z.string(), name: z.string(), homes: z.number(), most: z.number(), made: z.number(), void: z.number() })) })
  .meta({ id: 'SlipsDesk' })

/** Routes of voting on a budget. `limit`: how many codes one address may ask for in ten minutes, 0 without limit. */
export function budgetVoteRoutes(app: App, wiring: VotesWiring & { readonly limit: number; readonly trust: Trust }): void {
  const { db, path, trust } = wiring
  const desk = { db, district: trust.district, path }
  const waitOf = addressLimit(wiring.limit, 10)
  app.post('/api/v1/public/votes/:id/code', {
    schema: { operationId: 'askBudgetCode', summary: 'A code to vote on micro-projects with; any phone', tags, params: ById, body: own.PhoneBody, response: { 200: own.Sent, ...problems } },
  }, async (request, reply) => {
    const [at, wait] = [trust.now(), waitOf(request.ip)]
    if (wait > 0) return sendRefusal(reply, { code: 'too_many', rule: 'B68', from: new Date(at.getTime() + wait * 1000).toISOString(),
      explain: { zh: `从这里要的验证码太多了，请 ${Math.ceil(wait / 60)} 分钟后再试。`, en: 'Too many codes were asked for from here: wait a few minutes.' } })
    const asked = await askBudgetCode(desk, request.params.id, request.body.phone, at)
    return asked.ok ? asked.value : sendRefusal(reply, asked.refusal)
  })
  app.post('/api/v1/public/votes/:id/ballots', {
    schema: { operationId: 'castBudgetBallot', summary: 'Vote on micro-projects by phone and code', tags, params: ById, body: BallotBody, response: { 200: own.Cast, ...problems } },
  }, async (request, reply) => {
    const at = trust.now()
    const key = request.headers['idempotency-key']
    const cast = await castOnBudget(desk, { ...request.body, vote: request.params.id, key: typeof key === 'string' ? key : undefined }, at)
    return cast.ok ? { ...cast.value, at: at.toISOString() } : sendRefusal(reply, cast.refusal)
  })
  app.post('/api/v1/votes/:id/slips', {
    schema: { operationId: 'issueSlips', summary: 'Make slips of a budget for a building, each with a code', tags, params: ById, body: SlipsBody, response: { 200: Many, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, async (ctx) => {
    const made = await issueSlips(ctx, { ...request.body, id: request.params.id })
    return made.ok ? { ok: true, value: { ...made.value, refused: [] } } : made
  }))
  app.post('/api/v1/votes/:id/slips/replace', {
    schema: { operationId: 'replaceSlip', summary: 'A new slip for one that was lost; the old one is void', tags, params: ById, body: ReplaceBody,
      response: { 200: Replaced, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => replaceSlip(ctx, { ...request.body, id: request.params.id })))
  app.get('/api/v1/votes/:id/slips', {
    schema: { operationId: 'listSlips', summary: 'How many slips each building has, for the ballot team', tags, params: ById, response: { 200: Desk, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await slipsDesk(tx, actor, request.params.id, at)
    return found && Desk.parse(found)
  }))
}
