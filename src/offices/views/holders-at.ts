import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'

/** Who has a duty at a place: an organisation, and the post if one person of it is meant. */
export type HolderAt = { readonly org: string; readonly post: string | null }
/** The places around one place, by id, and its administrative path. */
export type AroundPlace = { readonly path: string; readonly building: string | null; readonly compound: string | null; readonly grid: string | null; readonly community: string; readonly floor: number | null }

type Row = { holder: string; org: string; post: string | null; rank: number }
type Asked = { district: string; path: string; building: string | null; compound: string | null; grid: string | null; community: string; floor: number | null; day: string }

const holders = statement<Asked, Row>('offices.holders_at', (db, p) => db.selectFrom(sql<Row>`(
  select case when o.station_kind is null then o.kind else o.kind || ':' || o.station_kind end as holder, o.id as org, null::uuid as post, 2 as rank
    from org o where o.district = ${p('district')}::char(6) and o.kind in ('community', 'station', 'utility', 'street') and o.path @> ${p('path')}::ltree and o.valid_to is null
  union all
  select case when o.station_kind is null then o.kind else o.kind || ':' || o.station_kind end, o.id, null, case when s.first_in_line then 0 else 1 end
    from org_place s join org o on o.district = s.district and o.id = s.org
    where s.district = ${p('district')}::char(6) and s.place in (${p('compound')}::uuid, ${p('community')}::uuid) and s.valid_to is null and o.valid_to is null
  union all
  select case t.kind when 'captain' then 'captain' when 'grid_worker' then 'grid' when 'mediator' then 'mediation' else 'named_worker' end, t.org, t.id,
    case when t.floor_from <= ${p('floor')}::int and t.floor_to >= ${p('floor')}::int then 0 else 1 end
    from post t where t.district = ${p('district')}::char(6) and t.valid_to is null
      and ((t.kind = 'captain' and t.place = ${p('building')}::uuid) or (t.kind = 'grid_worker' and t.place = ${p('grid')}::uuid)
        or (t.kind in ('mediator', 'community_worker') and t.place = ${p('community')}::uuid))
      and exists (select 1 from tenure n where n.district = t.district and n.post = t.id and n.deputy_of is null
        and n.from_date <= ${p('day')}::date and (n.to_date is null or n.to_date > ${p('day')}::date))
  )`.as('h')).selectAll().orderBy('rank').orderBy('holder').orderBy('org').orderBy('post'))

/**
 * Who there is at a place on a day ('YYYY-MM-DD'), by duty: captain, grid, community, firm, owners, developer, branch, street, mediation,
 * named_worker, station:<kind>, utility:<kind>. Vacant posts are left out, so that the duty falls to the next. One query. [O5]
 */
export async function holdersAt(tx: Tx, district: string, place: AroundPlace, day: string): Promise<ReadonlyMap<string, HolderAt>> {
  const found = new Map<string, HolderAt>()
  for (const { holder, org, post } of await holders(tx, { district, ...place, day })) if (!found.has(holder)) found.set(holder, { org, post })
  return found
}
