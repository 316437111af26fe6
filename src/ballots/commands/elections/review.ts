/** What is said of candidates, and the posting of their list. */
import { common } from '../../../kit/http.ts'
import { refuse, type Result } from '../../../kit/pure.ts'
import { workingTime } from '../../../offices/index.ts'
import { personKey } from '../../../trust/index.ts'
import { shanghaiDay } from '../../../kit/clock.ts'
import type { TimerHandler } from '../../../kit/jobs.ts'
import { electionActs } from '../../rules/election/acts.ts'
import { checkGround, checkReview, mayPost, mayStillSay, openRoles, type ReviewOutcome, type ReviewRole } from '../../rules/election/review.ts'
import { OPINION_DAYS, periodEnd } from '../../rules/index.ts'
import type { Calendar } from '../../../offices/rules/index.ts'
import { candidatesOf, loadBody, recordBody, reviewsOf, type CandidateRow, type ReviewRow } from '../../store/elections.ts'
import { changeVote, heldByOf, keepStep, type VoteRow } from '../../store/votes.ts'
import { clockActor } from '../../../trust/index.ts'
import { bodyDone, onElection, type BodyDone, type ById, type Staff } from './on-election.ts'
import { declaredBy, GONE, isPosted, standing } from './nominate.ts'

/** The last day on which branch, street and expert may speak of somebody nominated at a time. */
export const opinionsUntil = (at: Date, calendar: Calendar): string => periodEnd(shanghaiDay(at), OPINION_DAYS, calendar, 'working_day').day

export type Review = ById & { readonly candidate: string; readonly outcome: ReviewOutcome; readonly reason: string }

/** [B101] Says what one's own body thinks of a candidate; the talk with an expert is the street's to enter. It informs and bars nobody. */
export const review = (ctx: Staff, input: Review): Promise<Result<BodyDone>> => onElection(ctx, input, 'says', async (of) => {
  const { tx, actor, at } = ctx
  const { body, row, day, standing: { says } } = of
  const found = await standing(ctx, of, input.candidate)
  if (says === null || !found) return refuse(common.notFound)
  const role: ReviewRole = says === 'street' && input.outcome === 'talked' ? 'expert' : says
  const may = checkReview(role, input.outcome, input.reason)
  if (!may.ok) return may
  const { calendar } = await workingTime(tx, actor.district, at)
  const inTime = mayStillSay(role, opinionsUntil(found.at, calendar), day)
  if (!inTime.ok) return inTime
  const said = { outcome: input.outcome, reason: input.reason, post: actor.post, at }
  await tx.insertInto('candidate_review').values({ district: row.district, vote: row.id, candidate: input.candidate, role, ...said })
    .onConflict((c) => c.columns(['district', 'vote', 'candidate', 'role']).doUpdateSet(said)).execute()
  await recordBody(ctx, body, electionActs.state('elections.reviewed', { candidate: input.candidate, role, outcome: input.outcome }))
  return bodyDone(ctx, body)
})

/** [B102] The timer of a candidate: whoever has not spoken within the limit has given no opinion, and everything goes on. */
export const opinionTimers = (pathOf: (district: string) => string): TimerHandler => async (tx, timer, at) => {
  const ctx: Staff = { tx, actor: clockActor(timer.district, pathOf(timer.district)), at }
  const body = await loadBody(tx, timer.district, timer.subject)
  const candidate = String(timer.facts['candidate'] ?? '')
  const vote = body?.vote
  if (!body || !vote) return
  const said = (await reviewsOf(tx, timer.district, vote)).filter((one) => one.candidate === candidate)
  const found = (await candidatesOf(tx, timer.district, vote)).find(({ id, state }) => id === candidate && !GONE.includes(state))
  const open = openRoles(said)
  if (!found || open.length === 0) return
  await tx.insertInto('candidate_review').values(open.map((role) => ({ district: timer.district, vote, candidate, role, outcome: 'no_opinion',
    post: null, at }))).execute()
  await recordBody(ctx, body, electionActs.state('elections.no_opinion', { candidate, roles: [...open] }))
}

/** [B103] Refuses a candidate: for a condition of the place with its article, and with a reason. Before the list is posted. */
export const refuseCandidate = (ctx: Staff, input: ById & { readonly candidate: string; readonly ground: string;
  readonly reason: string }): Promise<Result<BodyDone>> =>
  onElection(ctx, input, 'prepares', async (of) => {
    const { tx, actor: { district } } = ctx
    const found = await standing(ctx, of, input.candidate)
    if (!found) return refuse(common.notFound)
    const owns = await tx.selectFrom('owner').select('id').where('district', '=', district).where('person', '=', found.person)
      .where('until', 'is', null).executeTakeFirst()
    const overlap = (await declaredBy(ctx, found))?.overlap ?? false
    const may = checkGround(input.ground, input.reason, { owner: owns !== undefined, overlap }, of.terms)
    if (!may.ok) return may
    await tx.updateTable('candidate').set({ state: 'refused', ground: input.ground, reason: input.reason, option: null })
      .where('district', '=', district)
      .where('vote', '=', of.row.id).where('id', '=', found.id).execute()
    await recordBody(ctx, of.body, electionActs.state('elections.refused', { candidate: found.id, ground: input.ground }))
    if (await isPosted(ctx, of)) await putOnBallot(ctx, of.row)
    return bodyDone(ctx, of.body)
  })

/** [B103] A candidate withdraws: from the list too, until the register is frozen. */
export const withdrawCandidate = (ctx: Staff, input: ById & { readonly candidate: string; readonly reason: string }): Promise<Result<BodyDone>> =>
  onElection(ctx, input, 'prepares', async (of) => {
    const found = await standing(ctx, of, input.candidate)
    if (!found) return refuse(common.notFound)
    await ctx.tx.updateTable('candidate').set({ state: 'withdrawn', reason: input.reason, option: null }).where('district', '=', of.row.district)
      .where('vote', '=', of.row.id).where('id', '=', found.id).execute()
    await recordBody(ctx, of.body, electionActs.state('elections.withdrawn', { candidate: found.id }))
    if (await isPosted(ctx, of)) await putOnBallot(ctx, of.row)
    return bodyDone(ctx, of.body)
  })

/** Writes the candidates who stand onto the ballot, by name, each with the id it had or the next. One may mark as many as there are seats. */
async function putOnBallot({ tx }: Staff, row: VoteRow): Promise<void> {
  const stand = (await candidatesOf(tx, row.district, row.id)).filter(({ state }) => !GONE.includes(state))
  let last = Math.max(0, ...stand.map(({ option }) => Number(option?.slice(1) ?? 0)))
  const options: { id: string; label: string }[] = []
  for (const one of stand) {
    const id = one.option ?? `c${++last}`
    const key = await personKey(tx, row.district, one.person)
    if (!key) continue
    options.push({ id, label: key.open('name', one.name) })
    await tx.updateTable('candidate').set({ option: id, state: 'posted' }).where('district', '=', row.district).where('vote', '=', row.id)
      .where('id', '=', one.id).execute()
  }
  await tx.updateTable('vote_question').set({ options: JSON.stringify(options), pick: heldByOf(row).seats ?? 1 }).where('district', '=', row.district)
    .where('vote', '=', row.id).where('n', '=', 1).execute()
  await changeVote(tx, row, {})
}

const waitingOf = (candidates: readonly CandidateRow[], said: readonly ReviewRow[],
  calendar: Calendar) => candidates.filter(({ state }) => !GONE.includes(state))
  .map((one) => ({ open: openRoles(said.filter(({ candidate }) => candidate === one.id)), until: opinionsUntil(one.at, calendar) }))

/** [B102] Posts the list of candidates by name, once every opinion is there or its limit is over: the ballot is made of it. */
export const postCandidates = (ctx: Staff, input: ById): Promise<Result<BodyDone>> => onElection(ctx, input, 'prepares', async (of) => {
  const { tx, actor: { district }, at } = ctx
  const { body, row, day } = of
  if (await isPosted(ctx, of)) return refuse({ code: 'list_posted', rule: 'B102', explain: { zh: '候选人名单已经公示了。', en: 'The list is posted already.' } })
  const [candidates, said, { calendar }] = [await candidatesOf(tx, district, row.id), await reviewsOf(tx, district, row.id),
    await workingTime(tx, district, at)]
  const waiting = waitingOf(candidates, said, calendar)
  const may = mayPost(waiting, day)
  if (!may.ok) return may
  await putOnBallot(ctx, row)
  await keepStep(ctx, row.id, { code: 'candidates_posted', state: 'done', on: day })
  await recordBody(ctx, body, electionActs.state('elections.posted', { candidates: waiting.length, on: day }))
  return bodyDone(ctx, body)
})
