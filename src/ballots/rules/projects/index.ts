/** Micro-projects' rules for other rules and for pages. */
export * from './words.ts'
export * from './decide.ts'
export { settleBudget, type Settled } from './settle.ts'
