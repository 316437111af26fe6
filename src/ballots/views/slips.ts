/** Slips of a budget: what the ballot team works with, and what everybody is told of them. */
import type { Tx } from '../../kit/db.ts'
import { placeById, placesWithin } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { slipCap } from '../rules/projects/slips.ts'
import { slipSums } from '../store/slips.ts'
import { kindOf, type VoteRow } from '../store/votes.ts'
import { seenByTeam } from './electors.ts'
import { placeName } from './vote-parts.ts'

/** The buildings that slips can be made for, with how many there are; null for whoever does not deliver ballots of this vote, or of another kind of vote. */
export async function slipsDesk(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await seenByTeam(tx, actor, id, 'deliveries', at)
  const place = row && kindOf(row) === 'budget' ? await placeById(tx, row.district, row.place) : null
  if (!row || !place) return null
  const sums = new Map((await slipSums(tx, row.district, id)).map((one) => [one.building, one]))
  const [buildings, rooms] = [await placesWithin(tx, row.district, place, 'building'), await placesWithin(tx, row.district, place, 'room', 20_000)]
  const homes = new Map<string, number>()
  for (const { building } of rooms) if (building !== null) homes.set(building, (homes.get(building) ?? 0) + 1)
  return { items: buildings.map(({ id: building, fullName }) => ({ building, name: fullName, homes: homes.get(building) ?? 0,
    most: slipCap({ homes: homes.get(building) ?? 0 }), made: sums.get(building)?.made ?? 0, void: sums.get(building)?.void ?? 0 })) }
}

/** How many slips each building got and how many of them are void, for everybody. `tx` is the clock's. */
export async function slipsTold(tx: Tx, row: VoteRow) {
  const sums = await slipSums(tx, row.district, row.id)
  return Promise.all(sums.map(async ({ building, made, void: gone }) => ({ made, void: gone,
    name: (await placeName(tx, row.district, building ?? row.place)).name })))
}
