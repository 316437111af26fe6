/** Tasks 干事: an owner and a day from the first moment, every delay with its reason, a result that everybody reads. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { threadActs } from '../../rules/threads/acts.ts'
import { inForce, mayAddTask, mayDelay, type TaskVerdict } from '../../rules/threads/index.ts'
import { lockThread, type ThreadRow } from '../../store/threads.ts'
import { takePhoto } from '../meetings/meeting-photos.ts'
import { keeps, onThread, reachThread, recordThread, type Done, type Staff } from './on-thread.ts'
import { lockTask } from './lock-task.ts'
import { publicWords } from './public-words.ts'
import { setTaskClock, stopTaskClock } from './task-clock.ts'

export type AddTask = {
  readonly place: string; readonly thread: string | null; readonly meeting: string | null; readonly resolution: string | null; readonly title: string
  readonly org: string | null; readonly post: string | null; readonly owner: string; readonly due: string | null
}

const ENDS: readonly string[] = ['ended', 'declined']
const threadEnded = { code: 'wrong_step', rule: 'DT7', explain: { zh: '这件事已经结束了，不再交任务。', en: 'The thread has ended: it gets no task any more.' } }
const wrongEnd = { code: 'wrong_step', rule: 'DT8', explain: { zh: '这一项已经结束了。', en: 'This task has ended.' } }

/**
 * [DT7] Gives somebody a task, for commands of meetings and threads that have checked whose step it is: an owner as the public reads it and a day
 * 'YYYY-MM-DD' that is not over, or it is refused. The thread is locked, so that it neither ends nor goes on while it gets a task. Answers its id.
 */
export async function addTask(ctx: Staff, input: AddTask): Promise<Result<{ readonly id: string }>> {
  const { tx, actor: { district } } = ctx
  const may = mayAddTask(input, shanghaiDay(ctx.at))
  if (!may.ok || input.due === null) return may.ok ? refuse(common.notFound) : may
  const clean = publicWords(input.title, input.owner)
  if (!clean.ok) return clean
  const [place, thread] = [await placeById(tx, district, input.place), input.thread === null ? null : await lockThread(tx, district, input.thread)]
  if (!place || thread === undefined) return refuse(common.notFound)
  if (thread && ENDS.includes(thread.step)) return refuse(threadEnded)
  const at = thread ?? { place: place.id, path: place.path, compound_path: place.compoundPath }
  const id = newId()
  await tx.insertInto('thread_task').values({
    district, id, place: at.place, path: at.path, compound_path: at.compound_path, thread: input.thread, meeting: input.meeting, resolution: input.resolution,
    title: input.title.trim(), org: input.org, post: input.post, owner: input.owner.trim(), due: input.due, state: 'open',
  }).execute()
  await setTaskClock(tx, { district, id, due: input.due })
  if (thread) await recordThread(ctx, thread, threadActs.state('thread.task', { task: id, due: input.due, resolution: input.resolution ?? undefined }))
  return ok({ id })
}

export type ThreadTask = Omit<AddTask, 'place' | 'thread' | 'meeting' | 'due'> & { readonly id: string; readonly due: string }
const notInForce = { code: 'not_in_force', rule: 'DT7', explain: { zh: '任务要挂在一条生效的决议上。', en: 'A task belongs to a resolution in force.' } }

/** [DT7] The keeper gives a task to carry out a resolution in force. */
export const addThreadTask = (ctx: Staff, { id, ...task }: ThreadTask): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  if (task.resolution !== null && !inForce(facts).some((one) => one.id === task.resolution)) return refuse(notInForce)
  if (row.step !== 'do' && row.step !== 'deliberate') return refuse({ ...notInForce, code: 'wrong_step', explain: { zh: '议定以后才交任务。', en: 'Tasks are given once it is decided.' } })
  const resolved = task.resolution === null ? undefined : await ctx.tx.selectFrom('resolution').select('meeting').where('district', '=', row.district)
    .where('id', '=', task.resolution).executeTakeFirst()
  const added = await addTask(ctx, { ...task, place: row.place, thread: id, meeting: resolved?.meeting ?? null })
  return added.ok ? ok({ id: added.value.id, step: row.step }) : added
})

type TaskRow = NonNullable<Awaited<ReturnType<typeof lockTask>>>
const notOwner = { code: 'not_yours', rule: 'DT8', explain: { zh: '这一项由承办的人或牵头单位来写。', en: 'This is for who does the task, or who leads the thread.' } }

/** Locks a task of a thread for who does it and for the thread's keeper. The thread is locked first, so that two steps never wait for each other. */
async function onTask(ctx: Staff, id: string, step: (task: TaskRow, at: ThreadRow) => Promise<Result<Done>>): Promise<Result<Done>> {
  const { tx, actor } = ctx
  const found = await tx.selectFrom('thread_task').select(['thread', 'path', 'compound_path']).where('district', '=', actor.district).where('id', '=', id).executeTakeFirst()
  if (found) await reachThread(tx, actor, found)
  const thread = found?.thread ? await lockThread(tx, actor.district, found.thread) : undefined
  const task = thread && await lockTask(tx, actor.district, id)
  if (!task) return refuse(common.notFound)
  const owns = keeps(actor, thread) || (task.org !== null && actor.orgs.includes(task.org)) || (task.post !== null && actor.post === task.post)
  return owns ? step(task, thread) : refuse(notOwner)
}

/** [DT8] A later day, with the reason; each stays in the story. */
export const delayTask = (ctx: Staff, { id, to, why }: { readonly id: string; readonly to: string; readonly why: string }): Promise<Result<Done>> =>
  onTask(ctx, id, async (task, thread) => {
    const [may, clean] = [mayDelay(task, to, why, shanghaiDay(ctx.at)), publicWords(why)]
    if (!may.ok) return may
    if (!clean.ok) return clean
    const one = JSON.stringify([{ from: task.due, to, why: why.trim(), at: ctx.at.toISOString() }])
    await ctx.tx.updateTable('thread_task').set({ due: to, delays: sql`delays || ${one}::jsonb`, version: sql<number>`version + 1` })
      .where('district', '=', thread.district).where('id', '=', id).execute()
    await setTaskClock(ctx.tx, { district: thread.district, id, due: to })
    await recordThread(ctx, thread, threadActs.state('thread.delay', { task: id, from: task.due, to }))
    return ok({ id, step: thread.step })
  })

export type FinishTask = { readonly id: string; readonly result: string; readonly dropped: boolean
  /** The claim of the photo of what came of it, sent before. */
  readonly photo: string | null }
const noResult = { code: 'no_result', rule: 'DT8', explain: { zh: '办成了什么，写一句，大家看得到。', en: 'Say what came of it; everybody reads it.' } }

/** [DT8] Done, or dropped with the reason: what came of it in words, and a photo, that everybody reads. */
export const finishTask = (ctx: Staff, { id, result, dropped, photo }: FinishTask): Promise<Result<Done>> => onTask(ctx, id, async (task, thread) => {
  if (task.state !== 'open') return refuse(wrongEnd)
  if (result.trim().length < 4) return refuse(noResult)
  const clean = publicWords(result)
  if (!clean.ok) return clean
  const taken = await takePhoto(ctx, photo)
  if (!taken.ok) return taken
  const today = shanghaiDay(ctx.at)
  await ctx.tx.updateTable('thread_task').set({ state: dropped ? 'dropped' : 'done', done_on: dropped ? null : today, ended_at: ctx.at, result: result.trim(), photo: taken.value, version: sql<number>`version + 1` })
    .where('district', '=', thread.district).where('id', '=', id).execute()
  await stopTaskClock(ctx.tx, id)
  await recordThread(ctx, thread, threadActs.state('thread.done', { task: id, dropped, late: today > task.due }))
  return ok({ id, step: thread.step })
})

/** [DT9] The keeper writes down how a task was judged, and in which evaluation. */
export async function judgeTask(ctx: Staff, { id, verdict, meeting }: { readonly id: string; readonly verdict: TaskVerdict; readonly meeting: string | null }): Promise<Result<Done>> {
  const found = await ctx.tx.selectFrom('thread_task').select(['thread', 'state']).where('district', '=', ctx.actor.district).where('id', '=', id).executeTakeFirst()
  if (!found?.thread) return refuse(common.notFound)
  return onThread(ctx, found.thread, async ({ row }) => {
    if (row.step !== 'judge' || found.state === 'open') return refuse({ ...wrongEnd, explain: { zh: '办完了，到评事时再评。', en: 'Tasks are judged when they are done.' } })
    await ctx.tx.updateTable('thread_task').set({ verdict, judged_in: meeting, version: sql<number>`version + 1` }).where('district', '=', row.district).where('id', '=', id).execute()
    await recordThread(ctx, row, threadActs.state('thread.judge_task', { task: id, verdict }))
    return ok({ id, step: row.step })
  })
}
