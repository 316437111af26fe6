/** The keeper's steps: public words, the call, sorting, the vote, on and back, not taken up, ended. */
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { voteStanding, type VoteStanding } from '../../../ballots/index.ts'
import { tellOfThread } from '../../../matters/index.ts'
import { placeById } from '../../../places/index.ts'
import { threadActs } from '../../rules/threads/acts.ts'
import { mayCall, mayDecline, mayEnd, mayLinkVote, mayMove as ruleOnMove, maySort, toldAs, type Facts, type Outcome, type Sorting, type Step } from '../../rules/threads/index.ts'
import { judgeAnew } from '../../store/judge-anew.ts'
import { addStep, changeThread, mattersOf, type ThreadRow } from '../../store/threads.ts'
import { onThread, recordThread, type Done, type Staff } from './on-thread.ts'
import { publicWords } from './public-words.ts'
import { joinMatter } from './start-thread.ts'

type Id = { readonly id: string }
const early: readonly string[] = ['voice', 'sort']
const over = { code: 'wrong_step', rule: 'DT2', explain: { zh: '已经在议了，题目不能再改。', en: 'It is being deliberated: its words stand.' } }

/** [DT2] Approves the public title and what it is about. */
export const approveThreadTitle = (ctx: Staff, { id, title, summary }: Id & { readonly title: string; readonly summary: string }): Promise<Result<Done>> =>
  onThread(ctx, id, async ({ row }) => {
    if (!early.includes(row.step)) return refuse(over)
    const clean = publicWords(title, summary)
    if (!clean.ok) return clean
    await changeThread(ctx.tx, row, { title: title.trim(), summary: summary.trim() })
    await recordThread(ctx, row, threadActs.state('thread.title', {}))
    return ok({ id, step: row.step })
  })

/** [DT2] Takes up a further matter. */
export const addMatter = (ctx: Staff, { id, matter }: Id & { readonly matter: string }): Promise<Result<Done>> => onThread(ctx, id, async ({ row }) => {
  if (!early.includes(row.step)) return refuse({ ...over, explain: { zh: '已经在议了，不再并进新的事。', en: 'It is being deliberated: no matter is joined any more.' } })
  const joined = await joinMatter(ctx, row, matter)
  if (!joined.ok) return joined
  if (joined.value.added) await tellOfThread(ctx, [matter], { thread: id, stage: 'taken', said: row.title })
  await recordThread(ctx, row, threadActs.state('thread.matter', { matter }))
  return ok({ id, step: row.step })
})

/** [DT3] Posts the call to speak until a day; a posted one can be made longer. */
export const callForVoices = (ctx: Staff, { id, until }: Id & { readonly until: string }): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  const may = mayCall(facts.thread, facts.today, until)
  if (!may.ok) return may
  await changeThread(ctx.tx, row, { called_on: row.called_on ?? facts.today, call_until: until })
  await recordThread(ctx, row, threadActs.state('thread.call', { until }))
  return ok({ id, step: row.step })
})

/** [DT4] Says who decides and by what, which meetings it goes through, and whether it is major. */
export const sortThread = (ctx: Staff, { id, ...sorting }: Id & Sorting): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  const may = maySort(facts.thread, sorting)
  if (!may.ok) return may
  const clean = publicWords(sorting.basis, sorting.why)
  if (!clean.ok) return clean
  await changeThread(ctx.tx, row, { decider: sorting.decider, basis: sorting.basis.trim(), meetings: [...may.value], major: sorting.major, why: sorting.why.trim() })
  await recordThread(ctx, row, threadActs.state('thread.sort', { decider: sorting.decider, major: sorting.major, meetings: may.value.length }))
  return ok({ id, step: row.step })
})

/** [DT5] Names the owners' vote that decides it. */
export const linkVote = (ctx: Staff, { id, vote }: Id & { readonly vote: string }): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  const [found, place] = [await voteStanding(ctx.tx, row.district, vote), await placeById(ctx.tx, row.district, row.place)]
  const linked = row.vote === null || row.vote === vote ? null : await voteStanding(ctx.tx, row.district, row.vote)
  if (!found || !place) return refuse(common.notFound)
  const here = (one: VoteStanding) => ({ ...one, here: [place.compound, place.building, place.unit, place.id].includes(one.electorate) })
  const may = mayLinkVote(facts.thread, here(found), linked && here(linked))
  if (!may.ok) return may
  await changeThread(ctx.tx, row, { vote })
  await recordThread(ctx, row, threadActs.state('thread.vote', { vote }))
  return ok({ id, step: row.step })
})

/** A step, in the story of the thread and of each matter in it. [DT12] */
async function goTo(ctx: Staff, row: ThreadRow, to: Step, reason: string, given: Facts['verdicts'],
  change: Parameters<typeof changeThread>[2] = {}): Promise<Result<Done>> {
  const from = row.step as Step // the table's check
  const judged = from === 'judge' && to === 'do' ? await judgeAnew(ctx.tx, row, given) : null
  await changeThread(ctx.tx, row, { ...change, step: to })
  await addStep(ctx.tx, row, { step: to, at: ctx.at, by: ctx.actor.post, reason: reason.trim(), judged })
  const stage = toldAs(from, to)
  if (stage !== null) await tellOfThread(ctx, await mattersOf(ctx.tx, row), { thread: row.id, stage, said: reason.trim() === '' ? row.title : `${row.title}：${reason.trim()}` })
  await recordThread(ctx, row, threadActs.state('thread.move', { from, to }))
  return ok({ id: row.id, step: to })
}

/** [DT1] On by one step when nothing is missing, or back by one with a reason. */
export const moveThread = (ctx: Staff, { id, to, reason }: Id & { readonly to: Step; readonly reason: string }): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  const may = ruleOnMove(facts, to, reason)
  if (!may.ok) return may
  const clean = publicWords(reason)
  return clean.ok ? goTo(ctx, row, may.value, reason, facts.verdicts) : clean
})

/** [DT10] Not taken up: the reason is public and those who raised it read it. */
export const declineThread = (ctx: Staff, { id, reason }: Id & { readonly reason: string }): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  const [may, clean] = [mayDecline(facts, reason), publicWords(reason)]
  if (!may.ok) return may
  return clean.ok ? goTo(ctx, row, may.value, reason, facts.verdicts, { why: reason.trim(), ended_at: ctx.at }) : clean
})

/** [DT9] Ended with what those who judged it said; never by silence. */
export const endThread = (ctx: Staff, { id, outcome, reason }: Id & { readonly outcome: Outcome; readonly reason: string }): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  const [may, clean] = [mayEnd(facts, outcome), publicWords(reason)]
  if (!may.ok) return may
  if (!clean.ok) return clean
  const ended = await goTo(ctx, row, may.value, reason, facts.verdicts, { outcome, ended_at: ctx.at })
  const { satisfied, accepted, not } = facts.verdicts
  await recordThread(ctx, row, threadActs.state('thread.end', { outcome, satisfied, accepted, against: not }))
  return ended
})
