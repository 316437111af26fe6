import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { inReach, type Actor } from '../../trust/index.ts'
import { placeById } from '../../places/index.ts'

type Counted = { opened: number | null; judged: number | null; fair: number | null; again: number | null }

/** The twelve whole months before the month of a civil day: first day, and the first day no longer. */
export function yearBefore(day: string): { readonly from: string; readonly to: string } {
  const [year = '', month = ''] = day.split('-')
  return { from: `${Number(year) - 1}-${month}-01`, to: `${year}-${month}-01` }
}

/**
 * [D13] How many disputes a community had in the last twelve whole months, and how sides judged: null for anything under ten. For staff with the
 * community in reach; undefined for others.
 */
export async function countDisputes(tx: Tx, actor: Actor, community: string, today: string) {
  const place = await placeById(tx, actor.district, community)
  if (place?.kind !== 'community' || !inReach(actor, place) || !actor.audience.some((one) => one === 'community' ||
    one === 'street')) return undefined
  const { from, to } = yearBefore(today)
  const { rows } = await sql<Counted>`select * from dispute_count(${place.id}::uuid, ${from}::date, ${to}::date)`.execute(tx)
  const { opened = null, judged = null, fair = null, again = null } = rows[0] ?? {}
  return { community: place.name, from, to, opened, judged, fair, again }
}
