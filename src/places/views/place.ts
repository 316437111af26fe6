import { sql, type Kysely } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { DB } from '../../kit/tables.gen.ts'
import { isCompoundType, isPlaceKind, parseDoorCode, PLACE_KINDS, type CompoundType, type PlaceKind } from '../rules/index.ts'

/** A place as screens and other capabilities see it. Ids are those of the places it lies in, its own at its kind. */
export type PlaceView = {
  readonly id: string; readonly kind: PlaceKind; readonly code: string; readonly name: string; readonly fullName: string
  readonly path: string; readonly compoundPath: string | null; readonly parent: string | null
  readonly street: string | null; readonly community: string | null; readonly grid: string | null
  readonly compound: string | null; readonly building: string | null; readonly unit: string | null
  readonly floor: number | null; readonly cell: number | null
  readonly compoundType: CompoundType | null; readonly label: string | null; readonly homes: number | null; readonly floors: number | null
}

/** Columns that `mapPlace` reads. */
export const placeColumns = ['p.id', 'p.kind', 'p.code', 'p.name', 'p.full_name', 'p.path', 'p.compound_path', 'p.parent', 'p.street', 'p.community',
  'p.grid', 'p.compound', 'p.building', 'p.unit', 'p.floor', 'p.cell', 'p.compound_type', 'p.label', 'p.homes', 'p.floors'] as const

/** A row with the columns of `placeColumns`. */
export type PlaceColumns = {
  id: string; kind: string; code: string; name: string; full_name: string; path: string; compound_path: string | null; parent: string | null
  street: string | null; community: string | null; grid: string | null; compound: string | null; building: string | null; unit: string | null
  floor: number | null; cell: number | null; compound_type: string | null; label: string | null; homes: number | null; floors: number | null
}

/** Makes a view of a row. Throws when the row holds a kind or type that the rules do not know, which the table forbids. */
export function mapPlace(row: PlaceColumns): PlaceView {
  const { full_name: fullName, compound_path: compoundPath, compound_type, kind, ...same } = row
  if (!isPlaceKind(kind)) throw new Error(`unknown kind of place ${kind}`)
  if (compound_type !== null && !isCompoundType(compound_type)) throw new Error(`unknown type of compound ${compound_type}`)
  return { ...same, kind, fullName, compoundPath, compoundType: compound_type }
}

const select = (db: Kysely<DB>) => db.selectFrom('place as p').select(placeColumns).where('p.valid_to', 'is', null)
const byId = statement<{ district: string; id: string }, PlaceColumns>('place.by_id', (db, p) => db.selectFrom('place as p').select(placeColumns)
  .where('p.district', '=', p('district')).where('p.id', '=', p('id')))
const byDoor = statement<{ district: string; door: string }, PlaceColumns>('place.by_door', (db, p) => select(db)
  .where('p.district', '=', p('district')).where('p.door_code', '=', p('door')))
const byCode = statement<{ district: string; code: string },
  PlaceColumns>('place.by_code', (db, p) => db.selectFrom('place as p').select(placeColumns)
  .where('p.district', '=', p('district')).where('p.code', '=', p('code')))

const first = (rows: PlaceColumns[]): PlaceView | null => (rows[0] === undefined ? null : mapPlace(rows[0]))

/** The place with this id, or null. Places that no longer exist are found too: what happened there stays readable. */
export const placeById = async (tx: Tx, district: string, id: string): Promise<PlaceView | null> => first(await byId(tx, { district, id }))

/** The building or unit whose poster carries this code, as typed by a person; null when there is none. [P3] */
export async function placeByDoor(tx: Tx, district: string, typed: string): Promise<PlaceView | null> {
  const door = parseDoorCode(typed)
  return door === null ? null : first(await byDoor(tx, { district, door }))
}

/** The place with this code (exact, capital letters), or null. */
export const placeByCode = async (tx: Tx, district: string, code: string): Promise<PlaceView | null> => first(await byCode(tx, { district, code }))

/** The door code of a building or unit, for its poster; null where it has none. */
export async function doorCodeOf(tx: Tx, district: string, id: string): Promise<string | null> {
  const row = await tx.selectFrom('place').select('door_code').where('district', '=', district).where('id', '=', id).executeTakeFirst()
  return row?.door_code ?? null
}

const rank = (place: PlaceView): number => PLACE_KINDS.indexOf(place.kind) * 10 + place.path.split('.').length

/** The places that a place lies in by either hierarchy, widest first, itself not among them. Empty for an unknown id. [P2] */
export async function ancestors(tx: Tx, district: string, id: string): Promise<PlaceView[]> {
  const place = await placeById(tx, district, id)
  if (place === null) return []
  const within = [place.street, place.community, place.grid, place.compound, place.building, place.unit].filter((one) => one !== null && one !== id)
  const rows = await tx.selectFrom('place as p').select(placeColumns).where('p.district', '=', district).where('p.id', '<>', id)
    .where((e) => e.or([
      e('p.id', '=', sql<string>`any(${within}::uuid[])`),
      e('p.id', 'in', e.selectFrom('place as q').select('q.parent').where('q.district', '=', district).where('q.parent', 'is not', null)
        .where('q.id', '=', sql<string>`any(${[place.street, place.grid].filter((one) => one !== null)}::uuid[])`).$castTo<string>()),
    ])).execute()
  return rows.map(mapPlace).sort((one, two) => rank(one) - rank(two))
}

/** The places one level below by code: of a community its grids, compounds and spots, of a compound its buildings and spots. In order of code. */
export async function children(tx: Tx, district: string, id: string): Promise<PlaceView[]> {
  const rows = await select(tx).where('p.district', '=', district).where('p.parent', '=', id).orderBy('p.code').execute()
  return rows.map(mapPlace)
}

/** All places of one kind in a place (buildings of a community, homes of a building), in order of code, at most `limit`. */
export async function placesWithin(tx: Tx, district: string, within: PlaceView, kind: PlaceKind, limit = 5000): Promise<PlaceView[]> {
  const column = within.kind === 'district' || within.kind === 'room' || within.kind === 'spot' ? null : `p.${within.kind}` as const
  const rows = await select(tx).where('p.district', '=', district).where('p.kind', '=', kind)
    .$if(column !== null, (query) => query.where(sql.ref(column ?? 'p.id'), '=', within.id)).orderBy('p.code').limit(limit).execute()
  return rows.map(mapPlace)
}
