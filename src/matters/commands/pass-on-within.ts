import { sql } from 'kysely'
import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { openWorkOf } from '../views/bulk.ts'
import { BULK_MOST } from './bulk.ts'
import { passOn } from './pass-on.ts'

/** Whose open work goes to whom: what lies in some buildings, or some matters by id. */
export type PassOnWithin = { readonly from: string; readonly to: string; readonly buildings?: readonly string[]; readonly matters?: readonly string[] }

/**
 * [M43] Passes the open work of a post on to another, as far as it lies in these buildings, when a grid is redrawn: each matter an act of its own. What
 * the rule refuses, or what the actor may not see, stays where it is. Answers the matters that changed hands.
 */
export async function passOnWithin(ctx: Context<Actor>, { from, to, buildings, matters }: PassOnWithin): Promise<readonly string[]> {
  const { district } = ctx.actor
  const open = await openWorkOf(ctx.tx, district, from, BULK_MOST)
  const rows = await ctx.tx.selectFrom('matter as m').innerJoin('place as p', (join) => join.onRef('p.district', '=', 'm.district').onRef('p.id', '=', 'm.place'))
    .select('m.id').where('m.district', '=', district).where('m.id', '=', sql<string>`any(${matters ?? open}::uuid[])`)
    .$if(buildings !== undefined, (query) => query.where('p.building', '=', sql<string>`any(${buildings ?? []}::uuid[])`)).orderBy('m.id').execute()
  const passed: string[] = []
  for (const { id } of rows) if (open.includes(id) && (await passOn(ctx, { id, from, to })).ok) passed.push(id)
  return passed
}
