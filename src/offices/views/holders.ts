import type { Tx } from '../../kit/db.ts'
import type { PlaceView } from '../../places/index.ts'
import { postsAt, stationOf, wayOf, type Audience, type Holder, type OrgKind, type PostKind } from '../rules/index.ts'
import { heldPosts, orgsServing, type HeldPost, type ServingOrg } from '../store/office-rows.ts'

/** What this needs to know of a place; a `PlaceView` has it. */
export type HeldPlace = Pick<PlaceView, 'id' | 'kind' | 'path' | 'floor' | 'street' | 'community' | 'grid' | 'compound' | 'building' | 'unit'>

/** Somebody with a duty at a place: an organisation, and the post in it where the duty is a person's. */
export type HolderAt = { readonly org: string; readonly post: string | null; readonly name: string; readonly orgKind: OrgKind | null;
  readonly audience: Audience }

/** A word of the duty list, or one of the two that only exist as posts: the mediator, and the worker for words of harm. */
export type HolderWord = Holder | 'mediation' | 'named_worker'

/** The places whose organisations and posts matter for a place, itself included. */
export const idsAround = (place: HeldPlace): string[] =>
  [...new Set([place.id, place.unit, place.building, place.compound, place.grid, place.community, place.street])].filter((one) => one !== null)

const KINDS: readonly PostKind[] = ['captain', 'grid_worker', 'grid_lead', 'mediator', 'community_worker', 'community_deputy', 'community_secretary']

const asOrg = ({ org, name, kind }: ServingOrg): HolderAt => ({ org, post: null, name, orgKind: kind, audience: kind === 'team' ? 'unit' : kind })

const asPost = (post: HeldPost, audience: Audience): HolderAt => ({ org: post.org, post: post.post, name: post.title, orgKind: null, audience })

function findPost(place: HeldPlace, held: readonly HeldPost[], holder: HolderWord): HolderAt | null {
  const chainPlace = { kind: place.kind, path: place.path, floor: place.floor, inGrid: place.grid !== null }
  const at = (level: 'captain' | 'grid_worker' | 'grid_lead'): HeldPost | undefined => postsAt(level, chainPlace, held)[0]
  if (holder === 'captain') { const post = at('captain'); return post ? asPost(post, 'captain') : null }
  if (holder === 'grid') { const post = at('grid_worker') ?? at('grid_lead'); return post ? asPost(post, 'grid') : null }
  if (holder === 'mediation') { const post = held.find(({ kind }) => kind === 'mediator'); return post ? asPost(post, 'unit') : null }
  const ofKind = (wanted: PostKind): HeldPost | undefined => held.find(({ kind }) => kind === wanted)
  const named = held.find(({ namedWorker }) => namedWorker) ?? ofKind('community_deputy') ?? ofKind('community_secretary')
  return named ? asPost(named, 'community') : null
}

function findOrg(orgs: readonly ServingOrg[], holder: Holder): HolderAt | null {
  const station = stationOf(holder)
  const org = orgs.find((one) => (station === null ? one.kind === holder : one.stationKind === station))
  return org ? asOrg(org) : null
}

const POSTS: readonly HolderWord[] = ['captain', 'grid', 'mediation', 'named_worker']
const ORGS: readonly Holder[] = ['community', 'street', 'firm', 'owners', 'developer', 'branch']

/**
 * Everybody who has a duty at a place on a day ('YYYY-MM-DD'), by the words of the duty list; who is not there (a vacant post, a compound
 * without a firm) has no entry. Stations and utilities stand under 'station:police', 'utility:water' … Two reads. [O9]
 */
export async function holdersAt(tx: Tx, district: string, place: HeldPlace, day: string): Promise<ReadonlyMap<HolderWord, HolderAt>> {
  const places = idsAround(place)
  const [posts, orgs] = [await heldPosts(tx, district, places, KINDS, day), await orgsServing(tx, district, places, day)]
  const found = new Map<HolderWord, HolderAt>()
  for (const word of POSTS) {
    const holder = findPost(place, posts, word)
    if (holder) found.set(word, holder)
  }
  for (const word of ORGS) {
    const holder = findOrg(orgs, word)
    if (holder) found.set(word, holder)
  }
  for (const org of orgs) {
    if (org.kind !== 'station' && org.kind !== 'utility' || org.stationKind === null) continue
    // the table ties stations and utilities to their kinds
    const word = `${org.kind}:${org.stationKind}` as Holder
    if (!found.has(word)) found.set(word, asOrg(org))
  }
  return found
}

/** A duty's holder after falling where needed: `as` says under which word it was found, `passedOver` who was not there. */
export type DutyHolderAt = HolderAt & { readonly as: Holder; readonly passedOver: readonly Holder[] }

/** Who has a duty at a place on a day, falling from level to level where there is nobody; null when nobody is left. [O9] */
export async function dutyHolderFor(tx: Tx, district: string, place: HeldPlace, holder: Holder, day: string): Promise<DutyHolderAt | null> {
  const there = await holdersAt(tx, district, place, day)
  const way = wayOf(holder)
  const at = way.findIndex((word) => there.has(word))
  const as = way[at]
  const found = as === undefined ? undefined : there.get(as)
  return as === undefined || found === undefined ? null : { ...found, as, passedOver: way.slice(0, at) }
}

/** The organisations of a place that work can be given to: those bound to its compound, its community and street, stations and utilities. */
export async function partiesOf(tx: Tx, district: string, place: HeldPlace, day: string): Promise<ServingOrg[]> {
  return (await orgsServing(tx, district, idsAround(place), day)).filter(({ kind }) => kind !== 'team' && kind !== 'unit')
}

/** The organs' stations for a place; one that is bound to the compound comes first, with its hours. [O11] */
export async function stationsFor(tx: Tx, district: string, place: HeldPlace, day: string): Promise<ServingOrg[]> {
  return (await orgsServing(tx, district, idsAround(place), day)).filter(({ kind }) => kind === 'station')
}
