/** Many ballots at once: for what was voted before this system came, as in the demo, and for measuring. As the clock. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Channel } from '../rules/vote.ts'
import { newBallotSalt, pseudonymOf, sealChoice } from '../sealing/index.ts'
import { indexesOnly } from './electors.ts'
import { AGAIN, slotOf } from './turnout.ts'
import { linkKeyOf, sealKeyOf } from './vote-keys.ts'
import type { VoteRow } from './votes.ts'

/** One ballot of an elector. `content`: what it says, null for paper that nobody has opened yet. */
export type GivenBallot = { readonly elector: string; readonly seq: number; readonly channel: Channel; readonly day: string; readonly envelope: string | null
  readonly collectors: readonly string[] | null; readonly content: string | null }
type Known = { readonly id: string; readonly area: string; readonly heads: number; readonly titles: number; readonly building: string | null }

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

async function insertChoices(tx: Tx, row: VoteRow, given: readonly GivenBallot[], electors: ReadonlyMap<string, Known>): Promise<void> {
  const where = { district: row.district, vote: row.id }
  const [seal, link] = [await sealKeyOf(tx, where), await linkKeyOf(tx, where)]
  if (!link) throw new Error('a vote that is not sealed has its link key')
  const rows = given.flatMap(({ elector, seq, channel, content }) => {
    const known = electors.get(elector)
    if (content === null || !known) return []
    const pseudonym = pseudonymOf(link, elector)
    const { sealed, commitment } = sealChoice(seal, row.id, { pseudonym, seq, channel, area: Number(known.area), heads: known.heads, content, salt: newBallotSalt() })
    return [{ id: randomUUID(), pseudonym, seq, channel, area: known.area, heads: known.heads, sealed: hex(sealed), commitment: `\\x${commitment}` }]
  })
  await sql`insert into choice (district, vote, id, pseudonym, seq, channel, area, heads, sealed, commitment)
    select ${row.district}, ${row.id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, pseudonym text, seq int, channel text, area bigint, heads int, sealed bytea, commitment bytea)`.execute(tx)
}

async function countIn(tx: Tx, row: VoteRow, given: readonly GivenBallot[], electors: ReadonlyMap<string, Known>): Promise<void> {
  const sums = new Map<string, { building: string; channel: string; slot: number; heads: number; area: number; titles: number }>()
  for (const { elector, seq, channel: way } of given) {
    const known = electors.get(elector)
    if (!known) continue
    const first = seq === 1
    const [building, channel, slot] = [known.building ?? row.place, first ? way : AGAIN, slotOf(elector)]
    const sum = sums.get(`${building} ${channel} ${slot}`) ?? { building, channel, slot, heads: 0, area: 0, titles: 0 }
    sums.set(`${building} ${channel} ${slot}`, { ...sum, heads: sum.heads + (first ? known.heads : 1), area: sum.area + (first ? Number(known.area) : 0),
      titles: sum.titles + (first ? known.titles : 0) })
  }
  await sql`insert into turnout (district, vote, building, channel, slot, heads, area, titles) select ${row.district}, ${row.id}::uuid, r.*
    from jsonb_to_recordset(${JSON.stringify([...sums.values()])}::jsonb) as r(building uuid, channel text, slot int, heads int, area bigint, titles int)
    on conflict (district, vote, building, channel, slot) do update set heads = turnout.heads + excluded.heads, area = turnout.area + excluded.area,
      titles = turnout.titles + excluded.titles`.execute(tx)
}

/** Takes many ballots in: expressions, sealed choices where they are known, counters. Some thousands a second. */
export async function giveBallots(tx: Tx, row: VoteRow, given: readonly GivenBallot[]): Promise<void> {
  await indexesOnly(tx)
  const ids = [...new Set(given.map(({ elector }) => elector))]
  const found = await tx.selectFrom('elector').select(['id', 'area', 'heads', 'titles', 'building']).where('district', '=', row.district).where('vote', '=', row.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const electors = new Map(found.map((one) => [one.id, one]))
  await sql`insert into cast_ballot (district, vote, elector, seq, channel, day, envelope, collectors) select ${row.district}, ${row.id}::uuid, r.*
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(elector uuid, seq int, channel text, day date, envelope text, collectors uuid[])`.execute(tx)
  await sql`update elector e set casts = n.casts, took_part = true from (select elector, max(seq) as casts
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(elector uuid, seq int) group by elector) n
    where e.district = ${row.district} and e.vote = ${row.id} and e.id = n.elector`.execute(tx)
  await insertChoices(tx, row, given, electors)
  await countIn(tx, row, given, electors)
}
