import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import type { Pace } from '../../offices/rules/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decideAssign } from '../rules/decide/handle.ts'
import { onMatter, type OnMatter } from './on-matter.ts'
import { partiesAt } from './party-at.ts'

type Assign = OnMatter & { readonly org: string; readonly note: string; readonly finish?: Pace | undefined }

/** [M10] The community assigns a matter to one party of the place, with a time to finish. */
export const assignMatter = (ctx: Context<Actor>, input: Assign) => onMatter(ctx, input, async (matter, standing, moment, row) => {
  const parties = await partiesAt(ctx, row, [input.org])
  if (!parties.ok) return parties
  const [to] = parties.value
  return to ? decideAssign(matter, standing, { to, note: input.note, finish: input.finish }, moment) : refuse(common.notFound)
})
