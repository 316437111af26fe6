import type { FastifyReply, FastifyRequest } from 'fastify'
import { withScope } from '../../kit/db.ts'
import { readCode, sha256 } from '../../kit/ids.ts'
import { addressLimit } from '../../kit/limit.ts'
import { common, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { clockActor } from '../../trust/index.ts'
import * as moves from '../commands/moves.ts'
import type { Party } from '../commands/on-dispute.ts'
import type { SideName } from '../rules/dispute.ts'
import { disputeForSide } from '../views/for-side.ts'
import * as s from './schemas.ts'
import { act, asSide, openSide, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['mediation']
const notFound = { ...common.notFound, explain: { zh: '没有找到，码可能少了一位，或者换过新的告知单。',
  en: 'Not found: a character may be missing, or a newer slip was printed.' } }
const slower = (seconds: number) => ({
  code: 'too_many', rule: 'D3', explain: { zh: `试得太多了，请${Math.ceil(seconds / 60)}分钟后再来。`,
    en: `Too many tries: please wait ${Math.ceil(seconds / 60)} minutes.` },
})
const TRIES = 60

/** Runs a move for the side in hand: which side and which dispute, the cookie says. */
async function asOwn<V>(
  wiring: Wiring, request: FastifyRequest, reply: FastifyReply, work: (actor: Party, own: { id: string; side: SideName; via: 'code' }) => Promise<V>,
): Promise<V | FastifyReply> {
  return asSide(wiring, request, reply, async (actor) => work(actor, { id: actor.disputes?.[0] ?? '', side: actor.side ?? 'a', via: 'code' }))
}

function openRoute(app: App, wiring: Wiring): void {
  const waitOf = addressLimit(TRIES, 10)
  app.post('/api/v1/mediation/open', {
    schema: { operationId: 'openMediation', summary: 'Open one’s own side of a dispute by the code on the slip', tags, body: s.CodeBody,
      response: { 200: s.OpenedSide, ...problems } },
  }, async (request, reply) => {
    const wait = waitOf(request.ip)
    if (wait > 0) return sendRefusal(reply, slower(wait))
    const { district } = wiring.trust
    const found = await withScope(wiring.db, clockActor(district, wiring.path), (tx) => tx.selectFrom('dispute_side').select('id')
      .where('district', '=', district).where('code', '=', sha256(readCode(request.body.code))).executeTakeFirst())
    if (!found) return sendRefusal(reply, notFound)
    openSide(wiring, reply, found.id)
    return { opened: true }
  })
}

/** What a side reads and does, by its code: nothing of it stands in an address. */
export function sideRoutes(app: App, wiring: Wiring): void {
  openRoute(app, wiring)
  app.get('/api/v1/mediation', {
    schema: { operationId: 'readMediation', summary: 'The dispute in hand, for one of its sides', tags, response: { 200: s.ForSide, ...problems } },
  }, async (request, reply) => asSide(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => disputeForSide(tx, actor))))
  app.post('/api/v1/mediation/consent', {
    schema: { operationId: 'consentMediation', summary: 'Say yes or no to mediation', tags, body: s.OwnConsentBody,
      response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asOwn(wiring, request, reply, (actor, own) =>
    act(wiring, request, reply, actor, moves.answerConsent, { ...request.body, ...own }, (v) => v)))
  app.post('/api/v1/mediation/object', {
    schema: { operationId: 'objectMediation', summary: 'Ask for another mediator, once', tags, body: s.Plain,
      response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asOwn(wiring, request, reply, (actor, own) =>
    act(wiring, request, reply, actor, moves.objectToMediator, { ...request.body, ...own }, (v) => v)))
  app.post('/api/v1/mediation/sign', {
    schema: { operationId: 'signMediation', summary: 'Sign the agreement as it stands', tags, body: s.OwnSignBody,
      response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asOwn(wiring, request, reply, (actor, own) =>
    act(wiring, request, reply, actor, moves.signAgreement, { ...request.body, ...own }, (v) => v)))
  app.post('/api/v1/mediation/leave', {
    schema: { operationId: 'leaveMediation', summary: 'End the mediation', tags, body: s.Plain, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asOwn(wiring, request, reply, (actor, own) =>
    act(wiring, request, reply, actor, moves.leaveMediation, { ...request.body, ...own }, (v) => v)))
  app.post('/api/v1/mediation/verdict', {
    schema: { operationId: 'judgeMediation', summary: 'Say how it went; only counted', tags, body: s.JudgeBody,
      response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asOwn(wiring, request, reply, (actor, own) =>
    act(wiring, request, reply, actor, moves.judgeMediation, { ...request.body, ...own }, (v) => v)))
}
