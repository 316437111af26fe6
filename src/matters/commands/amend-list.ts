import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { matterActs } from '../rules/acts.ts'
import { checkAmendment, mayAmend, notTheKeeper, type Amend } from '../rules/whistle-list.ts'
import { amendmentsOf } from '../views/whistle-list.ts'

/** [M32] The street amends the public list from a case: a new version beside the old ones. */
export async function amendList(ctx: Context<Actor>, input: Amend): Promise<Result<{ readonly code: string; readonly version: number }>> {
  const { district, org, post } = ctx.actor
  if (!org || !post) return refuse(common.notFound)
  if (!mayAmend(ctx.actor.audience)) return refuse(notTheKeeper)
  const seen = await ctx.tx.selectFrom('matter').select('id').where('district', '=', district).where('number', '=',
    input.fromNumber).executeTakeFirst()
  if (!seen) {
    return refuse({ code: 'no_such_matter', rule: 'M32', explain: { zh: '没有找到这件事，请核对编号。', en: 'No matter with this number was found.' } })
  }
  // one at a time: versions are counted over all offices of the street
  await sql`select pg_advisory_xact_lock(hashtext(${`whistle list ${district}`}))`.execute(ctx.tx)
  const office = await ctx.tx.selectFrom('org').select('place').where('district', '=', district).where('id', '=', org).executeTakeFirst()
  const known = office ? await amendmentsOf(ctx.tx, district, office.place) : []
  const checked = checkAmendment(input, ctx.actor.audience, known, shanghaiDay(ctx.at))
  if (!checked.ok) return checked
  const { code, version, validFrom, item, reason, fromNumber } = checked.value
  await ctx.tx.insertInto('whistle_item').values({ district, street: org, code, version, valid_from: validFrom,
    entry: JSON.stringify(item ?? { gone: true }),
    reason, from_number: fromNumber, at: ctx.at, post }).execute()
  await appendAct(ctx.tx, { id: newId(), district, at: ctx.at, channel: 'web', actorPerson: ctx.actor.person, actorPost: post,
    what: matterActs.state('matter.list_amended', { item: code, version, from: validFrom }), subject: { kind: 'org', id: org } })
  return ok({ code, version })
}
