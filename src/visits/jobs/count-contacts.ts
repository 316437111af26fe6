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

/** A month of a community that is not what the acts say; `name` is the community's, counts are null where there is no row or no act. */
export type ContactsDiffer = {
  readonly community: string; readonly name: string; readonly month: string; readonly told: Added | null; readonly kept: Added | null
}
/** What counting anew came to: how far it read, how many rows are kept, and which of them differ. */
export type ContactsRecounted = { readonly leaves: number; readonly rows: number; readonly differ: readonly ContactsDiffer[] }

type Kept = { next_leaf: string; community: string | null; month: string | null; name: string | null } & { [name in keyof Added]: number | null }
const LEAVES = 20_000
const counts = ({ in_person, on_screen, missed }: { [name in keyof Added]: number | null }): Added =>
  ({ in_person: in_person ?? 0, on_screen: on_screen ?? 0, missed: missed ?? 0 })
const same = (one: Added | null, other: Added | null): boolean =>
  one?.in_person === other?.in_person && one?.on_screen === other?.on_screen && one?.missed === other?.missed

/** All contacts below a leaf, added up batch by batch, so that memory does not grow with the record. */
async function toldBelow(tx: Tx, district: string, below: number): Promise<ReadonlyMap<string, Added>> {
  const all = new Map<string, Added>()
  for (let from = 0; from < below; from += LEAVES) {
    for (const [key, sum] of addUp(await readActs(tx, district, from, Math.min(from + LEAVES, below)))) {
      const was = counts(all.get(key) ?? { in_person: 0, on_screen: 0, missed: 0 })
      all.set(key, { in_person: was.in_person + sum.in_person, on_screen: was.on_screen + sum.on_screen, missed: was.missed + sum.missed })
    }
  }
  return all
}

/**
 * Counts everything anew from the acts, as far as the worker has counted, and answers what differs from what is kept: nothing is good. `clock` is the
 * clock's scope. Reads every contact act of the district: for `verify`, not for a page. Rows and position are read in one look, so that a worker that
 * counts meanwhile makes no difference. [V6]
 */
export const recountContacts = (db: Db, clock: Scope): Promise<ContactsRecounted> => withScope(db, clock, async (tx) => {
  const { district } = clock
  const { rows } = await sql<Kept>`select r.next_leaf, m.community, m.month, p.name, m.in_person, m.on_screen, m.missed
    from contact_read r left join contact_month m on m.district = r.district left join place p on p.district = m.district and p.id = m.community
    where r.district = ${district}`.execute(tx)
  const leaves = Number(rows[0]?.next_leaf ?? 0)
  const kept = new Map<string, Kept>(rows.flatMap((row) => (row.community === null ? [] : [[`${row.community} ${row.month ?? ''}`, row] as const])))
  const told = await toldBelow(tx, district, leaves)
  const differ = [...new Set([...told.keys(), ...kept.keys()])].sort().flatMap((key): ContactsDiffer[] => {
    const row = kept.get(key)
    const [sum, stands] = [told.get(key) ?? null, row ? counts(row) : null]
    return same(sum, stands) ? [] : [{ community: key.slice(0, 36), name: row?.name ?? '', month: key.slice(37), told: sum, kept: stands }]
  })
  return { leaves, rows: kept.size, differ }
})
