import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideTake } from '../rules/decide/handle.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M7] The holder takes the matter on. */
export const takeMatter = (ctx: Context<Actor>, input: OnMatter) =>
  onMatter(ctx, input, decideTake)
