/** Covenants over HTTP: what everybody reads, what residents propose and sign by phone, and what the keeper does. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Outcome } from '../../kit/command.ts'
import { withScope } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { paperDocx, paperPdf } from '../../kit/papers/index.ts'
import { addressLimit } from '../../kit/limit.ts'
import type { Result } from '../../kit/pure.ts'
import { actAs, clockActor, readAs, type StaffWiring, type Trust } from '../../trust/index.ts'
import { putToVote, settleVersion } from '../commands/covenant/adopt.ts'
import { answerAmendment, proposeAmendment } from '../commands/covenant/amend.ts'
import { beginCovenant, editDraft, newDraft, postVersion } from '../commands/covenant/draft.ts'
import type { Staff } from '../commands/covenant/on-covenant.ts'
import { signCovenant } from '../commands/covenant/sign.ts'
import { maySpeak, noSpeaker } from '../commands/speech/may-speak.ts'
import { heldFor } from '../rules/speech/index.ts'
import type { SpeakerRow } from '../store/speakers.ts'
import { covenantPoster } from '../papers/covenant.ts'
import { covenantsAt, covenantVersion, posterOf, publicCovenant, staffCovenant } from '../views/covenants.ts'
import * as s from './covenant-schemas.ts'
import { speakerOf } from './speaking.ts'

/** What these routes work with: `host` is what codes on paper lead to, `path` the district's, `limit` writes of one address in ten minutes, 0 without limit. */
export type CovenantWiring = { readonly db: StaffWiring['db']; readonly trust: StaffWiring['trust'] & Pick<Trust, 'district'>; readonly path: string; readonly limit: number
  readonly host: string }
const problems = { '4xx': problemSchema }
const tags = ['covenants']

function readRoutes(app: App, { db, trust, path }: CovenantWiring): void {
  const { district } = trust
  const open = clockActor(district, path)
  app.get('/api/v1/public/covenants', {
    schema: { operationId: 'listCovenants', summary: 'The covenants that hold at a place', tags, querystring: s.PlaceQuery, response: { 200: s.Covenants, ...problems } },
  }, async (request, reply) => await withScope(db, open, (tx) => covenantsAt(tx, district, request.query.place)) ?? sendRefusal(reply, common.notFound))
  app.get('/api/v1/public/covenants/:id', {
    schema: { operationId: 'readCovenant', summary: 'A covenant: in force, drafted, amendments, versions', tags, params: s.ById, response: { 200: s.Covenant, ...problems } },
  }, async (request, reply) => await withScope(db, open, (tx) => publicCovenant(tx, district, request.params.id, speakerOf(request, district)?.id ?? null)) ?? sendRefusal(reply, common.notFound))
  app.get('/api/v1/public/covenants/:id/versions/:n', {
    schema: { operationId: 'readCovenantVersion', summary: 'One version, and what changed since another', tags, params: s.ByVersion, querystring: s.FromQuery, response: { 200: s.OneVersion, ...problems } },
  }, async (request, reply) => await withScope(db, open, (tx) => covenantVersion(tx, district, request.params.id, request.params.n, request.query.from ?? null)) ?? sendRefusal(reply, common.notFound))
}

const TYPES = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const
function posterRoute(app: App, { db, trust: { district }, path, host }: CovenantWiring): void {
  const waitOf = addressLimit(30, 10) // each takes a third of a second of a core
  app.get('/api/v1/public/covenants/:id/poster.:kind', {
    schema: { operationId: 'printCovenant', summary: 'The covenant as a poster in PDF or Word', tags, params: s.ByKind },
  }, async (request, reply) => {
    if (waitOf(request.ip) > 0) return sendRefusal(reply, { code: 'too_many', rule: 'DC9', explain: { zh: '从这里要的文书太多了，请过一会儿再来。', en: 'Too many papers were asked for from here: please wait a while.' } })
    const { id, kind } = request.params
    const poster = await withScope(db, clockActor(district, path), (tx) => posterOf(tx, district, id, host))
    if (poster === null) return sendRefusal(reply, common.notFound)
    const paper = covenantPoster(poster)
    const bytes = kind === 'pdf' ? await paperPdf(paper) : await paperDocx(paper)
    return reply.type(TYPES[kind]).header('content-disposition', `attachment; filename="covenant.${kind}"`).header('cache-control', 'no-store').send(Buffer.from(bytes))
  })
}

function speakerRoutes(app: App, { db, trust, path, limit }: CovenantWiring): void {
  const { district, now } = trust
  const waitOf = addressLimit(limit, 10)
  const asSpeaker = async <O extends Outcome>(request: FastifyRequest, reply: FastifyReply, work: (ctx: Staff, speaker: SpeakerRow, minor: boolean) => Promise<Result<O>>): Promise<O | FastifyReply> => {
    const [at, wait, speaking, actor] = [now(), waitOf(request.ip), speakerOf(request, district), clockActor(district, path)]
    if (wait > 0) return sendRefusal(reply, { code: 'too_many', rule: 'DC5', from: new Date(at.getTime() + wait * 1000).toISOString(),
      explain: { zh: `从这里交的太多了，请${Math.ceil(wait / 60)}分钟后再交。您写的还在。`, en: 'Too many came from here: please wait a few minutes. What you wrote is kept.' } })
    if (!speaking) return sendRefusal(reply, noSpeaker)
    const result = await runCommand(db, actor, at, keyOf(request, speaking.id), async (tx) => {
      const may = await maySpeak(tx, district, speaking.id, at)
      return may.ok ? work({ tx, actor, at }, may.value, may.value.minor || speaking.minor) : may
    })
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  }
  app.post('/api/v1/public/covenants/:id/amendments', {
    schema: { operationId: 'proposeAmendment', summary: 'Propose to change, add or strike a clause', tags, params: s.ById, body: s.AmendBody, response: { 200: s.Amended, ...problems } },
  }, async (request, reply) => asSpeaker(request, reply, (ctx, speaker, minor) => {
    const { clause, words, reason } = request.body
    return proposeAmendment(ctx, { id: request.params.id, clause, words, reason, by: 'phone', speaker: speaker.id, name: speaker.name, heldFor: heldFor(`${words}\n${reason}`, minor) })
  }))
  app.post('/api/v1/public/covenants/:id/signatures', {
    schema: { operationId: 'signCovenant', summary: 'Sign the covenant in force, once a phone', tags, params: s.ById, body: s.Plain, response: { 200: s.Signed, ...problems } },
  }, async (request, reply) => asSpeaker(request, reply, (ctx, speaker) => signCovenant(ctx, { id: request.params.id, by: 'phone', speaker })))
}

function keeperRoutes(app: App, wiring: CovenantWiring): void {
  app.post('/api/v1/covenants', {
    schema: { operationId: 'beginCovenant', summary: 'Begin the covenant of a place', tags, body: s.BeginBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, beginCovenant, request.body))
  app.get('/api/v1/covenants/:id', {
    schema: { operationId: 'readStaffCovenant', summary: 'A covenant with what its keeper may do', tags, params: s.ById, response: { 200: s.StaffCovenant, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor, at) => staffCovenant(tx, actor, request.params.id, at)))
  app.post('/api/v1/covenants/:id/drafts', {
    schema: { operationId: 'newCovenantDraft', summary: 'Begin the next version', tags, params: s.ById, body: s.DraftBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, newDraft, { ...request.body, id: request.params.id }))
  app.post('/api/v1/covenants/:id/draft', {
    schema: { operationId: 'editCovenantDraft', summary: 'Write the clauses of the draft', tags, params: s.ById, body: s.EditBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, editDraft, { ...request.body, id: request.params.id }))
  app.post('/api/v1/covenants/:id/post', {
    schema: { operationId: 'postCovenant', summary: 'Post the draft for comments', tags, params: s.ById, body: s.PostBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, postVersion, { ...request.body, id: request.params.id }))
  app.post('/api/v1/covenants/:id/vote', {
    schema: { operationId: 'voteOnCovenant', summary: 'Put the posted version to a vote that is being held', tags, params: s.ById, body: s.VoteBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, putToVote, { ...request.body, id: request.params.id }))
  app.post('/api/v1/covenants/:id/settle', {
    schema: { operationId: 'settleCovenant', summary: 'Write down what the decided vote means', tags, params: s.ById, body: s.Plain, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, settleVersion, { id: request.params.id }))
  app.post('/api/v1/covenants/:id/paper-signatures', {
    schema: { operationId: 'signCovenantOnPaper', summary: 'Enter signed slips by their numbers', tags, params: s.ById, body: s.PaperBody, response: { 200: s.Signed, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, signCovenant, { ...request.body, id: request.params.id, by: 'paper' as const }))
  app.post('/api/v1/amendments/:id/answer', {
    schema: { operationId: 'answerAmendment', summary: 'Take an amendment into the next draft or decline it, with an answer', tags, params: s.ById, body: s.AnswerBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, answerAmendment, { ...request.body, id: request.params.id }))
  app.post('/api/v1/covenants/:id/amendments', {
    schema: { operationId: 'writeDownAmendment', summary: 'Enter an amendment that came on paper', tags, params: s.ById, body: s.WriteDownBody, response: { 200: s.Amended, ...problems } },
  }, async (request, reply) => {
    const { trust: { staffOf, district, now }, db, path } = wiring
    const staff = await staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [at, actor, { clause, words, reason, name }] = [now(), clockActor(district, path), request.body]
    const result = await runCommand(db, actor, at, keyOf(request, staff.value.post ?? ''), (tx) => proposeAmendment({ tx, actor, at },
      { id: request.params.id, clause, words, reason, name, by: 'paper', staff: staff.value, heldFor: heldFor(`${words}\n${reason}`, false) }))
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  })
}

/** All routes of covenants. */
export function covenantRoutes(app: App, wiring: CovenantWiring): void {
  readRoutes(app, wiring)
  posterRoute(app, wiring)
  speakerRoutes(app, wiring)
  keeperRoutes(app, wiring)
}
