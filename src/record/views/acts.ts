import { sql, type Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import { isId } from '../rules/facts.ts'
import type { Act } from '../rules/leaf.ts'
import { asOthersSee, type OthersAct } from '../rules/others.ts'
import { actColumns, mapAct } from '../store/rows.ts'

/** One page of a person's own acts, newest first. `next` is the cursor of the following page, undefined on the last. */
export type OwnActs = { readonly acts: readonly (Act & { readonly sealed: boolean })[]; readonly next: string | undefined }

function readCursor(cursor: string): { at: Date; id: string } | undefined {
  const [at = '', id = ''] = cursor.split('_')
  return /^\d{1,15}$/.test(at) && isId(id) ? { at: new Date(Number(at)), id } : undefined
}

/**
 * The acts of the person who asks, in full [R11]: whose they are is taken from the transaction's scope, so that nobody can ask for another's.
 * `limit` is at most 200. A cursor that cannot be read starts at the newest.
 */
export async function ownActs(tx: Kysely<DB>, district: string, page: { readonly after?: string; readonly limit?: number } = {}): Promise<OwnActs> {
  const limit = Math.min(Math.max(page.limit ?? 50, 1), 200)
  const from = page.after === undefined ? undefined : readCursor(page.after)
  let query = tx.selectFrom('act')
    .leftJoin('leaf', join => join.onRef('leaf.district', '=', 'act.district').onRef('leaf.act', '=', 'act.id'))
    .select([...actColumns, 'leaf.idx']).where('act.district', '=', district).where('act.actor_person', '=', sql<string>`app_person()`)
  if (from) query = query.where(sql<boolean>`(act.at, act.id) < (${from.at}, ${from.id}::uuid)`)
  const rows = await query.orderBy('act.at', 'desc').orderBy('act.id', 'desc').limit(limit + 1).execute()
  const acts = rows.slice(0, limit).map(row => ({ ...mapAct(row), sealed: row.idx !== null }))
  const last = acts.at(-1)
  return { acts, next: rows.length > limit && last ? `${last.at}_${last.id}` : undefined }
}

/**
 * What was done about one subject, oldest first, as everybody but its doers sees it [R11]: kind, half-day, post. There is deliberately no
 * such list by person, by post or by day. `limit` is at most 500. Acts outside the reader's scope are left out by row-level security.
 */
export async function actsOfSubject(
  tx: Kysely<DB>, district: string, subject: { readonly kind: string; readonly id: string }, limit = 200,
): Promise<readonly OthersAct[]> {
  const rows = await tx.selectFrom('act').select(['kind', 'at', 'actor_post', 'channel']).where('district', '=', district)
    .where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id).orderBy('at').orderBy('id').limit(Math.min(limit, 500)).execute()
  return rows.map(row => asOthersSee({ kind: row.kind, at: row.at.getTime(), actorPost: row.actor_post, channel: row.channel }))
}
