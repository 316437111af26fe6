import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { newId } from '../../kit/ids.ts'
import type { Result } from '../../kit/pure.ts'
import { ok } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { inPost } from '../rules/index.ts'
import { postsOfPlaces } from '../store/office-rows.ts'
import { savePosts } from './save-offices.ts'

/** What stands behind a new grid: the posts that were made, and from which post to which its open work goes (null where nobody is there). */
export type GridStaffed = { readonly posts: readonly string[]; readonly from: string | null; readonly to: string | null }

/**
 * Gives a grid that was cut out of another its posts: the grid leader has both, and a grid worker's post is made for it, vacant until somebody is named.
 * Until then its work is the leader's, as the chain says; where nobody leads, the grid worker of the old grid has both. [O10] [O17]
 */
export async function staffNewGrid(ctx: Context<Actor>, from: string, to: string): Promise<Result<GridStaffed>> {
  const { tx, at, actor: { district } } = ctx
  const day = shanghaiDay(at)
  const posts = (await postsOfPlaces(tx, district, [from], ['grid_lead', 'grid_worker'], day)).filter(({ place }) => place === from)
  const place = await placeById(tx, district, to)
  const worker = posts.find(({ kind }) => kind === 'grid_worker')
  const lead = posts.find((post) => post.kind === 'grid_lead' && inPost(post) !== null)
  const covering = lead ?? worker
  if (covering && place) {
    await tx.insertInto('post_place').values({ district, post: covering.post, place: to, path: place.path, compound_path: null })
      .onConflict((c) => c.doNothing()).execute()
  }
  if (!worker || !lead) return ok({ posts: [], from: worker?.post ?? null, to: worker?.post ?? null })
  const made = newId()
  const saved = await savePosts(tx, district, [{ id: made, org: worker.org, kind: 'grid_worker', title: worker.title, place: to, validFrom: day }])
  if (!saved.ok) return saved
  return ok({ posts: [made], from: worker.post, to: lead.post })
}

/** Ends posts and the terms of whoever is in them, from today on: the grid they were made for is gone. [O17] */
export async function endPosts(ctx: Context<Actor>, posts: readonly string[]): Promise<void> {
  const { tx, at, actor: { district } } = ctx
  const day = shanghaiDay(at)
  for (const post of posts) {
    await tx.updateTable('tenure').set({ to_date: day }).where('district', '=', district).where('post', '=', post).where('to_date', 'is', null).execute()
    await tx.updateTable('post').set({ valid_from: null, valid_to: day }).where('district', '=', district).where('id', '=', post).execute()
  }
}
