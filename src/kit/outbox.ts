import { sql } from 'kysely'
import { withScope, type Db, type Scope, type Tx } from './db.ts'
import { nextTry, type Facts } from './jobs.ts'

export type Waiting = {
  readonly id: string; readonly district: string; readonly channel: string; readonly recipient: string
  readonly template: string; readonly facts: Facts; readonly tries: number; readonly due: Date
}

/** Delivers one notice by its channel. Must do no harm when called twice with the same id. Throws when it could not. */
export type Delivery = (tx: Tx, notice: Waiting, at: Date) => Promise<void>

type Sent = 'sent' | 'later' | 'none'

async function attempt(db: Db, clock: Scope, id: string, deliveries: ReadonlyMap<string, Delivery>, at: Date): Promise<Sent> {
  return withScope(db, clock, async (tx) => {
    const taken = await sql<Waiting>`select * from outbox where id = ${id} and sent_at is null and failed_at is null and due <= ${at} for update skip locked`.execute(tx)
    const notice = taken.rows[0]
    if (!notice) return 'none'
    const delivery = deliveries.get(notice.channel)
    if (!delivery) throw new Error(`no delivery for channel ${notice.channel}`)
    await delivery(tx, notice, at)
    await tx.updateTable('outbox').set({ sent_at: at }).where('id', '=', id).execute()
    return 'sent'
  })
}

async function putOff(db: Db, clock: Scope, id: string, tries: number, error: unknown, at: Date): Promise<void> {
  const line = String(error instanceof Error ? error.message : error).split('\n')[0]?.slice(0, 200) ?? ''
  const next = nextTry(tries, at)
  await withScope(db, clock, (tx) =>
    tx.updateTable('outbox').set({ tries: tries + 1, error: line, ...(next ? { due: next } : { failed_at: at }) }).where('id', '=', id).execute())
}

/**
 * Delivers the notices that are due at `at`, oldest first; a failing one is tried again after 1, 5, 30, 120 and 720 minutes. Returns how many
 * went out.
 */
export async function deliverNotices(
  db: Db, clockOf: (district: string) => Scope, deliveries: ReadonlyMap<string, Delivery>, at: Date, limit = 200,
): Promise<number> {
  const due = await db.selectFrom('outbox').select(['id', 'district', 'tries']).where('sent_at', 'is', null).where('failed_at', 'is', null)
    .where('due', '<=', at).orderBy('due').orderBy('id').limit(limit).execute()
  let sent = 0
  for (const { id, district, tries } of due) {
    const clock = clockOf(district)
    const how = await attempt(db, clock, id, deliveries, at)
      .catch(async (error: unknown): Promise<Sent> => { await putOff(db, clock, id, tries, error, at); return 'later' })
    if (how === 'sent') sent++
  }
  return sent
}
