/** The list of care without homes and names, and the branch's compartment. */
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { carePack, mayKeepParty, type CareKind } from '../rules/law/index.ts'
import { careOn, opensOn } from '../store/care.ts'
import { partyLines } from '../store/party.ts'

export type CareView = {
  readonly today: string; readonly most: number; readonly opened: number
  readonly buildings: readonly { readonly id: string; readonly name: string
    readonly items: readonly { readonly id: string; readonly kind: CareKind; readonly until: string }[] }[]
}

/** How many agreements each building has, and how many more may be opened today; null for those who see no care. [RO64] P18 */
export async function careList(tx: Tx, actor: Actor, at: Date): Promise<CareView | null> {
  const { district, post } = actor
  if (!actor.audience.some((word) => word === 'captain' || word === 'community') || post === null) return null
  const today = shanghaiDay(at)
  const [rows, opened] = await Promise.all([careOn(tx, { district, day: today }), opensOn(tx, { district, post, day: today })])
  const buildings = [...Map.groupBy(rows, ({ building }) => building)]
  return { today, most: carePack.opensPerDay, opened: opened[0]?.opened ?? 0,
    buildings: buildings.map(([id, items]) => ({ id, name: items[0]?.building_name ?? '',
    items: items.map(({ id: care, kind, until }) => ({ id: care, kind, until })) })) }
}

export type PartyView = { readonly today: string; readonly members: readonly {
  readonly id: string; readonly compound: string; readonly home: string | null; readonly name: string; readonly phone: string | null
  readonly checkedIn: boolean; readonly by: 'self' | 'branch'; readonly since: string
}[] }

/** The lines of the branch's compartment; null for everybody else. [RO67] P07 */
export async function partyList(tx: Tx, actor: Actor, at: Date): Promise<PartyView | null> {
  if (!mayKeepParty(actor.audience).ok) return null
  const rows = await partyLines(tx, { district: actor.district })
  return { today: shanghaiDay(at), members: rows.map((row) => ({ id: row.id, compound: row.compound_name, home: row.home_name, name: row.name_masked,
    phone: row.phone_masked, checkedIn: row.checked_in, by: row.written_by, since: row.since })) }
}
