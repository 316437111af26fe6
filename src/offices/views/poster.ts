import type { Tx } from '../../kit/db.ts'
import { doorCodeOf, placeById } from '../../places/index.ts'
import { inPost, postsAt, type ChainPost } from '../rules/index.ts'
import { orgsServing, postsOfPlaces } from '../store/office-rows.ts'
import { idsAround } from './holders.ts'

/** A post as the public sees it: name and telephone only where the holder agreed; `name` null means 空缺 unless `held`. */
export type PublicPost = { readonly title: string; readonly held: boolean; readonly name: string | null; readonly phone: string | null }

/** What the poster at a door says, and what the page behind it repeats, so that a false poster is noticed (P25). */
export type Poster = {
  readonly place: string; readonly placeName: string; readonly doorCode: string; readonly address: string; readonly domain: string
  readonly captains: readonly PublicPost[]; readonly gridWorker: PublicPost | null
  readonly firm: { readonly name: string; readonly phone: string | null } | null
  /** Where to complain: the community's public telephone, else the street's. */
  readonly complaints: { readonly name: string; readonly phone: string } | null
}

/** What the public may know of a post. [O8] */
export function publicPost(post: ChainPost): PublicPost {
  const person = inPost(post)
  return {
    title: post.title, held: person !== null, name: person !== null && person.publicName ? person.name : null,
    phone: person !== null && person.publicPhone ? post.phone : null,
  }
}

/**
 * The poster of a building or unit on a day. `domain` is the host and port that people reach this server by.
 * Null for places that have no door code. [O14]
 */
export async function posterOf(tx: Tx, district: string, placeId: string, day: string, domain: string): Promise<Poster | null> {
  const place = await placeById(tx, district, placeId)
  const doorCode = place === null ? null : await doorCodeOf(tx, district, placeId)
  if (place === null || doorCode === null) return null
  const ids = idsAround(place)
  const posts = await postsOfPlaces(tx, district, ids, ['captain', 'grid_worker'], day)
  const orgs = await orgsServing(tx, district, ids, day)
  const at = { kind: place.kind, path: place.path, floor: place.floor, inGrid: place.grid !== null }
  const [worker] = postsAt('grid_worker', at, posts).sort((one, two) => Number(inPost(two) !== null) - Number(inPost(one) !== null))
  const firm = orgs.find(({ kind }) => kind === 'firm')
  const office = orgs.find(({ kind, phone }) => kind === 'community' && phone !== null) ?? orgs.find(({ kind, phone }) =>
    kind === 'street' && phone !== null)
  return {
    place: place.id, placeName: place.fullName, doorCode, address: `${domain}/d/${doorCode}`, domain,
    captains: postsAt('captain', at, posts).map(publicPost), gridWorker: worker === undefined ? null : publicPost(worker),
    firm: firm === undefined ? null : { name: firm.name, phone: firm.phone },
    complaints: office?.phone ? { name: office.name, phone: office.phone } : null,
  }
}
