import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decideRule } from '../rules/decide/ruling.ts'
import { blockRelease } from '../rules/privacy.ts'
import { closeObjection } from '../store/objections.ts'
import { onMatter, type OnMatter } from './on-matter.ts'
import { partiesAt } from './party-at.ts'

export type RuleOn = OnMatter & {
  readonly ruling: 'upheld' | 'rejected'; readonly owner: string; readonly why: string; readonly basis: string
  /** Whether the ruling is offered as a precedent the next time. */
  readonly precedent: boolean
}

/** [M35] The street rules whose it is; the ruling becomes a precedent for the category, and then names nobody and no door (P23). */
export const ruleOnDispatch = (ctx: Context<Actor>, input: RuleOn) => onMatter(ctx, input, async (matter, standing, moment, row) => {
  const clean = input.precedent ? blockRelease(`${input.why} ${input.basis}`) : null
  if (clean && !clean.ok) return clean
  const owners = input.owner === matter.accountable ? null : await partiesAt(ctx, row, [input.owner])
  if (owners && !owners.ok) return owners
  const owner = owners ? owners.value[0] : { org: matter.accountable, kind: 'community' as const, name: '' }
  return owner ? decideRule(matter, standing, { ...input, owner }, moment) : refuse(common.notFound)
}, 'after', async (row) => {
  const compound = row.compound === null ? null : await placeById(ctx.tx, row.district, row.compound)
  await closeObjection(ctx, row, { ...input, compoundType: compound?.compoundType ?? null })
})
