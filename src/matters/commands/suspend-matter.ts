import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideResume, decideSuspend } from '../rules/decide/waiting.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

export type SuspendMatter = OnMatter & { readonly path: string; readonly reviewOn: string; readonly note: string }

/** [M36] Puts a matter aside with a way to the money and a day of review. */
export const suspendMatter = (ctx: Context<Actor>, input: SuspendMatter) =>
  onMatter(ctx, input, (matter, standing, moment) => decideSuspend(matter, standing, input, moment))

/** [M36] Takes it up again. */
export const resumeMatter = (ctx: Context<Actor>, input: OnMatter & { readonly note: string }) =>
  onMatter(ctx, input, (matter, standing, moment) => decideResume(matter, standing, input.note, moment))
