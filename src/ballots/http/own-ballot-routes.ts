/** An owner's own ballots: opened by phone code for half an hour, cast, and proved. Never on behalf of somebody (P02). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { shanghaiDay } from '../../kit/clock.ts'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { sendNotice } from '../../kit/jobs.ts'
import { addressLimit } from '../../kit/limit.ts'
import { ok, refuse, type Refusal } from '../../kit/pure.ts'
import { askPhoneCode, checkPhoneCode, clockActor, cookieIn, cookieText, normalisePhone, readFollow, signFollow, standInSubject, type Trust } from '../../trust/index.ts'
import { castBallot } from '../commands/votes/cast.ts'
import { objectAsOwner } from '../commands/votes/object-own.ts'
import { headsByPhone, headsBySession, type OwnHead } from '../store/own-heads.ts'
import { receiptFor } from '../views/ballot-receipt.ts'
import { ownBallots } from '../views/own-ballots.ts'
import { ownObjections } from '../views/own-objections.ts'
import * as s from './own-ballot-schemas.ts'

/** `path`: the district's path. `limit`: how many codes one address may ask for in ten minutes, 0 without limit. */
export type OwnBallotWiring = { readonly db: Db; readonly trust: Pick<Trust, 'now' | 'district' | 'mode'>; readonly path: string; readonly limit: number }

/** Name of the cookie that holds opened ballots: httpOnly, SameSite=Lax. It names a row of the register, never a home. */
export const ballotCookie = 'linli_ballots'
/** For how long ballots stay open on a device, in minutes: phones are shared. */
export const BALLOT_MINUTES = 30

const problems = { '4xx': problemSchema }
const tags = ['own-ballots']
const wrong: Refusal = { code: 'wrong_code', rule: 'B34', explain: { zh: '没有打开：验证码不对，或者业主名册里没有这个手机号。',
  en: 'It did not open: the code is wrong, or the voting register does not know this phone.' } }
const notOpen: Refusal = { ...common.notFound, rule: 'B34', explain: { zh: '选票没有打开，或者过了半小时。请用手机号再打开一次。',
  en: 'No ballots are open, or half an hour has passed. Open them again with your phone.' } }
const tooMany = (at: Date, wait: number): Refusal => ({ code: 'too_many', rule: 'B34', from: new Date(at.getTime() + wait * 1000).toISOString(),
  explain: { zh: `从这里要的验证码太多了，请 ${Math.ceil(wait / 60)} 分钟后再试。`, en: `Too many codes were asked for from here: wait ${Math.ceil(wait / 60)} minutes.` } })

const subjectOf = (phone: string) => standInSubject('own_ballots', normalisePhone(phone) ?? phone)
const clockOf = ({ trust, path }: OwnBallotWiring) => clockActor(trust.district, path)

function give({ trust }: OwnBallotWiring, reply: FastifyReply, id: string | null): void {
  const life = BALLOT_MINUTES * 60
  const token = id === null ? '' : signFollow({ district: trust.district, matter: id, expires: Math.floor(trust.now().getTime() / 1000) + life }, 'ballots')
  void reply.header('set-cookie', cookieText(ballotCookie, token, id === null ? 0 : life, trust.mode === 'live'))
}

type Opened = { readonly id: string; readonly own: readonly OwnHead[]; readonly until: number }
async function asOwner<V>(wiring: OwnBallotWiring, request: FastifyRequest, reply: FastifyReply, work: (opened: Opened) => Promise<V>): Promise<V | FastifyReply> {
  void reply.header('cache-control', 'no-store')
  const { district, now } = wiring.trust
  const read = readFollow(cookieIn(request.headers.cookie, ballotCookie), now(), 'ballots')
  if (read?.district !== district) return sendRefusal(reply, notOpen)
  const own = await withScope(wiring.db, clockOf(wiring), (tx) => headsBySession(tx, district, read.matter, shanghaiDay(now())))
  return own.length === 0 ? sendRefusal(reply, notOpen) : work({ id: read.matter, own, until: read.expires * 1000 })
}

function openRoutes(app: App, wiring: OwnBallotWiring): void {
  const { db, trust } = wiring
  const waitOf = addressLimit(wiring.limit, 10)
  app.post('/api/v1/own-ballots/code', {
    schema: { operationId: 'askOwnBallots', summary: 'A phone code for one’s own ballots; the answer is the same for every phone', tags, body: s.PhoneBody,
      response: { 200: s.Sent, ...problems } },
  }, async (request, reply) => {
    const { district } = trust
    const [at, wait, { phone }] = [trust.now(), waitOf(request.ip), request.body]
    if (wait > 0) return sendRefusal(reply, tooMany(at, wait))
    const asked = await runCommand(db, clockOf(wiring), at, undefined, async (tx) => {
      const [first] = await headsByPhone(tx, district, phone, shanghaiDay(at))
      const code = await askPhoneCode(tx, { district, subject: subjectOf(phone), phone, person: first?.person ?? null, known: first !== undefined, at })
      if (!code.ok) return code
      const { send } = code.value
      if (send) await sendNotice(tx, { district, channel: 'sms', recipient: `contact:${send.person}`, template: 'phone.code', facts: { code: send.code } }, at)
      return ok({ sent: true })
    })
    return asked.ok ? asked.value : sendRefusal(reply, asked.refusal)
  })
  app.post('/api/v1/own-ballots/open', {
    schema: { operationId: 'openOwnBallots', summary: 'Open one’s own ballots by phone and code', tags, body: s.OpenBody, response: { 200: s.Opened, ...problems } },
  }, async (request, reply) => {
    const { phone, code } = request.body
    const { district } = trust
    const at = trust.now()
    const [first] = await withScope(db, clockOf(wiring), (tx) => headsByPhone(tx, district, phone, shanghaiDay(at)))
    const checked = await checkPhoneCode(db, { district, subject: subjectOf(phone), phone, code: first ? code : 'none', at })
    if (!checked.ok || !first) return sendRefusal(reply, wrong)
    give(wiring, reply, first.id)
    return { opened: true }
  })
  app.post('/api/v1/own-ballots/close', {
    schema: { operationId: 'closeOwnBallots', summary: 'Close one’s ballots on this device', tags, response: { 200: s.Opened, ...problems } },
  }, async (_request, reply) => {
    give(wiring, reply, null)
    return { opened: false }
  })
}

const noSuch = refuse({ ...common.notFound, rule: 'B34' }).refusal

function ballotRoutes(app: App, wiring: OwnBallotWiring): void {
  const { db, trust } = wiring
  const { district } = trust
  app.get('/api/v1/own-ballots', {
    schema: { operationId: 'listOwnBallots', summary: 'One’s own ballots: what is asked and what they weigh, never what was chosen', tags,
      response: { 200: s.Ballots, ...problems } },
  }, async (request, reply) => asOwner(wiring, request, reply, async ({ own, until }) => s.Ballots.parse({ until: new Date(until).toISOString(),
    items: await withScope(db, clockOf(wiring), (tx) => ownBallots(tx, district, own, trust.now())) })))
  app.get('/api/v1/own-ballots/objections', {
    schema: { operationId: 'listOwnObjections', summary: 'Votes one may object to, and one’s own objections with their answers', tags,
      response: { 200: s.OwnObjections, ...problems } },
  }, async (request, reply) => asOwner(wiring, request, reply, async ({ own }) => s.OwnObjections.parse(await withScope(db, clockOf(wiring),
    (tx) => ownObjections(tx, district, own, trust.now())))))
  app.post('/api/v1/own-ballots/objections', {
    schema: { operationId: 'objectAsOwner', summary: 'Object to a vote as an owner; it is answered within five working days', tags, body: s.ObjectBody,
      response: { 200: s.Objected, ...problems } },
  }, async (request, reply) => asOwner(wiring, request, reply, async ({ id: session, own }) => {
    const [actor, at] = [clockOf(wiring), trust.now()]
    const person = own.find((one) => one.id === session)?.person
    if (person === undefined) return sendRefusal(reply, notOpen)
    const done = await runCommand(db, actor, at, keyOf(request, session), (tx) => objectAsOwner({ tx, actor, at }, { ...request.body, own, person }))
    return done.ok ? done.value : sendRefusal(reply, done.refusal)
  }))
  app.get('/api/v1/own-ballots/receipt/:commitment', {
    schema: { operationId: 'readBallotReceipt', summary: 'The receipt of a ballot after the sealing: that it is in, never how', tags, params: s.ByCommitment,
      response: { 200: s.Receipt, ...problems } },
  }, async (request, reply) => {
    const found = await withScope(db, clockOf(wiring), (tx) => receiptFor(tx, district, request.params.commitment))
    return found ? s.Receipt.parse(found) : sendRefusal(reply, noSuch)
  })
  app.get('/api/v1/own-ballots/:vote/:elector', {
    schema: { operationId: 'readOwnBallot', summary: 'One of one’s own ballots', tags, params: s.ByElector, response: { 200: s.Ballot, ...problems } },
  }, async (request, reply) => asOwner(wiring, request, reply, async ({ own }) => {
    const [ballot] = await withScope(db, clockOf(wiring), (tx) => ownBallots(tx, district, own, trust.now(), request.params))
    return ballot ? s.Ballot.parse(ballot) : sendRefusal(reply, noSuch)
  }))
  app.post('/api/v1/own-ballots/:vote/:elector', {
    schema: { operationId: 'castBallot', summary: 'Cast a ballot; answers a commitment to keep', tags, params: s.ByElector, body: s.CastBody,
      response: { 200: s.Cast, ...problems } },
  }, async (request, reply) => asOwner(wiring, request, reply, async ({ own }) => {
    const { vote, elector } = request.params
    const at = trust.now()
    const may = own.filter((one) => one.as !== null && (one.vote === null || one.vote === vote))
    const key = request.headers['idempotency-key']
    // one's own right goes before a written authority, head by head
    const byRight = new Set(may.filter(({ as }) => as !== 'proxy').map(({ head }) => head))
    const proxies = new Map(may.flatMap(({ head, proxy }) => (proxy === null || byRight.has(head) ? [] : [[head, proxy] as const])))
    const cast = await castBallot({ db, district, path: wiring.path }, { vote, elector, heads: may.map(({ head }) => head), proxies,
      answers: request.body.answers, key: typeof key === 'string' ? key : undefined }, at)
    return cast.ok ? { ...cast.value, at: at.toISOString() } : sendRefusal(reply, cast.refusal)
  }))
}

/** All routes of one's own ballots. */
export function ownBallotRoutes(app: App, wiring: OwnBallotWiring): void {
  openRoutes(app, wiring)
  ballotRoutes(app, wiring)
}
