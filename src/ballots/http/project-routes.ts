/** Micro-projects over HTTP: what everybody reads and proposes, and what the community, reviewers and leaders do. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { actAs, clockActor, readAs, receiptCodeOf, type Actor, type StaffWiring, type Trust } from '../../trust/index.ts'
import * as deliver from '../commands/projects/deliver-project.ts'
import { leads, type Done, type Staff } from '../commands/projects/on-project.ts'
import { postSlate } from '../commands/projects/post-slate.ts'
import { proposeProject } from '../commands/projects/propose-project.ts'
import { decideOnProject, reviewProject } from '../commands/projects/review-project.ts'
import { closeCall, startRound } from '../commands/projects/start-round.ts'
import type { Result } from '../../kit/pure.ts'
import { followedProject, listRounds, publicRound, staffRound } from '../views/rounds.ts'
import * as s from './project-schemas.ts'

/** What these routes work with: `path` is the district's, `limit` how many proposals one address may send in ten minutes, 0 without limit. */
export type ProjectWiring = { readonly db: StaffWiring['db']; readonly trust: StaffWiring['trust'] & Pick<Trust, 'district'>
  readonly path: string; readonly limit: number }
const problems = { '4xx': problemSchema }
const tags = ['micro-projects']

/** Everybody reads rounds: as the clock, and only what these views show. */
async function readOpen<V>(wiring: ProjectWiring, reply: FastifyReply, view: (tx: Tx) => Promise<V | undefined>): Promise<V | FastifyReply> {
  const value = await withScope(wiring.db, clockActor(wiring.trust.district, wiring.path), view)
  return value === undefined ? sendRefusal(reply, common.notFound) : value
}

function publicRoutes(app: App, wiring: ProjectWiring): void {
  const { district, now } = wiring.trust
  app.get('/api/v1/public/rounds', {
    schema: { operationId: 'listRounds', summary: 'Rounds of micro-projects of a community', tags, querystring: s.PlaceQuery, response: { 200: s.Rounds, ...problems } },
  }, async (request, reply) => readOpen(wiring, reply, (tx) => listRounds(tx, district, request.query.community)))
  app.get('/api/v1/public/rounds/:id', {
    schema: { operationId: 'readRound', summary: 'A round with its projects, reasons and both counts', tags, params: s.ById, response: { 200: s.PublicRound, ...problems } },
  }, async (request, reply) => readOpen(wiring, reply, (tx) => publicRound(tx, district, request.params.id)))
  app.get('/api/v1/public/projects/:receipt', {
    schema: { operationId: 'followProject', summary: 'One’s own proposal by its receipt', tags, params: s.ByReceipt, response: { 200: s.Followed, ...problems } },
  }, async (request, reply) => readOpen(wiring, reply, (tx) => followedProject(tx, district, request.params.receipt.toUpperCase().replace(/[^0-9A-Z]/g, ''))))
  const waitOf = addressLimit(wiring.limit, 10)
  const limited = (request: FastifyRequest, reply: FastifyReply): FastifyReply | null => {
    const wait = waitOf(request.ip)
    return wait > 0 ? sendRefusal(reply, { code: 'too_many', rule: 'B60', from: new Date(now().getTime() + wait * 1000).toISOString(),
      explain: { zh: `从这里提的太多了，请 ${Math.ceil(wait / 60)} 分钟后再提。您写的还在。`, en: 'Too many came from here: please wait a few minutes. What you wrote is kept.' } }) : null
  }
  // a reply is waited for as soon as it is answered, and is nothing then
  const asClock = async (request: FastifyRequest, reply: FastifyReply, work: (ctx: Staff) => Promise<Result<Done>>): Promise<Done | FastifyReply | undefined> => {
    const [actor, at] = [clockActor(district, wiring.path), now()]
    const result = limited(request, reply) ?? await runCommand(wiring.db, actor, at, keyOf(request, 'public'), (tx) => work({ tx, actor, at }))
    return 'ok' in result ? (result.ok ? result.value : sendRefusal(reply, result.refusal)) : result
  }
  app.post('/api/v1/public/rounds/:id/projects', {
    schema: { operationId: 'proposeProject', summary: 'Propose a micro-project; no account needed', tags, params: s.ById, body: s.ProposeBody,
      response: { 200: s.Proposed, ...problems } },
  }, async (request, reply) => {
    const done = await asClock(request, reply, (ctx) => proposeProject(ctx, { ...request.body, round: request.params.id }))
    return done && 'state' in done ? { id: done.id, receipt: receiptCodeOf(done.id) } : done
  })
  app.post('/api/v1/public/projects/:id/answers', {
    schema: { operationId: 'answerProject', summary: 'Say whether what was delivered works', tags, params: s.ById, body: s.AcceptBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asClock(request, reply, (ctx) => deliver.answerProject(ctx, { ...request.body, id: request.params.id })))
}

type Move<B> = (ctx: { readonly tx: Tx; readonly actor: Actor; readonly at: Date }, input: B & { readonly id: string }) => Promise<Result<Done>>

function moveRoutes(app: App, wiring: ProjectWiring): void {
  const post = <S extends typeof s.Plain | typeof s.SlateBody | typeof s.ReviewBody | typeof s.DecideBody | typeof s.BeginBody | typeof s.MilestoneBody | typeof s.PublishBody>(
    url: string, operationId: string, summary: string, body: S, command: Move<z.output<S>>): void => {
    app.post(url, { schema: { operationId, summary, tags, params: s.ById, body, response: { 200: s.Done, ...problems } } },
      // the schema above made the body
      async (request, reply) => actAs(wiring, request, reply, command, { ...(request.body as z.output<S>), id: (request.params as { id: string }).id }))
  }
  post('/api/v1/rounds/:id/close-call', 'closeCall', 'End the call for proposals', s.Plain, closeCall)
  post('/api/v1/rounds/:id/slate', 'postSlate', 'Post the slate and its vote', s.SlateBody, postSlate)
  post('/api/v1/projects/:id/review', 'reviewProject', 'Review a proposal with a reason', s.ReviewBody, reviewProject)
  post('/api/v1/projects/:id/decide', 'decideProject', 'Put a proposal on the ballot or refuse it', s.DecideBody, decideOnProject)
  post('/api/v1/projects/:id/begin', 'beginProject', 'Begin delivery with supplier and milestones', s.BeginBody, deliver.beginProject)
  post('/api/v1/projects/:id/milestone', 'reachMilestone', 'Enter a milestone', s.MilestoneBody, deliver.reachMilestone)
  post('/api/v1/projects/:id/deliver', 'deliverProject', 'Say that it is delivered', s.Plain, deliver.deliverProject)
  post('/api/v1/projects/:id/accept', 'closeAcceptance', 'Close the asking of residents', s.Plain, deliver.closeAcceptance)
  post('/api/v1/projects/:id/publish', 'publishProject', 'Publish the final cost', s.PublishBody, deliver.publishCost)
}

/** All routes of micro-projects. */
export function projectRoutes(app: App, wiring: ProjectWiring): void {
  publicRoutes(app, wiring)
  app.post('/api/v1/rounds', {
    schema: { operationId: 'startRound', summary: 'Open a round of micro-projects', tags, body: s.StartRoundBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, startRound, request.body))
  app.get('/api/v1/rounds/:id', {
    schema: { operationId: 'readStaffRound', summary: 'A round with proposers’ words and reviews', tags, params: s.ById, response: { 200: s.StaffRound, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) =>
    await staffRound(tx, actor, request.params.id, leads(actor)) ?? null))
  moveRoutes(app, wiring)
}
