import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { disputeActs } from '../rules/acts.ts'

export type DeclareTies = { readonly home: string | null; readonly places: readonly string[]; readonly orgs: readonly string[] }

const notMediator = { code: 'not_yours', rule: 'D5', explain: { zh: '这里由调解委员会的成员自己申报。', en: 'This is for members of a mediation committee.' } }

/** [D5] A mediator declares where they live and what they are tied to. Places may be any within a building: the building counts. */
export async function declareTies(ctx: Context<Actor>, input: DeclareTies): Promise<Result<{ readonly declared: boolean }>> {
  const { tx, actor } = ctx
  const { district, person, org } = actor
  if (person === null || org === null || !actor.orgs.includes(org)) return refuse(notMediator)
  const buildings: string[] = []
  for (const place of [...(input.home ? [input.home] : []), ...input.places]) {
    const found = await placeById(tx, district, place)
    if (!found?.building) return refuse(common.notFound)
    buildings.push(found.building)
  }
  const home = input.home ? buildings.shift() ?? null : null
  const row = { home, tied_places: [...new Set(buildings)], tied_orgs: [...new Set(input.orgs)], declared_at: ctx.at }
  await tx.insertInto('mediator').values({ district, committee: org, person, ...row })
    .onConflict((c) => c.columns(['district', 'committee', 'person']).doUpdateSet(row)).execute()
  await appendAct(tx, {
    district, at: ctx.at, channel: 'web', actorPerson: person, actorPost: actor.post,
    what: disputeActs.state('mediator.declare', { places: row.tied_places.length, orgs: row.tied_orgs.length }),
  })
  return ok({ declared: true })
}
