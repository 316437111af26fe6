import { sql, type ExpressionBuilder, type SqlBool, type Expression } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { DB } from '../../kit/tables.gen.ts'
import type { Actor } from '../../trust/index.ts'

/** How a list is narrowed by plain columns before the wall filters it: the places of the post, or the matters its organisation is a party to. */
export type Reach = {
  readonly by: 'community' | 'compound' | 'building'; readonly ids: readonly string[]
} | { readonly by: 'party'; readonly org: string }
  | { readonly by: 'grid'; readonly buildings: readonly string[]; readonly common: readonly string[]; readonly org: string }

type PlaceRow = { id: string; kind: string; community: string | null }

async function placesOfPost(tx: Tx, actor: Actor): Promise<PlaceRow[]> {
  const rows = await sql<PlaceRow>`
    select p.id, p.kind, p.community from post t join place p on p.district = t.district and p.id = t.place where t.district = ${actor.district} and t.id = ${actor.post}
    union select p.id, p.kind, p.community from post_place t join place p on p.district = t.district and p.id = t.place where t.district = ${actor.district} and t.post = ${actor.post}`.execute(tx)
  return rows.rows
}

/** The buildings of grids, and what else lies in them: the community around may have a hundred times as many matters. */
async function gridReach(tx: Tx, actor: Actor, grids: readonly string[]): Promise<Reach> {
  const inside = await tx.selectFrom('place').select(['id', 'kind'])
    .where('district', '=', actor.district).where('grid', 'in', grids.length > 0 ? [...grids] : [null])
    .where('kind', 'not in', ['unit', 'room']).execute()
  const ids = (buildings: boolean): string[] => inside.filter((p) => (p.kind === 'building') === buildings).map((p) => p.id)
  return { by: 'grid', buildings: ids(true), common: [...new Set([...grids, ...ids(false)])], org: actor.org ?? '' }
}

/** Where the actor's lists are looked for. [M22] */
export async function reachOf(tx: Tx, actor: Actor): Promise<Reach> {
  const audience = actor.audience[0] ?? ''
  if (!['captain', 'grid', 'community', 'branch', 'street'].includes(audience)) return { by: 'party', org: actor.org ?? '' }
  const places = await placesOfPost(tx, actor)
  if (audience === 'captain') return { by: 'building', ids: places.map((p) => p.id) }
  if (audience === 'branch') return { by: 'compound', ids: places.map((p) => p.id) }
  if (audience === 'grid' && places.every((p) => p.kind === 'grid')) return gridReach(tx, actor, places.map((p) => p.id))
  if (audience !== 'street') return { by: 'community', ids: [...new Set(places.map((p) => p.community ?? p.id))] }
  const below = await tx.selectFrom('place').select('id').where('district', '=', actor.district).where('kind', '=', 'community')
    .where('street', 'in', places.map((p) => p.id)).execute()
  return { by: 'community', ids: below.map((p) => p.id) }
}

type Condition = (e: ExpressionBuilder<DB, 'matter'>) => Expression<SqlBool>

const anyOf = (column: 'matter.community' | 'matter.compound' | 'matter.building' | 'matter.place', ids: readonly string[]): Condition =>
  (e) => e(column, 'in', ids.length > 0 ? [...ids] : [null])
const partyTo = (org: string): Condition => (e) => e('matter.id', 'in', e.selectFrom('matter_party as mp').select('mp.matter')
  .whereRef('mp.district', '=', 'matter.district').where('mp.org', '=', org))

/**
 * A reach as conditions on table `matter`, of which one has to hold. Each alone is a range of an index in the order of the lists, so that a page is
 * read from the front of each and not sorted out of all.
 */
export function partsOf(reach: Reach): readonly Condition[] {
  if (reach.by === 'party') return [partyTo(reach.org)]
  if (reach.by === 'grid') {
    return [
      anyOf('matter.building', reach.buildings),
      (e) => e.and([e('matter.building', 'is', null), anyOf('matter.place', reach.common)(e)]), partyTo(reach.org),
    ]
  }
  return reach.by === 'community' && reach.ids.length > 0
    ? reach.ids.map((id) => anyOf('matter.community', [id])) : [anyOf(`matter.${reach.by}`, reach.ids)]
}
