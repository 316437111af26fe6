/** Who may be named to a ballot team: who holds a post of the organisations around the vote, of its residents' committee, and its captains. */
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import { membersOf, partiesOf, postsOn } from '../../offices/index.ts'
import { placeById, placesWithin, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { clockOf } from '../commands/votes/on-vote.ts'
import { officersStanding } from '../store/elections.ts'
import { kindOf } from '../store/votes.ts'
import { seenByTeam } from './electors.ts'

const KINDS = ['owners', 'community', 'branch', 'street']

async function captainsOf(tx: Tx, district: string, compound: PlaceView, day: string) {
  const buildings = await placesWithin(tx, district, compound, 'building')
  const posts = await postsOn(tx, district, buildings.map(({ id }) => id), day)
  return posts.flatMap(({ holder, post, title, orgName, kind }) => (holder && kind === 'captain'
    ? [{ person: holder.person, post, name: holder.name, title, org: orgName, orgKind: 'team' }] : []))
}

/** Everybody who holds a post around a compound or community on a day ('YYYY-MM-DD'): of the organisations there, and its captains. */
export async function officersAround(tx: Tx, district: string, place: PlaceView, day: string) {
  const parties = (await partiesOf(tx, district, place, day)).filter(({ kind }) => KINDS.includes(kind))
  const members = await Promise.all(parties.map(async ({ org, name, kind }) => (await membersOf(tx, district, org, day)).map(({ person, name: who, post, title }) =>
    ({ person, post, name: who, title, org: name, orgKind: kind as string }))))
  const all = [...members.flat(), ...await captainsOf(tx, district, place, day)]
  return [...new Map(all.map((one) => [`${one.person} ${one.post}`, one])).values()]
}

/** People with posts around a vote, for whoever leads it; null for anybody else. `stands`: a candidate, who neither collects nor counts. [B18] */
export async function candidatesFor(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await seenByTeam(tx, actor, id, 'team', at)
  const place = row && await placeById(tx, row.district, row.place)
  if (!row || !place) return null
  await actAs(tx, clockOf(row))
  const stand = kindOf(row) === 'election' ? await officersStanding(tx, row.district, row.id) : new Set<string>()
  return { items: (await officersAround(tx, row.district, place, shanghaiDay(at))).map((one) => ({ ...one, stands: stand.has(one.person) })) }
}
