import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideReportIn } from '../rules/decide/joint.ts'
import { whistledAt } from '../store/load-matter.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M13] A whistled station reports in. */
export const reportIn = (ctx: Context<Actor>, input: OnMatter & { readonly note: string }) =>
  onMatter(ctx, input, async (matter, standing, moment) =>
    decideReportIn(matter, standing, input.note, moment, (await whistledAt(ctx.tx, ctx.actor.district, matter.id)).getTime()))
