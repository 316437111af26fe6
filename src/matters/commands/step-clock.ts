import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { refuse } from '../../kit/pure.ts'
import { decideClose, decideRemind, decideSupervise, nextClockStep } from '../rules/decide/judge.ts'
import { onMatter } from './on-matter.ts'

/**
 * [M19] What the clock does when a stage runs out: remind, put on the supervision list, close without a verdict. Nothing when the matter has
 * moved on.
 */
export const stepClock = (ctx: Context<Actor>, input: { readonly id: string }) => onMatter(ctx, input, (matter, standing) => {
  const next = nextClockStep(matter)
  const at = ctx.at.getTime()
  if (!next || next.at > at) return refuse({ code: 'not_due', rule: 'M19', explain: { zh: '还没到时候。', en: 'Not due.' } })
  if (next.step === 'remind') return decideRemind(matter, standing, at)
  return next.step === 'supervise' ? decideSupervise(matter, standing, at) : decideClose(matter, standing)
})
