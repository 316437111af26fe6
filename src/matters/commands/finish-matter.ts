import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideFinish, type Finish } from '../rules/decide/handle.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M9] Who did the work says that it is done, unable or explained, with a note and photos of afterwards. */
export const finishMatter = (ctx: Context<Actor>, input: OnMatter & Finish) =>
  onMatter(ctx, input, (matter, standing, moment) => decideFinish(matter, standing, input, moment))
