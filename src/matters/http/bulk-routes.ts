import { z } from 'zod'
import { id, problemSchema, type App } from '../../kit/http.ts'
import { resumeBulk, startBulk, stopBulk } from '../commands/bulk.ts'
import { bulkProgress, openWorkFor } from '../views/bulk.ts'
import * as body from './requests.ts'
import { asStaff } from './staff-routes.ts'
import { act, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['matters']
const rest = { version: true, photos: true } as const
const filter = body.CardsQuery.omit({ after: true, limit: true }).strict()
const which = { ids: z.array(id()).min(1).max(1000).optional(), filter: filter.optional() }
const Bulk = z.discriminatedUnion('move', [
  z.strictObject({ ...which, move: z.literal('assign'), input: body.AssignBody.omit(rest) }),
  z.strictObject({ ...which, move: z.literal('hand_over'), input: body.HandOverBody.omit(rest) }),
  z.strictObject({ ...which, move: z.literal('note'), input: body.NoteBody.omit(rest) }),
  z.strictObject({ ...which, move: z.literal('remind'), input: z.strictObject({}) }),
  z.strictObject({ ...which, move: z.literal('supervise'), input: z.strictObject({}) }),
  z.strictObject({ move: z.literal('pass_on'), workOf: id(), input: z.strictObject({ from: id(), to: id() }) }),
])
const Started = z.object({ id: z.string(), total: z.number() })
const Progress = z.object({ id: z.string(), move: z.string(), total: z.number(), done: z.number(), at: z.string(), stopped: z.boolean(),
  refusedCount: z.number(), refused: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), code: z.string() })) })

const OpenWork = z.object({ count: z.number() })

/** One move on many matters: asked for, watched, stopped. */
export function bulkRoutes(app: App, wiring: Wiring): void {
  app.post('/api/v1/bulk', { schema: { operationId: 'startBulk', summary: 'One move on everything a filter finds, each an act of its own', tags,
    body: Bulk, response: { 200: Started, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, startBulk, request.body, (v) => v)))
  app.get('/api/v1/posts/:id/open-work', { schema: { operationId: 'readOpenWork', summary: 'How many open matters a post would pass on', tags,
    params: body.ById,
    response: { 200: OpenWork, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => openWorkFor(tx, actor,
      request.params.id))))
  app.get('/api/v1/bulk/:id', { schema: { operationId: 'readBulk', summary: 'How far a bulk got, and what was refused why', tags, params: body.ById,
    response: { 200: Progress, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => bulkProgress(tx, actor,
      request.params.id))))
  app.post('/api/v1/bulk/:id/stop', { schema: { operationId: 'stopBulk', summary: 'Stop what is still to come', tags, params: body.ById,
    response: { 200: z.object({ id: z.string() }), ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, stopBulk, { id: request.params.id },
      (v) => v)))
  app.post('/api/v1/bulk/:id/resume', { schema: { operationId: 'resumeBulk', summary: 'Go on with what was stopped', tags, params: body.ById,
    response: { 200: z.object({ id: z.string() }), ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, resumeBulk, { id: request.params.id },
      (v) => v)))
}
