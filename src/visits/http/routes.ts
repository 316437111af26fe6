import type { FastifyReply, FastifyRequest } from 'fastify'
import { shanghaiDay } from '../../kit/clock.ts'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, sendResult, type App } from '../../kit/http.ts'
import type { Actor, Trust } from '../../trust/index.ts'
import { recordVisit } from '../commands/record-visit.ts'
import { contactOfPost } from '../views/contact.ts'
import { doorList } from '../views/doors.ts'
import { ownVisits, visitsOfMonth } from '../views/visits.ts'
import { Contact, Doors, DoorsQuery, MonthQuery, MonthVisits, OwnQuery, OwnVisits, Recorded, VisitBody } from './schemas.ts'

/** What the routes of visits work with. */
export type Wiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now'> }

const problems = { '4xx': problemSchema }
const tags = ['visits']

async function staffRead<V>({ db, trust }: Wiring, request: FastifyRequest, reply: FastifyReply, view: (tx: Tx, actor: Actor) =>
  Promise<V | null>): Promise<V | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const value = await withScope(db, staff.value, (tx) => view(tx, staff.value))
  void reply.header('cache-control', 'no-store')
  return value === null ? sendRefusal(reply, common.notFound) : value
}

/** What the phone's clock says while it sends (header x-phone-now, epoch milliseconds): not part of the body, since a repeat says another. */
function phoneNow(request: FastifyRequest): number | null {
  const said = request.headers['x-phone-now']
  const at = typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : null
  return at === null || at > 8.64e15 ? null : at
}

function recordRoute(app: App, wiring: Wiring): void {
  app.post('/api/v1/visits', {
    schema: { operationId: 'recordVisit', summary: 'Record a visit at a door', tags, body: VisitBody, response: { 200: Recorded, ...problems } },
  }, async (request, reply) => {
    const staff = await wiring.trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const actor = staff.value
    const at = wiring.trust.now()
    const { toldAt, ...body } = request.body
    const input = { ...body, told: toldAt === undefined ? null : { at: Date.parse(toldAt), now: phoneNow(request) ?? Date.parse(toldAt) } }
    return sendResult(reply, await runCommand(wiring.db, actor, at, keyOf(request, actor.post ?? ''), (tx) => recordVisit({ tx, actor, at }, input)), (value) => value)
  })
}

/** Visits: record one, the door list, one's own in full, others' by half-day, and contact in person beside contact on screens. */
export function visitRoutes(app: App, wiring: Wiring): void {
  recordRoute(app, wiring)
  app.get('/api/v1/visits/doors', {
    schema: { operationId: 'readDoors', summary: 'Homes of my buildings, with the half-day of the last visit', tags, querystring: DoorsQuery,
      response: { 200: Doors, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, async (tx, actor) => {
    const at = wiring.trust.now()
    const found = await doorList(tx, actor, at, request.query.building)
    if (found === null) return null
    return { today: shanghaiDay(at), buildings: found.map(({ homes, ...building }) => ({ ...building, homes: homes === null ? null : [...homes] })) }
  }))
  app.get('/api/v1/visits/mine', {
    schema: { operationId: 'listOwnVisits', summary: 'My own visits, in full', tags, querystring: OwnQuery, response: { 200: OwnVisits, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, (tx, actor) => ownVisits(tx, actor.district, request.query)))
  app.get('/api/v1/visits/month', {
    schema: { operationId: 'listMonthVisits', summary: 'Visits of a community in a month, by half-day and building', tags, querystring: MonthQuery,
      response: { 200: MonthVisits, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, (tx, actor) =>
    visitsOfMonth(tx, actor.district, request.query.community, request.query.month, request.query)))
  app.get('/api/v1/contact', {
    schema: { operationId: 'readContact', summary: 'Contact in person beside contact on screens, by month', tags, response: { 200: Contact, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, async (tx, actor) => {
    const found = await contactOfPost(tx, actor, wiring.trust.now())
    return found && { communities: found.map((one) => ({ ...one, months: [...one.months] })) }
  }))
}
