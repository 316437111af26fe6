import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decideWhistle, type Station } from '../rules/decide/joint.ts'
import { PARTY_KINDS } from '../rules/matter.ts'
import { whistleTerms } from '../rules/whistle-pack.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

type Asked = { readonly org: string; readonly task: string }
export type BlowWhistle = OnMatter & { readonly situation: string; readonly plan?: string | undefined; readonly difficulty: string; readonly lead: Asked; readonly supports: readonly Asked[] }

/** [M12] Blows a whistle: situation, plan, lead and supporting stations, each with a deadline to report in and one to finish. */
export const blowWhistle = (ctx: Context<Actor>, input: BlowWhistle) => onMatter(ctx, input, async (matter, standing, row) => {
  const terms = whistleTerms(input.situation)
  if (!terms.ok) return terms
  const names = await namesOf(ctx.tx, row.district, { orgs: [input.lead.org, ...input.supports.map((s) => s.org)] })
  const stations: Station[] = []
  for (const { org, task } of [input.lead, ...input.supports]) {
    const found = names.org(org)
    const kind = PARTY_KINDS.find((k) => k === found?.kind)
    if (!found || !kind) return refuse(common.notFound)
    stations.push({ org, kind, name: found.name, task })
  }
  const [lead, ...supports] = stations
  if (!lead) return refuse(common.notFound)
  return decideWhistle(matter, standing, terms.value, { lead, supports, plan: input.plan ?? null, said: input.difficulty }, ctx.at.getTime())
})
