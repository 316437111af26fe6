import type { Context, Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { refuse, type Result } from '../../../kit/pure.ts'
import { appendAct, type NewAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import type { VersionState } from '../../rules/covenant/index.ts'
import { lockCovenant, versionsOf, type CovenantRow, type VersionRow } from '../../store/covenants.ts'

export type Staff = Context<Actor>
export type CovenantDone = Outcome & { readonly id: string; readonly n: number; readonly state: string }
/** `n` and `version` of the version that the page showed; left out, whichever is there. */
export type ById = { readonly id: string; readonly version?: number | undefined }

export const notCovenantKeeper = { code: 'not_yours', rule: 'DC1', explain: { zh: '这一步由管这份公约的一方来做。', en: 'This is for whoever looks after the covenant.' } }

/** Records an act about a covenant. */
export const recordCovenant = (ctx: Staff, row: Pick<CovenantRow, 'id' | 'place' | 'path' | 'compound_path'>, what: NewAct['what'], channel?: string): Promise<string> => appendAct(ctx.tx, {
  district: ctx.actor.district, at: ctx.at, channel: channel ?? (ctx.actor.kind === 'clock' ? 'clock' : 'web'), actorPerson: ctx.actor.person, actorPost: ctx.actor.post,
  place: row.place, path: row.path, compoundPath: row.compound_path, subject: { kind: 'covenant', id: row.id }, what,
})

export type OnCovenant = { readonly row: CovenantRow; readonly versions: readonly VersionRow[]; readonly inState: (state: VersionState) => VersionRow | undefined }
/** Locks a covenant with its versions; unseen is not found. */
export async function withCovenant<T extends Outcome>(ctx: Staff, id: string, step: (of: OnCovenant) => Promise<Result<T>>): Promise<Result<T>> {
  const row = await lockCovenant(ctx.tx, ctx.actor.district, id)
  if (!row) return refuse(common.notFound)
  const versions = await versionsOf(ctx.tx, ctx.actor.district, [id])
  return step({ row, versions, inState: (state) => versions.find((one) => one.state === state) })
}

/** The same for a step of the keeper, or of the clock, on the version in a state: none there is not found, a changed one is stale. [DC1] */
export const onVersion = (ctx: Staff, input: ById, state: VersionState, step: (of: OnCovenant, version: VersionRow) => Promise<Result<CovenantDone>>): Promise<Result<CovenantDone>> =>
  withCovenant(ctx, input.id, async (of) => {
    if (!ctx.actor.orgs.includes(of.row.keeper) && ctx.actor.kind !== 'clock') return refuse(notCovenantKeeper)
    const version = of.inState(state)
    if (!version) return refuse(common.notFound)
    if (input.version !== undefined && input.version !== version.version) return refuse(common.stale)
    return step(of, version)
  })
