/** The clerk of a meeting: who writes its minutes beside who planned it. */
import { shanghaiDay } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db.ts'
import { sendNotice } from '../../../kit/jobs.ts'
import { ok, type Result } from '../../../kit/pure.ts'
import { membersOf } from '../../../offices/index.ts'
import { mayBeClerk, meetingActs, type MeetingNotice } from '../../rules/meetings/index.ts'
import { changeMeeting, type MeetingRow } from '../../store/meetings.ts'
import { seatsOn } from '../../views/bodies.ts'
import { onMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

export type Clerk = { readonly post: string; readonly title: string }

/** [DM18] The posts that a clerk may hold: those of the keeper in which somebody is, and the seats of the body that are a post's, on a day 'YYYY-MM-DD'. */
export async function clerksFor(tx: Tx, { district, keeper, body }: Pick<MeetingRow, 'district' | 'keeper' | 'body'>, day: string): Promise<readonly Clerk[]> {
  const [own, seats] = [await membersOf(tx, district, keeper, day), body === null ? [] : await seatsOn(tx, district, body, day)]
  const all = [...own.map(({ post, title, name }) => ({ post, title: `${title} ${name}` })), ...seats.flatMap(({ post, label }) => (post === null ? [] : [{ post, title: label }]))]
  return [...new Map(all.reverse().map((one) => [one.post, one])).values()].reverse()
}

/** [DM18] Chooses the clerk, until the minutes are posted. Who is chosen is told. */
export const setClerk = (ctx: Staff, { id, post }: { readonly id: string; readonly post: string }): Promise<Result<Done>> => onMeeting(ctx, id, 'clerk', async ({ row }) => {
  const may = mayBeClerk(post, await clerksFor(ctx.tx, row, shanghaiDay(ctx.at)))
  if (!may.ok) return may
  if (post === row.clerk_post) return ok({ id, state: row.state })
  await changeMeeting(ctx.tx, row, { clerk_post: post })
  await recordMeeting(ctx, row, meetingActs.state('meeting.clerk', { clerk: post }))
  if (post !== ctx.actor.post) await sendNotice(ctx.tx, { district: row.district, channel: 'app', recipient: `post:${post}`, template: 'meeting.clerk' satisfies MeetingNotice, facts: { meeting: id } }, ctx.at)
  return ok({ id, state: row.state })
})
