import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { listStuck } from '../views/stuck.ts'

const KEEPERS: readonly string[] = ['community', 'street']

/** Tries a stuck notice again at once, also one that was given up. Only one about a matter in reach, by the community or the street. */
export async function retryNotice(ctx: Context<Actor>, { id }: { readonly id: string }): Promise<Result<{ readonly id: string }>> {
  const { items } = await listStuck(ctx.tx, ctx.actor)
  if (!ctx.actor.audience.some((one) => KEEPERS.includes(one)) || !items.some((one) => one.id === id)) return refuse(common.notFound)
  await ctx.tx.updateTable('outbox').set({ due: ctx.at, failed_at: null }).where('id', '=', id).where('sent_at', 'is', null).execute()
  return ok({ id })
}
