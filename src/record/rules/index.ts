/** The record's words for other rules and for pages. */
export { code, codeOf, codes, day, flag, id, ids, maybe, time, whole, type Codec, type Fact, type Facts } from './facts.ts'
export { defineActs, joinActs, type ActKind, type ActKinds, type Acts, type FactsOf, type Statement } from './acts.ts'
export type { Act } from './leaf.ts'
export type { Head } from './head.ts'
export { asOthersSee, halfDay, type OthersAct } from './others.ts'
