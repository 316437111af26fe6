import { z } from 'zod'
import { id, problemSchema, words, type App } from '../../kit/http.ts'
import { finishItem, moveItem, putItem } from '../commands/joint-items.ts'
import { recordMeeting } from '../commands/joint-meeting.ts'
import { SEATS } from '../rules/joint-board.ts'
import { jointBoard, jointCompounds } from '../views/joint-board.ts'
import { asStaff } from './staff-routes.ts'
import { act, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['joint boards']
const civil = z.iso.date().regex(/^20\d\d-/)
const seat = z.enum(SEATS)
const version = z.int().min(1).max(1_000_000)

const PutBody = z.strictObject({ compound: id(), number: z.string().regex(/^[0-9A-Za-z -]{4,40}$/).optional(), title: words(60, 4).optional(), seat,
  agreed: civil })
const MoveBody = z.strictObject({ version, seat, agreed: civil, reason: words(200, 2) })
const FinishBody = z.strictObject({ version, result: words(500, 4) })
const MeetingBody = z.strictObject({ compound: id(), on: civil, present: z.array(id()).min(1).max(8),
  decisions: z.array(z.strictObject({ item: id(), said: words(300, 2) })).max(50) })

const ItemDone = z.object({ id: z.uuid(), version: z.number() }).meta({ id: 'JointItemDone' })
const said = z.object({ zh: z.string(), en: z.string() })
const chair = z.object({ seat, org: z.uuid().nullable(), name: z.string().nullable(),
  standIn: z.object({ code: z.string(), why: said, source: z.object({ law: z.string(), article: z.string().optional() }) }).nullable() })
const change = z.object({ at: z.string(), by: z.string(), seatBefore: seat, seat, agreedBefore: z.string(), agreed: z.string(), reason: z.string() })
const item = z.object({
  id: z.uuid(), version: z.number(), title: z.string(), matter: z.uuid().nullable(), number: z.string().nullable(), seat, org: z.string(),
  agreed: z.string(), state: z.enum(['open', 'late', 'done']), putBy: z.string(), putAt: z.string(), result: z.string().nullable(),
  doneBy: z.string().nullable(), doneAt: z.string().nullable(), changes: z.array(change),
})
const meeting = z.object({ id: z.uuid(), on: z.string(), by: z.string(), present: z.array(z.string()),
  decisions: z.array(z.object({ item: z.uuid(), title: z.string(), said: z.string() })) })
const Board = z.object({
  compound: z.object({ id: z.uuid(), name: z.string() }), today: z.string(), linkage: z.enum(['four', 'three']), chairs: z.array(chair),
  own: z.array(z.uuid()), items: z.array(item), meetings: z.array(meeting),
}).meta({ id: 'JointBoard' })
const Compounds = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string() })) }).meta({ id: 'JointCompounds' })
const ByCompound = z.object({ compound: id() })
const ById = z.object({ id: id() })

function writeRoutes(app: App, wiring: Wiring): void {
  app.post('/api/v1/joint-items', { schema: { operationId: 'putJointItem', summary: 'Put a shared matter on the joint board', tags, body: PutBody,
    response: { 200: ItemDone, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, putItem, request.body, (done) => done)))
  app.post('/api/v1/joint-items/:id/move', { schema: { operationId: 'moveJointItem', summary: 'Change who is accountable or the agreed day', tags,
    params: ById,
    body: MoveBody, response: { 200: ItemDone, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      act(wiring, request, reply, actor, moveItem, { ...request.body, id: request.params.id }, (done) => done)))
  app.post('/api/v1/joint-items/:id/result', { schema: { operationId: 'finishJointItem', summary: 'Write the result for all', tags, params: ById,
    body: FinishBody, response: { 200: ItemDone, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      act(wiring, request, reply, actor, finishItem, { ...request.body, id: request.params.id }, (done) => done)))
  app.post('/api/v1/joint-meetings', { schema: { operationId: 'recordJointMeeting', summary: 'Record a meeting and its decisions', tags,
    body: MeetingBody,
    response: { 200: z.object({ id: z.uuid() }).meta({ id: 'JointMeetingDone' }), ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => act(wiring, request, reply, actor, recordMeeting, request.body,
      (done) => done)))
}

/** The joint board of a compound: who sits there, shared matters, results, meetings. */
export function jointRoutes(app: App, wiring: Wiring): void {
  app.get('/api/v1/joint-boards', { schema: { operationId: 'listJointBoards', summary: 'Compounds whose joint board I may look at', tags,
    response: { 200: Compounds, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor,
      async (tx) => ({ items: [...await jointCompounds(tx, actor)] }))))
  app.get('/api/v1/joint-boards/:compound', { schema: { operationId: 'readJointBoard', summary: 'The joint board of a compound', tags,
    params: ByCompound,
    response: { 200: Board, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      read(wiring, reply, actor, (tx) => jointBoard(tx, actor, request.params.compound, wiring.trust.now()))))
  writeRoutes(app, wiring)
}
