import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideWithdraw } from '../rules/decide/judge.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M11] The reporter takes the matter back. */
export const withdrawMatter = (ctx: Context<Actor>, input: OnMatter & { readonly note: string }) =>
  onMatter(ctx, input, (matter, standing) => decideWithdraw(matter, standing, input.note))
