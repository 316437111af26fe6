import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { seesNames } from '../rules/index.ts'

/** Somebody's term in a post of a chain. `name` null where it is kept from the reader; `to` is the first day no longer held. */
export type PastTerm = { readonly post: string; readonly title: string; readonly name: string | null; readonly from: string; readonly to: string | null; readonly deputy: boolean }

/** Who held some posts, newest first: hand-overs as they happened, at most 200. [O6] [O8] */
export async function handOversOf(tx: Tx, actor: Actor, posts: readonly string[]): Promise<readonly PastTerm[]> {
  const rows = await tx.selectFrom('tenure as t')
    .innerJoin('post as p', (join) => join.onRef('p.district', '=', 't.district').onRef('p.id', '=', 't.post'))
    .innerJoin('officer as o', (join) => join.onRef('o.district', '=', 't.district').onRef('o.person', '=', 't.person'))
    .select(['t.post', 'p.title', 'o.name', 't.public_name', 't.deputy_of', sql<string>`to_char(t.from_date, 'YYYY-MM-DD')`.as('from'),
      sql<string | null>`to_char(t.to_date, 'YYYY-MM-DD')`.as('to')])
    .where('t.district', '=', actor.district).where('t.post', '=', sql<string>`any(${posts}::uuid[])`)
    .orderBy(sql`coalesce(t.to_date, 'infinity')`, 'desc').orderBy('t.from_date', 'desc').orderBy('t.id').limit(200).execute()
  const all = seesNames(actor.audience)
  return rows.map(({ name, public_name: shown, deputy_of: deputy, ...row }) => ({ ...row, name: all || shown ? name : null, deputy: deputy !== null }))
}

/** People whose names are entered as officers, for those who name holders, by name; at most 3,000. */
export const officersFor = (tx: Tx, actor: Actor): Promise<{ person: string; name: string }[]> =>
  (actor.audience.some((one) => one === 'community' || one === 'street')
    ? tx.selectFrom('officer').select(['person', 'name']).where('district', '=', actor.district).orderBy('name').limit(3000).execute() : Promise.resolve([]))
