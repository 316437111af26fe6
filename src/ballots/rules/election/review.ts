/** What branch, street and expert say of a candidate, and when the list may be posted. All of it informs; none of it bars. */
import { ok, refuse, type Result, type Said, type Source } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'
import { saidDay } from '../procedure/days.ts'
import type { PackTerms } from '../packs/terms.ts'
import { CONDITION_WORDS, type SlateCheck } from './candidates.ts'

export const REVIEW_ROLES = ['branch', 'street', 'expert', 'preparatory_group'] as const
export type ReviewRole = (typeof REVIEW_ROLES)[number]
export const OUTCOMES = ['recommends', 'meets_conditions', 'does_not_meet', 'talked', 'no_opinion'] as const
export type ReviewOutcome = (typeof OUTCOMES)[number]

/** Whose word a list waits for, each no longer than its limit. */
export const AWAITED: readonly ReviewRole[] = ['branch', 'street', 'expert']

const MAY: Readonly<Record<ReviewRole, readonly ReviewOutcome[]>> = {
  branch: ['recommends', 'does_not_meet', 'no_opinion'], street: ['meets_conditions', 'does_not_meet', 'no_opinion'],
    expert: ['talked', 'no_opinion'],
  preparatory_group: ['meets_conditions', 'does_not_meet'],
}

/** What somebody in a role may say. */
export const outcomesFor = (role: ReviewRole): readonly ReviewOutcome[] => MAY[role]

const no = (rule: string, code: string, zh: string, en: string, more: { readonly source?: Source; readonly from?: string } = {}) =>
  refuse({ code, rule, explain: { zh, en }, ...more })

/** [B101] Whether a word on a candidate can stand: one of the role's own, with a reason where it speaks against somebody or leaves the step out. */
export function checkReview(role: ReviewRole, outcome: ReviewOutcome, reason: string): Result<true> {
  if (!MAY[role].includes(outcome)) return no('B101', 'not_yours', '这个意见不是您这一方提的。', 'This opinion is not yours to give.')
  if ((outcome === 'does_not_meet' || outcome === 'no_opinion') && reason.trim() === '') {
    return no('B101', 'reason_missing', '请写明理由，候选人会看到。', 'Give a reason: the candidate reads it.')
  }
  return ok(true as const)
}

/** [B102] Whether somebody may still speak: after the limit 'no opinion given' stands. Who prepares the election has no limit. Source: P09. */
export function mayStillSay(role: ReviewRole, until: CivilDay, today: CivilDay): Result<true> {
  if (!AWAITED.includes(role) || today <= until) return ok(true as const)
  const { zh, en } = saidDay(until)
  return no('B102', 'limit_over', `提意见的期限到${zh}为止，现在按没有意见算。`, `The time for an opinion ended on ${en}: none was given.`)
}

/** Who has not said anything of a candidate. */
export const openRoles = (said: readonly { readonly role: ReviewRole }[]): readonly ReviewRole[] =>
  AWAITED.filter((role) => !said.some((one) => one.role === role))

/** One candidate of a list that is to be posted; `until`: the last day of the opinions. */
export type Waiting = { readonly open: readonly ReviewRole[]; readonly until: CivilDay }

/** [B102] Whether a list can be posted: somebody stands, and every opinion is there or its limit is over. Source: P09. */
export function mayPost(candidates: readonly Waiting[], today: CivilDay): Result<true> {
  if (candidates.length === 0) return no('B102', 'nobody_stands', '还没有候选人。', 'Nobody stands yet.')
  const last = candidates.filter(({ open, until }) => open.length > 0 && today <= until).map(({ until }) => until).sort().at(-1)
  if (last === undefined) return ok(true as const)
  const { zh, en } = saidDay(last)
  return no('B102', 'opinions_open', `支部、街道和专家的意见还在期限里，最迟${zh}；过了没有意见就照常进行。`,
    `Branch, street and expert still have time, until ${en} at the latest; without an opinion it then goes on.`)
}

/** [B103] Why a candidate can be refused after the nomination: a condition of the place with its article, or a fact that the law itself names. */
export function checkGround(ground: string, reason: string, facts: { readonly owner: boolean; readonly overlap: boolean },
  terms: PackTerms): Result<Source | null> {
  if (reason.trim() === '') return no('B103', 'reason_missing', '请写明理由，候选人会看到。', 'Give a reason: the candidate reads it.')
  if (ground === 'not_an_owner' && !facts.owner) return ok(null)
  if (ground === 'overlap' && facts.overlap && terms.overlapBarred) return ok(terms.overlapBarred.source)
  if (terms.candidates?.value.conditions.some((one) => one === ground)) return ok(terms.candidates.source)
  return no('B103', 'no_article', '这一条在当地没有条文依据，不能据此取消候选人资格；可以写成意见，给大家看。',
    'No article here bars a candidate for that. It can be written down as an opinion.')
}

/** What a ground of refusal is called. */
export function groundWords(ground: string): Said {
  const condition = Object.entries(CONDITION_WORDS).find(([code]) => code === ground)?.[1]
  if (condition) return { zh: `不符合：${condition.zh}`, en: `Not met: ${condition.en}` }
  return ground === 'overlap' ? { zh: '是居委会成员，当地规定不能兼任', en: 'A member of the residents’ committee, which is barred here' }
    : { zh: '已经不是本小区业主', en: 'No owner here any more' }
}

/** One rule of composition as everybody sees it: the rule, numbers where they tell of nobody, and yes or no. */
export type Composition = { readonly code: 'half_party' | 'odd_seats' | 'overlap'; readonly words: Said; readonly have: number | null;
  readonly of: number | null
  readonly met: boolean }

const few = (have: number, of: number): boolean => have === 0 || have === of

/**
 * [B106] What the public reads of a list: rule, count, yes or no, never a name. Where none or all of the list are counted, the number would tell of
 * each of them, so it is left out. Source: P08.
 */
export function compositionOf(slate: SlateCheck | null, { candidates, overlaps, seats }: { readonly candidates: number; readonly overlaps: number
  readonly seats: number }): readonly Composition[] {
  const number = (have: number) => (few(have, candidates) ? { have: null, of: null } : { have, of: candidates })
  return [
    { code: 'odd_seats', words: { zh: '委员人数是单数', en: 'The number of members is odd' }, have: seats, of: null, met: seats % 2 === 1 },
    { code: 'overlap', words: { zh: '尽量不与居委会交叉任职', en: 'As little overlap with the residents’ committee as possible' }, ...number(overlaps),
      met: overlaps === 0 },
    ...(slate === null ? [] : [{ code: 'half_party' as const, words: { zh: '候选人名单党员过半（目标，不影响提名和当选）',
      en: 'Half of the list are party members (a target that changes nothing)' }, ...number(slate.have), met: slate.met }]),
  ]
}
