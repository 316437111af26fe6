/** After the count: posting, filing, objections, archive. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { sendNotice } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { startOf, addDays } from '../../../offices/rules/index.ts'
import { mayArchive, OPINION_DAYS, periodEnd } from '../../rules/index.ts'
import { ballotActs, type ABOUTS } from '../../rules/life/index.ts'
import { proceedingOf } from '../../store/vote-procedure.ts'
import { endUnformed } from '../../store/elections.ts'
import { changeVote, keepStep, kindOf, recordVote, type VoteRow } from '../../store/votes.ts'
import { resultOf } from '../../views/vote-parts.ts'
import { asClock, done, onVote, type ById, type Done, type Staff } from './on-vote.ts'

/** Whether a counted election left nobody to take office ([B104] as taking office asks it). */
function nobodyElected(row: VoteRow): boolean {
  const line = resultOf(row)?.file.line as { readonly outcome: string; readonly elected: readonly string[] } | undefined // of an election, written by count.ts
  return line !== undefined && (line.outcome !== 'elected' || line.elected.length === 0)
}

/** [B32] Posts the result; from here on the times of filing and of asking the court run. An election in which nobody was elected is over. */
export const publishResult = (ctx: Staff, input: ById): Promise<Result<Done>> => onVote(ctx, input, 'publish', async ({ row }) => {
  const day = shanghaiDay(ctx.at)
  const changed = await changeVote(ctx.tx, row, { state: 'published', published_at: ctx.at })
  await keepStep(ctx, row.id, { code: 'result_posted', state: 'done', on: day })
  await recordVote(ctx, row, ballotActs.state('ballots.published', { on: day }))
  if (kindOf(row) === 'election' && nobodyElected(row)) await endUnformed(ctx, row, 'nobody_elected')
  return done(changed)
})

/** [B32] Enters that the papers were handed in for filing, with the number they got. */
export const fileVote = (ctx: Staff, input: ById & { readonly day: string; readonly reference: string }): Promise<Result<Done>> =>
  onVote(ctx, input, 'file', async ({ row }) => {
    if (input.day > shanghaiDay(ctx.at)) return refuse({ code: 'step_ahead', rule: 'B32', explain: { zh: '还没到那天，不能先记。', en: 'That day has not come yet.' } })
    const changed = await changeVote(ctx.tx, row, { state: 'filed' })
    await keepStep(ctx, row.id, { code: 'filed', state: 'done', on: input.day, reason: input.reference })
    await recordVote(ctx, row, ballotActs.state('ballots.filed', { on: input.day }))
    return done(changed)
  })

/** [B32] Puts a vote into the archive, once its result is posted and, where it has to be, filed. */
export const archiveVote = (ctx: Staff, input: ById): Promise<Result<Done>> => onVote(ctx, input, 'archive', async ({ row }) => {
  const day = shanghaiDay(ctx.at)
  const { vote, procedure } = await proceedingOf(ctx.tx, row, ctx.at)
  const may = mayArchive(vote, day, procedure)
  if (!may.ok) return may
  const changed = await changeVote(ctx.tx, row, { state: 'archived' })
  await keepStep(ctx, row.id, { code: 'archived', state: 'done', on: day })
  await recordVote(ctx, row, ballotActs.state('ballots.archived', {}))
  return done(changed)
})

export type Objection = ById & { readonly about: (typeof ABOUTS)[number]; readonly words: string }

/** [B33] Enters an objection; an answer is due within five working days. It stops nothing by itself. */
export const objectToVote = (ctx: Staff, input: Objection): Promise<Result<{ readonly id: string; readonly due: string }>> =>
  onVote(ctx, input, 'objections', async ({ row, scope }) => {
    const { procedure } = await proceedingOf(ctx.tx, row, ctx.at)
    const { day } = periodEnd(shanghaiDay(ctx.at), OPINION_DAYS, procedure.calendar, 'working_day')
    const [id, due] = [newId(), new Date(startOf(addDays(day, 1)))]
    // what is objected is read by the team alone; whoever objects need not be on it
    await asClock(ctx, row, scope, () => ctx.tx.insertInto('vote_objection')
      .values({ district: row.district, vote: row.id, id, about: input.about, words: input.words, at: ctx.at, due }).execute())
    await recordVote(ctx, row, ballotActs.state('ballots.objected', { about: input.about }))
    return ok({ id, due: due.toISOString() })
  })

/** [B33] Answers an objection. The first answer stands. Whoever objected from their own page is told that there is one, never what it says. */
export const answerObjection = (ctx: Staff, input: ById & { readonly objection: string; readonly answer: string }): Promise<Result<Done>> =>
  onVote(ctx, input, 'answers', async ({ row, scope }) => {
    const answered = await asClock(ctx, row, scope, () => ctx.tx.updateTable('vote_objection').set({ answered_at: ctx.at, answer: input.answer })
      .where('district', '=', row.district).where('vote', '=', row.id).where('id', '=', input.objection).where('answered_at', 'is', null).returning(['id', 'person']).execute())
    if (answered.length === 0) return refuse(common.notFound)
    for (const { person } of answered) {
      if (person !== null) await sendNotice(ctx.tx, { district: row.district, channel: 'sms', recipient: `contact:${person}`, template: 'objection.answered',
        facts: { vote: row.id } }, ctx.at)
    }
    await recordVote(ctx, row, ballotActs.state('ballots.answered', { objection: input.objection }))
    return done(row)
  })
