/** The words of micro-projects 民生微实事: a round of money, what is proposed, what reviewers find, and how each ends. */
import type { Said } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'

export const PROJECT_KINDS = ['works', 'service', 'goods'] as const
export type ProjectKind = (typeof PROJECT_KINDS)[number]
/** 工程, 服务, 货物 of Shenzhen's guideline of 2016. */
export const projectKindWords: Readonly<Record<ProjectKind, Said>> = {
  works: { zh: '工程', en: 'Works' }, service: { zh: '服务', en: 'Service' }, goods: { zh: '货物', en: 'Goods' },
}

export const PROPOSER_KINDS = ['resident', 'group', 'capable'] as const
export type ProposerKind = (typeof PROPOSER_KINDS)[number]
export const proposerWords: Readonly<Record<ProposerKind, Said>> = {
  resident: { zh: '居民', en: 'Resident' }, group: { zh: '居民小组', en: 'Residents’ group' }, capable: { zh: '贤达能人', en: 'Capable resident' },
}

export const ROUND_STATES = ['call', 'review', 'posted', 'decided', 'closed', 'withdrawn'] as const
export type RoundState = (typeof ROUND_STATES)[number]
export const roundStateWords: Readonly<Record<RoundState, Said>> = {
  call: { zh: '正在征集', en: 'Open for proposals' }, review: { zh: '正在评议', en: 'Under review' }, posted: { zh: '正在投票', en: 'Voting' },
  decided: { zh: '已选出，在办', en: 'Chosen, under way' }, closed: { zh: '都办完了', en: 'All delivered' }, withdrawn: { zh: '已取消', en: 'Withdrawn' },
}

/** A round whose slate is posted, by its days: before the first, between them, after the last, until it is counted. Civil days as 'YYYY-MM-DD'. */
export function roundSaid({ state, opensOn, closesOn }: { readonly state: RoundState; readonly opensOn: string | null; readonly closesOn: string | null }, today: string): Said {
  if (state !== 'posted' || opensOn === null || closesOn === null) return roundStateWords[state]
  if (today < opensOn) return { zh: '等投票', en: 'Voting to come' }
  return today > closesOn ? { zh: '投完了，等计票', en: 'Voted, to be counted' } : roundStateWords.posted
}

export const PROJECT_STATES = ['proposed', 'accepted', 'refused', 'withdrawn', 'funded', 'not_funded', 'running', 'delivered', 'accepted_by_residents',
  'published'] as const
export type ProjectState = (typeof PROJECT_STATES)[number]
export const projectStateWords: Readonly<Record<ProjectState, Said>> = {
  proposed: { zh: '等评议', en: 'Waiting for review' }, accepted: { zh: '上了票', en: 'On the ballot' }, refused: { zh: '没有列入', en: 'Not taken in' },
  withdrawn: { zh: '提的人收回了', en: 'Withdrawn' }, funded: { zh: '选上了', en: 'Funded' }, not_funded: { zh: '没有选上', en: 'Not funded' },
  running: { zh: '正在办', en: 'Under way' }, delivered: { zh: '办好了，等验收', en: 'Delivered, to be accepted' },
  accepted_by_residents: { zh: '居民验收了', en: 'Accepted by residents' }, published: { zh: '花费已公布', en: 'Cost published' },
}

/** Why something may not be paid from this money. Shenzhen's guideline names the first two; the others are plain limits of a round. */
export const GROUNDS = ['firm_duty', 'already_paid', 'over_cap', 'one_household', 'unsafe', 'needs_permit', 'same_as_another', 'not_here', 'no_upkeep'] as const
export type Ground = (typeof GROUNDS)[number]
export const groundWords: Readonly<Record<Ground, Said>> = {
  firm_duty: { zh: '这是物业公司该做的', en: 'It is the property company’s own duty' },
  already_paid: { zh: '政府已经出钱在办', en: 'Government already pays for it' },
  over_cap: { zh: '超过一个项目能用的钱', en: 'It costs more than one project may' },
  one_household: { zh: '只有一家人用得上', en: 'It serves one household alone' },
  unsafe: { zh: '不安全，或占了消防通道', en: 'It is unsafe or blocks a fire lane' },
  needs_permit: { zh: '要先办许可，今年来不及', en: 'It needs a permit first, too late for this year' },
  same_as_another: { zh: '和另一个提议是一回事，并到一起了', en: 'It is the same as another proposal' },
  not_here: { zh: '地方不在本社区', en: 'The place is not in this community' },
  no_upkeep: { zh: '建好以后没人管护', en: 'Nobody would look after it' },
}

export const ANSWERS = ['works', 'partly', 'not'] as const
export type Answer = (typeof ANSWERS)[number]
export const answerWords: Readonly<Record<Answer, Said>> = {
  works: { zh: '好用', en: 'It works' }, partly: { zh: '有，但还差点', en: 'There, but something is missing' }, not: { zh: '没有，或者用不了', en: 'Not there or not usable' },
}

/** How a round is held. Caps and reviewers are the place's own: no number here is a default from a source. Money in fen. */
export type RoundRules = {
  readonly rule: 'equal-shares' | 'greedy'
  readonly completion: 'none' | 'add1' | 'add1u'
  readonly caps: { readonly [kind in ProjectKind]?: number | undefined }
  /** How many untied reviews a project needs before it is decided. */
  readonly reviewers: number
}

/** A round as its rules see it. `opensOn`, `closesOn`: the days of voting. */
export type Round = {
  readonly id: string
  readonly state: RoundState
  readonly budget: number
  readonly proposeUntil: CivilDay
  readonly opensOn: CivilDay | null
  readonly closesOn: CivilDay | null
  readonly rules: RoundRules
}

/** One review. `cost` in fen where eligible. A tied one is shown and does not count. */
export type Review = { readonly post: string; readonly eligible: boolean; readonly ground: Ground | null; readonly cost: number | null; readonly tied: boolean }

/** A project as its rules see it. */
export type Project = {
  readonly id: string
  readonly state: ProjectState
  readonly kind: ProjectKind
  readonly cost: number | null
  readonly proposerPost: string | null
  readonly reviews: readonly Review[]
}
