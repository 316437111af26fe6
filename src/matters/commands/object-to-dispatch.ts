import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import type { Change } from '../rules/change.ts'
import { decideObject } from '../rules/decide/ruling.ts'
import type { Row } from '../store/load-matter.ts'
import { openObjection } from '../store/objections.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

export type ObjectTo = OnMatter & { readonly ground: string; readonly note: string }

/**
 * Keeps what is to be ruled on, where a change brought a matter before the street. What came by a link or on paper is the party's own, of no post.
 */
export const keepObjection = (ctx: Context<Actor>) => async (row: Row, change: Change): Promise<void> => {
  if (change.act !== 'object') return
  const { ground, forced } = change.facts
  const own = change.onBehalfOf ? { org: change.onBehalfOf, post: null } : {}
  await openObjection(ctx, row, { ground: String(ground), forced: forced === true, said: change.said, ...own })
}

/** [M33] A party objects to a dispatch, with a ground and evidence; photos are part of it. */
export const objectToDispatch = (ctx: Context<Actor>, input: ObjectTo) =>
  onMatter(ctx, input, (matter, standing, moment) => decideObject(matter, standing, input, moment), 'before', keepObjection(ctx))
