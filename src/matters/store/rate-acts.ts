/** The sealed acts of matters, as the rates read them. As linli_owner: the worker and verify, never a request. */
import { sql, type Kysely } from 'kysely'
import type { DB } from '../../kit/tables.gen.ts'
import type { ToldAct } from '../rules/rates/index.ts'

type Owner = Kysely<DB>
type ActRow = { subject_id: string; kind: string; at: Date; facts: ToldAct['facts']; path: string | null; compound_path: string | null;
  closed_to: string[] }

const toldAct = (row: ActRow): ToldAct => ({
  kind: row.kind, at: row.at.getTime(), facts: row.facts, path: row.path, compoundPath: row.compound_path, closedTo: row.closed_to,
})
const grouped = (rows: readonly ActRow[]): Map<string, ToldAct[]> =>
  new Map([...Map.groupBy(rows, row => row.subject_id)].map(([matter, acts]) => [matter, acts.map(toldAct)]))

/** How many leaves of the district were read; 0 before the first. */
export async function leavesRead(tx: Owner, district: string): Promise<number> {
  const row = await tx.selectFrom('rate_cursor').select('leaves').where('district', '=', district).executeTakeFirst()
  return Number(row?.leaves ?? 0)
}

/** Remembers how many leaves were read. */
export async function markRead(tx: Owner, district: string, leaves: number): Promise<void> {
  await sql`insert into rate_cursor (district, leaves) values (${district}, ${leaves})
    on conflict (district) do update set leaves = excluded.leaves`.execute(tx)
}

/** Districts with leaves that were not read yet. */
export async function unreadDistricts(db: Owner): Promise<string[]> {
  const { rows } = await sql<{ district: string }>`select e.district from tree_edge e left join rate_cursor c on c.district = e.district
    where e.size > coalesce(c.leaves, 0) order by e.district`.execute(db)
  return rows.map(({ district }) => district)
}

const TOUCHING = ['matter.verdict', 'matter.visit_failed', 'matter.excluded']

/**
 * Reads on from a leaf: how many leaves the next batch has, and the matters whose visit it may change. Those are the ones judged, given up or left
 * out in it, and those with a visit already, since whom they are closed to may have changed.
 */
export async function touchedAfter(tx: Owner, district: string, from: number, batch: number): Promise<{ leaves: number; matters: string[] }> {
  const { rows: [last] } = await sql<{ next: string | null }>`select max(idx) + 1 as next from
    (select idx from leaf where district = ${district} and idx >= ${from} and idx < ${from + batch}) l`.execute(tx)
  if (last?.next == null) return { leaves: 0, matters: [] }
  const { rows } = await sql<{ id: string }>`select distinct a.subject_id as id from leaf l
    join act a on a.district = l.district and a.id = l.act
    where l.district = ${district} and l.idx >= ${from} and l.idx < ${last.next}::bigint and a.subject_kind = 'matter'
      and (a.kind = any (${TOUCHING}::text[])
        or exists (select 1 from rate_visit v where v.district = a.district and v.matter = a.subject_id))`.execute(tx)
  return { leaves: Number(last.next) - from, matters: rows.map(({ id }) => id) }
}

/** All sealed acts before leaf `upTo` of these matters, each matter's in the order of the record. */
export async function actsOfMatters(tx: Owner, district: string, matters: readonly string[], upTo: number): Promise<Map<string, ToldAct[]>> {
  if (matters.length === 0) return new Map()
  const { rows } = await sql<ActRow>`select a.subject_id, a.kind, a.at, a.facts, a.path, a.compound_path, a.closed_to
    from unnest(${matters}::uuid[]) m(id) join act a on a.district = ${district} and a.subject_kind = 'matter' and a.subject_id = m.id
    join leaf l on l.district = a.district and l.act = a.id and l.idx < ${upTo} order by a.subject_id, l.idx`.execute(tx)
  return grouped(rows)
}

/** The acts of the next matters after `after` in the order of ids: at most about `batch` acts, of whole matters. For verify. */
export async function actsFollowing(tx: Owner, district: string, after: string, upTo: number, batch: number): Promise<Map<string, ToldAct[]>> {
  const { rows } = await sql<{ subject_id: string }>`select subject_id from (select subject_id from act where district = ${district}
    and subject_kind = 'matter' and subject_id > ${after} order by subject_id, at,
      id limit ${batch}) a group by subject_id order by subject_id`.execute(tx)
  const matters = rows.map(row => row.subject_id)
  const found = await actsOfMatters(tx, district, matters, upTo)
  // a matter whose acts wait to be sealed is named all the same, so that reading goes on behind it
  return new Map(matters.map(matter => [matter, found.get(matter) ?? []]))
}
