import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import type { Actor } from '../../trust/index.ts'
import { legsOf } from './apply-change.ts'
import type { Row } from './load-matter.ts'

/** The request for more time that waits, if one does. */
export const openExtensionOf = (tx: Tx, district: string, matter: string) => tx.selectFrom('extension').select(['org', 'days'])
  .where('district', '=', district).where('matter', '=', matter).where('decided_at', 'is', null).executeTakeFirst()

/** Keeps a request for more time. */
export async function openExtension(ctx: Context<Actor>, row: Row, given: { readonly days: number; readonly why: string }): Promise<void> {
  await ctx.tx.insertInto('extension').values({ district: row.district, id: newId(), matter: row.id, ...legsOf(row), org: ctx.actor.org ?? row.held_by,
    ...given, due: row.due ?? ctx.at, at: ctx.at, post: ctx.actor.post }).execute()
}

/** Writes the answer beside the request. */
export async function closeExtension(ctx: Context<Actor>, row: Row, given: { readonly granted: boolean; readonly note: string }): Promise<void> {
  await ctx.tx.updateTable('extension').set({ granted: given.granted, answer: given.note, decided_at: ctx.at, decided_post: ctx.actor.post })
    .where('district', '=', row.district).where('matter', '=', row.id).where('decided_at', 'is', null).execute()
}
