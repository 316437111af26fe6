import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { refuse } from '../../kit/pure.ts'
import { change } from '../rules/change.ts'
import { recount } from '../rules/clocks.ts'
import { mayMove } from '../rules/moves.ts'
import { onMatter } from './on-matter.ts'

/** [M48] Derives the due times of one matter anew, by the calendar of today; nothing is recorded where nothing changes. */
export const recountMatter = (ctx: Context<Actor>, input: { readonly id: string }) => onMatter(ctx, input, (matter, standing, { time }) => {
  const may = mayMove('recount', matter, standing)
  if (!may.ok) return may
  const clocks = recount(matter, time)
  if (clocks.length === 0) return refuse({ code: 'unchanged', rule: 'M48', explain: { zh: '期限没有变化。', en: 'No due time changes.' } })
  const told = clocks.some((op) => op.stage === 'reply')
  return { ok: true, value: change('recount', { facts: { clocks: clocks.length }, clocks,
    tell: [{ to: 'holder', template: 'matter.recounted' }, ...(told ? [{ to: 'reporter' as const, template: 'matter.recounted' as const }] : [])] }) }
})
