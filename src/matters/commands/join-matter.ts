import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse, type Refusal, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideJoin, decideUnjoin } from '../rules/decide/join.ts'
import { lockMatter } from '../store/load-matter.ts'
import { asNumber } from '../views/search.ts'
import { joinedTo } from './carry-joined.ts'
import { onMatter, type Done, type OnMatter } from './on-matter.ts'

const noSuch: Refusal = {
  code: 'no_such_matter', rule: 'M24', explain: { zh: '没有找到这个编号的事，请核对。', en: 'No matter with this number was found: please check it.' },
}

/** The root of a number that the actor may see: of one that is joined, the one it is joined to. */
async function rootOf(ctx: Context<Actor>, number: string): Promise<string | undefined> {
  const found = await ctx.tx.selectFrom('matter').select(['id', 'state', 'joined_to']).where('district', '=', ctx.actor.district)
    .where('number', '=', asNumber(number)).executeTakeFirst()
  return found?.state === 'joined' ? found.joined_to ?? undefined : found?.id
}

/** [M24] The community joins a matter to the one with a number 并单; to its root, where that one is joined itself. */
export async function joinMatter(ctx: Context<Actor>, input: OnMatter & { readonly to: string }): Promise<Result<Done>> {
  const { district } = ctx.actor
  const own = await ctx.tx.selectFrom('matter').select('id').where('district', '=', district).where('id', '=', input.id).executeTakeFirst()
  if (!own) return refuse(common.notFound)
  const root = await rootOf(ctx, input.to)
  if (!root) return refuse(noSuch)
  // both are locked in one order, so that two who join the same two to each other wait and do not stand against each other
  for (const id of [input.id, root].sort()) if (!await lockMatter(ctx.tx, district, id)) return refuse(id === input.id ? common.notFound : noSuch)
  return onMatter(ctx, input, async (matter, standing) => {
    const to = await lockMatter(ctx.tx, district, root)
    return to ? decideJoin(matter, standing, to.matter, (await joinedTo(ctx.tx, matter.id)).length) : refuse(noSuch)
  })
}

/** [M24] Undoes a joining: the matter is again what it was. */
export const unjoinMatter = (ctx: Context<Actor>, input: OnMatter) => onMatter(ctx, input, (matter, standing) => decideUnjoin(matter, standing))
