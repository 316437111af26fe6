import type { Context, Outcome } from '../../../kit/command.ts'
import { actAs, type Scope } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { standingOf as postsHeld } from '../../../offices/index.ts'
import { clockActor, type Actor } from '../../../trust/index.ts'
import { isRole, mayMove, type Move, type Standing } from '../../rules/life/index.ts'
import { loadVote, stateOf, type VoteRow } from '../../store/votes.ts'

export type Staff = Context<Actor>
export type ById = { readonly id: string; readonly version?: number | undefined }
export type Done = Outcome & { readonly id: string; readonly state: string; readonly version: number }

const SAYER: Readonly<Record<string, Standing['says']>> = { branch: 'branch', community: 'committee', street: 'street' }

/** Where an actor stands to a vote they can see, given their roles on its team. Opinions are of branch, residents' committee and street alone. */
export const standingOf = (row: Pick<VoteRow, 'keeper'>, actor: Actor, roles: readonly string[]): Standing => ({
  roles: roles.filter(isRole), keeps: actor.orgs.includes(row.keeper), clock: actor.audience.includes('clock'),
  says: actor.audience.map((word) => SAYER[word] ?? null).find((word) => word !== null) ?? null,
})

/** The roles of somebody on the team of a vote at a moment: as long as they hold the post by which they were named. [B25] [T2] */
export async function rolesOn({ tx, actor }: Pick<Staff, 'tx' | 'actor'>, vote: string, at: Date): Promise<readonly string[]> {
  if (actor.person === null) return []
  const rows = await tx.selectFrom('vote_member').select(['role', 'post']).where('district', '=', actor.district).where('vote', '=', vote)
    .where('person', '=', actor.person).where('until', 'is', null).execute()
  if (rows.length === 0) return []
  const held = new Set((await postsHeld(tx, actor.district, actor.person, at)).map(({ post }) => post))
  return rows.filter(({ post }) => held.has(post)).map(({ role }) => role)
}

/** The scope of somebody who is on a vote's team: their own, and this vote. */
export const teamScope = (actor: Actor, vote: string, roles: readonly string[]): Scope => (roles.length > 0 ? { ...actor, votes: [vote] } : actor)

/** The district's clock, of a vote's path. It alone reads keys and choices. */
export const clockOf = (row: Pick<VoteRow, 'district' | 'path'>): Actor => clockActor(row.district, row.path.split('.')[0] ?? '')

/** Does `work` as the clock in the same transaction, then goes on as whoever it was: for what no person may read or write. */
export async function asClock<T>({ tx }: Pick<Staff, 'tx'>, row: VoteRow, back: Scope, work: () => Promise<T>): Promise<T> {
  await actAs(tx, clockOf(row))
  const value = await work()
  await actAs(tx, back)
  return value
}

export type OnVote = { readonly row: VoteRow; readonly standing: Standing; readonly scope: Scope }

/** The one shape of a command on a vote: see whether the actor may, lock it, let the step be done. What one does not see is not found. [B20] */
export async function onVote<T extends Outcome>(ctx: Staff, input: ById, move: Move, step: (of: OnVote) => Promise<Result<T>>): Promise<Result<T>> {
  const { tx, actor } = ctx
  const roles = await rolesOn(ctx, input.id, ctx.at)
  const scope = teamScope(actor, input.id, roles)
  if (scope !== actor) await actAs(tx, scope)
  const row = await loadVote(tx, actor.district, input.id, true)
  if (!row) return refuse(common.notFound)
  const standing = standingOf(row, actor, roles)
  const may = mayMove(move, stateOf(row), standing)
  if (!may.ok) return may
  if (input.version !== undefined && input.version !== row.version) return refuse(common.stale)
  return step({ row, standing, scope })
}

/** The answer of a step: id, state and version as they are now. */
export const done = (row: VoteRow): Result<Done> => ok({ id: row.id, state: row.state, version: row.version })
