import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { setTimer } from '../../../kit/jobs.ts'
import { placeById } from '../../../places/index.ts'
import { projectActs } from '../../rules/projects/acts.ts'
import { mayCloseCall, type RoundRules } from '../../rules/projects/index.ts'
import { changeRound } from '../../store/projects.ts'
import { leads, notLead, onRound, recordIn, type Done, type Staff } from './on-project.ts'

export type StartRound = {
  readonly community: string; readonly title: string
  /** The sum, in fen. */
  readonly budget: number
  readonly proposeUntil: string
  readonly rules: RoundRules
}

const dayAfter = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000)
const tooSoon = { code: 'too_soon', rule: 'B60', explain: { zh: '征集至少要留三天，大家才来得及提。', en: 'Leave at least three days for proposals.' } }

/** [B60] Opens a round for proposals. It goes over to review by itself on the morning after the last day. */
export async function startRound(ctx: Staff, input: StartRound): Promise<Result<Done>> {
  const { actor, tx, at } = ctx
  if (!leads(actor)) return refuse(notLead)
  const community = await placeById(tx, actor.district, input.community)
  if (community?.kind !== 'community' || !actor.org) return refuse(common.notFound)
  if (input.proposeUntil < shanghaiDay(new Date(at.getTime() + 3 * 86_400_000))) return refuse(tooSoon)
  const id = newId()
  await tx.insertInto('budget_round').values({
    district: actor.district, id, community: community.id, path: community.path, keeper: actor.org, title: input.title.trim(), budget: input.budget,
    rules: JSON.stringify(input.rules), propose_until: input.proposeUntil, state: 'call', started_at: at,
  }).execute()
  await setTimer(tx, { district: actor.district, due: dayAfter(input.proposeUntil), kind: 'round.call', subject: id, facts: {} })
  await recordIn(ctx, { community: community.id, path: community.path }, { kind: 'round', id }, projectActs.state('round.start', { budget: input.budget }))
  return ok({ id, state: 'call' })
}

/** [B60] Ends the call when its last day is over. */
export const closeCall = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => onRound(ctx, id, async (round, row) => {
  const may = mayCloseCall(round, shanghaiDay(ctx.at))
  if (!may.ok) return may
  await changeRound(ctx.tx, row, { state: may.value })
  await recordIn(ctx, row, { kind: 'round', id }, projectActs.state('round.move', { to: may.value }))
  return ok({ id, state: may.value })
})
