import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { refuse } from '../../kit/pure.ts'
import { decideCallRuling, decideClose, decideRemind, decideSupervise, nextClockStep } from '../rules/decide/judge.ts'
import { decideUnverified } from '../rules/decide/visiting.ts'
import { openObjection } from '../store/objections.ts'
import { onMatter } from './on-matter.ts'

/**
 * [M19] What the clock does when a stage runs out: remind, put on the supervision list, close without a verdict. Nothing when the matter has
 * moved on.
 */
export const stepClock = (ctx: Context<Actor>, input: { readonly id: string }) => onMatter(ctx, input, (matter, standing, { at, time }) => {
  const next = nextClockStep(matter, time)
  if (!next || next.at > at) return refuse({ code: 'not_due', rule: 'M19', explain: { zh: '还没到时候。', en: 'Not due.' } })
  if (next.step === 'remind') return decideRemind(matter, standing, next)
  if (next.step === 'supervise') return decideSupervise(matter, standing, next)
  if (next.step === 'unverified') return decideUnverified(matter, standing, { at, time })
  return next.step === 'call_ruling' ? decideCallRuling(matter, standing, next, { at, time }) : decideClose(matter, standing)
}, 'after', async (row, { act, facts }) => {
  if (act === 'call_ruling') await openObjection(ctx, row, { ground: 'nothing_moves', forced: false, said: '', ...(facts.org ? { org: String(facts.org) } : {}) })
})
