import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import type { CategoryCode } from '../rules/categories.ts'
import { decideSplit, promisedBy } from '../rules/decide/split.ts'
import { standingOf } from '../rules/matter.ts'
import { lockMatter } from '../store/load-matter.ts'
import { fileMatter } from './file-matter.ts'
import { onMatter, type Done, type OnMatter } from './on-matter.ts'

export type Split = { readonly words: string; readonly category: CategoryCode }

/**
 * [M25] Splits a matter that is two things: this one goes on, the other begins its course as a new one with a number of its own. The reporter's
 * receipt opens both, and the reply to the new one is owed since that to the first was, less the time for which it stood still.
 */
export async function splitMatter(ctx: Context<Actor>, input: OnMatter & Split): Promise<Result<Done>> {
  const locked = await lockMatter(ctx.tx, ctx.actor.district, input.id)
  if (!locked) return refuse(common.notFound)
  if (input.version !== undefined && input.version !== locked.row.version) return refuse(common.stale)
  const { row, matter } = locked
  const may = decideSplit(matter, standingOf(matter, ctx.actor), { id: row.id, category: input.category })
  if (!may.ok) return may
  const filed = await fileMatter(ctx, {
    place: row.place, words: input.words, category: input.category, channel: 'desk', onBoard: !row.closed_to.includes('board'),
    origin: { id: row.id, contact: row.contact, promised: promisedBy(matter, row.filed_at.getTime()) },
  })
  if (!filed.ok) return filed
  return onMatter(ctx, input, (now, standing) => decideSplit(now, standing, { id: filed.value.id, category: input.category }))
}
