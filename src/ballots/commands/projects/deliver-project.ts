import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { lookupHash } from '../../../trust/index.ts'
import { projectActs } from '../../rules/projects/acts.ts'
import { acceptance, mayMove, roundAfter, type Answer, type ProjectState } from '../../rules/projects/index.ts'
import { changeProject, changeRound, mapProject, projectsOf } from '../../store/projects.ts'
import { leads, notLead, onProject, recordIn, type Done, type OnProject, type Staff } from './on-project.ts'

type Change = Parameters<typeof changeProject>[2]
const refuseTie = { code: 'tie_undeclared', rule: 'B65', explain: { zh: '供应方和提议人、评议人有没有关系，要先说清楚。', en: 'Say first whether the supplier is tied to who proposed or reviewed it.' } }

/** Moves a project on for its leader, and the round with it when it was the last. */
async function move(ctx: Staff, of: OnProject, to: ProjectState, change: Change): Promise<Result<Done>> {
  const may = mayMove(of.project, to)
  if (!may.ok) return may
  await changeProject(ctx.tx, of.row, { ...change, state: to })
  await recordIn(ctx, of.roundRow, { kind: 'project', id: of.row.id }, projectActs.state('project.move', { to }))
  const after = roundAfter((await projectsOf(ctx.tx, ctx.actor.district, of.roundRow.id)).map((row) => mapProject(row, [])))
  if (of.roundRow.state === 'decided' && after === 'closed') await changeRound(ctx.tx, of.roundRow, { state: after })
  return ok({ id: of.row.id, state: to })
}

const led = (ctx: Staff, id: string, step: (of: OnProject) => Promise<Result<Done>>): Promise<Result<Done>> =>
  (leads(ctx.actor) ? onProject(ctx, id, step) : Promise.resolve(refuse(notLead)))

export type BeginProject = { readonly id: string; readonly supplier: string; readonly declared: boolean
  readonly milestones: readonly { readonly title: string; readonly due: string }[] }

/** [B65] Work begins: who delivers it, that ties are declared, and the milestones with their days. P27 */
export const beginProject = (ctx: Staff, input: BeginProject): Promise<Result<Done>> => led(ctx, input.id, async (of) => {
  if (!input.declared) return refuse(refuseTie)
  const begun = await move(ctx, of, 'running', { supplier: input.supplier.trim(), supplier_declared: true })
  if (!begun.ok) return begun
  const rows = input.milestones.map(({ title, due }, at) => ({ district: ctx.actor.district, project: input.id, n: at + 1, title: title.trim(), due }))
  await ctx.tx.insertInto('project_milestone').values(rows).onConflict((c) => c.doNothing()).execute()
  return begun
})

export type ReachMilestone = { readonly id: string; readonly n: number; readonly on: string; readonly note: string; readonly photo: string | null }

/** [B65] A milestone was reached, with its photo; a late one says why. */
export const reachMilestone = (ctx: Staff, { id, n, on, note, photo }: ReachMilestone): Promise<Result<Done>> => led(ctx, id, async ({ roundRow, project }) => {
  if (project.state !== 'running' || on > shanghaiDay(ctx.at)) return refuse({ ...common.notFound, explain: { zh: '这个节点现在还不能记。', en: 'This milestone cannot be entered now.' } })
  const row = await ctx.tx.updateTable('project_milestone').set({ done_on: on, note: note.trim() || null, photo })
    .where('district', '=', ctx.actor.district).where('project', '=', id).where('n', '=', n)
    .returning(sql<boolean>`due < ${on}::date`.as('late')).executeTakeFirst()
  if (!row) return refuse(common.notFound)
  if (row.late && !note.trim()) return refuse({ code: 'late_reason', rule: 'B65', explain: { zh: '比说好的晚了，写一句为什么。', en: 'It is late: say why.' } })
  await recordIn(ctx, roundRow, { kind: 'project', id }, projectActs.state('project.milestone', { n, late: row.late }))
  return ok({ id, state: project.state })
})

/** [B65] Delivered: residents are asked now whether it works. */
export const deliverProject = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => led(ctx, id, (of) => move(ctx, of, 'delivered', {}))

/** A resident's word about what was delivered. `slip`: the number of the paper slip, or the phone that a code proved. */
export type AcceptProject = { readonly id: string; readonly answer: Answer; readonly words: string; readonly slip: string }

/** [B66] A resident says whether it is there and works: one answer a slip, a later one replaces it. */
export const answerProject = (ctx: Staff, { id, answer, words, slip }: AcceptProject): Promise<Result<Done>> => onProject(ctx, id, async ({ roundRow, project }) => {
  if (project.state !== 'delivered') return refuse({ code: 'wrong_state', rule: 'B66', explain: { zh: '还没有交付，办好了再请您验收。', en: 'It is not delivered yet.' } })
  const values = { answer, words: words.trim() || null, at: ctx.at }
  const hash = lookupHash(ctx.actor.district, 'project_slip', `${id} ${slip.normalize('NFKC').replace(/\s/g, '')}`)
  await ctx.tx.insertInto('project_acceptance').values({ district: ctx.actor.district, project: id, voter_hash: hash, ...values })
    .onConflict((c) => c.columns(['district', 'project', 'voter_hash']).doUpdateSet(values)).execute()
  await recordIn(ctx, roundRow, { kind: 'project', id }, projectActs.state('project.accept', { answer }))
  return ok({ id, state: project.state })
})

/** [B66] Closes the asking: accepted where most say that it works, else it goes back to work. */
export const closeAcceptance = (ctx: Staff, { id }: { readonly id: string }): Promise<Result<Done>> => led(ctx, id, async (of) => {
  const rows = await ctx.tx.selectFrom('project_acceptance').select('answer').where('district', '=', ctx.actor.district).where('project', '=', id).execute()
  const judged = acceptance(rows.map((row) => row.answer as Answer)) // the table's check
  return judged.ok ? move(ctx, of, judged.value, {}) : judged
})

/** [B67] The final cost is published; more than what was voted needs no rule here, it stands side by side. */
export const publishCost = (ctx: Staff, { id, finalCost }: { readonly id: string; readonly finalCost: number }): Promise<Result<Done>> =>
  led(ctx, id, async (of) => {
    const done = await move(ctx, of, 'published', { final_cost: String(finalCost) })
    if (done.ok) await recordIn(ctx, of.roundRow, { kind: 'project', id }, projectActs.state('project.publish', { final_cost: finalCost }))
    return done
  })
