/** Who has taken part so far: counters that voters fill in their own transaction, in slots, so that they do not wait for each other. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { CHANNELS, type Channel } from '../rules/vote.ts'

/** How many slots one counter has. */
export const SLOTS = 4
/** The slot of an elector: any spread will do. */
export const slotOf = (elector: string): number => Number.parseInt(elector.slice(-2), 16) % SLOTS
/** Under this word expressions after the first are counted: they change no figure, and are what the ballot team looks into. */
export const AGAIN = 'again'

/** Under this word titles are counted whose ballot was delivered. */
export const DELIVERED = 'delivered'

export type TurnoutSum = {
  readonly heads: number; readonly area: number; readonly again: number; readonly delivered: number; readonly channels: Readonly<Record<Channel, number>>
  readonly buildings: ReadonlyMap<string, { readonly heads: number; readonly titles: number }>
}
/** Nobody has taken part. */
export const NOBODY: TurnoutSum = { heads: 0, area: 0, again: 0, delivered: 0, channels: { phone: 0, paper: 0, door: 0 }, buildings: new Map() }
type Row = { building: string; channel: string; heads: string; area: string; titles: string }

const sums = statement<{ district: string; vote: string }, Row>('turnout.sums', (db, p) => db.selectFrom('turnout')
  .select(['building', 'channel', sql<string>`sum(heads)`.as('heads'), sql<string>`sum(area)`.as('area'), sql<string>`sum(titles)`.as('titles')])
  .where('district', '=', p('district')).where('vote', '=', p('vote')).groupBy(['building', 'channel']))

/** Participation of a vote: heads, area (0.01 m²), by channel of the first expression and by building. A few hundred rows however many vote. */
export async function turnoutOfVote(tx: Tx, district: string, vote: string): Promise<TurnoutSum> {
  const rows = await sums(tx, { district, vote })
  const buildings = new Map<string, { heads: number; titles: number }>()
  const channels: Record<Channel, number> = { phone: 0, paper: 0, door: 0 }
  let [heads, area, again, delivered] = [0, 0, 0, 0]
  for (const row of rows) {
    if (row.channel === AGAIN) { again += Number(row.heads); continue }
    if (row.channel === DELIVERED) { delivered += Number(row.titles); continue }
    heads += Number(row.heads)
    area += Number(row.area)
    const channel = CHANNELS.find((one) => one === row.channel)
    if (channel) channels[channel] += Number(row.heads)
    const sum = buildings.get(row.building) ?? { heads: 0, titles: 0 }
    buildings.set(row.building, { heads: sum.heads + Number(row.heads), titles: sum.titles + Number(row.titles) })
  }
  return { heads, area, again, delivered, channels, buildings }
}

type Counted = { district: string; vote: string; building: string; channel: string; slot: number; heads: number; area: string; titles: number }
/** Adds to a counter. A hot statement: one row of one slot. */
export const addTurnout = statement<Counted>('turnout.add', (db, p) => db.insertInto('turnout').values({
  district: p('district'), vote: p('vote'), building: p('building'), channel: p('channel'), slot: p('slot'), heads: p('heads'), area: p('area'),
  titles: p('titles'),
}).onConflict((c) => c.columns(['district', 'vote', 'building', 'channel', 'slot']).doUpdateSet({
  heads: sql`turnout.heads + excluded.heads`, area: sql`turnout.area + excluded.area`, titles: sql`turnout.titles + excluded.titles`,
})))
