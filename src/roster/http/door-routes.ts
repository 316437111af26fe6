/** The roster at the door: what a phone reads of a building, and what it sends, once and in order, when it has a line again. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { id, plainText, problemSchema, words, type App } from '../../kit/http.ts'
import { whenVisited } from '../../visits/index.ts'
import { sayAtDoor } from '../commands/confirm-home.ts'
import { doorStates } from '../rules/door.ts'
import { doorsOf } from '../views/door.ts'
import { actAs, readAs } from '../../trust/index.ts'
import type { HomeWiring } from './home-wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['roster']
const DoorsView = z.object({ homes: z.array(z.object({
  home: z.uuid(), version: z.number(), state: z.enum(['unknown',
    ...doorStates]), children: z.number(), confirmedOn: z.string().nullable(), waiting: z.boolean(),
  people: z.array(z.object({ who: z.uuid(), ties: z.array(z.uuid()), name: z.string().nullable(), phone: z.string().nullable(), phoneTie: z.string(),
    relation: z.string().nullable(), rents: z.boolean() })),
})) }).meta({ id: 'RosterDoors' })
const said = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('holds') }), z.strictObject({ move: z.literal('state'), state: z.enum(doorStates) }),
  z.strictObject({ move: z.literal('children'), children: z.int().min(0).max(12) }),
  z.strictObject({ move: z.literal('left'), ties: z.array(id()).min(1).max(8) }),
  z.strictObject({ move: z.literal('came'), name: words(40), phone: plainText(20).default(''), rents: z.boolean().default(false) }),
  z.strictObject({ move: z.literal('phone'), tie: id(), phone: words(20), behalf: z.boolean().optional() }),
])
const SaidBody = z.strictObject({ version: z.int().min(0), said, toldAt: z.iso.datetime() })
const Said = z.object({ version: z.number() }).meta({ id: 'SaidAtDoor' })

/** What the phone's clock says while it sends: not part of the body, since a repeat says another. */
function phoneNow(request: FastifyRequest): number | null {
  const value = request.headers['x-phone-now']
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null
}

/** Reading a building's doors and saying something at one of them. */
export function doorRoutes(app: App, wiring: HomeWiring): void {
  app.get('/api/v1/roster/door/:building', {
    schema: { operationId: 'readRosterDoors', summary: 'Who lives behind the doors of a building, masked, for the phone', tags,
      params: z.object({ building: id() }), response: { 200: DoorsView, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor) => {
    const homes = await doorsOf(tx, actor, request.params.building)
    return homes && DoorsView.parse({ homes })
  }))
  app.post('/api/v1/roster/door/:home', {
    schema: { operationId: 'sayAtDoor', summary: 'Write down what was said at the door: all holds, who left, who came, a telephone', tags,
      params: z.object({ home: id() }), body: SaidBody, response: { 200: Said, ...problems } },
  }, async (request, reply) => {
    const { toldAt, ...body } = request.body
    const received = wiring.trust.now()
    const at = Date.parse(toldAt)
    const happenedAt = new Date(whenVisited(received.getTime(), { at, now: phoneNow(request) ?? at }).happenedAt)
    return actAs(wiring, request, reply, sayAtDoor, { ...body, home: request.params.home, happenedAt })
  })
}
