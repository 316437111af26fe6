/**
 * One's own file: opened by phone code, read, corrected, taken along, asked about; and the community's answers. Never on behalf of somebody (P02).
 */
import { runCommand } from '../../kit/command.ts'
import { problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { type Actor, actAs, clockActor, copyGiven, readAs, showAs } from '../../trust/index.ts'
import { answerRequest, readRequest } from '../commands/data-request-answer.ts'
import { askRequest, withdrawRequest } from '../commands/data-request-ask.ts'
import { asClock, askOwnFile, openOwnFile, ownScope } from '../commands/own-file-open.ts'
import type { Context } from '../../kit/command.ts'
import { dataRequests } from '../views/data-requests.ts'
import { ownFile } from '../views/own-file.ts'
import * as s from './own-file-schemas.ts'
import { actOwn, asOwn, deskOf, giveFile, isTicketFor, readOwn, ticketFor, type OwnWiring } from './own-file-session.ts'

const problems = { '4xx': problemSchema }
const tags = ['own-file']

const tooMany = (at: Date, wait: number) => ({
  code: 'too_many', rule: 'RO50', from: new Date(at.getTime() + wait * 1000).toISOString(),
  explain: { zh: `从这里要的验证码太多了，请 ${Math.ceil(wait / 60)} 分钟后再试。`,
    en: `Too many codes were asked for from here: wait ${Math.ceil(wait / 60)} minutes.` },
})

function openRoutes(app: App, wiring: OwnWiring): void {
  const waitOf = addressLimit(wiring.limit, 10)
  app.post('/api/v1/own-file/code', {
    schema: { operationId: 'askOwnFile', summary: 'A phone code for one’s own file; the answer is the same for every phone', tags, body: s.PhoneBody,
      response: { 200: s.Sent, ...problems } },
  }, async (request, reply) => {
    const [at, wait] = [wiring.trust.now(), waitOf(request.ip)]
    if (wait > 0) return sendRefusal(reply, tooMany(at, wait))
    const asked = await askOwnFile(deskOf(wiring), request.body.phone, at)
    return asked.ok ? asked.value : sendRefusal(reply, asked.refusal)
  })
  app.post('/api/v1/own-file/open', {
    schema: { operationId: 'openOwnFile', summary: 'Open one’s own file by phone, code, the end of the name and, among several, the room', tags,
      body: s.OpenBody, response: { 200: s.Opened, ...problems } },
  }, async (request, reply) => {
    const { ticket, ...opening } = request.body
    const opened = await openOwnFile(deskOf(wiring), { ...opening, isProved: isTicketFor(wiring, ticket) }, wiring.trust.now())
    if (!opened.ok) return sendRefusal(reply, opened.refusal)
    if ('needs' in opened.value) return { opened: false, needs: 'room' as const, ticket: ticketFor(wiring, opened.value.subject) }
    giveFile(wiring, reply, opened.value.tie)
    return { opened: true, needs: null, ticket: null }
  })
  app.post('/api/v1/own-file/close', {
    schema: { operationId: 'closeOwnFile', summary: 'Close the file on this device', tags, response: { 200: s.Sent, ...problems } },
  }, async (_request, reply) => {
    giveFile(wiring, reply, null)
    return { sent: true }
  })
}

function fileRoutes(app: App, wiring: OwnWiring): void {
  const { district } = wiring.trust
  app.get('/api/v1/own-file', {
    schema: { operationId: 'readOwnFile', summary: 'What is kept of oneself, where it came from, who looked; masked', tags,
      response: { 200: s.OwnFileView, ...problems } },
  }, async (request, reply) => readOwn(wiring, request, reply, async (tx, own, at) => {
    const file = await ownFile(tx, district, own, at, false)
    return file && s.OwnFileView.parse(file)
  }))
  app.post('/api/v1/own-file/show', {
    schema: { operationId: 'showOwnFile', summary: 'The same in clear, for the person alone', tags, response: { 200: s.OwnFileView, ...problems } },
  }, async (request, reply) => readOwn(wiring, request, reply, async (tx, own, at) => {
    const file = await ownFile(tx, district, own, at, true)
    return file && s.OwnFileView.parse(file)
  }))
  app.post('/api/v1/own-file/copy', {
    schema: { operationId: 'copyOwnFile', summary: 'A copy to take along, in clear; that it was given is an act', tags,
      response: { 200: s.OwnFileView, ...problems } },
  }, async (request, reply) => asOwn(wiring, request, reply, async (own) => {
    const at = wiring.trust.now()
    let copy: Awaited<ReturnType<typeof ownFile>> = null
    await runCommand(wiring.db, ownScope(district, own), at, undefined, async (tx) => {
      copy = await ownFile(tx, district, own, at, true)
      await asClock(tx, deskOf(wiring))
      await copyGiven(tx, clockActor(district, wiring.path), own.tie.person, at, 'own_file')
      return { ok: true, value: {} }
    })
    return s.OwnFileView.parse(copy)
  }))
  app.post('/api/v1/own-file/requests', {
    schema: { operationId: 'askOfOwnFile', summary: 'Ask to correct, copy, delete or explain; the clock begins', tags, body: s.AskBody,
      response: { 200: s.Asked, ...problems } },
  }, async (request, reply) => actOwn(wiring, request, reply, askRequest, request.body))
  app.post('/api/v1/own-file/requests/:id/withdraw', {
    schema: { operationId: 'withdrawOfOwnFile', summary: 'Take a request back while it is open', tags, params: s.ById,
      response: { 200: s.Withdrawn, ...problems } },
  }, async (request, reply) => actOwn(wiring, request, reply, withdrawRequest, { id: request.params.id }))
}

function deskRoutes(app: App, wiring: OwnWiring): void {
  const staff = { db: wiring.db, trust: wiring.trust, mattersOf: async () => [] }
  app.get('/api/v1/roster/requests', {
    schema: { operationId: 'listDataRequests', summary: 'What residents ask about their own data, the nearest due first', tags: ['roster'],
      response: { 200: s.RequestList, ...problems } },
  }, async (request, reply) => readAs(staff, request, reply, async (tx, actor, at) => {
    const items = await dataRequests(tx, actor, at)
    return items && s.RequestList.parse({ items })
  }))
  app.post('/api/v1/roster/requests/:id/read', {
    schema: { operationId: 'readDataRequest', summary: 'What was asked, in the person’s words; they see that it was read', tags: ['roster'],
      params: s.ById,
      response: { 200: s.ReadView, ...problems } },
  }, async (request, reply) => showAs(staff, request, reply, readRequest, { id: request.params.id }))
  app.post('/api/v1/roster/requests/:id/answer', {
    schema: { operationId: 'answerDataRequest', summary: 'Done, or refused with a reason; in words to the person', tags: ['roster'], params: s.ById,
      body: s.AnswerBody, response: { 200: s.Answered, ...problems } },
  }, async (request, reply) => actAs(staff, request, reply, (ctx: Context<Actor>, input: Parameters<typeof answerRequest>[1]) =>
    answerRequest(ctx, input, { path: wiring.path, hooks: wiring.hooks }), { ...request.body, id: request.params.id }))
}

/** All routes of one's own file and of the requests that come of it. */
export function ownFileRoutes(app: App, wiring: OwnWiring): void {
  openRoutes(app, wiring)
  fileRoutes(app, wiring)
  deskRoutes(app, wiring)
}
