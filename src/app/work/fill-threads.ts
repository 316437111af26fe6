/** Plays the made-up threads through the front door of deliberation, once, in one transaction: each step as whoever took it, at its time. */
import { demoMeetingToday } from '../../../demo/meetings.ts'
import { demoThreadMatters, demoThreads, type DemoMeeting, type ThreadStep } from '../../../demo/threads.ts'
import { meetingSteps, sayFor, threadSteps } from '../../deliberation/index.ts'
import type { Context } from '../../kit/command.ts'
import { actAs, withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import type { Result } from '../../kit/pure.ts'
import { standingOf } from '../../offices/index.ts'
import { clockActor, staffActor, type Actor } from '../../trust/index.ts'
import { keepPast } from './past-notices.ts'

const DONE = 'demo_threads'
type Where = { readonly district: string; readonly path: string }
const moment = (time: string): Date => new Date(`${time}:00+08:00`)

/** One telling: what came into being, by the key that the story gives it. */
class Teller {
  readonly tx: Tx
  readonly where: Where
  readonly ids = new Map<string, string>()
  constructor(tx: Tx, where: Where) { this.tx = tx; this.where = where }

  id(key: string): string {
    const id = this.ids.get(key)
    if (id === undefined) throw new Error(`demo: no ${key} yet`)
    return id
  }

  async as({ person, post }: ThreadStep['by'], at: Date): Promise<Context<Actor>> {
    const standing = (await standingOf(this.tx, this.where.district, person, at)).find((one) => one.post === post)
    if (!standing) throw new Error(`demo: nobody holds ${post}`)
    const actor = staffActor(this.where.district, person, standing)
    await actAs(this.tx, actor)
    return { tx: this.tx, actor, at }
  }
}

const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`demo: ${what}: ${result.refusal.explain.en}`)
  return result.value
}

async function tellMeeting(teller: Teller, { thread, by }: ThreadStep, meeting: DemoMeeting): Promise<void> {
  const { key, kind, title, venue, presider, agenda, invited, present, lines } = meeting
  const said = <T>(result: Result<T>, step: string): T => must(result, `${step} of ${key}`)
  const when = (time: string): Promise<Context<Actor>> => teller.as(by, moment(time))
  const { id } = said(await meetingSteps.planMeeting(await when(meeting.plannedAt), { place: null, thread: teller.id(thread), body: null, kind, title, venue, presider, presiderOrg: null,
    presiderTied: false, clerkPost: null, quorum: null, startsAt: moment(meeting.from).toISOString(), endsAt: moment(meeting.to).toISOString() }), 'plan')
  const called = await when(meeting.calledAt)
  said(await meetingSteps.setAgenda(called, { id, items: agenda.map(([item, minutes]) => ({ title: item, minutes, intake: null })) }), 'agenda')
  said(await meetingSteps.invite(called, { id, drop: [], invitations: invited.map(({ role, party, org, label }) => ({ role, party: party ?? null, org: org ?? null, post: null, label })) }), 'invite')
  said(await meetingSteps.callMeeting(called, { id, photo: null }), 'call')
  const held = await when(meeting.from)
  said(await meetingSteps.startMeeting(held, { id }), 'start')
  said(await meetingSteps.enterPaperList(held, { id, count: present, photo: null }), 'list')
  said(await meetingSteps.writeLines(held, { id, lines: lines.map(([line, label, words], n) =>
    ({ id: newId(), agenda: null, placeIn: (n + 1) * 10, kind: line, label, words, struck: false, version: 0 })) }), 'lines')
  await tellResults(teller, await when(meeting.to), id, meeting)
  for (const n of meeting.heard) said(await threadSteps.hearParty(await when(meeting.to), { id: teller.id(thread), n, heard: 'spoke', words: null, meeting: id }), 'heard')
  said(await meetingSteps.endMeeting(await when(meeting.to), { id, attendance: present }), 'end')
  said(await meetingSteps.postMinutes(await when(meeting.postedAt), { id }), 'post')
  await settle(teller, id, meeting)
  if (meeting.approvedAt !== '') said(await meetingSteps.approveMinutes(await when(meeting.approvedAt), { id }), 'approve')
}

async function tellResults(teller: Teller, ctx: Context<Actor>, id: string, { key, resolutions, tasks = [], judged }: DemoMeeting): Promise<void> {
  const give = async (all: NonNullable<DemoMeeting['tasks']>, resolution: string | null): Promise<void> => {
    for (const { key: task, ...what } of all) teller.ids.set(task, must(await meetingSteps.addMeetingTask(ctx, { id, ...what, post: null, resolution }), task).id)
  }
  for (const [n, { tasks: own, ...one }] of resolutions.entries()) {
    const made = must(await meetingSteps.recordResolution(ctx, { id, ...one, power: null }), `resolution ${n + 1} of ${key}`)
    teller.ids.set(`${key} ${n + 1}`, made.id)
    await give(own, made.id)
  }
  if (judged) must(await meetingSteps.recordVerdicts(ctx, { id, hall: judged.hall, tasks: Object.entries(judged.tasks).map(([task, verdict]) => ({ id: teller.id(task), verdict })),
    resolutions: Object.entries(judged.resolutions).map(([resolution, verdict]) => ({ id: teller.id(resolution), verdict })) }), `verdicts of ${key}`)
  await give(tasks, null)
}

/** Gives the minutes the number that the demo's facts say, and takes back what nobody has to be told any more. */
async function settle({ tx, where: { district, path } }: Teller, id: string, { number }: DemoMeeting): Promise<void> {
  await actAs(tx, clockActor(district, path))
  await tx.deleteFrom('timer').where('subject', '=', id).execute()
  if (number === undefined) return
  await tx.updateTable('meeting').set({ number, number_n: Number(/(\d+)号$/.exec(number)?.[1]) }).where('district', '=', district).where('id', '=', id).execute()
}

async function tellStep(teller: Teller, step: ThreadStep): Promise<void> {
  if (step.move === 'meet') return tellMeeting(teller, step, step.meeting)
  const ctx = await teller.as(step.by, moment(step.at))
  const said = <T>(result: Result<T>): T => must(result, `${step.move} of ${step.thread} at ${step.at}`)
  if (step.move === 'start') {
    const { place, title, summary, parent } = step
    const origin = parent === undefined ? 'reception' : 'thread'
    teller.ids.set(step.thread, said(await threadSteps.startThread(ctx, { place, title, summary, origin, matters: [], parent: parent === undefined ? null : teller.id(parent), intake: null })).id)
    return
  }
  const id = teller.id(step.thread)
  switch (step.move) {
    case 'call': said(await threadSteps.callForVoices(ctx, { id, until: step.until })); return
    case 'go': said(await threadSteps.moveThread(ctx, { id, to: step.to, reason: step.reason })); return
    case 'sort':
      said(await threadSteps.sortThread(ctx, { id, decider: step.decider, basis: step.basis, meetings: step.meetings, major: step.major, why: step.why }))
      for (const { label, kind, org } of step.parties) said(await threadSteps.addParty(ctx, { id, label, kind, org: org ?? null, required: true }))
      return
    case 'vote': {
      const vote = await ctx.tx.selectFrom('vote').select('id').where('district', '=', teller.where.district).where('title', 'like', `%${step.title}%`).executeTakeFirst()
      said(await threadSteps.linkVote(ctx, { id, vote: vote?.id ?? '' }))
      return
    }
    case 'delay': said(await threadSteps.delayTask(ctx, { id: teller.id(step.task), to: step.to, why: step.why })); return
    case 'finish': said(await threadSteps.finishTask(ctx, { id: teller.id(step.task), result: step.result, dropped: false, photo: null })); return
    case 'speak': {
      const { words, name, channel, at } = step
      const clock = clockActor(teller.where.district, teller.where.path) // as the route does: a captain reaches no compound
      await actAs(teller.tx, clock)
      said(await sayFor({ tx: teller.tx, actor: clock, at: moment(at) }, { about: 'thread', subject: id, clause: null, replyTo: null, words, name, channel }, ctx.actor))
      return
    }
    case 'end': said(await threadSteps.endThread(ctx, { id, outcome: step.outcome, reason: step.reason }))
  }
}

/** Plans and calls the meeting that begins on the demo's morning. */
async function tellToday(teller: Teller): Promise<void> {
  const { by, place, title, venue, presider, calledAt, from, to, agenda, invited } = demoMeetingToday
  const ctx = await teller.as(by, moment(calledAt))
  const { id } = must(await meetingSteps.planMeeting(ctx, { place, thread: null, body: null, kind: 'talk', title, venue, presider, presiderOrg: null, presiderTied: false,
    clerkPost: null, quorum: null, startsAt: moment(from).toISOString(), endsAt: moment(to).toISOString() }), title)
  must(await meetingSteps.setAgenda(ctx, { id, items: agenda.map(([item, minutes]) => ({ title: item, minutes, intake: null })) }), title)
  must(await meetingSteps.invite(ctx, { id, drop: [], invitations: invited.map(([role, label]) => ({ role, party: null, org: null, post: null, label })) }), title)
  must(await meetingSteps.callMeeting(ctx, { id, photo: null }), title)
  await actAs(teller.tx, clockActor(teller.where.district, teller.where.path))
  await teller.tx.deleteFrom('timer').where('subject', '=', id).execute() // its reminder was yesterday
}

/** Does it once; answers how many steps were told, 0 when they are there already. Throws when a rule refuses a step. Votes have to be there. */
export const fillThreads = (db: Db, where: Where): Promise<number> => withScope(db, clockActor(where.district, where.path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district: where.district, name: DONE, value: '1' }).onConflict((c) => c.doNothing()).returning('name').execute()
  if (claimed.length === 0) return 0
  const teller = new Teller(tx, where)
  for (const step of demoThreads) await tellStep(teller, step)
  await tellToday(teller)
  await keepPast(tx, where.district, 'meeting')
  return demoThreads.length
})

/** Joins the matters that a thread began from, once the demo's matters are told. Answers how many are joined now. */
export const joinThreadMatters = (db: Db, { district, path }: Where): Promise<number> => withScope(db, clockActor(district, path), async (tx) => {
  for (const { compound, before, categories } of demoThreadMatters) {
    const thread = await tx.selectFrom('thread').select(['id', 'path', 'compound_path', 'started_at']).where('district', '=', district).where('place', '=', compound)
      .orderBy('started_at').limit(1).executeTakeFirst()
    if (!thread) continue
    const rows = await tx.selectFrom('matter').select('id').where('district', '=', district).where('compound', '=', compound).where('category', 'in', [...categories])
      .where('filed_at', '<', moment(`${before}T00:00`)).where('sensitive', 'is', null).orderBy('filed_at').execute()
    const { id, path: leg, compound_path, started_at } = thread
    if (rows.length > 0) await tx.insertInto('thread_matter').values(rows.map(({ id: matter }) => ({ district, thread: id, matter, path: leg, compound_path, added_at: started_at })))
      .onConflict((c) => c.doNothing()).execute()
    if (rows.length > 0) await tx.updateTable('thread').set({ origin: 'matters' }).where('district', '=', district).where('id', '=', id).execute()
  }
  return Number((await tx.selectFrom('thread_matter').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', district).executeTakeFirstOrThrow()).n)
})
