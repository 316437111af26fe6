import { ok, refuse, type Refusal, type Result, type Said, type Source } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'
import { saidDay } from '../procedure/days.ts'
import { saidArea } from '../share.ts'
import { groundWords, projectKindWords, type Ground, type Project, type ProjectState, type Review, type Round, type RoundState } from './words.ts'

const guideline: Source = { law: '深圳市民生微实事工作指引 (2016)' }
const refusal = (code: string, rule: string, zh: string, en: string, source?: Source): { readonly ok: false; readonly refusal: Refusal } =>
  refuse({ code, rule, explain: { zh, en }, ...(source ? { source } : {}) })
const yuan = (fen: number): string => `${saidArea(fen)}元`

/** Whether a proposal may be made on a day. [B60] */
export function mayPropose(round: Round, today: CivilDay): Result<true> {
  if (round.state !== 'call' || today > round.proposeUntil) return refusal('call_over', 'B60', `征集到${saidDay(round.proposeUntil).zh}为止，已经结束了。下一轮再提。`,
    `Proposals were taken until ${saidDay(round.proposeUntil).en}. Please propose it in the next round.`, guideline)
  return ok(true)
}

/** Whether the call may be closed: its last day is over, so that nobody who relied on the posted day comes too late. [B60] */
export function mayCloseCall(round: Round, today: CivilDay): Result<'review'> {
  if (round.state !== 'call') return refusal('wrong_state', 'B60', '这一轮已经不在征集了。', 'This round no longer takes proposals.')
  if (today <= round.proposeUntil) return refusal('call_runs', 'B60', `征集公布的是到${saidDay(round.proposeUntil).zh}，过了那天才能结束。`,
    `The call was posted until ${saidDay(round.proposeUntil).en}.`)
  return ok('review')
}

/** What a review says before it is kept: eligible with a cost, or not with a ground. */
export type ReviewInput = Omit<Review, 'post'> & { readonly reason: string }

/** Whether this post may review this project so: not one's own proposal, one found eligible has a cost within the cap, else a ground. [B61] P27 */
export function mayReview(round: Round, project: Project, post: string, review: ReviewInput): Result<true> {
  if (!['call', 'review'].includes(round.state) || project.state !== 'proposed') return refusal('wrong_state', 'B61', '这个提议已经定过了。', 'This proposal was decided already.')
  if (project.proposerPost === post) return refusal('own_proposal', 'B61', '自己提的，由别人来评议。', 'Somebody else has to review what you proposed.')
  if (review.reason.trim().length < 4) return refusal('no_reason', 'B61', '写一句为什么，这句话会公布。', 'Say why in a sentence; it will be public.')
  if (!review.eligible) return review.ground ? ok(true) : refusal('no_ground', 'B61', '不能列入，要选一条理由。', 'If it may not be taken in, choose a ground.', guideline)
  if (review.cost === null) return refusal('no_cost', 'B61', '能列入，要写大概多少钱。', 'If it may be taken in, say what it costs.')
  const cap = Math.min(round.rules.caps[project.kind] ?? round.budget, round.budget)
  if (review.cost > cap) return refusal('over_cap', 'B61', `${projectKindWords[project.kind].zh}类一个项目最多${yuan(cap)}。`,
    `A project of this kind may cost ¥${saidArea(cap)} at most.`)
  return ok(true)
}

/** The reviews that count, and the range of their costs in fen; null where none found it eligible. */
export function reviewed(project: Project): { readonly counted: number; readonly eligible: number; readonly costs: readonly [number, number] | null } {
  const counted = project.reviews.filter(({ tied }) => !tied)
  const costs = counted.flatMap(({ eligible, cost }) => (eligible && cost !== null ? [cost] : []))
  return { counted: counted.length, eligible: counted.filter(({ eligible }) => eligible).length,
    costs: costs.length ? [Math.min(...costs), Math.max(...costs)] : null }
}

export type Decision = { readonly accept: true; readonly cost: number; readonly title: string; readonly summary: string } |
  { readonly accept: false; readonly ground: Ground; readonly reason: string; readonly title: string }

const digits = /\d{7,}/

/**
 * The decision about a proposal follows its reviews: enough of them, more for than against to accept, more against than for to refuse (a tie needs one
 * more), and a cost within what reviewers found. The public title is somebody's approved words: no telephone numbers in it. [B62] P23
 */
export function decideProject(round: Round, project: Project, decision: Decision): Result<ProjectState> {
  if (!['call', 'review'].includes(round.state) || project.state !== 'proposed') return refusal('wrong_state', 'B62', '这个提议已经定过了。', 'This proposal was decided already.')
  const { counted, eligible, costs } = reviewed(project)
  const missing = round.rules.reviewers - counted
  if (missing > 0) return refusal('reviews_missing', 'B62', `还差${missing}个人的评议。`, `${missing} more review(s) are needed.`)
  if (eligible * 2 === counted) return refusal('reviews_tied', 'B62', '评议一半对一半，请再请一个人看看。', 'Reviews are split in half: ask one more person.')
  const mostly = eligible * 2 > counted
  if (decision.accept !== mostly) return mostly
    ? refusal('against_reviews', 'B62', '评议多数说能列入，不能退回。', 'Most reviews found that it may be taken in.')
    : refusal('against_reviews', 'B62', '评议多数说不能列入，不能上票。', 'Most reviews found that it may not be taken in.')
  if (digits.test(decision.title) || (decision.accept && digits.test(decision.summary))) return refusal('names_somebody', 'B62', '公开的话里不能有电话号码。',
    'The public words may hold no telephone number.')
  if (!decision.accept) return decision.reason.trim().length < 4
    ? refusal('no_reason', 'B62', '退回要写清理由，提的人和大家都看得到。', 'A refusal needs a reason that everybody can read.') : ok('refused')
  if (costs === null || decision.cost < costs[0] || decision.cost > costs[1]) return refusal('cost_outside', 'B62',
    costs ? `金额要在评议给的范围里：${yuan(costs[0])}到${yuan(costs[1])}。` : '评议没有给出金额。', 'The cost has to lie within what reviewers found.')
  return ok('accepted')
}

/** Whether the slate may be posted for the vote: every proposal decided, something to choose, the window in order. [B63] */
export function mayPostSlate(round: Round, projects: readonly Project[], today: CivilDay, opensOn: CivilDay, closesOn: CivilDay): Result<'posted'> {
  if (round.state !== 'review') return refusal('wrong_state', 'B63', round.state === 'call' ? '征集还没有结束。' : '票已经公布了。', 'The round is not under review.')
  const open = projects.filter(({ state }) => state === 'proposed').length
  if (open > 0) return refusal('undecided', 'B63', `还有${open}个提议没有定。`, `${open} proposal(s) are not decided yet.`)
  if (projects.filter(({ state }) => state === 'accepted').length < 2) return refusal('nothing_to_choose', 'B63', '上票的不到两个，没有可选的。', 'Fewer than two projects are on the ballot.')
  if (opensOn <= today || closesOn < opensOn) return refusal('bad_window', 'B63', '投票要从明天或更晚开始，结束不早于开始。', 'Voting starts tomorrow or later and ends no earlier than it starts.')
  return ok('posted')
}

const next: Readonly<Partial<Record<ProjectState, readonly ProjectState[]>>> = {
  funded: ['running'], running: ['delivered'], delivered: ['accepted_by_residents', 'running'], accepted_by_residents: ['published'],
}
const stepWords: Readonly<Partial<Record<ProjectState, Said>>> = {
  running: { zh: '开工', en: 'started' }, delivered: { zh: '交付', en: 'delivered' }, accepted_by_residents: { zh: '验收', en: 'accepted' }, published: { zh: '公布花费', en: 'published' },
}

/** Whether a project goes on to a state of delivery. [B65] */
export function mayMove(project: Project, to: ProjectState): Result<ProjectState> {
  if (next[project.state]?.includes(to)) return ok(to)
  return refusal('wrong_state', 'B65', `现在还不能${stepWords[to]?.zh ?? '这样办'}。`, `It cannot be ${stepWords[to]?.en ?? 'moved so'} now.`)
}

/** Acceptance by residents: at least three said something and more than half of them that it works; else it goes back to work. [B66] */
export function acceptance(answers: readonly ('works' | 'partly' | 'not')[]): Result<'accepted_by_residents' | 'running'> {
  const missing = 3 - answers.length
  if (missing > 0) return refusal('answers_missing', 'B66', `还差${missing}位居民的验收意见。`, `${missing} more resident(s) have to say whether it works.`)
  return ok(answers.filter((one) => one === 'works').length * 2 > answers.length ? 'accepted_by_residents' : 'running')
}

/** The round is over when nothing funded is still to be done. [B67] */
export const roundAfter = (projects: readonly Pick<Project, 'state'>[]): RoundState =>
  projects.some(({ state }) => ['funded', 'running', 'delivered', 'accepted_by_residents'].includes(state)) ? 'decided' : 'closed'
