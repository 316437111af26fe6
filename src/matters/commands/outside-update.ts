import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideOutsideUpdate, type OutsideState } from '../rules/decide/answer.ts'
import { lockMatter, whistledAt } from '../store/load-matter.ts'
import { hasUpdate, partChangedAt, takeUpdate } from '../store/whistle-rows.ts'
import { onMatter, type Done, type OnMatter } from './on-matter.ts'
import { kindOf } from './type-in.ts'

export type OutsideInput = Omit<OnMatter, 'version' | 'photos'> & {
  readonly org: string; readonly updateId: string; readonly at: string; readonly text: string
  readonly state?: OutsideState | undefined; readonly reason?: string | undefined; readonly outsideNumber?: string | undefined
}

const elsewhere = { code: 'update_elsewhere', rule: 'M29', explain: { zh: '这条消息已经记在另一件事上。', en: 'This update was taken for another matter.' } }

/**
 * [M29] An update from the system of a party: one row for one id of it, however often and in parallel it is delivered; its text is kept, and its
 * state taken over unless something newer is known. Its time is the outside clock's and is never taken as later than now.
 */
export async function outsideUpdate(ctx: Context<Actor>, input: OutsideInput): Promise<Result<Done>> {
  const { district } = ctx.actor
  const { id, org, updateId } = input
  const locked = await lockMatter(ctx.tx, district, id)
  if (!locked) return refuse(common.notFound)
  const told = Math.min(Date.parse(input.at), ctx.at.getTime())
  const update = { org, update_id: updateId, told_at: new Date(told), state: input.state ?? null }
  if (await hasUpdate(ctx.tx, locked.row, update)) return ok({ id, state: locked.row.state, version: locked.row.version })
  return onMatter(ctx, { id }, async (matter, standing, moment, row) => {
    const since = (await whistledAt(ctx.tx, district, id)).getTime()
    const changedAt = await partChangedAt(ctx.tx, district, id, org)
    const decided = decideOutsideUpdate(matter, standing, { ...input, kind: await kindOf(ctx, org), told }, moment, since, changedAt)
    if (!decided.ok) return decided
    const taken = await takeUpdate(ctx, row, { ...update, applied: decided.value.applied })
    return taken ? ok(decided.value.change) : refuse(elsewhere)
  })
}
