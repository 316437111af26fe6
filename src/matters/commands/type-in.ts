import type { Context } from '../../kit/command.ts'
import { ok } from '../../kit/pure.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decideNumber, decideTypeIn, type Answer } from '../rules/decide/answer.ts'
import { whistledAt } from '../store/load-matter.ts'
import { keepObjection } from './object-to-dispatch.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** Kind of an organisation, as the rules need it of a party. */
export const kindOf = async (ctx: Context<Actor>, org: string): Promise<string> =>
  (await namesOf(ctx.tx, ctx.actor.district, { orgs: [org] })).org(org)?.kind ?? ''

/** [M28] Types in what the paper of a party says 代录. */
export const typeIn = (ctx: Context<Actor>, input: OnMatter & Omit<Answer, 'kind'>) => onMatter(ctx, input, async (matter, standing, moment) =>
  decideTypeIn(matter, standing, { ...input, kind: await kindOf(ctx, input.org) }, moment,
    (await whistledAt(ctx.tx, ctx.actor.district, matter.id)).getTime()), input.what === 'object' ? 'before' : 'after', keepObjection(ctx))

/** [M29] Enters the number that a matter has in a party's own system. */
export const enterNumber = (ctx: Context<Actor>, input: OnMatter & { readonly org: string; readonly number: string }) =>
  onMatter(ctx, input, (matter, standing) => {
    const decided = decideNumber(matter, standing, input)
    return decided.ok ? ok({ ...decided.value, said: input.number }) : decided
  })
