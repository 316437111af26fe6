/** The rules of owners' votes, for the server, pages and other rules. */
export * from './vote.ts'
export { ballotPackFor, BALLOT_PACKS, type BallotPack, type HeldPack, type PackTerms, type Term, type Terms } from './packs/index.ts'
export { reaches, leastOf, saidArea, saidCount, saidPercent, saidShare, type Share } from './share.ts'
export { isItem, isSpecial, ITEM_WORDS, itemNumber, mayDecide, thresholdsFor, type Thresholds } from './items.ts'
export {
  AREA_SOURCES, areaOf, DEVELOPER, electorateOf, headIdOf, headsOf, mayFreeze, TITLE_STATES, totalsOf, type AreaSource, type Head, type Title,
  type TitleState,
} from './heads.ts'
export {
  channelsOf, checkCompoundRule, checkProxy, checkWindow, DELIVERY_WORDS, HOLDS_WORDS, SILENCE_WORDS, UNWRITTEN, type Proxy,
} from './compound-rule.ts'
export { afterEvents, EVENT_KINDS, type CountEvent, type EventKind, type Trace } from './events.ts'
export { holdingOf, type Conflict, type Held, type Invalid } from './holding.ts'
export { turnoutOf, type Turnout } from './turnout.ts'
export { countMotion, type MotionInput } from './count.ts'
export type { Majorities, MotionOutcome, MotionResult, Reason, Sides } from './count-result.ts'
export { daysBetween, latestStart, periodEnd, saidDay, yearsAfter, type Due } from './procedure/days.ts'
export { checkCollectors, checkScrutineers } from './procedure/officials.ts'
export { BEFORE_OPENING, codesOf, noticeDays, OPINION_DAYS, stepsOf, type Procedure } from './procedure/steps.ts'
export { mayArchive, mayClose, mayCount, mayEnterPaper, mayOpen } from './procedure/gates.ts'
export { STEP_WORDS } from './procedure/words.ts'
export { checkNomination, CONDITION_WORDS, type Known } from './election/candidates.ts'
