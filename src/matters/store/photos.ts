import type { Context } from '../../kit/command.ts'
import { newId, readCode, sha256 } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { legsOf } from './apply-change.ts'
import type { Row } from './load-matter.ts'

export type Phase = 'before' | 'after'
/** Photos one matter may have. */
export const PHOTO_LIMIT = 9

const gone = {
  code: 'photo_gone', rule: 'M20', explain: { zh: '有照片没传上来，请重新选一次。您写的还在。', en: 'A photo did not arrive: choose it again. What you wrote is kept.' },
}
const tooMany = { code: 'too_many_photos', rule: 'M20', explain: { zh: `一件事最多${PHOTO_LIMIT}张照片。`, en: `At most ${PHOTO_LIMIT} photos a matter.` } }

/** Makes photos that were sent before, named by the codes their sender got, part of a matter's entry. [M20] */
export async function claimPhotos(ctx: Context<Actor>, row: Row, entry: string, phase: Phase, claims: readonly string[]): Promise<Result<true>> {
  const hashes = [...new Set(claims)].map((claim) => sha256(readCode(claim)))
  const sent = await ctx.tx.deleteFrom('upload').where('district', '=', row.district).where('claim', 'in', hashes).returningAll().execute()
  if (sent.length !== hashes.length) return refuse(gone)
  const before = await ctx.tx.selectFrom('photo').select((e) => e.fn.countAll<string>().as('n'))
    .where('district', '=', row.district).where('matter', '=', row.id).executeTakeFirst()
  if (Number(before?.n ?? 0) + sent.length > PHOTO_LIMIT) return refuse(tooMany)
  await ctx.tx.insertInto('photo').values(sent.map((photo) => ({
    district: row.district, id: newId(), matter: row.id, ...legsOf(row), entry,
    phase, file: photo.file, width: photo.width, height: photo.height, at: ctx.at,
  }))).execute()
  return ok(true)
}
