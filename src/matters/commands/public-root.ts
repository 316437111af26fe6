import type { Context } from '../../kit/command.ts'
import { actAs, type Scope } from '../../kit/db.ts'
import type { PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { lockMatter, type Locked } from '../store/load-matter.ts'
import { asNumber } from '../views/search.ts'

/** The public's scope on the whole district, as audience 'board': the wall itself keeps off what stands on no board. [M20] [M26] */
export const publicScope = (district: string, place: Pick<PlaceView, 'path'>): Scope =>
  ({ district, person: null, scopes: [place.path.split('.')[0] ?? ''], orgs: [], audience: ['board', 'public'] })

/**
 * The matter of a number on a public board, locked, for somebody who says that theirs is the same; of one that is joined, its root. Null when there is
 * none in public.
 */
export async function publicRoot(ctx: Context<Actor>, place: PlaceView, number: string): Promise<Locked | null> {
  const { district } = ctx.actor
  await actAs(ctx.tx, publicScope(district, place))
  const found = await ctx.tx.selectFrom('matter').select(['id', 'state', 'joined_to']).where('district', '=', district)
    .where('number', '=', asNumber(number)).executeTakeFirst()
  const id = found?.state === 'joined' ? found.joined_to : found?.id
  const root = id ? await lockMatter(ctx.tx, district, id) : undefined
  await actAs(ctx.tx, ctx.actor)
  return root ?? null
}
