import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { isCompoundType, NAMED_KINDS, isPlaceKind } from '../rules/index.ts'
import type { PlaceInput } from '../store/place-row.ts'
import { writePlacesCsv } from '../store/csv.ts'

/** All places of a district, or below some paths, as rows that `savePlaces` takes back, in order of code. Door codes are not exported. */
export async function exportPlaces(tx: Tx, district: string, scopes?: readonly string[]): Promise<PlaceInput[]> {
  const rows = await tx.selectFrom('place as p').leftJoin('place as g', (join) =>
    join.onRef('g.district', '=', 'p.district').onRef('g.id', '=', 'p.grid'))
    .select(['p.code', 'p.kind', 'p.name', 'p.short_name', 'g.code as grid', 'p.compound_type', 'p.label', 'p.homes', 'p.floors', 'p.built_year',
      'p.plan_x', 'p.plan_y', 'p.official_code', 'p.cell', 'p.path'])
    .select([sql<string | null>`to_char(p.valid_from, 'YYYY-MM-DD')`.as('valid_from'),
      sql<string | null>`to_char(p.valid_to, 'YYYY-MM-DD')`.as('valid_to')])
    .where('p.district', '=', district).$if(scopes !== undefined, (query) => query.where(sql<boolean>`p.path <@ any(${scopes ?? []}::ltree[])`))
    .orderBy(sql`p.code collate "C"`).execute()
  return rows.map(({ code, kind, name, ...row }) => ({
    code, ...(isPlaceKind(kind) && NAMED_KINDS.includes(kind) && kind !== 'grid' && { name }),
    ...(row.short_name !== null && { shortName: row.short_name }),
    ...(row.grid !== null && ['building', 'spot', 'compound'].includes(kind) && { grid: row.grid }),
    ...(row.compound_type !== null && isCompoundType(row.compound_type) && { compoundType: row.compound_type }),
    ...(row.label !== null && { label: row.label }), ...(row.homes !== null && { homes: row.homes }),
    ...(row.floors !== null && { floors: row.floors }),
    ...(row.plan_x !== null && { planX: row.plan_x }), ...(row.plan_y !== null && { planY: row.plan_y }),
    ...(row.built_year !== null && { builtYear: row.built_year }), ...(row.official_code !== null && { officialCode: row.official_code }),
    ...(row.cell !== null && { cell: row.cell }),
    ...(row.valid_from !== null && { validFrom: row.valid_from }), ...(row.valid_to !== null && { validTo: row.valid_to }),
  }))
}

/** All places of a district as CSV text. [P12] */
export const exportPlacesCsv = async (tx: Tx, district: string): Promise<string> => writePlacesCsv(await exportPlaces(tx, district))
