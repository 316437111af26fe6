import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideAccept } from '../rules/decide/visiting.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M39] The reporter accepts the photo of the same spot afterwards as proof. */
export const acceptPhoto = (ctx: Context<Actor>, input: OnMatter) => onMatter(ctx, input, async (matter, standing, moment) => {
  const { n } = await ctx.tx.selectFrom('photo').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', ctx.actor.district)
    .where('matter', '=', matter.id).where('phase', '=', 'after').executeTakeFirstOrThrow()
  return decideAccept(matter, standing, Number(n), moment)
})
