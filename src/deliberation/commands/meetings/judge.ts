/** Judging what was decided: at an evaluation of the thread, or at a body's next meeting for what it decided itself. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { sendNotice } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { meetingActs, overdue, type MeetingNotice, type ResolutionVerdict, type TaskVerdict } from '../../rules/meetings/index.ts'
import { presentAt, tasksIn, tasksOfThread, type TaskRow } from '../../store/meeting-parts.ts'
import { changeMeeting, changeResolution, lockMeeting, meetingsOfBody, resolutionsIn, resolutionsOf, type MeetingRow, type ResolutionRow } from '../../store/meetings.ts'
import { threadById } from '../../store/threads.ts'
import { judgeTask } from '../threads/tasks.ts'
import { onMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

const HOLDS: readonly string[] = ['in_force', 'to_vote']
export type ToJudge = { readonly resolutions: readonly ResolutionRow[]; readonly tasks: readonly TaskRow[] }
/** [DM15] What a meeting has to judge: of the thread what holds and what is done, of a body what its own earlier meetings decided. */
export async function toJudge(tx: Tx, row: MeetingRow): Promise<ToJudge> {
  const { district, id } = row
  const mine = ({ judged_in, verdict }: { readonly judged_in: string | null; readonly verdict: string | null }): boolean => verdict === null || judged_in === id
  if (row.kind === 'evaluation' && row.thread !== null) return {
    resolutions: (await resolutionsOf(tx, district, row.thread)).filter((one) => HOLDS.includes(one.state) && one.meeting !== id && mine(one)),
    tasks: (await tasksOfThread(tx, district, row.thread)).filter((one) => one.state === 'done' && one.meeting !== id && mine(one)),
  }
  if (row.kind !== 'regular' || row.body === null) return { resolutions: [], tasks: [] }
  const earlier = (await meetingsOfBody(tx, district, row.body)).filter((one) => one.id !== id && one.thread === null && one.starts_at < row.starts_at)
  const tasks = await Promise.all(earlier.map((one) => tasksIn(tx, one)))
  return { resolutions: (await resolutionsIn(tx, district, earlier.map((one) => one.id))).filter((one) => HOLDS.includes(one.state) && mine(one)),
    tasks: tasks.flat().filter((one) => one.state === 'done' && mine(one)) }
}

/** How much of it has no verdict yet. */
export async function unjudgedOf(tx: Tx, row: MeetingRow): Promise<number> {
  const { resolutions, tasks } = await toJudge(tx, row)
  return [...resolutions, ...tasks].filter(({ verdict }) => verdict === null).length
}

export type RecordVerdicts = { readonly id: string; readonly resolutions: readonly { readonly id: string; readonly verdict: ResolutionVerdict }[]
  readonly tasks: readonly { readonly id: string; readonly verdict: TaskVerdict }[]
  readonly hall: { readonly satisfied: number; readonly accepted: number; readonly not: number } | null }
const wrongStep = { code: 'wrong_step', rule: 'DM15', explain: { zh: '这条议事线还没到评事。', en: 'The thread is not being judged yet.' } }
const notHall = { code: 'no_hall_here', rule: 'DM15', explain: { zh: '现场人数只在评议会上记。', en: 'Hands are counted at an evaluation.' } }

/** [DM15] Writes down how resolutions and tasks were judged, and how many in the hall are satisfied. */
export const recordVerdicts = (ctx: Staff, { id, resolutions, tasks, hall }: RecordVerdicts): Promise<Result<Done>> => onMeeting(ctx, id, 'judge', async ({ row }) => {
  const { tx, at } = ctx
  if (row.thread !== null && (await threadById(tx, row.district, row.thread))?.step !== 'judge') return refuse(wrongStep)
  const may = await toJudge(tx, row)
  if (resolutions.some((one) => !may.resolutions.some((of) => of.id === one.id)) || tasks.some((one) => !may.tasks.some((of) => of.id === one.id))) return refuse(common.notFound)
  if (hall !== null) {
    if (row.kind !== 'evaluation') return refuse(notHall)
    const [hands, present] = [hall.satisfied + hall.accepted + hall.not, await presentAt(tx, row)]
    if (hands > present) return refuse({ code: 'count_over', rule: 'DM15', explain: { zh: `举手一共 ${hands}，到会只有 ${present} 人。`, en: `${hands} hands, ${present} people.` } })
    await changeMeeting(tx, row, { hall_satisfied: hall.satisfied, hall_accepted: hall.accepted, hall_not: hall.not })
  }
  for (const { id: resolution, verdict } of resolutions) await changeResolution(tx, { district: row.district, id: resolution }, { verdict, judged_at: at, judged_in: id })
  for (const { id: task, verdict } of tasks) {
    const judged = row.thread === null ? await judgeOwn(ctx, row, task, verdict) : await judgeTask(ctx, { id: task, verdict, meeting: id })
    if (!judged.ok) return judged
  }
  await recordMeeting(ctx, row, meetingActs.state('meeting.judge', { resolutions: resolutions.length, tasks: tasks.length, satisfied: hall?.satisfied, accepted: hall?.accepted,
    not: hall?.not }))
  return ok({ id, state: row.state })
})

async function judgeOwn({ tx }: Staff, { district, id }: MeetingRow, task: string, verdict: TaskVerdict): Promise<Result<true>> {
  await tx.updateTable('thread_task').set({ verdict, judged_in: id, version: sql<number>`version + 1` }).where('district', '=', district).where('id', '=', task).execute()
  return ok(true)
}

/** [DM15] For the clock: says that a resolution of a meeting should have been judged by its day. */
export async function sayOverdue(ctx: Staff, id: string, n: number): Promise<void> {
  const row = await lockMeeting(ctx.tx, ctx.actor.district, id)
  const one = row && (await resolutionsIn(ctx.tx, row.district, [id])).find((of) => of.n === n)
  if (!one || !overdue({ ...one, evaluateOn: one.evaluate_on }, shanghaiDay(ctx.at)) || one.evaluate_on === null) return
  await recordMeeting(ctx, row, meetingActs.state('meeting.overdue', { n, due: one.evaluate_on }))
  await sendNotice(ctx.tx, { district: row.district, channel: 'app', recipient: `org:${row.keeper}`, template: 'meeting.evaluate_overdue' satisfies MeetingNotice, facts: { meeting: id, n } }, ctx.at)
}
