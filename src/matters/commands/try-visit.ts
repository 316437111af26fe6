import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideVisitTried, MOST_TRIES, type Tried } from '../rules/decide/visiting.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** The tries of this round so far, the last first. */
async function triesOf({ tx, actor }: Context<Actor>, matter: string, count: number): Promise<Tried[]> {
  if (count < MOST_TRIES - 1) return [] // nothing hangs on the first ones
  const rows = await tx.selectFrom('matter_entry').select(['person', 'at']).where('district', '=', actor.district).where('matter', '=', matter)
    .where('kind', '=', 'visit_tried').orderBy('at', 'desc').limit(count).execute()
  return rows.map(({ person, at }) => ({ person, day: shanghaiDay(at) }))
}

/** [M41] Notes a return visit that reached nobody; the third ends the asking. */
export const tryVisit = (ctx: Context<Actor>, input: OnMatter & { readonly note: string }) =>
  onMatter(ctx, input, async (matter, standing) => decideVisitTried(matter, standing, input.note, { person: ctx.actor.person, day: shanghaiDay(ctx.at) },
    await triesOf(ctx, matter.id, matter.tried)))
