import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideRemind, decideSupervise } from '../rules/decide/judge.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M19] The community or the street reminds who has it; the clock goes its own way. */
export const remindMatter = (ctx: Context<Actor>, input: OnMatter) =>
  onMatter(ctx, input, (matter, standing) => decideRemind(matter, standing))

/** [M19] The street puts a matter on its supervision list. */
export const superviseMatter = (ctx: Context<Actor>, input: OnMatter) =>
  onMatter(ctx, input, (matter, standing) => decideSupervise(matter, standing))
