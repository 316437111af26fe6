/** How far a compound is handed over, from its register: sums alone. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Measure } from '../rules/vote.ts'

/** Homes and area (0.01 m²) of a compound within the actor's reach. */
export async function totalsOfCompound(tx: Tx, district: string, compound: string): Promise<{ readonly homes: number; readonly area: number }> {
  const { rows } = await sql<{ homes: string; area: string }>`select count(*) filter (where kind = 'home') as homes,
    coalesce(sum(area), 0) as area from title
    where district = ${district} and compound = ${compound}::uuid`.execute(tx)
  return { homes: Number(rows[0]?.homes ?? 0), area: Number(rows[0]?.area ?? 0) }
}

/** What is handed over of a compound, and the whole: area and heads, the developer's homes that are not sold or not handed over as one. */
export async function deliveredOf(tx: Tx, district: string, compound: string): Promise<{ readonly delivered: Measure; readonly totals: Measure }> {
  const { rows } = await sql<{ area: string; heads: string; all_area: string; all_heads: string }>`select
    coalesce(sum(area) filter (where status = 'sold'), 0) as area, count(distinct head) filter (where status = 'sold') as heads,
    coalesce(sum(area), 0) as all_area, count(distinct head) as all_heads from title
    where district = ${district} and compound = ${compound}::uuid and kind in ('home', 'shop')`.execute(tx)
  const [row] = rows
  return { delivered: { area: Number(row?.area ?? 0), heads: Number(row?.heads ?? 0) },
    totals: { area: Number(row?.all_area ?? 0), heads: Number(row?.all_heads ?? 0) } }
}
