import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { known } from '../views/known.ts'
import { isNormKind, type Block, type Norm } from '../rules/sizing/index.ts'

/** A norm with its id. */
export type KeptNorm = Norm & { readonly id: string }

/** All norms that the street of a place entered, in the order in which they were entered. */
export async function normsOf(tx: Tx, district: string, street: string): Promise<readonly KeptNorm[]> {
  const rows = await tx.selectFrom('sizing_norm').select(['id', 'kind', 'least', 'most', 'source',
    sql<string>`to_char(valid_from, 'YYYY-MM-DD')`.as('from')])
    .where('district', '=', district).where('street', '=', street).orderBy('entered_at').orderBy('id').execute()
  return rows.flatMap(({ kind, from, ...row }) => (isNormKind(kind) ? [{ ...row, kind, validFrom: from }] : []))
}

/** A building with what is counted in it. `people` is null while no home of it is known. */
export type MeasuredBuilding = Block & {
  readonly name: string; readonly compoundName: string; readonly grid: string | null; readonly floors: number | null; readonly units: number
  readonly known: number; readonly people: number | null
}

type Row = { id: string; name: string; no: string | null; compound: string | null; compound_name: string | null; grid: string | null;
  homes: number | null
  rooms: number; units: number; floors: number | null; x: number | null; y: number | null; known: number; people: number | null }

/** The buildings of a community or of a grid with homes, and with the people that the roster knows of (none where it may not be read). */
export async function measuredBuildings(tx: Tx, district: string, within: { readonly community?: string;
  readonly grid?: string }): Promise<readonly MeasuredBuilding[]> {
  const narrowed = within.grid === undefined ? sql`b.community = ${within.community ?? null}::uuid` : sql`b.grid = ${within.grid}::uuid`
  const { rows } = await sql<Row>`with b as (select * from place b where b.district = ${district} and b.kind = 'building' and b.valid_to is null and ${narrowed}),
    r as (select building, count(*) filter (where kind = 'room')::int as rooms, count(*) filter (where kind = 'unit')::int as units from place
      where district = ${district} and kind in ('room', 'unit') and valid_to is null and community in (select community from b) group by building),
    d as (select building, count(*) filter (where ${known})::int as known, sum(living) filter (where ${known})::int as people from dwelling d
      where district = ${district} and community in (select community from b) group by building)
    select b.id, b.name, b.building_no as no, b.compound, k.name as compound_name, b.grid, b.homes, b.floors, b.plan_x as x, b.plan_y as y,
      coalesce(r.rooms, 0) as rooms, coalesce(r.units, 0) as units, coalesce(d.known, 0) as known, d.people
    from b left join place k on k.district = b.district and k.id = b.compound left join r on r.building = b.id left join d on d.building = b.id`.execute(tx)
  return rows.map(({ no, compound, compound_name: compoundName, homes, rooms, ...row }) =>
    ({ ...row, no: no ?? '', compound: compound ?? '', compoundName: compoundName ?? '', homes: rooms > 0 ? rooms : homes ?? 0 }))
}

/** A part of a division as it is kept. The first part is the grid itself. */
export type KeptPart = {
  readonly grid: string; readonly buildings: readonly string[]; readonly homes: number
  readonly posts: readonly string[]; readonly from: string | null; readonly to: string | null; readonly work: readonly string[]
}

/** A division that was decided. */
export type KeptSplit = {
  readonly id: string; readonly grid: string; readonly path: string; readonly homes: number; readonly parts: readonly KeptPart[]
  readonly decidedOn: string; readonly undoneOn: string | null
}

/** Divisions in an area, newest first; `id` narrows to one, which is then locked. */
export async function splitsIn(tx: Tx, district: string, by: { readonly path: string } | { readonly id: string }): Promise<readonly KeptSplit[]> {
  const rows = await tx.selectFrom('grid_split').select(['id', 'grid', 'path', 'homes', 'parts', 'decided_at', 'undone_at']).where('district', '=',
    district)
    .$if('path' in by, (query) => query.where(sql<boolean>`path <@ ${'path' in by ? by.path : ''}::ltree`))
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : '').forUpdate())
    .orderBy('decided_at', 'desc').limit(50).execute()
  return rows.map(({ parts, decided_at: decided, undone_at: undone, ...row }) => ({
    ...row, parts: parts as unknown as readonly KeptPart[], // written by `keepSplit` alone
    decidedOn: shanghaiDay(decided), undoneOn: undone === null ? null : shanghaiDay(undone),
  }))
}

/** Keeps a division. */
export async function keepSplit(tx: Tx, district: string, split: Pick<KeptSplit, 'id' | 'grid' | 'path' | 'homes' | 'parts'>, norm: string, at: Date,
  post: string): Promise<void> {
  await tx.insertInto('grid_split').values({ district, id: split.id, grid: split.grid, path: split.path, homes: split.homes, norm,
    parts: JSON.stringify(split.parts),
    decided_at: at, decided_post: post }).execute()
}
