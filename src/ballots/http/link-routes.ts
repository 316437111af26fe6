/** The key list over HTTP: slips, asking, agreeing. What is shown is never kept with a key of a request. */
import { z } from 'zod'
import { id, problemSchema, words, type App } from '../../kit/http.ts'
import { runAs, showAs } from '../../trust/index.ts'
import { agreeOpening, askOpening, takeSlip } from '../commands/votes/open-link.ts'
import { ById } from './votes-schemas.ts'
import type { VotesWiring } from './votes-routes.ts'

const problems = { '4xx': problemSchema }
const tags = ['votes']
const slip = words(40, 20)
const AskBody = z.strictObject({ elector: id().optional(), code: words(20).optional(), objection: id(), reason: words(60, 2), slip })
const AgreeBody = z.strictObject({ opening: id(), slip })
const Slip = z.object({ code: z.string() }).meta({ id: 'ScrutineerSlip' })
const Asked = z.object({ id: z.string(), shuts: z.string() }).meta({ id: 'KeyOpening' })
const Opened = z.object({ elector: z.string(), expressions: z.array(z.object({ seq: z.number(), channel: z.string(), chose: z.array(z.string()) })) }).meta({ id: 'OpenedBallot' })

/** Routes of the key list of a named vote, for its scrutineers. */
export function linkRoutes(app: App, wiring: VotesWiring): void {
  app.post('/api/v1/votes/:id/slip', {
    schema: { operationId: 'takeSlip', summary: 'A scrutineer takes their slip; it is shown once', tags, params: ById, response: { 200: Slip, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, takeSlip, { id: request.params.id }))
  app.post('/api/v1/votes/:id/openings', {
    schema: { operationId: 'askOpening', summary: 'A scrutineer asks to open one home’s ballot for a listed dispute', tags, params: ById, body: AskBody,
      response: { 200: Asked, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, async (ctx) => {
    const asked = await askOpening(ctx, { ...request.body, id: request.params.id })
    return asked.ok ? { ok: true, value: { ...asked.value } } : asked
  }))
  app.post('/api/v1/votes/:id/openings/agree', {
    schema: { operationId: 'agreeOpening', summary: 'A second scrutineer agrees; the ballot is shown once', tags, params: ById, body: AgreeBody, response: { 200: Opened, ...problems } },
  }, async (request, reply) => showAs(wiring, request, reply, async (ctx, input: Parameters<typeof agreeOpening>[1]) => {
    const opened = await agreeOpening(ctx, input)
    return opened.ok ? { ok: true, value: Opened.parse(opened.value) } : opened
  }, { ...request.body, id: request.params.id }))
}
