import type { Context, Outcome } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { workingTime } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import type { Change } from '../rules/change.ts'
import type { Moment } from '../rules/clocks.ts'
import { standingOf, type Matter, type Standing } from '../rules/matter.ts'
import { applyChange } from '../store/apply-change.ts'
import { lockMatter, type Row } from '../store/load-matter.ts'
import { claimPhotos, type Phase } from '../store/photos.ts'
import { carryJoined } from './carry-joined.ts'

/** What every command on one matter is given: the matter, the version its sender saw, and photos sent before. */
export type OnMatter = { readonly id: string; readonly version?: number | undefined; readonly photos?: readonly string[] | undefined }
export type Done = Outcome & { readonly id: string; readonly state: string; readonly version: number }

/** What else a command keeps beside the change, with the matter's legs as they are after it. */
type Save = (row: Row, change: Change) => Promise<void>
type Decide = (matter: Matter, standing: Standing, moment: Moment, row: Row) => Result<Change> | Promise<Result<Change>>

/** The moment of a command: its time, and the calendar and duty hours of its district. */
export const momentOf = async (ctx: Context<Actor>): Promise<Moment> => ({ at: ctx.at.getTime(), time: await workingTime(ctx.tx, ctx.actor.district) })

/**
 * The one shape of a command on a matter: lock it, see where the actor stands, let the rule decide, carry the change out.
 * A matter that may not be seen is not found; one that has moved on since `version` is stale. [M1] [M2]
 */
export async function onMatter(ctx: Context<Actor>, input: OnMatter, decide: Decide, phase: Phase = 'after', save?: Save): Promise<Result<Done>> {
  const locked = await lockMatter(ctx.tx, ctx.actor.district, input.id)
  if (!locked) return refuse(common.notFound)
  if (input.version !== undefined && input.version !== locked.row.version) return refuse(common.stale)
  const moment = await momentOf(ctx)
  const decided = await decide(locked.matter, standingOf(locked.matter, ctx.actor), moment, locked.row)
  if (!decided.ok) return decided
  const { entry, row } = await applyChange(ctx, locked, decided.value)
  await save?.(row, decided.value)
  await carryJoined(ctx, locked, row, decided.value, moment)
  if (input.photos && input.photos.length > 0) {
    const claimed = await claimPhotos(ctx, row, entry, phase, input.photos)
    if (!claimed.ok) return claimed
  }
  return ok({ id: row.id, state: row.state, version: row.version })
}
