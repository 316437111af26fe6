import type { Tx } from '../../kit/db.ts'
import { isWithin, placeById, placesWithin, type CompoundType, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { compoundDefaults, inPost, managerState, MANAGER_STEP_SAID, MANAGER_STEPS, type CompoundDefaults, type CompoundRole, type ManagerState,
  type OrgKind, type Responsible } from '../rules/index.ts'
import { orgsServing, postsOfPlaces, type PostOnDay, type ServingOrg } from '../store/office-rows.ts'
import { responsibleFor, stepsOf, type KeptStep } from '../store/manager-rows.ts'

/** A role that the type of a compound asks for. `missing`: how many are, for captains; 1 for others. */
export type RoleMet = { readonly role: CompoundRole; readonly missing: number }

/** A compound with what follows from its type, what of it is there, and who answers for it. */
export type TypedCompound = {
  readonly id: string; readonly name: string; readonly type: CompoundType; readonly label: string | null; readonly homes: number; readonly defaults: CompoundDefaults
  readonly roles: readonly RoleMet[]; readonly manager: ManagerState; readonly responsible: Responsible | null; readonly steps: readonly KeptStep[]
}

/** The compounds of a community, and which organisations could be named. */
export type TypedCompounds = {
  readonly community: PlaceView; readonly compounds: readonly TypedCompound[]; readonly mayName: boolean
  readonly orgs: readonly { readonly id: string; readonly name: string; readonly kind: OrgKind }[]
}

type Around = { readonly buildings: readonly PlaceView[]; readonly posts: readonly PostOnDay[]; readonly orgs: readonly ServingOrg[]; readonly manager: ManagerState }

function missingOf(role: CompoundRole, compound: PlaceView, { buildings, posts, orgs, manager }: Around): number {
  const held = (kind: string, path: string): boolean => posts.some((post) => post.kind === kind && post.paths.includes(path) && inPost(post) !== null)
  switch (role) {
    case 'captain': return buildings.filter(({ path }) => !held('captain', path)).length
    case 'branch': return held('branch_secretary', compound.path) ? 0 : 1
    case 'manager': return manager === 'named' ? 0 : 1
    case 'owners': case 'developer': return orgs.some(({ kind }) => kind === role) ? 0 : 1
    case 'tenants': return orgs.some(({ kind, place }) => kind === 'team' && place === compound.id) ? 0 : 1
  }
}

async function typed(tx: Tx, district: string, compound: PlaceView, all: { readonly buildings: readonly PlaceView[]; readonly posts: readonly PostOnDay[] },
  responsible: Responsible | null, steps: readonly KeptStep[], day: string): Promise<TypedCompound> {
  const type = compound.compoundType ?? 'commodity' // the table asks for a type of every compound
  const manager = managerState(responsible)
  const buildings = all.buildings.filter((one) => one.compound === compound.id)
  const around = { buildings, posts: all.posts, orgs: await orgsServing(tx, district, [compound.id], day), manager }
  const defaults = compoundDefaults(type)
  return { id: compound.id, name: compound.fullName, type, label: compound.label, homes: compound.homes ?? 0, defaults, manager, responsible, steps,
    roles: defaults.roles.map((role) => ({ role, missing: missingOf(role, compound, around) })) }
}

/** The compounds of a community on a day ('YYYY-MM-DD') by type, those without a responsible manager first; null when it is no community within reach. [O15] [O16] */
export async function compoundsOf(tx: Tx, actor: Actor, communityId: string, day: string): Promise<TypedCompounds | null> {
  const { district } = actor
  const community = await placeById(tx, district, communityId)
  if (community?.kind !== 'community' || !actor.scopes.some((scope) => isWithin(community.path, scope))) return null
  const compounds = await placesWithin(tx, district, community, 'compound')
  const ids = compounds.map(({ id }) => id)
  const buildings = await placesWithin(tx, district, community, 'building')
  const posts = await postsOfPlaces(tx, district, [...ids, ...buildings.map(({ id }) => id)], ['captain', 'branch_secretary'], day)
  const [responsible, steps] = [await responsibleFor(tx, district, ids, day), await stepsOf(tx, district, ids)]
  const found: TypedCompound[] = []
  for (const one of compounds) found.push(await typed(tx, district, one, { buildings, posts }, responsible.get(one.id) ?? null, steps.filter(({ compound }) => compound === one.id), day))
  const kinds = [...new Set(MANAGER_STEPS.flatMap((step) => MANAGER_STEP_SAID[step].orgs))]
  const street = community.path.split('.').slice(0, 2).join('.')
  const rows = await tx.selectFrom('org').select(['id', 'name', 'kind', 'path']).where('district', '=', district).where('kind', 'in', kinds).where('valid_to', 'is', null)
    .orderBy('name').execute()
  const rank = ({ manager }: TypedCompound): number => ['none', 'caretaker', 'named'].indexOf(manager)
  return { community, compounds: found.sort((one, two) => rank(one) - rank(two)), mayName: actor.audience.some((one) => one === 'community' || one === 'street'),
    orgs: rows.flatMap(({ id, name, kind, path }) => kinds.flatMap((one) => (one === kind && isWithin(path, street) ? [{ id, name, kind: one }] : []))) }
}
