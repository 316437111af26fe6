import type { Tx } from '../../kit/db.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import { membersOf, standingOf, type MemberAt } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { tiesOf, type Candidate, type Tie, type TiedTo } from '../rules/ties.ts'
import type { Loaded } from '../store/load-dispute.ts'

async function candidateOf(tx: Tx, district: string, committee: string, person: string, at: Date): Promise<Candidate> {
  const standings = await standingOf(tx, district, person, at)
  const declared = await tx.selectFrom('mediator').select(['home', 'tied_places', 'tied_orgs']).where('district', '=', district)
    .where('committee', '=', committee).where('person', '=', person).executeTakeFirst()
  const captains = standings.filter(({ kind }) => kind === 'captain')
  const captainOf = await Promise.all(captains.map(async ({ place }) => (await placeById(tx, district, place))?.building ?? place))
  return {
    person, posts: standings.map(({ post }) => post), home: declared?.home ?? null, tiedPlaces: declared?.tied_places ?? [],
    tiedOrgs: declared?.tied_orgs ?? [], orgs: standings.map(({ org }) => org), captainOf,
  }
}

const tiedTo = ({ row, sides }: Loaded): TiedTo => ({
  buildings: sides.flatMap(({ building }) => building ?? []), orgs: sides.flatMap(({ org }) => org ?? []),
  persons: sides.flatMap(({ persons }) => persons), hands: row.source_hands, declined: row.declined,
})

/** What ties a person to a dispute at a moment, by what offices know and what they declared themselves. [D5] */
export const tiesTo = async (tx: Tx, loaded: Loaded, person: string, at: Date): Promise<readonly Tie[]> =>
  tiesOf(await candidateOf(tx, loaded.row.district, loaded.row.committee, person, at), tiedTo(loaded))

export type Listed = MemberAt & { readonly ties: readonly Tie[] }
/** The mediators of the committee, each with what ties them to this dispute. [D5] */
export async function mediatorsFor(tx: Tx, loaded: Loaded, at: Date): Promise<readonly Listed[]> {
  const members = await membersOf(tx, loaded.row.district, loaded.row.committee, shanghaiDay(at))
  const listed: Listed[] = []
  for (const member of new Map(members.map((one) => [one.person, one])).values()) {
    listed.push({ ...member, ties: await tiesTo(tx, loaded, member.person, at) })
  }
  return listed
}
