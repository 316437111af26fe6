import type { Context } from '../../kit/command.ts'
import { ok } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideAccept, decideNeighbour } from '../rules/decide/visiting.ts'
import { seeing } from './carry-joined.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M39] The reporter accepts the photo of the same spot afterwards as proof. */
const acceptOwn = (ctx: Context<Actor>, input: OnMatter) => onMatter(ctx, input, async (matter, standing, moment) => {
  const { n } = await ctx.tx.selectFrom('photo').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', ctx.actor.district)
    .where('matter', '=', matter.id).where('phase', '=', 'after').executeTakeFirstOrThrow()
  return decideAccept(matter, standing, Number(n), moment)
})

/** [M39] The reporter's word that it is done: on the photo of their own matter, or of having looked where theirs was joined to another. */
export async function acceptPhoto(ctx: Context<Actor>, input: OnMatter) {
  const own = await ctx.tx.selectFrom('matter').select(['state', 'joined_to', 'version']).where('district', '=', ctx.actor.district).where('id', '=', input.id)
    .executeTakeFirst()
  const root = own?.state === 'joined' ? own.joined_to : null
  if (root === null || own === undefined) return acceptOwn(ctx, input)
  const done = await seeing(ctx, [root], () => onMatter(ctx, { id: root }, (matter, standing, moment) => decideNeighbour(matter, standing, moment)))
  // of the other matter a joiner learns no more than that it moved
  return done.ok ? ok({ id: input.id, state: 'answered', version: own.version + 1 }) : done
}
