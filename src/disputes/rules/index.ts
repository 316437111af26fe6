/** Words and rules of disputes for other rules and for pages. */
export { isKind, KIND_WORDS, kindOfCategory, KINDS, type DisputeKind } from './kinds.ts'
export { SIDE_WORDS, SIDES, STATE_WORDS, type SideName, type State } from './dispute.ts'
export { moves, type MoveName } from './moves.ts'
export { TIE_WORDS, type Tie } from './ties.ts'
export { ABOUT, LAW, MONEY_BASES, WAYS } from './packs/law.ts'
export { STOP_REASONS, type StopReason } from './decide/end.ts'
export { disputeActs } from './acts.ts'
export { disputeNotices } from './notices.ts'
