import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { common, problemSchema, sendRefusal, sendResult, type App } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { addressLimit } from '../../kit/limit.ts'
import { ok, type Refusal } from '../../kit/pure.ts'
import { ancestors, isPublicKind, placeByCode, placeById, placesWithin } from '../../places/index.ts'
import { publicActor } from '../../trust/index.ts'
import { fileReport } from '../commands/file-report.ts'
import { writeBack } from '../commands/write-back.ts'
import { lineAt } from '../views/chain.ts'
import { proofForReporter, threadForReporter } from '../views/thread.ts'
import { ById, CodeBody, Communities, Delivered, LetterBody, Line, Proof, ProofBody, ReporterThread, ReportBody } from './schemas.ts'
import type { Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['confidential']
/** Letters and readings that one network address may send in ten minutes; counted in memory alone and forgotten with the span. */
const LETTERS = 12
const READINGS = 120

const tooMany: Refusal = {
  code: 'too_many', rule: 'C5',
  explain: { zh: '太快了，请过十分钟再试。您写的还在。有危险请打110。', en: 'Too many at once: please wait ten minutes. What you wrote is kept. In danger dial 110.' },
}

function placeRoutes(app: App, { db, trust }: Wiring): void {
  const { district, now } = trust
  app.get('/api/v1/confidential/communities', {
    schema: { operationId: 'listConfidentialCommunities', summary: 'Communities whose posts a report may be about', tags,
      response: { 200: Communities } },
  }, async () => withScope(db, publicActor(district), async (tx) => {
    const root = await placeByCode(tx, district, district)
    const found = root ? await placesWithin(tx, district, root, 'community') : []
    const streets = await Promise.all(found.map(async ({ id }) => (await ancestors(tx, district, id)).find(({ kind }) =>
      kind === 'street')?.name ?? ''))
    return { items: found.map(({ id, name }, n) => ({ id, name, street: streets[n] ?? '' })) }
  }))
  app.get('/api/v1/confidential/places/:id', {
    schema: {
      operationId: 'readConfidentialLine', summary: 'Who has power at a place, and who would read a report', tags, params: ById,
      response: { 200: Line, ...problems },
    },
  }, async (request, reply) => {
    const found = await withScope(db, publicActor(district), async (tx) => {
      const place = await placeById(tx, district, request.params.id)
      if (!place?.community || place.kind !== 'community' && !isPublicKind(place.kind)) return undefined
      return { place: { id: place.id, name: place.fullName, kind: place.kind }, ...await lineAt(tx, district, place, now()) }
    })
    return found ? { ...found, concerned: [...found.concerned] } : sendRefusal(reply, common.notFound)
  })
}

/** What anybody may do without a name: see who would read a report, write one, read the answers and write back by its code. [C1] [C4] */
export function residentRoutes(app: App, wiring: Wiring): void {
  const { db, trust: { district, now } } = wiring
  const [letterWait, readingWait] = [addressLimit(LETTERS, 10), addressLimit(READINGS, 10)]
  const quick = (request: FastifyRequest, reply: FastifyReply, wait: typeof letterWait): FastifyReply | undefined => {
    void reply.header('cache-control', 'no-store')
    return wiring.limited && wait(request.ip) > 0 ? sendRefusal(reply, tooMany) : undefined
  }
  placeRoutes(app, wiring)
  app.post('/api/v1/confidential/reports', {
    schema: { operationId: 'fileReport', summary: 'Report somebody in power, without a name', tags, body: ReportBody, response: { 200: Delivered,
      ...problems } },
  }, async (request, reply) => {
    const { pad: _pad, ...report } = request.body
    return quick(request, reply, letterWait) ?? sendResult(reply, await fileReport(db, district, now(), report), (v) => v)
  })
  app.post('/api/v1/confidential/thread', {
    schema: { operationId: 'readReport', summary: 'A report and the letters about it, by its code', tags, body: CodeBody,
      response: { 200: ReporterThread, ...problems } },
  }, async (request, reply) =>
    quick(request, reply, readingWait) ?? sendResult(reply, await threadForReporter(db, district, now(), request.body.code),
      (v) => ({ ...v, entries: [...v.entries] })))
  app.post('/api/v1/confidential/letters', {
    schema: { operationId: 'writeBack', summary: 'Write back without a name, by the code', tags, body: LetterBody, response: { 200: Delivered,
      ...problems } },
  }, async (request, reply) => {
    const { pad: _pad, ...letter } = request.body
    return quick(request, reply, letterWait)
      ?? sendResult(reply, await writeBack(db, district, now(), keyIn(request) ?? newId(), letter), (v) => v)
  })
  app.post('/api/v1/confidential/proof', {
    schema: { operationId: 'readReportProof', summary: 'The proof that an entry stands in the record, for whoever has the code', tags,
      body: ProofBody,
      response: { 200: Proof, ...problems } },
  }, async (request, reply) => {
    const refused = quick(request, reply, readingWait)
    if (refused) return refused
    const found = await proofForReporter(db, district, now(), request.body.code, request.body.n)
    return sendResult(reply, found.ok ? ok(found.value ?? null) : found, (opening) =>
      ({ opening: opening && { ...opening, proof: [...opening.proof] } }))
  })
}

/** The request's key as it came; its shape was checked before. */
export const keyIn = (request: FastifyRequest): string | undefined =>
  z.string().optional().catch(undefined).parse(request.headers['idempotency-key'])
