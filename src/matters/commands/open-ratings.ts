import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { change } from '../rules/change.ts'
import { OF_DEPARTMENT, OF_WHISTLE, pairOpens, type RatingQuestion } from '../rules/rating.ts'
import { recordEntry, tell } from '../store/apply-change.ts'
import { lockMatter } from '../store/load-matter.ts'
import { lastWhistle } from '../store/whistle-rows.ts'
import { momentOf } from './on-matter.ts'

const scores = (questions: readonly RatingQuestion[], answers: readonly number[] | undefined) =>
  Object.fromEntries(questions.flatMap(({ fact }, index) => (answers?.[index] === undefined ? [] : [[fact, answers[index]] as const])))

/** [M30] The clock opens the two sides of a pair together: when both are in, or when the seal of the first has ended. Else nothing. */
export async function openRatings(ctx: Context<Actor>, { id, whistle, department }: {
  readonly id: string; readonly whistle: string; readonly department: string
}): Promise<void> {
  const { district } = ctx.actor
  const locked = await lockMatter(ctx.tx, district, id)
  const blown = (await ctx.tx.selectFrom('whistle').selectAll().where('district', '=', district).where('id', '=', whistle).executeTakeFirst())
    ?? await lastWhistle(ctx.tx, district, id)
  if (!locked || !blown) return
  const rows = (await ctx.tx.selectFrom('whistle_rating').selectAll().where('district', '=', district).where('matter', '=', id)
    .where('whistle', '=', whistle).orderBy('at').execute()).filter((one) => one.by_org === department || one.of_org === department)
  if (rows.some((one) => one.shown_at !== null)) return
  if (!pairOpens(rows.map((one) => one.at.getTime()), blown.by_org, await momentOf(ctx))) return
  await ctx.tx.updateTable('whistle_rating').set({ shown_at: ctx.at }).where('district', '=', district).where('id', 'in',
    rows.map((one) => one.id)).execute()
  const of = rows.find((one) => one.of_org === department)?.answers
  const by = rows.find((one) => one.by_org === department)?.answers
  await recordEntry(ctx, locked.row, change('ratings_shown', { seenBy: 'staff',
    facts: { whistle, by: blown.by_org, of: department, ...scores(OF_DEPARTMENT, of), ...scores(OF_WHISTLE, by) } }))
  await tell(ctx, locked.row, [blown.by_org, department].map((org) => ({ to: { org }, template: 'matter.ratings_shown' })))
}
