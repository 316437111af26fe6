import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { matterActs } from '../rules/acts.ts'
import { checkAmendment, type Amend } from '../rules/whistle-list.ts'
import { amendmentsOf } from '../views/whistle-list.ts'

/** [M32] The street amends the public list from a case: a new version beside the old ones. */
export async function amendList(ctx: Context<Actor>, input: Amend): Promise<Result<{ readonly code: string; readonly version: number }>> {
  const { district, org: street, post } = ctx.actor
  if (!street || !post) return refuse(common.notFound)
  const seen = await ctx.tx.selectFrom('matter').select('id').where('district', '=', district).where('number', '=', input.fromNumber).executeTakeFirst()
  if (!seen) {
    return refuse({ code: 'no_such_matter', rule: 'M32', explain: { zh: '没有找到这件事，请核对编号。', en: 'No matter with this number was found.' } })
  }
  const checked = checkAmendment(input, ctx.actor.audience, await amendmentsOf(ctx.tx, district, street), shanghaiDay(ctx.at))
  if (!checked.ok) return checked
  const { code, version, validFrom, item, reason, fromNumber } = checked.value
  await ctx.tx.insertInto('whistle_item').values({ district, street, code, version, valid_from: validFrom, entry: JSON.stringify(item ?? { gone: true }),
    reason, from_number: fromNumber, at: ctx.at, post }).execute()
  await appendAct(ctx.tx, { id: newId(), district, at: ctx.at, channel: 'web', actorPerson: ctx.actor.person, actorPost: post,
    what: matterActs.state('matter.list_amended', { item: code, version, from: validFrom }), subject: { kind: 'org', id: street } })
  return ok({ code, version })
}
