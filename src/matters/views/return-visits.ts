import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { maskedFields, type Actor } from '../../trust/index.ts'
import { withNames } from './cards.ts'
import { partsOf, reachOf } from './reach.ts'

/**
 * Whom to call or visit for the three answers, the longest waiting first: answered, not judged yet, nobody of the reader's hands on it. One matter a
 * line, never two of one person together on purpose (P22). [M41]
 */
export async function listReturnVisits(tx: Tx, actor: Actor, limit: number) {
  const here = partsOf(await reachOf(tx, actor))
  const rows = await tx.selectFrom('matter').selectAll().where('matter.district', '=', actor.district).where('state', '=', 'answered')
    .where(sql<boolean>`not (${actor.person}::uuid = any (matter.hands) or ${actor.post}::uuid = any (matter.hands))`)
    .where((e) => e.or(here.map((part) => part(e)))).orderBy(sql`coalesce(matter.due, 'infinity'::timestamptz)`).orderBy('matter.id').limit(limit).execute()
  const cards = await withNames(tx, actor, rows)
  const tried = new Map(rows.map((row) => [row.id, { tried: row.tried, verified: row.verified, contact: row.contact }]))
  return Promise.all(cards.map(async (card) => {
    const more = tried.get(card.id)
    return { ...card, tried: more?.tried ?? 0, verified: more?.verified ?? null,
      reporter: more?.contact ? await maskedFields(tx, actor.district, more.contact) : null }
  }))
}

/** What did not satisfy twice, newest first: one reopening, then the street (within ninety days of `at`). [M16] */
export async function listUnhappyTwice(tx: Tx, actor: Actor, at: Date, limit: number) {
  const here = partsOf(await reachOf(tx, actor))
  const rows = await tx.selectFrom('matter').selectAll().where('matter.district', '=', actor.district).where('state', '=', 'closed').where('reopened', '>', 0)
    .where('judged_at', '>', new Date(at.getTime() - 90 * 86_400_000)).where((e) => e.or([e('satisfied', '=', 'no'), e('solved', '=', false)]))
    .where((e) => e.or(here.map((part) => part(e)))).orderBy('judged_at', 'desc').orderBy('matter.id').limit(limit).execute()
  return withNames(tx, actor, rows)
}
