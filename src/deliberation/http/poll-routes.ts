/** Opinion polls over HTTP: what everybody reads and answers, what the keeper does, and the sheets that captains bring. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Outcome } from '../../kit/command.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, sendResult, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { actAs, clockActor, type Actor, type StaffWiring, type Trust } from '../../trust/index.ts'
import type { Refusal, Result } from '../../kit/pure.ts'
import { addKeeperStatement, addStatement } from '../commands/polls/add-statement.ts'
import { answerStatement, askNext, type Asking } from '../commands/polls/answer-statement.ts'
import { enterSheets } from '../commands/polls/enter-sheets.ts'
import { closePoll, draftResolution, openPoll, startPoll } from '../commands/polls/keep-poll.ts'
import type { Staff } from '../commands/polls/on-poll.ts'
import { noSpeaker } from '../commands/speech/may-speak.ts'
import { alikeStatements } from '../rules/opinions/index.ts'
import type { Speaking } from '../rules/speech/index.ts'
import { fileOf } from '../store/polls.ts'
import { openPollDesk } from '../views/poll-desk.ts'
import { carriedPolls, listPolls, listStaffPolls, mapCsv, publicPoll, staffPoll } from '../views/polls.ts'
import * as s from './poll-schemas.ts'
import { speakerOf } from './speaking.ts'

/** What these routes work with: `path` is the district's, `limit` how many statements one address may send in ten minutes, 0 without limit. */
type Wiring = { readonly db: StaffWiring['db']; readonly trust: StaffWiring['trust'] & Pick<Trust, 'district'>; readonly path: string; readonly limit: number }
const problems = { '4xx': problemSchema }
const tags = ['polls']
/** So many answers of one address are as much as one filing: a whole family answers behind one address. */
const ANSWERS = 40

const tooMany = (wait: number, now: Date): Refusal => ({ code: 'too_many', rule: 'OM14', from: new Date(now.getTime() + wait * 1000).toISOString(),
  explain: { zh: `从这里来的太多了，请 ${Math.ceil(wait / 60)} 分钟后再来。您写的还在。`, en: 'Too many came from here: please wait a few minutes. What you wrote is kept.' } })

function readRoutes(app: App, { db, trust, path }: Wiring): void {
  const [{ district, now }, clock] = [trust, clockActor(trust.district, path)]
  const open = async <V>(reply: FastifyReply, view: (tx: Tx) => Promise<V | undefined>): Promise<V | FastifyReply> => {
    const value = await withScope(db, clock, view)
    return value === undefined ? sendRefusal(reply, common.notFound) : value
  }
  app.get('/api/v1/public/polls', {
    schema: { operationId: 'listPolls', summary: 'Opinion polls of a place', tags, querystring: s.PlaceQuery, response: { 200: s.Polls, ...problems } },
  }, async (request, reply) => open(reply, (tx) => listPolls(tx, district, request.query.place, now())))
  app.get('/api/v1/public/polls/:id', {
    schema: { operationId: 'readPoll', summary: 'A poll: question, days, counts, statements and its map', tags, params: s.ById, response: { 200: s.PublicPoll, ...problems } },
  }, async (request, reply) => open(reply, (tx) => publicPoll(tx, district, request.params.id, now())))
  app.get('/api/v1/public/polls/:id/map.csv', {
    schema: { operationId: 'readPollTable', summary: 'The map as a table', tags, params: s.ById },
  }, async (request, reply) => {
    const text = await withScope(db, clock, (tx) => mapCsv(tx, district, request.params.id))
    return text === undefined ? sendRefusal(reply, common.notFound)
      : reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="opinion-map.csv"').send(text)
  })
  app.get('/api/v1/public/polls/:id/file', {
    schema: { operationId: 'readPollFile', summary: 'Answers of a closed poll under random names, to draw its map again', tags, params: s.ById },
  }, async (request, reply) => {
    const file = await withScope(db, clock, (tx) => fileOf(tx, district, request.params.id))
    return file === undefined ? sendRefusal(reply, common.notFound)
      : reply.type('application/gzip').header('content-disposition', 'attachment; filename="linli-opinions.jsonl.gz"').send(file)
  })
}

function answerRoutes(app: App, { db, trust, path, limit }: Wiring): void {
  const [{ district, now }, clock] = [trust, clockActor(trust.district, path)]
  const asking: Asking = { db, clock, desk: openPollDesk(db, clock) }
  const [answers, statements] = [addressLimit(limit * ANSWERS, 10), addressLimit(limit, 10)]
  /** Who speaks here and may send one more; otherwise the reply is sent and null comes back. */
  const speaking = (request: FastifyRequest, reply: FastifyReply, waitOf?: (address: string) => number): Speaking | null => {
    const at = now()
    const who = speakerOf(request, district, at)
    const wait = waitOf?.(request.ip) ?? 0
    if (who && wait === 0) return who
    void sendRefusal(reply, wait > 0 ? tooMany(wait, at) : noSpeaker)
    return null
  }
  app.get('/api/v1/public/polls/:id/next', {
    schema: { operationId: 'askNextStatement', summary: 'The statement that is asked next', tags, params: s.ById, response: { 200: s.Asked, ...problems } },
  }, async (request, reply) => {
    const who = speaking(request, reply)
    return who ? sendResult(reply.header('cache-control', 'no-store'), await askNext(asking, who, request.params.id, now()), (asked) => asked) : reply
  })
  app.post('/api/v1/public/polls/:id/answers', {
    schema: { operationId: 'answerStatement', summary: 'Answer a statement and receive the next; the same answer again changes nothing', tags, params: s.ById, body: s.AnswerBody,
      response: { 200: s.Asked, ...problems } },
  }, async (request, reply) => {
    const who = speaking(request, reply, answers)
    return who ? sendResult(reply, await answerStatement(asking, who, { ...request.body, id: request.params.id }, now()), (asked) => asked) : reply
  })
  app.post('/api/v1/public/polls/:id/similar', {
    schema: { operationId: 'findSimilarStatements', summary: 'Statements that say nearly the same, before one is added', tags, params: s.ById, body: s.StatementBody,
      response: { 200: s.Similar, ...problems } },
  }, async (request, reply) => {
    const desk = await asking.desk.of(request.params.id)
    return desk ? { items: alikeStatements(request.body.words, desk.words()).map(({ n, words }) => ({ n, words })) } : sendRefusal(reply, common.notFound)
  })
  app.post('/api/v1/public/polls/:id/statements', {
    schema: { operationId: 'addStatement', summary: 'Add a statement of at most 140 characters', tags, params: s.ById, body: s.StatementBody,
      response: { 200: s.StatementDone, ...problems } },
  }, async (request, reply) => {
    const who = speaking(request, reply, statements)
    if (!who) return reply
    const at = now()
    const here = { ...who, building: (await asking.desk.of(request.params.id))?.building(who.building) ?? null }
    const result = await runCommand(db, clock, at, keyOf(request, who.id), (tx) => addStatement({ tx, actor: clock, at }, here, { ...request.body, id: request.params.id }))
    asking.desk.forget(request.params.id)
    return sendResult(reply, result, (done) => done)
  })
}

function staffRoutes(app: App, wiring: Wiring): void {
  const { db, trust, path } = wiring
  const clock = clockActor(trust.district, path)
  app.post('/api/v1/polls', {
    schema: { operationId: 'startPoll', summary: 'Draft an opinion poll', tags, body: s.StartPollBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, startPoll, request.body))
  for (const [step, operationId, summary, command] of [['open', 'openPoll', 'Post a poll', openPoll], ['close', 'closePoll', 'Close a poll on its last day', closePoll]] as const) {
    app.post(`/api/v1/polls/:id/${step}`, { schema: { operationId, summary, tags, params: s.ById, body: s.Plain, response: { 200: s.Done, ...problems } } },
      async (request, reply) => actAs(wiring, request, reply, command, request.params))
  }
  app.post('/api/v1/polls/:id/statements', {
    schema: { operationId: 'addKeeperStatement', summary: 'Add a statement as the keeper', tags, params: s.ById, body: s.StatementBody, response: { 200: s.StatementDone, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, addKeeperStatement, { ...request.body, id: request.params.id }))
  app.post('/api/v1/polls/:id/draft-resolution', {
    schema: { operationId: 'draftResolution', summary: 'The text that common ground proposes', tags, params: s.ById, body: s.Plain, response: { 200: s.Draft, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, draftResolution, request.params))
  /** With the clock's reach, in the name of whoever is signed in: their own reach is looked at inside. */
  const carried = async <V>(request: FastifyRequest, reply: FastifyReply, work: (actor: Actor) => Promise<V | FastifyReply>): Promise<V | FastifyReply> => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    void reply.header('cache-control', 'no-store')
    return work(staff.value)
  }
  app.post('/api/v1/polls/:id/sheets', {
    schema: { operationId: 'enterPollSheets', summary: 'Enter paper sheets, each once by its id', tags, params: s.ById, body: s.SheetsBody, response: { 200: s.Sheets, ...problems } },
  }, async (request, reply) => carried(request, reply, async (actor) => {
    const at = trust.now()
    const enter = <T extends Outcome>(work: (ctx: Staff) => Promise<Result<T>>) => runCommand(db, clock, at, keyOf(request, actor.post ?? ''), (tx) => work({ tx, actor, at }))
    return sendResult(reply, await enter((ctx) => enterSheets(ctx, { ...request.body, id: request.params.id })), (done) => done)
  }))
  app.get('/api/v1/polls', {
    schema: { operationId: 'listStaffPolls', summary: 'Polls of a place with drafts', tags, querystring: s.PlaceQuery, response: { 200: s.Polls, ...problems } },
  }, async (request, reply) => carried(request, reply, (actor) => withScope(db, actor, (tx) => listStaffPolls(tx, clock, actor, request.query.place, trust.now()))))
  app.get('/api/v1/polls/:id', {
    schema: { operationId: 'readStaffPoll', summary: 'A poll with every statement and what the reader may do', tags, params: s.ById, response: { 200: s.StaffPoll, ...problems } },
  }, async (request, reply) => carried(request, reply, async (actor) => await withScope(db, clock, (tx) => staffPoll(tx, actor, request.params.id, trust.now()))
    ?? sendRefusal(reply, common.notFound)))
  app.get('/api/v1/field/polls', {
    schema: { operationId: 'listCarriedPolls', summary: 'Open polls that the reader may carry sheets for, with buildings and statements', tags, response: { 200: s.Carried, ...problems } },
  }, async (request, reply) => carried(request, reply, (actor) => withScope(db, clock, (tx) => carriedPolls(tx, actor, trust.now()))))
}

/** All routes of opinion polls. */
export function pollRoutes(app: App, wiring: Wiring): void {
  readRoutes(app, wiring)
  answerRoutes(app, wiring)
  staffRoutes(app, wiring)
}
