import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { isWithin, placeById, placesWithin, type PlaceView } from '../../places/index.ts'
import { CHAIN_LEVEL, CHAIN_LEVELS, chainFor, firstHeld, inPost, POST_KINDS, type ChainLevel, type ChainLevelName,
  type FallsTo } from '../rules/index.ts'
import { responsibleFor } from '../store/manager-rows.ts'
import { orgsServing, postsOfPlaces, type PostOnDay, type ServingOrg } from '../store/office-rows.ts'
import { idsAround } from './holders.ts'

/** A team bound to a place, with its members' names and roles. */
export type TeamView = {
  readonly id: string; readonly kind: string; readonly name: string; readonly placeName: string; readonly purpose: string | null
  readonly members: readonly { readonly person: string; readonly name: string; readonly role: string; readonly fromUnit: string | null }[]
}

/** The chain of responsibility of a place on a day, with the stations and teams beside it. */
export type Chain = { readonly place: PlaceView; readonly levels: readonly ChainLevel[]; readonly stations: readonly ServingOrg[];
  readonly teams: readonly TeamView[] }

const chainKinds = CHAIN_LEVELS.flatMap((level) => CHAIN_LEVEL[level].posts)
const chainPlace = (place: PlaceView) => ({ kind: place.kind, path: place.path, floor: place.floor, inGrid: place.grid !== null })

/** Small grids lie in a grid: its posts count too, so the grid above a small grid is asked for as well. */
async function withGridsAbove(tx: Tx, district: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom('place').select('parent').where('district', '=', district)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`).where('kind', '=', 'grid').where('parent', 'is not', null).execute()
  return [...new Set([...ids, ...rows.map(({ parent }) => parent).filter((one) => one !== null)])]
}

/** Teams of these places on a day: command team, area contracts, co-governance groups. [O12] */
export async function teamsOf(tx: Tx, district: string, places: readonly string[], day: string): Promise<TeamView[]> {
  const rows = await tx.selectFrom('team as t')
    .innerJoin('place as l', (join) => join.onRef('l.district', '=', 't.district').onRef('l.id', '=', 't.place'))
    .innerJoin('team_member as m', (join) => join.onRef('m.district', '=', 't.district').onRef('m.team', '=', 't.id'))
    .innerJoin('officer as o', (join) => join.onRef('o.district', '=', 'm.district').onRef('o.person', '=', 'm.person'))
    .select(['t.id', 't.kind', 't.name', 'l.full_name', 't.purpose', 'm.person', 'o.name as member', 'm.role', 'm.from_unit'])
    .where('t.district', '=', district).where('t.place', '=', sql<string>`any(${places}::uuid[])`)
    .where(sql<boolean>`t.from_date <= ${day}::date and (t.to_date is null or t.to_date > ${day}::date)
      and m.from_date <= ${day}::date and (m.to_date is null or m.to_date > ${day}::date)`)
    .orderBy('t.kind').orderBy('t.name').orderBy('m.from_date').orderBy('m.person').execute()
  const ids = [...new Set(rows.map(({ id }) => id))]
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.id === id)
    const [first] = own
    if (first === undefined) return []
    const members = own.map(({ person, member, role, from_unit }) => ({ person, name: member, role, fromUnit: from_unit }))
    return [{ id, kind: first.kind, name: first.name, placeName: first.full_name, purpose: first.purpose, members }]
  })
}

/** The levels of the chain of a place that is at hand, without the stations and teams beside it. [O10] */
export async function levelsAt(tx: Tx, district: string, place: PlaceView, day: string): Promise<readonly ChainLevel[]> {
  const ids = await withGridsAbove(tx, district, idsAround(place))
  return chainFor(chainPlace(place), await postsOfPlaces(tx, district, ids, chainKinds, day))
}

/** The chain of responsibility of a place on a day ('YYYY-MM-DD', today or past); null for an unknown place. [O10] [O11] */
export async function chainOf(tx: Tx, district: string, placeId: string, day: string): Promise<Chain | null> {
  const place = await placeById(tx, district, placeId)
  if (place === null) return null
  const ids = await withGridsAbove(tx, district, idsAround(place))
  const posts = await postsOfPlaces(tx, district, ids, chainKinds, day)
  const stations = (await orgsServing(tx, district, ids, day)).filter(({ kind }) => kind === 'station')
  return { place, levels: chainFor(chainPlace(place), posts), stations, teams: await teamsOf(tx, district, ids, day) }
}

/** Something missing in a community: a post without a holder, or a place without a post or body that it should have. */
export type Vacancy = {
  readonly why: 'vacant' | 'no_captain' | 'no_branch' | 'no_manager'
  readonly post: string | null; readonly title: string; readonly place: string; readonly placeName: string
  /** Day since which it has been missing, where known. */
  readonly since: string | null
  /** To whom its duties fall meanwhile. */
  readonly fallsTo: FallsTo | null
}

/** The chains of all buildings of a community, with everything that is missing. */
export type CommunityChains = {
  readonly community: PlaceView
  readonly buildings: readonly { readonly place: PlaceView; readonly levels: readonly ChainLevel[] }[]
  readonly vacancies: readonly Vacancy[]
}

type Loaded = { readonly community: PlaceView; readonly areas: readonly PlaceView[]; readonly buildings: readonly PlaceView[];
  readonly posts: readonly PostOnDay[] }

async function load(tx: Tx, district: string, communityId: string, day: string): Promise<Loaded | null> {
  const community = await placeById(tx, district, communityId)
  if (community === null || community.kind !== 'community') return null
  const buildings = await placesWithin(tx, district, community, 'building')
  const areas = [...await placesWithin(tx, district, community, 'grid'), ...await placesWithin(tx, district, community, 'compound')]
  const ids = [...buildings, ...areas].map(({ id }) => id).concat(communityId, community.street ?? [])
  return { community, areas, buildings, posts: await postsOfPlaces(tx, district, ids, POST_KINDS, day) }
}

/** Up the chain of a place from a level on: to whom something falls there. */
const upFrom = (place: PlaceView, level: ChainLevelName, posts: readonly PostOnDay[]): FallsTo | null =>
  firstHeld(chainFor(chainPlace(place), posts).filter((one) => CHAIN_LEVELS.indexOf(one.level) >= CHAIN_LEVELS.indexOf(level)))

/**
 * Where the duties of a vacant post fall: a captain's to the grid, others' within their level and up; a post outside of the chain falls to the
 * community.
 */
function fallingFrom(post: PostOnDay, { community, areas, buildings, posts }: Loaded): FallsTo | null {
  const place = [...buildings, ...areas].find(({ id }) => id === post.place) ?? community
  if (post.kind === 'captain') return upFrom(place, 'grid_worker', posts)
  return upFrom(place, CHAIN_LEVELS.find((level) => CHAIN_LEVEL[level].posts.includes(post.kind)) ?? 'community', posts)
}

const vacantPosts = (loaded: Loaded): Vacancy[] => loaded.posts
  .filter((post) => inPost(post) === null && post.paths.some((path) => isWithin(path, loaded.community.path)))
  .map((post) => ({ why: 'vacant', post: post.post, title: post.title, place: post.place, placeName: post.placeName, since: post.vacantSince,
    fallsTo: fallingFrom(post, loaded) }))

function missingPosts(loaded: Loaded): Vacancy[] {
  const missing = (why: 'no_captain' | 'no_branch', place: PlaceView, title: string, level: ChainLevelName): Vacancy =>
    ({ why, post: null, title, place: place.id, placeName: place.fullName, since: null, fallsTo: upFrom(place, level, loaded.posts) })
  const covered = new Set(loaded.posts.filter(({ kind }) => kind === 'captain').flatMap(({ paths }) => paths))
  const branches = loaded.posts.filter(({ kind }) => kind === 'branch_secretary').flatMap(({ paths }) => paths)
  return [
    ...loaded.buildings.filter(({ path }) => !covered.has(path)).map((place) => missing('no_captain', place, `${place.fullName}楼栋长`, 'grid_worker')),
    ...loaded.areas.filter(({ kind, path }) => kind === 'compound' && !branches.includes(path)).map((place) =>
      missing('no_branch', place, `${place.fullName}党支部`, 'community')),
  ]
}

/** Compounds in which no firm, operator or self-managing body is responsible; the day it was found is the day asked about. [O13] [O15] */
async function withoutManager(tx: Tx, district: string, loaded: Loaded, day: string): Promise<Vacancy[]> {
  const compounds = loaded.areas.filter(({ kind }) => kind === 'compound')
  const responsible = await responsibleFor(tx, district, compounds.map(({ id }) => id), day)
  return compounds.filter(({ id }) => !responsible.has(id)).map((place) => ({
    why: 'no_manager', post: null, title: `${place.fullName}管理责任主体`, place: place.id, placeName: place.fullName, since: null,
    fallsTo: upFrom(loaded.community, 'community', loaded.posts),
  }))
}

/** The chains of all buildings of a community on a day, with vacancies; null when the id is not a community. [O10] [O13] */
export async function chainsOfCommunity(tx: Tx, district: string, communityId: string, day: string): Promise<CommunityChains | null> {
  const loaded = await load(tx, district, communityId, day)
  if (loaded === null) return null
  return {
    community: loaded.community,
    buildings: loaded.buildings.map((place) => ({ place, levels: chainFor(chainPlace(place), loaded.posts) })),
    vacancies: [...vacantPosts(loaded), ...missingPosts(loaded), ...await withoutManager(tx, district, loaded, day)],
  }
}
