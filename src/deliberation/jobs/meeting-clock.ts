import type { TimerHandler } from '../../kit/jobs.ts'
import { clockActor } from '../../trust/index.ts'
import { REMIND_TIMER, remind } from '../commands/meetings/call-meeting.ts'
import { endObjections, EVALUATE_TIMER, OBJECTIONS_TIMER } from '../commands/meetings/decide-meeting.ts'
import { sayOverdue } from '../commands/meetings/judge.ts'
import { sayTaskLate, TASK_TIMER } from '../commands/threads/task-clock.ts'

/** Timers of meetings: reminders, resolutions in force once objections are over, evaluations and tasks that are overdue. `pathOf` gives the district's path. */
export const meetingTimers = (pathOf: (district: string) => string): ReadonlyMap<string, TimerHandler> => new Map<string, TimerHandler>([
  [REMIND_TIMER, async (tx, timer, at) => { await remind({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, timer.subject) }],
  [OBJECTIONS_TIMER, async (tx, timer, at) => { await endObjections({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, timer.subject) }],
  [TASK_TIMER, async (tx, timer, at) => { await sayTaskLate({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, timer.subject) }],
  [EVALUATE_TIMER, async (tx, timer, at) => {
    await sayOverdue({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, timer.subject, Number(timer.facts['n']))
  }],
])
