/** Threads over HTTP: what everybody reads and starts, what those who raised it say at the end, and the keeper's steps. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import type { Refusal, Result } from '../../kit/pure.ts'
import { actAs, clockActor, cookieIn, followCookie, readAs, readFollow, type StaffWiring, type Trust } from '../../trust/index.ts'
import { enterVerdict, giveReporterVerdict, giveVerdict, reporterAsked } from '../commands/threads/give-verdict.ts'
import * as move from '../commands/threads/move-thread.ts'
import type { Done, Staff } from '../commands/threads/on-thread.ts'
import { addParty, hearParty } from '../commands/threads/parties.ts'
import { startThread, startThreadAsResident } from '../commands/threads/start-thread.ts'
import { addThreadTask, delayTask, finishTask, judgeTask } from '../commands/threads/tasks.ts'
import { noSpeaker } from '../commands/speech/may-speak.ts'
import type { Speaking } from '../rules/speech/index.ts'
import { hallBehind, hallOf } from '../views/hall.ts'
import { ownTasks } from '../views/own-tasks.ts'
import { staffStory, threadStory, threadStoryMore, threadTasks } from '../views/thread-story.ts'
import { threadCards } from '../views/threads.ts'
import { threadById } from '../store/threads.ts'
import { speakerOf } from './speaking.ts'
import * as s from './thread-schemas.ts'

/** What these routes work with: `path` is the district's, `limit` writes of one address in ten minutes, 0 without limit. */
export type ThreadWiring = { readonly db: StaffWiring['db']; readonly trust: StaffWiring['trust'] & Pick<Trust, 'district'>; readonly path: string; readonly limit: number }
const problems = { '4xx': problemSchema }
const tags = ['threads']

const tooMany = (at: Date, wait: number): Refusal => ({ code: 'too_many', rule: 'DT2', from: new Date(at.getTime() + wait * 1000).toISOString(),
  explain: { zh: `从这里交的太多了，请 ${Math.ceil(wait / 60)} 分钟后再交。您写的还在。`, en: 'Too many came from here: please wait a few minutes. What you wrote is kept.' } })

function readingRoutes(app: App, { db, trust, path }: ThreadWiring): void {
  const { district, now } = trust
  /** Everybody reads threads: as the clock, and only what these views show. */
  const open = async <V>(reply: FastifyReply, view: (tx: Tx) => Promise<V | null | undefined>): Promise<V | FastifyReply> => {
    const value = await withScope(db, clockActor(district, path), view)
    return value === null || value === undefined ? sendRefusal(reply, common.notFound) : value
  }
  app.get('/api/v1/public/threads', {
    schema: { operationId: 'listThreads', summary: 'Threads of a place and all within it, newest first', tags, querystring: s.PublicQuery, response: { 200: s.Threads, ...problems } },
  }, async (request, reply) => open(reply, (tx) => threadCards(tx, district, request.query, now())))
  app.get('/api/v1/public/threads/:id', {
    schema: { operationId: 'readThread', summary: 'A thread from its first voice to its last verdict, with what is missing', tags, params: s.ById, response: { 200: s.Story, ...problems } },
  }, async (request, reply) => open(reply, (tx) => threadStory(tx, district, request.params.id, now())))
  app.get('/api/v1/public/threads/:id/story', {
    schema: { operationId: 'readThreadStory', summary: 'What happened in a thread earlier', tags, params: s.ById, querystring: s.Cursor, response: { 200: s.StoryPart, ...problems } },
  }, async (request, reply) => open(reply, (tx) => threadStoryMore(tx, district, request.params.id, request.query.before)))
  app.get('/api/v1/public/threads/:id/tasks', {
    schema: { operationId: 'readThreadTasks', summary: 'Further tasks of a thread', tags, params: s.ById, querystring: s.TaskCursor, response: { 200: s.Tasks, ...problems } },
  }, async (request, reply) => open(reply, (tx) => threadTasks(tx, district, request.params.id, request.query.after)))
  app.get('/api/v1/public/halls/:place', {
    schema: { operationId: 'readHall', summary: 'Sessions, problems solved and agreements of a place', tags, params: s.ByPlace, response: { 200: s.Hall, ...problems } },
  }, async (request, reply) => open(reply, (tx) => hallOf(tx, district, request.params.place)))
  app.get('/api/v1/public/halls/:place/behind', {
    schema: { operationId: 'readHallBehind', summary: 'What is behind a number of the hall', tags, params: s.ByPlace, querystring: s.HallQuery, response: { 200: s.HallList, ...problems } },
  }, async (request, reply) => open(reply, (tx) => hallBehind(tx, district, request.params.place, request.query.part, request.query.before)))
}

function speakingRoutes(app: App, { db, trust, path, limit }: ThreadWiring): void {
  const { district, now } = trust
  const waitOf = addressLimit(limit, 10)
  /** As the clock, for whoever speaks in this browser. A reply is waited for as soon as it is answered, and is nothing then. */
  const asSpeaker = async (request: FastifyRequest, reply: FastifyReply, work: (ctx: Staff, speaking: Speaking) => Promise<Result<Done>>): Promise<Done | FastifyReply | undefined> => {
    const [actor, at] = [clockActor(district, path), now()]
    const speaking = speakerOf(request, district, at)
    if (!speaking) return sendRefusal(reply, noSpeaker)
    const wait = waitOf(request.ip)
    if (wait > 0) return sendRefusal(reply, tooMany(at, wait))
    const result = await runCommand(db, actor, at, keyOf(request, speaking.id), (tx) => work({ tx, actor, at }, speaking))
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  }
  app.post('/api/v1/public/threads', {
    schema: { operationId: 'startThreadAsResident', summary: 'Start a thread in one’s own words', tags, body: s.ResidentBody, response: { 200: s.Begun, ...problems } },
  }, async (request, reply) => {
    const done = await asSpeaker(request, reply, (ctx, speaking) => startThreadAsResident(ctx, request.body, speaking))
    return done && 'step' in done ? { id: done.id, step: done.step, speech: String(done['speech']), speechState: String(done['speechState']) } : done
  })
  app.post('/api/v1/public/threads/:id/verdicts', {
    schema: { operationId: 'judgeThread', summary: 'Say whether the result holds', tags, params: s.ById, body: s.VerdictBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asSpeaker(request, reply, (ctx, speaking) => giveVerdict(ctx, { ...request.body, id: request.params.id }, speaking)))
}

/** Who follows a matter that is solved in a thread: what they are asked, and what they say. The follow link is their right. [DT12] */
function reporterRoutes(app: App, { db, trust, path, limit }: ThreadWiring): void {
  const { district, now } = trust
  const waitOf = addressLimit(limit, 10)
  const matterOf = (request: FastifyRequest): string | null => {
    const follow = readFollow(cookieIn(request.headers.cookie, followCookie), now())
    return follow?.district === district ? follow.matter : null
  }
  app.get('/api/v1/followed/threads/:id', {
    schema: { operationId: 'readFollowedThread', summary: 'Whether the matter in hand is solved in this thread, and what was said of it', tags, params: s.ById, response: { 200: s.ReporterAsked, ...problems } },
  }, async (request, reply) => {
    const matter = matterOf(request)
    const found = await withScope(db, clockActor(district, path), async (tx) => {
      const row = await threadById(tx, district, request.params.id)
      return row && (matter === null ? { asked: false, answer: null } : reporterAsked(tx, row, matter))
    })
    return found ?? sendRefusal(reply, common.notFound)
  })
  app.post('/api/v1/followed/threads/:id/verdict', {
    schema: { operationId: 'judgeFollowedThread', summary: 'Say whether the result holds, as who reported it', tags, params: s.ById, body: s.VerdictBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => {
    const [actor, at, matter] = [clockActor(district, path), now(), matterOf(request)]
    if (matter === null) return sendRefusal(reply, common.notFound)
    const wait = waitOf(request.ip)
    if (wait > 0) return sendRefusal(reply, tooMany(at, wait))
    const result = await runCommand(db, actor, at, keyOf(request, matter), (tx) => giveReporterVerdict({ tx, actor, at }, { ...request.body, id: request.params.id, matter }))
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  })
}

type Bodies = typeof s.TitleBody | typeof s.MatterBody | typeof s.CallBody | typeof s.SortBody | typeof s.PartyBody | typeof s.HeardBody | typeof s.MoveBody | typeof s.DeclineBody | typeof s.VoteBody
  | typeof s.EndBody | typeof s.TaskBody | typeof s.DelayBody | typeof s.FinishBody | typeof s.JudgeTaskBody | typeof s.SlipBody

function stepRoutes(app: App, wiring: ThreadWiring): void {
  const post = <S extends Bodies>(url: string, operationId: string, summary: string, body: S, command: (ctx: Staff, input: z.output<S> & { readonly id: string }) => Promise<Result<Done>>): void => {
    app.post(`/api/v1/${url}`, { schema: { operationId, summary, tags, params: s.ById, body, response: { 200: s.Done, ...problems } } },
      // the schema above made the body
      async (request, reply) => actAs(wiring, request, reply, command, { ...(request.body as z.output<S>), id: (request.params as { id: string }).id }))
  }
  post('threads/:id/title', 'titleThread', 'Approve the public title', s.TitleBody, move.approveThreadTitle)
  post('threads/:id/matters', 'joinThread', 'Take up a further matter', s.MatterBody, move.addMatter)
  post('threads/:id/call', 'callThread', 'Post the call to speak', s.CallBody, move.callForVoices)
  post('threads/:id/sort', 'sortThread', 'Say who decides, by what, and which meetings', s.SortBody, move.sortThread)
  post('threads/:id/parties', 'nameParty', 'Name who must be heard', s.PartyBody, addParty)
  post('threads/:id/heard', 'hearParty', 'Enter how a party was heard', s.HeardBody, hearParty)
  post('threads/:id/move', 'moveThread', 'Go on by one step, or back with a reason', s.MoveBody, move.moveThread)
  post('threads/:id/decline', 'declineThread', 'Not taken up, with the reason', s.DeclineBody, move.declineThread)
  post('threads/:id/vote', 'linkThreadVote', 'Name the owners’ vote that decides', s.VoteBody, move.linkVote)
  post('threads/:id/end', 'endThread', 'End it with what was judged', s.EndBody, move.endThread)
  post('threads/:id/tasks', 'addThreadTask', 'Give a task with owner and day', s.TaskBody, addThreadTask)
  post('threads/:id/slips', 'enterThreadVerdict', 'Enter a verdict on a slip', s.SlipBody, enterVerdict)
  post('tasks/:id/delay', 'delayTask', 'A later day, with the reason', s.DelayBody, delayTask)
  post('tasks/:id/finish', 'finishTask', 'Done, or dropped, with what came of it', s.FinishBody, finishTask)
  post('tasks/:id/judge', 'judgeTask', 'Enter how a task was judged', s.JudgeTaskBody, judgeTask)
}

/** All routes of threads. */
export function threadRoutes(app: App, wiring: ThreadWiring): void {
  readingRoutes(app, wiring)
  speakingRoutes(app, wiring)
  reporterRoutes(app, wiring)
  app.post('/api/v1/threads', {
    schema: { operationId: 'startThread', summary: 'Start a thread from matters, a reception day, a thread or a body', tags, body: s.StartBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, startThread, request.body))
  app.get('/api/v1/threads', {
    schema: { operationId: 'listStaffThreads', summary: 'Threads in reach, with what waits', tags, querystring: s.StaffQuery, response: { 200: s.Threads, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor, at) =>
    threadCards(tx, actor.district, { place: request.query.place, step: request.query.step, before: request.query.before, keeper: request.query.mine && actor.org ? actor.org : undefined }, at)))
  app.get('/api/v1/threads/:id', {
    schema: { operationId: 'readStaffThread', summary: 'A thread at the desk, with the moves that are open', tags, params: s.ById, response: { 200: s.StaffStory, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, async (tx, actor, at) => await staffStory(tx, actor, request.params.id, at) ?? null))
  app.get('/api/v1/tasks', {
    schema: { operationId: 'listOwnTasks', summary: 'Tasks that are open to the acting post or its organisation', tags, response: { 200: s.OwnTasks, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor) => ownTasks(tx, actor)))
  stepRoutes(app, wiring)
}
