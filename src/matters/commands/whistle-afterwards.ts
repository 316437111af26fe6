import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { setTimer } from '../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { namesOf } from '../../offices/index.ts'
import { actsForOrg } from '../rules/matter.ts'
import type { Actor } from '../../trust/index.ts'
import { change } from '../rules/change.ts'
import { decideRate, decideReview, type Review } from '../rules/decide/afterwards.ts'
import { sealedUntil, type Pair } from '../rules/rating.ts'
import { legsOf, recordEntry } from '../store/apply-change.ts'
import { lockMatter } from '../store/load-matter.ts'
import { blownOf, knownRatings, lastWhistle } from '../store/whistle-rows.ts'
import { momentOf, onMatter, type Done, type OnMatter } from './on-matter.ts'

/** Who speaks for their whole organisation: a grid worker does not speak for the community. */
const spokenFor = (actor: Actor): string | null => (actsForOrg(actor) ? actor.org : null)

export type Rate = OnMatter & { readonly of: string; readonly answers: readonly number[]; readonly said: string }

/** [M30] The community rates a department, or a department the whistle. Sealed until both are in or five working days after the first. */
export async function rateWhistle(ctx: Context<Actor>, input: Rate): Promise<Result<Done>> {
  const { district } = ctx.actor
  const blown = await lastWhistle(ctx.tx, district, input.id)
  const by = spokenFor(ctx.actor)
  let pair: Pair | null = null
  const done = await onMatter(ctx, input, async (matter, standing) => {
    if (!blown) return refuse(common.notFound)
    const known = by ? await knownRatings(ctx.tx, blown, by, input.of) : { rated: false, shown: false }
    const decided = decideRate(matter, standing, by, blownOf(blown), input, known)
    if (!decided.ok) return decided
    pair = decided.value.pair
    return ok(decided.value.change)
  })
  const now = done.ok ? await lockMatter(ctx.tx, district, input.id) : undefined
  if (!now || !blown || !pair || !by) return done
  const { department }: Pair = pair
  await ctx.tx.insertInto('whistle_rating').values({ district, id: newId(), whistle: blown.id, matter: input.id, ...legsOf(now.row), by_org: by,
    of_org: input.of, answers: [...input.answers], said: input.said, at: ctx.at }).execute()
  const { time } = await momentOf(ctx)
  // whether the other side is in can't be seen from here: the clock looks at once, and again when the seal ends
  for (const due of [ctx.at, new Date(sealedUntil(ctx.at.getTime(), blown.by_org, time))]) {
    await setTimer(ctx.tx, { district, due, kind: 'whistle.ratings', subject: blown.id, facts: { matter: input.id, department } })
  }
  return done
}

/** [M31] The community that blew writes the two lines of review. */
export async function reviewWhistle(ctx: Context<Actor>, input: OnMatter & Review): Promise<Result<Done>> {
  const { district } = ctx.actor
  const blown = await lastWhistle(ctx.tx, district, input.id)
  const by = spokenFor(ctx.actor)
  const done = await onMatter(ctx, input, async (matter, standing) => {
    const known = (await namesOf(ctx.tx, district, { orgs: [input.by] })).org(input.by)
    if (!blown || !known) return refuse(common.notFound)
    return decideReview(matter, standing, by, blownOf(blown), input, shanghaiDay(ctx.at))
  })
  const now = done.ok ? await lockMatter(ctx.tx, district, input.id) : undefined
  if (!now || !blown) return done
  const { lacked, changes, until, item } = input
  await ctx.tx.insertInto('whistle_review').values({ district, id: newId(), whistle: blown.id, matter: input.id, ...legsOf(now.row), lacked, changes,
    by_org: input.by, until, item: item ?? null, at: ctx.at }).execute()
  await ctx.tx.updateTable('whistle').set({ reviewed_at: ctx.at }).where('district', '=', district).where('id', '=', blown.id).execute()
  return done
}

/** [M31] Who promised a change, or the community that wrote it down, says that it was made. Answers the matter's id. */
export async function doneReview(ctx: Context<Actor>, input: { readonly review: string }): Promise<Result<{ readonly id: string }>> {
  const { district } = ctx.actor
  const org = spokenFor(ctx.actor)
  const found = await ctx.tx.selectFrom('whistle_review as r').innerJoin('whistle as w', (j) => j.onRef('w.district', '=', 'r.district')
    .onRef('w.id', '=', 'r.whistle')).select(['r.matter', 'r.whistle', 'r.by_org', 'w.by_org as blown_by', 'r.done_at'])
    .where('r.district', '=', district).where('r.id', '=', input.review).executeTakeFirst()
  if (!found) return refuse(common.notFound)
  if (found.by_org !== org && found.blown_by !== org) {
    return refuse({ code: 'not_yours', rule: 'M31', explain: { zh: '由要改的一方或吹哨的社区来记。',
      en: 'It is entered by who promised it or by the community that blew.' } })
  }
  if (found.done_at) return ok({ id: found.matter })
  const locked = await lockMatter(ctx.tx, district, found.matter)
  if (!locked) return refuse(common.notFound)
  await ctx.tx.updateTable('whistle_review').set({ done_at: ctx.at }).where('district', '=', district).where('id', '=', input.review).execute()
  await recordEntry(ctx, locked.row, change('review_done', { facts: { whistle: found.whistle, by: found.by_org }, seenBy: 'staff' }))
  return ok({ id: found.matter })
}
