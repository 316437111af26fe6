import { sql, type SqlBool } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { isPublicKind, NAMED_KINDS, parsePlaceQuery, formatCode, type Address, type PlaceKind, type PlaceQuery,
  type PublicDepth } from '../rules/index.ts'
import { mapPlace, placeByCode, placeByDoor, placeById, placeColumns, type PlaceColumns, type PlaceView } from './place.ts'

/** How to look up: `within` narrows to a place, `limit` is 1 to 50 (10), `shown` stops at the unit or building for the public. */
export type LookUpOptions = { readonly within?: string; readonly limit?: number; readonly shown?: PublicDepth }

type Search = { readonly tx: Tx; readonly district: string; readonly within: PlaceView | null; readonly limit: number;
  readonly shown: PublicDepth | null }

const columnOf = (place: PlaceView | null): 'street' | 'community' | 'grid' | 'compound' | 'building' | 'unit' | null =>
  place === null || place.kind === 'district' || place.kind === 'room' || place.kind === 'spot' ? null : place.kind

const inPlace = (place: PlaceView | null) => {
  const column = columnOf(place)
  return column === null || place === null ? sql<SqlBool>`true` : sql<SqlBool>`${sql.ref(`p.${column}`)} = ${place.id}`
}
/** The community of a grid, building or unit, named besides: numbers of homes are found by community. A compound may lie in two. */
const inCommunity = (place: PlaceView | null) => (place?.community && ['grid', 'building', 'unit'].includes(place.kind)
  ? sql<SqlBool>`p.community = ${place.community}` : sql<SqlBool>`true`)

const base = ({ tx, district, within, limit }: Search) => tx.selectFrom('place as p').select(placeColumns)
  .where('p.district', '=', district).where('p.valid_to', 'is', null).where(inPlace(within)).where(inCommunity(within)).limit(limit)

const WIDTH = sql`array_position(array['compound','community','street','grid','spot','district'], p.kind)`

/** Places whose own name is in the text or holds it: the same name first, then names that begin with it, then the longest. */
async function byName(search: Search, name: string, kinds: readonly PlaceKind[] = NAMED_KINDS): Promise<PlaceView[]> {
  const rows = await base(search).where('p.kind', 'in', kinds)
    .where(sql<SqlBool>`(position(${name} in p.full_name) > 0 or position(p.name in ${name}) > 0 or position(${name} in p.short_name) > 0)`)
    .orderBy(sql`(p.name = ${name} or p.full_name = ${name} or coalesce(p.short_name = ${name}, false))`, 'desc')
    .orderBy(sql`(position(p.name in ${name}) > 0) desc, (position(${name} in p.name) = 1) desc`)
    .orderBy(WIDTH).orderBy(sql`length(p.name)`, 'desc').orderBy('p.code').execute()
  return rows.map(mapPlace)
}

/** Places whose pinyin, or its initials, begin with these letters. */
async function byPinyin(search: Search, letters: string, kinds: readonly PlaceKind[] = NAMED_KINDS): Promise<PlaceView[]> {
  const after = `${letters}{` // the sign after z: the end of the range of everything that begins with these letters
  const rows = await base(search).where('p.kind', 'in', kinds).where((e) => e.or([
    e.and([e('p.pinyin_initials', '>=', letters), e('p.pinyin_initials', '<', after)]),
    e.and([e('p.pinyin_full', '>=', letters), e('p.pinyin_full', '<', after)]),
  ])).orderBy(sql`(p.pinyin_initials = ${letters} or p.pinyin_full = ${letters})`, 'desc').orderBy(WIDTH).orderBy('p.code').execute()
  return rows.map(mapPlace)
}

const HOLDERS: readonly PlaceKind[] = ['compound', 'community', 'grid', 'street']

/** The places that the name in front of an address means: only the best of them, so that 梧桐苑 does not bring 梧桐里 along. */
async function holders(search: Search, query: PlaceQuery & { as: 'address' }): Promise<PlaceView[] | null> {
  const wide = { ...search, limit: 20 }
  if (query.pinyin !== undefined) return byPinyin(wide, query.pinyin, HOLDERS)
  if (query.name === undefined) return null
  const found = await byName(wide, query.name, HOLDERS)
  const compounds = found.filter((place) => place.kind === 'compound' && query.name?.includes(place.name))
  return compounds.length > 0 ? compounds : found
}

async function numbered(search: Search, address: Address, kind: PlaceKind, inside: readonly PlaceView[] | null): Promise<PlaceView[]> {
  const rows: PlaceColumns[] = await base(search).where('p.kind', '=', kind)
    .$if(address.building !== undefined, (q) => q.where('p.building_no', '=', address.building ?? ''))
    .$if(address.unit !== undefined && kind !== 'building', (q) => q.where('p.unit_no', '=', address.unit ?? ''))
    .$if(kind === 'room', (q) => q.where('p.room_no', '=', address.room ?? ''))
    .$if(inside !== null, (q) => q.where((e) => e.or((inside ?? []).map(inPlace))))
    .orderBy(sql`p.path <@ any (app_scopes())`, 'desc').orderBy('p.code').execute()
  return rows.map(mapPlace)
}

/** The home, unit or building with these numbers, those of the reader's own places first; what is not there falls back to the unit or building it would be in. */
async function byAddress(search: Search, query: PlaceQuery & { as: 'address' }): Promise<PlaceView[]> {
  const inside = await holders(search, query)
  if (inside !== null && inside.length === 0) return []
  const { address } = query
  const kinds: PlaceKind[] = [
    ...(address.room === undefined ? [] : ['room' as const]), ...(address.unit === undefined ? [] : ['unit' as const]),
    ...(address.building === undefined ? [] : ['building' as const]),
  ]
  for (const kind of kinds.filter((one) => search.shown === null || isPublicKind(one, search.shown))) {
    const found = await numbered(search, address, kind, inside)
    if (found.length > 0) return found
  }
  return inside ?? []
}

async function answer(search: Search, query: PlaceQuery): Promise<PlaceView[]> {
  const one = (place: PlaceView | null): PlaceView[] => (place === null ? [] : [place])
  switch (query.as) {
    case 'code': return one(await placeByCode(search.tx, search.district, formatCode(query.code)))
    case 'door': return one(await placeByDoor(search.tx, search.district, query.doorCode))
    case 'address': return byAddress(search, query)
    case 'name': return byName(search, query.name)
    case 'pinyin': return byPinyin(search, query.pinyin)
  }
}

/**
 * The one look-up box: places for what a person typed, best first, each once. [P5]
 * Understands names, pinyin and its initials, codes, door codes, and every form of an address, with or without the compound's name.
 */
export async function lookUp(tx: Tx, district: string, text: string, options: LookUpOptions = {}): Promise<PlaceView[]> {
  const within = options.within === undefined ? null : await placeById(tx, district, options.within)
  if (options.within !== undefined && within === null) return []
  const limit = Math.min(Math.max(options.limit ?? 10, 1), 50)
  const search: Search = { tx, district, within, limit, shown: options.shown ?? null }
  const found = new Map<string, PlaceView>()
  for (const query of parsePlaceQuery(text)) {
    for (const place of await answer(search, query)) {
      if (options.shown === undefined || isPublicKind(place.kind, options.shown)) found.set(place.id, found.get(place.id) ?? place)
    }
    const certain = query.as === 'code' || query.as === 'address' && (query.name ?? query.pinyin) !== undefined && found.size > 0
    if (found.size >= limit || certain) break
  }
  return [...found.values()].slice(0, limit)
}
