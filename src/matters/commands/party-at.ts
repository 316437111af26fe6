import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { namesOf, partiesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { PARTY_KINDS, type PartyKind } from '../rules/matter.ts'
import type { Row } from '../store/load-matter.ts'

export type PartyAt = { readonly org: string; readonly kind: PartyKind; readonly name: string }

/** Teams and pairing units have no area of their own; all others answer for places. */
const ANYWHERE: readonly PartyKind[] = ['team', 'unit']
const elsewhere = (name: string) => refuse({
  code: 'not_here', rule: 'M10', explain: { zh: `“${name}”不管这个地方，请从单子里选。`, en: `${name} does not serve this place: choose from the list.` },
})

/** [M10] The organisations named, each with its kind, if all of them serve the matter's place today; refuses the first that does not. */
export async function partiesAt(ctx: Context<Actor>, row: Row, orgs: readonly string[]): Promise<Result<readonly PartyAt[]>> {
  const place = await placeById(ctx.tx, row.district, row.place)
  const here = place ? await partiesOf(ctx.tx, row.district, place, shanghaiDay(ctx.at)) : []
  const names = await namesOf(ctx.tx, row.district, { orgs })
  const found: PartyAt[] = []
  for (const org of orgs) {
    const name = names.org(org)
    const kind = PARTY_KINDS.find((known) => known === name?.kind)
    if (!name || !kind) return refuse(common.notFound)
    if (!ANYWHERE.includes(kind) && !here.some((party) => party.org === org)) return elsewhere(name.name)
    found.push({ org, kind, name: name.name })
  }
  return ok(found)
}
