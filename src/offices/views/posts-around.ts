import type { Tx } from '../../kit/db.ts'
import { POST_KINDS, type PostKind } from '../rules/index.ts'
import { postsOfPlaces, type PostOnDay } from '../store/office-rows.ts'
import { idsAround, type HeldPlace } from './holders.ts'

/** Every post that has to do with a place on a day ('YYYY-MM-DD'): of the place and of all around it, with who is in it; in the order of kinds. */
export async function postsAround(tx: Tx, district: string, place: HeldPlace, day: string): Promise<PostOnDay[]> {
  const posts = await postsOfPlaces(tx, district, idsAround(place), POST_KINDS, day)
  return posts.sort((one, two) => POST_KINDS.indexOf(one.kind) - POST_KINDS.indexOf(two.kind) || (one.title < two.title ? -1 : 1))
}

/** All posts for some places, by the ids of these, on a day ('YYYY-MM-DD'), with who is in them. */
export const postsOn = (tx: Tx, district: string, places: readonly string[], day: string): Promise<PostOnDay[]> =>
  postsOfPlaces(tx, district, places, POST_KINDS, day)

/** The ids of all posts of one kind in a district that exist on a day ('YYYY-MM-DD'), in order. */
export async function postsOfKind(tx: Tx, district: string, kind: PostKind, day: string): Promise<string[]> {
  const rows = await tx.selectFrom('post').select('id').where('district', '=', district).where('kind', '=', kind)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', new Date(day))])).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** The organisation of a post; undefined when there is no such post. */
export const postOrg = async (tx: Tx, district: string, post: string): Promise<string | undefined> =>
  (await tx.selectFrom('post').select('org').where('district', '=', district).where('id', '=', post).executeTakeFirst())?.org
