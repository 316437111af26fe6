import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decideAssign } from '../rules/decide/handle.ts'
import { PARTY_KINDS } from '../rules/matter.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

export type Assign = OnMatter & { readonly org: string; readonly note: string; readonly hours: number }

/** [M10] The community assigns a matter to one party, with hours to finish. */
export const assignMatter = (ctx: Context<Actor>, input: Assign) => onMatter(ctx, input, async (matter, standing, row) => {
  const org = (await namesOf(ctx.tx, row.district, { orgs: [input.org] })).org(input.org)
  const kind = PARTY_KINDS.find((k) => k === org?.kind)
  return kind ? decideAssign(matter, standing, { to: { org: input.org, kind }, note: input.note, hours: input.hours }, ctx.at.getTime()) : refuse(common.notFound)
})
