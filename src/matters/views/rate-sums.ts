import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { Counts, RateCut } from '../rules/rates/index.ts'
import type { RateScope } from './rate-scope.ts'

type SumRow = { key: string; ground: string; visits: number; reached: number; solved: number; satisfied: number; basically: number
  unsatisfied: number; unable: number; explained: number; unreached: number; left_out: number }

type Asked = { by: string; period: string; communities: readonly string[]; compound: string | null; org: string | null }
const sums = statement<Asked, SumRow>('rate.sums', (db, p) => db
  .selectFrom(sql<SumRow>`rate_sums(${p('by')}, ${p('period')}::char(7), ${p('communities')}::text[], ${p('compound')}::text, ${p('org')}::uuid)`.as('s'))
  .selectAll())

/** A month of a scope, added up by a cut and by ground: from the rollup alone, whatever the number of matters; the wall is applied once. */
export async function sumsOf(tx: Tx, scope: RateScope, period: string, by: RateCut): Promise<readonly (readonly [string, string,
  Counts])[]> {
  const rows = await sums(tx, {
    by, period, communities: scope.communities.map((one) => one.path), compound: scope.compound?.path ?? null, org: scope.org,
  })
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

