/** What waits for a thread's keeper by the calendar: silence never closes anything, it only reminds. [DT11] */
import { civilDay, daysOf, type Said } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'
import type { Step } from './words.ts'

export const TODOS = ['title', 'call', 'call_over', 'task_late', 'task_soon', 'verdict'] as const
export type Todo = (typeof TODOS)[number]
export const todoWords: Readonly<Record<Todo, Said>> = {
  title: { zh: '题目等您定', en: 'Title to be approved' }, call: { zh: '还没贴征集', en: 'Call not posted' }, call_over: { zh: '征集到期了，可以议了', en: 'The call is over' },
  task_late: { zh: '有任务过了日子', en: 'A task is overdue' }, task_soon: { zh: '有任务快到日子了', en: 'A task is nearly due' },
  verdict: { zh: '请评一周了，还没有人评', en: 'Asked to judge a week ago, nobody has' },
}
/** So many days before its day a task is said to be nearly due. Our own default. */
export const SOON_DAYS = 3
/** Whether an open task is over its day, nearly due, or neither. [DT14] */
export const dueSign = (due: CivilDay, today: CivilDay): 'late' | 'soon' | null => (due < today ? 'late' : due <= civilDay(daysOf(today) + SOON_DAYS) ? 'soon' : null)
/** After so many days of asking without one verdict the keeper is reminded. Our own default. */
export const ASK_AGAIN_DAYS = 7

export type Glance = { readonly step: Step; readonly summary: string; readonly callUntil: CivilDay | null; readonly nextDue: CivilDay | null
  readonly verdicts: number; readonly since: CivilDay }

/** What waits, most pressing first. Days are civil; `since`: when it came to its step; `nextDue`: the earliest day of an open task. */
export function todoOf({ step, summary, callUntil, nextDue, verdicts, since }: Glance, today: CivilDay): readonly Todo[] {
  const running = step === 'do' || step === 'deliberate'
  return [
    ...(running && nextDue !== null && dueSign(nextDue, today) === 'late' ? ['task_late' as const] : []),
    ...((step === 'voice' || step === 'sort') && summary === '' ? ['title' as const] : []),
    ...((step === 'voice' || step === 'sort') && summary !== '' && callUntil === null ? ['call' as const] : []),
    ...((step === 'voice' || step === 'sort') && callUntil !== null && callUntil < today ? ['call_over' as const] : []),
    ...(running && nextDue !== null && dueSign(nextDue, today) === 'soon' ? ['task_soon' as const] : []),
    ...(step === 'judge' && verdicts === 0 && daysOf(today) - daysOf(since) >= ASK_AGAIN_DAYS ? ['verdict' as const] : []),
  ]
}
