/** What becomes of the thread in which matters are solved together: a line in the story of each, and a word to who reported it. */
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { change } from '../rules/change.ts'
import type { ThreadStage } from '../rules/thread-stages.ts'
import { recordEntry, tell } from '../store/apply-change.ts'
import { joinedTo, seeing } from './carry-joined.ts'

/** `said`: public words, as the thread's title; who reads them needs nothing else of the thread. */
export type OfThread = { readonly thread: string; readonly stage: ThreadStage; readonly said: string }

/**
 * [M50] Tells the reporters of these matters, and of those that are joined to them, how the thread stands; only who asks for a verdict is given the link
 * of their matter. Nothing of the matter moves, so its row is not locked. What was withdrawn is left alone. For commands that checked whose step it is.
 */
export async function tellOfThread(ctx: Context<Actor>, matters: readonly string[], { thread, stage, said }: OfThread): Promise<void> {
  if (matters.length === 0) return
  const all = new Set(matters)
  for (const matter of matters) for (const joined of await joinedTo(ctx.tx, matter)) all.add(joined)
  await seeing(ctx, [...all], async () => {
    const rows = await ctx.tx.selectFrom('matter').selectAll().where('district', '=', ctx.actor.district).where('id', 'in', [...all])
      .where('state', '<>', 'withdrawn').orderBy('id').execute()
    for (const row of rows) {
      await recordEntry(ctx, row, change('thread', { facts: { thread, stage }, said, hand: false }))
      await tell(ctx, row, [{ to: 'reporter', template: stage === 'judge' ? 'matter.thread_verdict' : 'matter.thread' }])
    }
  })
}

/** The matters that speak for a report in a thread: itself and the one it is joined to. None where it was withdrawn or is not seen. */
export async function speaksAs(tx: Tx, district: string, matter: string): Promise<readonly string[]> {
  const row = await tx.selectFrom('matter').select(['id', 'joined_to']).where('district', '=', district).where('id', '=', matter).where('state', '<>', 'withdrawn').executeTakeFirst()
  return row ? [row.id, ...(row.joined_to === null ? [] : [row.joined_to])] : []
}
