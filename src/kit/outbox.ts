import { sql } from 'kysely'
import { statement, withScope, type Db, type Scope, type Tx } from './db.ts'
import { nextTry, type Facts } from './jobs.ts'
import { attempt, inLanes, Outage, type Turn } from './lanes.ts'

export type Waiting = {
  readonly id: string; readonly district: string; readonly channel: string; readonly recipient: string
  readonly template: string; readonly facts: Facts; readonly tries: number; readonly due: Date
}

/** Delivers one notice by its channel. Must do no harm when called twice with the same id. Throws when it could not. */
export type Delivery = (tx: Tx, notice: Waiting, at: Date) => Promise<void>

type Due = { id: string; district: string; tries: number }
// order is kept: one waits while an earlier one about the same matter to the same recipient is still on its way
const dueNotices = statement<{ at: Date; limit: number }, Due>('outbox.due', (db, p) => db.selectFrom('outbox').select(['id', 'district', 'tries'])
  .where('sent_at', 'is', null).where('failed_at', 'is', null).where('due', '<=', p('at')).where((e) => e.not(e.exists(e.selectFrom('outbox as before')
    .select('before.id').whereRef('before.recipient', '=', 'outbox.recipient').where(sql<boolean>`before.facts ->> 'matter' = outbox.facts ->> 'matter'`)
    .whereRef('before.id', '<', 'outbox.id').where('before.sent_at', 'is', null).where('before.failed_at', 'is', null))))
  .orderBy('due').orderBy('id').limit(p('limit')))
const takeNotices = statement<{ ids: string[]; at: Date }, Waiting>('outbox.take', (db, p) => db.selectFrom('outbox').selectAll()
  .where('id', '=', sql<string>`any(${p('ids')}::uuid[])`).where('sent_at', 'is', null).where('failed_at', 'is', null).where('due', '<=', p('at'))
  .orderBy('due').orderBy('id').forUpdate().skipLocked())
const markSent = statement<{ ids: string[]; at: Date }>('outbox.sent', (db, p) =>
  db.updateTable('outbox').set({ sent_at: p('at') }).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))

/** Delivers all of these in one transaction, or none. Answers how many; others may have been sent by another worker meanwhile. */
async function deliver(db: Db, clock: Scope, ids: string[], deliveries: ReadonlyMap<string, Delivery>, at: Date): Promise<number> {
  return attempt(db, clock, async (tx) => {
    const notices = await takeNotices(tx, { ids, at })
    const under = notices.map(async (notice) => {
      const delivery = deliveries.get(notice.channel)
      if (!delivery) throw new Error(`no delivery for channel ${notice.channel}`)
      await delivery(tx, notice, at)
    })
    for (const one of await Promise.allSettled(under)) if (one.status === 'rejected') throw one.reason
    if (notices.length > 0) await markSent(tx, { ids: notices.map(({ id }) => id), at })
    return notices.length
  })
}

async function putOff(db: Db, clock: Scope, id: string, tries: number, error: unknown, at: Date): Promise<void> {
  if (error instanceof Outage) throw error
  const line = String(error instanceof Error ? error.message : error).split('\n')[0]?.slice(0, 200) ?? ''
  const next = nextTry(tries, at)
  await withScope(db, clock, (tx) =>
    tx.updateTable('outbox').set({ tries: tries + 1, error: line, ...(next ? { due: next } : { failed_at: at }) }).where('id', '=', id).execute())
}

/** As many travel together; what a transaction costs is shared by them. */
const TOGETHER = 25

const packs = (due: readonly Due[]): Due[][] => [...Map.groupBy(due, ({ district }) => district).values()]
  .flatMap((all) => Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, n) => all.slice(n * TOGETHER, (n + 1) * TOGETHER)))

/**
 * Delivers the notices that are due at `at`, oldest first, some in a transaction together; where one of them fails each gets one of its own. A failing
 * one is tried again after 1, 5, 30, 120 and 720 minutes. Returns how many went out. Throws when the database is gone.
 */
export async function deliverNotices(
  db: Db, clockOf: (district: string) => Scope, deliveries: ReadonlyMap<string, Delivery>, at: Date, { limit = 200, lanes = 1 }: Turn = {},
): Promise<number> {
  let sent = 0
  const each = async ({ id, district, tries }: Due): Promise<void> => {
    const clock = clockOf(district)
    await deliver(db, clock, [id], deliveries, at).then((n) => { sent += n }, (error: unknown) => putOff(db, clock, id, tries, error, at))
  }
  await inLanes(packs(await dueNotices(db, { at, limit })), lanes, async (pack) => {
    const together = deliver(db, clockOf(pack[0]?.district ?? ''), pack.map(({ id }) => id), deliveries, at)
    await together.then((n) => { sent += n }, async (error: unknown) => {
      if (error instanceof Outage) throw error
      for (const one of pack) await each(one)
    })
  })
  return sent
}
