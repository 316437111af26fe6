import type { FastifyReply, FastifyRequest } from 'fastify'
import { withScope } from '../../kit/db.ts'
import { common, problemSchema, sendRefusal, sendResult, type App } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import type { Actor } from '../../trust/index.ts'
import { handleReport, type Handling } from '../commands/handle-report.ts'
import { deliveryHour, HANDLER_KIND } from '../rules/index.ts'
import { threadForHandler, threadsForHandler } from '../views/thread.ts'
import { keyIn } from './resident-routes.ts'
import { ById, Done, HandlerThread, HandOverBody, Threads, WordsBody } from './schemas.ts'
import type { Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['confidential']

/** Works for whoever acts in the handler's post; to everybody else who is signed in there is no such page, whether or not there is a report. [C2] */
async function asHandler<V>(
  { trust }: Wiring, request: FastifyRequest, reply: FastifyReply, work: (actor: Actor, post: string) => Promise<V>,
): Promise<V | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const { post, postKind } = staff.value
  if (post === null || postKind !== HANDLER_KIND) return sendRefusal(reply, common.notFound)
  void reply.header('cache-control', 'no-store')
  return work(staff.value, post)
}

function readRoutes(app: App, wiring: Wiring): void {
  const { db, trust: { now } } = wiring
  app.get('/api/v1/confidential/threads', {
    schema: { operationId: 'listReports', summary: 'Reports that one’s post handles', tags, response: { 200: Threads, ...problems } },
  }, async (request, reply) => asHandler(wiring, request, reply, async (actor, post) => {
    const at = now()
    const items = await withScope(db, actor, (tx) => threadsForHandler(tx, actor.district, post, at))
    return { items, nextDelivery: new Date(deliveryHour(at.getTime())).toISOString() }
  }))
  app.get('/api/v1/confidential/threads/:id', {
    schema: { operationId: 'readHandledReport', summary: 'A report that one’s post handles', tags, params: ById, response: { 200: HandlerThread,
      ...problems } },
  }, async (request, reply) => asHandler(wiring, request, reply, async (actor, post) => {
    const found = await withScope(db, actor, (tx) => threadForHandler(tx, actor.district, post, now(), request.params.id))
    return found ? { ...found, entries: [...found.entries], moves: [...found.moves] } : sendRefusal(reply, common.notFound)
  }))
}

/** What the handler of reports reads and does. */
export function handlerRoutes(app: App, wiring: Wiring): void {
  const { db, trust: { now } } = wiring
  const handle = (request: FastifyRequest, reply: FastifyReply, thread: string, handling: Handling) =>
    asHandler(wiring, request, reply, async ({ district }, post) => {
      const asked = { key: keyIn(request) ?? newId(), body: handling }
      return sendResult(reply, await handleReport(db, district, post, now(), asked, thread, handling), (v) => v)
    })
  const response = { 200: Done, ...problems }
  readRoutes(app, wiring)
  app.post('/api/v1/confidential/threads/:id/take',
    { schema: { operationId: 'takeReport', summary: 'Take a report', tags, params: ById, response } },
    async (request, reply) => handle(request, reply, request.params.id, { move: 'take' }))
  app.post('/api/v1/confidential/threads/:id/letters',
    { schema: { operationId: 'answerReport', summary: 'Write to the reporter, without names', tags, params: ById, body: WordsBody, response } },
    async (request, reply) => handle(request, reply, request.params.id, { move: 'write', ...request.body }))
  app.post('/api/v1/confidential/threads/:id/hand-over',
    { schema: { operationId: 'handOverReport', summary: 'Hand a report over to the competent organ; its words are erased here', tags, params: ById,
      body: HandOverBody, response } },
    async (request, reply) => handle(request, reply, request.params.id, { move: 'hand_over', ...request.body }))
  app.post('/api/v1/confidential/threads/:id/close',
    { schema: { operationId: 'closeReport', summary: 'End a report with an answer', tags, params: ById, body: WordsBody, response } },
    async (request, reply) => handle(request, reply, request.params.id, { move: 'close', ...request.body }))
}
