/** What is kept no longer than it is needed: keys of writes, notices that went out or were there to read, photos that nobody used. */
import { sql } from 'kysely'
import { addMinutes } from '../../kit/clock.ts'
import { withScope, type Db, type Scope } from '../../kit/db.ts'
import type { PhotoStore } from '../../matters/index.ts'
import { forgetNotices } from '../../notices/index.ts'

const DAY = 24 * 60
/** A key is kept so long that a field phone without signal for weeks still sends each thing once. */
const KEY_DAYS = 30
const UPLOAD_DAYS = 1

/** Forgets what has had its time, by the product's clock `at`. Answers how many keys, photos and notices went. */
export async function forgetUnused(db: Db, clock: Scope, photos: PhotoStore, at: Date): Promise<{ readonly keys: number; readonly photos: number; readonly notices: number }> {
  const { district } = clock
  const [keys, unused, notices] = await withScope(db, clock, async (tx) => {
    const gone = await tx.deleteFrom('idempotency').where('district', '=', district)
      .where('at', '<', addMinutes(at, -KEY_DAYS * DAY)).executeTakeFirst()
    await tx.deleteFrom('outbox').where('district', '=', district).where('sent_at', '<', addMinutes(at, -KEY_DAYS * DAY)).execute()
    const uploads = await tx.deleteFrom('upload').where('district', '=', district)
      .where('at', '<', addMinutes(at, -UPLOAD_DAYS * DAY)).returning('file').execute()
    return [Number(gone.numDeletedRows), uploads, await forgetNotices(tx, district, at)] as const
  })
  for (const { file } of unused) await photos.remove(file)
  return { keys, photos: unused.length, notices }
}

/**
 * Removes photos that were saved before `before` (the machine's time) and that no row names: their process died between saving and noting them. Give it
 * a day, so that what is being sent just now is left alone. `owner` is the pool of linli_owner, which sees the photos of every matter. Answers how many.
 */
export async function sweepPhotos(owner: Db, photos: PhotoStore, before: Date): Promise<number> {
  const saved = await photos.savedBefore(before) // first the files: a photo that is noted in between is found by what follows
  if (saved.length === 0) return 0
  const { rows } = await sql<{ file: string }>`select file from unnest(${saved}::text[]) s(file)
    where not exists (select 1 from photo p where p.file = s.file) and not exists (select 1 from upload u where u.file = s.file)
    and not exists (select 1 from vote_notice n where n.file = s.file) and not exists (select 1 from thread_party t where t.file::text = s.file)
    and not exists (select 1 from minute_line m where m.file::text = s.file) and not exists (select 1 from meeting g where g.notice_photo::text = s.file)
    and not exists (select 1 from meeting g where g.list_photo::text = s.file)
    and not exists (select 1 from thread_task k where k.photo::text = s.file)`.execute(owner)
  for (const { file } of rows) await photos.remove(file)
  return rows.length
}
