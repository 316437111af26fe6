import type { Tx } from '../../kit/db.ts'
import { postOrg } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'

/** Ids of what a post has in hand, has to verify, or would have again were a joining undone; at most `most` of each. Joined ones are few and read whole. */
export async function openWorkOf(tx: Tx, district: string, post: string, most: number): Promise<readonly string[]> {
  const held = await tx.selectFrom('matter').select('id').where('district', '=', district).where('held_post', '=', post)
    .where('state', 'in', ['filed', 'taken']).limit(most).execute()
  const verifies = await tx.selectFrom('matter').select('id').where('district', '=', district).where('verifier', '=', post).where('state', '=', 'finished')
    .limit(most).execute()
  const joined = await tx.selectFrom('matter').select('id').where('district', '=', district).where('held_post', '=', post).where('state', '=', 'joined')
    .where('joined_to', 'is not', null).limit(most).execute()
  return [...held, ...verifies, ...joined].map(({ id }) => id)
}

/** [M43] How many open matters a post would pass on; undefined for those who may not pass them on, and where there is no such post. */
export async function openWorkFor(tx: Tx, actor: Actor, post: string): Promise<{ readonly count: number } | undefined> {
  if (!actor.audience.some((one) => one === 'community' || one === 'street')) return undefined
  if (await postOrg(tx, actor.district, post) === undefined) return undefined
  return { count: (await openWorkOf(tx, actor.district, post, 10_000)).length }
}

/** How far a bulk got: counts, and what was refused with its reason, the first 200 by number. Undefined when it is somebody else's. */
export async function bulkProgress(tx: Tx, actor: Actor, id: string) {
  const bulk = await tx.selectFrom('bulk').select(['id', 'move', 'total', 'at', 'stopped_at']).where('district', '=', actor.district).where('id', '=', id)
    .executeTakeFirst()
  if (!bulk) return undefined
  const { done, failed } = await tx.selectFrom('bulk_item').select((e) => [e.fn.count<string>('done_at').as('done'),
    e.fn.count<string>('refused').as('failed')]).where('district', '=', actor.district).where('bulk', '=', id).executeTakeFirstOrThrow()
  const refused = await tx.selectFrom('bulk_item as i').innerJoin('matter as m', (join) => join.onRef('m.district', '=', 'i.district').onRef('m.id', '=', 'i.matter'))
    .select(['i.matter', 'i.refused', 'm.number', 'm.title']).where('i.district', '=', actor.district).where('i.bulk', '=', id)
    .where('i.refused', 'is not', null).orderBy('m.number').limit(200).execute()
  return { id: bulk.id, move: bulk.move, total: bulk.total, done: Number(done), at: bulk.at.toISOString(), stopped: bulk.stopped_at !== null,
    refusedCount: Number(failed),
    refused: refused.map((one) => ({ id: one.matter, number: one.number, title: one.title, code: one.refused ?? '' })) }
}
