/** The clock of a task: once its day is over, who has it and who leads the thread or held the meeting are told, once a day that was promised. */
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db.ts'
import { cancelTimers, sendNotice, setTimer } from '../../../kit/jobs.ts'
import { addDays, startOf } from '../../../offices/index.ts'
import { meetingActs, type MeetingNotice } from '../../rules/meetings/index.ts'
import { threadActs } from '../../rules/threads/acts.ts'
import type { ThreadNotice } from '../../rules/threads/index.ts'
import { meetingById } from '../../store/meetings.ts'
import { lockThread } from '../../store/threads.ts'
import { recordMeeting } from '../meetings/on-meeting.ts'
import { recordThread, type Staff } from './on-thread.ts'
import { lockTask } from './lock-task.ts'

/** Timer: the day of a task is over. */
export const TASK_TIMER = 'task.late'

/** [DT14] Sets the one timer of an open task to the morning after its day; an earlier one falls away. */
export async function setTaskClock(tx: Tx, { district, id, due }: { readonly district: string; readonly id: string; readonly due: string }): Promise<void> {
  await stopTaskClock(tx, id)
  await setTimer(tx, { district, due: new Date(startOf(addDays(due, 1))), kind: TASK_TIMER, subject: id, facts: {} })
}

/** [DT14] A task that ended is no longer waited for. */
export const stopTaskClock = (tx: Tx, id: string): Promise<void> => cancelTimers(tx, id, [TASK_TIMER])

type Told = { readonly keeper: string; readonly org: string | null; readonly post: string | null; readonly ownerNotice: ThreadNotice | MeetingNotice; readonly keeperNotice: ThreadNotice | MeetingNotice
  readonly facts: { readonly [key: string]: string } }
/** The owner's post or organisation, and the keeper where that is somebody else. */
async function tellLate({ tx, at, actor: { district } }: Staff, { keeper, org, post, ownerNotice, keeperNotice, facts }: Told): Promise<void> {
  const owner = post !== null ? `post:${post}` : org !== null && org !== keeper ? `org:${org}` : null
  if (owner !== null) await sendNotice(tx, { district, channel: 'app', recipient: owner, template: ownerNotice, facts }, at)
  await sendNotice(tx, { district, channel: 'app', recipient: `org:${keeper}`, template: keeperNotice, facts }, at)
}

/** [DT14] For the clock: says that a task is over its day. One that ended or was given a later day meanwhile is left alone. */
export async function sayTaskLate(ctx: Staff, id: string): Promise<void> {
  const { tx, actor: { district } } = ctx
  const found = await tx.selectFrom('thread_task').select(['thread', 'meeting']).where('district', '=', district).where('id', '=', id).executeTakeFirst()
  const thread = found?.thread ? await lockThread(tx, district, found.thread) : undefined
  const task = found && await lockTask(tx, district, id)
  if (!task || task.state !== 'open' || task.due >= shanghaiDay(ctx.at)) return
  const facts = { task: id, due: task.due }
  if (thread) {
    await recordThread(ctx, thread, threadActs.state('thread.late', facts))
    return tellLate(ctx, { ...task, keeper: thread.keeper, ownerNotice: 'thread.your_task_late', keeperNotice: 'thread.task_late', facts: { thread: thread.id, ...facts } })
  }
  const meeting = found.meeting === null ? undefined : await meetingById(tx, district, found.meeting)
  if (!meeting) return
  await recordMeeting(ctx, meeting, meetingActs.state('meeting.task_late', facts))
  await tellLate(ctx, { ...task, keeper: meeting.keeper, ownerNotice: 'meeting.your_task_late', keeperNotice: 'meeting.task_late', facts: { meeting: meeting.id, ...facts } })
}
