import type { Db } from '../../kit/db.ts'
import { statement } from '../../kit/db.ts'
import { sameSecret } from '../crypto/cipher.ts'
import { perAccount, waitSeconds } from '../rules/index.ts'

/** Makes a card. */
export const addCard = statement<{ id: string; token: Buffer; user: string; pin: Buffer; at: Date }>('trust.card.add', (db, p) => db
  .insertInto('auth.card').values({ id: p('id'), token_hash: p('token'), user_id: p('user'), pin_hash: p('pin'), issued_at: p('at') }))

/** Revokes the cards of an account that still work. */
export const revokeCards = statement<{ user: string; at: Date }>('trust.card.revoke', (db, p) => db
  .updateTable('auth.card').set({ revoked_at: p('at') }).where('user_id', '=', p('user')).where('revoked_at', 'is', null))

/** The account a card and its PIN open, null when either is wrong or the card was revoked, or the seconds to wait. Counts the try. */
export async function openCard(auth: Db, token: Buffer, pin: Buffer, at: Date): Promise<{ readonly user: string | null; readonly wait: number }> {
  return auth.transaction().execute(async tx => {
    const card = await tx.selectFrom('auth.card').selectAll().where('token_hash', '=', token)
      .where('revoked_at', 'is', null).forUpdate().executeTakeFirst()
    const right = sameSecret(card?.pin_hash ?? Buffer.alloc(32), pin)
    if (!card) return { user: null, wait: 0 }
    const wait = card.locked_until ? Math.ceil((card.locked_until.getTime() - at.getTime()) / 1000) : 0
    if (wait > 0) return { user: null, wait }
    const attempts = right ? 0 : card.attempts + 1
    const pause = waitSeconds(attempts, at.getTime(), at.getTime(), perAccount)
    await tx.updateTable('auth.card').set({ attempts, locked_until: pause > 0 ? new Date(at.getTime() + pause * 1000) : null })
      .where('id', '=', card.id).execute()
    return { user: right ? card.user_id : null, wait: 0 }
  })
}
