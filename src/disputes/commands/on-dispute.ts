import type { Context, Outcome } from '../../kit/command.ts'
import type { Scope } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import type { Change } from '../rules/change.ts'
import { standingOf, type Dispute, type SideName, type Standing } from '../rules/dispute.ts'
import { applyChange } from '../store/apply-change.ts'
import { loadDispute, type Loaded } from '../store/load-dispute.ts'

/** Staff, the clock, or a side that came with its code: then it reaches that dispute and nothing else. */
export type Party = Actor & Pick<Scope, 'disputes'> & { readonly side?: SideName | null }
export type OnDispute = { readonly id: string; readonly version?: number | undefined }
export type Done = Outcome & { readonly id: string; readonly state: string; readonly version: number }

type Decide = (dispute: Dispute, standing: Standing, loaded: Loaded) => Result<Change> | Promise<Result<Change>>

/** The one shape of a command on a dispute: lock, see where the actor stands, let the rule decide, carry it out. Unseen is not found. [D4] */
export async function onDispute(ctx: Context<Party>, input: OnDispute, decide: Decide): Promise<Result<Done>> {
  const loaded = await loadDispute(ctx.tx, ctx.actor.district, input.id, true)
  if (!loaded) return refuse(common.notFound)
  if (input.version !== undefined && input.version !== loaded.row.version) return refuse(common.stale)
  const decided = await decide(loaded.dispute, standingOf(loaded.dispute, ctx.actor), loaded)
  if (!decided.ok) return decided
  const { row } = await applyChange(ctx, loaded, decided.value)
  return ok({ id: row.id, state: row.state, version: row.version })
}
