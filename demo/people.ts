import { dutyFor, type DutyHolder } from '../src/matters/rules/index.ts'
import { captainKey, communityKey, compoundKey, gridKey, holdersAt } from './holders.ts'
import { managerOf, orgId } from './orgs.ts'
import type { Actor, Story } from './play.ts'
import { holder, personId, postId, postOf } from './posts.ts'
import { dayOf } from './time.ts'

/** Who acts next in a story: found from who holds it, and from who may still look at it with fresh eyes. */

export type Role = 'captain' | 'grid' | 'community' | 'firm' | 'owners' | 'developer' | 'station' | 'mediator' | 'named'
export type Doer = { readonly role: Role; readonly key: Actor }

const stationPosts: Readonly<Record<string, readonly string[]>> = {
  'st-enforce': ['st-enforce:desk', 'st-enforce:head'], 'st-police': ['st-police:head', 'st-police:desk'], 'st-market': ['st-market:desk',
    'st-market:head'],
  'st-justice': ['st-justice:head'], 'st-fire': ['st-fire:head', 'st-fire:desk'], 'st-eco': ['st-eco:head'], 'st-housing': ['st-housing:desk',
    'st-housing:head'], 'st-rental': ['st-rental:head'],
}
const stationOf = new Map(Object.keys(stationPosts).map((key) => [orgId(key), key]))

/** The post of a station that answers: its desk, or its head. */
export const stationPost = (org: string): string => stationPosts[stationOf.get(org) ?? '']?.[0] ?? 'st-enforce:desk'

/** Key of the firm's post at a compound, or undefined where there is no firm. */
export function firmPost(compound: string): string | undefined {
  const firm = managerOf(compound)
  if (!firm.startsWith('firm')) return undefined
  return firm === 'firm-anju' ? `firm-anju:${compound}` : `${firm}:manager`
}

const ownersPosts: Readonly<Record<string, string>> = { wty: 'own-wty:chair', lgt: 'own-lgt:chair', fjx: 'own-fjx:chair' }

/** Who in the organisation or post that holds the matter would act on it. */
export function doerOf(story: Story, at: number): Doer {
  const { place } = story.opening
  const { heldPost, heldBy } = story.matter
  const community = communityKey(place)
  const captain = captainKey(place, dayOf(at))
  if (captain && heldPost === postId(captain)) return { role: 'captain', key: captain }
  const grid = gridKey(place)
  if (grid && heldPost === postId(grid)) return { role: 'grid', key: grid }
  if (heldPost === postId(`${community}:mediator`)) return { role: 'mediator', key: `${community}:mediator` }
  if (heldPost === postId(`${community}:worker`)) return { role: 'named', key: `${community}:worker` }
  if (heldBy === orgId(community)) return { role: 'community', key: `${community}:desk` }
  if (stationOf.has(heldBy)) return { role: 'station', key: stationPost(heldBy) }
  const compound = compoundKey(place)
  const firm = firmPost(compound)
  if (firm && heldBy === orgId(postOf(firm).org)) return { role: 'firm', key: firm }
  const owners = ownersPosts[compound]
  if (owners && heldBy === orgId(postOf(owners).org)) return { role: 'owners', key: owners }
  if (heldBy === orgId('dev-jinlan')) return { role: 'developer', key: 'dev-jinlan:desk' }
  throw new Error(`nobody acts for ${heldBy} in: ${story.opening.words}`)
}

/** Keys of posts that see the place and could look or ask, nearest first; whether they may is asked of the matter. */
function around(story: Story, at: number): string[] {
  const { place } = story.opening
  const community = communityKey(place)
  const grid = gridKey(place)
  const captain = captainKey(place, dayOf(at))
  return [...(grid ? [grid] : []), ...(captain ? [captain] : []), ...(grid ? [grid.replace('worker', 'lead')] : []), `${community}:worker`,
    `${community}:desk`, `${community}:deputy`]
}

/** Who may look at the result: no work done on it, and it is not closed to them. */
export const lookers = (story: Story, at: number): string[] => around(story, at).filter((key) => {
  const name = holder(key, dayOf(at))
  const post = postOf(key)
  const firmDidIt = post.audience === 'captain' && story.matter.doerOrgs.includes(orgId(post.org))
  return name !== undefined && !firmDidIt && !story.matter.closedTo.includes(post.audience) && !story.matter.doers.includes(personId(name))
})

/** Who may ask the three questions at the door: no act on it at all. */
export const askers = (story: Story, at: number): string[] =>
  lookers(story, at).filter((key) => !story.matter.hands.includes(personId(holder(key, dayOf(at)) ?? '')))

/** How many hours people take to sign and to finish, by how urgent the category is: made up, a little under what is allowed. */
const USUAL = { urgent: { sign: 0.5, finish: 24 }, small: { sign: 4, finish: 72 }, plain: { sign: 24, finish: 168 }, hard: { sign: 24, finish: 360 } }

/** The usual hours for a story's category. */
export const paceOf = (story: Story): { readonly sign: number; readonly finish: number } =>
  USUAL[dutyFor(story.matter.category, null, () => true).pace]

/** Whether there is such a holder at the place, and the matter is not closed to them. */
export const reachable = (story: Story, word: DutyHolder, at: number): boolean =>
  holdersAt(story.opening.place, dayOf(at)).holders.has(word) && !story.matter.closedTo.includes(word)
