/** The sketch of a compound: its buildings and where they stand. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

/** A building on the sketch; null where nobody drew it. Metres to the east and to the south. */
export type PlanBuilding = { readonly id: string; readonly name: string; readonly units: number; readonly x: number | null; readonly y: number | null }

/** The buildings of a compound, in order of their codes. */
export async function planBuildings(tx: Tx, district: string, compound: string): Promise<readonly PlanBuilding[]> {
  return (await sql<PlanBuilding>`select b.id, b.name, b.plan_x as x, b.plan_y as y, (select count(*)::int from place u where u.district = b.district
      and u.parent = b.id and u.kind = 'unit' and u.valid_to is null) as units
    from place b where b.district = ${district}::char(6) and b.compound = ${compound}::uuid and b.kind = 'building' and b.valid_to is null
    order by b.code collate "C"`.execute(tx)).rows
}

/** The compounds below some paths, in order of their codes. */
export async function compoundsWithin(tx: Tx, district: string, scopes: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return tx.selectFrom('place').select(['id', 'name']).where('district', '=', district).where('kind', '=', 'compound').where('valid_to', 'is', null)
    .where(sql<boolean>`(path <@ any(${scopes}::ltree[]) or compound_path <@ any(${scopes}::ltree[]))`).orderBy(sql`code collate "C"`).execute()
}
