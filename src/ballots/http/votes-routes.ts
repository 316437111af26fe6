/** Votes over HTTP for the ballot team and whoever holds the vote; and what everybody may read. Nobody reads how it stands before the close. */
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { runCommand, type Context, type Keyed, type Outcome } from '../../kit/command.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { sha256 } from '../../kit/ids.ts'
import { ok, type Result } from '../../kit/pure.ts'
import { clockActor, readAs, runAs, type Actor, type Trust } from '../../trust/index.ts'
import * as after from '../commands/votes/after.ts'
import * as collect from '../commands/votes/collect.ts'
import { sealVote } from '../commands/votes/count.ts'
import { enterPapers, lookAtPaper } from '../commands/votes/enter.ts'
import { keepDoors } from '../commands/votes/keep-doors.ts'
import { freezeRegister } from '../commands/votes/freeze.ts'
import { homeBack } from '../commands/votes/home-back.ts'
import type { Done } from '../commands/votes/on-vote.ts'
import { closeVote, openVote } from '../commands/votes/open-close.ts'
import * as prepare from '../commands/votes/prepare.ts'
import { startVote } from '../commands/votes/start-vote.ts'
import { candidatesFor } from '../views/team-candidates.ts'
import { conflictsOf, electorsOf, vacantOf } from '../views/electors.ts'
import { voteDetail } from '../views/vote-detail.ts'
import { listVotes, publicVote, publicVotes } from '../views/votes.ts'
import * as s from './votes-schemas.ts'

/** `path`: the district's path, for the clock, as whom the public reads. */
export type VotesWiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now' | 'district'>; readonly path: string }
const problems = { '4xx': problemSchema }
const tags = ['votes']

type Step<B> = (ctx: Context<Actor>, input: B & { readonly id: string }) => Promise<Result<Done>>
/** One address for one step: POST /api/v1/votes/:id/<step>. */
function stepRoute<S extends z.ZodObject>(app: App, wiring: VotesWiring, name: string, summary: string, schema: S, step: Step<z.output<S>>): void {
  app.post(`/api/v1/votes/:id/${name}`, {
    schema: { operationId: `vote_${name}`, summary, tags, params: s.ById, body: schema, response: { 200: s.Moved, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, async (ctx) => {
    // the schema above made the body
    const moved = await step(ctx, { ...(request.body as z.output<S>), id: request.params.id })
    return moved.ok ? ok(s.Moved.parse(moved.value)) : moved
  }))
}

function manyRoute<S extends z.ZodObject>(app: App, wiring: VotesWiring, name: string, summary: string, schema: S,
  step: (ctx: Context<Actor>, input: z.output<S> & { readonly id: string }) => Promise<Result<prepare.ManyDone & Outcome>>, quiet = false): void {
  app.post(`/api/v1/votes/:id/${name}`, {
    schema: { operationId: `vote_${name}`, summary, tags, params: s.ById, body: schema, response: { 200: s.Many, ...problems } },
  }, async (request, reply) => {
    const staff = await wiring.trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [actor, at] = [staff.value, wiring.trust.now()]
    const key = quiet ? quietKey(request, actor) : keyOf(request, actor.post ?? '')
    // as above
    const result = await runCommand(wiring.db, actor, at, key, (tx) => step({ tx, actor, at }, { ...(request.body as z.output<S>), id: request.params.id }))
    return result.ok ? s.Many.parse(result.value) : sendRefusal(reply, result.refusal)
  })
}

/**
 * The key of a request that holds choices: what is kept of the body is nothing, because a hash of so few possible answers would tell them to whoever
 * tries them out.
 */
function quietKey(request: FastifyRequest, actor: Actor): Keyed | undefined {
  const keyed = keyOf(request, actor.post ?? '')
  return keyed && { ...keyed, request: sha256(`${request.method} ${request.url}`) }
}

function steps(app: App, wiring: VotesWiring): void {
  stepRoute(app, wiring, 'notice', 'Post the notice: rules and words stand from here on', s.NoticeBody, prepare.postNotice)
  stepRoute(app, wiring, 'team', 'Name the ballot team anew', s.TeamBody, prepare.nameTeam)
  stepRoute(app, wiring, 'opinions', 'Give the opinion of branch, residents’ committee or street: an annex, never a condition', s.OpinionBody, prepare.giveOpinion)
  stepRoute(app, wiring, 'steps', 'Enter a step that was done outside', s.StepBody, prepare.enterStep)
  stepRoute(app, wiring, 'freeze', 'Freeze the register for this vote; of households, without the homes that stand empty', s.FreezeBody, freezeRegister)
  stepRoute(app, wiring, 'open', 'Open the vote, if every step is there; the refusal names the missing one', s.Plain, openVote)
  stepRoute(app, wiring, 'close', 'Close the vote once its time is over', s.Plain, closeVote)
  stepRoute(app, wiring, 'count', 'Seal all ballots and count them', s.Plain, sealVote)
  stepRoute(app, wiring, 'publish', 'Post the result', s.Plain, after.publishResult)
  stepRoute(app, wiring, 'file', 'Enter that the papers were filed', s.FileBody, after.fileVote)
  stepRoute(app, wiring, 'archive', 'Put the vote into the archive', s.Plain, after.archiveVote)
  stepRoute(app, wiring, 'withdraw', 'Take a vote back before its first ballot', s.WithdrawBody, prepare.withdrawVote)
  stepRoute(app, wiring, 'answers', 'Answer an objection', s.AnswerBody, after.answerObjection)
  stepRoute(app, wiring, 'changes', 'Enter that a home changed hands, an owner died or a court ordered', s.ChangeBody, collect.enterChange)
  stepRoute(app, wiring, 'homes', 'Take a home back in that was left out as empty', s.HomeBackBody, homeBack)
  manyRoute(app, wiring, 'notices', 'Photos of the notice at the doors, many at once', s.NoticesBody, keepDoors)
  manyRoute(app, wiring, 'deliveries', 'How ballots were delivered, when and by which two people', s.DeliveriesBody, collect.enterDeliveries)
  manyRoute(app, wiring, 'casts', 'Take in paper ballots in their envelopes', s.CastsBody, collect.takeEnvelopes)
  manyRoute(app, wiring, 'entries', 'Enter what paper ballots say, after the close; two people each', s.EntriesBody, enterPapers, true)
  app.post('/api/v1/votes/:id/looks', {
    schema: { operationId: 'vote_looks', summary: 'A scrutineer says what a paper says that two people read differently', tags, params: s.ById, body: s.LooksBody,
      response: { 200: s.Moved, ...problems } },
  }, async (request, reply) => {
    const staff = await wiring.trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [actor, at] = [staff.value, wiring.trust.now()]
    const result = await runCommand(wiring.db, actor, at, quietKey(request, actor), (tx) => lookAtPaper({ tx, actor, at }, { ...request.body, id: request.params.id }))
    return result.ok ? s.Moved.parse(result.value) : sendRefusal(reply, result.refusal)
  })
  app.post('/api/v1/votes/:id/objections', {
    schema: { operationId: 'vote_objections', summary: 'Enter an objection; its answer has a time', tags, params: s.ById, body: s.ObjectionBody,
      response: { 200: s.Objected, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => after.objectToVote(ctx, { ...request.body, id: request.params.id })))
}

function reads(app: App, wiring: VotesWiring): void {
  app.get('/api/v1/votes', {
    schema: { operationId: 'listVotes', summary: 'Votes in reach, newest first', tags, querystring: s.ListQuery, response: { 200: s.Cards, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => s.Cards.parse(await listVotes(tx, actor, request.query, at))))
  app.post('/api/v1/votes', {
    schema: { operationId: 'startVote', summary: 'Start a vote as a draft', tags, body: s.StartBody, response: { 200: s.Started, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, async (ctx) => {
    const started = await startVote(ctx, request.body)
    return started.ok ? ok({ ...started.value }) : started
  }))
  app.get('/api/v1/votes/:id', {
    schema: { operationId: 'readVote', summary: 'One vote: who took part, its steps, what waits, and after the count the result', tags, params: s.ById,
      response: { 200: s.Detail, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await voteDetail(tx, actor, request.params.id, at)
    return found && s.Detail.parse(found)
  }))
  app.get('/api/v1/votes/:id/electors', {
    schema: { operationId: 'listElectors', summary: 'Whose ballot is in and whose is not, for the ballot team alone', tags, params: s.ById, querystring: s.ElectorsQuery,
      response: { 200: s.Electors, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await electorsOf({ tx, actor, at }, request.params.id, request.query)
    return found && s.Electors.parse(found)
  }))
  app.get('/api/v1/votes/:id/homes', {
    schema: { operationId: 'listVacantHomes', summary: 'Homes that were left out of a vote of households because nobody lives there, for the ballot team alone', tags, params: s.ById,
      response: { 200: s.VacantHomes, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await vacantOf(tx, actor, request.params.id, at)
    return found && s.VacantHomes.parse(found)
  }))
  app.get('/api/v1/votes/:id/conflicts', {
    schema: { operationId: 'listVoteConflicts', summary: 'Every head with more than one ballot, and papers read in two ways', tags, params: s.ById,
      response: { 200: s.Conflicts, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await conflictsOf(tx, actor, request.params.id, at)
    return found && s.Conflicts.parse(found)
  }))
  app.get('/api/v1/votes/:id/candidates-for-team', {
    schema: { operationId: 'listTeamCandidates', summary: 'Who may be named to the ballot team', tags, params: s.ById, response: { 200: s.Candidates, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await candidatesFor(tx, actor, request.params.id, at)
    return found && s.Candidates.parse(found)
  }))
}

function publicReads(app: App, { db, trust, path }: VotesWiring): void {
  const { district } = trust
  app.get('/api/v1/public/votes', {
    schema: { operationId: 'listPublicVotes', summary: 'Votes of a compound or community, for everybody', tags: ['public'], querystring: s.PublicQuery,
      response: { 200: s.PublicCards, ...problems } },
  }, async (request) => s.PublicCards.parse(await withScope(db, clockActor(district, path), (tx) => publicVotes(tx, district, request.query.compound))))
  app.get('/api/v1/public/votes/:id', {
    schema: { operationId: 'readPublicVote', summary: 'One vote for everybody: totals, rules, sealed root; no home', tags: ['public'], params: s.ById,
      response: { 200: s.PublicVote, ...problems } },
  }, async (request, reply) => {
    const found = await withScope(db, clockActor(district, path), (tx) => publicVote(tx, district, request.params.id, trust.now()))
    return found ? s.PublicVote.parse(found) : sendRefusal(reply, common.notFound)
  })
}

/** All routes of votes for staff and for everybody; owners' own ballots are in own-ballot-routes.ts, papers in vote-paper-routes.ts. */
export function votesRoutes(app: App, wiring: VotesWiring): void {
  reads(app, wiring)
  steps(app, wiring)
  publicReads(app, wiring)
}
