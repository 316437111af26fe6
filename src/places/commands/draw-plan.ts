import { sql } from 'kysely'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { placeActs } from '../rules/acts.ts'
import { mayDraw, type Spot } from '../rules/plan.ts'
import { isWithin } from '../rules/index.ts'
import { placeById } from '../views/place.ts'
import { planBuildings } from '../views/plan.ts'
import { mayImportPlaces } from './import-places.ts'

/** Whether somebody draws the sketch of a compound: community and street, of their own area. [P15] */
export const mayDrawPlan = (actor: Pick<Actor, 'audience' | 'scopes'>, compound: { readonly path: string; readonly compoundPath: string | null }): boolean =>
  mayImportPlaces(actor) && actor.scopes.some((scope) => isWithin(compound.path, scope) || (compound.compoundPath !== null && isWithin(compound.compoundPath, scope)))

/** Puts buildings of a compound where they stand on our own sketch; those that are not named stay. One act; answers how many were moved. [P15] */
export async function drawPlan(
  { tx, actor, at }: Context<Actor>, { compound: id, spots }: { readonly compound: string; readonly spots: readonly Spot[] },
): Promise<Result<{ readonly compound: string; readonly moved: number }>> {
  const compound = await placeById(tx, actor.district, id)
  if (compound?.kind !== 'compound' || !mayDrawPlan(actor, compound)) return refuse(common.notFound)
  await tx.selectFrom('place').select('id').where('district', '=', actor.district).where('id', '=', id).forUpdate().execute()
  const buildings = await planBuildings(tx, actor.district, id)
  const said = new Map(spots.map((spot) => [spot.building, spot]))
  if (said.size < spots.length || spots.some(({ building }) => !buildings.some((one) => one.id === building))) return refuse(common.notFound)
  const drawn = buildings.flatMap(({ id: building, x, y }) => said.get(building) ?? (x === null || y === null ? [] : [{ building, x, y }]))
  const may = mayDraw(drawn)
  if (!may.ok) return may
  const moved = spots.filter(({ building, x, y }) => !buildings.some((one) => one.id === building && one.x === x && one.y === y))
  if (moved.length === 0) return ok({ compound: id, moved: 0 })
  await sql`update place p set plan_x = r.x, plan_y = r.y from unnest(${moved.map(({ building }) => building)}::uuid[], ${moved.map(({ x }) => x)}::int[],
    ${moved.map(({ y }) => y)}::int[]) as r(id, x, y) where p.district = ${actor.district}::char(6) and p.id = r.id`.execute(tx)
  await appendAct(tx, { district: actor.district, at, what: placeActs.state('places.plan_drawn', { buildings: drawn.length, moved: moved.length }), channel: 'web',
    actorPerson: actor.person, actorPost: actor.post, place: id, path: compound.path, compoundPath: compound.compoundPath, subject: { kind: 'place', id } })
  return ok({ compound: id, moved: moved.length })
}
