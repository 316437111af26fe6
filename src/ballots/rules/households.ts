/** What households decide in a residents' meeting: one vote each, on paper, by numbers of our own until the place's law is entered. [B110]–[B112] */
import { ok, refuse, type Result, type Source } from '../../kit/pure.ts'
import { UNWRITTEN } from './compound-rule.ts'
import type { Thresholds } from './items.ts'
import type { PackTerms } from './packs/terms.ts'
import { moreThan } from './share.ts'
import type { Channel, CompoundRule, Matter } from './vote.ts'

/** The one matter of households: their own covenant, which is no matter of article 278. */
export const HOUSEHOLDS_MATTER = 'residents_covenant'
export const isHouseholds = (matter: Matter | null): boolean => matter === HOUSEHOLDS_MATTER

/**
 * Whose numbers these are: ours. The text in force until 2025 asked for more than half of the households' representatives and more than half of those
 * present; the articles of the law in force since 2026 are to be entered by the place.
 */
export const HOUSEHOLDS_SOURCE: Source = { law: '本系统默认，参照2018年文本；现行《城市居民委员会组织法》的条款由当地核对' }
/** For how many days the notice hangs before households vote. Our own default: the covenant itself was posted for fifteen. */
export const HOUSEHOLDS_NOTICE_DAYS = 7

/** [B110] What households' votes are held by: more than half take part, more than half of those agree, each household the same. */
export const householdsThresholds: Thresholds = { quorum: { value: moreThan(1, 2), source: HOUSEHOLDS_SOURCE }, majority: { value: moreThan(1, 2), source: HOUSEHOLDS_SOURCE }, byHeads: true }
export const HOUSEHOLDS_TERMS: PackTerms = { notice: { value: { days: HOUSEHOLDS_NOTICE_DAYS }, source: HOUSEHOLDS_SOURCE } }
/** The owners' rules of procedure say nothing to households: first word stands, silence is nothing, nobody votes for two households. */
export const HOUSEHOLDS_RULE: CompoundRule = { ...UNWRITTEN, proxies: { allowed: false, mostPerProxy: null } }

/** [B111] Households vote on paper: at the box or at the door. P35 */
export function householdsChannels(asked: readonly Channel[]): Result<readonly Channel[]> {
  if (!asked.includes('phone')) return ok(asked)
  return refuse({ code: 'paper_only', rule: 'B111', explain: { zh: '户代表表决用纸质票：投进票箱，或者两个人一起上门来取。没有条款允许网上投。',
    en: 'Households vote on paper, in the box or at the door: no article allows it online.' } })
}
