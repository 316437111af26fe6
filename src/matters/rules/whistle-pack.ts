import { ok, refuse, type Result, type Said, type Source } from '../../kit/pure.ts'
import type { StationKind } from './packs/duty-rows.ts'
import type { Pace } from '../../offices/rules/index.ts'
import { WHISTLE_PLANS, type Situation, type WhistlePlan } from './packs/whistle-plans.ts'

export type { Situation, WhistlePlan } from './packs/whistle-plans.ts'

const LAW = '桐荫街道吹哨报到办法（演示）2026版'
const pace = (amount: number, unit: Pace['unit']): Pace => ({ amount, unit })
const COMMUNITY = ['community_secretary', 'community_deputy'] as const

/** One of the situations in which a whistle may be blown. Each department has a deadline to report in and one to finish. */
export type WhistleSituation = {
  readonly code: Situation
  readonly name: Said
  readonly purpose: Said
  /** Kinds of post that may blow. */
  readonly mayBlow: readonly string[]
  readonly leadReport: Pace
  readonly supportReport: Pace
  readonly finish: Pace
  /** Until when the reporter has a reply, where the situation takes longer than the category; null keeps the category's. */
  readonly reply: Pace | null
  readonly source: Source
}

/** The dated pack; a whistle stores id and version. */
export const WHISTLE_PACK = {
  id: 'whistle', region: '990106', version: '2026-demo-2', validFrom: '2026-01-01', validTo: null,
    source: [{ law: LAW, article: '第二条' }] satisfies Source[],
} as const

/** The three situations, in the order in which they are offered. */
export const SITUATIONS: readonly WhistleSituation[] = [
  { code: 'joint_enforcement', name: { zh: '综合执法', en: 'Joint enforcement' },
    purpose: { zh: '社区没有执法权，要几个部门一起到场查处', en: 'The community has no power to enforce; several stations have to come together' },
    mayBlow: COMMUNITY, leadReport: pace(4, 'working_hour'), supportReport: pace(8, 'working_hour'), finish: pace(5, 'working_day'), reply: pace(7, 'working_day'),
    source: { law: LAW, article: '第五条' } },
  { code: 'key_work', name: { zh: '重点工作', en: 'Key work' },
    purpose: { zh: '居民反映集中、社区自己推不动的难事', en: 'What many residents ask and the community cannot move by itself' },
    mayBlow: COMMUNITY, leadReport: pace(1, 'working_day'), supportReport: pace(1, 'working_day'), finish: pace(20, 'working_day'), reply: pace(22, 'working_day'),
    source: { law: LAW, article: '第六条' } },
  { code: 'emergency', name: { zh: '应急处置', en: 'Emergency' },
    purpose: { zh: '危及人身、房屋，等不得的事；先打急救、抢修电话', en: 'Danger to people or homes that can’t wait; emergency numbers first' },
    mayBlow: [...COMMUNITY, 'grid_worker', 'community_worker', 'grid_lead'],
      leadReport: pace(30, 'minute'), supportReport: pace(30, 'minute'), finish: pace(24, 'hour'), reply: null,
    source: { law: LAW, article: '第七条' } },
]

/** What a decision needs to know of a situation, with the pack's name and version as it is stored. */
export type WhistleTerms = {
  readonly situation: Situation
  readonly mayBlow: readonly string[]
  readonly leadReport: Pace
  readonly supportReport: Pace
  readonly finish: Pace
  /** Until when the reporter has a reply, where the situation takes longer than the category; null keeps the category's. */
  readonly reply: Pace | null
  readonly source: Source
  readonly pack: string
}

/** The terms of a situation. Refuses a word that is none of the three. */
export function whistleTerms(situation: string): Result<WhistleTerms> {
  const found = SITUATIONS.find(s => s.code === situation)
  if (!found) {
    return refuse({ code: 'no_such_situation', rule: 'M12', source: { law: LAW, article: '第四条' },
      explain: { zh: '只有综合执法、重点工作、应急处置三种情形可以吹哨。', en: 'A whistle is for joint enforcement, key work or an emergency.' } })
  }
  const { mayBlow, leadReport, supportReport, finish, reply, source } = found
  const pack = `${WHISTLE_PACK.id}:${WHISTLE_PACK.version}`
  return ok({ situation: found.code, mayBlow, leadReport, supportReport, finish, reply, source, pack })
}

/** The situations in which a kind of post may blow. */
export const situationsFor = (postKind: string): readonly WhistleSituation[] => SITUATIONS.filter(s => s.mayBlow.includes(postKind))

/** Every plan, most used first. */
export const plans = (): readonly WhistlePlan[] => WHISTLE_PLANS

/** The plan of a code, or null. */
export const planOf = (code: string): WhistlePlan | null => WHISTLE_PLANS.find(plan => plan.code === code) ?? null

/** The plans that fit a category: those of which it is the first concern before the others. */
export function plansFor(category: string): readonly WhistlePlan[] {
  const rank = (plan: WhistlePlan) => plan.categories.findIndex(c => c === category)
  return WHISTLE_PLANS.filter(plan => rank(plan) >= 0).sort((a, b) => rank(a) - rank(b))
}

/** The stations that a plan calls, lead first, each with its task in Chinese and English. */
export function stationsOf(plan: WhistlePlan): readonly { readonly kind: StationKind; readonly role: 'lead' | 'support'; readonly does: Said }[] {
  return [plan.lead, ...plan.supports].map((kind, index) => ({
    kind, role: index === 0 ? 'lead' as const : 'support' as const, does: plan.does[kind] ?? { zh: '到场配合', en: 'Comes and helps' },
  }))
}
