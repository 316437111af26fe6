import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { parseCode } from '../rules/index.ts'
import type { KnownPlace, PlaceRow } from './place-row.ts'

/** The places with these codes that are there, by code, each with its grid. */
export async function placesWithCodes(tx: Tx, district: string, codes: readonly string[]): Promise<Map<string, KnownPlace>> {
  const rows = await tx.selectFrom('place as p')
    .leftJoin('place as g', (join) => join.onRef('g.district', '=', 'p.district').onRef('g.id', '=', 'p.grid'))
    .select(['p.id', 'p.code', 'p.name', 'p.path', 'g.code as grid'])
    .where('p.district', '=', district).where('p.code', '=', sql<string>`any(${codes}::text[])`).execute()
  return new Map(rows.flatMap(({ id, code: text, name, path, grid }) => {
    const code = parseCode(text)
    return code === null ? [] : [[text, { id, code, name, path, grid: grid === null ? null : parseCode(grid) }] as const]
  }))
}

/** Numbers of the units that are in these buildings. */
export async function unitsOf(tx: Tx, district: string, buildings: readonly string[]): Promise<{ building: string; unit_no: string }[]> {
  if (buildings.length === 0) return []
  const rows = await tx.selectFrom('place').select(['building', 'unit_no'])
    .where('district', '=', district).where('building', '=', sql<string>`any(${buildings}::uuid[])`).where('kind', '=', 'unit').execute()
  return rows.flatMap(({ building, unit_no }) => (building === null || unit_no === null ? [] : [{ building, unit_no }]))
}

const columns = `district char(6), id uuid, kind text, code text, door_code char(8), name text, short_name text, full_name text,
  pinyin_initials text, pinyin_full text, path ltree, compound_path ltree, parent uuid, street uuid, community uuid, grid uuid,
  compound uuid, building uuid, unit uuid, building_no text, unit_no text, room_no text, floor int, cell int, compound_type text, label text,
  homes int, floors int, built_year int, plan_x int, plan_y int, official_code text, valid_from date, valid_to date`
const names = columns.split(',').map((column) => column.trim().split(' ')[0] ?? '')
const changing = names.filter((name) => !['district', 'id', 'kind', 'code', 'door_code'].includes(name))

/** Writes all rows in one statement; a code that is there already is brought up to date and keeps its id and, unless given, its door code. */
export async function writePlaces(tx: Tx, rows: readonly PlaceRow[]): Promise<void> {
  if (rows.length === 0) return
  const list = sql.raw(names.join(', '))
  const set = sql.raw([...changing.map((name) => `${name} = excluded.${name}`),
    'door_code = coalesce(excluded.door_code, place.door_code)'].join(', '))
  await sql`insert into place (${list}) select ${list} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(columns)})
    on conflict (district, code) do update set ${set}`.execute(tx)
}
