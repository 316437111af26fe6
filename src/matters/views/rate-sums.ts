import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Counts, RateCut } from '../rules/rates/index.ts'
import type { RateScope } from './rate-scope.ts'

type SumRow = { key: string; ground: string; visits: number; reached: number; solved: number; satisfied: number; basically: number
  unsatisfied: number; unable: number; explained: number; unreached: number; left_out: number }

const KEYS = { community: sql.raw('community'), compound: sql.raw('compound'), party: sql.raw('org::text'), category: sql.raw('category') } as const

/** A month of a scope, added up by a cut and by ground: from the rollup alone, narrowed by plain columns; the wall filters. */
export async function sumsOf(tx: Tx, district: string, scope: RateScope, period: string, by: RateCut): Promise<readonly (readonly [string, string,
  Counts])[]> {
  const { rows } = await sql<SumRow>`select ${KEYS[by]} as key, ground, sum(visits)::int as visits, sum(reached)::int as reached,
      sum(solved)::int as solved, sum(satisfied)::int as satisfied, sum(basically)::int as basically, sum(unsatisfied)::int as unsatisfied,
      sum(unable)::int as unable, sum(explained)::int as explained, sum(unreached)::int as unreached, sum(left_out)::int as left_out
    from rate where district = ${district} and period = ${period} and community = any (${scope.communities.map((one) => one.path)}::text[])
      and (${scope.compound?.path ?? null}::text is null or compound = ${scope.compound?.path ?? null}::text)
      and (${scope.org}::uuid is null or org = ${scope.org}::uuid) group by 1, 2`.execute(tx)
  return rows.map(({ key, ground, left_out: leftOut, ...counts }) => [key, ground, { ...counts, leftOut }] as const)
}

/** Whose parties appear without any visit too: those of the area, in the order of their places. */
export async function partiesAround(tx: Tx, district: string, scope: RateScope, compounds: readonly string[]): Promise<{ id: string; kind: string
  name: string; badge: string }[]> {
  const places = scope.compound ? [scope.compound.id] : [...scope.communities.map((one) => one.id), ...compounds,
    ...(scope.place.kind === 'street' ? [scope.place.id] : [])]
  const { rows } = await sql<{ id: string; kind: string; name: string; badge: string }>`select o.id, o.kind, o.name, o.badge from org o
    where o.district = ${district} and o.valid_to is null and o.kind in ('community', 'firm', 'owners', 'branch', 'developer', 'station')
      and (o.place = any (${places}::uuid[])
        or o.id in (select s.org from org_place s where s.district = ${district} and s.valid_to is null and s.place = any (${places}::uuid[])))
    order by o.path, o.compound_path, o.name`.execute(tx)
  return rows
}

/** The first month in which a scope has anything; null while it has nothing. One look into an index for each community. */
export async function firstMonthOf(tx: Tx, district: string, scope: RateScope): Promise<string | null> {
  const { rows } = scope.org === null ? await sql<{ period: string | null }>`select min(r.period) as period
    from unnest(${scope.communities.map((one) => one.path)}::text[]) c(path) cross join lateral (select period from rate
      where district = ${district} and community = c.path order by period limit 1) r`.execute(tx)
    : await sql<{ period: string | null }>`select period from rate where district = ${district} and org = ${scope.org}::uuid
        order by period limit 1`.execute(tx)
  return rows[0]?.period ?? null
}

