/** Photos of a meeting: the notice that hangs, and the paper list. They are sent before, and named by the claim that sending them gave. */
import { readCode, sha256 } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { meetingActs } from '../../rules/meetings/index.ts'
import { changeMeeting } from '../../store/meetings.ts'
import { onMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

const gone = { code: 'photo_gone', rule: 'DM17', explain: { zh: '这张照片没传上来，请重新选一次。', en: 'This photo did not arrive: choose it again.' } }

/** [DM17] The file of a photo that was sent before, by its claim, which can be taken once; null where there is no photo. */
export async function takePhoto({ tx, actor: { district } }: Staff, claim: string | null): Promise<Result<string | null>> {
  if (claim === null) return ok(null)
  const taken = await tx.deleteFrom('upload').where('district', '=', district).where('claim', '=', sha256(readCode(claim))).returning('file').executeTakeFirst()
  return taken ? ok(taken.file) : refuse(gone)
}

/** What a photo of a meeting shows. */
export const PHOTOS_OF = ['notice', 'list'] as const
export type KeepPhoto = { readonly id: string; readonly of: (typeof PHOTOS_OF)[number]; readonly photo: string }

/** [DM17] Keeps the photo of the posted notice or of the paper list from the call until the minutes are posted; a newer one stands in its place. */
export const keepMeetingPhoto = (ctx: Staff, { id, of, photo }: KeepPhoto): Promise<Result<Done>> => onMeeting(ctx, id, 'attend', async ({ row }) => {
  const taken = await takePhoto(ctx, photo)
  if (!taken.ok) return taken
  await changeMeeting(ctx.tx, row, of === 'notice' ? { notice_photo: taken.value } : { list_photo: taken.value })
  await recordMeeting(ctx, row, meetingActs.state('meeting.photo', { of }))
  return ok({ id, state: row.state })
})
