/** Elections over HTTP: terms of bodies, the candidates' desk, hand-over; and the posted list for everybody. Nobody votes here. */
import type { z } from 'zod'
import type { Context, Outcome } from '../../kit/command.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { common, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import { actAs, clockActor, readAs, showAs, type Actor, type Trust } from '../../trust/index.ts'
import * as nominate from '../commands/elections/nominate.ts'
import type { BodyDone } from '../commands/elections/on-election.ts'
import * as prepare from '../commands/elections/prepare.ts'
import * as review from '../commands/elections/review.ts'
import * as seat from '../commands/elections/seat.ts'
import { compositionOf } from '../rules/election/review.ts'
import { bodyDetail, listBodies, officersFor, ownersAt, postedSlate } from '../views/elections.ts'
import * as s from './election-schemas.ts'

/** `path`: the district's, for the clock, as whom the public reads. */
export type ElectionWiring = { readonly db: Db; readonly trust: Trust; readonly path: string }
const problems = { '4xx': problemSchema }
const tags = ['elections']

function reads(app: App, wiring: ElectionWiring): void {
  app.get('/api/v1/bodies', {
    schema: { operationId: 'listBodies', summary: 'Elected bodies within reach: terms, members, what ends soon', tags,
      response: { 200: s.Cards, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => s.Cards.parse(await listBodies(tx, actor, at))))
  app.get('/api/v1/bodies/:id', {
    schema: { operationId: 'readBody', summary: 'One term: members, steps, candidates and their reviews, what is handed over', tags, params: s.ById,
      response: { 200: s.Detail, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await bodyDetail(tx, actor, request.params.id, at)
    return found && s.Detail.parse(found)
  }))
  app.get('/api/v1/bodies/:id/owners', {
    schema: { operationId: 'listNominable', summary: 'Owners of a home to nominate, masked, for the keeper of the register', tags, params: s.ById,
      querystring: s.OwnersQuery,
      response: { 200: s.Owners, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const found = await ownersAt(tx, actor, request.params.id, request.query.label)
    return found && s.Owners.parse(found)
  }))
  app.get('/api/v1/bodies/:id/officers', {
    schema: { operationId: 'listElectionOfficers', summary: 'Who holds a post around, for tying a candidate to it: they neither collect nor count', tags,
      params: s.ById, response: { 200: s.Officers, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => {
    const found = await officersFor(tx, actor, request.params.id, at)
    return found && s.Officers.parse(found)
  }))
  app.post('/api/v1/bodies/:id/declared', {
    schema: { operationId: 'showDeclared', summary: 'What a candidate declared, for branch, street and the preparing body; an act', tags,
      params: s.ById, body: s.CandidateBody,
      response: { 200: s.Declared, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx, input: nominate.ShowDeclared) => {
    const shown = await nominate.showDeclared(ctx, input)
    return shown.ok ? { ok: true as const, value: s.Declared.parse(shown.value) } : shown
  }, { ...request.body, id: request.params.id }))
  app.get('/api/v1/public/votes/:id/candidates', {
    schema: { operationId: 'readPublicSlate', summary: 'The posted candidates of an election and their composition in numbers', tags: ['public'],
      params: s.ById,
      response: { 200: s.PublicSlate, ...problems } },
  }, async (request, reply) => {
    const found = await withScope(wiring.db, clockActor(wiring.trust.district, wiring.path),
      (tx) => postedSlate(tx, wiring.trust.district, request.params.id))
    if (!found) return sendRefusal(reply, common.notFound)
    const { slate, seats, overlaps, candidates } = found
    return s.PublicSlate.parse({ ...found, composition: compositionOf(slate, { seats, overlaps, candidates: candidates.length }) })
  })
}

type Step<B, Out extends Outcome> = (ctx: Context<Actor>, input: B & { readonly id: string }) => Promise<Result<Out>>
/** One address for one step on a body: POST /api/v1/bodies/:id/<step>. */
function stepRoute<S extends z.ZodObject, Out extends BodyDone | { readonly on: boolean }>(app: App, wiring: ElectionWiring, name: string,
  summary: string, schema: S,
  step: Step<z.output<S>, Out>, answer: z.ZodObject = s.Done): void {
  app.post(`/api/v1/bodies/:id/${name}`, {
    schema: { operationId: `body_${name.replace('-', '_')}`, summary, tags, params: s.ById, body: schema, response: { 200: answer, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, step,
    { ...(request.body as z.output<S>), id: request.params.id })) // the schema above made the body
}

/** All routes of elections. */
export function electionRoutes(app: App, wiring: ElectionWiring): void {
  reads(app, wiring)
  app.post('/api/v1/bodies', {
    schema: { operationId: 'startElection', summary: 'Begin to prepare the election of an owners’ committee', tags, body: s.StartBody,
      response: { 200: s.Started, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, prepare.startElection, request.body))
  app.post('/api/v1/residents-elections', {
    schema: { operationId: 'startResidentsElection', summary: 'Begin the timetable of a residents’ committee election; no ballot here', tags,
      body: s.ResidentsBody,
      response: { 200: s.Started, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, prepare.startResidents, request.body))
  stepRoute(app, wiring, 'nominate', 'Nominate an owner with what they declare, sealed with their own key', s.NominateBody, nominate.nominate,
    s.Nominated)
  stepRoute(app, wiring, 'review', 'Say what branch, street, expert or the preparing body think; it informs and bars nobody', s.ReviewBody,
    review.review)
  stepRoute(app, wiring, 'refuse', 'Refuse a candidate by an article of the place', s.RefuseBody, review.refuseCandidate)
  stepRoute(app, wiring, 'withdraw', 'A candidate withdraws before the register is frozen', s.WithdrawBody, review.withdrawCandidate)
  stepRoute(app, wiring, 'post', 'Post the list: the ballot is made of it', s.Plain, review.postCandidates)
  stepRoute(app, wiring, 'seat', 'Those elected take office; the old term hands over', s.Plain, seat.seatBody, s.Seated)
  stepRoute(app, wiring, 'officers', 'Whom the first meeting chose to lead', s.OfficersBody, seat.nameOfficers, s.Seated)
  stepRoute(app, wiring, 'end-member', 'A member leaves and the first reserve moves up', s.EndBody, seat.endMember, s.Ended)
  stepRoute(app, wiring, 'hand-over', 'One line of the hand-over list', s.HandOverBody, seat.handOver)
  stepRoute(app, wiring, 'day', 'The day of a step of the timetable', s.DayBody, prepare.setDay)
  stepRoute(app, wiring, 'target', 'The street switches the target for slates on or off; it changes no result', s.TargetBody, prepare.switchTarget,
    s.Target)
}
