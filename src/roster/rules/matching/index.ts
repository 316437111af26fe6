/** Matching: who is the same person. */
export * from './weigh.ts'
export * from './groups.ts'
