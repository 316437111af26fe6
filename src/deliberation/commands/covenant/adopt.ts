/** Putting a posted version to the vote, and what becomes of it when the vote is decided. */
import type { Db } from '../../../kit/db.ts'
import { withScope } from '../../../kit/db.ts'
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { voteStanding } from '../../../ballots/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { COVENANT_ITEMS, covenantActs, decided, mayVote } from '../../rules/covenant/index.ts'
import { amendmentsOf, changeVersion, mapVersion, versionsOf } from '../../store/covenants.ts'
import { onVersion, recordCovenant, type ById, type CovenantDone, type OnCovenant, type Staff } from './on-covenant.ts'

const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'DC7', explain: { zh, en } })

/** [DC7] Whether the posted version may go to the vote today; what is missing is named. */
export async function readyForVote(ctx: Staff, { row, inState }: OnCovenant): Promise<Result<true>> {
  const version = inState('posted')
  if (!version) return refuse(common.notFound)
  const open = (await amendmentsOf(ctx.tx, ctx.actor.district, row.id, ['held', 'open'])).length
  return mayVote(mapVersion(version), open, inState('draft') !== undefined, shanghaiDay(ctx.at))
}

/** [DC7] Puts the posted version to a vote of the place that is being held: a motion of its owners, or of its households. */
export const putToVote = (ctx: Staff, input: ById & { readonly vote: string }): Promise<Result<CovenantDone>> => onVersion(ctx, input, 'posted', async (of, version) => {
  const { tx, actor: { district } } = ctx
  const ready = await readyForVote(ctx, of)
  if (!ready.ok) return ready
  const vote = await voteStanding(tx, district, input.vote)
  if (!vote) return refuse(common.notFound)
  if (vote.place !== of.row.place && vote.electorate !== of.row.place) return no('other_place', '这次表决不是这个地方的。', 'This vote is of another place.')
  if (vote.kind !== 'motion') return no('no_motion', '公约要单独表决，不能放在选举或微实事里。', 'A covenant needs a motion of its own.')
  if (!COVENANT_ITEMS.some((item) => item === vote.item)) return no('other_item', '这次表决的是另一件事。公约由业主表决（管理规约或者其他重大事项），或者由户代表一户一票表决。',
    'This vote is on something else: owners decide on a covenant or another major matter, or households do, one vote each.')
  if (vote.decided) return no('vote_over', '这次表决已经有结果了，公约要在表决前定稿。', 'This vote is decided already.')
  await changeVersion(tx, version, { state: 'voting', vote: vote.id })
  await recordCovenant(ctx, of.row, covenantActs.state('covenant.vote', { version: version.n, vote: vote.id }))
  return ok({ id: of.row.id, n: version.n, state: 'voting' })
})

/** [DC8] Writes down what a decided vote means: in force and the one before replaced, or not adopted; a withdrawn vote gives the version back to its posting. */
export const settleVersion = (ctx: Staff, input: ById): Promise<Result<CovenantDone>> => onVersion(ctx, input, 'voting', async ({ row, inState }, version) => {
  const { tx, actor: { district }, at } = ctx
  const vote = version.vote === null ? null : await voteStanding(tx, district, version.vote)
  if (!vote?.decided) return no('vote_runs', '表决还没有结果。', 'The vote is not decided yet.')
  const [yes, answers, day] = [vote.yes, vote.answers, shanghaiDay(at)]
  const to = vote.state === 'withdrawn' ? 'posted' as const : decided(vote.passed)
  if (to === 'posted') await changeVersion(tx, version, { state: 'posted', vote: null })
  else {
    const before = to === 'adopted' ? inState('adopted') : undefined
    if (before) await changeVersion(tx, before, { state: 'replaced' })
    await changeVersion(tx, version, { state: to, yes, answers, ...(to === 'adopted' ? { adopted_on: day } : {}) })
  }
  await recordCovenant(ctx, row, covenantActs.state('covenant.decide', { version: version.n, to, yes: yes ?? undefined, answers: answers ?? undefined }))
  return ok({ id: row.id, n: version.n, state: to })
})

/** The clock's turn: every covenant whose vote was decided meanwhile. Answers how many. */
export const settleCovenants = (db: Db, actor: Actor, at: Date): Promise<number> => withScope(db, actor, async (tx) => {
  const waiting = await tx.selectFrom('covenant_version').select(['covenant', 'vote']).where('district', '=', actor.district).where('state', '=', 'voting').limit(50).execute()
  let settled = 0
  for (const { covenant, vote } of waiting) {
    if (vote === null || !(await voteStanding(tx, actor.district, vote))?.decided) continue
    if ((await versionsOf(tx, actor.district, [covenant])).every(({ state }) => state !== 'voting')) continue
    if ((await settleVersion({ tx, actor, at }, { id: covenant })).ok) settled++
  }
  return settled
})
