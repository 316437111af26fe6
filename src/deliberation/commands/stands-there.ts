import type { Tx } from '../../kit/db.ts'
import { placeById } from '../../places/index.ts'
import { isWithin, type Actor } from '../../trust/index.ts'

/** Something of a place, with both legs of its visibility. */
type Placed = { readonly place: string; readonly path: string; readonly compound_path: string | null }

/**
 * Whether a post stands in a place or around it: for what a captain writes down for somebody, who reaches the building while what it is brought to may
 * be the community's.
 */
export async function standsThere(tx: Tx, district: string, staff: Actor, of: Placed): Promise<boolean> {
  if (staff.scopes.some((scope) => isWithin(of.path, scope) || (of.compound_path !== null && isWithin(of.compound_path, scope)))) return true
  const post = staff.post === null ? undefined : await tx.selectFrom('post').select('place').where('district', '=', district).where('id', '=', staff.post).executeTakeFirst()
  const place = post && await placeById(tx, district, post.place)
  return place ? [place.id, place.building, place.compound, place.community].includes(of.place) : false
}
