import { shanghaiDay } from '../../../kit/clock.ts'
import { ok, type Result } from '../../../kit/pure.ts'
import { projectActs } from '../../rules/projects/acts.ts'
import { mayPostSlate, type Settled } from '../../rules/projects/index.ts'
import { changeProject, changeRound, mapProject, projectsOf } from '../../store/projects.ts'
import { freezeRegister } from '../votes/freeze.ts'
import { postNotice } from '../votes/prepare.ts'
import { startVote } from '../votes/start-vote.ts'
import { onRound, recordIn, type Done, type Staff } from './on-project.ts'

const at = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`

/**
 * [B63] Posts the slate: every accepted project becomes an option, and the vote is started, posted and frozen in one go. It opens at 8:00 of its first
 * day and closes at 20:00 of its last; the team is named on the vote's own page before it opens.
 */
export const postSlate = (ctx: Staff, { id, opensOn, closesOn }: { readonly id: string; readonly opensOn: string; readonly closesOn: string }): Promise<Result<Done>> =>
  onRound(ctx, id, async (round, row) => {
    const rows = await projectsOf(ctx.tx, ctx.actor.district, id)
    const today = shanghaiDay(ctx.at)
    const may = mayPostSlate(round, rows.map((one) => mapProject(one, [])), today, opensOn, closesOn)
    if (!may.ok) return may
    const slate = rows.filter(({ state }) => state === 'accepted').map((project, n) => ({ project, option: `c${n + 1}` }))
    const options = slate.map(({ project, option }) => ({ id: option, label: project.title, cost: Number(project.cost) }))
    const started = await startVote(ctx, { body: 'assembly', kind: 'budget', place: row.community, item: null, title: row.title, words: '', startedBy: 'residents',
      secret: true, channels: ['phone', 'paper', 'door'], questions: [{ title: row.title, words: '', pick: options.length, options }] })
    if (!started.ok) return started
    const vote = started.value.id
    const noticed = await postNotice(ctx, { id: vote, day: today, opensAt: at(opensOn, 8), closesAt: at(closesOn, 20) })
    if (!noticed.ok) return noticed
    const frozen = await freezeRegister(ctx, { id: vote })
    if (!frozen.ok) return frozen
    for (const { project, option } of slate) await changeProject(ctx.tx, project, { option })
    await changeRound(ctx.tx, row, { state: 'posted', vote, opens_on: opensOn, closes_on: closesOn })
    await recordIn(ctx, row, { kind: 'round', id }, projectActs.state('round.post', { projects: slate.length, vote }))
    return ok({ id, state: 'posted' })
  })

/** [B64] Writes down what the vote decided about each project, when its count is done; for the clock and the count's own transaction. */
export async function settleRound(ctx: Staff, vote: string, settled: Settled): Promise<void> {
  const { tx, actor: { district } } = ctx
  const found = await tx.selectFrom('budget_round').select('id').where('district', '=', district).where('vote', '=', vote).executeTakeFirst()
  if (!found) return
  await onRound(ctx, found.id, async (_round, row) => {
    const rows = await projectsOf(tx, district, row.id)
    for (const one of settled.projects) {
      const project = rows.find(({ option }) => option === one.option)
      if (project === undefined) continue
      await changeProject(tx, project, { state: one.funded ? 'funded' : 'not_funded', votes: one.votes, found: { ...one.words, greedy: one.greedy } })
      if (one.funded) await recordIn(ctx, row, { kind: 'project', id: project.id }, projectActs.state('project.fund', { cost: Number(project.cost), votes: one.votes }))
    }
    const { voters, compared } = settled
    await changeRound(tx, row, { state: 'decided', result: { voters, compared } })
    await recordIn(ctx, row, { kind: 'round', id: row.id }, projectActs.state('round.move', { to: 'decided' }))
    return ok({ id: row.id, state: 'decided' })
  })
}
