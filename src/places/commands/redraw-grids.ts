import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { parseCode, pathOf, type PlaceCode } from '../rules/index.ts'
import { placeById } from '../views/place.ts'
import { savePlaces } from './save-places.ts'

type Area = { readonly id: string; readonly path: string; readonly code: PlaceCode }

async function areas(tx: Tx, district: string, kind: 'building' | 'compound' | 'grid', ids: readonly string[]): Promise<Map<string, Area>> {
  const rows = await tx.selectFrom('place').select(['id', 'path', 'code']).where('district', '=', district).where('kind', '=', kind)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`).where('valid_to', 'is', null).execute()
  return new Map(rows.flatMap(({ id, path, code }) => { const read = parseCode(code); return read ? [[id, { id, path, code: read }] as const] : [] }))
}

/** A building and all in it take a new path and grid; what stands on them elsewhere follows by its foreign keys. */
const carry = (tx: Tx, district: string, building: Area, path: string, grid: string) =>
  sql`update place set path = case when id = ${building.id}::uuid then ${path}::ltree
      else (${path} || substr(path::text, ${building.path.length + 1}::int))::ltree end, grid = ${grid}::uuid
    where district = ${district} and building = ${building.id}::uuid`.execute(tx)

/** A compound lies in the grid of all its buildings, or, over several, in none and hangs from its community. [P4] */
async function settleCompounds(tx: Tx, district: string, buildings: readonly string[]): Promise<void> {
  const rows = await sql<{ compound: string; grids: string[] }>`select b.compound, array_agg(distinct b.grid::text) as grids from place b
    where b.district = ${district} and b.kind = 'building' and b.valid_to is null and b.compound in
      (select compound from place where district = ${district} and id = any(${buildings}::uuid[])) group by b.compound`.execute(tx)
  const compounds = await areas(tx, district, 'compound', rows.rows.map(({ compound }) => compound))
  for (const { compound, grids } of rows.rows) {
    const own = compounds.get(compound)
    const [grid, ...more] = grids
    if (own === undefined) continue
    const only = more.length === 0 && grid ? (await areas(tx, district, 'grid', [grid])).get(grid) : undefined
    await tx.updateTable('place').set({ path: pathOf(own.code, only?.code ?? null), grid: only?.id ?? null }).where('district', '=', district)
      .where('id', '=', compound).execute()
  }
}

/** Counts the homes of grids anew: the rooms of their buildings, or what was told of a building without any. */
const countHomes = (tx: Tx, district: string, grids: readonly string[]) => sql`update place g set homes =
    (select coalesce(sum(coalesce(nullif((select count(*) from place r where r.district = b.district and r.community = b.community and r.kind = 'room'
      and r.building = b.id and r.valid_to is null), 0), b.homes, 0)), 0)::int
    from place b where b.district = g.district and b.community = g.community and b.grid = g.id and b.kind = 'building' and b.valid_to is null)
  where g.district = ${district} and g.id = any(${grids}::uuid[])`.execute(tx)

/**
 * Moves buildings to other grids of their community, with their homes and everything that stands on them; refuses places that are no building or no grid
 * of the same community. `to`: building to grid, by id. [P4] [P13]
 */
export async function redrawGrids(tx: Tx, district: string, to: ReadonlyMap<string, string>): Promise<Result<null>> {
  const buildings = await areas(tx, district, 'building', [...to.keys()])
  const grids = await areas(tx, district, 'grid', [...new Set(to.values())])
  const touched = new Set<string>(grids.keys())
  for (const [id, target] of to) {
    const [building, grid] = [buildings.get(id), grids.get(target)]
    if (!building || !grid || building.code.community !== grid.code.community || building.code.street !== grid.code.street) return refuse(common.notFound)
    const before = await placeById(tx, district, id)
    if (before?.grid) touched.add(before.grid)
    await carry(tx, district, building, pathOf(building.code, grid.code), grid.id)
  }
  await settleCompounds(tx, district, [...to.keys()])
  await countHomes(tx, district, [...touched])
  return ok(null)
}

/** Adds a grid to a community under the next number of its street, so that no two grids of a street are called the same. Answers its id. [P13] */
export async function addGrid(tx: Tx, district: string, community: string, area: string): Promise<Result<{ readonly id: string; readonly name: string }>> {
  const place = await placeById(tx, district, community)
  if (place?.kind !== 'community') return refuse(common.notFound)
  const rows = await tx.selectFrom('place').select('code').where('district', '=', district).where('street', '=', place.street).where('kind', '=', 'grid').execute()
  const next = Math.max(0, ...rows.map(({ code }) => Number(parseCode(code)?.grid ?? 0))) + 1
  if (next > 99) return refuse({ code: 'no_number_left', rule: 'P13', explain: { zh: '网格编号用完了。', en: 'No number is left for a grid.' } })
  const name = `第${next}网格`
  const saved = await savePlaces(tx, district, [{ code: `${place.code}-${String(next).padStart(2, '0')}`, name, shortName: area }])
  if (!saved.ok) return saved
  return ok({ id: saved.value[0]?.id ?? '', name })
}

/** Gives a grid another short name (the buildings in it), or ends it: an ended grid is found nowhere any more, and its number is not used again. [P13] */
export async function changeGrid(tx: Tx, district: string, grid: string, change: { readonly area: string } | { readonly endedOn: string }): Promise<void> {
  await tx.updateTable('place').set('area' in change ? { short_name: change.area } : { valid_to: change.endedOn })
    .where('district', '=', district).where('id', '=', grid).where('kind', '=', 'grid').execute()
}
