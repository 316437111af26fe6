import type { Context } from '../../kit/command.ts'
import { cancelTimers } from '../../kit/jobs.ts'
import { refuse } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideCallRuling, decideClose, decideRemind, decideSupervise, nextClockStep } from '../rules/decide/judge.ts'
import { decideUnverified } from '../rules/decide/visiting.ts'
import { warningsBetween } from '../rules/warnings.ts'
import { setClock } from '../store/apply-change.ts'
import { lockMatter } from '../store/load-matter.ts'
import { openObjection } from '../store/objections.ts'
import { sendWarnings } from '../store/warnings.ts'
import { momentOf, onMatter } from './on-matter.ts'

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

/**
 * [M49] What the timer of a matter does when it warns: tells of every deadline that came near since `due`, then goes on to what is due by now, or is set to
 * what comes next. Its warnings and its next time stand in one transaction, so each is given once. No act: nothing happened to the matter.
 */
export async function warnOfClock(ctx: Context<Actor>, input: { readonly id: string; readonly due: Date }): Promise<void> {
  const locked = await lockMatter(ctx.tx, ctx.actor.district, input.id)
  if (!locked) return
  const { time } = await momentOf(ctx)
  await sendWarnings(ctx, locked.row, warningsBetween(locked.matter, time, input.due.getTime(), ctx.at.getTime()))
  if ((await stepClock(ctx, input)).ok) return
  await cancelTimers(ctx.tx, input.id, ['matter.clock']) // somebody who moved it meanwhile has set one already
  await setClock(ctx, locked.matter, ctx.actor.district)
}
