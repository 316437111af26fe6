import { z } from 'zod'
import { runCommand, type Context } from '../../kit/command.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import { keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { ok, type Result } from '../../kit/pure.ts'
import { receiptCodeOf } from '../../trust/index.ts'
import { declareTies } from '../commands/declare-ties.ts'
import * as moves from '../commands/moves.ts'
import type { Done as DoneValue, OnDispute, Party } from '../commands/on-dispute.ts'
import { openDispute } from '../commands/open-dispute.ts'
import { revealSides, type Revealed } from '../commands/reveal-sides.ts'
import { mediatorsFor } from '../commands/ties.ts'
import { standingOf } from '../rules/dispute.ts'
import { endOf } from '../rules/days.ts'
import { loadDispute } from '../store/load-dispute.ts'
import { listDisputes, listSessions } from '../views/cards.ts'
import { countDisputes } from '../views/count.ts'
import { disputeDetail } from '../views/detail.ts'
import * as s from './schemas.ts'
import { act, asStaff, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['disputes']
const HOUR = 3_600_000

type MoveCommand<B> = (ctx: Context<Party>, input: OnDispute & B) => Promise<Result<DoneValue>>

/** One address for one move: POST /api/v1/disputes/:id/<move>. */
function moveRoute<S extends z.ZodObject>(app: App, wiring: Wiring, path: string, summary: string, schema: S,
  command: MoveCommand<z.output<S>>): void {
  app.post(`/api/v1/disputes/:id/${path}`, {
    schema: { operationId: `dispute_${path}`, summary, tags, params: s.ById, body: schema, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) =>
    // the schema above made the body
    act(wiring, request, reply, actor, command, { ...(request.body as z.output<S>), id: request.params.id }, (done) => done)))
}

function moveRoutes(app: App, wiring: Wiring): void {
  moveRoute(app, wiring, 'consent', 'Enter the yes or no of a side', s.ConsentBody, moves.answerConsent)
  moveRoute(app, wiring, 'appoint', 'Choose an untied mediator', s.AppointBody, moves.appointMediator)
  moveRoute(app, wiring, 'object', 'Enter that a side wants another mediator', s.SideBody, moves.objectToMediator)
  moveRoute(app, wiring, 'decline', 'Stand aside as mediator', s.Plain, moves.standAside)
  moveRoute(app, wiring, 'plan', 'Set a time for a session', s.PlanBody, moves.planSession)
  moveRoute(app, wiring, 'hold', 'Enter a session', s.HoldBody, moves.holdSession)
  moveRoute(app, wiring, 'note', 'Write a note that only the mediator reads', s.NoteBody, moves.noteDispute)
  moveRoute(app, wiring, 'draft', 'Write the agreement', s.DraftBody, moves.draftAgreement)
  moveRoute(app, wiring, 'second', 'Say that a second person has looked', s.Plain, moves.secondAgreement)
  moveRoute(app, wiring, 'sign', 'Enter a signature on paper', s.SideBody, moves.signAgreement)
  moveRoute(app, wiring, 'leave', 'Enter that a side ends it', s.SideBody, moves.leaveMediation)
  moveRoute(app, wiring, 'fail', 'End without an agreement', s.Plain, moves.endWithout)
  moveRoute(app, wiring, 'stop', 'End what is not for mediation', s.StopBody, moves.stopMediation)
  moveRoute(app, wiring, 'check', 'Enter whether a duty was kept', s.CheckBody, moves.checkDuty)
  moveRoute(app, wiring, 'visit', 'Enter a visit', s.NoteBody, moves.visitSides)
}

function openRoutes(app: App, wiring: Wiring): void {
  app.post('/api/v1/disputes', {
    schema: { operationId: 'openDispute', summary: 'Open a dispute between two sides; answers a code for each', tags, body: s.OpenBody,
      response: { 200: s.Opened, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, openDispute, request.body,
    ({ id, number, a, b }) => ({ id, number, codes: { a: receiptCodeOf(a), b: receiptCodeOf(b) } }))))
  app.post('/api/v1/disputes/:id/slip', {
    schema: { operationId: 'dispute_slip', summary: 'A new slip for a side: the old code opens nothing any more', tags, params: s.ById,
      body: s.SlipBody,
      response: { 200: s.Slip, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, moves.newSlip,
    { ...request.body, id: request.params.id }, ({ code, ...done }) => ({ ...done, code: receiptCodeOf(code) }))))
  app.post('/api/v1/disputes/:id/names', {
    schema: { operationId: 'revealSides', summary: 'Full names for a paper, to the mediator; everybody shown can see it', tags, params: s.ById,
      body: s.NamesBody, response: { 200: s.Names, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, async (actor) => {
    const at = wiring.trust.now()
    let sides: Revealed | undefined
    const show = (key: ReturnType<typeof keyOf>) => runCommand(wiring.db, actor, at, key, async (tx) => {
      const shown = await revealSides(tx, actor, request.params.id, request.body.purpose, at)
      if (!shown.ok) return shown
      sides = shown.value
      return ok({ shown: sides.length })
    })
    const first = await show(keyOf(request, actor.post ?? ''))
    // names are never kept with the key: a repeat shows them anew, and that is an act too
    const result = first.ok && sides === undefined ? await show(undefined) : first
    return result.ok ? { sides: (sides ?? []).map(({ side, persons }) => ({ side, persons: [...persons] })) } : sendRefusal(reply, result.refusal)
  }))
  app.post('/api/v1/mediators/ties', {
    schema: { operationId: 'declareTies', summary: 'A mediator declares home and ties', tags, body: s.DeclareBody,
      response: { 200: s.Declared, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) =>
    act(wiring, request, reply, actor, declareTies, request.body, (value) => value)))
}

function readRoutes(app: App, wiring: Wiring): void {
  app.get('/api/v1/disputes', {
    schema: { operationId: 'listDisputes', summary: 'Disputes of the committee, or those one opened', tags, querystring: s.ListQuery,
      response: { 200: s.Cards, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => listDisputes(tx, actor, request.query))))
  app.get('/api/v1/disputes/sessions', {
    schema: { operationId: 'listSessions', summary: 'The mediator’s own sessions of two weeks', tags, response: { 200: s.Sittings, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => {
    const today = endOf(shanghaiDay(wiring.trust.now())) - 24 * HOUR
    return read(wiring, reply, actor, (tx) => listSessions(tx, actor, new Date(today - 7 * 24 * HOUR), new Date(today + 15 * 24 * HOUR)))
  }))
  app.get('/api/v1/disputes/count', {
    schema: { operationId: 'countDisputes', summary: 'How many disputes a community had; nothing under ten', tags, querystring: s.CountQuery,
      response: { 200: s.Count, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) =>
    read(wiring, reply, actor, (tx) => countDisputes(tx, actor, request.query.community, shanghaiDay(wiring.trust.now())))))
  app.get('/api/v1/disputes/:id', {
    schema: { operationId: 'readDispute', summary: 'One dispute, as far as one may know it', tags, params: s.ById,
      response: { 200: s.Detail, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor,
    (tx) => disputeDetail(tx, actor, request.params.id))))
  app.get('/api/v1/disputes/:id/mediators', {
    schema: { operationId: 'listMediators', summary: 'The committee’s mediators, each with what ties them', tags, params: s.ById,
      response: { 200: s.Mediators, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) => {
    const loaded = await loadDispute(tx, actor.district, request.params.id)
    if (!loaded || !standingOf(loaded.dispute, actor).committee) return undefined
    const listed = await mediatorsFor(tx, loaded, wiring.trust.now())
    return { items: listed.map(({ person, name, title, ties }) => ({ person, name, title, ties: [...ties] })) }
  })))
}

/** Everything that staff reads and does about disputes. */
export function staffRoutes(app: App, wiring: Wiring): void {
  readRoutes(app, wiring)
  openRoutes(app, wiring)
  moveRoutes(app, wiring)
}
