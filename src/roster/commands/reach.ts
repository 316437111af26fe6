import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import { isWithin, type Actor } from '../../trust/index.ts'

/** Whether a path or a compound's path lies in the actor's reach. */
export const reaches = (actor: Actor, place: Pick<PlaceView, 'path' | 'compoundPath'>): boolean => actor.scopes.some((scope) =>
  isWithin(place.path, scope) || (place.compoundPath !== null && isWithin(place.compoundPath, scope)))

/** The room with this id within the actor's reach; what lies outside is not found. */
export async function roomInReach(tx: Tx, actor: Actor, home: string): Promise<Result<PlaceView>> {
  const place = await placeById(tx, actor.district, home)
  return place !== null && place.kind === 'room' && reaches(actor, place) ? ok(place) : refuse(common.notFound)
}
