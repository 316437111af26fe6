import type { Context } from '../../kit/command.ts'
import { refuse } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideAskExtension, decideExtension } from '../rules/decide/waiting.ts'
import { closeExtension, openExtension, openExtensionOf } from '../store/extensions.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

const nothing = { code: 'not_there', rule: 'M37', explain: { zh: '没有等着批的延期申请。', en: 'No request for more time is waiting.' } }
const already = { code: 'already', rule: 'M37', explain: { zh: '已经有一份延期申请在等答复。', en: 'A request for more time is waiting already.' } }

/** [M37] Whoever works on it asks for more time, before the old time is over. */
export const askExtension = (ctx: Context<Actor>, input: OnMatter & { readonly days: number; readonly note: string }) =>
  onMatter(ctx, input, async (matter, standing, moment, row) => (await openExtensionOf(ctx.tx, row.district, row.id)) ? refuse(already)
    : decideAskExtension(matter, standing, { days: input.days, why: input.note }, moment), 'after',
  (row) => openExtension(ctx, row, { days: input.days, why: input.note }))

/** [M37] Another office grants it or not. */
export const decideOnExtension = (ctx: Context<Actor>, input: OnMatter & { readonly granted: boolean; readonly note: string }) =>
  onMatter(ctx, input, async (matter, standing, moment, row) => {
    const asked = await openExtensionOf(ctx.tx, row.district, row.id)
    return asked ? decideExtension(matter, { ...standing, org: ctx.actor.org }, asked, input, moment) : refuse(nothing)
  }, 'after', (row) => closeExtension(ctx, row, input))
