/** The three rates: dated terms, assessment months, counts and intervals. Pure, in integers. */
export { groundOf, RATE_PACKS, ratePackFor, type ExclusionGround, type RatePack } from './pack.ts'
export { dayAt, monthAfter, periodOf, periodOfMonth, type Period } from './period.ts'
export { visitAfter, type Visit, type VisitEvent } from './visit.ts'
export { added, COUNT_NAMES, countsOf, NOTHING, sumOf, type Counts } from './counts.ts'
export { ratesOf, ratesOfCounts, type Rate, type Rates } from './rate.ts'
export { wilson, type Interval } from './wilson.ts'
export { mayAskExclusion, mayDecideExclusion, type Asked, type Judgment, type Officer } from './exclusion.ts'
export { cutsOf, RATE_CUTS, rateReachOf, type RateCut, type RateReach } from './reader.ts'
