/** Which compounds have a voting register and who keeps it: an organisation, never anything that stands in it. */
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { holdersAt, membersOf, namesOf } from '../../offices/index.ts'
import { isWithin, placeById, placesWithin, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { registerOf } from '../store/register-rows.ts'

export type RegisterCard = {
  readonly compound: string; readonly name: string; readonly homes: number; readonly keeper: { readonly id: string; readonly name: string } | null
  readonly since: string | null; readonly mine: boolean; readonly mayStart: boolean
}

/** Who may begin a register where there is none: the owners' body of the compound, or, where it has none, the residents' committee that stands in. */
export async function starterOf(tx: Tx, actor: Actor, compound: PlaceView, day: string): Promise<string | null> {
  const holders = await holdersAt(tx, actor.district, compound, day)
  return (holders.get('owners') ?? holders.get('community'))?.org ?? null
}

async function compoundsFor(tx: Tx, actor: Actor, day: string): Promise<readonly PlaceView[]> {
  const { district, scopes, org, orgs } = actor
  if (org === null || !orgs.includes(org)) return []
  if (scopes.length === 0) {
    const places = [...new Set((await membersOf(tx, district, org, day)).map(({ place }) => place))]
    return (await Promise.all(places.map((id) => placeById(tx, district, id)))).flatMap((one) => (one?.kind === 'compound' ? [one] : []))
  }
  const whole = await tx.selectFrom('place').select('id').where('district', '=', district).where('kind', '=', 'district').executeTakeFirst()
  const root = whole && await placeById(tx, district, whole.id)
  const all = root ? await placesWithin(tx, district, root, 'compound') : []
  return all.filter(({ path }) => scopes.some((scope) => isWithin(path, scope)))
}

/** The compounds within reach with who keeps their register; those that one keeps oneself first. Rented compounds have no owners to vote. [B80] */
export async function registersFor(tx: Tx, actor: Actor, at: Date): Promise<readonly RegisterCard[]> {
  const day = shanghaiDay(at)
  const cards: RegisterCard[] = []
  for (const compound of await compoundsFor(tx, actor, day)) {
    if (compound.compoundType === 'public_rental') continue
    const kept = await registerOf(tx, actor.district, compound.id)
    const name = kept && (await namesOf(tx, actor.district, { orgs: [kept.keeper] })).org(kept.keeper)?.name
    const starter = kept === null ? await starterOf(tx, actor, compound, day) : null
    cards.push({ compound: compound.id, name: compound.fullName, homes: compound.homes ?? 0, keeper: kept && { id: kept.keeper, name: name ?? '' },
      since: kept?.since ?? null, mine: kept !== null && actor.orgs.includes(kept.keeper),
        mayStart: starter !== null && actor.orgs.includes(starter) })
  }
  return cards.sort((one, other) => Number(other.mine) - Number(one.mine))
}
