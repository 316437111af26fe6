import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideWhistle } from '../rules/decide/joint.ts'
import { whistleTerms } from '../rules/whistle-pack.ts'
import { lockMatter } from '../store/load-matter.ts'
import { saveWhistle } from '../store/whistle-rows.ts'
import { onMatter, type OnMatter } from './on-matter.ts'
import { partiesAt } from './party-at.ts'

type Asked = { readonly org: string; readonly task: string }
export type BlowWhistle = OnMatter & {
  readonly situation: string; readonly plan?: string | undefined
  readonly difficulty: string; readonly lead: Asked; readonly supports: readonly Asked[]
}

/** [M12] Blows a whistle: situation, plan, lead and supporting stations, each with a deadline to report in and one to finish. */
export async function blowWhistle(ctx: Context<Actor>, input: BlowWhistle) {
  const asked = [input.lead, ...input.supports]
  const done = await onMatter(ctx, input, async (matter, standing, moment, row) => {
    const terms = whistleTerms(input.situation)
    if (!terms.ok) return terms
    const parties = await partiesAt(ctx, row, asked.map(({ org }) => org))
    if (!parties.ok) return parties
    const [lead, ...supports] = parties.value.map((party, index) => ({ ...party, task: asked[index]?.task ?? '' }))
    if (!lead) return refuse(common.notFound)
    return decideWhistle(matter, standing, terms.value, { lead, supports, plan: input.plan ?? null, said: input.difficulty }, moment)
  })
  const blown = done.ok ? await lockMatter(ctx.tx, ctx.actor.district, input.id) : undefined
  if (blown) await saveWhistle(ctx, blown.row, { situation: input.situation, plan: input.plan ?? null, called: asked.map(({ org }) => org) })
  return done
}
