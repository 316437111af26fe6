import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import { postOrg } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decidePassOn } from '../rules/decide/pass-on.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

export type PassOn = OnMatter & { readonly from: string; readonly to: string }

/** [M43] Passes one open matter from a post to another, as when a post changes hands. */
export const passOn = (ctx: Context<Actor>, input: PassOn) => onMatter(ctx, input, async (matter, standing) => {
  const org = await postOrg(ctx.tx, ctx.actor.district, input.to)
  return org ? decidePassOn(matter, standing, input.from, { org, post: input.to }) : refuse(common.notFound)
})
