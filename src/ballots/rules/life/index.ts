/** The life of a vote in rules: acts, who may do what, what it is held by. */
export * from './acts.ts'
export * from './held-by.ts'
export * from './moves.ts'
export * from './answers.ts'
export * from './counting.ts'
