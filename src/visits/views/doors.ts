import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { halfDay } from '../../record/rules/index.ts'
import type { Actor } from '../../trust/index.ts'
import { VISITING, type DoorHome, type Met } from '../rules/index.ts'

/** A building with its homes in the order of the doors; `homes` null where they were not asked for. */
export type DoorBuilding = {
  readonly id: string; readonly name: string; readonly count: number; readonly homes: readonly DoorHome[] | null
}

/** Homes that one answer carries at most; a post with more asks building by building. */
export const HOMES_AT_ONCE = 700

type BuildingRow = { id: string; full_name: string; homes: number }
type HomeRow = { id: string; building: string; name: string; unit_no: string | null; floor: number | null }
type VisitRow = { place: string; happened_at: Date; met: string }

/** The buildings that a post reaches, by name in order of code. A post whose reach is a compound's path asks by that, others by area. */
async function buildings(tx: Tx, actor: Actor, only: string | undefined): Promise<readonly BuildingRow[]> {
  const { rows } = await sql<BuildingRow>`
    with own as (
      select p.* from post t join place p on p.district = t.district and p.id = t.place where t.district = ${actor.district} and t.id = ${actor.post}
      union select p.* from post_place t join place p on p.district = t.district and p.id = t.place
        where t.district = ${actor.district} and t.post = ${actor.post})
    select b.id, b.full_name, (select count(*)::int from place r where r.district = b.district and r.building = b.id and r.kind = 'room'
        and r.valid_to is null) as homes
    from place b where b.district = ${actor.district} and b.kind = 'building' and b.valid_to is null
      and (${only ?? null}::uuid is null or b.id = ${only ?? null}::uuid)
      and b.community = any (array(select own.community from own))
      and exists (select 1 from own where own.id in (b.community, b.grid, b.compound, b.id) or own.building = b.id)
    order by b.code limit 400`.execute(tx)
  return rows
}

/** The doors as one walks them: unit by unit, from the top floor down, along each floor. */
const asTheyLie = (one: HomeRow, two: HomeRow): number =>
  (one.unit_no ?? '').localeCompare(two.unit_no ?? '', 'en', { numeric: true }) || (two.floor ?? 0) - (one.floor ?? 0)
  || one.name.localeCompare(two.name, 'en', { numeric: true })

const homesOf = async (tx: Tx, district: string, ids: readonly string[]): Promise<readonly HomeRow[]> => {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('place').select(['id', 'building', 'name', 'unit_no', 'floor']).where('district', '=', district)
    .where('kind', '=', 'room').where('valid_to', 'is', null).where('building', 'in', [...ids]).orderBy('code').execute()
  return rows.flatMap(({ building, ...row }) => (building === null ? [] : [{ ...row, building }])).sort(asTheyLie)
}

/** The last visits to the homes of some buildings since a moment, newest first; the wall leaves out what is closed to the reader. */
const visitsOf = async (tx: Tx, district: string, ids: readonly string[], since: Date): Promise<readonly VisitRow[]> =>
  (ids.length === 0 ? [] : tx.selectFrom('visit').select(['place', 'happened_at', 'met']).where('district', '=', district)
    .where('building', 'in', [...ids]).where('happened_at', '>=', since).orderBy('happened_at', 'desc').limit(20_000).execute())

// the table's check allows these words alone
const told = ({ happened_at, met }: VisitRow): NonNullable<DoorHome['last']> => ({ ...halfDay(happened_at.getTime()), met: met as Met })

function missesOf(visits: readonly VisitRow[]): number {
  const met = visits.findIndex((visit) => visit.met === 'met')
  return met < 0 ? visits.length : met
}

/**
 * The door list of a post: its buildings, and their homes with the half-day of the last visit by anybody, as others see it [V3]. Homes come along
 * as far as `HOMES_AT_ONCE` allows, or for the one building asked for. Null for a post that makes no visits.
 */
export async function doorList(tx: Tx, actor: Actor, at: Date, only?: string): Promise<readonly DoorBuilding[] | null> {
  if (!actor.audience.some((word) => VISITING.includes(word))) return null
  const found = await buildings(tx, actor, only)
  let room = HOMES_AT_ONCE
  const full = found.filter(({ homes }) => (room -= homes) >= 0 || only !== undefined).map(({ id }) => id)
  const since = new Date(at.getTime() - 400 * 86_400_000)
  const [homes, visits] = await Promise.all([homesOf(tx, actor.district, full), visitsOf(tx, actor.district, full, since)])
  const byPlace = Map.groupBy(visits, ({ place }) => place)
  const homeOf = ({ id, name, unit_no, floor }: HomeRow): DoorHome => {
    const [last] = byPlace.get(id) ?? []
    return { id, name, unit: unit_no, floor, last: last ? told(last) : null, misses: missesOf(byPlace.get(id) ?? []) }
  }
  const byBuilding = Map.groupBy(homes, ({ building }) => building)
  return found.map(({ id, full_name, homes: count }) =>
    ({ id, name: full_name, count, homes: full.includes(id) ? (byBuilding.get(id) ?? []).map(homeOf) : null }))
}
