import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideLog } from '../rules/decide/handle.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M11] Whoever works on it logs what was done. */
export const logWork = (ctx: Context<Actor>, input: OnMatter & { readonly note: string }) =>
  onMatter(ctx, input, (matter, standing) => decideLog(matter, standing, input.note))
