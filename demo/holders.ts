import type { Holder } from '../src/matters/rules/decide/file.ts'
import type { DutyHolder } from '../src/matters/rules/index.ts'
import { managerOf, orgId } from './orgs.ts'
import { demoPlaces } from './places.ts'
import { compoundPlans } from './plan.ts'
import { holder, postId } from './posts.ts'
import type { CompoundType, DemoPlace } from './types.ts'

/** Everything about who has a duty where that writing the scripts needs; the product finds the same in its tables. */

const byId = new Map(demoPlaces().map((p) => [p.id, p]))
const owners: Readonly<Record<string, string>> = { wty: 'own-wty', lgt: 'own-lgt', fjx: 'own-fjx' }
const stationKinds: readonly (readonly [DutyHolder, string])[] = [
  ['station:enforcement', 'st-enforce'], ['station:police', 'st-police'], ['station:market', 'st-market'], ['station:justice', 'st-justice'],
    ['station:fire', 'st-fire'],
  ['station:ecology', 'st-eco'], ['station:housing', 'st-housing'], ['station:rental_housing', 'st-rental'],
  ['utility:water', 'ut-water'], ['utility:gas', 'ut-gas'], ['utility:power', 'ut-power'],
]

/** The place with this id. */
export function placeOf(id: string): DemoPlace {
  const found = byId.get(id)
  if (!found) throw new Error(`no place ${id}`)
  return found
}

/** Short key of the compound of a place, as 'wty'; empty outside compounds. */
export function compoundKey(place: DemoPlace): string {
  const code = place.compound ? placeOf(place.compound).code : ''
  return compoundPlans.find((k) => k.code === code)?.key ?? ''
}

/** Key of the community's posts, as 'com-001'. */
export const communityKey = (place: DemoPlace): string => `com-${(place.community ? placeOf(place.community).code : '990106003001').slice(-3)}`

/** Keys of the captains' posts of a place's building, for its floor where it has one. */
export function captainKey(place: DemoPlace, date: string): string | undefined {
  if (!place.buildingNo) return undefined
  const base = `captain:${compoundKey(place)}-${place.buildingNo}`
  const two = compoundKey(place) === 'wty' && Number(place.buildingNo) >= 7
  if (two && place.floor === undefined) return undefined
  const key = two ? `${base}-${(place.floor ?? 1) <= 13 ? 'low' : 'high'}` : base
  return holder(key, date) ? key : undefined
}

/** Key of the grid worker's post of a place. */
export const gridKey = (place: DemoPlace): string | undefined => (place.grid ? `grid-${placeOf(place.grid).code.slice(-2)}:worker` : undefined)

/** Who there is at a place on a date (YYYY-MM-DD), by the words of the duty list. */
export function holdersAt(place: DemoPlace, date: string): { readonly holders: ReadonlyMap<DutyHolder, Holder>;
  readonly compoundType: CompoundType | null } {
  const key = compoundKey(place), community = communityKey(place)
  const found = new Map<DutyHolder, Holder>([['community', { org: orgId(community), post: null }]])
  const captain = captainKey(place, date)
  if (captain) found.set('captain', { org: orgId(`cap-${community.slice(-3)}`), post: postId(captain) })
  const grid = gridKey(place)
  if (grid) found.set('grid', { org: orgId(community), post: postId(grid) })
  const firm = key ? managerOf(key) : ''
  if (firm.startsWith('firm')) found.set('firm', { org: orgId(firm), post: null })
  const body = owners[key]
  if (body) found.set('owners', { org: orgId(body), post: null })
  if (key === 'jlf') found.set('developer', { org: orgId('dev-jinlan'), post: null })
  for (const [word, org] of stationKinds) found.set(word, { org: orgId(org), post: null })
  found.set('mediation', { org: orgId(`med-${community.slice(-3)}`), post: postId(`${community}:mediator`), audience: 'unit' })
  found.set('named_worker', { org: orgId(community), post: postId(`${community}:worker`) })
  return { holders: found, compoundType: place.compound ? placeOf(place.compound).compoundType ?? null : null }
}
