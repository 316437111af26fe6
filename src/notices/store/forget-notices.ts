import { addMinutes } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { KEPT_DAYS } from '../rules/index.ts'

/** [N8] Forgets notices delivered more than 180 days before `at`, with what was opened of them, and marks that lie as far back. Answers how many went. */
export async function forgetNotices(tx: Tx, district: string, at: Date): Promise<number> {
  const before = addMinutes(at, -KEPT_DAYS * 24 * 60)
  const gone = await tx.deleteFrom('notice').where('district', '=', district).where('at', '<', before).executeTakeFirst()
  await tx.deleteFrom('notice_seen').where('district', '=', district).where('until', '<', before).execute()
  return Number(gone.numDeletedRows)
}
