import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { DB } from '../../kit/tables.gen.ts'
import type { Actor } from '../../trust/index.ts'

/** How a list is narrowed by plain columns before the wall filters it: the places of the post, or the matters its organisation is a party to. */
export type Reach = { readonly by: 'community' | 'compound' | 'building'; readonly ids: readonly string[] } | { readonly by: 'party'; readonly org: string }

type PlaceRow = { id: string; kind: string; community: string | null }

async function placesOfPost(tx: Tx, actor: Actor): Promise<PlaceRow[]> {
  const rows = await sql<PlaceRow>`
    select p.id, p.kind, p.community from post t join place p on p.district = t.district and p.id = t.place where t.district = ${actor.district} and t.id = ${actor.post}
    union select p.id, p.kind, p.community from post_place t join place p on p.district = t.district and p.id = t.place where t.district = ${actor.district} and t.post = ${actor.post}`.execute(tx)
  return rows.rows
}

/** Where the actor's lists are looked for. [M22] */
export async function reachOf(tx: Tx, actor: Actor): Promise<Reach> {
  const audience = actor.audience[0] ?? ''
  if (!['captain', 'grid', 'community', 'branch', 'street'].includes(audience)) return { by: 'party', org: actor.org ?? '' }
  const places = await placesOfPost(tx, actor)
  if (audience === 'captain') return { by: 'building', ids: places.map((p) => p.id) }
  if (audience === 'branch') return { by: 'compound', ids: places.map((p) => p.id) }
  if (audience !== 'street') return { by: 'community', ids: [...new Set(places.map((p) => p.community ?? p.id))] }
  const below = await tx.selectFrom('place').select('id').where('district', '=', actor.district).where('kind', '=', 'community')
    .where('street', 'in', places.map((p) => p.id)).execute()
  return { by: 'community', ids: below.map((p) => p.id) }
}

/** The condition of a reach on table `matter`. */
export function within(e: ExpressionBuilder<DB, 'matter'>, reach: Reach): Expression<SqlBool> {
  if (reach.by !== 'party') return e(`matter.${reach.by}`, 'in', reach.ids.length > 0 ? [...reach.ids] : [null])
  return e('matter.id', 'in', e.selectFrom('matter_party as mp').select('mp.matter').whereRef('mp.district', '=', 'matter.district').where('mp.org', '=', reach.org))
}
