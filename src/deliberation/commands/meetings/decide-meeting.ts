/** What a meeting decides, and how it comes into force: resolutions, tasks, posted minutes, objections, approval. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { setTimer } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { addDays, startOf, workingTime } from '../../../offices/index.ts'
import { inForce, mayApprove, mayBeLabel, mayBePublic, mayObject, mayPost, meetingActs, minutesNumber, numberPrefix, objectionsEnd, resolve, type ResolutionState } from '../../rules/meetings/index.ts'
import { bodyById } from '../../store/bodies.ts'
import { decidersAt, legOf, linesOf, objectionsOf, tasksIn } from '../../store/meeting-parts.ts'
import { changeMeeting, changeResolution, lockMeeting, mapMeeting, resolutionsIn, type MeetingRow } from '../../store/meetings.ts'
import { lockThread, threadById } from '../../store/threads.ts'
import { maySpeak } from '../speech/may-speak.ts'
import { addTask } from '../threads/tasks.ts'
import { unjudgedOf } from './judge.ts'
import { onMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

/** Timers: the days of objections have ended; the day of evaluation has passed. */
export const OBJECTIONS_TIMER = 'meeting.objections'
export const EVALUATE_TIMER = 'meeting.evaluate'

const notPublic = { code: 'private_words', rule: 'DM16', explain: { zh: '决议要公布，不要写电话、门牌和人名。', en: 'Resolutions are public: no telephone, door number or name.' } }

export type RecordResolution = { readonly id: string; readonly words: string; readonly yes: number; readonly no: number; readonly abstained: number
  readonly minority: string; readonly evaluateOn: string | null; readonly power: string | null }
/** [DM10] [DM11] Records a resolution with its count. Answers its id and what became of it. */
export const recordResolution = (ctx: Staff, { id, ...input }: RecordResolution): Promise<Result<Done>> => onMeeting(ctx, id, 'resolve', async ({ row, meeting }) => {
  const { tx, at } = ctx
  if (!mayBePublic(input.words) || !mayBePublic(input.minority)) return refuse(notPublic)
  const [thread, body] = [row.thread === null ? undefined : await threadById(tx, row.district, row.thread), row.body === null ? undefined : await bodyById(tx, row.district, row.body)]
  const present = await decidersAt(tx, row)
  const made = resolve(meeting, input, { present, decider: thread?.decider ?? null, powers: body?.powers ?? null, today: shanghaiDay(at) })
  if (!made.ok) return made
  const { carried, state, evaluateOn } = made.value
  const n = (await resolutionsIn(tx, row.district, [id])).length + 1
  const resolution = newId()
  await tx.insertInto('resolution').values({ ...legOf(row), id: resolution, thread: row.thread, n, words: input.words, yes: input.yes, no: input.no, abstained: input.abstained,
    minority: input.minority.trim(), carried, state, evaluate_on: evaluateOn, power: input.power, vote: state === 'to_vote' ? thread?.vote ?? null : null }).execute()
  await recordMeeting(ctx, row, meetingActs.state('meeting.resolve', { n, yes: input.yes, no: input.no, abstained: input.abstained, present, carried, to: state,
    evaluate: evaluateOn ?? undefined }))
  return ok({ id: resolution, state })
})

export type MeetingTask = { readonly id: string; readonly resolution: string | null; readonly title: string; readonly org: string | null; readonly post: string | null
  readonly owner: string; readonly due: string }
/** [DM13] Gives somebody a task at the meeting, with owner and day; of a carried resolution, or of none. */
export const addMeetingTask = (ctx: Staff, { id, ...task }: MeetingTask): Promise<Result<Done>> => onMeeting(ctx, id, 'task', async ({ row }) => {
  if (!mayBePublic(task.title) || !mayBeLabel(task.owner)) return refuse(notPublic)
  if (task.resolution !== null && !(await resolutionsIn(ctx.tx, row.district, [id])).some((one) => one.id === task.resolution && one.carried)) return refuse(common.notFound)
  const added = await addTask(ctx, { ...task, place: row.place, thread: row.thread, meeting: id })
  if (!added.ok) return added
  await recordMeeting(ctx, row, meetingActs.state('meeting.task', { task: added.value.id, due: task.due }))
  return ok({ id: added.value.id, state: row.state })
})

/** The next number of a keeper in a year; the lock keeps two meetings from taking the same. */
async function nextNumber({ tx }: Staff, { district, keeper, place }: MeetingRow, year: number): Promise<{ readonly n: number; readonly number: string }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`minutes ${keeper} ${year}`}, 0))`.execute(tx)
  const { last } = await tx.selectFrom('meeting').select((e) => e.fn.max('number_n').as('last')).where('district', '=', district).where('keeper', '=', keeper)
    .where('number_year', '=', year).executeTakeFirstOrThrow()
  const org = await tx.selectFrom('org as o').innerJoin('place as p', (j) => j.onRef('p.district', '=', 'o.district').onRef('p.id', '=', 'o.place'))
    .select(['o.kind', 'p.name']).where('o.district', '=', district).where('o.id', '=', keeper).executeTakeFirst()
  const n = Number(last ?? 0) + 1
  const name = org?.name ?? (await tx.selectFrom('place').select('name').where('district', '=', district).where('id', '=', place).executeTakeFirstOrThrow()).name
  return { n, number: minutesNumber(numberPrefix(org?.kind ?? '', name), year, n) }
}

/** [DM13] [DM14] Posts the minutes with their number. Objections run for their working days; then what was carried holds. */
export const postMinutes = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => onMeeting(ctx, id, 'post', async ({ row, meeting }) => {
  const { tx, at } = ctx
  const [lines, resolutions, tasks] = [(await linesOf(tx, row)).filter(({ struck }) => !struck), await resolutionsIn(tx, row.district, [id]), await tasksIn(tx, row)]
  const may = mayPost(meeting, {
    lines: lines.length, privateLines: lines.flatMap(({ words, label }, n) => (mayBePublic(words) && mayBeLabel(label) ? [] : [n + 1])),
    resolutions: resolutions.map(({ id: of, n, carried }) => ({ n, carried, tasks: tasks.filter(({ resolution }) => resolution === of).length })),
    unjudged: row.kind === 'evaluation' ? await unjudgedOf(tx, row) : 0, hall: row.hall_satisfied !== null,
  })
  if (!may.ok) return may
  const today = shanghaiDay(at)
  const until = objectionsEnd(today, (await workingTime(tx, row.district, at)).calendar)
  const year = Number(today.slice(0, 4))
  const { n, number } = await nextNumber(ctx, row, year)
  await changeMeeting(tx, row, { state: 'posted', objections_until: until, number, number_n: n, number_year: year })
  const morning = (day: string): Date => new Date(startOf(addDays(day, 1)))
  await setTimer(tx, { district: row.district, due: morning(until), kind: OBJECTIONS_TIMER, subject: id, facts: {} })
  for (const one of resolutions) if (one.evaluate_on !== null) await setTimer(tx, { district: row.district, due: morning(one.evaluate_on), kind: EVALUATE_TIMER, subject: id, facts: { n: one.n } })
  await recordMeeting(ctx, row, meetingActs.state('meeting.post', { until, resolutions: resolutions.length }))
  return ok({ id, state: 'posted' })
})

export type Objection = { readonly id: string; readonly resolution: string | null; readonly words: string }
async function keepObjection(ctx: Staff, row: MeetingRow, { resolution, words }: Objection, who: { readonly speaker: string | null; readonly label: string }): Promise<Result<Done>> {
  const { tx, at } = ctx
  const may = mayObject(mapMeeting(row), shanghaiDay(at))
  if (!may.ok) return may
  const against = resolution === null ? null : (await resolutionsIn(tx, row.district, [row.id])).find((one) => one.id === resolution)
  if (against === undefined) return refuse(common.notFound)
  if (!mayBePublic(words) || !mayBeLabel(who.label)) return refuse({ ...notPublic, explain: { zh: '异议会公布，不要写电话、门牌和人名。您写的还在。', en: 'Objections are public: no telephone, door number or name. What you wrote is kept.' } })
  const id = newId()
  await tx.insertInto('meeting_objection').values({ ...legOf(row), id, resolution, speaker: who.speaker, label: who.label, words, at }).execute()
  await recordMeeting(ctx, row, meetingActs.state('meeting.object', { objection: id, n: against?.n, channel: who.speaker === null ? 'paper' : 'phone' }))
  return ok({ id, state: row.state })
}

/** [DM13] Somebody objects to posted minutes, by phone. Run as the clock. */
export async function objectToMinutes(ctx: Staff, { speaker, ...input }: Objection & { readonly speaker: string }): Promise<Result<Done>> {
  const row = await lockMeeting(ctx.tx, ctx.actor.district, input.id)
  if (!row || row.state === 'planned') return refuse(common.notFound)
  const who = await maySpeak(ctx.tx, ctx.actor.district, speaker, ctx.at)
  return who.ok ? keepObjection(ctx, row, input, { speaker, label: who.value.name }) : who
}

/** [DM13] An objection on paper, written down by who holds the meeting. */
export const enterObjection = (ctx: Staff, { label, ...input }: Objection & { readonly label: string }): Promise<Result<Done>> =>
  onMeeting(ctx, input.id, 'object', ({ row }) => keepObjection(ctx, row, input, { speaker: null, label }))

/** Puts in force what may be. Answers how many. */
async function putInForce(ctx: Staff, row: MeetingRow): Promise<number> {
  const today = shanghaiDay(ctx.at)
  const objections = (await objectionsOf(ctx.tx, row)).map(({ resolution, answer }) => ({ resolution, answered: answer !== null }))
  const due = (await resolutionsIn(ctx.tx, row.district, [row.id]))
    .filter(({ id, state }) => inForce(mapMeeting(row), { id, state: state as ResolutionState }, objections, today)) // the table's check
  for (const one of due) {
    await changeResolution(ctx.tx, one, { state: 'in_force', in_force_on: today })
    await recordMeeting(ctx, row, meetingActs.state('meeting.force', { n: one.n }))
  }
  return due.length
}

/** [DM13] For the clock, once the days of objections are over. */
export async function endObjections(ctx: Staff, id: string): Promise<void> {
  const row = await lockMeeting(ctx.tx, ctx.actor.district, id)
  if (row) await putInForce(ctx, row)
}

export type AnswerObjection = { readonly id: string; readonly objection: string; readonly answer: string; readonly withdraw: boolean }
const answered = { code: 'answered', rule: 'DM13', explain: { zh: '这一条已经答复了。', en: 'It was answered already.' } }
const noneToWithdraw = { code: 'none_to_withdraw', rule: 'DM13', explain: { zh: '这条异议不是对哪一项决议的，撤不了。', en: 'It is against no resolution that could be withdrawn.' } }
/** [DM13] Answers an objection for everybody to read; where it is right, the resolution is withdrawn and its open tasks are dropped. */
export const answerObjection = (ctx: Staff, { id, objection, answer, withdraw }: AnswerObjection): Promise<Result<Done>> => onMeeting(ctx, id, 'answer_objection', async ({ row }) => {
  const { tx, at } = ctx
  const one = (await objectionsOf(tx, row)).find((of) => of.id === objection)
  if (!one) return refuse(common.notFound)
  if (one.answer !== null) return refuse(answered)
  if (!mayBePublic(answer)) return refuse(notPublic)
  const resolution = (await resolutionsIn(tx, row.district, [id])).find((of) => of.id === one.resolution && ['open', 'to_vote'].includes(of.state))
  if (withdraw && !resolution) return refuse(noneToWithdraw)
  await tx.updateTable('meeting_objection').set({ answer, answered_at: at }).where('district', '=', row.district).where('id', '=', objection).execute()
  if (withdraw && resolution) {
    if (row.thread !== null) await lockThread(tx, row.district, row.thread) // it must not go on by what is withdrawn here
    await changeResolution(tx, resolution, { state: 'withdrawn' })
    await tx.updateTable('thread_task').set({ state: 'dropped', result: '决议撤回，不再办。', ended_at: at }).where('district', '=', row.district).where('resolution', '=', resolution.id)
      .where('state', '=', 'open').execute()
  }
  await recordMeeting(ctx, row, meetingActs.state('meeting.reply', { objection, withdrawn: withdraw }))
  await putInForce(ctx, row)
  return ok({ id, state: row.state })
})

/** [DM13] Approves the minutes once objections are over and answered. */
export const approveMinutes = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => onMeeting(ctx, id, 'approve', async ({ row, meeting }) => {
  const objections = await objectionsOf(ctx.tx, row)
  const may = mayApprove(meeting, objections.map(({ resolution, answer }) => ({ resolution, answered: answer !== null })), shanghaiDay(ctx.at))
  if (!may.ok) return may
  await putInForce(ctx, row)
  await changeMeeting(ctx.tx, row, { state: 'approved', approved_at: ctx.at })
  await recordMeeting(ctx, row, meetingActs.state('meeting.approve', { objections: objections.length }))
  return ok({ id, state: 'approved' })
})
