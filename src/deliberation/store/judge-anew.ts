import type { Tx } from '../../kit/db.ts'
import type { ResolutionVerdict } from '../rules/meetings/index.ts'
import type { Facts, TaskVerdict } from '../rules/threads/index.ts'
import type { ThreadRow } from './threads.ts'

/** What had been judged of a thread when it was taken back, as its step keeps it for the story. */
export type WasJudged = Facts['verdicts'] & {
  readonly resolutions: { readonly n: number; readonly verdict: ResolutionVerdict }[]; readonly tasks: { readonly title: string; readonly verdict: TaskVerdict }[]
}

/** [DT13] Takes the verdicts of a thread's resolutions and tasks away, so that they are judged anew; answers what they were, null where there was none. */
export async function judgeAnew(tx: Tx, { district, id }: Pick<ThreadRow, 'district' | 'id'>, given: Facts['verdicts']): Promise<WasJudged | null> {
  const resolutions = await tx.selectFrom('resolution').select(['n', 'verdict']).where('district', '=', district).where('thread', '=', id).where('verdict', 'is not', null).orderBy('id').execute()
  const tasks = await tx.selectFrom('thread_task').select(['title', 'verdict']).where('district', '=', district).where('thread', '=', id).where('verdict', 'is not', null).orderBy('id').execute()
  if (resolutions.length > 0) await tx.updateTable('resolution').set({ verdict: null, judged_at: null, judged_in: null }).where('district', '=', district).where('thread', '=', id)
    .where('verdict', 'is not', null).execute()
  if (tasks.length > 0) await tx.updateTable('thread_task').set({ verdict: null, judged_in: null }).where('district', '=', district).where('thread', '=', id).where('verdict', 'is not', null).execute()
  const none = given.satisfied + given.accepted + given.not + resolutions.length + tasks.length === 0
  return none ? null : { ...given, resolutions: resolutions as WasJudged['resolutions'], tasks: tasks as WasJudged['tasks'] } // the tables' checks
}
