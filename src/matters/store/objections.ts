import type { Context } from '../../kit/command.ts'
import { newId } from '../../kit/ids.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { legsOf } from './apply-change.ts'
import type { Row } from './load-matter.ts'

/** Keeps what waits for the street: an objection, a third return, or that nothing moves; one at a time. */
export async function openObjection(
  ctx: Context<Actor>, row: Row, given: { readonly ground: string; readonly forced: boolean; readonly said: string; readonly org?: string; readonly post?: null },
): Promise<void> {
  await ctx.tx.insertInto('objection').values({
    district: row.district, id: newId(), matter: row.id, ...legsOf(row), org: ctx.actor.org ?? row.held_by, at: ctx.at, post: ctx.actor.post, ...given,
  }).onConflict((c) => c.doNothing()).execute()
}

export type Ruled = {
  readonly ruling: 'upheld' | 'rejected'; readonly owner: string; readonly why: string; readonly basis: string; readonly precedent: boolean
  readonly compoundType: string | null
}

/** Writes the ruling beside the objection, one that nobody raised where the street was called by the clock; and the precedent that it makes. */
export async function closeObjection(ctx: Context<Actor>, row: Row, given: Ruled): Promise<void> {
  const { ruling, owner, why, basis } = given
  const ruled = { ruled_at: ctx.at, ruled_post: ctx.actor.post, ruling, owner, why, basis }
  const open = await ctx.tx.updateTable('objection').set(ruled).where('district', '=', row.district).where('matter', '=', row.id)
    .where('ruled_at', 'is', null).returning(['id', 'org']).executeTakeFirst()
  const id = open?.id ?? newId()
  if (!open) {
    await ctx.tx.insertInto('objection').values({ district: row.district, id, matter: row.id, ...legsOf(row), org: owner, ground: 'nothing_moves',
      at: ctx.at, ...ruled }).execute()
  }
  if (!given.precedent) return
  const names = await namesOf(ctx.tx, row.district, { orgs: [owner, open?.org ?? owner] })
  await ctx.tx.insertInto('precedent').values({
    district: row.district, id, category: row.category, compound_type: given.compoundType, from_kind: names.org(open?.org ?? owner)?.kind ?? '',
    owner_kind: names.org(owner)?.kind ?? '', owner, ruling, why, basis, at: ctx.at,
  }).execute()
}
