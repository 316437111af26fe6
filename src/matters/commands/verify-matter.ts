import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideVerify, type Verification } from '../rules/decide/judge.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M15] Somebody who did no work on it confirms the outcome or sends it back. */
export const verifyMatter = (ctx: Context<Actor>, input: OnMatter & Verification) =>
  onMatter(ctx, input, (matter, standing, moment) => decideVerify(matter, standing, input, moment))
