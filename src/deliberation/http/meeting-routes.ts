/** Meetings over HTTP: what everybody reads, signs and objects to, and what those who hold them do. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { addressLimit } from '../../kit/limit.ts'
import type { Result } from '../../kit/pure.ts'
import { actAs, clockActor, readAs, runAs, type Trust } from '../../trust/index.ts'
import * as call from '../commands/meetings/call-meeting.ts'
import { setClerk } from '../commands/meetings/clerk.ts'
import * as decide from '../commands/meetings/decide-meeting.ts'
import * as hold from '../commands/meetings/hold-meeting.ts'
import { recordVerdicts } from '../commands/meetings/judge.ts'
import type { Done, Staff } from '../commands/meetings/on-meeting.ts'
import * as plan from '../commands/meetings/plan-meeting.ts'
import { attachOpinion, writeLines, type LinesWritten } from '../commands/meetings/write-minutes.ts'
import { noSpeaker } from '../commands/speech/may-speak.ts'
import { invitationsFor, publicMeetings, staffMeetings } from '../views/meeting-heads.ts'
import { meetingAtDoor, publicMeeting, staffMeeting } from '../views/meetings.ts'
import * as s from './meeting-schemas.ts'
import { speakerOf } from './speaking.ts'

/** What these routes work with: `path` is the district's, `limit` writes of one address in ten minutes, 0 without limit. */
export type MeetingWiring = { readonly db: Db; readonly trust: Trust; readonly path: string; readonly limit: number }
const problems = { '4xx': problemSchema }
const tags = ['meetings']

function publicRoutes(app: App, { db, trust, path, limit }: MeetingWiring): void {
  const { district, now } = trust
  const read = async <V>(reply: FastifyReply, view: (tx: Tx) => Promise<V | undefined>): Promise<V | FastifyReply> => {
    const value = await withScope(db, clockActor(district, path), view)
    return value === undefined ? sendRefusal(reply, common.notFound) : value
  }
  app.get('/api/v1/public/meetings', {
    schema: { operationId: 'listMeetings', summary: 'Meetings of a place, a thread or a standing body', tags, querystring: s.MeetingsQuery, response: { 200: s.Meetings, ...problems } },
  }, async (request, reply) => read(reply, (tx) => publicMeetings(tx, district, request.query, now())))
  app.get('/api/v1/public/meetings/:id', {
    schema: { operationId: 'readMeeting', summary: 'A meeting: agenda, who was invited, and its minutes once posted', tags, params: s.ById, response: { 200: s.PublicMeeting, ...problems } },
  }, async (request, reply) => read(reply, (tx) => publicMeeting(tx, district, request.params.id, now())))
  app.get('/api/v1/public/meetings/at-door/:code', {
    schema: { operationId: 'readMeetingAtDoor', summary: 'The meeting behind a QR', tags, params: s.ByCode, response: { 200: s.MeetingAtDoor, ...problems } },
  }, async (request, reply) => read(reply, (tx) => meetingAtDoor(tx, district, request.params.code, now())))
  const waitOf = addressLimit(limit, 10)
  const asSpeaker = async (request: FastifyRequest, reply: FastifyReply, work: (ctx: Staff, speaker: string) => Promise<Result<Done>>): Promise<Done | FastifyReply> => {
    const [actor, at] = [clockActor(district, path), now()]
    const speaking = speakerOf(request, district, at)
    if (!speaking) return sendRefusal(reply, noSpeaker)
    const wait = waitOf(request.ip)
    if (wait > 0) return sendRefusal(reply, { code: 'too_many', rule: 'DM7', from: new Date(at.getTime() + wait * 1000).toISOString(),
      explain: { zh: `从这里交的太多了，请 ${Math.ceil(wait / 60)} 分钟后再试。您写的还在。`, en: 'Too many came from here: please wait a few minutes. What you wrote is kept.' } })
    const result = await runCommand(db, actor, at, keyOf(request, speaking.id), (tx) => work({ tx, actor, at }, speaking.id))
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  }
  app.post('/api/v1/public/meetings/sign-in', {
    schema: { operationId: 'attendMeeting', summary: 'Sign in by the QR of a meeting', tags, body: s.SignInBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asSpeaker(request, reply, (ctx, speaker) => hold.signIn(ctx, { code: request.body.code, speaker })))
  app.post('/api/v1/public/meetings/:id/objections', {
    schema: { operationId: 'objectToMinutes', summary: 'Object to posted minutes or a resolution', tags, params: s.ById, body: s.ObjectBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => asSpeaker(request, reply, (ctx, speaker) => decide.objectToMinutes(ctx, { ...request.body, id: request.params.id, speaker })))
}

type Bodies = { readonly [name in keyof typeof s]: (typeof s)[name] }
type Body = Bodies['Plain' | 'MoveBody' | 'AgendaBody' | 'IntakeBody' | 'InviteBody' | 'CallBody' | 'AnswerInvitationBody' | 'PaperListBody' | 'AbsentBody' | 'TurnBody' |
  'EndBody' | 'ResolutionBody' | 'TaskBody' | 'PaperObjectionBody' | 'AnswerObjectionBody' | 'CancelBody' | 'ClerkBody' | 'VerdictsBody']

function stepRoutes(app: App, wiring: MeetingWiring): void {
  const post = <S extends Body>(url: string, operationId: string, summary: string, body: S,
    command: (ctx: Staff, input: z.output<S> & { readonly id: string }) => Promise<Result<Done>>): void => {
    app.post(url, { schema: { operationId, summary, tags, params: s.ById, body, response: { 200: s.Done, ...problems } } },
      // the schema above made body and params
      async (request, reply) => actAs(wiring, request, reply, command, { ...(request.body as z.output<S>), id: (request.params as { id: string }).id }))
  }
  const at = (step: string): string => `/api/v1/meetings/:id/${step}`
  post(at('move'), 'moveMeeting', 'Another time, venue or presider', s.MoveBody, plan.moveMeeting)
  post(at('agenda'), 'setMeetingAgenda', 'Set the agenda', s.AgendaBody, plan.setAgenda)
  post(at('intake'), 'takeIntoAgenda', 'Put what a resident brought on the agenda', s.IntakeBody, plan.takeIntake)
  post(at('invitations'), 'inviteToMeeting', 'Invite by role', s.InviteBody, call.invite)
  post(at('call'), 'callMeeting', 'Post the notice and tell those invited', s.CallBody, call.callMeeting)
  post('/api/v1/meeting-invitations/:id/answer', 'answerMeetingInvitation', 'Answer an invitation', s.AnswerInvitationBody, call.answerInvitation)
  post(at('start'), 'startMeeting', 'Open the meeting', s.Plain, hold.startMeeting)
  post(at('paper-list'), 'enterPaperList', 'Enter how many signed the paper list', s.PaperListBody, hold.enterPaperList)
  post(at('absences'), 'markAbsent', 'Enter an absence', s.AbsentBody, hold.markAbsent)
  post(at('turn'), 'takeSpeakingTurn', 'Somebody has spoken, or lets it be', s.TurnBody, hold.takeTurn)
  post(at('end'), 'endMeeting', 'End the meeting', s.EndBody, hold.endMeeting)
  post(at('resolutions'), 'recordResolution', 'Record a resolution with its count', s.ResolutionBody, decide.recordResolution)
  post(at('tasks'), 'addMeetingTask', 'Give somebody a task', s.TaskBody, decide.addMeetingTask)
  post(at('post-minutes'), 'postMinutes', 'Post the minutes', s.Plain, decide.postMinutes)
  post(at('objections'), 'enterMeetingObjection', 'Write down an objection on paper', s.PaperObjectionBody, decide.enterObjection)
  post(at('answer-objection'), 'answerMeetingObjection', 'Answer an objection', s.AnswerObjectionBody, decide.answerObjection)
  post(at('approve'), 'approveMinutes', 'Approve the minutes', s.Plain, decide.approveMinutes)
  post(at('cancel'), 'cancelMeeting', 'Call the meeting off', s.CancelBody, call.cancelMeeting)
  post(at('clerk'), 'chooseMeetingClerk', 'Choose who writes the minutes', s.ClerkBody, setClerk)
  post(at('verdicts'), 'recordVerdicts', 'Judge resolutions and tasks, and count hands', s.VerdictsBody, recordVerdicts)
}

/** Entries whose id the page makes, so that what was written offline counts once. */
function entryRoutes(app: App, wiring: MeetingWiring): void {
  app.post('/api/v1/meetings/:id/attendance', {
    schema: { operationId: 'signAtDesk', summary: 'Enter at the desk who is there', tags, params: s.ById, body: s.DeskBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => {
    const { id: entry, ...input } = request.body
    return actAs(wiring, request, reply, hold.signAtDesk, { ...input, entry, id: request.params.id })
  })
  app.post('/api/v1/meetings/:id/turns', {
    schema: { operationId: 'askToSpeakInMeeting', summary: 'Somebody asks to speak', tags, params: s.ById, body: s.AskBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => {
    const { id: turn, ...input } = request.body
    return actAs(wiring, request, reply, hold.askToSpeak, { ...input, turn, id: request.params.id })
  })
  app.post('/api/v1/meetings/:id/opinions', {
    schema: { operationId: 'attachOpinion', summary: 'Attach what an expert or a party says', tags, params: s.ById, body: s.OpinionBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => {
    const { id: line, ...input } = request.body
    return actAs(wiring, request, reply, attachOpinion, { ...input, line, id: request.params.id })
  })
  app.post('/api/v1/meetings/:id/lines', {
    schema: { operationId: 'writeMinuteLines', summary: 'Write lines of the minutes, offline ones too', tags, params: s.ById, body: s.LinesBody, response: { 200: s.LinesDone, ...problems } },
  }, async (request, reply) => {
    // a reply is waited for as soon as it is answered, and is nothing then
    const done: LinesWritten | FastifyReply | undefined = await runAs(wiring, request, reply, (ctx) => writeLines(ctx, { id: request.params.id, lines: request.body.lines }))
    if (!done || !('lines' in done)) return done
    // texts are read after the command, so that none is kept with its key
    const staff = await wiring.trust.staffOf(request)
    const clash = done.lines.filter(({ outcome }) => outcome === 'conflict').map(({ id }) => id)
    const theirs = clash.length === 0 || !staff.ok ? [] : await withScope(wiring.db, staff.value, (tx) => tx.selectFrom('minute_line').select(['id', 'label', 'words', 'struck'])
      .where('district', '=', wiring.trust.district).where('id', 'in', clash).execute())
    return { id: done.id, lines: done.lines.map((line) => {
      const other = theirs.find(({ id }) => id === line.id)
      return { ...line, theirs: other ? { label: other.label, words: other.words, struck: other.struck } : null }
    }) }
  })
}

/** All routes of meetings. */
export function meetingRoutes(app: App, wiring: MeetingWiring): void {
  const { now } = wiring.trust
  publicRoutes(app, wiring)
  app.post('/api/v1/meetings', {
    schema: { operationId: 'planMeeting', summary: 'Plan a meeting', tags, body: s.PlanBody, response: { 200: s.Done, ...problems } },
  }, async (request, reply) => actAs(wiring, request, reply, plan.planMeeting, request.body))
  app.get('/api/v1/meetings', {
    schema: { operationId: 'listStaffMeetings', summary: 'Meetings where one works, or of a place, thread or body', tags, querystring: s.MeetingsQuery, response: { 200: s.Meetings, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor) => staffMeetings(tx, actor, request.query, now())))
  app.get('/api/v1/meetings/:id', {
    schema: { operationId: 'readStaffMeeting', summary: 'A meeting with what may be done with it', tags, params: s.ById, response: { 200: s.StaffMeeting, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor) => staffMeeting(tx, actor, request.params.id, now())))
  app.get('/api/v1/meeting-invitations', {
    schema: { operationId: 'listMeetingInvitations', summary: 'What one’s post or organisation is invited to', tags, response: { 200: s.Invitations, ...problems } },
  }, async (request, reply) => readAs(wiring, request, reply, (tx, actor) => invitationsFor(tx, actor, now())))
  stepRoutes(app, wiring)
  entryRoutes(app, wiring)
}
