import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import { inPost, postsOn, type PostOnDay } from '../../offices/index.ts'
import { placeById, placesWithin, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { explainSplit, fitOf, mayDivide, mayEnterNorm, NORM_KINDS, normOn, proposeSplit, sayBuildings, type Fit,
  type Norm } from '../rules/sizing/index.ts'
import { measuredBuildings, normsOf, splitsIn, type KeptSplit, type MeasuredBuilding } from '../store/sizing-rows.ts'

/** An area with what is counted in it. `staff`: people in posts of its own; null where the area has none of its own. */
export type MeasuredArea = {
  readonly kind: 'community' | 'grid' | 'small_grid'; readonly id: string; readonly name: string; readonly area: string | null; readonly homes: number
  readonly known: number; readonly people: number | null; readonly staff: number; readonly captains: number; readonly captainsThere: number;
  readonly fit: Fit
}

/** A captain's post with the homes it has. */
export type MeasuredCaptain = { readonly post: string; readonly title: string; readonly place: string; readonly placeName: string;
  readonly homes: number
  readonly held: boolean; readonly fit: Fit }

/** A division that is proposed for a grid above the norm. */
export type Proposal = { readonly grid: string; readonly why: Said; readonly source: string
  readonly parts: readonly { readonly buildings: readonly string[]; readonly homes: number; readonly said: Said }[] }

/** What a community measures, against the norms of its street. */
export type Sizing = {
  readonly community: PlaceView; readonly street: string | null; readonly mayDivide: boolean; readonly mayEnterNorm: boolean
  readonly norms: readonly Norm[]; readonly areas: readonly MeasuredArea[]; readonly captains: readonly MeasuredCaptain[]
  readonly staff: { readonly count: number; readonly people: number | null; readonly perStaff: number | null; readonly fit: Fit }
  readonly buildings: readonly MeasuredBuilding[]; readonly proposals: readonly Proposal[]; readonly splits: readonly KeptSplit[]
}

/** Kinds of post that are staff of a community; a first secretary is sent by another unit, and captains are neighbours. */
const STAFF: readonly string[] = ['community_secretary', 'community_deputy', 'community_worker', 'grid_lead', 'grid_worker']
const total = (blocks: readonly { readonly homes: number }[]): number => blocks.reduce((all, { homes }) => all + homes, 0)
const people = (blocks: readonly MeasuredBuilding[]): number | null =>
  blocks.reduce<number | null>((all, one) => (one.people === null ? all : (all ?? 0) + one.people), null)
const persons = (posts: readonly PostOnDay[]): number => new Set(posts.flatMap((post) => inPost(post)?.person ?? [])).size

const compoundsSaid = (blocks: readonly MeasuredBuilding[], many: boolean): Said => {
  const names = new Map(blocks.map((one) => [one.compound, one.compoundName]))
  return sayBuildings(blocks, (compound) => (many ? names.get(compound) ?? '' : ''))
}

function proposalFor(grid: PlaceView, blocks: readonly MeasuredBuilding[], norm: Norm | null): readonly Proposal[] {
  if (norm === null || fitOf(total(blocks), norm) !== 'over') return []
  const parts = proposeSplit(blocks, norm.most)
  const many = new Set(blocks.map(({ compound }) => compound)).size > 1
  return parts === null ? [] : [{ grid: grid.id, why: explainSplit(grid.name, parts, norm), source: norm.source,
    parts: parts.map((part) => ({ buildings: part.blocks.map(({ id }) => id), homes: part.homes, said: compoundsSaid(part.blocks, many) })) }]
}

/** Homes of each captain's post: those of its floors, where it has part of a building. */
async function homesOfCaptains(tx: Tx, district: string, posts: readonly PostOnDay[]): Promise<ReadonlyMap<string, number>> {
  const list = posts.map(({ post, place, floorFrom, floorTo }) => ({ post, place, low: floorFrom, high: floorTo }))
  const { rows } = await sql<{ post: string; homes: number }>`select c.post, count(r.id)::int as homes
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as c(post uuid, place uuid, low int, high int)
    join place p on p.district = ${district} and p.id = c.place
    left join place r on r.district = p.district and r.community = p.community and r.kind = 'room' and r.valid_to is null and (r.building = c.place or r.unit = c.place)
      and (r.floor is null or r.floor between coalesce(c.low, r.floor) and coalesce(c.high, r.floor))
    group by c.post`.execute(tx)
  return new Map(rows.map(({ post, homes }) => [post, homes]))
}

/**
 * What a community measures on a day ('YYYY-MM-DD'), with a proposal for each grid above the norm; null when the id is no community within reach.
 * [RO70] [RO71]
 */
export async function sizingOf(tx: Tx, actor: Actor, communityId: string, day: string): Promise<Sizing | null> {
  const { district } = actor
  const community = await placeById(tx, district, communityId)
  if (community?.kind !== 'community') return null
  const grids = await placesWithin(tx, district, community, 'grid')
  const buildings = await measuredBuildings(tx, district, { community: communityId })
  const kept = await normsOf(tx, district, community.street ?? '')
  const norms = NORM_KINDS.flatMap((kind) => normOn(kept, kind, day) ?? [])
  const norm = (kind: Norm['kind']): Norm | null => norms.find((one) => one.kind === kind) ?? null
  const posts = await postsOn(tx, district, [communityId, ...grids.map(({ id }) => id), ...buildings.map(({ id }) => id)], day)
  const captains = posts.filter(({ kind }) => kind === 'captain')
  const homesAt = await homesOfCaptains(tx, district, captains)
  const staff = posts.filter(({ kind }) => STAFF.includes(kind))
  const small = (grid: PlaceView): boolean => grid.parent !== communityId
  const areaOf = (place: PlaceView, kind: MeasuredArea['kind'], own: readonly MeasuredBuilding[]): MeasuredArea => {
    const here = captains.filter((post) => own.some(({ id }) => post.place === id))
    const at = kind === 'community' ? staff : staff.filter((post) => post.paths.includes(place.path))
    return { kind, id: place.id, name: place.name, area: null, homes: total(own), known: own.reduce((all, one) => all + one.known, 0),
      people: people(own),
      staff: persons(at), captains: here.length, captainsThere: here.filter((post) => inPost(post) !== null).length,
      fit: fitOf(total(own), norm(kind)) }
  }
  const blocksOf = (grid: PlaceView): readonly MeasuredBuilding[] => buildings.filter((one) => one.grid === grid.id
    || grids.some((inner) => inner.parent === grid.id && inner.id === one.grid))
  const whole = areaOf(community, 'community', buildings)
  const perStaff = whole.people === null || whole.staff === 0 ? null : Math.round(whole.people / whole.staff)
  return {
    community, street: community.street, norms, buildings,
    mayDivide: mayDivide(actor, community.path), mayEnterNorm: mayEnterNorm(actor, community.path.split('.').slice(0, 2).join('.')),
    areas: [whole, ...grids.map((grid) => ({ ...areaOf(grid, small(grid) ? 'small_grid' : 'grid', blocksOf(grid)),
      area: compoundsSaid(blocksOf(grid), true).zh }))],
    captains: captains.map((post) => ({ post: post.post, title: post.title, place: post.place, placeName: post.placeName,
      homes: homesAt.get(post.post) ?? 0,
      held: inPost(post) !== null, fit: fitOf(homesAt.get(post.post) ?? 0, norm('captain')) })),
    staff: { count: whole.staff, people: whole.people, perStaff, fit: fitOf(perStaff, norm('staff')) },
    proposals: grids.filter((grid) => !small(grid)).flatMap((grid) => proposalFor(grid, blocksOf(grid), norm('grid'))),
    splits: await splitsIn(tx, district, { path: community.path }),
  }
}
