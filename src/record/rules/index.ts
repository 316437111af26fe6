/** The record's words for other rules and for pages. */
export { code, codeOf, codes, day, flag, id, maybe, whole } from './facts.ts'
export { defineActs, joinActs, type ActKinds } from './acts.ts'
export { halfDay } from './others.ts'
export { appendLeaves, emptyEdge, leafHash, rootOf } from './merkle.ts'
export { inclusionPlan, proofOf } from './proofs.ts'
