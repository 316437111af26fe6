import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../kit/command.ts'
import { problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { addNote } from '../commands/add-note.ts'
import { contactReporter } from '../commands/contact-reporter.ts'
import { assignMatter } from '../commands/assign-matter.ts'
import { blowWhistle } from '../commands/blow-whistle.ts'
import { enterVerdict } from '../commands/enter-verdict.ts'
import { finishMatter } from '../commands/finish-matter.ts'
import { handOverMatter } from '../commands/hand-over-matter.ts'
import { logWork } from '../commands/log-work.ts'
import type { Done as DoneValue, OnMatter } from '../commands/on-matter.ts'
import { remindMatter, superviseMatter } from '../commands/press-matter.ts'
import { approveTitle, releasePhoto } from '../commands/publish.ts'
import { reportIn } from '../commands/report-in.ts'
import { answerSlip, sendSlip } from '../commands/send-slip.ts'
import { takeMatter } from '../commands/take-matter.ts'
import { tellReporter } from '../commands/tell-reporter.ts'
import { verifyMatter } from '../commands/verify-matter.ts'
import { countTabs, listCards } from '../views/cards.ts'
import { explainClocks } from '../views/clocks.ts'
import { matterDetail } from '../views/detail.ts'
import { listSupervised } from '../views/supervision.ts'
import { Cards, Clocks, Counts, Detail, Done, Supervised } from './replies.ts'
import * as body from './requests.ts'
import { act, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['matters']

/** Runs `work` as the signed-in member of staff in their post, or says that they are signed out. */
export async function asStaff<V>(
  wiring: Wiring, request: FastifyRequest, reply: FastifyReply, work: (actor: Actor) => Promise<V>,
): Promise<V | FastifyReply> {
  const staff = await wiring.trust.staffOf(request)
  return staff.ok ? work(staff.value) : sendRefusal(reply, staff.refusal)
}

type MoveCommand<B> = (ctx: Context<Actor>, input: OnMatter & B) => Promise<Result<DoneValue>>

/** One address for one move: POST /api/v1/matters/:id/<move>. All moves of staff have this shape. */
export function moveRoute<S extends z.ZodObject>(
  app: App, wiring: Wiring, path: string, summary: string, schema: S, command: MoveCommand<z.output<S>>,
): void {
  app.post(`/api/v1/matters/:id/${path}`, {
    schema: {
      operationId: `matter_${path.replace(/-/g, '_')}`, summary, tags, params: body.ById, body: schema, response: { 200: Done, ...problems },
    },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) =>
    // the schema above made the body
    act(wiring, request, reply, actor, command, { ...(request.body as z.output<S>), id: request.params.id }, (done) => done)))
}

function moveRoutes(app: App, wiring: Wiring): void {
  moveRoute(app, wiring, 'take', 'Take a matter on', body.Plain, takeMatter)
  moveRoute(app, wiring, 'contact', 'Note that somebody spoke with the reporter', body.ContactBody, contactReporter)
  moveRoute(app, wiring, 'tell', 'Tell the reporter how it stands, on their behalf', body.TellBody, tellReporter)
  moveRoute(app, wiring, 'finish', 'Say that it is done, unable or explained', body.FinishBody, finishMatter)
  moveRoute(app, wiring, 'hand-over', 'Hand it over, with a reason', body.HandOverBody, handOverMatter)
  moveRoute(app, wiring, 'assign', 'Assign it to a party', body.AssignBody, assignMatter)
  moveRoute(app, wiring, 'whistle', 'Blow a whistle', body.WhistleBody, blowWhistle)
  moveRoute(app, wiring, 'slip', 'Send a contact slip to a utility', body.SlipBody, sendSlip)
  moveRoute(app, wiring, 'slip-answer', 'Enter the answer to a slip', body.SlipAnswerBody, answerSlip)
  moveRoute(app, wiring, 'report-in', 'Report in to a whistle', body.Noted, reportIn)
  moveRoute(app, wiring, 'log', 'Log what was done', body.Noted, logWork)
  moveRoute(app, wiring, 'verify', 'Confirm the outcome or send it back', body.VerifyBody, verifyMatter)
  moveRoute(app, wiring, 'verdict', 'Enter the three answers, at the door or by phone', body.VerdictBody.extend({ via: z.enum(['door', 'phone']).default('door') }), enterVerdict)
  moveRoute(app, wiring, 'note', 'Add a note', body.NoteBody, addNote)
  moveRoute(app, wiring, 'title', 'Approve a public title', body.TitleBody, approveTitle)
  moveRoute(app, wiring, 'release-photo', 'Release a photo to the board, or take it back', body.ReleaseBody, releasePhoto)
  moveRoute(app, wiring, 'remind', 'Remind who has it', body.Plain, remindMatter)
  moveRoute(app, wiring, 'supervise', 'Put it on the supervision list', body.Plain, superviseMatter)
}

/** Inbox, one matter in full, and every move of staff. */
export function staffRoutes(app: App, wiring: Wiring): void {
  app.get('/api/v1/matters',
    {
      schema: {
        operationId: 'listMatters', summary: 'Inbox: mine, following, all in reach, supervised',
        tags, querystring: body.CardsQuery, response: { 200: Cards, ...problems },
      },
    },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => listCards(tx, actor, request.query))))
  app.get('/api/v1/supervision', { schema: { operationId: 'listSupervised', summary: 'The supervision list: who is late, since when', tags,
    querystring: body.CardsQuery.pick({ after: true, limit: true }), response: { 200: Supervised, ...problems } } },
    async (request, reply) =>
      asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => listSupervised(tx, actor, request.query, wiring.trust.now()))))
  app.get('/api/v1/matters/counts',
    {
      schema: {
        operationId: 'countMatters', summary: 'How many wait in each tab, counted to a hundred', tags, response: { 200: Counts, ...problems },
      },
    },
    async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => countTabs(tx, actor))))
  app.get('/api/v1/matters/:id',
    { schema: { operationId: 'readMatter', summary: 'One matter in full', tags, params: body.ById, response: { 200: Detail, ...problems } } },
    async (request, reply) =>
      asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, (tx) => matterDetail(tx, actor, request.params.id, wiring.trust.now()))))
  app.get('/api/v1/matters/:id/clocks', { schema: { operationId: 'explainClocks', summary: 'Why it is due when it is: each clock, day by day', tags,
    params: body.ById, response: { 200: Clocks, ...problems } } },
    async (request, reply) => asStaff(wiring, request, reply, (actor) =>
      read(wiring, reply, actor, (tx) => explainClocks(tx, actor, request.params.id, wiring.trust.now()))))
  moveRoutes(app, wiring)
}
