import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { projectActs } from '../../rules/projects/acts.ts'
import { decideProject as ruleOn, mayReview, type Decision, type ReviewInput } from '../../rules/projects/index.ts'
import { changeProject } from '../../store/projects.ts'
import { leads, notLead, onProject, recordIn, type Done, type Staff } from './on-project.ts'

/** [B61] A reviewer says whether it may be paid from this money and what it costs, with the reason. A second time replaces the first. */
export const reviewProject = (ctx: Staff, { id, ...review }: ReviewInput & { readonly id: string }): Promise<Result<Done>> =>
  onProject(ctx, id, async ({ round, roundRow, project, row }) => {
    const { post, person, district } = ctx.actor
    if (post === null || person === null) return refuse(common.notFound)
    const may = mayReview(round, project, post, review)
    if (!may.ok) return may
    const values = { eligible: review.eligible, ground: review.eligible ? null : review.ground, cost: review.eligible ? review.cost : null,
      reason: review.reason.trim(), tied: review.tied, at: ctx.at, person }
    await ctx.tx.insertInto('project_review').values({ district, project: id, post, ...values })
      .onConflict((c) => c.columns(['district', 'project', 'post']).doUpdateSet(values)).execute()
    await recordIn(ctx, roundRow, { kind: 'project', id }, projectActs.state('project.review', {
      eligible: review.eligible, tied: review.tied, ...(values.ground ? { ground: values.ground } : {}) }))
    return ok({ id, state: row.state })
  })

/** [B62] The community puts a proposal on the ballot or refuses it, as its reviews say. */
export const decideOnProject = (ctx: Staff, { id, ...decision }: Decision & { readonly id: string }): Promise<Result<Done>> =>
  onProject(ctx, id, async ({ round, roundRow, project, row }) => {
    if (!leads(ctx.actor)) return refuse(notLead)
    const decided = ruleOn(round, project, decision)
    if (!decided.ok) return decided
    await changeProject(ctx.tx, row, decision.accept
      ? { state: decided.value, cost: String(decision.cost), title: decision.title.trim(), summary: decision.summary.trim() }
      : { state: decided.value, title: decision.title.trim(), ground: decision.ground, reason: decision.reason.trim() })
    await recordIn(ctx, roundRow, { kind: 'project', id }, projectActs.state('project.decide', decision.accept
      ? { accepted: true, cost: decision.cost } : { accepted: false, ground: decision.ground }))
    return ok({ id, state: decided.value })
  })
