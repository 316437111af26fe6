import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { change } from '../rules/change.ts'
import { decideBoard, decideTitle } from '../rules/decide/publish.ts'
import { mayMove } from '../rules/moves.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M20] Approves a public title. */
export const approveTitle = (ctx: Context<Actor>, input: OnMatter & { readonly title: string }) =>
  onMatter(ctx, input, (matter, standing) => decideTitle(matter, standing, input.title))

/** [M20] The reporter puts the matter on the board or takes it off. */
export const setBoard = (ctx: Context<Actor>, input: OnMatter & { readonly shown: boolean }) =>
  onMatter(ctx, input, (matter, standing) => decideBoard(matter, standing, input.shown))

/** [M20] Releases one photo to the public board, or takes it back. */
export const releasePhoto = (ctx: Context<Actor>, input: OnMatter & { readonly photo: string; readonly released: boolean }) =>
  onMatter(ctx, input, async (matter, standing) => {
    const may = mayMove('release_photo', matter, standing)
    if (!may.ok) return may
    const row = await ctx.tx.updateTable('photo')
      .set({ released_at: input.released ? ctx.at : null, released_by: input.released ? ctx.actor.post : null })
      .where('district', '=', ctx.actor.district).where('matter', '=', matter.id).where('id', '=', input.photo).returning('id').executeTakeFirst()
    return row ? ok(change('release_photo', { facts: { photo: input.photo }, seenBy: 'staff' })) : refuse(common.notFound)
  })
