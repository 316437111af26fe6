/** Matters' words and rules for other rules and for pages. */
export * from './categories.ts'
export { isOpen, standingOf, type Channel, type DueKind, type Matter, type Outcome, type Satisfied, type Standing, type State } from './matter.ts'
export { STAGE_WORDS } from './stage-words.ts'
export { mayMove, moves, STATE_WORDS, type MoveName } from './moves.ts'
export { matterActs } from './acts.ts'
export { matterNotices } from './notices.ts'
export { pacesOf } from './clocks.ts'
export { DANGER_SIGN } from './packs/stage-paces.ts'
export { dutyFor, type DutyHolder } from './duty-list.ts'
export { dangerName, dangersIn, type Danger } from './danger.ts'
export { suggest, type Suggestion } from './suggest.ts'
export {
  plansFor, plans, planOf, SITUATIONS, situationsFor, stationsOf, whistleTerms, type WhistlePlan, type WhistleSituation,
} from './whistle-pack.ts'
export {
  HAND_OVER_REASONS, NOTHING_MOVES, OBJECTION_GROUNDS, reasonOf, reasonStands, REJECT_REASONS, REPORT_IN_NOTES, UNABLE_REASONS, type Reason, type ReasonList,
} from './reasons.ts'
export { MONEY_PATH_ROWS, moneyPathOf } from './packs/money-paths.ts'
export { EXTENSIONS } from './decide/waiting.ts'
export { MOST_TRIES } from './decide/visiting.ts'
export { QUESTIONS, reopens } from './verdict.ts'
export { type AnswerName, type LinkState } from './answering.ts'
export { OF_DEPARTMENT, OF_WHISTLE, STEPS, type RatingQuestion } from './rating.ts'
export { mayAmend } from './whistle-list.ts'
export { jointActs } from './joint-acts.ts'
export { accountableOf, SEATS, SEAT_SAID, type Seat } from './joint-board.ts'
export { isThreadStage, type ThreadStage } from './thread-stages.ts'
export { findPrivate, PRIVATE_KINDS } from './privacy.ts'
