import type { Context } from '../../kit/command.ts'
import { ok } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideVerdict, type Answers } from '../rules/decide/judge.ts'
import { applyChange } from '../store/apply-change.ts'
import { lockMatter } from '../store/load-matter.ts'
import { change } from '../rules/change.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M16] The three answers, by the reporter or at the door by somebody with no act on it; an unhappy one reopens the matter once. */
export async function enterVerdict(ctx: Context<Actor>, input: OnMatter & Answers) {
  const done = await onMatter(ctx, input, (matter, standing, moment) => decideVerdict(matter, standing, input, moment), 'before')
  if (!done.ok || done.value.state !== 'filed') return done
  const locked = await lockMatter(ctx.tx, ctx.actor.district, input.id)
  if (!locked) return done
  const { row } = await applyChange(ctx, locked, change('reopen', { facts: { round: locked.row.reopened }, seenBy: 'reporter' }))
  return ok({ ...done.value, version: row.version })
}
