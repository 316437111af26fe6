import { statement, withScope, type Db, type Scope, type Tx } from './db.ts'
import { nextTry, type Facts } from './jobs.ts'
import { attempt, inLanes, Outage, type Turn } from './lanes.ts'

export type Waiting = {
  readonly id: string; readonly district: string; readonly channel: string; readonly recipient: string
  readonly template: string; readonly facts: Facts; readonly tries: number; readonly due: Date
}

/** Delivers one notice by its channel. Must do no harm when called twice with the same id. Throws when it could not. */
export type Delivery = (tx: Tx, notice: Waiting, at: Date) => Promise<void>

type Sent = 'sent' | 'later' | 'none'

type Due = { id: string; district: string; tries: number }
const dueNotices = statement<{ at: Date; limit: number }, Due>('outbox.due', (db, p) => db.selectFrom('outbox').select(['id', 'district', 'tries'])
  .where('sent_at', 'is', null).where('failed_at', 'is', null).where('due', '<=', p('at')).orderBy('due').orderBy('id').limit(p('limit')))
const takeNotice = statement<{ id: string; at: Date }, Waiting>('outbox.take', (db, p) => db.selectFrom('outbox').selectAll().where('id', '=', p('id'))
  .where('sent_at', 'is', null).where('failed_at', 'is', null).where('due', '<=', p('at')).forUpdate().skipLocked())
const markSent = statement<{ id: string; at: Date }>('outbox.sent', (db, p) =>
  db.updateTable('outbox').set({ sent_at: p('at') }).where('id', '=', p('id')))

async function deliver(db: Db, clock: Scope, id: string, deliveries: ReadonlyMap<string, Delivery>, at: Date): Promise<Sent> {
  return attempt(db, clock, async (tx) => {
    const [notice] = await takeNotice(tx, { id, at })
    if (!notice) return 'none'
    const delivery = deliveries.get(notice.channel)
    if (!delivery) throw new Error(`no delivery for channel ${notice.channel}`)
    await delivery(tx, notice, at)
    await markSent(tx, { id, at })
    return 'sent'
  })
}

async function putOff(db: Db, clock: Scope, id: string, tries: number, error: unknown, at: Date): Promise<void> {
  if (error instanceof Outage) throw error
  const line = String(error instanceof Error ? error.message : error).split('\n')[0]?.slice(0, 200) ?? ''
  const next = nextTry(tries, at)
  await withScope(db, clock, (tx) =>
    tx.updateTable('outbox').set({ tries: tries + 1, error: line, ...(next ? { due: next } : { failed_at: at }) }).where('id', '=', id).execute())
}

/**
 * Delivers the notices that are due at `at`, oldest first; a failing one is tried again after 1, 5, 30, 120 and 720 minutes. Returns how many
 * went out. Throws when the database is gone.
 */
export async function deliverNotices(
  db: Db, clockOf: (district: string) => Scope, deliveries: ReadonlyMap<string, Delivery>, at: Date, { limit = 200, lanes = 1 }: Turn = {},
): Promise<number> {
  let sent = 0
  await inLanes(await dueNotices(db, { at, limit }), lanes, async ({ id, district, tries }) => {
    const clock = clockOf(district)
    const how = await deliver(db, clock, id, deliveries, at)
      .catch(async (error: unknown): Promise<Sent> => { await putOff(db, clock, id, tries, error, at); return 'later' })
    if (how === 'sent') sent++
  })
  return sent
}
