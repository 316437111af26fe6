import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand } from '../../kit/command.ts'
import { withScope } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { answerByLink, linkActor, makeAnswerLink, openAnswerLink, secretsOf, type OpenedLink } from '../commands/answer-link.ts'
import { outsideUpdate } from '../commands/outside-update.ts'
import { enterNumber, typeIn } from '../commands/type-in.ts'
import { answerSlip } from '../views/answer-slip.ts'
import { asStaff, moveRoute } from './staff-routes.ts'
import { ById } from './requests.ts'
import { Answered, AnswerSlip, LinkMade } from './whistle-replies.ts'
import * as body from './whistle-requests.ts'
import { act, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
/** How many tries come from one network address in ten minutes, where there is a limit at all. */
const TRIES = 40

const tooMany = (at: Date, seconds: number) => ({ code: 'too_many', rule: 'M27', from: new Date(at.getTime() + seconds * 1000).toISOString(),
  explain: { zh: '从这里试得太多了，请过几分钟再来，或打电话问社区。', en: 'Too many tries came from here: wait some minutes, or call the community.' } })

function byLink(app: App, wiring: Wiring, path: string): void {
  const waitOf = addressLimit(wiring.filingLimit > 0 ? TRIES : 0, 10)
  type Typed = { readonly token: string; readonly code: string }
  async function opened<V>(request: FastifyRequest, reply: FastifyReply, typed: Typed,
    work: (link: OpenedLink) => Promise<V>): Promise<V | FastifyReply> {
    const { district, now } = wiring.trust
    void reply.header('cache-control', 'no-store')
    const wait = waitOf(request.ip)
    if (wait > 0) return sendRefusal(reply, tooMany(now(), wait))
    const link = await openAnswerLink(wiring.db, { district, path, ...typed, at: now() })
    return link.ok ? work(link.value) : sendRefusal(reply, link.refusal)
  }
  app.post('/api/v1/answer/open', {
    schema: { operationId: 'openAnswerLink', summary: 'What an answer link is about, to who has its code', tags: ['answer'],
      body: body.OpenAnswerBody,
      response: { 200: AnswerSlip, ...problems } },
  }, async (request, reply) => opened(request, reply, request.body, async ({ matter, org, kind, used }) => {
    const { district } = wiring.trust
    const slip = await withScope(wiring.db, linkActor(district, org, kind), (tx) => answerSlip(tx, district, matter, org, kind))
    return slip ? { ...slip, used, answers: used ? [] : slip.answers } : sendRefusal(reply, common.notFound)
  }))
  app.post('/api/v1/answer', {
    schema: { operationId: 'answerByLink', summary: 'One answer by a link, which is used up by it', tags: ['answer'], body: body.AnswerBody,
      response: { 200: Answered, ...problems } },
  }, async (request, reply) => {
    const { token, code, ...given } = request.body
    return opened(request, reply, { token, code }, async (link) => {
      const { district, now } = wiring.trust
      const actor = linkActor(district, link.org, link.kind)
      const at = now()
      const done = await runCommand(wiring.db, actor, at, keyOf(request, `link:${link.link}`), (tx) => answerByLink({ tx, actor, at }, { ...given,
        opened: link }))
      if (!done.ok) return sendRefusal(reply, done.refusal)
      const slip = await withScope(wiring.db, actor, (tx) => answerSlip(tx, district, link.matter, link.org, link.kind))
      return { number: slip?.number ?? '', state: done.value.state }
    })
  })
}

/**
 * Answering a whistle or a slip without signing in: by a single-use link, by paper that is typed in, by an outside system. `path`: the district's.
 */
export function answerRoutes(app: App, wiring: Wiring, path: string): void {
  app.post('/api/v1/matters/:id/answer-link', {
    schema: { operationId: 'makeAnswerLink', summary: 'Make a single-use link by which a party answers', tags: ['matters'], params: ById,
      body: body.LinkBody,
      response: { 200: LinkMade, ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => {
    void reply.header('cache-control', 'no-store')
    return act(wiring, request, reply, actor, makeAnswerLink, { ...request.body, id: request.params.id }, (made) => ({ ...made,
      ...secretsOf(made.link) }))
  }))
  moveRoute(app, wiring, 'type-in', 'Type in what the paper of a party says', body.TypeInBody, typeIn)
  moveRoute(app, wiring, 'number', 'Enter the number in a party’s own system', body.NumberBody, enterNumber)
  moveRoute(app, wiring, 'outside-update', 'An update from the system of a party, taken once', body.OutsideBody, outsideUpdate)
  byLink(app, wiring, path)
}
