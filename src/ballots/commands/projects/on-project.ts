import type { Context, Outcome } from '../../../kit/command.ts'
import { common } from '../../../kit/http.ts'
import { refuse, type Result } from '../../../kit/pure.ts'
import { appendAct, type NewAct } from '../../../record/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { mapRound, lockProject, lockRound, type ProjectRow, type RoundRow } from '../../store/projects.ts'
import type { Project, Round } from '../../rules/projects/index.ts'

export type Done = Outcome & { readonly id: string; readonly state: string }
export type Staff = Context<Actor>

/** Whether the actor leads rounds: a post of the community. Its reach is the database's to say. */
export const leads = ({ audience }: Actor): boolean => audience.includes('community') || audience.includes('clock')
export const notLead = { code: 'not_yours', rule: 'B60', explain: { zh: '这一步由社区来做。', en: 'This step is the community’s.' } }

/** Records an act about a round or a project of a community. */
export const recordIn = (ctx: Staff, round: Pick<RoundRow, 'community' | 'path'>, subject: { readonly kind: 'round' | 'project'; readonly id: string },
  what: NewAct['what']): Promise<string> => appendAct(ctx.tx, {
  district: ctx.actor.district, at: ctx.at, channel: ctx.actor.kind === 'clock' ? 'clock' : 'web', actorPerson: ctx.actor.person, actorPost: ctx.actor.post,
  place: round.community, path: round.path, subject, what,
})

/** Locks a round for a step of its leader; unseen is not found. */
export async function onRound(ctx: Staff, id: string, step: (round: Round, row: RoundRow) => Promise<Result<Done>>): Promise<Result<Done>> {
  if (!leads(ctx.actor)) return refuse(notLead)
  const row = await lockRound(ctx.tx, ctx.actor.district, id)
  return row ? step(mapRound(row), row) : refuse(common.notFound)
}

export type OnProject = { readonly round: Round; readonly roundRow: RoundRow; readonly project: Project; readonly row: ProjectRow }

/** Locks a project and its round, the round first, so that two steps never wait for each other. */
export async function onProject(ctx: Staff, id: string, step: (of: OnProject) => Promise<Result<Done>>): Promise<Result<Done>> {
  const { district } = ctx.actor
  const found = await ctx.tx.selectFrom('micro_project').select('round').where('district', '=', district).where('id', '=', id).executeTakeFirst()
  const roundRow = found && await lockRound(ctx.tx, district, found.round)
  const locked = roundRow && await lockProject(ctx.tx, district, id)
  return locked ? step({ ...locked, roundRow, round: mapRound(roundRow) }) : refuse(common.notFound)
}
