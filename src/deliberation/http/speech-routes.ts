/** Speaking over HTTP: opening a free name by phone, saying, taking back, appealing; and what the community does about it. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Outcome } from '../../kit/command.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import { refuse, type Result } from '../../kit/pure.ts'
import { clockActor, readAs, runAs, type StaffWiring, type Trust } from '../../trust/index.ts'
import { askToSpeak } from '../commands/speech/ask-to-speak.ts'
import type { Step } from '../commands/speech/desk.ts'
import { leaveSpeaking } from '../commands/speech/leave.ts'
import { noSpeaker } from '../commands/speech/may-speak.ts'
import { appeal, moderate, ruleOnAppeal } from '../commands/speech/moderate.ts'
import { openSpeaker, renameSpeaker } from '../commands/speech/open-speaker.ts'
import { say, sayFor, withdrawSpeech } from '../commands/speech/say.ts'
import type { Speaking } from '../rules/speech/index.ts'
import { moderationDesk, moderationLog } from '../views/moderation.ts'
import { ownSaid } from '../views/own-said.ts'
import { talkOf } from '../views/talk.ts'
import { giveSpeaker, speakerOf } from './speaking.ts'
import * as s from './speech-schemas.ts'

/** What these routes work with: `path` is the district's, `limit` how many writes one address may send in ten minutes, 0 without limit. */
export type SpeechWiring = { readonly db: StaffWiring['db']; readonly trust: StaffWiring['trust'] & Pick<Trust, 'district' | 'mode'>; readonly path: string; readonly limit: number }
const problems = { '4xx': problemSchema }
const tags = ['speaking']

type Limited = (request: FastifyRequest) => Result<true>
function limitedBy({ trust, limit }: SpeechWiring): Limited {
  const waitOf = addressLimit(limit, 10)
  return (request) => {
    const wait = waitOf(request.ip)
    return wait === 0 ? { ok: true, value: true } : refuse({ code: 'too_many', rule: 'DS4', from: new Date(trust.now().getTime() + wait * 1000).toISOString(),
      explain: { zh: `从这里说的太多了，请${Math.ceil(wait / 60)}分钟后再来。您写的还在。`, en: 'Too much came from here: please wait a few minutes. What you wrote is kept.' } })
  }
}

/** Everybody reads: as the clock, and only what these views show. */
async function readOpen<V>({ db, trust, path }: SpeechWiring, reply: FastifyReply, view: (tx: Tx) => Promise<V | undefined>): Promise<V | FastifyReply> {
  const value = await withScope(db, clockActor(trust.district, path), view)
  return value === undefined ? sendRefusal(reply, common.notFound) : value
}

/** Does something as the speaker of this browser, in the clock's transaction, with the request's key. */
async function asSpeaker<Out extends Outcome>({ db, trust, path }: SpeechWiring, request: FastifyRequest, reply: FastifyReply,
  work: (ctx: Step, speaking: Speaking) => Promise<Result<Out>>): Promise<Out | FastifyReply> {
  const [actor, at] = [clockActor(trust.district, path), trust.now()]
  const speaking = speakerOf(request, trust.district, at)
  if (!speaking) return sendRefusal(reply, noSpeaker)
  const result = await runCommand(db, actor, at, keyOf(request, `speaker ${speaking.id}`), (tx) => work({ tx, actor, at }, speaking))
  return result.ok ? result.value : sendRefusal(reply, result.refusal)
}

function sessionRoutes(app: App, wiring: SpeechWiring): void {
  const { trust, path } = wiring
  const desk = { db: wiring.db, district: trust.district, path }
  const limited = limitedBy(wiring)
  app.post('/api/v1/public/speakers/code', {
    schema: { operationId: 'askSpeakerCode', summary: 'A code to a phone that wants to speak; the answer is the same for every phone', tags, body: s.PhoneBody,
      response: { 200: s.Sent, ...problems } },
  }, async (request, reply) => {
    const may = limited(request)
    const asked = may.ok ? await askToSpeak(desk, request.body.phone, trust.now()) : may
    return asked.ok ? { sent: true } : sendRefusal(reply, asked.refusal)
  })
  app.post('/api/v1/public/speakers', {
    schema: { operationId: 'openSpeaker', summary: 'Opens speaking under a free name; under 14 nothing is kept', tags, body: s.OpenBody, response: { 200: s.Me, ...problems } },
  }, async (request, reply) => {
    const opened = await openSpeaker(desk, request.body, trust.now())
    if (!opened.ok) return sendRefusal(reply, opened.refusal)
    giveSpeaker(trust, reply, opened.value)
    return { speaker: opened.value }
  })
  app.get('/api/v1/public/speakers/me', {
    schema: { operationId: 'readSpeaker', summary: 'Who speaks in this browser', tags, response: { 200: s.Me, ...problems } },
  }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    return { speaker: speakerOf(request, trust.district, trust.now()) }
  })
  app.post('/api/v1/public/speakers/me', {
    schema: { operationId: 'renameSpeaker', summary: 'Chooses another free name', tags, body: s.NameBody, response: { 200: s.Me, ...problems } },
  }, async (request, reply) => {
    const speaking = speakerOf(request, trust.district, trust.now())
    const renamed = speaking ? await renameSpeaker(desk, speaking.id, request.body.name, trust.now()) : refuse(noSpeaker)
    if (!renamed.ok) return sendRefusal(reply, renamed.refusal)
    giveSpeaker(trust, reply, renamed.value)
    return { speaker: renamed.value }
  })
  app.delete('/api/v1/public/speakers/me', {
    schema: { operationId: 'closeSpeaker', summary: 'Forgets the speaker in this browser', tags, response: { 200: s.Me, ...problems } },
  }, async (_request, reply) => {
    giveSpeaker(trust, reply, null)
    return { speaker: null }
  })
  app.post('/api/v1/public/speakers/me/leave', {
    schema: { operationId: 'leaveSpeaking', summary: 'Stops speaking for good: phone, name and words go', tags, body: s.Plain, response: { 200: s.Me, ...problems } },
  }, async (request, reply) => {
    const left = await asSpeaker(wiring, request, reply, (ctx, speaking) => leaveSpeaking(ctx, speaking.id))
    if (left === undefined || !('state' in left)) return left
    giveSpeaker(trust, reply, null)
    return { speaker: null }
  })
}

function talkRoutes(app: App, wiring: SpeechWiring): void {
  const { trust } = wiring
  const limited = limitedBy(wiring)
  app.get('/api/v1/public/speech', {
    schema: { operationId: 'readTalk', summary: 'What was said of a thread or a clause, newest first', tags, querystring: s.TalkQuery, response: { 200: s.Talk, ...problems } },
  }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    return readOpen(wiring, reply, (tx) => talkOf(tx, trust.district, request.query, speakerOf(request, trust.district, trust.now())?.id ?? null, trust.now()))
  })
  app.post('/api/v1/public/speech', {
    schema: { operationId: 'say', summary: 'Says something under one’s free name', tags, body: s.SayBody, response: { 200: s.Said, ...problems } },
  }, async (request, reply) => {
    const may = limited(request)
    return may.ok ? asSpeaker(wiring, request, reply, (ctx, speaking) => say(ctx, request.body, speaking)) : sendRefusal(reply, may.refusal)
  })
  app.post('/api/v1/public/speech/:id/withdraw', {
    schema: { operationId: 'withdrawSpeech', summary: 'Takes back what one said', tags, params: s.ById, body: s.Plain, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asSpeaker(wiring, request, reply, (ctx, speaking) => withdrawSpeech(ctx, request.params.id, speaking.id)))
  app.get('/api/v1/public/speakers/me/said', {
    schema: { operationId: 'readOwnSaid', summary: 'What one said, what became of it, and what may be appealed against', tags, response: { 200: s.OwnSaid, ...problems } },
  }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const speaking = speakerOf(request, trust.district, trust.now())
    return speaking ? readOpen(wiring, reply, (tx) => ownSaid(tx, trust.district, speaking.id, trust.now())) : sendRefusal(reply, noSpeaker)
  })
  app.post('/api/v1/public/moderations/:id/appeal', {
    schema: { operationId: 'appealModeration', summary: 'Appeals, once, against what was taken away', tags, params: s.ById, body: s.AppealBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asSpeaker(wiring, request, reply, (ctx, speaking) => appeal(ctx, { id: request.params.id, words: request.body.words }, speaking.id)))
  app.get('/api/v1/public/moderation', {
    schema: { operationId: 'readModerationLog', summary: 'How speaking is looked after in a place: rules, numbers, reasons', tags, querystring: s.PlaceQuery, response: { 200: s.Log, ...problems } },
  }, async (request, reply) => readOpen(wiring, reply, (tx) => moderationLog(tx, trust.district, request.query.place, trust.now())))
}

function staffRoutes(app: App, wiring: SpeechWiring): void {
  const { trust, path } = wiring
  app.post('/api/v1/speech', {
    schema: { operationId: 'sayFor', summary: 'Writes down what somebody said at the door, on paper or in a meeting', tags, body: s.SayForBody, response: { 200: s.Said, ...problems } },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [actor, at] = [clockActor(trust.district, path), trust.now()]
    const result = await runCommand(wiring.db, actor, at, keyOf(request, staff.value.post ?? ''), (tx) => sayFor({ tx, actor, at }, request.body, staff.value))
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  })
  app.get('/api/v1/moderation', {
    schema: { operationId: 'readModerationDesk', summary: 'What waits for a look, appeals, and what was said last', tags, querystring: s.DeskQuery, response: { 200: s.Desk, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => moderationDesk(tx, actor, request.query.after, at)))
  app.post('/api/v1/moderation', {
    schema: { operationId: 'moderate', summary: 'Shows after a look, takes away by a rule, or keeps a speaker from speaking', tags, body: s.ModerateBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => moderate(ctx, request.body)))
  app.post('/api/v1/moderation/:id/ruling', {
    schema: { operationId: 'ruleOnAppeal', summary: 'Rules on an appeal, by another person in another post', tags, params: s.ById, body: s.RuleBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => runAs(wiring, request, reply, (ctx) => ruleOnAppeal(ctx, { id: request.params.id, ...request.body })))
}

/** All routes of speaking. */
export function speechRoutes(app: App, wiring: SpeechWiring): void {
  sessionRoutes(app, wiring)
  talkRoutes(app, wiring)
  staffRoutes(app, wiring)
}
