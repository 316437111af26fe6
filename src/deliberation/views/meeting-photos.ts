/** Which file of the photo store a photo of a meeting is, for those who may see it. */
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { holds, reachMeeting } from '../commands/meetings/on-meeting.ts'
import { meetingById } from '../store/meetings.ts'
import { isPublic } from './meeting-heads.ts'

/** [DM17] A photo of a meeting for who holds it: its notice, its paper list, or what an expert or a party wrote. Null for anybody else. */
export async function photoFile(tx: Tx, actor: Actor, id: string, photo: string): Promise<string | null> {
  const row = await meetingById(tx, actor.district, id)
  if (!row || !holds(actor, row)) return null
  if (photo === row.notice_photo || photo === row.list_photo) return photo
  await reachMeeting(tx, actor, row)
  const line = await tx.selectFrom('minute_line').select('file').where('district', '=', row.district).where('meeting', '=', id).where('file', '=', photo).executeTakeFirst()
  return line?.file ?? null
}

/** [DM17] The photo of the notice that hangs, for everybody, as soon as the meeting is public; never the list, which holds names. */
export async function noticeFile(tx: Tx, district: string, id: string): Promise<string | null> {
  const row = await meetingById(tx, district, id)
  return row && isPublic(row) ? row.notice_photo : null
}
