/** Standing bodies over HTTP: what everybody reads, what residents bring by phone, and what their keeper does. */
import { runCommand } from '../../kit/command.ts'
import { withScope } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { actAs, clockActor, readAs, type StaffWiring, type Trust } from '../../trust/index.ts'
import { changeCharter, dissolveBody, foundBody } from '../commands/bodies/found-body.ts'
import { answerIntake, bringIntake } from '../commands/bodies/intakes.ts'
import { endSeat, seatMember } from '../commands/bodies/seat-member.ts'
import { maySpeak, noSpeaker } from '../commands/speech/may-speak.ts'
import { heldFor } from '../rules/speech/index.ts'
import { bodiesAt, publicBody, staffBody } from '../views/bodies.ts'
import * as s from './body-schemas.ts'
import { speakerOf } from './speaking.ts'

/** What these routes work with: `path` is the district's, `limit` writes of one address in ten minutes, 0 without limit. */
export type BodyWiring = { readonly db: StaffWiring['db']; readonly trust: StaffWiring['trust'] & Pick<Trust, 'district'>; readonly path: string; readonly limit: number }
const problems = { '4xx': problemSchema }
const tags = ['standing bodies']

function publicRoutes(app: App, { db, trust, path, limit }: BodyWiring): void {
  const { district, now } = trust
  const open = clockActor(district, path)
  app.get('/api/v1/public/councils', {
    schema: { operationId: 'listCouncils', summary: 'Standing bodies of a place, and evaluations that are overdue there', tags, querystring: s.PlaceQuery, response: { 200: s.Bodies, ...problems } },
  }, async (request, reply) => await withScope(db, open, (tx) => bodiesAt(tx, district, request.query.place, now())) ?? sendRefusal(reply, common.notFound))
  app.get('/api/v1/public/councils/:id', {
    schema: { operationId: 'readCouncil', summary: 'A standing body: who sits there, what was brought, what it decided and what came of it', tags, params: s.ById, response: { 200: s.Body, ...problems } },
  }, async (request, reply) => await withScope(db, open, (tx) => publicBody(tx, district, request.params.id, now())) ?? sendRefusal(reply, common.notFound))
  const waitOf = addressLimit(limit, 10)
  app.post('/api/v1/public/councils/:id/intakes', {
    schema: { operationId: 'bringIntake', summary: 'Bring something to a standing body, as a speaker', tags, params: s.ById, body: s.BringBody, response: { 200: s.Brought, ...problems } },
  }, async (request, reply) => {
    const [at, wait, speaking] = [now(), waitOf(request.ip), speakerOf(request, district)]
    if (wait > 0) return sendRefusal(reply, { code: 'too_many', rule: 'DB5', from: new Date(at.getTime() + wait * 1000).toISOString(),
      explain: { zh: `从这里提的太多了，请${Math.ceil(wait / 60)}分钟后再提。您写的还在。`, en: 'Too many came from here: please wait a few minutes. What you wrote is kept.' } })
    if (!speaking) return sendRefusal(reply, noSpeaker)
    const { words } = request.body
    const result = await runCommand(db, open, at, keyOf(request, speaking.id), async (tx) => {
      const may = await maySpeak(tx, district, speaking.id, at)
      if (!may.ok) return may
      return bringIntake({ tx, actor: open, at }, { id: request.params.id, by: 'phone', words, speaker: may.value.id, name: may.value.name,
        heldFor: heldFor(words, may.value.minor || speaking.minor) })
    })
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  })
}

function memberRoutes(app: App, wiring: BodyWiring): void {
  app.post('/api/v1/councils/:id/seats', {
    schema: { operationId: 'seatMember', summary: 'Give a post or a resident a seat', tags, params: s.ById, body: s.SeatBody, response: { 200: s.Seated, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, seatMember, { ...request.body, id: request.params.id }))
  app.post('/api/v1/councils/:id/end-seat', {
    schema: { operationId: 'endSeat', summary: 'End a seat before its term', tags, params: s.ById, body: s.EndSeatBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, endSeat, { ...request.body, id: request.params.id }))
  app.post('/api/v1/councils/:id/charter', {
    schema: { operationId: 'changeCharter', summary: 'Change by-law, rhythm and powers', tags, params: s.ById, body: s.CharterBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, changeCharter, { ...request.body, id: request.params.id }))
  app.post('/api/v1/councils/:id/dissolve', {
    schema: { operationId: 'dissolveBody', summary: 'End a body', tags, params: s.ById, body: s.DissolveBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, dissolveBody, { ...request.body, id: request.params.id }))
}

/** All routes of standing bodies. */
export function bodyRoutes(app: App, wiring: BodyWiring): void {
  publicRoutes(app, wiring)
  app.get('/api/v1/councils/:id', {
    schema: { operationId: 'readStaffCouncil', summary: 'A standing body with what its keeper may do', tags, params: s.ById, response: { 200: s.StaffBody, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor, at) => staffBody(tx, actor, request.params.id, at)))
  app.post('/api/v1/councils', {
    schema: { operationId: 'foundBody', summary: 'Set up a standing body', tags, body: s.FoundBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, foundBody, request.body))
  memberRoutes(app, wiring)
  app.post('/api/v1/councils/:id/intakes', {
    schema: { operationId: 'writeDownIntake', summary: 'Enter what came on paper', tags, params: s.ById, body: s.WriteDownBody, response: { 200: s.Brought, ...problems } },
  }, async (request, reply) => {
    const { trust: { staffOf, district, now } } = wiring
    const staff = await staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [at, actor, { words, name }] = [now(), clockActor(district, wiring.path), request.body]
    const result = await runCommand(wiring.db, actor, at, keyOf(request, staff.value.post ?? ''), (tx) => bringIntake({ tx, actor, at },
      { id: request.params.id, words, name, by: 'paper', staff: staff.value, heldFor: heldFor(words, false) === null ? null : 'private' }))
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  })
  app.post('/api/v1/intakes/:id/answer', {
    schema: { operationId: 'answerIntake', summary: 'Put on an agenda, turn into a thread, or decline with a reason', tags, params: s.ById, body: s.AnswerBody, response: { 200: s.Brought, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, answerIntake, { id: request.params.id, answer: request.body }))
}
