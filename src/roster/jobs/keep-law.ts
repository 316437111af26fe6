import { withScope, type Db } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { expireValues } from '../commands/expire-values.ts'
import { endMovedOut } from '../commands/party-moved-out.ts'

/**
 * What the law asks for without being told: the branch's lines of those who moved out end, and what has had its time is deleted and certified. Runs
 * each hour and finds something once a day at most; running it again changes nothing. Answers the certificate's id, or null. [RO66] [RO67]
 */
export async function keepLaw(db: Db, clock: Actor, at: Date): Promise<string | null> {
  await withScope(db, clock, (tx) => endMovedOut(tx, clock, at))
  return withScope(db, clock, (tx) => expireValues(tx, clock, at))
}
