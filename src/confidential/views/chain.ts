import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { refuse, type Result } from '../../kit/pure.ts'
import { postsAround, postsOfKind } from '../../offices/index.ts'
import type { PlaceView } from '../../places/index.ts'
import { signOf } from '../store/line.ts'
import { groupOf, HANDLER_KIND, handlerFor, isOfficial, type ConcernedGroup, type ConcernedKind, type PostInChain } from '../rules/index.ts'

/** A post of a place as it is offered on the first page: `taken` says whether this line takes a report on it. */
export type ConcernedPost = {
  readonly post: string; readonly kind: ConcernedKind; readonly title: string; readonly org: string; readonly group: ConcernedGroup
  readonly official: boolean; readonly taken: boolean
}

/** Who may be meant at a place, and by whom a report would be read. `sign` is null when nobody could. */
export type LineOf = { readonly sign: string | null; readonly handler: string | null; readonly concerned: readonly ConcernedPost[] }

async function around(tx: Tx, district: string, place: PlaceView, at: Date) {
  const posts = await postsAround(tx, district, place, shanghaiDay(at))
  const chain: PostInChain[] = posts.map(({ post, kind, holder, deputy }) =>
    ({ post, kind, people: [holder, deputy].flatMap((one) => (one ? [one.person] : [])) }))
  return { posts, chain }
}

/** The posts of a place and the line that serves it. Public: it says nothing of any report. */
export async function lineAt(tx: Tx, district: string, place: PlaceView, at: Date): Promise<LineOf> {
  const { posts, chain } = await around(tx, district, place, at)
  const handler = handlerFor({ kind: 'other', post: null, people: [] }, chain)
  const concerned = posts.map(({ post, kind, title, orgName }): ConcernedPost => ({
    post, kind, title, org: orgName, group: groupOf(kind), official: isOfficial(kind),
    taken: handlerFor({ kind, post, people: chain.find((one) => one.post === post)?.people ?? [] }, chain).ok,
  }))
  const title = handler.ok ? posts.find(({ post }) => post === handler.value.post)?.title ?? null : null
  return { sign: handler.ok ? signOf(handler.value.post) : null, handler: title, concerned }
}

/** Who reads a report on `concerned` at a place: the handler's post, or why nobody here does. [C2] */
export async function handlerAt(
  tx: Tx, district: string, place: PlaceView, concerned: { readonly kind: 'official' | 'other' } | { readonly post: string }, at: Date,
): Promise<Result<{ handler: string; kind: ConcernedKind; post: string | null }>> {
  const { posts, chain } = await around(tx, district, place, at)
  const named = 'post' in concerned ? chain.find(({ post }) => post === concerned.post) : undefined
  if ('post' in concerned && !named) {
    return refuse({ code: 'not_found', rule: 'C2', explain: { zh: '这里没有这个岗位，请重新选。', en: 'There is no such post here: please choose again.' } })
  }
  const kind = 'post' in concerned ? posts.find(({ post }) => post === concerned.post)?.kind ?? 'other' : concerned.kind
  const found = handlerFor({ kind, post: named?.post ?? null, people: named?.people ?? [] }, chain)
  return found.ok ? { ok: true, value: { handler: found.value.post, kind, post: named?.post ?? null } } : found
}

/** The handler's posts whose line a code may belong to, by the two letters with which it begins. */
export async function linesOfCode(tx: Tx, district: string, code: string, at: Date): Promise<string[]> {
  const posts = await postsOfKind(tx, district, HANDLER_KIND, shanghaiDay(at))
  return posts.filter((post) => code.startsWith(signOf(post)))
}
