import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import type { RateReach } from '../rules/rates/index.ts'
import { reachOf } from './reach.ts'

/** A place whose rates may be asked for. `path` is that of a community, or the first label of a compound. */
export type RatePlace = { readonly id: string; readonly name: string; readonly kind: string; readonly path: string }
export type RateCommunity = RatePlace & { readonly street: string | null }

/** What a reader asks of: communities, one compound of them where it was named, and the own organisation where only that may be read. */
export type RateScope = {
  readonly reach: RateReach
  /** The whole of what the reader may ask. */
  readonly home: RatePlace
  readonly place: RatePlace
  readonly communities: readonly RateCommunity[]
  readonly compound: RatePlace | null
  readonly org: string | null
}

type Row = { id: string; name: string; kind: string; path: string; street: string | null; compound_path: string | null; community: string | null }

const communitiesOf = async (tx: Tx, actor: Actor, ids: readonly string[]): Promise<RateCommunity[]> =>
  tx.selectFrom('place').select(['id', 'name', 'kind', 'path', 'street']).where('district', '=', actor.district).where('kind', '=', 'community')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`).orderBy('code').execute()

/** Communities in which a party has visits: read from its own rows of the rollup. */
async function communitiesOfParty(tx: Tx, actor: Actor): Promise<RateCommunity[]> {
  const { rows } = await sql<Row>`select id, name, kind, path, street from place where district = ${actor.district} and kind = 'community'
    and path = any (array(select distinct within from rate where district = ${actor.district} and org = ${actor.org}::uuid))
      order by code`.execute(tx)
  return rows
}

async function narrowed(tx: Tx, actor: Actor, asked: string, all: readonly RateCommunity[]): Promise<Pick<RateScope, 'place' | 'communities' |
  'compound'> | undefined> {
  const place = await placeById(tx, actor.district, asked)
  if (place === null) return undefined
  const communities = all.filter((one) => one.id === place.id || one.street === place.id || one.id === place.community)
  if (communities.length === 0) return undefined
  const plain = { id: place.id, name: place.name, kind: place.kind, path: place.path }
  if (place.kind === 'street' || place.kind === 'community') return { place: plain, communities, compound: null }
  if (place.kind !== 'compound' || place.compoundPath === null) return undefined
  const compound = { ...plain, path: place.compoundPath }
  return { place: compound, communities, compound }
}

/**
 * What a reader may ask the rates of: a street its communities, a community itself, a party its own work wherever that was [R7]. `asked` narrows it
 * to a street, community or compound. Undefined when that lies outside of the reach: it is not found.
 */
export async function rateScopeOf(tx: Tx, actor: Actor, reach: RateReach, asked: string | undefined): Promise<RateScope | undefined> {
  const org = reach === 'party' ? actor.org : null
  const seen = reach === 'party' ? null : await reachOf(tx, actor)
  const all = seen === null ? await communitiesOfParty(tx, actor) : seen.by === 'community' ? await communitiesOf(tx, actor, seen.ids) : []
  const [first] = all
  const street = first?.street && reach === 'street' ? await placeById(tx, actor.district, first.street) : null
  const home = reach === 'party' ? { id: '', name: '', kind: 'all', path: '' }
    : street ? { id: street.id, name: street.name, kind: street.kind, path: street.path } : first
  if (home === undefined) return undefined
  if (asked === undefined) return { reach, org, home, place: home, communities: all, compound: null }
  const narrow = await narrowed(tx, actor, asked, all)
  return narrow && { reach, org, home, ...narrow }
}

/** The compounds of communities, in the order of their codes. */
export async function compoundsOf(tx: Tx, district: string, communities: readonly RateCommunity[]): Promise<(RatePlace & { community: string })[]> {
  const { rows } = await sql<Row>`select id, name, kind, compound_path as path, community from place where district = ${district}
    and kind = 'compound'
    and compound_path is not null and community = any (${communities.map((one) => one.id)}::uuid[]) order by code`.execute(tx)
  return rows.map(({ id, name, kind, path, community }) => ({ id, name, kind, path, community: community ?? '' }))
}
