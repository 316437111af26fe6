/** Counts contacts from sealed acts into months: each act once, in the order of the tree, by whichever worker comes first. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { withScope, type Db, type Scope, type Tx } from '../../kit/db.ts'
import { contactOf, CONTACT_KINDS } from '../rules/index.ts'

type ActRow = { kind: string; facts: Readonly<Record<string, unknown>>; at: Date; community: string }
type Added = { in_person: number; on_screen: number; missed: number }

/** Contacts among some acts, by community and month. */
export function addUp(acts: readonly ActRow[]): ReadonlyMap<string, Added> {
  const sums = new Map<string, Added>()
  for (const act of acts) {
    const contact = contactOf(act)
    if (contact === null) continue
    const key = `${act.community} ${shanghaiDay(act.at).slice(0, 7)}`
    const sum = sums.get(key) ?? { in_person: 0, on_screen: 0, missed: 0 }
    sum[contact]++
    sums.set(key, sum)
  }
  return sums
}

async function save(tx: Tx, district: string, sums: ReadonlyMap<string, Added>): Promise<void> {
  if (sums.size === 0) return
  const rows = [...sums].map(([key, sum]) => ({ district, community: key.slice(0, 36), month: key.slice(37), ...sum }))
  await tx.insertInto('contact_month').values(rows).onConflict((c) => c.columns(['district', 'community', 'month']).doUpdateSet({
    in_person: sql`contact_month.in_person + excluded.in_person`, on_screen: sql`contact_month.on_screen + excluded.on_screen`,
    missed: sql`contact_month.missed + excluded.missed`,
  })).execute()
}

const readActs = async (tx: Tx, district: string, from: number, to: number): Promise<readonly ActRow[]> => (await sql<ActRow>`
  select a.kind, a.facts, a.at, p.community from leaf l join act a on a.district = l.district and a.id = l.act
  join place p on p.district = a.district and p.id = a.place
  where l.district = ${district} and l.idx >= ${from} and l.idx < ${to} and a.kind = any (${[...CONTACT_KINDS]}) and p.community is not null`
  .execute(tx)).rows

/**
 * Counts at most `most` leaves that are not counted yet. `clock` is the clock's scope: the whole district. Answers how many it read; 0 when it
 * has caught up. [V6]
 */
export const countContacts = (db: Db, clock: Scope, most = 2000): Promise<number> => withScope(db, clock, async (tx) => {
  const { district } = clock
  await tx.insertInto('contact_read').values({ district, next_leaf: 0 }).onConflict((c) => c.doNothing()).execute()
  const read = await tx.selectFrom('contact_read').select('next_leaf').where('district', '=', district).forUpdate().executeTakeFirstOrThrow()
  const from = Number(read.next_leaf)
  const last = await tx.selectFrom('leaf').select('idx').where('district', '=', district).where('idx', '>=', String(from))
    .where('idx', '<', String(from + most)).orderBy('idx', 'desc').limit(1).executeTakeFirst()
  if (!last) return 0
  const to = Number(last.idx) + 1
  await save(tx, district, addUp(await readActs(tx, district, from, to)))
  await tx.updateTable('contact_read').set({ next_leaf: String(to) }).where('district', '=', district).execute()
  return to - from
})

/**
 * Counts everything anew from the acts and answers what differs from what is kept, as '<community> <month>': empty is good. `clock` is the clock's
 * scope. Reads every contact act of the district: for `verify`, not for a page.
 */
export const recountContacts = (db: Db, clock: Scope): Promise<readonly string[]> => withScope(db, clock, async (tx) => {
  const { district } = clock
  const read = await tx.selectFrom('contact_read').select('next_leaf').where('district', '=', district).executeTakeFirst()
  const sums = addUp(await readActs(tx, district, 0, Number(read?.next_leaf ?? 0)))
  const kept = await tx.selectFrom('contact_month').selectAll().where('district', '=', district).execute()
  const keys = new Set([...sums.keys(), ...kept.map(({ community, month }) => `${community} ${month}`)])
  return [...keys].filter((key) => {
    const [sum, row] = [sums.get(key), kept.find(({ community, month }) => `${community} ${month}` === key)]
    return sum?.in_person !== row?.in_person || sum?.on_screen !== row?.on_screen || sum?.missed !== row?.missed
  })
})
