import { withScope, type Db } from '../../kit/db.ts'
import type { Actor } from '../rules/index.ts'
import { forgetSignIns } from '../store/account.ts'
import { forgetCodes } from '../store/phone-code.ts'

const dayMs = 86_400_000

/**
 * Forgets what nobody needs any more: sessions that have ended, wrong tries and one-time codes of more than a day ago. `auth` is the pool of
 * linli_auth; `clock` acts for the district whose codes are meant. Sessions and tries run on the machine's clock, codes on the product's.
 * Codes stay for a day because the limits of rate count them. [T1] [T3] [T6]
 */
export async function forgetEnded(db: Db, auth: Db, clock: Actor, at: { readonly product: Date; readonly machine: Date }): Promise<void> {
  await forgetSignIns(auth, at.machine)
  await withScope(db, clock, (tx) => forgetCodes(tx, { district: clock.district, before: new Date(at.product.getTime() - dayMs) }))
}
